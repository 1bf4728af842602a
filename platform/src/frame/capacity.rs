//! Capacity in words: how many places are free, who confirmed it and when, and how far one may lean on it. Every part that
//! has places draws them with this and with `capacity.html`, so that an old number looks the same everywhere.

use kernel::capacity::{Age, Limits, Places, age};
use kernel::time::Timestamp;

use super::{ContactItem, Say, contact_item};

/// A unit's places and what is known about the number.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    /// The places.
    pub places: Places,
    /// When the number was confirmed; nothing for one that never was.
    pub confirmed_at: Option<Timestamp>,
    /// By whom, as those who read the page may know it: a name on a page for staff, a service or nothing on an open one.
    pub confirmed_by: Option<&'a str>,
    /// For how long it holds.
    pub limits: Limits,
    /// Whom to call.
    pub name: &'a str,
    /// Where, as stored.
    pub phone: &'a str,
}

/// A unit's places as drawn.
#[derive(Clone, Debug)]
pub struct ShownPlaces {
    /// `fresh`, `ageing` or `grey`: the words beside it always say the same.
    pub age: &'static str,
    /// «3 ledige», «1 ledig», «Fullt».
    pub number: String,
    /// «av 8 plasser».
    pub of: String,
    /// «Bekreftet kl. 18.40 av Anna Dahl».
    pub confirmed: String,
    /// What its age means for whoever reads it; nothing while it is fresh.
    pub words: Option<String>,
    /// «2 til i morgen kl. 10.00», while that lies ahead.
    pub expected: Option<String>,
    /// The phone beside the number; nothing where there is none.
    pub phone: Option<ContactItem>,
}

impl ShownPlaces {
    /// The same in one line, for a choice among several: number, age in words, when it was confirmed, and the phone of a number
    /// one cannot lean on.
    #[must_use]
    pub fn line(&self) -> String {
        let mut line = format!("{} {}. {}.", self.number, self.of, self.confirmed.trim_end_matches('.'));
        if let Some(words) = &self.words {
            line = format!("{line} {words}");
        }
        match &self.phone {
            Some(phone) if self.words.is_some() => format!("{line} {}", phone.phone_shown),
            _ => line,
        }
    }
}

impl Say {
    /// Puts a unit's places into words for this moment.
    #[must_use]
    pub fn places(&self, counted: &Counted<'_>, now: Timestamp) -> ShownPlaces {
        let how_old = age(counted.confirmed_at, now, counted.limits);
        let (free, total) = (counted.places.free(), counted.places.total());
        ShownPlaces {
            age: how_old.key(),
            number: if free == 0 { self.t("capacity-full") } else { self.with("capacity-free", "n", free) },
            of: self.with("capacity-of", "n", total),
            confirmed: self.confirmed(counted, now),
            words: match how_old {
                Age::Fresh => None,
                Age::Ageing => Some(self.t("capacity-ageing")),
                Age::Grey if counted.confirmed_at.is_none() => Some(self.t("capacity-call-first")),
                Age::Grey => Some(self.t("capacity-grey")),
            },
            expected: counted
                .places
                .expected(now)
                .map(|expected| self.with2("capacity-expected", "n", expected.free, "when", self.when(expected.at, now))),
            phone: (!counted.phone.is_empty()).then(|| contact_item(counted.name, counted.phone)),
        }
    }

    fn confirmed(&self, counted: &Counted<'_>, now: Timestamp) -> String {
        let Some(at) = counted.confirmed_at else { return self.t("capacity-never") };
        let today = at.day() == now.day();
        let when = if today { self.clock(at) } else { self.when(at, now) };
        match counted.confirmed_by {
            Some(who) => self.with2("capacity-confirmed-by", "when", when, "who", who),
            None => self.with("capacity-confirmed", "when", when),
        }
    }
}
