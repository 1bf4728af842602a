//! The calendar's own address: made, shown once, taken back; and what a calendar program gets there.

use kernel::id::AccountId;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::{Permit, Settled};
use platform::app::App;
use platform::args;
use platform::charter::CalendarEntry;
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::db::Tx;
use platform::door;
use platform::error::{Error, Fault};
use platform::keys::hex;
use platform::web::{Asked, Reply};

use super::page::{self, Drawn};
use crate::notices::CHARTER;
use crate::notices::calendar;
use crate::notices::store::Owner;
use crate::notices::store::feeds::{self, Whose};

/// Most times in one calendar.
const MOST: usize = 500;

/// Makes an address. It is shown on this page and kept nowhere.
pub async fn make(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let drawn = hex(&asked.app.source().bytes());
    let settled = asked
        .change(&CHARTER, "make-calendar", move |tx, desk| {
            let owner = Owner::of(tx, desk)?;
            feeds::make(tx, &owner.key(), &drawn, desk.now())?;
            Ok(Settled::to("/varsling").keeping(drawn.clone()))
        })
        .await?;
    let link = settled.keep.map(|secret| format!("{}/kalender/{secret}.ics", asked.app.config().public_url));
    page::draw(asked, Drawn { link, ..Drawn::default() }).await
}

/// Takes it back: whoever has the address gets nothing more.
pub async fn end(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let settled = asked
        .change(&CHARTER, "end-calendar", |tx, desk| {
            let owner = Owner::of(tx, desk)?;
            feeds::end(tx, &owner.key())?;
            Ok(Settled::to("/varsling"))
        })
        .await?;
    Ok(Reply::to(settled.to))
}

/// What a calendar program gets. A wrong address and one that was taken back answer alike.
pub async fn hand_out(asked: Asked) -> Result<Reply, Error> {
    let secret = asked.param("secret").trim_end_matches(".ics").to_owned();
    let whose = asked.app.db().read(move |tx| feeds::whose(tx, &secret)).await?.ok_or(Error::Missing)?;
    let (app, now) = (asked.app.clone(), asked.ctx.now);
    let actor = app.db().read(move |tx| acting(tx, &whose, now)).await?.ok_or(Error::Missing)?;
    let is_person = actor.person.is_some();
    let ctx = Ctx::new(now, asked.ctx.language, actor, asked.app.source().bytes());
    let entries = entries(&asked.app, &ctx).await;
    let entries = match entries {
        // Whoever has left has no calendar, and it answers as if there had never been one.
        Err(Error::Denied(_) | Error::Refused(_)) => return Err(Error::Missing),
        other => other?,
    };
    let title = asked.say().t(if is_person { "notices-calendar-entry" } else { "notices-calendar-entry-staff" });
    Ok(Reply::file("text/calendar; charset=utf-8", "avtaler.ics", calendar::written(&entries, &title, now).into_bytes()))
}

async fn entries(app: &App, ctx: &Ctx) -> Result<Vec<CalendarEntry>, Error> {
    door::view(app, ctx, &CHARTER, |tx, desk| {
        let own: Option<Permit> = desk.ctx().actor.person.is_some().then(|| desk.own(tx)).transpose()?;
        let mut entries = Vec::new();
        for part in desk.app().catalogue() {
            if let Some(read) = part.calendar {
                entries.extend(read(tx, &desk.of(part), own.as_ref())?);
            }
        }
        entries.sort_by(|a, b| (a.starts, &a.id).cmp(&(b.starts, &b.id)));
        entries.truncate(MOST);
        Ok(entries)
    })
    .await
}

/// Whose calendar it is, acting for themselves: what a part hands out here are times, and nothing is opened but those.
fn acting(tx: &mut Tx<'_>, whose: &Whose, now: Timestamp) -> Result<Option<Actor>, Error> {
    match whose {
        Whose::Person(person) => {
            Ok(Some(Actor { role: Role::Person, door: Door::Full, person: Some(person.clone()), ..Actor::visitor() }))
        }
        Whose::Work(account) => Ok(employee(tx, account, now)?),
    }
}

fn employee(tx: &mut Tx<'_>, account: &AccountId, now: Timestamp) -> Result<Option<Actor>, Fault> {
    let row = tx.row(
        "SELECT a.role, a.name, o.organisation_id, o.name FROM account a
         JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE a.account_id = $1 AND (a.ended_at IS NULL OR a.ended_at > $2)",
        args![account, now],
    )?;
    let Some(row) = row else { return Ok(None) };
    let employer = Employer { id: row.parsed(2, kernel::id::OrganisationId::parse)?, name: row.text(3)?.to_owned(), kind: None };
    Ok(Some(Actor {
        role: row.parsed(0, Role::parse)?,
        door: Door::Full,
        account: Some(account.clone()),
        name: row.text(1)?.to_owned(),
        employer: Some(employer),
        ..Actor::visitor()
    }))
}
