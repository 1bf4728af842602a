//! The pages: signing in with a passkey, and one's own passkeys.

mod own;
mod sign_in;

use kernel::role::Role;
use platform::web::{Route, Who, get, post};

/// The person, or an invited relative.
const OWN: Who = Who::AnyOf(&[Who::Person, Who::Roles(&[Role::NextOfKin])]);

/// Every address of the part. Staff have theirs under their own account, everyone else under their own.
pub const ROUTES: &[Route] = &[
    get("/inn/nokkel", Who::Anyone, |asked| asked.answer(sign_in::show)),
    post("/inn/nokkel/start", Who::Anyone, |asked| asked.answer(sign_in::start)),
    post("/inn/nokkel", Who::Anyone, |asked| asked.answer(sign_in::finish)),
    get("/mine-nokler", OWN, |asked| asked.answer(own::show)),
    post("/mine-nokler/start", OWN, |asked| asked.answer(own::start)),
    post("/mine-nokler", OWN, |asked| asked.answer(own::add)),
    post("/mine-nokler/fjern", OWN, |asked| asked.answer(own::remove)),
    get("/min-konto/nokler", Who::Staff, |asked| asked.answer(own::show)),
    post("/min-konto/nokler/start", Who::Staff, |asked| asked.answer(own::start)),
    post("/min-konto/nokler", Who::Staff, |asked| asked.answer(own::add)),
    post("/min-konto/nokler/fjern", Who::Staff, |asked| asked.answer(own::remove)),
];

/// A question on its way to the page's script.
#[derive(Clone, Debug)]
pub struct Asking {
    /// Which try.
    pub id: String,
    /// What the device is asked.
    pub options: String,
}

impl Asking {
    /// From what was kept with the form that asked.
    fn of(kept: &str) -> Option<Asking> {
        let (id, options) = kept.split_once(' ')?;
        Some(Asking { id: id.to_owned(), options: options.to_owned() })
    }

    fn kept(&self) -> String {
        format!("{} {}", self.id, self.options)
    }
}
