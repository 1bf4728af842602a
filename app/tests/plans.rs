//! No statement reads a table that grows from one end to the other: SQLite is asked how it would answer each one that stands
//! in the product's source. What shows here as a whole table is a whole table on PostgreSQL as well, for want of an index.

use platform::db::{Tx, Value};
use testkit::{on_sqlite, rust_sources};

/// Tables that stay small however many persons there are: rows of law and of set-up, organisations, places, and what is
/// swept away within the day.
const SMALL: [&str; 21] = [
    "access_log_spoken",
    "audit_checkpoint",
    "help_requests_desk",
    "job",
    "lease",
    "next_of_kin_line",
    "coercion_paragraph",
    "complaints_body",
    "one_time_link",
    "organisation",
    "passkeys_account",
    "places_directions",
    "places_exception",
    "places_place",
    "places_week",
    "retention_rule",
    "schema_step",
    "setting",
    "sign_in_case",
    "staff_code",
    "staff_invitation",
];

/// Statements that read a whole table for a reason: where they stand, of which table, and why.
const WHOLE: [(&str, &str, &str); 21] = [
    ("app/src/commands/doctor.rs", "account", "an operator's command"),
    ("app/src/demo/mod.rs", "account", "one row is enough to see that the city is filled"),
    ("platform/src/access/blocks.rs", "access_block", "counts for the privacy contact, about nobody"),
    ("platform/src/access/load.rs", "access_relation", "counts of persons served, for a page of figures"),
    ("platform/src/leaving/gather.rs", "account", "a person takes everything along"),
    ("together/src/access_log/patterns.rs", "access_log_tally", "what is odd shows beside what is not; days that are over go"),
    ("together/src/access_log/store.rs", "access_log_question", "a daily job; and those without an answer, by when it is due"),
    ("together/src/gaps/news.rs", "gaps_item", "counts of what is open, from the index alone"),
    ("together/src/gaps/store/lists.rs", "gaps_item", "a job: open ones whose owner has left"),
    ("together/src/help_requests/store/lists.rs", "help_requests_request", "a job: open ones whose holder has left"),
    ("together/src/messages/news.rs", "messages_member", "counts of threads that wait, for a page of figures"),
    ("together/src/help_requests/news.rs", "help_requests_request", "counts of what is open; requests go after thirty days"),
    ("together/src/notices/store/outbox.rs", "notices_outbox", "an hourly job deletes what was sent"),
    ("together/src/papers/store/stage.rs", "papers_import", "a job: files whose person is gone"),
    ("together/src/passkeys/store.rs", "account", "a daily job: those whose access has ended"),
    ("together/src/referrals/store/lists.rs", "referrals_referral", "a job: open ones whose holder has left"),
    ("together/src/sign_in/store/mod.rs", "sign_in_card", "a daily job deletes voided cards"),
    ("together/src/sign_in/store/mod.rs", "sign_in_digits", "a daily job"),
    ("together/src/sign_in/store/mod.rs", "sign_in_vouch", "a daily job"),
    ("together/src/staff/store/doors.rs", "account", "a daily job: those whose access has ended"),
    ("offers/src/tonight/store/requests.rs", "tonight_request", "an hourly job; requests go when the night is over"),
];

#[test]
fn no_statement_reads_a_table_that_grows_from_end_to_end() {
    on_sqlite(&app::catalogue(), &async |town: testkit::Town| {
        let asked: Vec<(String, &'static str)> =
            rust_sources(&["platform/src", "together/src", "offers/src", "insight/src", "app/src"])
                .iter()
                // The seam speaks dialects, and the key store is a database of its own.
                .filter(|(path, _)| !path.starts_with("platform/src/db/") && !path.starts_with("platform/src/keys/"))
                .flat_map(|(path, text)| statements(text).into_iter().map(|sql| (path.clone(), sql)))
                .collect();
        assert!(asked.len() > 500, "only {} statements are found, so this test sees too little", asked.len());
        let wrong =
            town.app.db().read_here(|tx| Ok(asked.iter().flat_map(|(path, sql)| faults(tx, path, sql)).collect::<Vec<_>>()));
        let wrong = wrong.expect("an answer");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn a_statement_without_an_index_is_found() {
    on_sqlite(&app::catalogue(), &async |town: testkit::Town| {
        let by_hand = "SELECT p.person_id FROM person AS p WHERE p.version = $1 ORDER BY p.person_id LIMIT 20";
        let found = town.app.db().read_here(|tx| Ok(faults(tx, "here.rs", by_hand))).expect("an answer");
        assert_eq!(found.len(), 1, "{found:?}");
    });
}

/// Statements as they stand in string literals; one that is put together from pieces is not seen.
fn statements(text: &str) -> Vec<&'static str> {
    let begins = |at: usize| ["SELECT ", "WITH ", "UPDATE ", "DELETE "].iter().any(|word| text[at..].starts_with(word));
    let literals = text.match_indices('"').map(|(at, _)| at + 1).filter(|at| begins(*at));
    let whole = literals.filter_map(|at| text[at..].split('"').next());
    whole.filter(|sql| !sql.contains(['{', '\\'])).map(|sql| &*Box::leak(sql.to_owned().into_boxed_str())).collect()
}

fn faults(tx: &mut Tx<'_>, path: &str, sql: &'static str) -> Vec<String> {
    let explained: &'static str = Box::leak(format!("EXPLAIN QUERY PLAN {sql}").into_boxed_str());
    let places = (1..=99).take_while(|n| sql.contains(&format!("${n}"))).count();
    let plan = match tx.rows(explained, &vec![Value::Null; places]) {
        Ok(plan) => plan,
        Err(fault) => return vec![format!("{path}: {fault}: {sql}")],
    };
    let steps = plan.iter().filter_map(|row| row.text(3).ok()?.strip_prefix("SCAN ")?.split(' ').next());
    let tables = steps.filter_map(|name| table_of(sql, name));
    let grows = |table: &&str| {
        !SMALL.contains(table)
            && !table.ends_with("_rule")
            && !WHOLE.iter().any(|(file, whole, _)| (*file, *whole) == (path, table))
    };
    tables.filter(grows).map(|table| format!("{path}: reads {table} from end to end: {sql}")).collect()
}

/// The table that goes by this name in a statement; nothing for a part of the statement that has a name.
fn table_of<'a>(sql: &'a str, name: &str) -> Option<&'a str> {
    let words: Vec<&str> = sql.split([' ', '\n', '(', ')', ',', ';']).filter(|word| !word.is_empty()).collect();
    let mut found = words.windows(4).filter(|four| matches!(four[0], "FROM" | "JOIN" | "UPDATE"));
    let called = |four: &&[&str]| four[1] == name || four[2] == name || (four[2] == "AS" && four[3] == name);
    found.find(called).map(|four| four[1]).or_else(|| words.ends_with(&["FROM", name]).then(|| *words.last().expect("a word")))
}
