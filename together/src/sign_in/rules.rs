//! The way back in for somebody who has lost their phone: who may speak for whom, how often one may try, and for how long.

use kernel::id::{AccountId, OrganisationId};
use kernel::refusal;
use kernel::role::Role;
use kernel::time::Timestamp;

/// The roles that meet people and may help them in: not those who never meet anyone by name, and not those whose wall
/// lies around their own work.
pub const HELPING: &[Role] = &[
    Role::Coordinator,
    Role::MoNurse,
    Role::Gp,
    Role::Nav,
    Role::LarDoctor,
    Role::LarOutlet,
    Role::DetoxNurse,
    Role::Tsb,
    Role::RoomStaff,
    Role::Outreach,
    Role::Housing,
    Role::ChildResponsible,
];

/// How long a case stands open before somebody has shown who they are.
pub const CASE_S: i64 = 20 * 60;
/// How long a vouching counts.
pub const VOUCH_S: i64 = 15 * 60;
/// How long one may choose what to do, after having shown who one is.
pub const CHOOSE_S: i64 = 15 * 60;
/// How long six digits open the door (ux.md, J4).
pub const DIGITS_S: i64 = 10 * 60;
/// Tries at the PIN or the own words in one case (ux.md, J4).
pub const TRIES: i64 = 5;

/// How it was shown who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// PIN or own words, with the employee beside them.
    Own,
    /// The card, and an employee who knows the person.
    CardAndKnown,
    /// Two employees, or one and the named contact.
    Vouched,
}

impl Proof {
    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Proof::Own => "own",
            Proof::CardAndKnown => "card-and-known",
            Proof::Vouched => "vouched",
        }
    }

    /// The proof with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Proof> {
        [Proof::Own, Proof::CardAndKnown, Proof::Vouched].into_iter().find(|proof| proof.key() == key)
    }
}

/// An employee who helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helper {
    /// Their account.
    pub account: AccountId,
    /// Where they work.
    pub organisation: OrganisationId,
    /// Their name.
    pub name: String,
    /// Their number in the register of health personnel.
    pub hpr_number: Option<String>,
    /// Whether they are the person's named contact.
    pub is_contact: bool,
}

impl Helper {
    /// Whether two accounts belong to one human being. Somebody who works in two places has two accounts, and speaks once:
    /// when in doubt it is the same one.
    fn is_same(&self, other: &Helper) -> bool {
        let same_number = self.hpr_number.is_some() && self.hpr_number == other.hpr_number;
        let name = |helper: &Helper| helper.name.trim().to_lowercase();
        self.account == other.account || same_number || name(self) == name(other)
    }
}

/// A case as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Who began it.
    pub begun_by: AccountId,
    /// Where they work: whoever else speaks for the person is there too, or is the contact.
    pub organisation: OrganisationId,
    /// When.
    pub started_at: Timestamp,
    /// Tries at PIN, words or card so far.
    pub tries: i64,
    /// Who has spoken for the person, and when.
    pub spoken: Vec<(Helper, Timestamp)>,
    /// How and when it was shown who they are.
    pub proof: Option<(Proof, Timestamp)>,
    /// When a door was opened with it.
    pub done_at: Option<Timestamp>,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// A try is counted, before it is looked at.
    Try,
    /// PIN or own words were typed.
    Own {
        /// Whether they were right.
        right: bool,
    },
    /// A card was shown to the employee who began.
    Card {
        /// Whether it is the person's.
        right: bool,
        /// Whether the employee has ticked that they know the person.
        knows: bool,
        /// Who shows it.
        by: AccountId,
    },
    /// «Jeg kjenner personen.»
    SpeakFor(Helper),
    /// The person chooses a screen, a phone or a card.
    Choose {
        /// Whether it opens a door and so ends the case.
        ends: bool,
    },
}

/// What follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// One more try stands.
    Tried,
    /// It has been shown who they are: all old sessions end.
    Proven(Proof),
    /// One has spoken; one more is needed.
    Spoken,
    /// A choice was made.
    Chosen,
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has stood open too long, or has been used.
    Over,
    /// Five tries.
    NoTriesLeft,
    /// It did not fit.
    NoMatch,
    /// A card alone opens nothing.
    CardAlone,
    /// The same human being has spoken already.
    SameHelper,
    /// Neither at the same place nor the person's contact.
    NotHereNorContact,
    /// Nobody has shown yet who they are.
    NotProven,
    /// It has been shown already.
    AlreadyProven,
    /// There is nobody to let in.
    NobodyFound,
    /// This employee has searched too often.
    TooManySearches,
    /// A PIN is needed before the screen can be locked.
    NoPin,
    /// They have been in, or have a PIN or a card: nobody else gives them another.
    HasDoors,
    /// The employee works where the person is not served.
    NotServing,
}

impl Refusal {
    /// All of them.
    pub const ALL: [Refusal; 13] = [
        Refusal::Over,
        Refusal::NoTriesLeft,
        Refusal::NoMatch,
        Refusal::CardAlone,
        Refusal::SameHelper,
        Refusal::NotHereNorContact,
        Refusal::NotProven,
        Refusal::AlreadyProven,
        Refusal::NobodyFound,
        Refusal::TooManySearches,
        Refusal::NoPin,
        Refusal::HasDoors,
        Refusal::NotServing,
    ];
}

impl refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Over => "sign-in-over",
            Refusal::NoTriesLeft => "sign-in-no-tries-left",
            Refusal::NoMatch => "sign-in-no-match",
            Refusal::CardAlone => "sign-in-card-alone",
            Refusal::SameHelper => "sign-in-same-helper",
            Refusal::NotHereNorContact => "sign-in-not-here-nor-contact",
            Refusal::NotProven => "sign-in-not-proven",
            Refusal::AlreadyProven => "sign-in-already-proven",
            Refusal::NobodyFound => "sign-in-nobody-found",
            Refusal::TooManySearches => "sign-in-too-many-searches",
            Refusal::NoPin => "sign-in-no-pin",
            Refusal::HasDoors => "sign-in-has-doors",
            Refusal::NotServing => "sign-in-not-serving",
        }
    }
}

/// Whether an employee may help somebody to their first PIN and card. Only where there has been no door at all: whoever has
/// been in has something of their own behind it, and goes by the way back in, where one employee alone opens nothing.
///
/// # Errors
/// The rules' no.
pub const fn may_give_first(has_doors: bool, serving: bool) -> Result<(), Refusal> {
    match (has_doors, serving) {
        (true, _) => Err(Refusal::HasDoors),
        (false, false) => Err(Refusal::NotServing),
        (false, true) => Ok(()),
    }
}

impl Case {
    /// Whether its time is up or it has been used.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        let late = match self.proof {
            None => now.since_s(self.started_at) >= CASE_S,
            Some((_, at)) => now.since_s(at) >= CHOOSE_S,
        };
        late || self.done_at.is_some()
    }

    /// Those whose vouching still counts.
    pub fn fresh(&self, now: Timestamp) -> impl Iterator<Item = &Helper> {
        self.spoken.iter().filter(move |(_, at)| now.since_s(*at) < VOUCH_S).map(|(helper, _)| helper)
    }
}

/// Decides. Pure: time comes in, nothing goes out but the answer.
///
/// # Errors
/// The rules' no.
pub fn decide(case: &Case, command: &Command, now: Timestamp) -> Result<Change, Refusal> {
    if case.is_over(now) {
        return Err(Refusal::Over);
    }
    if let Command::Choose { .. } = command {
        return case.proof.map(|_| Change::Chosen).ok_or(Refusal::NotProven);
    }
    if case.proof.is_some() {
        return Err(Refusal::AlreadyProven);
    }
    match command {
        Command::Try if case.tries >= TRIES => Err(Refusal::NoTriesLeft),
        Command::Try => Ok(Change::Tried),
        Command::Own { right: true } => Ok(Change::Proven(Proof::Own)),
        Command::Own { right: false } | Command::Card { right: false, .. } => Err(Refusal::NoMatch),
        Command::Card { knows: false, .. } => Err(Refusal::CardAlone),
        Command::Card { by, .. } if *by != case.begun_by => Err(Refusal::NotHereNorContact),
        Command::Card { .. } => Ok(Change::Proven(Proof::CardAndKnown)),
        Command::SpeakFor(helper) => speak_for(case, helper, now),
        Command::Choose { .. } => Err(Refusal::NotProven),
    }
}

fn speak_for(case: &Case, helper: &Helper, now: Timestamp) -> Result<Change, Refusal> {
    if case.fresh(now).any(|earlier| earlier.is_same(helper)) {
        return Err(Refusal::SameHelper);
    }
    if helper.organisation != case.organisation && !helper.is_contact {
        return Err(Refusal::NotHereNorContact);
    }
    // Two who are not there would be a call from anywhere: one of the two stands beside the person.
    let beside = std::iter::once(helper).chain(case.fresh(now)).any(|one| one.organisation == case.organisation);
    match case.fresh(now).count() {
        0 => Ok(Change::Spoken),
        _ if beside => Ok(Change::Proven(Proof::Vouched)),
        _ => Err(Refusal::NotHereNorContact),
    }
}
