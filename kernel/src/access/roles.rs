//! What each role may ever see: the outer fence, inside which grants and relations work.

use crate::class::Class;
use crate::role::Role;

/// Whether this role may ever see content of this class, if everything else says yes.
///
/// A grant can only narrow this. It says nothing about when: most of what is true here still needs a grant or a relation.
#[must_use]
pub const fn role_may_ever(role: Role, class: Class) -> bool {
    match class {
        Class::Open => true,
        Class::Anonymous => runs_anonymous_service(role),
        Class::Reaction => matches!(role, Role::Person | Role::AdvisoryUnit),
        Class::Own => may_be_shared_with(role),
        Class::Journal => may_see_health_records(role),
        Class::Welfare => may_see_welfare_records(role),
    }
}

/// Those who hand out, analyse or receive without asking for a name. Volunteers who do such work do it in one of these roles.
const fn runs_anonymous_service(role: Role) -> bool {
    matches!(
        role,
        Role::MoNurse
            | Role::LarOutlet
            | Role::Pharmacy
            | Role::DetoxNurse
            | Role::Tsb
            | Role::RoomStaff
            | Role::DrugChecker
            | Role::Outreach
            | Role::Housing
    )
}

/// Those with whom the person may share what is their own. Not those who analyse samples, who know no persons; not the
/// advisory unit, whose cases are linked to nothing; not those who lead, keep the system or guard privacy.
const fn may_be_shared_with(role: Role) -> bool {
    may_see_welfare_records(role) || matches!(role, Role::NextOfKin | Role::Volunteer)
}

/// The journal is for health personnel. The coordinator and NAV may see a part of it when the person says so;
/// housing, outreach and room staff are given the plan instead, and volunteers nothing (P-09).
const fn may_see_health_records(role: Role) -> bool {
    role.is_health_personnel() || matches!(role, Role::Person | Role::Coordinator | Role::Nav)
}

/// Welfare records are for those who give welfare services and, when the person says so, for health personnel.
const fn may_see_welfare_records(role: Role) -> bool {
    role.is_health_personnel() || gives_welfare_services(role) || matches!(role, Role::Person)
}

/// Those whose own organisation writes welfare records: also answers to a request for help and the registration of a
/// consumption room.
pub(super) const fn gives_welfare_services(role: Role) -> bool {
    matches!(
        role,
        Role::Coordinator
            | Role::MoNurse
            | Role::Nav
            | Role::LarOutlet
            | Role::RoomStaff
            | Role::Outreach
            | Role::Housing
            | Role::ChildResponsible
    )
}
