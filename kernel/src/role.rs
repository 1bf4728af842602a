//! Who somebody is while they work or ask: one role at a time.
//!
//! There is no police role, and the access matrix proves what follows from that.

/// A role. A person with two jobs chooses which one they are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Someone who has not signed in.
    Visitor,
    /// The person the record is about, looking at their own.
    Person,
    /// A relative whom the person has invited.
    NextOfKin,
    /// A parent or guardian of someone under eighteen: denied until that part exists.
    Guardian,
    /// A volunteer or peer in an organisation.
    Volunteer,
    /// The coordinator of the individual plan.
    Coordinator,
    /// Nurse or social worker at a reception and follow-up centre (MO-senter).
    MoNurse,
    /// General practitioner (fastlege).
    Gp,
    /// Caseworker in NAV.
    Nav,
    /// Specialist doctor who decides about LAR.
    LarDoctor,
    /// Staff at a municipal LAR outlet.
    LarOutlet,
    /// Pharmacy staff.
    Pharmacy,
    /// Nurse on a detoxification ward.
    DetoxNurse,
    /// Clinician in specialist outpatient treatment (TSB).
    Tsb,
    /// Staff in a consumption room.
    RoomStaff,
    /// Staff who analyse samples.
    DrugChecker,
    /// Outreach worker.
    Outreach,
    /// Housing worker.
    Housing,
    /// Dental service.
    Dental,
    /// Personnel responsible for children as next of kin.
    ChildResponsible,
    /// Worker in an advisory unit for drug cases.
    AdvisoryUnit,
    /// A leader who needs numbers, never persons.
    Leader,
    /// The privacy contact: logs, questions and emergencies, without content.
    PrivacyContact,
    /// System administrator: accounts and settings, without content.
    Admin,
}

impl Role {
    /// All roles, in the order of the matrix.
    pub const ALL: [Role; 24] = [
        Role::Visitor,
        Role::Person,
        Role::NextOfKin,
        Role::Guardian,
        Role::Volunteer,
        Role::Coordinator,
        Role::MoNurse,
        Role::Gp,
        Role::Nav,
        Role::LarDoctor,
        Role::LarOutlet,
        Role::Pharmacy,
        Role::DetoxNurse,
        Role::Tsb,
        Role::RoomStaff,
        Role::DrugChecker,
        Role::Outreach,
        Role::Housing,
        Role::Dental,
        Role::ChildResponsible,
        Role::AdvisoryUnit,
        Role::Leader,
        Role::PrivacyContact,
        Role::Admin,
    ];

    /// Those who meet people by name at work. Leaders, oversight and those who serve nobody by name have no list of people.
    pub const MEETS_PEOPLE: &[Role] = &[
        Role::Volunteer,
        Role::Coordinator,
        Role::MoNurse,
        Role::Gp,
        Role::Nav,
        Role::LarDoctor,
        Role::LarOutlet,
        Role::Pharmacy,
        Role::DetoxNurse,
        Role::Tsb,
        Role::RoomStaff,
        Role::Outreach,
        Role::Housing,
        Role::Dental,
        Role::ChildResponsible,
    ];

    /// The key in the database, the log, the matrix and the wording (`role-mo-nurse`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Role::Visitor => "visitor",
            Role::Person => "person",
            Role::NextOfKin => "next-of-kin",
            Role::Guardian => "guardian",
            Role::Volunteer => "volunteer",
            Role::Coordinator => "coordinator",
            Role::MoNurse => "mo-nurse",
            Role::Gp => "gp",
            Role::Nav => "nav",
            Role::LarDoctor => "lar-doctor",
            Role::LarOutlet => "lar-outlet",
            Role::Pharmacy => "pharmacy",
            Role::DetoxNurse => "detox-nurse",
            Role::Tsb => "tsb",
            Role::RoomStaff => "room-staff",
            Role::DrugChecker => "drug-checker",
            Role::Outreach => "outreach",
            Role::Housing => "housing",
            Role::Dental => "dental",
            Role::ChildResponsible => "child-responsible",
            Role::AdvisoryUnit => "advisory-unit",
            Role::Leader => "leader",
            Role::PrivacyContact => "privacy-contact",
            Role::Admin => "admin",
        }
    }

    /// The role with this key, or nothing for a key that is not ours.
    #[must_use]
    pub fn parse(key: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.key() == key)
    }

    /// Health personnel: bound by the duty of confidentiality of the Health Personnel Act, and the only ones who may
    /// open something in an emergency.
    #[must_use]
    pub const fn is_health_personnel(self) -> bool {
        matches!(
            self,
            Role::MoNurse
                | Role::Gp
                | Role::LarDoctor
                | Role::LarOutlet
                | Role::Pharmacy
                | Role::DetoxNurse
                | Role::Tsb
                | Role::Dental
                | Role::ChildResponsible
        )
    }

    /// Whether this role signs in through an organisation.
    #[must_use]
    pub const fn is_staff(self) -> bool {
        !matches!(self, Role::Visitor | Role::Person | Role::NextOfKin | Role::Guardian)
    }
}
