//! The six lines as a form: what was typed comes back as it was typed.

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId};
use kernel::time::{Clock, Day, Timestamp};
use platform::access::duties::{self, Held};
use platform::access::{Desk, Permit, receivers};
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::form::Form;
use platform::frame::{Say, contact_item};

use crate::handovers::rules::Cause;
use crate::handovers::store::Handover;
use crate::handovers::store::lines::Lines;
use crate::handovers::store::searches;
use crate::handovers::work::{Written, may_hand_over};

/// Longest line, in characters.
const MAX_LINE: usize = 200;
/// The fields of the form.
pub const FIELDS: &[&str] = &[
    "cause",
    "area",
    "departs_on",
    "departs_at",
    "tonight",
    "knows",
    "meet_who",
    "meet_on",
    "meet_at",
    "medicine_until",
    "medicine_at",
    "spray",
    "tolerance",
    "reach",
    "looks",
    "night_name",
    "night_phone",
    "to",
    "act",
];

/// A choice in a list or among boxes.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is sent.
    pub key: String,
    /// What is read.
    pub word: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The form as drawn.
#[derive(Clone, Debug, Default)]
pub struct LinesForm {
    /// Why, for a new one.
    pub causes: Vec<Choice>,
    /// The area, for a new one.
    pub areas: Vec<Choice>,
    /// When the person leaves: day and clock.
    pub departs: (String, String),
    /// 1.
    pub tonight: String,
    /// 1.
    pub knows: String,
    /// 2.
    pub meet_who: String,
    /// 2: day and clock.
    pub meet: (String, String),
    /// 3.
    pub medicine_until: String,
    /// 3.
    pub medicine_at: String,
    /// 4.
    pub spray: bool,
    /// 4.
    pub tolerance: bool,
    /// 5.
    pub reach: String,
    /// 5: the outreach team, when there is one, and whether the person has said yes to it.
    pub looks: Option<(String, bool)>,
    /// 6.
    pub night_name: String,
    /// 6.
    pub night_phone: String,
    /// Those around the person, by name.
    pub around: Vec<Choice>,
    /// Everybody else.
    pub others: Vec<Choice>,
}

/// What the form is drawn from.
pub struct Ground {
    team: Vec<Held>,
    houses: Vec<receivers::Organisation>,
    outreach: Option<String>,
    own: Option<receivers::Organisation>,
}

/// Loads who may be asked.
///
/// # Errors
/// A fault.
pub fn ground(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Ground, Error> {
    let employer = desk.ctx().actor.employer_id()?.clone();
    let mut team = duties::all(tx, permit)?;
    team.retain(|held| held.name.is_some() && held.is_held(desk.now()) && held.organisation != employer);
    let mut houses = receivers::organisations(tx)?;
    let own = houses.iter().find(|house| house.id == employer).cloned();
    houses.retain(|house| house.id != employer && house.kind.main_role().is_some_and(may_hand_over));
    Ok(Ground { team, houses, outreach: searches::team(tx)?.map(|(_, name)| name), own })
}

fn typed_day(day: Day) -> String {
    let (year, month, of_month) = day.parts();
    format!("{of_month}.{month}.{year}")
}

fn typed(at: Option<Timestamp>) -> (String, String) {
    let Some(at) = at else { return Default::default() };
    let (hour, minute) = at.clock().parts();
    (typed_day(at.day()), format!("{hour:02}.{minute:02}"))
}

impl LinesForm {
    /// As it stands in the rows, or with what usually fits: tomorrow, and the ward's own number at night.
    pub fn of(say: &Say, ground: &Ground, one: Option<&Handover>, lines: &Lines, now: Timestamp) -> LinesForm {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let own = |of: fn(&receivers::Organisation) -> String| ground.own.as_ref().map(of).unwrap_or_default();
        let fresh = one.is_none_or(|one| one.state.round == 0);
        let or_own = |written: String, own: String| if written.is_empty() && fresh { own } else { written };
        let meet = match one.and_then(|one| one.state.meet_at) {
            None => (typed_day(now.day().plus(1)), String::new()),
            at => typed(at),
        };
        let mut form = LinesForm {
            departs: one.map_or_else(|| (typed_day(now.day()), String::new()), |one| typed(one.departs_at)),
            tonight: text(&lines.tonight),
            knows: text(&lines.tonight_knows),
            meet_who: text(&lines.meet_who),
            meet,
            medicine_until: text(&lines.medicine_until),
            medicine_at: text(&lines.medicine_at),
            spray: lines.spray,
            tolerance: lines.tolerance,
            reach: text(&lines.reach),
            looks: ground.outreach.clone().map(|team| (team, one.is_some_and(|one| one.looks_at.is_some()))),
            night_name: or_own(text(&lines.night_name), own(|house| house.name.clone())),
            night_phone: or_own(text(&lines.night_phone), own(|house| contact_item("", &house.phone).phone_shown)),
            ..LinesForm::default()
        };
        let asked = one.and_then(|one| one.state.receiver()).map(OrganisationId::to_string).unwrap_or_default();
        form.choices(say, ground, one.is_none(), &asked);
        form
    }

    fn choices(&mut self, say: &Say, ground: &Ground, is_new: bool, asked: &str) {
        let choice = |key: &str, word: String, chosen: bool| Choice { key: key.to_owned(), word, chosen };
        if is_new {
            let cause =
                |cause: Cause| choice(cause.key(), say.t(&format!("handovers-cause-{}", cause.key())), cause == Cause::Discharge);
            self.causes = Cause::ALL.into_iter().filter(|cause| *cause != Cause::Unplanned).map(cause).collect();
            let area = |area: Area| choice(area.key(), say.t(&format!("area-{}", area.key())), area == Area::Safety);
            self.areas = Area::ALL.into_iter().map(area).collect();
        }
        let around = |held: &Held| {
            let account = held.account.as_ref().map(AccountId::to_string).unwrap_or_default();
            let word = format!("{}, {}", held.name.as_deref().unwrap_or_default(), held.organisation_name);
            choice(&format!("{}/{account}", held.organisation), word, false)
        };
        self.around = ground.team.iter().map(around).collect();
        self.around.sort_by(|a, b| a.key.cmp(&b.key));
        self.around.dedup_by(|a, b| a.key == b.key);
        let house = |house: &receivers::Organisation| choice(house.id.as_str(), house.name.clone(), house.id.as_str() == asked);
        self.others = ground.houses.iter().map(house).collect();
    }

    /// What was typed, over what stands there: nothing typed is lost.
    pub fn typed_over(mut self, form: &Form) -> LinesForm {
        if !form.has("tonight") {
            return self;
        }
        let text = |name: &str| form.get(name).to_owned();
        self.departs = (text("departs_on"), text("departs_at"));
        (self.tonight, self.knows, self.meet_who) = (text("tonight"), text("knows"), text("meet_who"));
        self.meet = (text("meet_on"), text("meet_at"));
        (self.medicine_until, self.medicine_at) = (text("medicine_until"), text("medicine_at"));
        (self.spray, self.tolerance) = (form.has("spray"), form.has("tolerance"));
        (self.reach, self.night_name, self.night_phone) = (text("reach"), text("night_name"), text("night_phone"));
        self.looks = self.looks.map(|(team, _)| (team, form.has("looks")));
        for (choices, name) in [(&mut self.causes, "cause"), (&mut self.areas, "area")] {
            choices.iter_mut().for_each(|choice| choice.chosen = choice.key == form.get(name));
        }
        let to = form.get("to");
        self.around.iter_mut().chain(&mut self.others).for_each(|choice| choice.chosen = choice.key == to);
        self
    }
}

/// A time as people type it: `10.00`, `10:00`, `10`, `1030`.
#[must_use]
pub fn read_clock(typed: &str) -> Option<Clock> {
    let typed = typed.trim().replace(':', ".");
    let (hour, minute) = match typed.split_once('.') {
        Some((hour, minute)) => (hour.to_owned(), minute.to_owned()),
        None if typed.len() > 2 => {
            let (hour, minute) = typed.split_at_checked(typed.len() - 2)?;
            (hour.to_owned(), minute.to_owned())
        }
        None => (typed, "0".to_owned()),
    };
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then(|| Clock::at(hour, minute))
}

/// A day and a time; nothing when neither was typed.
pub fn moment(
    form: &Form,
    (on, at): (&'static str, &'static str),
    now: Timestamp,
    errors: &mut Vec<FieldError>,
) -> Option<Timestamp> {
    let (day, clock) = (form.get(on).trim(), form.get(at).trim());
    if clock.is_empty() {
        return None;
    }
    let read = (Day::read(day, now.day()), read_clock(clock));
    if read.0.is_none() {
        errors.push(FieldError::new(on, "form-date"));
    }
    if read.1.is_none() {
        errors.push(FieldError::new(at, "form-time"));
    }
    read.0.zip(read.1).map(|(day, clock)| day.at(clock))
}

/// Reads the form.
///
/// # Errors
/// What must be looked at again.
pub fn read(form: &Form, now: Timestamp) -> Result<Written, Error> {
    form.only(FIELDS)?;
    let mut errors = Vec::new();
    let departs_at = moment(form, ("departs_on", "departs_at"), now, &mut errors);
    let meet_at = moment(form, ("meet_on", "meet_at"), now, &mut errors);
    let mut text = |name: &'static str| match form.text_or_none(name, MAX_LINE) {
        Ok(text) => text.map(|text| text.as_str().to_owned()),
        Err(error) => {
            errors.push(error);
            None
        }
    };
    let lines = Lines {
        tonight: text("tonight"),
        tonight_knows: text("knows"),
        meet_who: text("meet_who"),
        medicine_until: text("medicine_until"),
        medicine_at: text("medicine_at"),
        spray: form.has("spray"),
        tolerance: form.has("tolerance"),
        reach: text("reach"),
        night_name: text("night_name"),
        night_phone: text("night_phone"),
    };
    if errors.is_empty() {
        Ok(Written { lines, meet_at, departs_at, looks: form.has("looks") })
    } else {
        Err(Error::Invalid(errors))
    }
}

/// Who is asked: an organisation, or somebody in it.
///
/// # Errors
/// The field to look at again.
pub fn receiver(form: &Form) -> Result<(OrganisationId, Option<AccountId>), Error> {
    let to = form.get("to");
    let (organisation, account) = to.split_once('/').map_or((to, None), |(house, account)| (house, Some(account)));
    let wrong = || Error::field("to", "form-choose");
    let organisation = OrganisationId::parse(organisation).ok_or_else(wrong)?;
    let account = account.map(|account| AccountId::parse(account).ok_or_else(wrong)).transpose()?;
    Ok((organisation, account))
}
