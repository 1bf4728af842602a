//! Who has been asked, handed or told something about a person without a share of the whole area: the organisations that the
//! part's own row names. Words written in that part are theirs to read; nothing else is.

use kernel::role::Role;
use platform::args;

use crate::city::{Client, World};
use crate::marks::Mark;

/// One part's parties.
struct Parties {
    part: &'static str,
    /// Who of them reads it; everybody at work there when there are none.
    roles: &'static [Role],
    /// The organisations, by person.
    organisations: &'static str,
}

const PARTIES: [Parties; 14] = [
    // An office that serves the person keeps its own sections, and the person reads them too.
    Parties {
        part: "nav",
        roles: &[Role::Nav],
        organisations: "SELECT r.organisation_id FROM access_relation r
            JOIN organisation o ON o.organisation_id = r.organisation_id AND o.kind = 'nav'
            WHERE r.person_id = $1 AND r.ended_at IS NULL ORDER BY r.relation_id",
    },
    // A decision without consent is for those who made it.
    Parties {
        part: "coercion",
        roles: &[Role::DetoxNurse, Role::Tsb],
        organisations: "SELECT organisation_id FROM coercion_decision WHERE person_id = $1 ORDER BY decision_id",
    },
    all("tonight", "SELECT organisation_id FROM tonight_request WHERE person_id = $1 ORDER BY request_id"),
    all("beds", "SELECT organisation_id FROM beds_stay WHERE person_id = $1 ORDER BY stay_id"),
    all("day_places", "SELECT organisation_id FROM day_places_ask WHERE person_id = $1 ORDER BY ask_id"),
    all("housing", "SELECT organisation_id FROM housing_need WHERE person_id = $1 ORDER BY need_id"),
    all("aftercare", "SELECT organisation_id FROM aftercare_plan WHERE person_id = $1 ORDER BY plan_id"),
    all("tasks", "SELECT organisation_id FROM tasks_task WHERE person_id = $1 ORDER BY task_id"),
    all("appointments", "SELECT organisation_id FROM appointments_appointment WHERE person_id = $1 ORDER BY appointment_id"),
    all("meetings", "SELECT organisation_id FROM meetings_member WHERE person_id = $1 ORDER BY meeting_id, organisation_id"),
    // The receiver reads what the person has said yes to: before that it has not been sent.
    all("referrals", "SELECT sender_id FROM referrals_referral WHERE person_id = $1 ORDER BY referral_id"),
    all(
        "referrals",
        "SELECT receiver_id FROM referrals_referral WHERE person_id = $1 AND sent_at IS NOT NULL ORDER BY referral_id",
    ),
    // Whoever is asked to take over reads it by the grant the person gives, like any other.
    all("handovers", "SELECT sender_organisation FROM handovers_baton WHERE person_id = $1 ORDER BY handover_id"),
    all("gaps", "SELECT owner_organisation FROM gaps_item WHERE person_id = $1 ORDER BY gap_id"),
];

const fn all(part: &'static str, organisations: &'static str) -> Parties {
    Parties { part, roles: &[], organisations }
}

/// Whether this client works where the words belong.
///
/// # Errors
/// What the database says.
pub fn is_one(world: &World, client: &Client, mark: &Mark) -> Result<bool, String> {
    let Some(here) = &client.organisation else { return Ok(false) };
    let reads = |one: &&Parties| one.part == mark.part && (one.roles.is_empty() || one.roles.contains(&client.role));
    for parties in PARTIES.iter().filter(reads) {
        let rows = world.rows(parties.organisations, args![&mark.person])?;
        if rows.iter().any(|row| row.text_or_null(0).ok().flatten() == Some(here.as_str())) {
            return Ok(true);
        }
    }
    Ok(false)
}
