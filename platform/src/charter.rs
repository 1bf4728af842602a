//! What a part says about itself. The catalogue is a list of charters; router, menu, migrations, jobs, matrix, wording
//! checks and the erasure test all walk it, so that a new part is one folder and one line.

use kernel::class::Class;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::role::Role;
use kernel::time::Timestamp;

use crate::access::{Desk, Permit};
use crate::db::{Migration, Tx};
use crate::error::Error;
use crate::frame::Say;
use crate::web::Route;

/// A part's charter.
#[derive(Debug)]
pub struct Charter {
    /// The folder's name and the part's name in the log.
    pub key: &'static str,
    /// The record class of everything it keeps.
    pub class: Class,
    /// What it is for, in one sentence: the processing record prints it.
    pub purpose: &'static str,
    /// The legal basis, with its source.
    pub legal_basis: &'static str,
    /// How long each table's rows are kept and why.
    pub retention: &'static [Retention],
    /// Whether someone with the code of one answer may use it.
    pub opened_by_code: bool,
    /// Every address it answers.
    pub routes: &'static [Route],
    /// Its lines in the menus.
    pub menu: &'static [MenuLine],
    /// What it shows on pages that many share.
    pub panels: &'static [Panel],
    /// Kinds of facts it writes.
    pub tells: &'static [&'static str],
    /// Kinds of facts it reacts to, and with which job.
    pub hears: &'static [Heard],
    /// Proposals it takes from other parts, inside their transaction.
    pub accepts: &'static [Accept],
    /// FHIR types it can turn into proposals.
    pub imports: &'static [Import],
    /// What it does by the clock.
    pub jobs: &'static [Job],
    /// Its tables.
    pub tables: &'static [Table],
    /// Those of its tables whose rows open a door for minutes: never in a backup, so that what was used up since is not good
    /// once more after a restore.
    pub passing: &'static [&'static str],
    /// The steps that make them.
    pub migrations: &'static [Migration],
    /// For each kind it tells, whom it is news for; without a line here it is news for the person alone.
    pub news: &'static [News],
    /// What it has in somebody's calendar: times, and nothing about what they are for.
    pub calendar: Option<CalendarRead>,
    /// Numbers over organisations, without persons, for those who lead the work together.
    pub counts: &'static [Count],
    /// Fills its share of the demo city, through the door like everyone else.
    pub demo: Option<DemoFill>,
    /// Its wording in each language, in Fluent.
    pub wording: [(Language, &'static str); 3],
}

impl Charter {
    /// A charter that says nothing yet: a part writes what it has and leaves the rest to this.
    pub const BLANK: Charter = Charter {
        key: "",
        class: Class::Own,
        purpose: "",
        legal_basis: "",
        retention: &[],
        opened_by_code: false,
        routes: &[],
        menu: &[],
        panels: &[],
        tells: &[],
        hears: &[],
        accepts: &[],
        imports: &[],
        jobs: &[],
        tables: &[],
        passing: &[],
        migrations: &[],
        news: &[],
        calendar: None,
        counts: &[],
        demo: None,
        wording: [(Language::Nb, ""), (Language::Nn, ""), (Language::En, "")],
    };
}

/// Fills a part's share of the demo city.
pub type DemoFill = fn(&crate::app::App, &crate::demo::City) -> Result<(), Error>;

/// Whom a fact is news for. Asked when the fact is heard, and by the boards that update themselves.
#[derive(Debug)]
pub struct News {
    /// The kind its part tells.
    pub kind: &'static str,
    /// Those it is news for now: not whoever did it, and nobody who may not see it. Reads only what stands in the clear.
    pub whom: fn(&mut Tx<'_>, &NewsAsk<'_>) -> Result<Vec<Concerned>, Error>,
}

/// A fact, as [`News::whom`] is asked about it.
#[derive(Debug)]
pub struct NewsAsk<'a> {
    /// About whom.
    pub person: Option<&'a PersonId>,
    /// Its subject: an id of the part's own.
    pub subject: &'a str,
    /// When it is asked.
    pub now: Timestamp,
}

/// Somebody a fact is news for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Concerned {
    /// The person.
    Person(PersonId),
    /// One employee.
    Account(AccountId),
    /// Everybody in an organisation who wants to know of such things.
    Organisation(OrganisationId),
}

/// Reads what a part has in a calendar from now on: the person's, with the person's own permit, or, without one, the
/// employee's who asks at the desk.
pub type CalendarRead = fn(&mut Tx<'_>, &Desk<'_>, Option<&Permit>) -> Result<Vec<CalendarEntry>, Error>;

/// One time in a calendar. It has no field for what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// The row's own id: the calendar shows a hash of it that stays the same.
    pub id: String,
    /// Counts up when it is moved or called off.
    pub sequence: i64,
    /// When it begins.
    pub starts: Timestamp,
    /// How long it lasts.
    pub minutes: i64,
    /// It does not take place.
    pub cancelled: bool,
    /// Where, and only when the person has said that the place may stand in their calendar.
    pub place: Option<String>,
}

/// A number over organisations.
#[derive(Debug)]
pub struct Count {
    /// What is counted.
    pub figure: Figure,
    /// The number for each organisation that has one; an organisation that is left out has none.
    pub read: fn(&mut Tx<'_>, Timestamp) -> Result<Vec<(OrganisationId, i64)>, Error>,
}

/// What is counted over organisations. Its definition stands in the wording of the part that shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// Persons the organisation serves now.
    Load,
    /// Requests for help that nobody has answered yet.
    RequestsUnanswered,
    /// Threads where the person wrote last, more than a day ago.
    MessagesWaiting,
    /// Referrals that have waited past their limit.
    ReferralsOverLimit,
    /// Hand-overs that are past their time.
    HandoversOverdue,
    /// Ends without an accepted next step.
    GapsOpen,
    /// Tasks past their day.
    TasksOverdue,
}

impl Figure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Figure; 7] = [
        Figure::Load,
        Figure::RequestsUnanswered,
        Figure::MessagesWaiting,
        Figure::ReferralsOverLimit,
        Figure::HandoversOverdue,
        Figure::GapsOpen,
        Figure::TasksOverdue,
    ];

    /// In the wording and in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Figure::Load => "load",
            Figure::RequestsUnanswered => "requests",
            Figure::MessagesWaiting => "messages",
            Figure::ReferralsOverLimit => "referrals",
            Figure::HandoversOverdue => "handovers",
            Figure::GapsOpen => "gaps",
            Figure::TasksOverdue => "tasks",
        }
    }
}

/// How long rows are kept.
#[derive(Debug)]
pub struct Retention {
    /// Which table.
    pub table: &'static str,
    /// How long and from when, in words; a number of days is a dated row in the part's own rules.
    pub kept: &'static str,
    /// The ground, with its source.
    pub ground: &'static str,
}

/// One line in a menu.
#[derive(Debug)]
pub struct MenuLine {
    /// In which menu.
    pub menu: Menu,
    /// Place in the menu, lowest first.
    pub order: u8,
    /// Address.
    pub href: &'static str,
    /// Aksel icon.
    pub icon: &'static str,
    /// Wording key.
    pub label: &'static str,
    /// Who has it, within a staff menu; empty for everyone.
    pub roles: &'static [Role],
}

impl MenuLine {
    /// A line for those among staff who have one of these roles; for all of them when there are none.
    #[must_use]
    pub const fn staff(order: u8, href: &'static str, label: &'static str, roles: &'static [Role]) -> MenuLine {
        MenuLine { menu: Menu::Staff, order, href, icon: "", label, roles }
    }
}

/// The menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Nobody has signed in.
    Open,
    /// The person.
    Person,
    /// An invited relative.
    Kin,
    /// Employees.
    Staff,
}

/// A page that many parts share. Each has one owner in `app`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The field at the top of `/` where help is asked for.
    FrontAsk,
    /// The rest of `/`.
    Front,
    /// `/hjem`.
    Home,
    /// The column beside `/hjem`.
    HomeAside,
    /// The quiet list under it, of what lies deeper: each panel is one row.
    HomeMore,
    /// `/i-dag`.
    Today,
    /// The column beside `/i-dag`.
    TodayAside,
    /// One person, as staff and relatives see them, and as the person previews it.
    OnePerson,
    /// The column beside it.
    OnePersonAside,
    /// `/plasser`: each part's places, with numbers that age.
    Places,
    /// What stands ready before a meeting about one person. A part that proposes something to talk about has a button there
    /// that belongs to the page's form [`READY_FORM`]: `<button form="sak-inn" name="forslag" value="area|source|words">`.
    Ready,
}

/// The id of the form that takes in what is to be talked about in a meeting.
pub const READY_FORM: &str = "sak-inn";

/// What a part shows on a shared page.
#[derive(Debug)]
pub struct Panel {
    /// On which page.
    pub place: Place,
    /// Place on the page, lowest first.
    pub order: u8,
    /// Loads and draws it: HTML, or nothing when there is nothing to show.
    pub draw: fn(&mut Tx<'_>, &PanelAsk<'_>) -> Result<Option<String>, Error>,
}

/// Draws every part's panel for a place, in order.
///
/// # Errors
/// What a panel answers.
pub fn draw(tx: &mut Tx<'_>, desk: &Desk<'_>, place: Place, permit: Option<&Permit>) -> Result<Vec<String>, Error> {
    let say = desk.app().say(desk.ctx().language);
    let catalogue = desk.app().catalogue().iter();
    let mut panels: Vec<_> = catalogue.flat_map(|part| part.panels.iter().map(|panel| (*part, panel))).collect();
    panels.retain(|(_, panel)| panel.place == place);
    panels.sort_by_key(|(_, panel)| panel.order);
    let mut drawn = Vec::new();
    for (part, panel) in panels {
        let desk = desk.of(part);
        drawn.extend((panel.draw)(tx, &PanelAsk { desk: &desk, permit, say: &say })?);
    }
    Ok(drawn)
}

/// What a panel is drawn for.
pub struct PanelAsk<'a> {
    /// Who asks, and the way to permits.
    pub desk: &'a Desk<'a>,
    /// The permit of the person the page is about; none on `Front`, `Today`, `TodayAside` and `Places`.
    pub permit: Option<&'a Permit>,
    /// Wording in the asker's language.
    pub say: &'a Say,
}

/// A fact a part reacts to.
#[derive(Debug)]
pub struct Heard {
    /// The kind another part tells.
    pub kind: &'static str,
    /// The name of the job that handles it.
    pub job: &'static str,
}

/// Something done by the clock or after a fact. It carries ids only and may be run twice.
#[derive(Debug)]
pub struct Job {
    /// Its name.
    pub name: &'static str,
    /// How often, in minutes; nothing for a job that only follows facts.
    pub every_minutes: Option<i64>,
    /// Does the work.
    pub run: fn(&crate::jobs::JobRun<'_>) -> Result<(), Error>,
}

/// A kind of proposal a part takes.
#[derive(Debug)]
pub struct Accept {
    /// The kind, for instance `plan-line`.
    pub kind: &'static str,
    /// Takes it inside the same transaction; answers with the id of what it made.
    pub take: fn(&mut Tx<'_>, &Desk<'_>, &Permit, &serde_json::Value) -> Result<String, Error>,
}

/// The parts of a catalogue that take this kind of proposal, in its order, each with how it takes it.
pub fn takers<'a>(
    catalogue: &'a [&'static Charter],
    kind: &'a str,
) -> impl Iterator<Item = (&'static Charter, &'static Accept)> + 'a {
    catalogue.iter().filter_map(move |part| Some((*part, part.accepts.iter().find(|accept| accept.kind == kind)?)))
}

/// A FHIR type a part can turn into a proposal.
#[derive(Debug)]
pub struct Import {
    /// For instance `Goal`; or `CarePlan.activity` to be given the resource once for each element of that list, with only
    /// that element in it. References inside the element that point into the same bundle stand read beside them, under
    /// `resolved`.
    pub resource_type: &'static str,
    /// Reads one resource: the proposal as JSON with the kind that [`Accept`] names, nothing when it is kept as received,
    /// or the reason in English why it cannot be read.
    pub read: fn(&serde_json::Value) -> Result<Option<Proposal>, String>,
}

/// What an import proposes to the person.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The kind of [`Accept`] that takes it when the person says yes.
    pub accept: &'static str,
    /// What the person reads: one line in the words of the sender.
    pub line: String,
    /// What is handed to [`Accept::take`].
    pub content: serde_json::Value,
}

/// A table and whose it is.
#[derive(Debug)]
pub struct Table {
    /// Its name, `<part>_<noun>`.
    pub name: &'static str,
    /// Whether `person_id` is the first column of its key.
    pub personal: bool,
}
