//! A session that has ended, is locked or has run out is refused at the very next request, whichever process answers it.

use kernel::role::Role;
use platform::args;
use platform::ctx::Door;
use platform::session::hash;
use testkit::Page;

use crate::city::{Client, World};

/// A shared screen is closed after so many seconds of quiet.
const KIOSK_S: i64 = 100;

/// What a session may come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// It may be answered.
    BeAnswered,
    /// Nothing behind a door may be shown: why.
    OnlyBeRefused(&'static str),
}

impl May {
    /// Whether the answer is as it must be.
    ///
    /// # Errors
    /// That a page was shown, or a change was made, for nobody.
    pub fn heed(self, page: &Page) -> Result<(), String> {
        let inside = page.status == 200
            || page
                .location
                .as_deref()
                .is_some_and(|to| !["/las", "/inn", "/lukket", "/avsluttet"].iter().any(|door| to.starts_with(door)));
        match self {
            May::OnlyBeRefused(why) if inside => Err(format!("answered {} to a session that {why}", page.status)),
            _ => Ok(()),
        }
    }
}

/// Reads the row of their session before the request is made. What anyone may open is not looked at.
///
/// # Errors
/// What the database says.
pub fn may_be_answered(world: &World, client: &Client, method: &str, path: &str) -> Result<May, String> {
    let is_open = |(_, route): (_, &platform::web::Route)| route.who.admits(Role::Visitor, Door::None);
    let Some(opener) = client.opener().filter(|_| !world.route(method, path).is_none_or(is_open)) else {
        return Ok(May::BeAnswered);
    };
    let rows = world.rows(
        "SELECT ended_at, ends_at, locked_at, lock_after_s, COALESCE(last_used_at, started_at), kiosk_at, person_id, account_id
         FROM session WHERE session_hash = $1",
        args![hash(opener)],
    )?;
    let Some(row) = rows.first() else { return Ok(May::OnlyBeRefused("is in no row")) };
    let (now, fault) = (world.now(), |fault: platform::error::Fault| fault.to_string());
    let quiet_s = now.since_s(row.time(4).map_err(fault)?);
    let set = |at: usize| row.text_or_null(at).is_ok_and(|text| text.is_some());
    Ok(if set(0) {
        May::OnlyBeRefused("has ended")
    } else if row.time(1).map_err(fault)? <= now {
        May::OnlyBeRefused("has run out")
    } else if set(2) {
        May::OnlyBeRefused("is locked")
    } else if row.int_or_null(3).map_err(fault)?.is_some_and(|limit| quiet_s >= limit) {
        May::OnlyBeRefused("has been quiet for so long that it is locked")
    } else if set(5) && quiet_s > KIOSK_S {
        May::OnlyBeRefused("was left on a shared screen")
    } else {
        May::BeAnswered
    })
}
