//! `/oppsett`: the organisations, and who has access in one of them.

use askama::Template;
use kernel::id::OrganisationId;
use kernel::time::Timestamp;
use platform::error::Error;
use platform::frame::{Frame, Say, contact_item, initials};
use platform::web::{Asked, Reply};

use crate::staff::rules::Standing;
use crate::staff::store::accounts::{self, Account};
use crate::staff::store::invitations::{self, Invitation};
use crate::staff::store::organisations::{self, Listed, Organisation};
use crate::staff::{CHARTER, acts};

#[derive(Template)]
#[template(path = "staff/pages/setup.html")]
struct SetupPage {
    frame: Frame,
    t: Say,
    rows: Vec<OrganisationRow>,
    closed: Vec<OrganisationRow>,
    whole: bool,
}

struct OrganisationRow {
    href: String,
    name: String,
    detail: String,
}

#[derive(Template)]
#[template(path = "staff/pages/organisation.html")]
struct OrganisationPage {
    frame: Frame,
    t: Say,
    invite: String,
    change: String,
    name: String,
    kind: String,
    facts: Vec<(String, String)>,
    closed: bool,
    at_work: Vec<AccountRow>,
    waiting: Vec<WaitingRow>,
    ended: Vec<AccountRow>,
}

struct AccountRow {
    href: String,
    initials: String,
    name: String,
    role: String,
    dates: String,
}

struct WaitingRow {
    id: String,
    name: String,
    role: String,
    until: String,
    old: bool,
}

/// The organisations.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let asker = acts::asker(&asked.ctx)?;
    let whole = asker.whole;
    let all = asked.view(&CHARTER, move |tx, desk| {
        let mut all = organisations::all(tx, desk.now())?;
        all.retain(|listed| asker.manages(&listed.organisation.id));
        Ok(all)
    });
    let t = asked.say();
    let row = |listed: &Listed| OrganisationRow {
        href: format!("/oppsett/virksomhet/{}", listed.organisation.id),
        name: listed.organisation.name.clone(),
        detail: format!("{} · {}", kind(&t, &listed.organisation), t.with("staff-count", "n", listed.at_work)),
    };
    let (closed, open): (Vec<_>, Vec<_>) = all.await?.into_iter().partition(|listed| listed.organisation.closed_at.is_some());
    let (rows, closed) = (open.iter().map(row).collect(), closed.iter().map(row).collect());
    Reply::page(&SetupPage { frame: asked.frame(), rows, closed, whole, t })
}

fn kind(t: &Say, organisation: &Organisation) -> String {
    t.t(&format!("staff-kind-{}", organisation.kind.key()))
}

/// The organisation in the address.
pub fn organisation_id(asked: &Asked) -> Result<OrganisationId, Error> {
    OrganisationId::parse(asked.param("organisation")).ok_or(Error::Missing)
}

/// One of them, with those who have access.
pub async fn one(asked: Asked) -> Result<Reply, Error> {
    let (asker, id) = (acts::asker(&asked.ctx)?, organisation_id(&asked)?);
    let found = asked.view(&CHARTER, move |tx, _| {
        let organisation = acts::own_organisation(tx, &asker, &id)?;
        Ok((organisation, accounts::of(tx, &id)?, invitations::waiting(tx, &id)?))
    });
    let (organisation, accounts, waiting) = found.await?;
    let (t, now) = (asked.say(), asked.ctx.now);
    let has_ended = |account: &&Account| account.standing(now) == Standing::Ended;
    let page = OrganisationPage {
        frame: asked.frame(),
        invite: format!("/oppsett/virksomhet/{}/inviter", organisation.id),
        change: format!("/oppsett/virksomhet/{}/endre", organisation.id),
        kind: kind(&t, &organisation),
        facts: facts(&t, &organisation),
        closed: organisation.closed_at.is_some(),
        at_work: accounts.iter().filter(|one| !has_ended(one)).map(|one| account_row(&t, one, now)).collect(),
        ended: accounts.iter().filter(has_ended).map(|one| account_row(&t, one, now)).collect(),
        waiting: waiting.iter().map(|one| waiting_row(&t, one, now)).collect(),
        name: organisation.name,
        t,
    };
    Reply::page(&page)
}

fn facts(t: &Say, organisation: &Organisation) -> Vec<(String, String)> {
    let several = || t.t("staff-field-municipality-several");
    let municipality = if organisation.municipality.is_empty() { several() } else { organisation.municipality.clone() };
    let given = [
        ("staff-field-kind", Some(kind(t, organisation))),
        ("staff-field-phone", Some(contact_item("", &organisation.phone).phone_shown).filter(|phone| !phone.is_empty())),
        ("staff-field-municipality", Some(municipality)),
        ("staff-field-number", organisation.number.clone()),
    ];
    given.into_iter().filter_map(|(key, value)| Some((t.t(key), value?))).collect()
}

fn account_row(t: &Say, account: &Account, now: Timestamp) -> AccountRow {
    let day = |at: Timestamp| t.date_with_year(at.day());
    let dates = match account.standing(now) {
        Standing::AtWork { until: Some(end) } => {
            t.with2("staff-from-until", "from", day(account.started_at), "until", day(end.plus_s(-1)))
        }
        Standing::Ended => t.with("staff-ended-on", "date", account.ended_at.map(day).unwrap_or_default()),
        _ => t.with("staff-from", "from", day(account.started_at)),
    };
    AccountRow {
        href: format!("/oppsett/ansatt/{}", account.id),
        initials: initials(&account.who.name),
        name: account.who.name.clone(),
        role: role_line(t, account.role.key(), &account.who.title),
        dates,
    }
}

/// «Sykepleier på MO-senteret · sosionom»: the role, and the title where it says more.
fn role_line(t: &Say, role: &str, title: &str) -> String {
    let role = t.t(&format!("staff-role-{role}"));
    if title.is_empty() || title.eq_ignore_ascii_case(&role) { role } else { format!("{role} · {title}") }
}

fn waiting_row(t: &Say, invited: &Invitation, now: Timestamp) -> WaitingRow {
    let old = invited.link_until <= now;
    let key = if old { "staff-link-ended" } else { "staff-link-open" };
    WaitingRow {
        id: invited.account.as_str().to_owned(),
        name: invited.who.name.clone(),
        role: role_line(t, invited.role.key(), &invited.who.title),
        until: t.with(key, "when", t.when(invited.link_until, now)),
        old,
    }
}
