//! Sharing in words: who, what, why, until when. Every sentence is whole in its language; only names are put in.

use kernel::area::Areas;
use kernel::time::{Day, Timestamp};
use platform::access::Permit;
use platform::access::grants::Grant;
use platform::access::receivers::holder;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::Say;

use super::changes::Made;
use super::party::{self, Around, Party, Subject};

/// Whoever sees nearly all reads «everything but …».
const NEARLY_ALL: usize = 6;

/// The key of the line that says why: set by the kind of service, the same for everyone.
#[must_use]
pub fn why_key(party: &Party) -> String {
    format!("consents-why-{}", party.kind.map_or("next-of-kin", kernel::persona::OrganisationKind::key))
}

/// Why, in words. A grant that was given under a key we no longer have is told in the words of today.
#[must_use]
pub fn why(say: &Say, party: &Party, grant: Option<&Grant>) -> String {
    let given = grant.map(|grant| grant.why.as_str()).filter(|key| key.starts_with("consents-why-") && say.has(key));
    say.t(given.unwrap_or(&why_key(party)))
}

/// Who it is, inside a sentence: «fastlegen», «NAV», «Kari Nes», «Hanne, søstera mi».
#[must_use]
pub fn who(say: &Say, party: &Party) -> String {
    match (&party.subject, party.kind) {
        (Subject::Organisation(_), Some(kind)) => say.t(&format!("consents-who-{}", kind.key())),
        _ if party.name.is_empty() => say.t("consents-who-next-of-kin"),
        _ => party.name.clone(),
    }
}

/// As the first word of a line.
#[must_use]
pub fn at_start(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Areas as a list inside a sentence: «Bolig, Penger».
#[must_use]
pub fn listed(say: &Say, areas: Areas) -> String {
    let names: Vec<String> = areas.iter().map(|area| say.t(&format!("area-{}", area.key()))).collect();
    names.join(", ")
}

/// Areas as sentences of their own: «Kroppen. Medisiner og LAR.»
fn told(say: &Say, areas: Areas) -> String {
    let names: Vec<String> = areas.iter().map(|area| format!("{}.", say.t(&format!("area-{}", area.key())))).collect();
    names.join(" ")
}

/// What is seen.
#[must_use]
pub fn sees(say: &Say, areas: Areas) -> String {
    if areas.is_empty() {
        say.t("consents-nothing")
    } else if areas == Areas::ALL {
        say.t("consents-everything")
    } else if areas.iter().count() >= NEARLY_ALL {
        say.with("consents-everything-but", "areas", listed(say, rest(areas)))
    } else {
        told(say, areas)
    }
}

/// What is not seen, area by area: nobody has to reckon it out. Nothing when there is none.
#[must_use]
pub fn sees_not(say: &Say, areas: Areas) -> Option<String> {
    (areas != Areas::ALL).then(|| told(say, rest(areas)))
}

fn rest(areas: Areas) -> Areas {
    areas.iter().fold(Areas::ALL, Areas::without)
}

/// The last day of a share: the moment it ends is the first of the day after.
#[must_use]
pub fn last_day(until: Timestamp) -> Day {
    until.plus_s(-1).day()
}

/// A day as an end: with its year when it is another than today's.
#[must_use]
pub fn end_day(say: &Say, day: Day, today: Day) -> String {
    if day.parts().0 == today.parts().0 { say.date(day) } else { say.date_with_year(day) }
}

/// Until when.
#[must_use]
pub fn until(say: &Say, until: Timestamp, while_serving: bool, now: Timestamp) -> String {
    let day = end_day(say, last_day(until), now.day());
    say.with(if while_serving { "consents-until-serving" } else { "consents-until" }, "day", day)
}

/// A date as it is typed: `1.6.2027`.
#[must_use]
pub fn typed(day: Day) -> String {
    let (year, month, of_month) = day.parts();
    format!("{of_month}.{month}.{year}")
}

/// What a change did, as one sentence, and whom it was about.
///
/// # Errors
/// A fault when the database says no.
pub fn made(
    tx: &mut Tx<'_>,
    say: &Say,
    own: &Permit,
    around: &Around,
    made: &Made,
    now: Timestamp,
) -> Result<(String, String), Error> {
    let who = subject(tx, say, own, around, &made.subject, now)?;
    let sentence = say.put(
        &format!("consents-made-{}{}", made.kind, record_suffix(&made.subject)),
        &[("who", who.clone()), ("areas", listed(say, made.areas))],
    );
    Ok((sentence, who))
}

/// The two records have sentences of their own.
#[must_use]
pub fn record_suffix(subject: &Subject) -> String {
    match subject {
        Subject::Record(kind) => format!("-{kind}"),
        _ => String::new(),
    }
}

/// The name of whomever a change is about; empty for what is about nobody else.
///
/// # Errors
/// A fault when the database says no.
pub fn subject(
    tx: &mut Tx<'_>,
    say: &Say,
    own: &Permit,
    around: &Around,
    subject: &Subject,
    now: Timestamp,
) -> Result<String, Error> {
    match subject {
        Subject::Organisation(_) | Subject::Account(_) => Ok(who(say, &party::find(tx, own, around, subject.address(), now)?)),
        Subject::Employee(account) => Ok(holder(tx, account)?.map(|holder| holder.name).unwrap_or_default()),
        Subject::Closed | Subject::Objection | Subject::Record(_) => Ok(String::new()),
    }
}
