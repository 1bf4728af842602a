//! Meetings, topics and decisions as the pages draw them.

use kernel::time::{Day, Timestamp};
use platform::access::Permit;
use platform::frame::{ContactItem, Say, contact_item};

use super::closing::{Owner, comes_to, owner};
use super::rules::{Becomes, MAX_LINES, Origin, Phase, STATUSES};
use super::store::items::{Decision, Item};
use super::store::{Found, Meeting, Member};

/// Fewest lines for decisions under a topic while the meeting goes on.
const LINES: i64 = 2;

/// A meeting as drawn.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its page.
    pub href: String,
    /// The person's name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// When.
    pub when: String,
    /// Where.
    pub place: String,
    /// A number to call in on.
    pub phone: Option<ContactItem>,
    /// Who leads it.
    pub leader: String,
    /// Where it is, in words: called, going on, minutes that wait or hold.
    pub stands: String,
    /// What has been made ready, for a list of staff's.
    pub ready: String,
    /// Who cancelled it; may be empty.
    pub cancelled: String,
    /// Where it is.
    pub phase: Phase,
    /// The person did not come.
    pub absent: bool,
}

impl Shown {
    /// Where it is read up.
    #[must_use]
    pub fn to_read_up(&self) -> String {
        format!("{}/les", self.href)
    }

    /// Where it is ended.
    #[must_use]
    pub fn to_end(&self) -> String {
        format!("{}/avslutt", self.href)
    }

    /// Whether it goes on.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        self.phase == Phase::Running
    }
}

/// A meeting as the reader of this permit sees it.
#[must_use]
pub fn meeting(say: &Say, permit: &Permit, one: &Meeting, now: Timestamp) -> Shown {
    let own = permit.is_own();
    let name = name_of(say, permit);
    Shown {
        href: if own { format!("/moter/mitt/{}", one.id) } else { format!("/moter/{}/{}", permit.person(), one.id) },
        title: one.title.clone(),
        when: at_start(&say.when(one.at, now)),
        place: one.place.clone(),
        phone: one.phone.as_ref().map(|phone| contact_item("", phone)),
        leader: one.leader.clone(),
        stands: stands(say, own, &name, one, now),
        ready: String::new(),
        cancelled: one.cancelled_by.as_ref().map_or_else(String::new, |who| say.with("meetings-cancelled-by", "who", who)),
        phase: one.phase,
        absent: one.absent,
        name,
    }
}

/// What the person wants to be called here.
#[must_use]
pub fn name_of(say: &Say, permit: &Permit) -> String {
    permit.card().name.clone().unwrap_or_else(|| say.t("meetings-the-person"))
}

fn stands(say: &Say, own: bool, name: &str, one: &Meeting, now: Timestamp) -> String {
    match (one.phase, one.seen_at) {
        (Phase::Called, _) => say.t("meetings-stands-called"),
        (Phase::Running, _) => say.t("meetings-stands-running"),
        (Phase::Cancelled, _) => say.t("meetings-stands-cancelled"),
        (Phase::Closed, Some(at)) if own => say.with("meetings-seen-you", "when", say.when(at, now)),
        (Phase::Closed, Some(at)) => say.with2("meetings-seen", "name", name, "when", say.when(at, now)),
        (Phase::Closed, None) if own => say.t("meetings-not-seen-you"),
        (Phase::Closed, None) => say.with("meetings-not-seen", "name", name),
    }
}

/// A choice in a form.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its value.
    pub key: String,
    /// Its words.
    pub word: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A line for a decision as drawn.
#[derive(Clone, Debug)]
pub struct ShownLine {
    /// Its number.
    pub number: i64,
    /// What was decided, or what was typed.
    pub words: String,
    /// The day as typed.
    pub due: String,
    /// Who could do it.
    pub owners: Vec<Choice>,
    /// «Sara Berg, NAV: …. Innen 4. desember.»
    pub sentence: String,
    /// «Jon er ikke enig: …»; may be empty.
    pub disagrees: String,
    /// The person's words about it, alone.
    pub why: String,
    /// What it becomes, in words.
    pub becomes: String,
}

/// A topic as drawn.
#[derive(Clone, Debug)]
pub struct ShownItem {
    /// Its place on the list, from 1.
    pub n: usize,
    /// Its id.
    pub id: String,
    /// Its area.
    pub area: String,
    /// What it is about.
    pub words: String,
    /// The person's own words.
    pub own: bool,
    /// Where it stands, in a word; may be empty.
    pub status: String,
    /// The six words.
    pub statuses: Vec<Choice>,
    /// Decisions, and while the meeting goes on, room for more.
    pub lines: Vec<ShownLine>,
    /// Those who are kept out of it, by name.
    pub without: Vec<String>,
    /// Members who can be kept out or let in: key, name, whether they are out.
    pub members: Vec<Choice>,
    /// Which version.
    pub version: i64,
}

impl ShownItem {
    /// Its decisions alone.
    pub fn decided(&self) -> impl Iterator<Item = &ShownLine> {
        self.lines.iter().filter(|line| !line.sentence.is_empty())
    }
}

/// Who reads a meeting, and in which words.
pub struct Reader<'a> {
    /// The language.
    pub say: &'a Say,
    /// The permit.
    pub permit: &'a Permit,
    /// The meeting.
    pub found: &'a Found,
    /// The day it is.
    pub today: Day,
}

impl Reader<'_> {
    /// The topics, numbered.
    #[must_use]
    pub fn items(&self, items: &[Item]) -> Vec<ShownItem> {
        items.iter().enumerate().map(|(at, item)| self.item(at + 1, item)).collect()
    }

    fn item(&self, n: usize, item: &Item) -> ShownItem {
        let named = |key: &String| self.found.members.iter().find(|member| member.key == *key).map(|member| member.name.clone());
        let status = |key: &&str| Choice {
            key: (*key).to_owned(),
            word: self.say.t(&format!("status-{key}")),
            chosen: item.status.as_deref() == Some(*key),
        };
        let member = |member: &Member| Choice {
            key: member.key.clone(),
            word: member.name.clone(),
            chosen: item.without.contains(&member.key),
        };
        ShownItem {
            n,
            id: item.id.as_str().to_owned(),
            area: self.say.t(&format!("area-{}", item.area.key())),
            words: item.words.clone(),
            own: item.origin == Origin::Person,
            status: item.status.as_ref().map_or_else(String::new, |key| self.say.t(&format!("status-{key}"))),
            statuses: STATUSES.iter().map(status).collect(),
            lines: self.lines(item),
            without: item.without.iter().filter_map(named).collect(),
            members: self.found.members.iter().filter(|member| !member.out).map(member).collect(),
            version: item.version,
        }
    }

    fn lines(&self, item: &Item) -> Vec<ShownLine> {
        let mut lines: Vec<ShownLine> = item.decisions.iter().map(|decision| self.line(decision)).collect();
        if self.found.meeting.phase == Phase::Running {
            let last = item.decisions.last().map_or(0, |decision| decision.number);
            let upto = (last + 1).max(LINES).min(i64::try_from(MAX_LINES).unwrap_or(LINES));
            let there = |number: &i64| item.decisions.iter().any(|decision| decision.number == *number);
            let empty = |number: i64| self.empty(number);
            lines.extend((1..=upto).filter(|number| !there(number)).map(empty));
            lines.sort_by_key(|line| line.number);
        }
        lines
    }

    fn empty(&self, number: i64) -> ShownLine {
        ShownLine {
            number,
            words: String::new(),
            due: String::new(),
            owners: self.owners(None),
            sentence: String::new(),
            disagrees: String::new(),
            why: String::new(),
            becomes: String::new(),
        }
    }

    fn line(&self, decision: &Decision) -> ShownLine {
        let name = name_of(self.say, self.permit);
        let key = match comes_to(self.found, decision) {
            Becomes::Task => "meetings-becomes-task",
            Becomes::Question => "meetings-becomes-question",
            Becomes::Line => "meetings-becomes-line",
        };
        let disagrees = |why: &String| self.say.with2("meetings-disagrees", "name", &name, "words", why);
        ShownLine {
            number: decision.number,
            words: decision.words.clone(),
            due: decision.due.map_or_else(String::new, typed_day),
            owners: self.owners(decision.owner.as_deref()),
            sentence: self.sentence(decision, &name),
            disagrees: decision.disagrees.as_ref().map_or_else(String::new, disagrees),
            why: decision.disagrees.clone().unwrap_or_default(),
            becomes: self.say.t(key),
        }
    }

    /// A decision as a plain sentence, to be read up: who does what by when; for somebody who is not there, a question.
    fn sentence(&self, decision: &Decision, name: &str) -> String {
        let own = self.permit.is_own();
        let who = match owner(self.found, decision) {
            Owner::Person if own => Some(self.say.t("meetings-you")),
            Owner::Person => Some(name.to_owned()),
            Owner::Member(member) => Some(member.name.clone()),
            Owner::Nobody => None,
        };
        let asked = comes_to(self.found, decision) == Becomes::Question;
        let words = decision.words.trim_end_matches('.').to_owned();
        let said = match (who, asked) {
            (Some(_), true) if own && decision.owner.as_deref() == Some("person") => {
                self.say.with("meetings-sentence-asked-you", "words", words)
            }
            (Some(who), true) => self.say.with2("meetings-sentence-asked", "who", who, "words", words),
            (Some(who), false) => self.say.with2("meetings-sentence-does", "who", who, "words", words),
            (None, _) => self.say.with("meetings-sentence", "words", words),
        };
        match decision.due {
            Some(due) => format!("{said} {}", self.say.with("meetings-by", "date", self.say.near_day(due, self.today))),
            None => said,
        }
    }

    fn owners(&self, chosen: Option<&str>) -> Vec<Choice> {
        let choice = |key: &str, word: String| Choice { chosen: chosen == Some(key), key: key.to_owned(), word };
        let mut all = vec![choice("person", name_of(self.say, self.permit))];
        for member in self.found.members.iter().filter(|member| !member.out) {
            let word = if member.here { member.name.clone() } else { self.say.with("meetings-not-here", "name", &member.name) };
            all.push(choice(&member.key, word));
        }
        all
    }
}

/// `4.12.2026`.
#[must_use]
pub fn typed_day(day: Day) -> String {
    let (year, month, of_month) = day.parts();
    format!("{of_month}.{month}.{year}")
}

/// A member as drawn.
#[derive(Clone, Debug)]
pub struct ShownMember {
    /// Their key.
    pub key: String,
    /// Their name.
    pub name: String,
    /// What they answered, or whether they were there.
    pub stands: String,
    /// Whether they are counted as there: who said no is not.
    pub expected: bool,
}

/// Those who are invited: before it, what they answered; from when it begins, who is there and who has said that they cannot.
#[must_use]
pub fn members(say: &Say, found: &Found) -> Vec<ShownMember> {
    let begun = found.meeting.phase != Phase::Called;
    let stands = |member: &Member| {
        let key = match (begun, member.here, member.answer.as_str()) {
            (true, true, _) => "meetings-was-here",
            (true, false, "no") | (false, _, "no") => "meetings-answered-no",
            (true, false, _) => "meetings-was-not-here",
            (false, _, "yes") => "meetings-answered-yes",
            (false, _, _) if member.organisation.is_none() => "meetings-by-letter",
            (false, _, _) => "meetings-not-answered",
        };
        let said = say.t(key);
        member.why.as_ref().map_or(said.clone(), |why| format!("{said} «{why}»"))
    };
    let shown = |member: &Member| ShownMember {
        key: member.key.clone(),
        name: member.name.clone(),
        stands: stands(member),
        expected: member.answer != "no",
    };
    found.members.iter().filter(|member| !member.out).map(shown).collect()
}

/// A sentence begins with a capital.
#[must_use]
pub fn at_start(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
