//! The rules: who may register, when an account is closed and opened again, and who may protect an address.

use kernel::role::Role;
use kernel::time::Timestamp;

use super::limits::Limits;

/// Those who meet people at a door and may write down who is there. Volunteers do not: they know a name only from the
/// person (P-09).
pub const REGISTERING: &[Role] = &[
    Role::Coordinator,
    Role::MoNurse,
    Role::Gp,
    Role::Nav,
    Role::LarDoctor,
    Role::LarOutlet,
    Role::DetoxNurse,
    Role::Tsb,
    Role::Outreach,
    Role::Housing,
    Role::Dental,
    Role::ChildResponsible,
];

/// Those who may set and lift the protection of an address on behalf of somebody they serve, with its ground in law.
pub const PROTECTING: &[Role] = &[Role::Coordinator, Role::MoNurse, Role::Nav, Role::Tsb, Role::Housing];

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The account is closed already.
    AlreadyClosed,
    /// The account is open.
    NotClosed,
    /// The days are over and it is being deleted.
    TooLate,
    /// The address is protected already.
    AlreadyProtected,
    /// The address is not protected.
    NotProtected,
    /// Somebody else set it, and lifting it is theirs.
    SetByOthers,
    /// The asker's organisation does not serve the person.
    NotServing,
    /// The registration is not at the door of the asker's organisation.
    NotOurs,
    /// The two are one and the same record.
    SameRecord,
    /// One of the two belongs together with a third already.
    LinkedAlready,
    /// The proof is too old, or the link was made or undone in the meantime.
    LinkGone,
    /// The days in which two records can be taken apart are over.
    LinkSettled,
}

impl Refusal {
    /// All of them.
    pub const ALL: [Refusal; 12] = [
        Refusal::AlreadyClosed,
        Refusal::NotClosed,
        Refusal::TooLate,
        Refusal::AlreadyProtected,
        Refusal::NotProtected,
        Refusal::SetByOthers,
        Refusal::NotServing,
        Refusal::NotOurs,
        Refusal::SameRecord,
        Refusal::LinkedAlready,
        Refusal::LinkGone,
        Refusal::LinkSettled,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::AlreadyClosed => "people-already-closed",
            Refusal::NotClosed => "people-not-closed",
            Refusal::TooLate => "people-too-late",
            Refusal::AlreadyProtected => "people-already-protected",
            Refusal::NotProtected => "people-not-protected",
            Refusal::SetByOthers => "people-set-by-others",
            Refusal::NotServing => "people-not-serving",
            Refusal::NotOurs => "people-not-ours",
            Refusal::SameRecord => "people-same-record",
            Refusal::LinkedAlready => "people-linked-already",
            Refusal::LinkGone => "people-link-gone",
            Refusal::LinkSettled => "people-link-settled",
        }
    }
}

/// Where an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    /// In use.
    Open,
    /// Nobody but the person gets in, and that only to open it again.
    Closed {
        /// Since when.
        since: Timestamp,
        /// When it is deleted.
        due: Timestamp,
    },
}

/// What the person does with the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountCommand {
    /// Closes it.
    Close,
    /// Opens it again.
    Reopen,
}

/// What becomes of the account.
///
/// # Errors
/// A refusal.
pub fn decide_account(account: Account, command: AccountCommand, limits: &Limits, now: Timestamp) -> Result<Account, Refusal> {
    match (account, command) {
        (Account::Open, AccountCommand::Close) => Ok(Account::Closed { since: now, due: now.plus_days(limits.closing_days) }),
        (Account::Closed { .. }, AccountCommand::Close) => Err(Refusal::AlreadyClosed),
        (Account::Open, AccountCommand::Reopen) => Err(Refusal::NotClosed),
        (Account::Closed { due, .. }, AccountCommand::Reopen) if due <= now => Err(Refusal::TooLate),
        (Account::Closed { .. }, AccountCommand::Reopen) => Ok(Account::Open),
    }
}

/// On what ground an address is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The person says so.
    Own,
    /// Confidential in the population register (code 7).
    Confidential,
    /// Strictly confidential in the population register (code 6).
    Strict,
    /// Somebody threatens the person, and the person and the employee have agreed on it.
    Threat,
}

impl Ground {
    /// What an employee chooses between.
    pub const CHOICES: [Ground; 3] = [Ground::Confidential, Ground::Strict, Ground::Threat];
    /// All of them.
    pub const ALL: [Ground; 4] = [Ground::Own, Ground::Confidential, Ground::Strict, Ground::Threat];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Ground::Own => "own",
            Ground::Confidential => "confidential",
            Ground::Strict => "strict",
            Ground::Threat => "threat",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Ground> {
        Ground::ALL.into_iter().find(|ground| ground.key() == key)
    }
}

/// Who sets or lifts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protector {
    /// The person.
    Person,
    /// An employee, and whether their organisation serves the person now.
    Employee {
        /// It does.
        serving: bool,
    },
}

/// Whether the protection may be set now.
///
/// # Errors
/// A refusal.
pub const fn may_protect(standing: Option<Ground>, by: Protector) -> Result<(), Refusal> {
    match (standing, by) {
        (_, Protector::Employee { serving: false }) => Err(Refusal::NotServing),
        (Some(_), _) => Err(Refusal::AlreadyProtected),
        (None, _) => Ok(()),
    }
}

/// Whether the protection may be lifted now. What the person set, only the person lifts; what rests on the register or on a
/// threat is lifted by an employee who has seen that the ground is gone, so that nobody can be pressed into it.
///
/// # Errors
/// A refusal.
pub const fn may_lift(standing: Option<Ground>, by: Protector) -> Result<(), Refusal> {
    match (standing, by) {
        (_, Protector::Employee { serving: false }) => Err(Refusal::NotServing),
        (None, _) => Err(Refusal::NotProtected),
        (Some(Ground::Own), Protector::Person) => Ok(()),
        (Some(Ground::Own), Protector::Employee { .. }) | (Some(_), Protector::Person) => Err(Refusal::SetByOthers),
        (Some(_), Protector::Employee { serving: true }) => Ok(()),
    }
}

/// Two records of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The person has shown that both are theirs, and has not yet said that they belong together.
    Proven {
        /// When.
        at: Timestamp,
    },
    /// They belong together.
    Linked {
        /// Since when.
        at: Timestamp,
    },
    /// They were taken apart again.
    Undone,
}

/// What the person does with two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkCommand {
    /// «Ja, de hører sammen».
    Join,
    /// «Angre».
    Undo,
}

/// What becomes of the two.
///
/// # Errors
/// A refusal.
pub fn decide_link(link: Link, command: LinkCommand, limits: &Limits, now: Timestamp) -> Result<Link, Refusal> {
    match (link, command) {
        (Link::Proven { at }, LinkCommand::Join) if now <= at.plus_minutes(limits.link_code_minutes) => {
            Ok(Link::Linked { at: now })
        }
        (Link::Linked { at }, LinkCommand::Undo) if now <= at.plus_days(limits.link_undo_days) => Ok(Link::Undone),
        (Link::Linked { .. }, LinkCommand::Undo) => Err(Refusal::LinkSettled),
        (Link::Proven { .. } | Link::Undone | Link::Linked { .. }, _) => Err(Refusal::LinkGone),
    }
}

/// Whether two records may be put together: never one with itself, and never three in a row.
///
/// # Errors
/// A refusal.
pub const fn may_join(same: bool, kept_belongs_elsewhere: bool, other_belongs_elsewhere: bool) -> Result<(), Refusal> {
    if same {
        Err(Refusal::SameRecord)
    } else if kept_belongs_elsewhere || other_belongs_elsewhere {
        Err(Refusal::LinkedAlready)
    } else {
        Ok(())
    }
}
