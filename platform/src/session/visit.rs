//! What is known of a session besides who holds it: how they came in, since when, and what the clock does to it.

use kernel::time::Timestamp;

/// A shared screen asks after a minute of quiet and closes half a minute later (ux.md, 5.5).
pub const QUIET_S: i64 = 60;
/// The half minute of the warning.
pub const WARNING_S: i64 = 30;
/// The server's own limit: what the page has not closed by then is closed all the same.
const KIOSK_ENDS_S: i64 = QUIET_S + WARNING_S + 10;
/// A person's own phone is locked after so long, when a PIN has been chosen (ux.md, 5.3).
pub const OWN_LOCK_S: i64 = 15 * 60;
/// For so long new sharing is marked, after somebody came in with card and PIN or by vouching (P-21).
pub const NEW_DEVICE_S: i64 = 24 * 3600;

/// How often the last use is written down, in seconds.
const NOTED_EVERY_S: i64 = 3600;
const NOTED_EVERY_WITH_LOCK_S: i64 = 180;
const NOTED_EVERY_ON_KIOSK_S: i64 = 5;

/// Through which door a session was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CameBy {
    /// Another way: passkey, demo, invitation, or from before this was noted.
    #[default]
    Other,
    /// A card and what the person knows by heart.
    Card,
    /// What the person knows by heart, with an employee beside them.
    Helped,
    /// Somebody who knows the person spoke for them.
    Vouched,
    /// A passkey.
    Passkey,
}

impl CameBy {
    const ALL: [CameBy; 5] = [CameBy::Other, CameBy::Card, CameBy::Helped, CameBy::Vouched, CameBy::Passkey];

    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            CameBy::Other => "other",
            CameBy::Card => "card",
            CameBy::Helped => "helped",
            CameBy::Vouched => "vouched",
            CameBy::Passkey => "passkey",
        }
    }

    /// The door with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<CameBy> {
        CameBy::ALL.into_iter().find(|door| door.key() == key)
    }
}

/// What a request knows of its session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    /// When it was opened; nothing for whoever has none.
    pub since: Option<Timestamp>,
    /// Through which door.
    pub came_by: CameBy,
    /// On a screen that many use.
    pub kiosk: bool,
    /// Locked: nothing but unlocking and ending is possible.
    pub locked: bool,
    pub(crate) of_staff: bool,
    pub(crate) last_used: Option<Timestamp>,
    pub(crate) lock_after_s: Option<i64>,
}

impl Visit {
    /// Whether the person came in anew, less than a day ago, in a way that somebody else could have forced or lied
    /// themselves into: they may read at once, and what they share is marked.
    #[must_use]
    pub fn is_new(&self, now: Timestamp) -> bool {
        let by_trust = matches!(self.came_by, CameBy::Card | CameBy::Helped | CameBy::Vouched);
        by_trust && self.since.is_some_and(|since| now.since_s(since) < NEW_DEVICE_S)
    }

    /// How a grant given now is given: the `form` of its row.
    #[must_use]
    pub fn form_of_grant(&self, now: Timestamp) -> &'static str {
        if self.is_new(now) {
            "signed-in-new-device"
        } else if self.kiosk {
            "kiosk"
        } else {
            "signed-in"
        }
    }

    pub(super) fn is_over(&self, now: Timestamp) -> bool {
        self.kiosk && self.quiet_s(now) > KIOSK_ENDS_S
    }

    pub(super) fn is_quiet_too_long(&self, now: Timestamp) -> bool {
        self.lock_after_s.is_some_and(|limit| self.quiet_s(now) >= limit)
    }

    pub(crate) fn is_to_be_noted(&self, now: Timestamp) -> bool {
        let every = match (self.kiosk, self.lock_after_s) {
            (true, _) => NOTED_EVERY_ON_KIOSK_S,
            (false, Some(_)) => NOTED_EVERY_WITH_LOCK_S,
            (false, None) => NOTED_EVERY_S,
        };
        self.since.is_some() && !self.locked && self.quiet_s(now) >= every
    }

    fn quiet_s(&self, now: Timestamp) -> i64 {
        self.last_used.or(self.since).map_or(0, |last| now.since_s(last))
    }
}

#[cfg(test)]
mod tests {
    use super::{CameBy, NEW_DEVICE_S, Visit};
    use kernel::time::Timestamp;

    #[test]
    fn a_grant_of_the_first_day_is_marked() {
        let since = Timestamp::from_unix_s(1_800_000_000);
        let visit = |came_by, kiosk| Visit { since: Some(since), came_by, kiosk, ..Visit::default() };
        for came_by in [CameBy::Card, CameBy::Helped, CameBy::Vouched] {
            let form = |after_s| visit(came_by, false).form_of_grant(since.plus_s(after_s));
            assert_eq!((form(0), form(NEW_DEVICE_S - 1)), ("signed-in-new-device", "signed-in-new-device"));
            assert_eq!(form(NEW_DEVICE_S), "signed-in");
        }
        assert_eq!(visit(CameBy::Passkey, false).form_of_grant(since), "signed-in");
        assert_eq!(visit(CameBy::Other, true).form_of_grant(since), "kiosk");
    }
}
