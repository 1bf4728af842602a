//! A calendar of bare times (RFC 5545): «Avtale», when, and where only if the person has said so. Pure.

use kernel::time::Timestamp;
use platform::charter::CalendarEntry;
use platform::keys::{hex, keyed_hash};

/// The longest line, in bytes, before it goes on in the next (RFC 5545, 3.1).
const LINE_BYTES: usize = 75;

/// Norwegian time, so that a calendar shows the clock on the wall also after the clocks have changed.
const ZONE: &[&str] = &[
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Oslo",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// The whole file. Every title is the same.
#[must_use]
pub fn written(entries: &[CalendarEntry], title: &str, now: Timestamp) -> String {
    let mut lines: Vec<String> =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Avtaler//NO", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
            .map(str::to_owned)
            .to_vec();
    lines.extend(ZONE.iter().map(|line| (*line).to_owned()));
    for entry in entries {
        lines.extend(event(entry, title, now));
    }
    lines.push("END:VCALENDAR".into());
    lines.iter().flat_map(|line| folded(line)).collect()
}

fn event(entry: &CalendarEntry, title: &str, now: Timestamp) -> Vec<String> {
    let ends = entry.starts.plus_minutes(entry.minutes.max(1));
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@avtale", uid(&entry.id)),
        format!("SEQUENCE:{}", entry.sequence),
        format!("DTSTAMP:{}", utc(now)),
        format!("DTSTART;TZID=Europe/Oslo:{}", on_the_wall(entry.starts)),
        format!("DTEND;TZID=Europe/Oslo:{}", on_the_wall(ends)),
        format!("SUMMARY:{}", escaped(title)),
        format!("STATUS:{}", if entry.cancelled { "CANCELLED" } else { "CONFIRMED" }),
        "CLASS:PRIVATE".to_owned(),
    ];
    if let Some(place) = &entry.place {
        lines.push(format!("LOCATION:{}", escaped(place)));
    }
    lines.push("END:VEVENT".into());
    lines
}

/// Stays the same for the same row, and leads back to none.
fn uid(id: &str) -> String {
    hex(&keyed_hash(b"calendar entry", id.as_bytes())).chars().take(32).collect()
}

fn utc(at: Timestamp) -> String {
    at.stored().replace(['-', ':'], "")
}

fn on_the_wall(at: Timestamp) -> String {
    let ((year, month, day), (hour, minute)) = (at.day().parts(), at.clock().parts());
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}00")
}

fn escaped(text: &str) -> String {
    let mut told = String::new();
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => told.extend(['\\', sign]),
            '\n' => told.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => told.push(sign),
        }
    }
    told
}

/// A line in pieces that are short enough, never inside a letter; each ends as the standard wants it.
fn folded(line: &str) -> Vec<String> {
    let (mut pieces, mut piece) = (Vec::new(), String::new());
    for sign in line.chars() {
        if piece.len() + sign.len_utf8() > LINE_BYTES {
            pieces.push(format!("{piece}\r\n"));
            piece = " ".into();
        }
        piece.push(sign);
    }
    pieces.push(format!("{piece}\r\n"));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(at: &str) -> CalendarEntry {
        let starts = Timestamp::parse(at).expect("an instant");
        CalendarEntry { id: "row".into(), sequence: 2, starts, minutes: 45, cancelled: false, place: None }
    }

    fn now() -> Timestamp {
        Timestamp::parse("2026-11-20T09:00:00Z").expect("an instant")
    }

    #[test]
    fn a_time_stands_as_on_the_wall_before_and_after_the_clocks_change() {
        let text = written(&[entry("2026-10-24T08:30:00Z"), entry("2026-10-26T09:30:00Z")], "Avtale", now());
        for line in [
            "DTSTART;TZID=Europe/Oslo:20261024T103000",
            "DTSTART;TZID=Europe/Oslo:20261026T103000",
            "DTEND;TZID=Europe/Oslo:20261026T111500",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line} in\n{text}");
        }
        assert!(
            text.ends_with("END:VCALENDAR\r\n") && text.contains("SEQUENCE:2\r\n") && text.contains("DTSTAMP:20261120T090000Z")
        );
    }

    #[test]
    fn nothing_but_the_time_and_the_same_title_stands_there() {
        let text = written(&[entry("2026-11-24T09:30:00Z")], "Avtale", now());
        assert!(text.contains("SUMMARY:Avtale\r\n") && !text.contains("LOCATION") && !text.contains("DESCRIPTION"));
        assert!(!text.contains("UID:row"), "the row's own id is not told");
        let again = written(&[entry("2026-11-25T09:30:00Z")], "Avtale", now());
        let uid = |text: &str| text.lines().find(|line| line.starts_with("UID:")).map(str::to_owned);
        assert_eq!(uid(&text), uid(&again), "moved, it is the same entry");
    }

    #[test]
    fn what_was_called_off_says_so_and_a_place_cannot_break_out_of_its_line() {
        let place = format!("Storgata 1; bak, «{}»\nEND:VEVENT", "ø".repeat(60));
        let text =
            written(&[CalendarEntry { cancelled: true, place: Some(place), ..entry("2026-11-24T09:30:00Z") }], "Avtale", now());
        assert!(text.contains("STATUS:CANCELLED\r\n"));
        assert_eq!(text.matches("\r\nEND:VEVENT\r\n").count(), 1, "{text}");
        assert!(text.split("\r\n").all(|line| line.len() <= LINE_BYTES), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains("LOCATION:Storgata 1\\; bak\\, «ø"), "{unfolded}");
    }
}
