//! Its share of the demo city: invitations that wait, one who has left, one whose access ends by itself, and what an
//! administrator has changed lately.

use kernel::id::{AccountId, OrganisationId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::app::App;
use platform::demo::City;
use platform::door::execute_here;
use platform::error::Error;

use super::CHARTER;
use super::acts::{self, Draft};
use super::store::accounts::{Account, Particulars};
use super::store::{accounts, invitations};

/// Somebody at work for a time: organisation, role, name, title, days since the start, days until the end.
type Worker = (OrganisationKind, Role, &'static str, &'static str, i64, i64);

const WORKERS: [Worker; 3] = [
    (OrganisationKind::MoCentre, Role::MoNurse, "Ingvild Roa", "sykepleier, vikar", 20, 38),
    (OrganisationKind::Housing, Role::Housing, "Sverre Tangen", "miljøarbeider", 300, -12),
    (OrganisationKind::Nav, Role::Nav, "Oda Lien", "veileder", 410, -90),
];

/// Somebody invited: organisation, role, name, title, days ago.
type Invited = (OrganisationKind, Role, &'static str, &'static str, i64);

const INVITED: [Invited; 3] = [
    (OrganisationKind::MoCentre, Role::MoNurse, "Amalie Dyrnes", "sykepleier", 1),
    (OrganisationKind::Outreach, Role::Outreach, "Jonas Kvam", "feltarbeider", 0),
    (OrganisationKind::Dental, Role::Dental, "Hilde Aas", "tannpleier", 6),
];

/// Fills it.
pub(super) fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    for (kind, role, name, title, since, until) in WORKERS {
        let (organisation, id) = (city.organisation(kind)?.clone(), AccountId::from_bits(app.source().id_bits()));
        let who = particulars(name, title);
        let account = Account {
            id,
            organisation,
            organisation_name: String::new(),
            role,
            who,
            started_at: now.plus_days(-since),
            ended_at: Some(now.plus_days(until)),
        };
        app.db().write_here(move |tx| Ok(accounts::begin(tx, &account)?))?;
    }
    for (kind, role, name, title, days) in INVITED {
        invite(app, city, city.organisation(kind)?, (role, particulars(name, title)), now.plus_days(-days))?;
    }
    taken_back(app, city, now.plus_days(-4))
}

fn particulars(name: &str, title: &str) -> Particulars {
    Particulars { name: name.into(), title: title.into(), phone: "+4755000099".into(), ..Particulars::default() }
}

fn invite(
    app: &App,
    city: &City,
    organisation: &OrganisationId,
    (role, who): (Role, Particulars),
    at: Timestamp,
) -> Result<(), Error> {
    let ctx = city.as_staff(app, "admin", at)?;
    let draft = Draft { organisation: organisation.clone(), role, who, from: at, until: None };
    // The opener is thrown away: nobody has this link, as when it was lost.
    execute_here(app, &ctx, &CHARTER, "invite", move |tx, desk| {
        acts::invite(tx, desk, &acts::asker(desk.ctx())?, &draft).map(drop)
    })
}

/// Somebody who was invited by mistake.
fn taken_back(app: &App, city: &City, at: Timestamp) -> Result<(), Error> {
    let organisation = city.organisation(OrganisationKind::Pharmacy)?.clone();
    invite(app, city, &organisation, (Role::Pharmacy, particulars("Trude Vik", "apotektekniker")), at)?;
    let ctx = city.as_staff(app, "admin", at.plus_minutes(20))?;
    execute_here(app, &ctx, &CHARTER, "withdraw-invitation", move |tx, desk| {
        let asker = acts::asker(desk.ctx())?;
        for invited in invitations::waiting(tx, &organisation)? {
            acts::withdraw(tx, desk, &asker, &invited.account)?;
        }
        Ok(())
    })
}
