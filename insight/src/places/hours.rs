//! Opening hours as people write them: `10–15`, `10.30–14, 18–21`, `20–08`, `stengt`.

use kernel::time::{Clock, Day, Timestamp};

/// Minutes in a day on the wall.
const DAY: u16 = 1440;
/// More spans than this in one day is a slip of the keyboard.
const MAX_SPANS: usize = 4;

/// From and to on the wall. An end past midnight is counted on: 20–08 is 1200 to 1920.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    opens: u16,
    closes: u16,
}

impl Span {
    /// From minutes since midnight; an end that is not after the start is on the next day. Nothing for an hour that is on no
    /// clock.
    #[must_use]
    pub const fn of(opens: u16, closes: u16) -> Option<Span> {
        if opens >= DAY || closes > DAY {
            return None;
        }
        Some(Span { opens, closes: if closes <= opens { closes + DAY } else { closes } })
    }

    /// When it opens, on the wall.
    #[must_use]
    pub const fn opens(self) -> Clock {
        Clock::from_minutes(self.opens)
    }

    /// When it closes, as it is written: `08.00`, and `24.00` for midnight.
    #[must_use]
    pub fn closes_shown(self) -> String {
        let minutes = if self.closes > DAY { self.closes - DAY } else { self.closes };
        format!("{:02}.{:02}", minutes / 60, minutes % 60)
    }

    /// Whether it closes on the day after it opened.
    #[must_use]
    pub const fn ends_next_day(self) -> bool {
        self.closes > DAY
    }

    /// The instants it covers when it opens on this day. On the night the clock is moved the span is an hour longer or
    /// shorter, because the wall decides.
    #[must_use]
    pub fn on(self, day: Day) -> (Timestamp, Timestamp) {
        (at(day, self.opens), at(day, self.closes))
    }
}

fn at(day: Day, minutes: u16) -> Timestamp {
    let (days, minutes) = (i32::from(minutes / DAY), minutes % DAY);
    day.plus(days).at(Clock::from_minutes(minutes))
}

/// What is wrong with hours as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursFault {
    /// Not hours.
    Unreadable,
    /// Two spans of the same day cover each other.
    Overlap,
}

/// The hours of one day: in order, apart from each other; none means closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours(Vec<Span>);

/// What people write for a day when nobody is there.
const CLOSED_WORDS: [&str; 4] = ["stengt", "closed", "-", "–"];
/// What people write for a day without an end.
const ALL_DAY_WORDS: [&str; 5] = ["døgnåpent", "døgnope", "hele døgnet", "heile døgnet", "all day"];
/// What people write for a day that is like the others.
const USUAL_WORDS: [&str; 3] = ["som vanlig", "som vanleg", "as usual"];

impl Hours {
    /// A day when nobody is there.
    pub const CLOSED: Hours = Hours(Vec::new());

    /// The spans, first to last.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    /// Whether nobody is there.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.0.is_empty()
    }

    /// As typed in any of the three languages. Nothing typed is closed.
    ///
    /// # Errors
    /// What to ask for again.
    pub fn parse(typed: &str) -> Result<Hours, HoursFault> {
        let text = typed.trim().to_lowercase();
        if text.is_empty() || CLOSED_WORDS.contains(&text.as_str()) {
            return Ok(Hours::CLOSED);
        }
        if ALL_DAY_WORDS.contains(&text.as_str()) {
            return Ok(Hours(Span::of(0, DAY).into_iter().collect()));
        }
        let text = text.replace(" og ", ",").replace(" and ", ",");
        let spans: Option<Vec<Span>> = text.split([',', ';']).map(read_span).collect();
        Hours::from_spans(spans.ok_or(HoursFault::Unreadable)?)
    }

    fn from_spans(mut spans: Vec<Span>) -> Result<Hours, HoursFault> {
        spans.sort_unstable();
        if spans.len() > MAX_SPANS {
            return Err(HoursFault::Unreadable);
        }
        let covers = |pair: &[Span]| matches!(pair, [first, second] if second.opens < first.closes);
        if spans.windows(2).any(covers) { Err(HoursFault::Overlap) } else { Ok(Hours(spans)) }
    }

    /// As stored: `600-900,1080-1260`, and nothing for closed.
    #[must_use]
    pub fn stored(&self) -> String {
        let spans: Vec<String> = self.0.iter().map(|span| format!("{}-{}", span.opens, span.closes)).collect();
        spans.join(",")
    }

    /// From storage.
    #[must_use]
    pub fn from_stored(text: &str) -> Option<Hours> {
        if text.is_empty() {
            return Some(Hours::CLOSED);
        }
        let read = |part: &str| {
            let (opens, closes) = part.split_once('-')?;
            let (opens, closes) = (opens.parse().ok()?, closes.parse::<u16>().ok()?);
            Span::of(opens, if closes > DAY { closes - DAY } else { closes })
        };
        let spans: Option<Vec<Span>> = text.split(',').map(read).collect();
        Hours::from_spans(spans?).ok()
    }

    /// As it is typed: `10.30–14.00, 18.00–21.00`. Closed is the caller's word.
    #[must_use]
    pub fn typed(&self) -> String {
        let one = |span: &Span| {
            let (hour, minute) = span.opens().parts();
            format!("{hour:02}.{minute:02}–{}", span.closes_shown())
        };
        self.0.iter().map(one).collect::<Vec<_>>().join(", ")
    }
}

/// What holds on days that are not like others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayRule {
    /// As on any such weekday.
    Usual,
    /// These hours; none means closed.
    Hours(Hours),
}

impl DayRule {
    /// As typed: `som vanlig`, `stengt` or hours.
    ///
    /// # Errors
    /// What to ask for again.
    pub fn parse(typed: &str) -> Result<DayRule, HoursFault> {
        if USUAL_WORDS.contains(&typed.trim().to_lowercase().as_str()) {
            return Ok(DayRule::Usual);
        }
        Hours::parse(typed).map(DayRule::Hours)
    }

    /// As stored.
    #[must_use]
    pub fn stored(&self) -> String {
        match self {
            DayRule::Usual => "usual".into(),
            DayRule::Hours(hours) => hours.stored(),
        }
    }

    /// From storage.
    #[must_use]
    pub fn from_stored(text: &str) -> Option<DayRule> {
        if text == "usual" { Some(DayRule::Usual) } else { Hours::from_stored(text).map(DayRule::Hours) }
    }
}

fn read_span(typed: &str) -> Option<Span> {
    let text = typed.replace("kl.", " ").replace("kl", " ").replace("fra", " ").replace(" til ", "-").replace(" to ", "-");
    let (opens, closes) = text.split_once(['-', '–', '—'])?;
    Span::of(read_clock(opens)?, read_clock(closes)?)
}

/// `10`, `10.30`, `10:30` or `1030`, as minutes since midnight; 24 is midnight at the end of the day.
fn read_clock(typed: &str) -> Option<u16> {
    let text = typed.trim();
    let (hour, minute) = match text.split_once(['.', ':']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        None if text.len() == 4 => text.split_at_checked(2)?,
        None => (text, "00"),
    };
    let digits = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let minutes = hour * 60 + minute;
    (minute < 60 && minutes <= DAY).then_some(minutes)
}
