//! Every look at a person stands in that person's log at once, in words, with a reason and a ground; and every part has
//! words for everything it does.

use std::collections::{BTreeMap, BTreeSet};

use kernel::class::Class;
use kernel::id::{AccountId, PersonId};
use kernel::language::Language;
use kernel::persona::Persona;
use kernel::role::Role;
use platform::args;
use platform::charter::Charter;
use platform::frame::Wording;
use testkit::{Town, both_databases, rust_sources};

use super::pages::every_page;
use super::states::{NAME, State, Subject};

#[test]
fn every_look_through_every_page_stands_in_the_log_with_its_reason() {
    let catalogue = app::catalogue();
    both_databases(&catalogue, async |town| {
        for state in [State::OneArea, State::NothingShared, State::Emergency, State::Blocked] {
            let subject = Subject::fill(&town, &catalogue, state);
            let looked = walk(&town, &catalogue, &subject).await;
            assert!(looked.values().sum::<i64>() > 0, "somebody looks in {}, or this test sees nothing", state.key());
            read_the_log(&town, &subject, state, &looked).await;
        }
    });
}

/// Everyone who is not the person goes everywhere; how many lines each leaves about the person.
async fn walk(town: &Town, catalogue: &[&'static Charter], subject: &Subject) -> BTreeMap<&'static str, i64> {
    let mut looked = BTreeMap::new();
    for persona in Persona::ALL {
        let Some(account) = subject.account(persona) else { continue };
        let mut browser = subject.browser(town, persona);
        let mut lines = 0;
        for visit in every_page(catalogue, &subject.person) {
            let page = browser.get(&visit.path).await;
            let now = lines_by(town, &subject.person, account);
            let shown = page.says(NAME) || subject.markers(&page).next().is_some();
            assert!(!shown || now > lines, "{} showed the person to {} and left no line", visit.path, persona.key);
            lines = now;
        }
        looked.insert(persona.key, lines);
    }
    looked
}

fn lines_by(town: &Town, person: &PersonId, account: &AccountId) -> i64 {
    let key = town.app.keys().find(person).expect("the key store answers").expect("the person has a key");
    let account = account.clone();
    let count = town.app.db().read_here(move |tx| {
        let row = tx.row(
            "SELECT CAST(count(line_id) AS BIGINT) FROM audit_line WHERE subject = $1 AND account_id = $2",
            args![key.subject(), &account],
        )?;
        Ok(row.expect("a count is a row").int(0)?)
    });
    count.unwrap_or_else(|error| panic!("{error:?}"))
}

/// The person reads the whole log, page by page, the same second.
async fn read_the_log(town: &Town, subject: &Subject, state: State, looked: &BTreeMap<&'static str, i64>) {
    let mut own = town.as_person(&subject.person);
    let (mut path, mut read) = ("/sett".to_owned(), String::new());
    loop {
        let page = own.get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        for never in ["Grunnen står ikke i loggen", "Så på noe om deg", "Gjorde noe som gjelder deg", "[access-log"] {
            assert!(!page.says(never), "{never} on {path} in {}", state.key());
        }
        let looks = page.html.matches("v-look__ask").count();
        let reasons = page.html.split("Grunn:</span> ").skip(1).filter(|rest| !rest.starts_with('<')).count();
        assert!(reasons >= looks, "{looks} looks and {reasons} reasons on {path} in {}", state.key());
        read.push_str(&page.html);
        match page.attribute("href=\"/sett?fra=") {
            Some(older) => path = older.replace("&amp;", "&").replace("&#38;", "&"),
            None => break,
        }
    }
    for persona in Persona::ALL {
        if looked.get(persona.key).is_some_and(|lines| *lines > 0) {
            let name =
                if persona.role == Role::NextOfKin { "En du har delt med".into() } else { format!("Ansatt {}<", persona.key) };
            assert!(read.contains(&name), "{} looked in {} and is not in the log", persona.key, state.key());
        }
    }
}

#[test]
fn every_part_has_words_in_the_log_for_all_it_does() {
    let catalogue = app::catalogue();
    let wording = Wording::read(&catalogue).expect("the wording can be read");
    let personal: Vec<&str> = catalogue.iter().filter(|part| part.class != Class::Open).map(|part| part.key).collect();
    let mut needed: BTreeSet<String> = personal.iter().map(|part| log_key(part, "look")).collect();
    for (part, act) in acts() {
        // Only the demo city does this, and it is told as «Gjorde noe som gjelder deg».
        if personal.contains(&part.as_str()) && act != "demo" {
            needed.insert(log_key(&part, &act));
        }
    }
    assert!(needed.contains("plan-log-add-line") && needed.contains("papers-log-papers-import"), "{needed:?}");
    let mut missing = Vec::new();
    for language in Language::ALL {
        let say = wording.say(language);
        missing.extend(needed.iter().filter(|key| !say.has(key)).map(|key| format!("{}: {key}", language.code())));
    }
    assert!(missing.is_empty(), "words for the log are missing in the parts' own files:\n{}", missing.join("\n"));
}

fn log_key(part: &str, act: &str) -> String {
    let part = part.replace('_', "-");
    if act == "look" { format!("{part}-log") } else { format!("{part}-log-{act}") }
}

/// Acts whose name is chosen while the program runs: where, and which they may be.
const CHOSEN: [(&str, &[&str]); 3] = [
    (
        "consents/web/acts.rs",
        &[
            "stop",
            "block",
            "lift",
            "close",
            "open",
            "object",
            "take-back",
            "give-plan",
            "give-confidential",
            "withdraw-plan",
            "withdraw-confidential",
        ],
    ),
    ("consents/demo.rs", &["block", "record"]),
    ("plan/web/individual.rs", &["choose-plan", "complete-plan", "set-period"]),
];

/// Every part and act that the product's code hands to the door.
fn acts() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for home in ["together/src/", "offers/src/", "insight/src/", "app/src/"] {
        for (path, text) in rust_sources(&[home]) {
            let inside = path.strip_prefix(home).expect("a file of this home");
            let Some((part, _)) = inside.split_once('/') else { continue };
            let named = named_acts(&text);
            let chosen = CHOSEN.iter().filter(|(path, _)| inside == *path).flat_map(|(_, acts)| acts.iter());
            let all = named.into_iter().chain(chosen.map(|act| (*act).to_owned()));
            found.extend(all.map(|act| (part.to_owned(), act)));
        }
    }
    found
}

/// The fourth argument of each call of the door, written out or by the name of a constant of the same file.
fn named_acts(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for call in ["execute(", "execute_here("] {
        for (at, _) in text.match_indices(call) {
            let Some(argument) = text[at + call.len()..].splitn(5, ',').nth(3) else { continue };
            let argument = argument.trim();
            let constant = format!("const {argument}: &str = ");
            let literal = if argument.starts_with('"') { Some(argument) } else { text.split(&constant).nth(1) };
            found.extend(literal.and_then(|literal| literal.split('"').nth(1)).map(str::to_owned));
        }
    }
    found
}
