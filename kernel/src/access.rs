//! The one access decision: who may see what about whom, and on which ground.
//!
//! The rules stand in the order in which they are asked, and the first that speaks decides:
//!
//! 1. What is erased is gone for everyone, and whoever the person has blocked sees nothing, also in an emergency.
//! 2. Walls: what is about nobody has no name to show; what a role may never see, no permission can open.
//! 3. The person sees what is theirs.
//! 4. Name and whereabouts follow the relation or the grant; a protected address stays with the person.
//! 5. Content: the organisation that wrote it, then the person's grant unless the person has closed or objected, then an
//!    emergency.
//! 6. Silence is no.
//!
//! [`Reason`] is for the log and for the person. Whoever was denied is told one and the same thing for all of them, because
//! «blocked», «closed» and «protected» would each give away that there is something to hide.

mod matrix;
mod roles;
mod situation;

#[cfg(test)]
mod tests;

pub use matrix::matrix;
pub use roles::role_may_ever;
pub use situation::{AgeBand, Emergency, Relation, Shared, Situation};

use crate::area::Area;
use crate::class::Class;
use crate::role::Role;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// The records themselves.
    Content,
    /// Who the person is: the name they want to be called by and the year of birth.
    Card,
    /// Where the person can be found: phone, address, place.
    Whereabouts,
}

impl Aspect {
    /// All three.
    pub const ALL: [Aspect; 3] = [Aspect::Content, Aspect::Card, Aspect::Whereabouts];

    /// The key in the log and the matrix.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Aspect::Content => "content",
            Aspect::Card => "card",
            Aspect::Whereabouts => "whereabouts",
        }
    }
}

/// The ground on which something is shown; the person can read it beside each look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The person looks at their own.
    Own,
    /// The person has shared it.
    Grant,
    /// The organisation serves the person and must know who they are to do so.
    Relation,
    /// The asker's own organisation wrote it and is serving the person, or, for a reaction, is the unit that holds the case.
    WrittenHere,
    /// Danger to life: opened by this employee, told to the person and reviewed.
    Emergency,
    /// It is about nobody.
    NoPerson,
}

impl Basis {
    /// All six.
    pub const ALL: [Basis; 6] =
        [Basis::Own, Basis::Grant, Basis::Relation, Basis::WrittenHere, Basis::Emergency, Basis::NoPerson];

    /// The key in the log and the matrix, and in the wording (`basis-grant`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Basis::Own => "own",
            Basis::Grant => "grant",
            Basis::Relation => "relation",
            Basis::WrittenHere => "written-here",
            Basis::Emergency => "emergency",
            Basis::NoPerson => "no-person",
        }
    }
}

/// Why something is not shown: for the log and the person, never word for word for whoever was denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// No rule says yes.
    Silence,
    /// The person has had it erased.
    Erased,
    /// The person has blocked this employee.
    Blocked,
    /// The role may never see this class, whoever says yes.
    RoleNever,
    /// The person has closed this area.
    AreaClosed,
    /// The person has objected to sharing between health personnel.
    Objection,
    /// The address is protected by law.
    ProtectedAddress,
    /// The person is old enough to decide without a guardian.
    Age,
    /// A wall between purposes: the records are kept apart on purpose.
    Wall,
    /// It could have been shared and is not, or no longer.
    NotShared,
}

impl Reason {
    /// All ten.
    pub const ALL: [Reason; 10] = [
        Reason::Silence,
        Reason::Erased,
        Reason::Blocked,
        Reason::RoleNever,
        Reason::AreaClosed,
        Reason::Objection,
        Reason::ProtectedAddress,
        Reason::Age,
        Reason::Wall,
        Reason::NotShared,
    ];

    /// The key in the log and the matrix.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Reason::Silence => "silence",
            Reason::Erased => "erased",
            Reason::Blocked => "blocked",
            Reason::RoleNever => "role-never",
            Reason::AreaClosed => "area-closed",
            Reason::Objection => "objection",
            Reason::ProtectedAddress => "protected-address",
            Reason::Age => "age",
            Reason::Wall => "wall",
            Reason::NotShared => "not-shared",
        }
    }
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// Yes, on this ground.
    Permit(Basis),
    /// No, for this reason.
    Deny(Reason),
}

impl Decision {
    /// Whether it is a yes.
    #[must_use]
    pub const fn is_permit(self) -> bool {
        matches!(self, Decision::Permit(_))
    }
}

/// The question as the rules below see it.
#[derive(Clone, Copy)]
struct Asked<'a> {
    role: Role,
    class: Class,
    area: Option<Area>,
    aspect: Aspect,
    situation: &'a Situation,
}

/// Decides whether somebody in this role may see this aspect of a record of this class and area in this situation.
///
/// It always answers, and where no rule says yes the answer is no.
#[must_use]
pub fn decide(role: Role, class: Class, area: Option<Area>, aspect: Aspect, situation: &Situation) -> Decision {
    let asked = Asked { role, class, area, aspect, situation };
    if let Some(reason) = gone_or_blocked(situation) {
        return Decision::Deny(reason);
    }
    if let Some(reason) = behind_a_wall(&asked) {
        return Decision::Deny(reason);
    }
    if matches!(class, Class::Anonymous | Class::Open) {
        return about_nobody(&asked);
    }
    if role == Role::Person {
        return Decision::Permit(Basis::Own);
    }
    if class == Class::Reaction {
        return reaction(&asked);
    }
    match aspect {
        Aspect::Content => content(&asked),
        Aspect::Card => card(&asked),
        Aspect::Whereabouts => whereabouts(&asked),
    }
}

/// Rule 1. Nothing stands above these two: not a grant, not a duty, not an emergency.
fn gone_or_blocked(situation: &Situation) -> Option<Reason> {
    if situation.erased {
        Some(Reason::Erased)
    } else if situation.blocked {
        Some(Reason::Blocked)
    } else {
        None
    }
}

/// Rule 2. What no grant, relation or emergency can open for this role.
fn behind_a_wall(asked: &Asked<'_>) -> Option<Reason> {
    let about_nobody = matches!(asked.class, Class::Anonymous | Class::Open);
    if about_nobody {
        // Whoever asks for the name of nobody has taken a wrong turn, and gets none.
        return (asked.aspect != Aspect::Content).then_some(Reason::Wall);
    }
    if asked.role == Role::Guardian {
        return Some(guardian_is_denied(asked.situation.age));
    }
    let reaction_class = asked.class == Class::Reaction;
    let reaction_role = asked.role == Role::AdvisoryUnit;
    if asked.role != Role::Person && reaction_class != reaction_role {
        return Some(Reason::Wall);
    }
    (!role_may_ever(asked.role, asked.class)).then_some(Reason::RoleNever)
}

/// Guardians: from twelve years the young person decides (P-23). Under twelve a guardian may one day see something, but the
/// part that finds out who is a guardian does not exist, so there is nobody to let in.
fn guardian_is_denied(age: AgeBand) -> Reason {
    match age {
        AgeBand::Under12 => Reason::RoleNever,
        AgeBand::From12 | AgeBand::From16 | AgeBand::Adult => Reason::Age,
    }
}

/// Places, alerts and figures are for everyone. Anonymous contacts are for those who run such a service, and for whoever
/// holds the slip: the slip is the grant, and nobody is asked whose it was.
fn about_nobody(asked: &Asked<'_>) -> Decision {
    let has_slip = asked.situation.shared == Shared::Yes && matches!(asked.role, Role::Visitor | Role::Person);
    if asked.class == Class::Open || role_may_ever(asked.role, Class::Anonymous) || has_slip {
        Decision::Permit(Basis::NoPerson)
    } else {
        Decision::Deny(Reason::RoleNever)
    }
}

/// A reaction is for the unit that holds the case. It asks neither for a relation nor for a grant, because it may not touch
/// the tables in which those are kept: a reaction is linked to nothing else (P-02).
fn reaction(asked: &Asked<'_>) -> Decision {
    if asked.aspect == Aspect::Whereabouts && asked.situation.protected_address {
        Decision::Deny(Reason::ProtectedAddress)
    } else if asked.situation.written_here {
        Decision::Permit(Basis::WrittenHere)
    } else {
        Decision::Deny(Reason::Silence)
    }
}

/// Rule 4, the name. Staff know whom they serve; whoever the person shares with knows who shares; in an emergency the name
/// is needed. Volunteers and next of kin know a name only because the person has shared something with them.
fn card(asked: &Asked<'_>) -> Decision {
    if serves(asked) {
        Decision::Permit(Basis::Relation)
    } else if asked.situation.shared == Shared::Yes {
        Decision::Permit(Basis::Grant)
    } else if emergency_is_open(asked) && matches!(asked.class, Class::Own | Class::Journal) {
        Decision::Permit(Basis::Emergency)
    } else {
        Decision::Deny(Reason::NotShared)
    }
}

/// Rule 4, where the person can be found. Not in an emergency opening, which is about treating somebody who is there, and
/// never for volunteers and next of kin, whom the person calls when they wish.
fn whereabouts(asked: &Asked<'_>) -> Decision {
    if asked.situation.protected_address {
        Decision::Deny(Reason::ProtectedAddress)
    } else if matches!(asked.role, Role::Volunteer | Role::NextOfKin) {
        Decision::Deny(Reason::RoleNever)
    } else if serves(asked) {
        Decision::Permit(Basis::Relation)
    } else if asked.situation.shared == Shared::Yes {
        Decision::Permit(Basis::Grant)
    } else {
        Decision::Deny(Reason::NotShared)
    }
}

/// Rule 5. A closed area and an objection stop the grant and nothing else: they reach neither the organisation that wrote
/// the record (P-13) nor an emergency.
fn content(asked: &Asked<'_>) -> Decision {
    if wrote_it_and_serves(asked) {
        return Decision::Permit(Basis::WrittenHere);
    }
    let stop = the_person_has_said_stop(asked);
    if stop.is_none() && is_granted(asked) {
        return Decision::Permit(Basis::Grant);
    }
    if emergency_opens(asked) {
        return Decision::Permit(Basis::Emergency);
    }
    Decision::Deny(stop.unwrap_or_else(|| silence(asked.area)))
}

/// The organisation that wrote the record and still serves the person: health care for health personnel, welfare for those
/// who give welfare services. What the person owns is nobody else's record, whoever typed it.
fn wrote_it_and_serves(asked: &Asked<'_>) -> bool {
    let writes_such = match asked.class {
        Class::Journal => asked.role.is_health_personnel(),
        Class::Welfare => roles::gives_welfare_services(asked.role),
        Class::Own | Class::Anonymous | Class::Reaction | Class::Open => false,
    };
    writes_such && asked.situation.written_here && asked.situation.relation == Relation::Serving
}

/// What stops sharing even where there is a grant.
fn the_person_has_said_stop(asked: &Asked<'_>) -> Option<Reason> {
    if asked.situation.area_closed {
        Some(Reason::AreaClosed)
    } else if asked.situation.objection && asked.role.is_health_personnel() && is_health_content(asked) {
        Some(Reason::Objection)
    } else {
        None
    }
}

/// What an objection to sharing between health personnel covers (P-17): the journal, and the areas of health wherever they
/// are written.
fn is_health_content(asked: &Asked<'_>) -> bool {
    asked.class == Class::Journal || matches!(asked.area, Some(Area::Body | Area::Teeth | Area::Medicines | Area::MentalHealth))
}

/// A grant names an area. What has no area has not been shared with anyone.
fn is_granted(asked: &Asked<'_>) -> bool {
    asked.situation.shared == Shared::Yes && asked.area.is_some()
}

/// What an emergency opens: what keeps somebody alive, and no more. Never money, housing or people, never welfare.
fn emergency_opens(asked: &Asked<'_>) -> bool {
    emergency_is_open(asked)
        && matches!(asked.class, Class::Own | Class::Journal)
        && matches!(asked.area, Some(Area::Body | Area::Medicines | Area::MentalHealth | Area::Safety))
}

/// An emergency is opened by health personnel, each for themselves, and it ends.
fn emergency_is_open(asked: &Asked<'_>) -> bool {
    asked.situation.emergency == Emergency::Open && asked.role.is_health_personnel()
}

/// Staff of an organisation that serves the person now. A volunteer has no such relation (P-09).
fn serves(asked: &Asked<'_>) -> bool {
    asked.situation.relation == Relation::Serving && asked.role.is_staff() && asked.role != Role::Volunteer
}

/// Rule 6. An area could have been shared; what has no area could not.
fn silence(area: Option<Area>) -> Reason {
    if area.is_some() { Reason::NotShared } else { Reason::Silence }
}
