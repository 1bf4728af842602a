//! The pages of complaints.

mod letter;
mod panels;
mod staff;

use kernel::role::Role;
use kernel::time::Timestamp;
use platform::frame::Say;
use platform::web::{Route, Who, get, post};

use super::rules::State;
use super::store::Letter;

pub use panels::{mine_panel, today};

const READERS: Who = Who::Roles(&[Role::Leader, Role::PrivacyContact]);

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/klage", Who::Anyone, |asked| asked.answer(letter::places)),
    get("/klage/svar", Who::Anyone, |asked| asked.answer(letter::code)),
    post("/klage/svar", Who::Anyone, |asked| asked.answer(letter::open)),
    get("/klage/{organisation}", Who::Anyone, |asked| asked.answer(letter::write)),
    post("/klage/{organisation}", Who::Anyone, |asked| asked.answer(letter::send)),
    get("/mine-brev/{letter}", Who::Person, |asked| asked.answer(letter::mine)),
    get("/klager", READERS, |asked| asked.answer(staff::list)),
    get("/klager/{letter}", READERS, |asked| asked.answer(staff::show)),
    post("/klager/{letter}", READERS, |asked| asked.answer(staff::answer)),
];

/// A letter as drawn.
pub struct ShownLetter {
    /// What it is, and about whom.
    pub title: String,
    /// What it says.
    pub words: String,
    /// Who wrote it.
    pub signed: String,
    /// When it was sent.
    pub sent: String,
    /// Where it stands.
    pub state: String,
    /// The answer, and who gave it.
    pub answer: Option<(String, String)>,
}

fn state(say: &Say, state: State, now: Timestamp) -> String {
    say.with(&format!("complaints-state-{}", state.key(now)), "date", say.date_with_year(state.time().day()))
}

fn shown(say: &Say, letter: &Letter, now: Timestamp) -> ShownLetter {
    ShownLetter {
        title: say.with(&format!("complaints-about-{}", letter.kind.key()), "place", &letter.about),
        words: letter.words.clone(),
        signed: letter.signed.clone().unwrap_or_else(|| say.t("complaints-unsigned")),
        sent: say.with("complaints-sent", "date", say.date_with_year(letter.sent_at.day())),
        state: state(say, letter.state, now),
        answer: letter.answer.clone(),
    }
}
