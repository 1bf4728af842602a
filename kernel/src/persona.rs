//! The people one can be in the demo: persona, role, and kind of organisation.

use crate::access::role_may_ever;
use crate::class::Class;
use crate::role::Role;

#[cfg(test)]
mod tests;

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganisationKind {
    /// A municipality: coordination, leaders and those who keep the system.
    Municipality,
    /// A reception and follow-up centre (MO-senter).
    MoCentre,
    /// A general practice.
    GpOffice,
    /// A NAV office.
    Nav,
    /// A LAR clinic of the specialist service.
    LarClinic,
    /// A municipal LAR outlet.
    LarOutlet,
    /// A pharmacy.
    Pharmacy,
    /// A detoxification ward.
    Detox,
    /// A specialist outpatient clinic (TSB).
    TsbClinic,
    /// A consumption room.
    ConsumptionRoom,
    /// A service that analyses samples.
    DrugChecking,
    /// An outreach team.
    Outreach,
    /// A housing service.
    Housing,
    /// The public dental service.
    Dental,
    /// A voluntary organisation.
    Voluntary,
    /// An advisory unit for drug cases.
    AdvisoryUnit,
}

impl OrganisationKind {
    /// All of them.
    pub const ALL: [OrganisationKind; 16] = [
        OrganisationKind::Municipality,
        OrganisationKind::MoCentre,
        OrganisationKind::GpOffice,
        OrganisationKind::Nav,
        OrganisationKind::LarClinic,
        OrganisationKind::LarOutlet,
        OrganisationKind::Pharmacy,
        OrganisationKind::Detox,
        OrganisationKind::TsbClinic,
        OrganisationKind::ConsumptionRoom,
        OrganisationKind::DrugChecking,
        OrganisationKind::Outreach,
        OrganisationKind::Housing,
        OrganisationKind::Dental,
        OrganisationKind::Voluntary,
        OrganisationKind::AdvisoryUnit,
    ];

    /// The key in the database and in the wording (`organisation-mo-centre`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            OrganisationKind::Municipality => "municipality",
            OrganisationKind::MoCentre => "mo-centre",
            OrganisationKind::GpOffice => "gp-office",
            OrganisationKind::Nav => "nav",
            OrganisationKind::LarClinic => "lar-clinic",
            OrganisationKind::LarOutlet => "lar-outlet",
            OrganisationKind::Pharmacy => "pharmacy",
            OrganisationKind::Detox => "detox",
            OrganisationKind::TsbClinic => "tsb-clinic",
            OrganisationKind::ConsumptionRoom => "consumption-room",
            OrganisationKind::DrugChecking => "drug-checking",
            OrganisationKind::Outreach => "outreach",
            OrganisationKind::Housing => "housing",
            OrganisationKind::Dental => "dental",
            OrganisationKind::Voluntary => "voluntary",
            OrganisationKind::AdvisoryUnit => "advisory-unit",
        }
    }

    /// The kind with this key, or nothing for a key that is not ours.
    #[must_use]
    pub fn parse(key: &str) -> Option<OrganisationKind> {
        OrganisationKind::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The role in which an organisation of this kind meets a person: whose eyes the person borrows before sharing with the
    /// organisation as a whole.
    #[must_use]
    pub fn main_role(self) -> Option<Role> {
        Persona::ALL.into_iter().find(|persona| persona.organisation == Some(self)).map(|persona| persona.role)
    }
}

/// Somebody one can be in the demo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Persona {
    /// The key on the demo's button and on the command line.
    pub key: &'static str,
    /// The role they are in.
    pub role: Role,
    /// Where they work; nothing for the person and their next of kin.
    pub organisation: Option<OrganisationKind>,
}

impl Persona {
    /// All of them, in the order of the demo's page.
    pub const ALL: [Persona; 23] = [
        someone("person", Role::Person),
        someone("person-new", Role::Person),
        at_work("coordinator", Role::Coordinator, OrganisationKind::Municipality),
        at_work("mo-nurse", Role::MoNurse, OrganisationKind::MoCentre),
        at_work("gp", Role::Gp, OrganisationKind::GpOffice),
        at_work("nav", Role::Nav, OrganisationKind::Nav),
        at_work("lar-doctor", Role::LarDoctor, OrganisationKind::LarClinic),
        at_work("lar-outlet", Role::LarOutlet, OrganisationKind::LarOutlet),
        at_work("pharmacy", Role::Pharmacy, OrganisationKind::Pharmacy),
        at_work("detox-nurse", Role::DetoxNurse, OrganisationKind::Detox),
        at_work("tsb", Role::Tsb, OrganisationKind::TsbClinic),
        at_work("room-staff", Role::RoomStaff, OrganisationKind::ConsumptionRoom),
        at_work("drug-checker", Role::DrugChecker, OrganisationKind::DrugChecking),
        at_work("outreach", Role::Outreach, OrganisationKind::Outreach),
        at_work("housing", Role::Housing, OrganisationKind::Housing),
        at_work("dental", Role::Dental, OrganisationKind::Dental),
        at_work("child-responsible", Role::ChildResponsible, OrganisationKind::TsbClinic),
        at_work("volunteer", Role::Volunteer, OrganisationKind::Voluntary),
        someone("next-of-kin", Role::NextOfKin),
        at_work("advisory-unit", Role::AdvisoryUnit, OrganisationKind::AdvisoryUnit),
        at_work("leader", Role::Leader, OrganisationKind::Municipality),
        at_work("privacy-contact", Role::PrivacyContact, OrganisationKind::Municipality),
        at_work("admin", Role::Admin, OrganisationKind::Municipality),
    ];

    /// The persona with this key, or nothing.
    #[must_use]
    pub fn parse(key: &str) -> Option<Persona> {
        Persona::ALL.into_iter().find(|persona| persona.key == key)
    }

    /// The record classes this persona may ever see something of, given a grant or a relation.
    pub fn classes(self) -> impl Iterator<Item = Class> {
        Class::ALL.into_iter().filter(move |class| role_may_ever(self.role, *class))
    }
}

const fn someone(key: &'static str, role: Role) -> Persona {
    Persona { key, role, organisation: None }
}

const fn at_work(key: &'static str, role: Role, organisation: OrganisationKind) -> Persona {
    Persona { key, role, organisation: Some(organisation) }
}
