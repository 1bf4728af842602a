//! The rules of the card: the person's own lines, each change kept, each change taken back for a while.

use kernel::id::RowId;
use kernel::time::Timestamp;

/// Longest line, in characters: it is read by somebody in a hurry.
pub const MAX_WORDS: usize = 300;
/// Longest phone number as typed, in characters.
pub const MAX_PHONE: usize = 30;
/// Most lines in one place: a card is not a book.
pub const MAX_LINES: usize = 12;

/// How things stand, in three steps. They are the person's own words for their own state, and nobody else's measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// When it is all right.
    Fine,
    /// When it begins to be hard.
    Hard,
    /// When it is a crisis.
    Crisis,
}

impl Zone {
    /// All three, as on the card.
    pub const ALL: [Zone; 3] = [Zone::Fine, Zone::Hard, Zone::Crisis];

    /// As stored, in addresses and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Zone::Fine => "fine",
            Zone::Hard => "hard",
            Zone::Crisis => "crisis",
        }
    }

    /// The zone with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Zone> {
        Zone::ALL.into_iter().find(|zone| zone.key() == key)
    }
}

/// What a line tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// How one can tell.
    Signs,
    /// What helps.
    Helps,
    /// What others should not do.
    Avoid,
    /// Whom to call.
    Call,
    /// Where I am safe.
    Safe,
}

impl Slot {
    /// All five, as on the card.
    pub const ALL: [Slot; 5] = [Slot::Signs, Slot::Helps, Slot::Avoid, Slot::Call, Slot::Safe];

    /// As stored, in addresses and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Slot::Signs => "signs",
            Slot::Helps => "helps",
            Slot::Avoid => "avoid",
            Slot::Call => "call",
            Slot::Safe => "safe",
        }
    }

    /// The slot with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Slot> {
        Slot::ALL.into_iter().find(|slot| slot.key() == key)
    }
}

/// What a line says at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The person's words, or a name.
    pub words: String,
    /// A number, as the person writes it.
    pub phone: Option<String>,
    /// Whether those with whom the area is shared see it.
    pub shown: bool,
    /// Whether it has been taken out.
    pub gone: bool,
}

/// A line of the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: RowId,
    /// Where on the card.
    pub zone: Zone,
    /// What it tells.
    pub slot: Slot,
    /// What it says.
    pub said: Said,
    /// Version, counted from 1.
    pub version: i64,
}

/// What was done to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Written.
    Added,
    /// Worded anew.
    Reworded,
    /// Taken out.
    TakenOut,
    /// Shown to those with whom the area is shared.
    Shown,
    /// Shown no more.
    Hidden,
    /// Set back to what it was before.
    Undone,
}

impl What {
    const ALL: [What; 6] = [What::Added, What::Reworded, What::TakenOut, What::Shown, What::Hidden, What::Undone];

    /// As stored and in the wording (`crisis-was-added`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            What::Added => "added",
            What::Reworded => "reworded",
            What::TakenOut => "taken-out",
            What::Shown => "shown",
            What::Hidden => "hidden",
            What::Undone => "undone",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<What> {
        What::ALL.into_iter().find(|what| what.key() == key)
    }
}

/// A line as it was from a moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Which line.
    pub entry: RowId,
    /// Which version of it.
    pub number: i64,
    /// What was changed together with it.
    pub change: RowId,
    /// What was done.
    pub what: What,
    /// What it said from then on.
    pub said: Said,
    /// When.
    pub at: Timestamp,
}

/// The card with its history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Its lines, also those that were taken out, oldest first.
    pub entries: Vec<Entry>,
    /// Its versions, newest first.
    pub versions: Vec<Version>,
    /// When the person last said that it fits.
    pub looked_at: Option<Timestamp>,
}

impl Card {
    /// The lines that stand on it.
    pub fn standing(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| !entry.said.gone)
    }
}

/// A line to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLine {
    /// Where on the card.
    pub zone: Zone,
    /// What it tells.
    pub slot: Slot,
    /// The words, or a name.
    pub words: String,
    /// A number.
    pub phone: Option<String>,
}

/// What the person wants to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Write lines.
    Add(Vec<NewLine>),
    /// Word a line anew.
    Reword {
        /// Which.
        entry: RowId,
        /// The words.
        words: String,
        /// The number.
        phone: Option<String>,
        /// The version that stood on the page.
        seen: i64,
    },
    /// Take a line out.
    TakeOut {
        /// Which.
        entry: RowId,
        /// The version that stood on the page.
        seen: i64,
    },
    /// Show these lines and no others.
    Show(Vec<RowId>),
    /// Take a change back.
    Undo(RowId),
}

/// A line to be saved: its new version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// Which line; nothing for a new one.
    pub entry: Option<RowId>,
    /// Where on the card.
    pub zone: Zone,
    /// What it tells.
    pub slot: Slot,
    /// What is done.
    pub what: What,
    /// What it says from now on.
    pub said: Said,
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no room there.
    Full,
    /// It was changed on another page meanwhile.
    Changed,
    /// There is no such line.
    NoSuchLine,
    /// The time to take it back is over, or it has been taken back.
    NotUndoable,
    /// The line has been changed again since.
    ChangedSince,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 5] =
        [Refusal::Full, Refusal::Changed, Refusal::NoSuchLine, Refusal::NotUndoable, Refusal::ChangedSince];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Full => "crisis-full",
            Refusal::Changed => "crisis-changed",
            Refusal::NoSuchLine => "crisis-no-such-line",
            Refusal::NotUndoable => "crisis-not-undoable",
            Refusal::ChangedSince => "crisis-changed-since",
        }
    }
}

/// Decides about the card. `undo_minutes` is the rule of the day.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(card: &Card, command: &Command, undo_minutes: i64, now: Timestamp) -> Result<Vec<Save>, Refusal> {
    match command {
        Command::Add(lines) => add(card, lines),
        Command::Reword { entry, words, phone, seen } => {
            let entry = standing(card, entry, *seen)?;
            let said = Said { words: words.clone(), phone: phone.clone(), ..entry.said.clone() };
            Ok(if said == entry.said { Vec::new() } else { vec![save(entry, What::Reworded, said)] })
        }
        Command::TakeOut { entry, seen } => {
            let entry = standing(card, entry, *seen)?;
            Ok(vec![save(entry, What::TakenOut, Said { gone: true, ..entry.said.clone() })])
        }
        Command::Show(shown) => show(card, shown),
        Command::Undo(change) => undo(card, change, undo_minutes, now),
    }
}

fn save(entry: &Entry, what: What, said: Said) -> Save {
    Save { entry: Some(entry.id.clone()), zone: entry.zone, slot: entry.slot, what, said }
}

fn standing<'a>(card: &'a Card, id: &RowId, seen: i64) -> Result<&'a Entry, Refusal> {
    let entry = card.standing().find(|entry| entry.id == *id).ok_or(Refusal::NoSuchLine)?;
    if entry.version == seen { Ok(entry) } else { Err(Refusal::Changed) }
}

/// A new line is shown to nobody: sharing is chosen line by line.
fn add(card: &Card, lines: &[NewLine]) -> Result<Vec<Save>, Refusal> {
    let there = |zone, slot| card.standing().filter(|entry| (entry.zone, entry.slot) == (zone, slot)).count();
    let coming = |zone, slot| lines.iter().filter(|line| (line.zone, line.slot) == (zone, slot)).count();
    if lines.iter().any(|line| there(line.zone, line.slot) + coming(line.zone, line.slot) > MAX_LINES) {
        return Err(Refusal::Full);
    }
    let new = |line: &NewLine| Save {
        entry: None,
        zone: line.zone,
        slot: line.slot,
        what: What::Added,
        said: Said { words: line.words.clone(), phone: line.phone.clone(), shown: false, gone: false },
    };
    Ok(lines.iter().map(new).collect())
}

fn show(card: &Card, shown: &[RowId]) -> Result<Vec<Save>, Refusal> {
    if shown.iter().any(|id| !card.standing().any(|entry| entry.id == *id)) {
        return Err(Refusal::NoSuchLine);
    }
    let change = |entry: &Entry| {
        let wanted = shown.contains(&entry.id);
        let what = if wanted { What::Shown } else { What::Hidden };
        (wanted != entry.said.shown).then(|| save(entry, what, Said { shown: wanted, ..entry.said.clone() }))
    };
    Ok(card.standing().filter_map(change).collect())
}

/// Sets every line of a change back to what it was before. What has been changed again since stays as it is, and so does all
/// of the change: half an undo is a new text that nobody wrote.
fn undo(card: &Card, change: &RowId, undo_minutes: i64, now: Timestamp) -> Result<Vec<Save>, Refusal> {
    let made: Vec<&Version> = card.versions.iter().filter(|version| version.change == *change).collect();
    if made.is_empty() || made.iter().any(|version| !is_fresh(version, undo_minutes, now)) {
        return Err(Refusal::NotUndoable);
    }
    made.into_iter().map(|version| undo_one(card, version)).collect()
}

fn undo_one(card: &Card, version: &Version) -> Result<Save, Refusal> {
    let entry = card.entries.iter().find(|entry| entry.id == version.entry).ok_or(Refusal::NoSuchLine)?;
    if entry.version != version.number {
        return Err(Refusal::ChangedSince);
    }
    let before = card.versions.iter().find(|other| other.entry == entry.id && other.number == version.number - 1);
    let said = before.map_or_else(|| Said { gone: true, ..entry.said.clone() }, |before| before.said.clone());
    Ok(save(entry, What::Undone, said))
}

fn is_fresh(version: &Version, undo_minutes: i64, now: Timestamp) -> bool {
    version.what != What::Undone && now <= version.at.plus_minutes(undo_minutes)
}

/// The newest change, when it can be taken back.
#[must_use]
pub fn undoable(card: &Card, undo_minutes: i64, now: Timestamp) -> Option<&Version> {
    let newest = card.versions.first()?;
    decide(card, &Command::Undo(newest.change.clone()), undo_minutes, now).is_ok().then_some(newest)
}

/// Whether it is time to ask whether the card still fits: so many days after the person last wrote on it or said so.
#[must_use]
pub fn is_old(card: &Card, look_again_days: i64, now: Timestamp) -> bool {
    let touched = card.versions.first().map(|version| version.at).max(card.looked_at);
    card.standing().next().is_some() && touched.is_some_and(|at| at.plus_days(look_again_days) <= now)
}
