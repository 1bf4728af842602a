//! Lines of the plan in words, for the person and for a receiver alike: the same rows, told from where the reader stands.

use kernel::area::Area;
use kernel::id::{AccountId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::Permit;
use platform::frame::Say;

use super::rules::{Answer, LineKind, Need, Origin, Side, Status, WhoKind, is_active, quiet_sides};
use super::store::{Comment, Entry, Evaluation, Plan, Step};

/// For whom, when, and where the pages lie.
pub struct Reader<'a> {
    /// Words.
    pub say: &'a Say,
    /// Now.
    pub now: Timestamp,
    /// `/planen`, or `/folk/<id>/plan`.
    pub base: String,
    /// Whether it is the person.
    pub own: bool,
    /// The account of whoever reads; nothing for the person.
    pub account: Option<AccountId>,
    /// What the person wants to be called.
    pub name: String,
}

impl<'a> Reader<'a> {
    /// Whoever holds this permit.
    #[must_use]
    pub fn of(permit: &Permit, account: Option<AccountId>, say: &'a Say, now: Timestamp) -> Reader<'a> {
        let own = permit.is_own();
        let base = if own { "/planen".to_owned() } else { format!("/folk/{}/plan", permit.person()) };
        let name = permit.card().name.clone().unwrap_or_else(|| say.t("plan-the-person"));
        Reader { say, now, base, own, account: account.filter(|_| !own), name }
    }

    /// Words that differ between the person and a receiver: `key` or `key-they`, with the person's name.
    fn told(&self, key: &str) -> String {
        if self.own { self.say.t(key) } else { self.say.with(&format!("{key}-they"), "name", &self.name) }
    }

    /// `12. november`, with the year when it is another.
    pub fn date(&self, day: Day) -> String {
        if day.parts().0 == self.now.day().parts().0 { self.say.date(day) } else { self.say.date_with_year(day) }
    }
}

/// A line as drawn.
#[derive(Clone, Debug)]
pub struct ShownLine {
    /// Its page.
    pub href: String,
    /// What it says.
    pub words: String,
    /// The person's own words.
    pub own_words: bool,
    /// A measure, not a goal.
    pub measure: bool,
    /// Who does it; empty when nobody is named.
    pub who: String,
    /// When; empty when nothing is said.
    pub when: String,
    /// One of the six words; empty for a goal.
    pub status: String,
    /// The tag's colour.
    pub color: &'static str,
    /// Which side a measure serves; empty for a goal.
    pub need: String,
    /// «Forslag fra …»; empty for the person's own.
    pub author: String,
    /// «Du sa ja 12. november.»; empty for the person's own words.
    pub answer: String,
    /// Waits for the first answer.
    pub waiting: bool,
    /// There is a yes to take back.
    pub yes: bool,
    /// When it was taken back, in words.
    pub retracted: Option<String>,
    /// What has been said about it.
    pub comments: Vec<ShownComment>,
    /// How far it had come, by day.
    pub evaluations: Vec<ShownEvaluation>,
}

/// A comment as drawn.
#[derive(Clone, Debug)]
pub struct ShownComment {
    /// Its id.
    pub id: String,
    /// What it says; empty when it was taken back.
    pub words: String,
    /// Who and when.
    pub who_when: String,
    /// Whether the reader wrote it and may take it back.
    pub mine: bool,
    /// Whether it was taken back.
    pub retracted: bool,
}

/// An evaluation as drawn.
#[derive(Clone, Debug)]
pub struct ShownEvaluation {
    /// How far, in a word.
    pub word: String,
    /// In a sentence.
    pub words: String,
    /// Who and when.
    pub who_when: String,
}

/// Draws a line and what hangs on it.
#[must_use]
pub fn line(reader: &Reader<'_>, plan: &Plan, entry: &Entry) -> ShownLine {
    let step = entry.step.as_ref();
    let status = step.map(|step| step.status);
    ShownLine {
        href: format!("{}/linje/{}", reader.base, entry.id),
        words: entry.words.clone(),
        own_words: entry.line.origin == Origin::Person,
        measure: entry.kind == LineKind::Measure,
        who: step.map_or_else(String::new, |step| who(reader, step)),
        when: step.map_or_else(String::new, |step| when(reader, step)),
        status: status.map_or_else(String::new, |status| reader.say.t(&format!("status-{}", status.key()))),
        color: status.map_or("neutral", color),
        need: step.map_or_else(String::new, |step| reader.say.t(&format!("plan-need-{}", step.need.key()))),
        author: author(reader, entry),
        answer: answer(reader, entry),
        waiting: entry.is_waiting(),
        yes: entry.stands(),
        retracted: entry.retracted_at.map(|at| reader.say.with("plan-retracted", "date", reader.date(at.day()))),
        comments: plan.comments.iter().filter(|said| said.line == entry.id).map(|said| comment(reader, said)).collect(),
        evaluations: plan.evaluations.iter().filter(|said| said.goal == entry.id).map(|said| evaluation(reader, said)).collect(),
    }
}

const fn color(status: Status) -> &'static str {
    match status {
        Status::Ongoing | Status::Agreed => "accent",
        Status::Done => "plante",
        Status::NotBegun | Status::Waiting | Status::NotNow => "neutral",
    }
}

fn who(reader: &Reader<'_>, step: &Step) -> String {
    match step.who.kind {
        WhoKind::Me => reader.told("plan-who-you"),
        WhoKind::Nobody => String::new(),
        WhoKind::Account | WhoKind::Organisation | WhoKind::Named => step.who.name.clone().unwrap_or_default(),
    }
}

fn when(reader: &Reader<'_>, step: &Step) -> String {
    let by_day = |day| reader.say.with("plan-by", "date", reader.date(day));
    step.due_words.clone().or_else(|| step.due.map(by_day)).unwrap_or_default()
}

fn author(reader: &Reader<'_>, entry: &Entry) -> String {
    match (entry.line.origin, &entry.author) {
        (Origin::Paper, _) => reader.say.t("plan-from-papers"),
        (_, Some(author)) => reader.say.with("plan-proposed-by", "who", author),
        (_, None) => String::new(),
    }
}

fn answer(reader: &Reader<'_>, entry: &Entry) -> String {
    if entry.line.origin == Origin::Person && entry.line.answer == Answer::Yes {
        return String::new();
    }
    let key = match (entry.line.answer, entry.answered_at) {
        (Answer::Yes, _) => "plan-said-yes",
        (Answer::No, _) => "plan-said-no",
        (Answer::None, Some(_)) => "plan-took-back-yes",
        (Answer::None, None) => return reader.told("plan-not-answered"),
    };
    let date = entry.answered_at.map_or_else(String::new, |at| reader.date(at.day()));
    if reader.own {
        reader.say.with(key, "date", date)
    } else {
        reader.say.with2(&format!("{key}-they"), "name", &reader.name, "date", date)
    }
}

fn comment(reader: &Reader<'_>, said: &Comment) -> ShownComment {
    let retracted = said.retracted_at.is_some();
    ShownComment {
        id: said.id.as_str().to_owned(),
        words: if retracted { String::new() } else { said.words.clone() },
        who_when: signature(reader, said.author.as_deref(), said.at),
        mine: !retracted && said.account == reader.account,
        retracted,
    }
}

fn evaluation(reader: &Reader<'_>, said: &Evaluation) -> ShownEvaluation {
    ShownEvaluation {
        word: reader.say.t(&format!("plan-achievement-{}", said.achievement.key())),
        words: said.words.clone(),
        who_when: signature(reader, said.author.as_deref(), said.at),
    }
}

/// «Kari Nes, MO-senteret, 12. november»; «Du, 12. november» for the person.
pub fn signature(reader: &Reader<'_>, author: Option<&str>, at: Timestamp) -> String {
    let who = author.map_or_else(|| reader.told("plan-who-you"), str::to_owned);
    reader.say.with2("plan-who-when", "who", who, "date", reader.date(at.day()))
}

/// The plan, sorted for a page.
#[derive(Clone, Debug, Default)]
pub struct ShownPlan {
    /// What waits for the person's answer.
    pub waiting: Vec<ShownLine>,
    /// Answered in the last ten minutes: easy to change.
    pub just_answered: Vec<ShownLine>,
    /// What the person wants.
    pub wishes: Vec<ShownLine>,
    /// What happens now, the next first.
    pub now: Vec<ShownLine>,
    /// Sides that are named and that nobody does anything about.
    pub quiet: Vec<String>,
}

/// How long an answer stands on the page with the other answer beside it.
const UNDO_S: i64 = 600;

/// Sorts a plan for its first page.
#[must_use]
pub fn whole(reader: &Reader<'_>, plan: &Plan) -> ShownPlan {
    let shown = |entry: &Entry| line(reader, plan, entry);
    let just = |entry: &&Entry| {
        let by_others = entry.line.origin != Origin::Person;
        by_others && !entry.line.retracted && entry.answered_at.is_some_and(|at| reader.now.since_s(at) < UNDO_S)
    };
    let mut now: Vec<&Entry> =
        plan.entries.iter().filter(|entry| entry.kind == LineKind::Measure && is_active(&entry.line)).collect();
    now.sort_by_key(|entry| {
        let due = entry.step.as_ref().and_then(|step| step.due);
        (due.is_none(), due, entry.made_at)
    });
    ShownPlan {
        waiting: plan.entries.iter().filter(|entry| entry.is_waiting()).map(shown).collect(),
        just_answered: plan.entries.iter().filter(just).map(shown).collect(),
        wishes: plan.entries.iter().filter(|entry| entry.kind == LineKind::Goal && entry.stands()).map(shown).collect(),
        now: now.into_iter().map(shown).collect(),
        quiet: quiet(reader, plan),
    }
}

/// What fits on one sheet of paper: wishes, rows, and letters of each.
const SHEET: (usize, usize, usize) = (5, 6, 90);
/// With more rows than this the areas, which say the same again, give way.
const SHEET_ROWS_WITH_AREAS: usize = 4;

/// The plan for one sheet of paper. Tells whether the areas have room, and whether something had to be left out.
#[must_use]
pub fn sheet(mut plan: ShownPlan) -> (ShownPlan, bool, bool) {
    let (wishes, rows, letters) = SHEET;
    let too_much = plan.wishes.len() > wishes || plan.now.len() > rows;
    let too_long = plan.wishes.iter().chain(&plan.now).any(|line| cut(&line.words, letters) != line.words);
    plan.wishes.truncate(wishes);
    plan.now.truncate(rows);
    for line in plan.wishes.iter_mut().chain(&mut plan.now) {
        line.words = cut(&line.words, letters);
    }
    let areas = plan.now.len() <= SHEET_ROWS_WITH_AREAS;
    (plan, areas, too_much || too_long)
}

fn quiet(reader: &Reader<'_>, plan: &Plan) -> Vec<String> {
    let side = |entry: &Entry| entry.step.as_ref().map_or(Need::of(entry.area), |step| step.need);
    let sides: Vec<Side<'_>> = plan.entries.iter().map(|entry| Side { need: side(entry), line: &entry.line }).collect();
    let told = |need: Need| reader.say.with("plan-quiet", "side", reader.say.t(&format!("plan-need-{}", need.key())));
    quiet_sides(&sides).map(told).collect()
}

/// One area in one line.
#[derive(Clone, Debug)]
pub struct ShownArea {
    /// Its page.
    pub href: String,
    /// Its icon.
    pub icon: &'static str,
    /// Its name.
    pub name: String,
    /// One line: the next step, else what the person wants, else that there is nothing now.
    pub line: String,
    /// Its lines, for pages that show them all.
    pub lines: Vec<ShownLine>,
}

impl ShownArea {
    /// Whether something is wanted here.
    #[must_use]
    pub fn has_goals(&self) -> bool {
        self.lines.iter().any(|line| !line.measure)
    }

    /// Whether something is done here.
    #[must_use]
    pub fn has_measures(&self) -> bool {
        self.lines.iter().any(|line| line.measure)
    }
}

/// An area with its lines; nothing is the lines without an area, which are the person's alone.
#[must_use]
pub fn area(reader: &Reader<'_>, plan: &Plan, area: Option<Area>) -> ShownArea {
    let of: Vec<&Entry> = plan.entries.iter().filter(|entry| entry.area == area).collect();
    let active = of.iter().find(|entry| entry.kind == LineKind::Measure && is_active(&entry.line));
    let first = active.or_else(|| of.iter().find(|entry| entry.stands()));
    let key = area.map_or("other", Area::key);
    ShownArea {
        href: format!("{}/{}", reader.base, area.map_or("annet", Area::key)),
        icon: area.map_or("Files", icon),
        name: area.map_or_else(|| reader.say.t("plan-area-other"), |_| reader.say.t(&format!("area-{key}"))),
        line: first.map_or_else(|| reader.say.t("plan-nothing-here"), |entry| short(&entry.words)),
        lines: of.into_iter().map(|entry| line(reader, plan, entry)).collect(),
    }
}

/// The first line of a text, cut at a word when it is long.
fn short(words: &str) -> String {
    cut(words, 48)
}

fn cut(words: &str, room: usize) -> String {
    let first = words.lines().next().unwrap_or_default();
    if first.chars().count() <= room {
        return first.to_owned();
    }
    let cut: String = first.chars().take(room.saturating_sub(3)).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{whole} …")
}

const fn icon(area: Area) -> &'static str {
    match area {
        Area::Housing => "HouseHeart",
        Area::Money => "Wallet",
        Area::Body => "Heart",
        Area::Teeth => "Tooth",
        Area::Medicines => "MedicineBottle",
        Area::MentalHealth => "ChatElipsis",
        Area::PeopleAround => "PersonGroup",
        Area::EverydayWork => "Briefcase",
        Area::Safety => "Lifebuoy",
    }
}

/// The goal or measure with this id in an address; anything else is simply not there.
///
/// # Errors
/// [`platform::error::Error::Missing`].
pub fn line_id(text: &str) -> Result<RowId, platform::error::Error> {
    RowId::parse(text).ok_or(platform::error::Error::Missing)
}
