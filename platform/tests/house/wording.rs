//! Words: everything the house says exists in three languages, and days and times are said as people say them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kernel::language::Language;
use kernel::time::{Clock, Day, Timestamp};
use platform::frame::{Say, Wording, keys};

fn own(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn say(language: Language) -> Say {
    Wording::read(&[]).unwrap_or_else(|fault| panic!("{fault}")).say(language)
}

/// The text of every file below a folder that ends so.
fn texts(folder: &Path, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let mut found = Vec::new();
    for path in entries {
        if path.is_dir() {
            found.extend(texts(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(fs::read_to_string(&path).expect("text"));
        }
    }
    found
}

/// Everything between quotation marks that looks like a key of the house.
fn keys_in(text: &str) -> BTreeSet<String> {
    let ours = |word: &str| {
        let start = ["frame-", "form-", "error-", "date-"].iter().any(|start| word.starts_with(start));
        start && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') && !word.ends_with('-')
    };
    text.split('"').skip(1).step_by(2).filter(|word| ours(word)).map(str::to_owned).collect()
}

#[test]
fn every_word_the_house_uses_exists_in_three_languages() {
    let templates = texts(&own("templates"), ".html");
    let calls = |text: &String| -> BTreeSet<String> {
        let after = ["t.t(\"", "t.with(\"", "t.with2(\"", "t.put(\""].into_iter().flat_map(|call| text.split(call).skip(1));
        after.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    let mut used: BTreeSet<String> = templates.iter().flat_map(calls).collect();
    assert!(used.len() > 20 && used.contains("frame-leave") && used.contains("error-summary-one"), "{used:?}");
    used.extend(texts(&own("src"), ".rs").iter().flat_map(|text| keys_in(text)));
    used.extend((1..=12).map(|month| format!("date-month-{month}")));
    used.extend((1..=7).map(|day| format!("date-weekday-{day}")));
    assert!(used.contains("form-half-sent") && used.contains("date-long-year"));
    for language in Language::ALL {
        let say = say(language);
        let missing: Vec<_> = used.iter().filter(|key| !say.has(key)).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", language.code());
    }
}

/// The names of the values in each text: `{ $when }`.
fn values(text: &str) -> BTreeSet<(String, String)> {
    let mut key = String::new();
    let mut found = BTreeSet::new();
    for line in text.lines() {
        if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            name.clone_into(&mut key);
        }
        for after in line.split('$').skip(1) {
            let name: String = after.chars().take_while(char::is_ascii_alphanumeric).collect();
            found.insert((key.clone(), name));
        }
    }
    found
}

#[test]
fn the_three_languages_have_the_same_keys_with_the_same_values() {
    for file in ["", "dates."] {
        let read = |language: Language| {
            let path = own(&format!("text/{file}{}.ftl", language.code()));
            fs::read_to_string(path).expect("wording")
        };
        let nb = read(Language::Nb);
        for other in [Language::Nn, Language::En] {
            let text = read(other);
            assert_eq!(keys(&nb), keys(&text), "{file}{}", other.code());
            assert_eq!(values(&nb), values(&text), "{file}{}", other.code());
        }
    }
}

#[test]
fn words_that_are_missing_show_their_key_and_never_an_empty_button() {
    assert_eq!(say(Language::Nb).t("no-such-key"), "[no-such-key]");
    assert!(!say(Language::Nb).has("no-such-key"));
}

fn day(year: i16, month: i8, of_month: i8) -> Day {
    Day::of(year, month, of_month).expect("a day")
}

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("an instant")
}

/// What the three languages say, with plain spaces.
fn said(words: impl Fn(&Say) -> String) -> [String; 3] {
    Language::ALL.map(|language| words(&say(language)).replace('\u{a0}', " "))
}

#[test]
fn days_are_said_with_weekday_and_with_the_year_when_it_is_another() {
    let today = day(2026, 11, 20);
    assert_eq!(
        said(|say| say.day(day(2026, 11, 26), today)),
        ["torsdag 26. november", "torsdag 26. november", "Thursday 26 November"]
    );
    assert_eq!(
        said(|say| say.day(day(2027, 1, 2), day(2026, 12, 31))),
        ["lørdag 2. januar 2027", "laurdag 2. januar 2027", "Saturday 2 January 2027"]
    );
    assert_eq!(
        said(|say| say.day(day(2025, 12, 31), day(2026, 1, 1))),
        ["onsdag 31. desember 2025", "onsdag 31. desember 2025", "Wednesday 31 December 2025"]
    );
    assert_eq!(said(|say| say.date(day(2026, 5, 17))), ["17. mai", "17. mai", "17 May"]);
    assert_eq!(said(|say| say.date_with_year(day(2027, 6, 1))), ["1. juni 2027", "1. juni 2027", "1 June 2027"]);
}

#[test]
fn near_days_have_names_also_across_the_new_year() {
    let new_years_day = day(2027, 1, 1);
    let near = |n: i32| said(|say| say.near_day(new_years_day.plus(n), new_years_day));
    assert_eq!(near(0), ["i dag", "i dag", "today"]);
    assert_eq!(near(-1), ["i går", "i går", "yesterday"]);
    assert_eq!(near(1), ["i morgen", "i morgon", "tomorrow"]);
    assert_eq!(near(2), ["søndag 3. januar", "sundag 3. januar", "Sunday 3 January"]);
    assert_eq!(near(-2), ["onsdag 30. desember 2026", "onsdag 30. desember 2026", "Wednesday 30 December 2026"]);
}

#[test]
fn times_are_those_on_the_wall_in_norway() {
    let now = at("2026-11-20T09:00:00Z");
    assert_eq!(said(|say| say.clock(now)), ["kl. 10.00", "kl. 10.00", "at 10.00"]);
    assert_eq!(said(|say| say.clock(at("2026-07-01T22:05:00Z"))), ["kl. 00.05", "kl. 00.05", "at 00.05"]);
    assert_eq!(said(|say| say.clock_of(Clock::at(9, 5))), ["kl. 09.05", "kl. 09.05", "at 09.05"]);
    let evening = at("2026-11-20T22:30:00Z");
    assert_eq!(said(|say| say.when(evening, now)), ["i dag kl. 23.30", "i dag kl. 23.30", "today at 23.30"]);
    let past_midnight = at("2026-11-20T23:30:00Z");
    assert_eq!(said(|say| say.when(past_midnight, now))[0], "i morgen kl. 00.30", "tomorrow in Norway, today in UTC");
    let new_year = at("2026-12-31T23:10:00Z");
    assert_eq!(said(|say| say.when(new_year, now))[0], "fredag 1. januar 2027 kl. 00.10");
}

#[test]
fn a_promise_says_before_when() {
    let now = at("2026-11-20T09:00:00Z");
    let promised = |until: &str| said(|say| say.before(at(until), now));
    assert_eq!(promised("2026-11-20T14:00:00Z"), ["i dag før kl. 15.00", "i dag før kl. 15.00", "today before 15.00"]);
    assert_eq!(
        promised("2026-11-26T09:30:00Z"),
        ["torsdag 26. november før kl. 10.30", "torsdag 26. november før kl. 10.30", "Thursday 26 November before 10.30"]
    );
}

#[test]
fn durations_are_short_and_whole() {
    let lasted = |seconds: i64| said(|say| say.duration(seconds));
    assert_eq!(lasted(-5), ["0 min", "0 min", "0 min"]);
    assert_eq!(lasted(59), ["0 min", "0 min", "0 min"]);
    assert_eq!(lasted(45 * 60 + 59), ["45 min", "45 min", "45 min"]);
    assert_eq!(lasted(3600), ["1 t", "1 t", "1 h"]);
    assert_eq!(lasted(110 * 60), ["1 t 50 min", "1 t 50 min", "1 h 50 min"]);
    assert_eq!(lasted(47 * 3600 + 59 * 60), ["47 t 59 min", "47 t 59 min", "47 h 59 min"]);
    assert_eq!(lasted(48 * 3600), ["2 dager", "2 dagar", "2 days"]);
    assert_eq!(lasted(365 * 86_400), ["365 dager", "365 dagar", "365 days"]);
}

#[test]
fn spaces_inside_dates_and_times_do_not_break_where_it_would_mislead() {
    let say = say(Language::Nb);
    assert_eq!(say.clock(at("2026-11-20T09:00:00Z")), "kl.\u{a0}10.00");
    assert_eq!(say.date(day(2026, 11, 26)), "26.\u{a0}november");
    assert!(!say.day(day(2027, 1, 2), day(2026, 1, 2)).contains('\u{200b}'), "no invisible sign is left behind");
}
