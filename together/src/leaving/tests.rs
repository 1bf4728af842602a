//! Nothing of this part is about another part's tables: these tests make do with the house's own.

use kernel::time::Timestamp;
use platform::access::NewPerson;
use platform::args;
use platform::db::{Tx, Value};
use platform::door;
use platform::error::Error;
use platform::leaving;
use testkit::{Town, both_databases};

use super::CHARTER;

fn write<T: Send + 'static>(town: &Town, command: impl Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static) -> T {
    town.app.db().write_here(command).unwrap_or_else(|error| panic!("{error:?}"))
}

/// Rows of a table, by the text in one column.
fn texts(town: &Town, table: &'static str, column: usize) -> Vec<String> {
    let cell = |row: &platform::db::Row| row.text(column).expect("text").to_owned();
    let mut found: Vec<String> = town.rows(table).iter().map(cell).collect();
    found.sort();
    found
}

fn use_of_a_form(town: &Town, name: &'static str, at: Timestamp) {
    write(town, move |tx| {
        let hash = Value::Blob(name.as_bytes().to_vec());
        Ok(tx.run(
            "INSERT INTO form_use (token_hash, used_at, outcome) VALUES ($1, $2, $3)",
            &[hash, at.into(), Value::Blob(vec![1])],
        )?)
    });
}

fn forms(town: &Town) -> Vec<String> {
    let name = |row: &platform::db::Row| String::from_utf8_lossy(row.blob(0).expect("bytes")).into_owned();
    let mut found: Vec<String> = town.rows("form_use").iter().map(name).collect();
    found.sort();
    found
}

#[test]
fn what_falls_due_goes_and_nothing_else() {
    both_databases(&[&CHARTER], async |town| {
        let now = town.now();
        let person = town.person("Sigrunhild");
        let _cookie = town.as_person(&person);
        use_of_a_form(&town, "older", now.plus_days(-2).plus_s(-1));
        use_of_a_form(&town, "on the hour", now.plus_days(-2));
        use_of_a_form(&town, "younger", now.plus_days(-1));
        write(&town, move |tx| {
            for (kind, days) in [("Old", -91), ("Young", -89)] {
                tx.run(
                    "INSERT INTO fact (fact_id, kind, subject, at) VALUES ($1, $2, '', $3)",
                    args![kind, kind, now.plus_days(days)],
                )?;
            }
            Ok(())
        });
        let before: Vec<(String, usize)> = counts(&town);
        let gone = leaving::clear(&town.app, &town.app.machine(), &CHARTER).unwrap_or_else(|error| panic!("{error:?}"));
        let gone: Vec<(&str, u64)> = gone.iter().map(|gone| (gone.table, gone.rows)).collect();
        assert_eq!(gone, [("fact", 1), ("form_use", 1)]);
        assert_eq!(forms(&town), ["on the hour", "younger"]);
        assert_eq!(texts(&town, "fact", 1), ["Young"]);
        for (table, rows) in counts(&town) {
            let had = before.iter().find(|(name, _)| *name == table).map_or(0, |(_, rows)| *rows);
            let went = usize::from(["fact", "form_use"].contains(&table.as_str()));
            let came = usize::from(table == "audit_line");
            assert_eq!(rows + went, had + came, "{table}");
        }
    });
}

fn counts(town: &Town) -> Vec<(String, usize)> {
    let tables = town.app.db().read_here(|tx| Ok(tx.tables()?)).unwrap_or_else(|error| panic!("{error:?}"));
    let count =
        |table: &String| town.app.db().read_here(|tx| Ok(tx.dump(table)?.len())).unwrap_or_else(|error| panic!("{error:?}"));
    tables.iter().map(|table| (table.clone(), count(table))).collect()
}

#[test]
fn a_changed_rule_holds_from_its_day_and_the_old_one_stays_to_be_seen() {
    both_databases(&[&CHARTER], async |town| {
        let now = town.now();
        use_of_a_form(&town, "five days", now.plus_days(-5));
        write(&town, move |tx| {
            tx.run(
                "INSERT INTO retention_rule (table_name, valid_from, days, from_column, at_erasure, why, source, sure)
                 VALUES ('form_use', $1, 10, 'used_at', 'delete', 'tried', 'a test', 'sure')",
                args![now.day()],
            )?;
            tx.run(
                "INSERT INTO retention_rule (table_name, valid_from, days, from_column, at_erasure, why, source, sure)
                 VALUES ('form_use', $1, 1, 'used_at', 'delete', 'tried', 'a test', 'sure')",
                args![now.plus_days(2).day()],
            )?;
            Ok(())
        });
        town.run_jobs();
        assert_eq!(forms(&town), ["five days"], "ten days hold today");
        town.wait_days(2);
        town.run_jobs();
        assert!(forms(&town).is_empty(), "one day holds from the day after tomorrow");
    });
}

#[test]
fn a_large_heap_goes_too() {
    both_databases(&[&CHARTER], async |town| {
        let old = town.now().plus_days(-3);
        write(&town, move |tx| {
            for n in 0..1203_i64 {
                let hash = Value::Blob(n.to_le_bytes().to_vec());
                tx.run(
                    "INSERT INTO form_use (token_hash, used_at, outcome) VALUES ($1, $2, $3)",
                    &[hash, old.into(), Value::Blob(vec![1])],
                )?;
            }
            Ok(())
        });
        let gone = leaving::clear(&town.app, &town.app.machine(), &CHARTER).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(gone.iter().map(|gone| gone.rows).sum::<u64>(), 1203);
    });
}

#[test]
fn a_rule_that_names_no_column_of_the_table_stops_with_a_sentence() {
    both_databases(&[&CHARTER], async |town| {
        let today = town.now().day();
        write(&town, move |tx| {
            Ok(tx.run(
                "INSERT INTO retention_rule (table_name, valid_from, days, from_column, at_erasure, why, source, sure)
                 VALUES ('fact', $1, 1, 'when_told', 'delete', 'tried', 'a test', 'sure')",
                args![today],
            )?)
        });
        let cleared = leaving::clear(&town.app, &town.app.machine(), &CHARTER);
        assert!(matches!(cleared, Err(Error::Fault(fault)) if fault.to_string().contains("column that is not there")));
    });
}

fn ask(town: &Town, person: &kernel::id::PersonId, days: i64) {
    let mut ctx = town.app.machine();
    ctx.actor.role = kernel::role::Role::Person;
    ctx.actor.door = platform::ctx::Door::Full;
    ctx.actor.person = Some(person.clone());
    let asked = door::execute_here(&town.app, &ctx, &CHARTER, "close", move |tx, desk| {
        let own = desk.own(tx)?;
        leaving::ask(tx, own.person(), desk.now().plus_days(days), desk.now())
    });
    asked.unwrap_or_else(|error| panic!("{error:?}"));
}

#[test]
fn who_has_asked_is_erased_on_the_day_and_not_before() {
    both_databases(&[&CHARTER], async |town| {
        let person = town.person("Sigrunhild");
        let other = town.person("Torvald");
        ask(&town, &person, 30);
        town.wait_days(29);
        town.run_jobs();
        assert!(town.app.keys().find(&person).is_ok_and(|key| key.is_some()), "there is a day left");
        town.wait_days(1);
        town.run_jobs();
        assert!(town.app.keys().find(&person).is_ok_and(|key| key.is_none()), "the time is over");
        assert_eq!(texts(&town, "person", 0), [other.as_str()]);
        assert!(town.tables_with(person.as_str()).is_empty());
        assert!(town.app.keys().find(&other).is_ok_and(|key| key.is_some()));
    });
}

#[test]
fn who_has_changed_their_mind_stays() {
    both_databases(&[&CHARTER], async |town| {
        let person = town.person("Sigrunhild");
        ask(&town, &person, 30);
        let id = person.clone();
        assert!(write(&town, move |tx| leaving::take_back(tx, &id)));
        town.wait_days(31);
        town.run_jobs();
        assert!(town.app.keys().find(&person).is_ok_and(|key| key.is_some()));
        let mut browser = town.as_person(&person);
        assert_eq!(browser.get("/nowhere").await.status, 404);
    });
}

#[test]
fn what_the_law_keeps_stays_readable_and_the_key_with_it_until_it_falls_due() {
    both_databases(&[&CHARTER], async |town| {
        let now = town.now();
        let person = town.person_with(NewPerson { name: Some("Sigrunhild".into()), ..NewPerson::default() });
        let id = person.clone();
        write(&town, move |tx| {
            tx.run(
                "INSERT INTO retention_rule (table_name, valid_from, days, from_column, at_erasure, why, source, sure)
                 VALUES ('access_emergency', $1, 400, 'opened_at', 'keep', 'tried', 'a test', 'sure')",
                args![now.day()],
            )?;
            tx.run(
                "INSERT INTO access_emergency (person_id, emergency_id, account_id, reason, opened_at, until_at, review_due_at)
                 VALUES ($1, 'e', 'a', $2, $3, $4, $5)",
                args![&id, vec![1_u8], now, now, now],
            )?;
            Ok(())
        });
        let erased = leaving::erase(&town.app, &town.app.machine(), &CHARTER, &person);
        let erased = erased.unwrap_or_else(|error| panic!("{error:?}"));
        assert!(!erased.key_gone);
        assert_eq!(erased.kept.iter().map(|kept| (kept.table, kept.rows)).collect::<Vec<_>>(), [("access_emergency", 1)]);
        assert!(town.app.keys().find(&person).is_ok_and(|key| key.is_some()), "what is kept must be readable");
        let own_page = town.as_person(&person).get("/nowhere").await;
        assert_eq!(own_page.status, 404);
        town.wait_days(401);
        town.run_jobs();
        town.wait_days(1);
        town.run_jobs();
        assert!(town.app.keys().find(&person).is_ok_and(|key| key.is_none()), "then it goes, and the key with it");
        assert!(town.tables_with(person.as_str()).is_empty());
    });
}

#[test]
fn nobody_is_erased_twice_or_by_a_wrong_id() {
    both_databases(&[&CHARTER], async |town| {
        let person = town.person("Sigrunhild");
        assert!(leaving::erase(&town.app, &town.app.machine(), &CHARTER, &person).is_ok_and(|erased| erased.key_gone));
        let again = leaving::erase(&town.app, &town.app.machine(), &CHARTER, &person);
        assert!(matches!(again, Err(Error::Missing)), "{again:?}");
    });
}

#[test]
fn the_person_takes_everything_along_and_nobody_else_does() {
    both_databases(&[&CHARTER], async |town| {
        let person = town.person("Sigrunhild");
        let other = town.person("Torvald");
        let mut browser = town.as_person(&person);
        let page = browser.get("/ta-med").await;
        assert_eq!(page.status, 200);
        assert!(page.says("Ta med deg") && page.says("Loggen over hvem som har sett"));
        let read = browser.post_only("/ta-med", &[("what", "read")]).await;
        assert_eq!(read.status, 200);
        assert_eq!(
            read.headers.get("content-disposition").and_then(|value| value.to_str().ok()),
            Some("attachment; filename=\"les.html\"")
        );
        assert!(
            read.html.contains("Sigrunhild") && !read.html.contains("Torvald") && !read.html.contains("https://"),
            "{}",
            read.html
        );
        browser.get("/ta-med").await;
        let machine = browser.post_only("/ta-med", &[("what", "machine")]).await;
        let bundle: serde_json::Value = serde_json::from_str(&machine.html).expect("a bundle");
        assert_eq!(bundle["resourceType"], "Bundle");
        assert_eq!(bundle["entry"][0]["resource"]["name"][0]["text"], "Sigrunhild");
        assert!(!machine.html.contains(other.as_str()));
        browser.get("/ta-med").await;
        let letter = browser.post_only("/ta-med", &[("what", "letter")]).await;
        assert!(letter.html.starts_with("%PDF-1.7"));
        browser.get("/ta-med").await;
        assert_eq!(browser.post_only("/ta-med", &[("what", "else")]).await.status, 422);
        assert_eq!(town.visitor().get("/ta-med").await.status, 401);
    });
}

#[test]
fn a_row_that_names_the_person_in_any_column_goes_too() {
    both_databases(&[&CHARTER], async |town| {
        let (person, other) = (town.person("Sigrunhild"), town.person("Torvald"));
        let (id, theirs) = (person.clone(), other.clone());
        write(&town, move |tx| {
            tx.run("INSERT INTO setting (name, value) VALUES ('persona-person', $1)", args![&id])?;
            tx.run("INSERT INTO setting (name, value) VALUES ('persona-other', $1)", args![&theirs])?;
            tx.run(
                "INSERT INTO access_block (person_id, account_id, block_id, blocked_at) VALUES ($1, $2, 'b', '')",
                args![&theirs, &id],
            )?;
            Ok(())
        });
        assert!(leaving::erase(&town.app, &town.app.machine(), &CHARTER, &person).is_ok());
        assert!(town.tables_with(person.as_str()).is_empty());
        assert_eq!(texts(&town, "setting", 0), ["persona-other"]);
        assert!(town.app.keys().find(&other).is_ok_and(|key| key.is_some()));
    });
}
