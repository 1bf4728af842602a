//! Another part has found out that a service serves the person from now on: the one that took over, or a team that looks for
//! somebody for some days. It becomes a relation, and a name in the team where the service had none.

use kernel::id::{AccountId, OrganisationId};
use kernel::time::Timestamp;
use platform::access::duties::{self, Held};
use platform::access::relations::{Duty, NewRelation, begin};
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use serde_json::Value;

use super::{CHARTER, TEAM_CHANGED};

/// Takes `{"organisation": id, "account": id or null, "until": time or null}`. What is there already is enough.
///
/// # Errors
/// A fault for content that is not ours.
pub fn take(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, content: &Value) -> Result<String, Error> {
    let desk = desk.of(&CHARTER);
    let text = |key: &str| content.get(key).and_then(Value::as_str);
    let organisation = text("organisation").and_then(OrganisationId::parse);
    let organisation = organisation.ok_or_else(|| Error::fault("a service was handed over without an organisation"))?;
    let account = text("account").and_then(AccountId::parse);
    let until = text("until").and_then(Timestamp::parse);
    let team = duties::all(tx, permit)?;
    let holds = |duty: Duty| {
        let there = |held: &&Held| held.organisation == organisation && held.duty == duty && held.is_held(desk.now());
        team.iter().any(|held| there(&held))
    };
    let mut made = String::new();
    for (duty, account) in [(Duty::Serving, None), (Duty::Responsible, account)] {
        if holds(duty) || (duty == Duty::Responsible && account.is_none()) {
            continue;
        }
        let id = kernel::id::hex(desk.bits());
        let new = NewRelation {
            id: id.clone(),
            organisation: organisation.clone(),
            account,
            duty,
            from_at: desk.now(),
            until_at: until,
        };
        begin(tx, permit.person(), &new)?;
        desk.tell(tx, TEAM_CHANGED, Some(permit.person()), &id)?;
        made = id;
    }
    Ok(made)
}
