//! The log in words: what was done, why, and on which ground. Every sentence is whole in its language.
//!
//! What was done is the wording of the part that did it: `<part>-log` for a look and `<part>-log-<act>` for a command, in
//! the part's own files, so that a new part brings its own words. A part or an act without words is told in a sentence that
//! is true of all, and a test lists what is missing.

use kernel::access::{Basis, Reason};
use kernel::area::{Area, Areas};
use kernel::id::AccountId;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::duties::Held;
use platform::access::grants::Grant;
use platform::access::log::Look;
use platform::access::relations::Duty;
use platform::audit::BY_LINK;
use platform::frame::Say;

use super::folding::{Deed, Ground, Group, Who};

/// The ground of what the privacy contact does because the person asked.
const ASKED: &str = "asked";
/// Times of day that are written out; the rest is counted.
const TIMES: usize = 4;
/// Whoever saw nearly all reads «everything but …».
const NEARLY_ALL: usize = 6;

/// What stands around the lines: grants and duties of the person.
pub struct Around {
    /// Every grant the person has given.
    pub grants: Vec<Grant>,
    /// Every duty somebody holds or held.
    pub duties: Vec<Held>,
}

/// The key under which a part keeps its words for the log.
#[must_use]
pub fn log_key(part: &str, act: &str) -> String {
    let part = part.replace('_', "-");
    if act == "look" { format!("{part}-log") } else { format!("{part}-log-{act}") }
}

/// What was done, as the beginning of a sentence: «Så på planen din».
#[must_use]
pub fn did(say: &Say, deed: &Deed) -> String {
    let key = log_key(&deed.part, &deed.act);
    match deed.outcome.as_str() {
        "denied" => say.t("access-log-did-denied"),
        "refused" => say.t("access-log-did-refused"),
        _ if deed.listed => say.t("access-log-did-listed"),
        _ if say.has(&key) => say.t(&key),
        "changed" => say.t("access-log-did-changed"),
        _ => say.t("access-log-did-look"),
    }
}

/// «Så på planen din kl. 09.12 og kl. 10.30.»
#[must_use]
pub fn did_when(say: &Say, deed: &Deed) -> String {
    let mut clocks: Vec<String> = deed.times.iter().rev().take(TIMES).map(|at| say.clock(*at)).collect();
    clocks.dedup();
    let more = deed.times.len().saturating_sub(TIMES);
    let times = match (clocks.split_last(), more) {
        (Some((last, [])), 0) => last.clone(),
        (Some((last, first)), 0) => say.with2("access-log-and", "first", first.join(", "), "last", last),
        _ => say.with2("access-log-and-more", "first", clocks.join(", "), "n", more),
    };
    say.with2("access-log-did-when", "did", did(say, deed), "times", times)
}

/// The areas that were open. Nothing for a try, and for a list.
#[must_use]
pub fn open(say: &Say, group: &Group) -> Option<String> {
    if group.denied || group.only_listed() {
        return None;
    }
    if group.grounds.iter().all(|ground| ground.basis == ASKED) {
        return Some(say.t("access-log-open-question"));
    }
    if group.grounds.iter().all(|ground| ground.basis == Basis::WrittenHere.key()) {
        return Some(say.t("access-log-open-own-records"));
    }
    let open = areas(say, group.areas);
    Some(if group.own_records { say.with("access-log-open-and-own-records", "open", open) } else { open })
}

fn areas(say: &Say, areas: Areas) -> String {
    let listed = |areas: Areas| {
        let names: Vec<String> = areas.iter().map(|area| say.t(&format!("area-{}", area.key()))).collect();
        names.join(", ")
    };
    let closed = areas.iter().fold(Areas::ALL, Areas::without);
    if areas.is_empty() {
        say.t("access-log-open-nothing")
    } else if closed.is_empty() {
        say.t("access-log-open-all")
    } else if closed.iter().count() <= Area::ALL.len() - NEARLY_ALL {
        say.with("access-log-open-all-but", "areas", listed(closed))
    } else {
        say.with("access-log-open-areas", "areas", listed(areas))
    }
}

/// Why, in sentences: what they wrote, what they are to the person, and what their work is for.
#[must_use]
pub fn why(say: &Say, group: &Group, around: &Around) -> String {
    let said = group.reasons.iter().filter(|_| !matches!(group.who, Who::Link(_)));
    let mut sentences: Vec<String> = said.map(|words| say.with("access-log-why-said", "words", words)).collect();
    if let Who::Account(account, _) = &group.who {
        sentences.extend(duty(around, account, group.newest.at).map(|duty| say.t(&format!("access-log-why-{}", duty.key()))));
    }
    let asked = group.grounds.iter().any(|ground| ground.basis == ASKED);
    let purpose = if asked { ASKED } else { group.newest.purpose.as_str() };
    let key = match group.who {
        Who::Own => "access-log-why-own".to_owned(),
        Who::Machine => "access-log-why-machine".to_owned(),
        Who::Account(..) => format!("access-log-why-{purpose}"),
        Who::Link(_) => "access-log-why-link".to_owned(),
    };
    // A purpose this version has no words for is still a purpose that stood in the log when it was written.
    sentences.push(if say.has(&key) { say.t(&key) } else { say.t("access-log-why-service") });
    sentences.join(" ")
}

fn duty(around: &Around, account: &AccountId, at: Timestamp) -> Option<Duty> {
    let held = around.duties.iter().filter(|held| held.account.as_ref() == Some(account) && held.is_held(at));
    held.map(|held| held.duty).filter(|duty| *duty != Duty::Serving).min()
}

/// A ground in words, and the address of the share it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The sentence.
    pub sentence: String,
    /// Where the share is.
    pub href: Option<String>,
}

/// On which grounds.
#[must_use]
pub fn grounds(say: &Say, group: &Group, around: &Around, now: Timestamp) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    for ground in &group.grounds {
        let one = ground_of(say, group, ground, around, now);
        if !told.contains(&one) {
            told.push(one);
        }
    }
    told
}

fn ground_of(say: &Say, group: &Group, ground: &Ground, around: &Around, now: Timestamp) -> Told {
    let plain = |key: String| Told { sentence: say.t(&key), href: None };
    if group.who == Who::Machine {
        return plain("access-log-ground-machine".into());
    }
    let grant = ground.grant.as_deref().and_then(|id| around.grants.iter().find(|grant| grant.id.as_str() == id));
    if let Some(grant) = grant {
        let (day, today) = (grant.given_at.day(), now.day());
        let date = if day.parts().0 == today.parts().0 { say.date(day) } else { say.date_with_year(day) };
        let receiver = grant.organisation.as_ref().map(ToString::to_string);
        let receiver = receiver.or_else(|| grant.account.as_ref().map(ToString::to_string));
        return Told {
            sentence: say.with("access-log-ground-grant", "date", date),
            href: receiver.map(|receiver| format!("/deling/{receiver}")),
        };
    }
    plain(ground_key(&ground.basis))
}

/// The wording key of a ground that is no longer to be found, or never was a share.
#[must_use]
pub fn ground_key(basis: &str) -> String {
    let known = Basis::ALL.iter().any(|known| known.key() == basis)
        || Reason::ALL.iter().any(|known| known.key() == basis)
        || basis == ASKED
        || basis == BY_LINK;
    // A share that is not found has no date that could be put in.
    let key = if basis == Basis::Grant.key() { "shared" } else { basis };
    format!("access-log-ground-{}", if known { key } else { "unknown" })
}

/// Who it was: a name and what stands beside it.
#[must_use]
pub fn named(say: &Say, look: &Look, who: &Who, around: &Around) -> (String, String) {
    match who {
        Who::Own => (say.t("access-log-you"), String::new()),
        Who::Machine => (say.t("access-log-machine"), say.t("access-log-machine-detail")),
        Who::Link(called) => (called.clone(), say.t("access-log-link-detail")),
        Who::Account(account, _) if look.name.is_empty() => {
            let called = around.grants.iter().find(|grant| grant.account.as_ref() == Some(account));
            let called = called.and_then(|grant| grant.receiver_name.clone());
            (called.unwrap_or_else(|| say.t("access-log-relative")), String::new())
        }
        Who::Account(..) => {
            let work = if look.title.is_empty() { role(say, look.role) } else { look.title.clone() };
            let detail: Vec<String> =
                [work, look.organisation_name.clone()].into_iter().filter(|part| !part.is_empty()).collect();
            (look.name.clone(), detail.join(", "))
        }
    }
}

fn role(say: &Say, role: Role) -> String {
    let key = format!("access-log-role-{}", role.key());
    if say.has(&key) { say.t(&key) } else { String::new() }
}

/// As the first word of a line.
#[must_use]
pub fn at_start(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
