//! The demo city's plans: Jon's, mid-way; those of some sixty others; and none for the newcomer, who has just come.

use kernel::area::Area;
use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::app::App;
use platform::ctx::Ctx;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::CHARTER;
use super::rules::{Achievement, Answer, Status, WhoKind};
use super::store::Who;
use super::work::{self, Typed, TypedStep};

/// How many of the others have a plan.
const PLANS: usize = 60;

/// What people of the city want.
const WISHES: [(Area, &str); 16] = [
    (Area::Housing, "Bo et sted der jeg får sove."),
    (Area::EverydayWork, "Ha noe å gå til om dagen."),
    (Area::Body, "Bli kvitt såret på leggen."),
    (Area::PeopleAround, "Ringe mor på søndager."),
    (Area::Teeth, "Kunne tygge uten at det gjør vondt."),
    (Area::Money, "Få oversikt over regningene."),
    (Area::Safety, "Vite hvem jeg kan ringe om natta."),
    (Area::Housing, "Beholde leiligheten."),
    (Area::EverydayWork, "Jobbe litt på verkstedet."),
    (Area::MentalHealth, "Sove uten mareritt."),
    (Area::PeopleAround, "Se barna oftere."),
    (Area::Body, "Gå en tur hver dag."),
    (Area::Medicines, "Slippe å hente medisin hver dag."),
    (Area::Money, "Spare til ny telefon."),
    (Area::Housing, "Ha hund der jeg bor."),
    (Area::EverydayWork, "Spille gitar sammen med noen."),
];

/// What is done about it.
const STEPS: [(Area, &str, Status); 12] = [
    (Area::Housing, "Se på et rom i Kirkegata", Status::Agreed),
    (Area::EverydayWork, "Prøvedag på verkstedet", Status::Agreed),
    (Area::Body, "Skifte på såret to ganger i uka", Status::Ongoing),
    (Area::Money, "Samle regningene i en mappe", Status::Ongoing),
    (Area::Teeth, "Time hos tannlegen", Status::Waiting),
    (Area::Safety, "Skrive kort med numre å ringe", Status::Done),
    (Area::PeopleAround, "Avtale besøk hos søster", Status::Ongoing),
    (Area::Housing, "Snakke med huseier om varme", Status::Waiting),
    (Area::MentalHealth, "Første samtale på poliklinikken", Status::Agreed),
    (Area::EverydayWork, "Gå på kafeen på fredager", Status::Ongoing),
    (Area::Body, "Ta blodprøve", Status::NotBegun),
    (Area::Medicines, "Snakke om færre hentedager", Status::NotNow),
];

/// What those who work with people propose.
const PROPOSALS: [(Area, &str); 4] = [
    (Area::Housing, "Bli med og se på en bolig"),
    (Area::Body, "Vaksine mot hepatitt"),
    (Area::Safety, "Opplæring i nesespray mot overdose"),
    (Area::Body, "Sjekk hos legen"),
];

/// Fills the city's plans through the door.
///
/// # Errors
/// A fault.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    jon(app, city, now)?;
    for (n, person) in city.others.iter().take(PLANS).enumerate() {
        someone(app, city, person, n, now)?;
    }
    Ok(())
}

fn wish(area: Area, words: &str) -> Typed {
    Typed { words: words.to_owned(), area: Some(area), step: None }
}

fn measure(area: Area, words: &str, step: TypedStep) -> Typed {
    Typed { words: words.to_owned(), area: Some(area), step: Some(step) }
}

fn step(who: Who, status: Status) -> TypedStep {
    TypedStep { need: None, who, due: None, due_words: None, status }
}

fn named(name: &str) -> Who {
    Who { kind: WhoKind::Named, id: None, name: Some(name.to_owned()) }
}

const ME: Who = Who { kind: WhoKind::Me, id: None, name: None };

/// The person writes lines of their own, one after the other: the order of lines is the order of time.
fn write(app: &App, ctx: &Ctx, lines: Vec<Typed>) -> Result<Vec<RowId>, Error> {
    let mut ids = Vec::new();
    let mut at = ctx.now;
    for line in lines {
        let own = Ctx::new(at, ctx.language, ctx.actor.clone(), app.source().bytes());
        at = at.plus_minutes(2);
        ids.push(door::execute_here(app, &own, &CHARTER, "add-line", move |tx, desk| {
            let own = desk.own(tx)?;
            work::add(tx, desk, &own, &line)
        })?);
    }
    Ok(ids)
}

/// Somebody proposes, and the person answers; what is agreed is then set going.
fn propose(
    app: &App,
    (staff, person, own): (&Ctx, &PersonId, Option<&Ctx>),
    mut line: Typed,
    status: Status,
) -> Result<RowId, Error> {
    if let Some(step) = &mut line.step {
        step.status = Status::NotBegun;
    }
    let (about, first) = (person.clone(), line.clone());
    let id = door::execute_here(app, staff, &CHARTER, "add-line", move |tx, desk| {
        let permit = desk.person(tx, &about)?;
        work::add(tx, desk, &permit, &first)
    })?;
    let Some(own) = own else { return Ok(id) };
    let answered = id.clone();
    door::execute_here(app, own, &CHARTER, "answer-line", move |tx, desk| {
        let own = desk.own(tx)?;
        work::answer(tx, desk, &own, &answered, Answer::Yes)
    })?;
    if let Some(step) = &mut line.step {
        step.status = status;
    }
    let (about, going) = (person.clone(), id.clone());
    let later = Ctx::new(staff.now, staff.language, staff.actor.clone(), app.source().bytes());
    door::execute_here(app, &later, &CHARTER, "edit-line", move |tx, desk| {
        let permit = desk.person(tx, &about)?;
        work::edit(tx, desk, &permit, &going, 2, &line)
    })?;
    Ok(id)
}

/// Who works with the person, as a measure names them: the account behind a context.
fn doing(ctx: &Ctx) -> Who {
    let actor = &ctx.actor;
    let employer = actor.employer.as_ref().map_or("", |employer| employer.name.as_str());
    let id = actor.account.as_ref().map(|account| account.as_str().to_owned());
    Who { kind: WhoKind::Account, id, name: Some(format!("{}, {employer}", actor.name)) }
}

fn jon(app: &App, city: &City, now: Timestamp) -> Result<(), Error> {
    let jon = city.jon()?;
    let at = |days: i64| city.as_person(app, jon, now.plus_days(-days));
    let wishes = write(
        app,
        &at(9),
        vec![
            wish(Area::Housing, "Et sted å bo med egen dør."),
            wish(Area::Teeth, "Få fikset tennene før jul."),
            wish(Area::PeopleAround, "Treffe søstera mi oftere."),
        ],
    )?;
    write(
        app,
        &at(8),
        vec![
            measure(Area::Medicines, "Henter medisin tre dager i uka", step(ME, Status::Ongoing)),
            measure(Area::EverydayWork, "Verksted på mandager", step(ME, Status::Ongoing)),
            measure(Area::PeopleAround, "Ringe søster og bror på søndager", step(ME, Status::Ongoing)),
            measure(Area::Safety, "Når det er tungt: gå en tur, ring Kari", step(ME, Status::Ongoing)),
            measure(Area::MentalHealth, "Samtale med psykolog. Jeg vil vente.", step(ME, Status::NotNow)),
        ],
    )?;
    let yes = |days: i64| at(days);
    let kari = city.as_staff(app, "mo-nurse", now.plus_days(-7))?;
    let ola = city.as_staff(app, "coordinator", now.plus_days(-6))?;
    let sara = city.as_staff(app, "nav", now.plus_days(-5))?;
    let by = |days: i32| Some(now.day().plus(days));
    let housing = TypedStep { due: by(14), ..step(doing(&ola), Status::Waiting) };
    propose(app, (&ola, jon, Some(&yes(6))), measure(Area::Housing, "Søke om bolig", housing), Status::Waiting)?;
    let dentist = city.accounts.get("dental").map_or("Tannklinikken", |(_, name)| name.as_str());
    let teeth = TypedStep { due: by(11), ..step(named(&format!("{dentist}, tannklinikken")), Status::Agreed) };
    let fresh = |ctx: &Ctx| Ctx::new(ctx.now, ctx.language, ctx.actor.clone(), app.source().bytes());
    propose(app, (&kari, jon, Some(&yes(7))), measure(Area::Teeth, "Time hos tannlegen", teeth), Status::Agreed)?;
    let weekly = TypedStep { due_words: Some("Torsdager kl. 10.30".into()), ..step(doing(&kari), Status::Ongoing) };
    let weekly = measure(Area::Safety, "Treffe Kari hver uke", weekly);
    propose(app, (&fresh(&kari), jon, Some(&yes(7))), weekly, Status::Ongoing)?;
    let debt = TypedStep { due: by(25), ..step(named("Jon og Sara, NAV"), Status::Ongoing) };
    propose(app, (&sara, jon, Some(&yes(5))), measure(Area::Money, "Ny avtale om gjeld", debt), Status::Ongoing)?;
    let gp = city.as_staff(app, "gp", now.plus_days(-1))?;
    let check = TypedStep { due: by(18), ..step(doing(&gp), Status::NotBegun) };
    propose(app, (&gp, jon, None), measure(Area::Body, "Sjekk hos fastlegen", check), Status::NotBegun)?;
    said(app, city, jon, wishes.first(), now)
}

/// What has been said about the first wish.
fn said(app: &App, city: &City, jon: &PersonId, wish: Option<&RowId>, now: Timestamp) -> Result<(), Error> {
    let Some(wish) = wish.cloned() else { return Ok(()) };
    let ola = city.as_staff(app, "coordinator", now.plus_days(-4))?;
    let (about, goal) = (jon.clone(), wish.clone());
    door::execute_here(app, &ola, &CHARTER, "evaluate-goal", move |tx, desk| {
        let permit = desk.person(tx, &about)?;
        work::evaluate(tx, desk, &permit, &goal, (Achievement::Begun, "Søknaden er sendt. Vi har sett på to steder."))
    })?;
    door::execute_here(app, &city.as_person(app, jon, now.plus_days(-3)), &CHARTER, "comment-line", move |tx, desk| {
        let own = desk.own(tx)?;
        work::comment(tx, desk, &own, &wish, "Ikke i første etasje.")
    })
}

/// The n-th of the others: one or two wishes, a step on the way, and for some a proposal that waits.
fn someone(app: &App, city: &City, person: &PersonId, n: usize, now: Timestamp) -> Result<(), Error> {
    let days = i64::try_from(n % 40 + 6).unwrap_or(6);
    let own = city.as_person(app, person, now.plus_days(-days));
    let wishes = WISHES.iter().cycle().skip(n * 3).take(1 + n % 2).map(|(area, words)| wish(*area, words));
    let steps = STEPS.iter().cycle().skip(n * 5).take(n % 3);
    let steps = steps.map(|(area, words, status)| {
        let due = status.is_doing().then(|| now.day().plus(i32::try_from(n % 30).unwrap_or(0) + 1));
        measure(*area, words, TypedStep { due, ..step(ME, *status) })
    });
    write(app, &own, wishes.chain(steps).collect())?;
    if n % 4 == 0 {
        let kari = city.as_staff(app, "mo-nurse", now.plus_days(-2))?;
        let Some((area, words)) = PROPOSALS.iter().cycle().nth(n / 4) else { return Ok(()) };
        let line = measure(*area, words, step(doing(&kari), Status::NotBegun));
        let yes = (n % 8 == 0).then(|| city.as_person(app, person, now.plus_days(-1)));
        propose(app, (&kari, person, yes.as_ref()), line, Status::Ongoing)?;
    }
    Ok(())
}
