//! The rules of working here: who may be invited as what, by whom, from when and until when, and what opens a door.

use kernel::id::OrganisationId;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Timestamp;

/// How many days a one-time link can be used.
pub const LINK_DAYS: i64 = 3;
/// How many minutes a colleague's code can be used.
pub const CODE_MINUTES: i64 = 10;
/// Digits in a colleague's code.
pub const CODE_DIGITS: usize = 8;
/// Fewest characters of a PIN.
pub const PIN_LEAST: usize = 6;
/// Most characters of a PIN or phrase.
pub const PIN_MOST: usize = 64;
/// How far ahead access may be given, in days. Longer than two years is looked at again.
pub const MOST_DAYS: i64 = 731;

/// Whoever gives or takes access: an administrator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asker {
    /// Where they work.
    pub organisation: OrganisationId,
    /// Whether that is the municipality, which answers for the whole; an administrator elsewhere has their own house only.
    pub whole: bool,
}

impl Asker {
    /// Whether this organisation is theirs to set up.
    #[must_use]
    pub fn manages(&self, organisation: &OrganisationId) -> bool {
        self.whole || self.organisation == *organisation
    }
}

/// Where an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A link was made and nobody has used it.
    Invited {
        /// The first moment of access.
        from: Timestamp,
        /// The last moment of access, when one is set.
        access_until: Option<Timestamp>,
    },
    /// The invitation was taken back.
    Withdrawn,
    /// At work.
    AtWork {
        /// When access ends by itself.
        until: Option<Timestamp>,
    },
    /// Access has ended.
    Ended,
}

impl Standing {
    /// Where an account with these dates stands now.
    #[must_use]
    pub fn of(ended_at: Option<Timestamp>, now: Timestamp) -> Standing {
        match ended_at {
            Some(ended) if ended <= now => Standing::Ended,
            until => Standing::AtWork { until },
        }
    }
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The link is used.
    Redeem,
    /// The invitation is taken back.
    Withdraw,
    /// Somebody comes in through a door.
    Enter,
    /// A new link for somebody who has neither passkey nor PIN any more.
    NewLink,
    /// Access ends at another time.
    EndAt(Option<Timestamp>),
    /// Access ends now. `last` says that nobody else could give access.
    EndNow {
        /// Whether this is the last administrator of the whole.
        last: bool,
    },
}

/// What comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// An account begins, with the end it was given.
    Begins {
        /// When access ends by itself.
        until: Option<Timestamp>,
    },
    /// Doors are made anew; the old ones and all sessions end.
    DoorsAnew,
    /// The invitation is void.
    Void,
    /// They may come in.
    Entered,
    /// A link is made.
    Linked,
    /// The end is set; sessions end by themselves when it comes.
    Ends(Option<Timestamp>),
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The link is wrong, old or used.
    Link,
    /// The first day has not come.
    NotYet,
    /// Access has ended.
    Ended,
    /// Code, PIN or both are wrong: one sentence for all.
    Wrong,
    /// Too many wrong tries.
    TooMany,
    /// The organisation is not this administrator's.
    NotYours,
    /// The role does not belong in such an organisation.
    RoleElsewhere,
    /// Nobody would be left to give access.
    LastAdmin,
    /// It was invited already taken, or withdrawn.
    Over,
    /// The organisation is closed.
    Closed,
}

impl Refusal {
    /// All of them, for tests of the wording.
    pub const ALL: [Refusal; 10] = [
        Refusal::Link,
        Refusal::NotYet,
        Refusal::Ended,
        Refusal::Wrong,
        Refusal::TooMany,
        Refusal::NotYours,
        Refusal::RoleElsewhere,
        Refusal::LastAdmin,
        Refusal::Over,
        Refusal::Closed,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Link => "staff-link",
            Refusal::NotYet => "staff-not-yet",
            Refusal::Ended => "staff-ended",
            Refusal::Wrong => "staff-wrong",
            Refusal::TooMany => "staff-too-many",
            Refusal::NotYours => "staff-not-yours",
            Refusal::RoleElsewhere => "staff-role-elsewhere",
            Refusal::LastAdmin => "staff-last-admin",
            Refusal::Over => "staff-over",
            Refusal::Closed => "staff-closed",
        }
    }
}

/// What a command does to an account where it stands.
///
/// # Errors
/// A [`Refusal`].
pub fn decide(standing: Standing, command: Command, now: Timestamp) -> Result<Change, Refusal> {
    match (standing, command) {
        (Standing::Invited { from, .. }, Command::Redeem) if from > now => Err(Refusal::NotYet),
        (Standing::Invited { access_until, .. }, Command::Redeem) if access_until.is_some_and(|end| end <= now) => {
            Err(Refusal::Link)
        }
        (Standing::Invited { access_until, .. }, Command::Redeem) => Ok(Change::Begins { until: access_until }),
        (Standing::Invited { .. }, Command::Withdraw) => Ok(Change::Void),
        (Standing::Invited { .. }, Command::NewLink) => Ok(Change::Linked),
        (Standing::AtWork { .. }, Command::Redeem) => Ok(Change::DoorsAnew),
        (Standing::AtWork { .. }, Command::Enter) => Ok(Change::Entered),
        (Standing::AtWork { .. }, Command::NewLink) => Ok(Change::Linked),
        (Standing::AtWork { .. }, Command::EndAt(until)) => Ok(Change::Ends(until)),
        (Standing::AtWork { .. }, Command::EndNow { last: true }) => Err(Refusal::LastAdmin),
        (Standing::AtWork { .. }, Command::EndNow { last: false }) => Ok(Change::Ends(Some(now))),
        (Standing::Withdrawn | Standing::Ended, Command::Redeem) => Err(Refusal::Link),
        (Standing::Ended, Command::Enter) => Err(Refusal::Wrong),
        (Standing::Ended, _) => Err(Refusal::Ended),
        (Standing::Invited { .. } | Standing::Withdrawn, _) | (Standing::AtWork { .. }, Command::Withdraw) => Err(Refusal::Over),
    }
}

/// The roles somebody can be invited in to an organisation of this kind, the one that meets people first.
#[must_use]
pub fn roles_in(kind: OrganisationKind) -> Vec<Role> {
    let at_home = kernel::persona::Persona::ALL.into_iter().filter(|persona| persona.organisation == Some(kind));
    let mut roles: Vec<Role> = at_home.map(|persona| persona.role).collect();
    let gives_health_care = roles.iter().any(|role| role.is_health_personnel());
    let more = [
        // The health personnel who follow up children of patients are in every health service (helsepersonelloven § 10 a).
        (gives_health_care, Role::ChildResponsible),
        // A coordinator may come from the municipality or from the specialist service (pasient- og brukerrettighetsloven § 2-5).
        (matches!(kind, OrganisationKind::MoCentre | OrganisationKind::Housing | OrganisationKind::TsbClinic), Role::Coordinator),
        (kind != OrganisationKind::AdvisoryUnit, Role::Leader),
        (true, Role::Admin),
    ];
    for (fits, role) in more {
        if fits && !roles.contains(&role) {
            roles.push(role);
        }
    }
    roles
}

/// Refuses a role that has no place in such an organisation: what somebody may see follows from both.
///
/// # Errors
/// [`Refusal::RoleElsewhere`].
pub fn fits(role: Role, kind: OrganisationKind) -> Result<(), Refusal> {
    if roles_in(kind).contains(&role) { Ok(()) } else { Err(Refusal::RoleElsewhere) }
}

/// Whether a PIN or phrase is hard enough to guess: long enough, not one sign again and again, not a row of digits.
#[must_use]
pub fn is_good_pin(typed: &str) -> bool {
    let signs: Vec<char> = typed.split_whitespace().flat_map(str::chars).collect();
    let steps = |by: i64| {
        signs.windows(2).all(|pair| matches!(pair, [a, b] if i64::from(u32::from(*b)) - i64::from(u32::from(*a)) == by))
    };
    (PIN_LEAST..=PIN_MOST).contains(&signs.len()) && ![0, 1, -1].into_iter().any(steps)
}

/// A Norwegian organisation number: nine digits, the last a check digit modulus 11 (Brønnøysundregistrene).
#[must_use]
pub fn is_organisation_number(text: &str) -> bool {
    const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];
    let digits: Option<Vec<u32>> = text.chars().map(|sign| sign.to_digit(10)).collect();
    let Some(digits) = digits.filter(|digits| digits.len() == 9) else { return false };
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let check = (11 - sum % 11) % 11;
    digits.last() == Some(&check)
}

/// A number in the register of health personnel (HPR): up to nine digits.
#[must_use]
pub fn is_hpr_number(text: &str) -> bool {
    (5..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
