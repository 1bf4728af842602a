//! The fields of an employee's form: as typed, and read.

use kernel::role::Role;
use kernel::text::Phone;
use kernel::time::{Clock, Day, Timestamp};
use platform::error::{Error, FieldError};
use platform::form::Form;
use platform::frame::Say;

use crate::staff::rules::{MOST_DAYS, is_hpr_number, is_organisation_number};
use crate::staff::store::accounts::{Account, Particulars};

/// The names of the fields.
pub const NAMES: &[&str] =
    &["name", "title", "role", "phone", "hpr", "authorisation", "department", "entity", "place", "from", "until"];
/// Most characters of a name or a title.
const NAME_MAX: usize = 100;

/// As typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Role.
    pub role: String,
    /// Phone.
    pub phone: String,
    /// HPR number.
    pub hpr: String,
    /// Authorisation.
    pub authorisation: String,
    /// Department.
    pub department: String,
    /// Legal entity.
    pub entity: String,
    /// Point of care.
    pub place: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
}

impl Typed {
    /// From a form that came back.
    pub fn of(form: &Form) -> Typed {
        let text = |name: &str| form.get(name).to_owned();
        Typed {
            name: text("name"),
            title: text("title"),
            role: text("role"),
            phone: text("phone"),
            hpr: text("hpr"),
            authorisation: text("authorisation"),
            department: text("department"),
            entity: text("entity"),
            place: text("place"),
            from: text("from"),
            until: text("until"),
        }
    }

    /// From an account as it is.
    pub fn from_account(account: &Account) -> Typed {
        let who = &account.who;
        let maybe = |value: &Option<String>| value.clone().unwrap_or_default();
        let day = |end: Timestamp| {
            let (year, month, day) = end.plus_s(-1).day().parts();
            format!("{day}.{month}.{year}")
        };
        Typed {
            name: who.name.clone(),
            title: who.title.clone(),
            role: account.role.key().to_owned(),
            phone: Phone::parse(&who.phone).map(|phone| phone.shown()).unwrap_or_default(),
            hpr: maybe(&who.hpr_number),
            authorisation: maybe(&who.authorisation),
            department: maybe(&who.department),
            entity: maybe(&who.legal_entity),
            place: maybe(&who.point_of_care),
            from: String::new(),
            until: account.ended_at.map(day).unwrap_or_default(),
        }
    }
}

/// As read.
#[derive(Clone, Debug)]
pub struct Read {
    /// Who.
    pub who: Particulars,
    /// As what.
    pub role: Role,
    /// First moment of access.
    pub from: Timestamp,
    /// Last moment of access, when one is set.
    pub until: Option<Timestamp>,
}

/// Reads the form; every field that cannot be used is told at once.
pub fn read(form: &Form, now: Timestamp) -> Result<Read, Error> {
    form.only(NAMES)?;
    let mut errors = Vec::new();
    let role = Role::parse(form.get("role")).filter(|role| role.is_staff());
    if role.is_none() {
        errors.push(FieldError::new("role", "form-choose"));
    }
    let who = particulars(form, &mut errors);
    let from = day(form, "from", now, &mut errors).unwrap_or(now.day());
    let until = day(form, "until", now, &mut errors);
    if from < now.day() {
        errors.push(FieldError::new("from", "staff-field-from-past"));
    }
    if until.is_some_and(|until| until < from || until < now.day()) {
        errors.push(FieldError::new("until", "staff-field-until-first"));
    } else if until.is_some_and(|until| i64::from(until.since(now.day())) > MOST_DAYS) {
        errors.push(FieldError::new("until", "staff-field-until-far"));
    }
    match role {
        Some(role) if errors.is_empty() => {
            let from = if from == now.day() { now } else { from.at(Clock::MIDNIGHT) };
            Ok(Read { who, role, from, until: until.map(Day::end) })
        }
        _ => Err(Error::Invalid(errors)),
    }
}

fn day(form: &Form, name: &'static str, now: Timestamp, errors: &mut Vec<FieldError>) -> Option<Day> {
    let typed = form.get(name).trim();
    let read = Day::read(typed, now.day());
    if read.is_none() && !typed.is_empty() {
        errors.push(FieldError::new(name, "form-date"));
    }
    read
}

fn particulars(form: &Form, errors: &mut Vec<FieldError>) -> Particulars {
    let mut must = |name: &'static str| match form.text(name, NAME_MAX) {
        Ok(text) => text.as_str().to_owned(),
        Err(error) => {
            errors.push(error);
            String::new()
        }
    };
    let (name, title) = (must("name"), must("title"));
    let mut may = |name: &'static str| match form.text_or_none(name, NAME_MAX) {
        Ok(text) => text.map(|text| text.as_str().to_owned()),
        Err(error) => {
            errors.push(error);
            None
        }
    };
    let (authorisation, department, point_of_care) = (may("authorisation"), may("department"), may("place"));
    Particulars {
        name,
        title,
        phone: phone(form, errors),
        hpr_number: digits(form, "hpr", "staff-field-hpr-wrong", is_hpr_number, errors),
        authorisation,
        department,
        legal_entity: digits(form, "entity", "staff-field-entity-wrong", is_organisation_number, errors),
        point_of_care,
    }
}

/// A phone as stored; nothing typed is nothing stored.
pub fn phone(form: &Form, errors: &mut Vec<FieldError>) -> String {
    let typed = form.get("phone").trim();
    if typed.is_empty() {
        return String::new();
    }
    if let Some(phone) = Phone::parse(typed) {
        return phone.stored().to_owned();
    }
    errors.push(FieldError::new("phone", "form-phone"));
    String::new()
}

/// A number with rules of its own, blanks left out.
pub fn digits(
    form: &Form,
    name: &'static str,
    wrong: &'static str,
    is_right: fn(&str) -> bool,
    errors: &mut Vec<FieldError>,
) -> Option<String> {
    let typed: String = form.get(name).chars().filter(|sign| !sign.is_whitespace()).collect();
    if typed.is_empty() {
        return None;
    }
    if !is_right(&typed) {
        errors.push(FieldError::new(name, wrong));
        return None;
    }
    Some(typed)
}

/// Roles to choose between: key, name, whether it is the one.
pub fn roles(t: &Say, of: Vec<Role>, chosen: &str) -> Vec<(&'static str, String, bool)> {
    of.into_iter().map(|role| (role.key(), t.t(&format!("staff-role-{}", role.key())), role.key() == chosen)).collect()
}
