//! The card in words.

use kernel::text::Phone;
use kernel::time::Timestamp;
use platform::frame::{ContactItem, Say, contact_item};

use super::rules::{Entry, Slot, Version, Zone};
use super::store::follow_ups::FollowUp;

/// A line as drawn.
#[derive(Clone, Debug)]
pub struct ShownLine {
    /// Its id.
    pub id: String,
    /// The person's words, or a name.
    pub words: String,
    /// The number as the person wrote it.
    pub phone: String,
    /// A link that calls, where the number can be called.
    pub call: Option<String>,
    /// Whether those with whom the area is shared see it.
    pub shown: bool,
}

/// The lines of one slot.
#[derive(Clone, Debug)]
pub struct ShownSlot {
    /// What they tell.
    pub label: String,
    /// Whether these are people to call: then the emergency lines come last.
    pub emergency: bool,
    /// The lines.
    pub lines: Vec<ShownLine>,
}

/// One of the three zones.
#[derive(Clone, Debug)]
pub struct ShownZone {
    /// For anchors.
    pub key: &'static str,
    /// Its name.
    pub title: String,
    /// Those of its slots that have something to say.
    pub slots: Vec<ShownSlot>,
    /// Where a line is added: address and words.
    pub adds: Vec<(String, String)>,
}

/// What each zone has room for.
#[must_use]
pub fn slots_of(zone: Zone) -> &'static [Slot] {
    match zone {
        Zone::Fine => &[Slot::Signs, Slot::Helps],
        Zone::Hard | Zone::Crisis => &Slot::ALL,
    }
}

/// Draws one line.
#[must_use]
pub fn line(entry: &Entry) -> ShownLine {
    let typed = entry.said.phone.clone().unwrap_or_default();
    let short = typed.chars().all(|c| c.is_ascii_digit() || c == ' ').then(|| typed.replace(' ', ""));
    let short = short.filter(|digits| (3..=6).contains(&digits.len()));
    let number = Phone::parse(&typed).map(|phone| phone.stored().to_owned()).or(short);
    ShownLine {
        id: entry.id.to_string(),
        words: entry.said.words.clone(),
        call: number.map(|number| format!("tel:{number}")),
        phone: typed,
        shown: entry.said.shown,
    }
}

/// Draws the card: the zones with what they have to say, the emergency lines after the people to call in a crisis, whoever
/// else is there.
#[must_use]
pub fn zones(say: &Say, entries: &[Entry]) -> Vec<ShownZone> {
    let lines = |zone, slot| -> Vec<ShownLine> {
        entries.iter().filter(|entry| (entry.zone, entry.slot) == (zone, slot)).map(line).collect()
    };
    let slot = |zone: Zone, slot: Slot| ShownSlot {
        label: say.t(&format!("crisis-slot-{}", slot.key())),
        emergency: slot == Slot::Call && zone != Zone::Fine,
        lines: lines(zone, slot),
    };
    let speaks = |zone: Zone, slot: &ShownSlot| !slot.lines.is_empty() || (slot.emergency && zone == Zone::Crisis);
    let zone = |zone: Zone| ShownZone {
        key: zone.key(),
        title: say.t(&format!("crisis-zone-{}", zone.key())),
        slots: slots_of(zone).iter().map(|one| slot(zone, *one)).filter(|one| speaks(zone, one)).collect(),
        adds: slots_of(zone).iter().map(|one| add(say, zone, *one)).collect(),
    };
    Zone::ALL.into_iter().map(zone).collect()
}

fn add(say: &Say, zone: Zone, slot: Slot) -> (String, String) {
    (format!("/krisekort/ny/{}/{}", zone.key(), slot.key()), say.t(&format!("crisis-slot-{}", slot.key())))
}

/// The question that asks for a line.
#[must_use]
pub fn question(say: &Say, zone: Zone, slot: Slot) -> String {
    say.t(&format!("crisis-ask-{}-{}", zone.key(), slot.key()))
}

/// A follow-up as drawn.
#[derive(Clone, Debug)]
pub struct ShownFollowUp {
    /// Who, in words.
    pub who: String,
    /// By when, in words.
    pub when: String,
    /// Where to call.
    pub phone: ContactItem,
}

/// Draws a follow-up for the person.
#[must_use]
pub fn followed(say: &Say, one: &FollowUp, now: Timestamp) -> ShownFollowUp {
    let key = format!("crisis-followed-{}", one.open.cause.key());
    let when = if one.open.due_at > now {
        say.with("crisis-in-touch-before", "when", say.when(one.open.due_at, now))
    } else {
        say.with("crisis-in-touch-late", "when", say.when(one.open.due_at, now))
    };
    ShownFollowUp {
        who: say.with2(&key, "name", &one.holder_name, "where", &one.organisation_name),
        when,
        phone: contact_item(&one.holder_name, &one.phone),
    }
}

/// A change as drawn.
#[derive(Clone, Debug)]
pub struct ShownChange {
    /// What was done.
    pub what: String,
    /// The words from then on.
    pub words: String,
    /// When.
    pub when: String,
    /// The change, when it can be taken back.
    pub undo: Option<String>,
}

/// Draws a change.
#[must_use]
pub fn change(say: &Say, version: &Version, undoable: bool, now: Timestamp) -> ShownChange {
    ShownChange {
        what: say.t(&format!("crisis-was-{}", version.what.key())),
        words: version.said.words.clone(),
        when: say.when(version.at, now),
        undo: undoable.then(|| version.change.to_string()),
    }
}
