//! What several pages show alike: a session in a line, and a card's own words.

use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::session::Known;
use platform::web::{Asked, Reply};

/// A session as drawn.
pub struct SessionView {
    /// What stands for it in a form.
    pub handle: String,
    /// «Android-telefon».
    pub device: String,
    /// «Sist brukt lørdag».
    pub last: String,
    /// The one this page is shown in.
    pub here: bool,
}

impl SessionView {
    /// A session in words.
    pub fn of(say: &Say, known: &Known, here: Option<&[u8]>, now: Timestamp) -> SessionView {
        let device = say.t(&format!("sign-in-device-{}", known.device.key()));
        let device = if known.kiosk { say.with("sign-in-device-shared", "device", device) } else { device };
        SessionView {
            handle: known.handle.clone(),
            device,
            last: say.with("sign-in-last-used", "day", say.near_day(known.last_used.day(), now.day())),
            here: here == Some(known.session.as_slice()),
        }
    }
}

/// The case in the address; anything else is simply not there.
pub fn case_of(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("case")).ok_or(Error::Missing)
}

/// With the status of a form that came back.
pub fn status(reply: Reply, again: &Again) -> Reply {
    match again.status {
        Some(status) => reply.status(status),
        None => reply,
    }
}

/// The frame of a screen that is turned towards somebody else: no menu of the employee's, no name.
pub fn turned(asked: &Asked) -> Frame {
    let mut frame = asked.frame();
    frame.without_menu();
    frame.staff = false;
    frame.signed_in_as = None;
    frame.home = "/inn-igjen";
    frame
}

/// Waiting, said as a no: the same sentence whoever waits for whatever.
pub fn wait(say: &Say, seconds: i64) -> Again {
    let minutes = (seconds + 59) / 60;
    Again {
        status: Some(429),
        refused: Some(say.with("sign-in-wait", "minutes", minutes)),
        remedy: Some(say.t("sign-in-wait-remedy")),
        ..Again::default()
    }
}
