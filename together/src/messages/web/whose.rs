//! Whose threads a page is about, which thread, and who writes.

use kernel::id::{PersonId, RowId};
use kernel::role::Role;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use platform::web::Asked;

/// Whose threads the page is about.
#[derive(Clone, Debug)]
pub(super) enum Whose {
    /// One's own.
    Own,
    /// Somebody else's.
    Of(PersonId),
}

impl Whose {
    /// As the address says.
    pub(super) fn of(asked: &Asked) -> Result<Whose, Error> {
        if asked.param("person").is_empty() { Ok(Whose::Own) } else { asked.person().map(Whose::Of) }
    }

    pub(super) fn permit(&self, tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Permit, Error> {
        match self {
            Whose::Own => desk.own(tx),
            Whose::Of(person) => desk.person(tx, person),
        }
    }

    /// Where the list of these threads is, and below it each of them.
    pub(super) fn base(&self) -> String {
        match self {
            Whose::Own => "/meldinger".into(),
            Whose::Of(person) => format!("/beskjeder/{person}"),
        }
    }
}

/// Which thread the address says; any other text is simply no thread.
pub(super) fn thread_id(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("thread")).ok_or(Error::Missing)
}

/// What the asker is called as a sender: «Kari Nes, MO-senteret»; nothing for the person.
pub(in crate::messages) fn sender(desk: &Desk<'_>) -> Option<String> {
    let actor = &desk.ctx().actor;
    let workplace = actor.employer.as_ref().map_or("", |employer| employer.name.as_str());
    (actor.role != Role::Person).then(|| crate::messages::around::full_name(&actor.name, workplace))
}
