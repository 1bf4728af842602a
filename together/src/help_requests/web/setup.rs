//! `/oppsett/vakt`: who answers when somebody asks for help. An administrator sets up every organisation of the municipality, a
//! coordinator their own.

use askama::Template;
use kernel::id::{AccountId, OrganisationId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::{Desk, Settled};
use platform::ctx::Ctx;
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::help_requests::choices::Need;
use crate::help_requests::promise::{Hours, Opening};
use crate::help_requests::store::desks::{self, Answering, Colleague};
use crate::help_requests::store::setup::{self, Organisation};
use crate::help_requests::week::{read_day, shown_day};
use crate::help_requests::{CHARTER, HELP_DESK_SET_UP};

/// Promises to choose between, in opening minutes.
const PROMISES: [i64; 5] = [60, 120, 240, 420, 960];
/// Most characters of the place one can come by.
const PLACE_MAX: usize = 80;
/// The fields of the week, Monday first; the name is also the field's id.
const DAYS: [&str; 7] = ["day-1", "day-2", "day-3", "day-4", "day-5", "day-6", "day-7"];

#[derive(Template)]
#[template(path = "help_requests/pages/setup.html")]
struct SetupPage {
    frame: Frame,
    t: Say,
    rows: Vec<(String, String, String)>,
    nobody: Vec<String>,
}

#[derive(Template)]
#[template(path = "help_requests/pages/setup_desk.html")]
struct DeskPage {
    frame: Frame,
    t: Say,
    again: Again,
    base: String,
    roster: String,
    organisation: String,
    answers: bool,
    colleagues: Vec<(String, String, bool)>,
    promises: Vec<(i64, String, bool)>,
    place: String,
    days: Vec<(&'static str, String, String)>,
    needs: Vec<NeedView>,
}

struct NeedView {
    key: &'static str,
    label: String,
    detail: String,
    chosen: bool,
}

/// Whose desk one may set up: every one for an administrator of the municipality, else one's own.
pub(super) fn may_set_up(ctx: &Ctx, organisation: &OrganisationId) -> Result<bool, Error> {
    let whole = ctx.actor.employer.as_ref().is_some_and(|employer| employer.kind == Some(OrganisationKind::Municipality));
    Ok((whole && ctx.actor.role == Role::Admin) || ctx.actor.employer_id()? == organisation)
}

/// The organisation in the address, when it is one's to set up.
pub(super) fn organisation(asked: &Asked) -> Result<OrganisationId, Error> {
    let id = OrganisationId::parse(asked.param("organisation")).ok_or(Error::Missing)?;
    if may_set_up(&asked.ctx, &id)? { Ok(id) } else { Err(Error::Denied(kernel::access::Reason::RoleNever)) }
}

/// Says in the same commit that a desk was changed: the log has a line, and whoever keeps the list of changes hears of it.
pub(super) fn told(tx: &mut Tx<'_>, desk: &Desk<'_>, organisation: &OrganisationId) -> Result<(), Error> {
    desk.note_nobody();
    let by = desk.ctx().actor.account.as_ref().map_or("", AccountId::as_str);
    desk.tell(tx, HELP_DESK_SET_UP, None, &format!("{organisation} {by}"))
}

/// Who answers here, and what nobody answers.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    let (municipality, ctx) = (asked.app.config().municipality.clone(), asked.ctx.clone());
    let found = asked.view(&CHARTER, move |tx, _| {
        let mut mine = Vec::new();
        for one in setup::organisations(tx)? {
            if may_set_up(&ctx, &one.id)? {
                mine.push(one);
            }
        }
        Ok((mine, setup::routes(tx, &municipality)?))
    });
    let (mut mine, routes) = found.await?;
    mine.sort_by_key(|one| !one.answers);
    let t = asked.say();
    let needs = |one: &Organisation| -> Vec<String> {
        let own = routes.iter().filter(|(_, organisation, _)| *organisation == one.id);
        own.map(|(need, ..)| t.t(&need.label())).collect()
    };
    let row = |one: &Organisation| {
        let detail = match (one.answers, needs(one)) {
            (false, _) => t.t("help-setup-does-not"),
            (true, needs) if needs.is_empty() => t.t("help-setup-no-needs"),
            (true, needs) => needs.join(" · "),
        };
        (format!("/oppsett/vakt/{}", one.id), one.name.clone(), detail)
    };
    let is_open = |need: &Need| !routes.iter().any(|(of, ..)| of == need);
    let nobody = Need::ALL.into_iter().filter(is_open).map(|need| t.t(&need.label())).collect();
    Reply::page(&SetupPage { frame: asked.frame(), rows: mine.iter().map(row).collect(), nobody, t })
}

/// What is known of a desk when its form is drawn.
struct Known {
    name: String,
    answering: Option<Answering>,
    colleagues: Vec<Colleague>,
    routes: Vec<(Need, OrganisationId, String)>,
}

async fn load(asked: &Asked) -> Result<Known, Error> {
    let (id, municipality) = (organisation(asked)?, asked.app.config().municipality.clone());
    let found = asked.view(&CHARTER, move |tx, desk| {
        let known = platform::access::receivers::organisation(tx, &id)?.ok_or(Error::Missing)?;
        Ok(Known {
            name: known.name,
            answering: desks::answering(tx, &id)?,
            colleagues: desks::colleagues(tx, &id, desk.now())?,
            routes: setup::routes(tx, &municipality)?,
        })
    });
    found.await
}

/// One desk.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(&asked, Again::default()).await
}

async fn draw(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let (id, known, t) = (organisation(asked)?, load(asked).await?, asked.say());
    let (form, sent) = (&asked.form, asked.form.has("promise"));
    let typed = |name: &str, before: String| if sent { form.get(name).to_owned() } else { before };
    let kept = known.answering.as_ref();
    let holder = typed("holder", kept.map(|desk| desk.default_account.as_str().to_owned()).unwrap_or_default());
    let promise = typed("promise", kept.map_or(240, |desk| desk.promise_minutes).to_string());
    let hours = kept.map(|desk| desk.hours.0.clone()).unwrap_or_default();
    let need = |need: Need| {
        let answered_by = known.routes.iter().find(|(of, ..)| *of == need);
        let mine = answered_by.is_some_and(|(_, organisation, _)| *organisation == id);
        let elsewhere = answered_by.filter(|_| !mine).map(|(.., name)| t.with("help-setup-need-elsewhere", "name", name));
        NeedView {
            key: need.key(),
            label: t.t(&need.label()),
            detail: elsewhere.unwrap_or_default(),
            chosen: if sent { form.all("need").any(|key| key == need.key()) } else { mine },
        }
    };
    let day = |(weekday, name): (i8, &'static str)| {
        (name, t.t(&format!("date-weekday-{weekday}")), typed(name, shown_day(&hours, weekday)))
    };
    let colleague = |one: &Colleague| (one.account.to_string(), one.name.clone(), one.account.as_str() == holder);
    let status = again.status.unwrap_or(200);
    let page = DeskPage {
        frame: asked.frame(),
        again,
        base: format!("/oppsett/vakt/{id}"),
        roster: format!("/oppsett/vakt/{id}/vakter"),
        organisation: known.name.clone(),
        answers: kept.is_some(),
        colleagues: known.colleagues.iter().map(colleague).collect(),
        promises: PROMISES
            .into_iter()
            .map(|minutes| (minutes, t.duration(minutes * 60), minutes.to_string() == promise))
            .collect(),
        place: typed("place", kept.and_then(|desk| desk.place.clone()).unwrap_or_default()),
        days: (1..=7).zip(DAYS).map(day).collect(),
        needs: Need::ALL.into_iter().map(need).collect(),
        t: t.clone(),
    };
    Ok(Reply::page(&page)?.status(status))
}

/// The form, read.
struct Read {
    holder: AccountId,
    promise: i64,
    place: Option<String>,
    hours: Vec<Opening>,
    needs: Vec<Need>,
}

fn read(asked: &Asked) -> Result<Read, Error> {
    let mut known = vec!["holder", "promise", "place", "need"];
    known.extend(DAYS);
    asked.form.only(&known)?;
    let mut errors = Vec::new();
    let holder = AccountId::parse(asked.form.get("holder"));
    if holder.is_none() {
        errors.push(FieldError::new("holder", "form-choose"));
    }
    let promise = asked.form.get("promise").parse().ok().filter(|minutes| PROMISES.contains(minutes));
    if promise.is_none() {
        errors.push(FieldError::new("promise", "form-choose"));
    }
    let place = asked.form.text_or_none("place", PLACE_MAX).map_err(|error| errors.push(error)).ok().flatten();
    let mut hours = Vec::new();
    for (weekday, name) in (1..=7).zip(DAYS) {
        match read_day(asked.form.get(name), weekday) {
            Some(day) => hours.extend(day),
            None => errors.push(FieldError::new(name, "help-setup-hours-wrong")),
        }
    }
    if hours.is_empty() && errors.is_empty() {
        errors.push(FieldError::new("day-1", "help-setup-hours-none"));
    }
    let needs = asked.form.all("need").filter_map(Need::parse).collect();
    match (holder, promise) {
        (Some(holder), Some(promise)) if errors.is_empty() => {
            let place = place.map(|place| place.as_str().to_owned());
            Ok(Read { holder, promise, place, hours, needs })
        }
        _ => Err(Error::Invalid(errors)),
    }
}

/// Sets a desk up. The municipality is the house's own, never typed: whose request goes where follows from it.
pub async fn save(asked: Asked) -> Result<Reply, Error> {
    match try_save(&asked).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => draw(&asked, Again::of(&asked.say(), error)?).await,
    }
}

async fn try_save(asked: &Asked) -> Result<Settled, Error> {
    let (id, read, municipality) = (organisation(asked)?, read(asked)?, asked.app.config().municipality.clone());
    let settled = asked.change(&CHARTER, "set-up-desk", move |tx, desk| {
        let able = desks::colleagues(tx, &id, desk.now())?;
        if !able.iter().any(|colleague| colleague.account == read.holder) {
            return Err(Error::field("holder", "form-choose"));
        }
        let answering = Answering {
            organisation: id.clone(),
            name: String::new(),
            default_account: read.holder.clone(),
            promise_minutes: read.promise,
            place: read.place.clone(),
            hours: Hours(read.hours.clone()),
        };
        for need in Need::ALL {
            setup::unroute(tx, &municipality, &id, need)?;
        }
        desks::set_up(tx, &municipality, &answering, &read.needs)?;
        told(tx, desk, &id)?;
        Ok(Settled::to("/oppsett/vakt"))
    });
    settled.await
}
