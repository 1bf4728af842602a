//! A part that is as small as a part can be: one table, a page with a form, a list for staff, a panel and three jobs.

use askama::Template;
use kernel::area::{Area, Areas};
use kernel::class::Class;
use kernel::id::{PersonId, RowId};
use kernel::language::Language;
use kernel::role::Role;
use platform::access::{Permit, Settled};
use platform::args;
use platform::charter::{Charter, Heard, Job, Panel, PanelAsk, Place, Table, draw};
use platform::db::{Migration, Tx};
use platform::door;
use platform::error::{Error, FieldError};
use platform::frame::{ErrorItem, Frame, Say, error_items};
use platform::jobs::JobRun;
use platform::keys::Cell;
use platform::web::{Asked, Reply, Route, Who, get, post};

/// Room in the one field.
pub const ROOM: usize = 40;

pub static TOY: Charter = Charter {
    key: "toy",
    class: Class::Own,
    purpose: "Shows that the house holds.",
    legal_basis: "None: it exists in tests alone.",
    routes: &ROUTES,
    panels: &[Panel { place: Place::OnePerson, order: 1, draw: count_panel }],
    tells: &["toy-written", "toy-broken", "toy-panics"],
    hears: &[
        Heard { kind: "toy-written", job: "toy-count" },
        Heard { kind: "toy-broken", job: "toy-fail" },
        Heard { kind: "toy-panics", job: "toy-panic" },
    ],
    jobs: &[
        Job { name: "toy-count", every_minutes: None, run: count },
        Job { name: "toy-fail", every_minutes: None, run: |_| Err(Error::fault("it always fails")) },
        Job { name: "toy-panic", every_minutes: None, run: |_| panic!("it always panics") },
        Job { name: "toy-week", every_minutes: Some(7 * 24 * 60), run: |run| add_one(run, "toy-week") },
    ],
    tables: &[Table { name: "toy_note", personal: true }, Table { name: "toy_count", personal: false }],
    migrations: &[Migration {
        part: "toy",
        number: 1,
        sql: "CREATE TABLE toy_note (
  person_id TEXT NOT NULL,
  note_id TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (person_id, note_id)
);
CREATE TABLE toy_count (
  name TEXT NOT NULL PRIMARY KEY,
  n INTEGER NOT NULL
);",
    }],
    wording: [(Language::Nb, WORDING), (Language::Nn, WORDING), (Language::En, WORDING)],
    ..Charter::BLANK
};

const WORDING: &str = "### scope: person
toy-title = Lapper
refusal-toy-no = Det gikk ikke.
refusal-toy-no-remedy = Prøv noe annet.
";

const STAFF: Who = Who::Staff;

static ROUTES: [Route; 9] = [
    get("/lapper", Who::Person, |asked| asked.answer(show)),
    post("/lapper", Who::Person, |asked| asked.answer(write)),
    post("/lapper/nekt", Who::Person, |asked| asked.answer(refuse)),
    get("/lapper/{person}", STAFF, |asked| asked.answer(one)),
    post("/lapper/{person}", STAFF, |asked| asked.answer(write_for)),
    get("/liste", STAFF, |asked| asked.answer(list)),
    get("/leder", Who::Roles(&[Role::Leader]), |asked| asked.answer(open)),
    get("/apen", Who::Anyone, |asked| asked.answer(open)),
    get("/krasj", Who::Anyone, |asked| asked.answer(crash)),
];

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "base.html" %}{% import "parts.html" as v %}
{% block title %}{{ t.t("toy-title") }}{% endblock %}
{% block main %}<h1>{{ t.t("toy-title") }}</h1>
{% for note in notes %}<p class="note">{{ note }}</p>{% endfor %}
{% for panel in panels %}{{ panel|safe }}{% endfor %}
<form method="post" action="/lapper">{% call v::token(frame) %}{% endcall %}
{% call v::error_summary(frame, t, errors) %}{% endcall %}
{% if let Some(said) = said %}<p class="said">{{ said }}</p>{% endif %}
{% call v::text_area(frame, "text", "Lapp", "", typed, errors) %}{% endcall %}
{% call v::submit("Lagre") %}{% endcall %}</form>{% endblock %}"#
)]
struct Notes {
    frame: Frame,
    t: Say,
    notes: Vec<String>,
    panels: Vec<String>,
    errors: Vec<ErrorItem>,
    said: Option<String>,
    typed: String,
}

fn page(asked: &Asked, notes: Vec<String>, panels: Vec<String>) -> Notes {
    let typed = asked.form.get("text").to_owned();
    Notes { frame: asked.frame(), t: asked.say(), notes, panels, errors: Vec::new(), said: None, typed }
}

async fn show(asked: Asked) -> Result<Reply, Error> {
    let notes = own_notes(&asked).await?;
    Reply::page(&page(&asked, notes, Vec::new()))
}

async fn own_notes(asked: &Asked) -> Result<Vec<String>, Error> {
    let load = |tx: &mut Tx<'_>, desk: &platform::access::Desk<'_>| {
        let permit = desk.own(tx)?;
        notes(tx, &permit)
    };
    door::view(&asked.app, &asked.ctx, &TOY, load).await
}

/// The notes of one person, opened.
pub fn notes(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<String>, Error> {
    let rows = tx.rows("SELECT note_id, body FROM toy_note WHERE person_id = $1 ORDER BY note_id", args![permit.person()])?;
    rows.iter().map(|row| permit.open(Cell::new("toy_note", row.text(0)?, "body"), row.blob(1)?)).collect()
}

/// Writes a note.
pub fn put(tx: &mut Tx<'_>, permit: &Permit, id: &RowId, text: &str) -> Result<(), Error> {
    let body = permit.seal(Cell::new("toy_note", id.as_str(), "body"), text)?;
    tx.run("INSERT INTO toy_note (person_id, note_id, body) VALUES ($1, $2, $3)", args![permit.person(), id, body])?;
    Ok(())
}

async fn write(asked: Asked) -> Result<Reply, Error> {
    match try_to_write(&asked, "note-write", None).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(Error::Invalid(errors)) => again(&asked, errors, None, 422).await,
        Err(Error::Refused(key)) => again(&asked, Vec::new(), Some(key), 409).await,
        Err(other) => Err(other),
    }
}

async fn again(asked: &Asked, errors: Vec<FieldError>, said: Option<&str>, status: u16) -> Result<Reply, Error> {
    let notes = own_notes(asked).await?;
    let mut page = page(asked, notes, Vec::new());
    page.errors = error_items(&page.t, &errors);
    page.said = said.map(|key| page.t.t(key));
    Ok(Reply::page(&page)?.status(status))
}

async fn try_to_write(asked: &Asked, act: &'static str, about: Option<PersonId>) -> Result<Settled, Error> {
    asked.form.only(&["text"])?;
    let text = asked.form.text("text", ROOM).map_err(|error| Error::Invalid(vec![error]))?;
    let command = move |tx: &mut Tx<'_>, desk: &platform::access::Desk<'_>| {
        let permit = match &about {
            None => desk.own(tx)?,
            Some(person) => desk.person(tx, person)?,
        };
        let id = RowId::from_bits(desk.bits());
        put(tx, &permit, &id, text.as_str())?;
        desk.tell(tx, "toy-written", Some(permit.person()), id.as_str())?;
        Ok(Settled::to("/lapper"))
    };
    door::execute(&asked.app, &asked.ctx, &TOY, act, asked.token(), command).await
}

async fn refuse(asked: Asked) -> Result<Reply, Error> {
    let command = |tx: &mut Tx<'_>, desk: &platform::access::Desk<'_>| {
        let permit = desk.own(tx)?;
        put(tx, &permit, &RowId::from_bits(desk.bits()), "taken back")?;
        Err(Error::Refused("toy-no"))
    };
    let settled = door::execute(&asked.app, &asked.ctx, &TOY, "note-refuse", asked.token(), command).await?;
    Ok(Reply::to(settled.to))
}

async fn one(asked: Asked) -> Result<Reply, Error> {
    let person = asked.person()?;
    let load = move |tx: &mut Tx<'_>, desk: &platform::access::Desk<'_>| {
        let permit = desk.person(tx, &person)?;
        Ok((notes(tx, &permit)?, draw(tx, desk, Place::OnePerson, Some(&permit))?))
    };
    let (notes, panels) = door::view(&asked.app, &asked.ctx, &TOY, load).await?;
    Reply::page(&page(&asked, notes, panels))
}

async fn write_for(asked: Asked) -> Result<Reply, Error> {
    let person = asked.person()?;
    let settled = try_to_write(&asked, "note-write-for", Some(person)).await?;
    Ok(Reply::to(settled.to))
}

async fn list(asked: Asked) -> Result<Reply, Error> {
    let load = |tx: &mut Tx<'_>, desk: &platform::access::Desk<'_>| {
        let known = desk.who_shares_with_me(tx, None)?.0;
        let permits = desk.people(tx, &known)?;
        Ok(permits.iter().filter_map(|permit| permit.card().name.clone()).collect())
    };
    let names = door::view(&asked.app, &asked.ctx, &TOY, load).await?;
    Reply::page(&page(&asked, names, Vec::new()))
}

async fn open(asked: Asked) -> Result<Reply, Error> {
    Reply::page(&page(&asked, Vec::new(), Vec::new()))
}

async fn crash(asked: Asked) -> Result<Reply, Error> {
    door::view(&asked.app, &asked.ctx, &TOY, |_, _| -> Result<Reply, Error> { panic!("hemmelig") }).await
}

fn count_panel(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit else { return Ok(None) };
    let shared = permit.areas() != Areas::NONE && permit.sees(Some(Area::Housing));
    let found = notes(tx, permit)?.len();
    Ok(shared.then(|| format!("<p class=\"panel\">{found} lapper</p>")))
}

/// Adds one under the fact's subject: twice would show.
fn count(run: &JobRun<'_>) -> Result<(), Error> {
    let (_, subject) = run.fact.clone().ok_or_else(|| Error::fault("the job came without its fact"))?;
    add_one(run, &subject)
}

fn add_one(run: &JobRun<'_>, name: &str) -> Result<(), Error> {
    let name = name.to_owned();
    door::execute_here(run.app, &run.ctx, run.part, "count", move |tx, _| {
        tx.run(
            "INSERT INTO toy_count (name, n) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET n = toy_count.n + 1",
            args![name.as_str()],
        )?;
        Ok(())
    })
}
