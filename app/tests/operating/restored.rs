//! What comes back, on either database and from either, and what must not come back.

use kernel::id::PersonId;
use platform::args;
use platform::backup::{Content, check, is_half_restored, passing, restore_keys, take_keys};
use platform::db::Db;
use platform::keys::KeyStore;
use testkit::{Folder, Place};

use super::{differing, everything, holds, house, in_folder, lived_in, restore, sentence, take};

#[test]
fn everything_comes_back_the_same_over_sqlite_postgresql_and_sqlite_again() {
    let (here, folder) = (Place::sqlite(), Folder::make());
    let app = lived_in(&here);
    let before = everything(app.db());
    assert!(before.iter().filter(|(_, rows)| !rows.is_empty()).count() > 20, "the demo city fills many tables");
    let mut keys_url = here.keys_url.clone();
    drop(app);
    let mut from = here;
    for (turn, into) in [Place::norwegian(), Place::sqlite(), Place::postgres()].into_iter().enumerate() {
        let file = in_folder(&folder, &format!("turn-{turn}.varde"));
        let keys_file = in_folder(&folder, &format!("turn-{turn}.keys"));
        let app = super::app_seeded(&app::catalogue(), &from.url, &keys_url, 2);
        let taken = take(&app, &file);
        take_keys(app.keys(), app.master(), app.source().now(), &keys_file).unwrap_or_else(|error| panic!("{error:?}"));
        // The key store moves too: both files are needed on a new machine.
        let keys = KeyStore::open(Db::open(&into.keys_url).expect("a new key store"), app.master(), app.source());
        let keys = keys.unwrap_or_else(|fault| panic!("{fault}"));
        let checked = check(&keys_file, app.master(), Content::Keys).unwrap_or_else(|fault| panic!("{fault}"));
        restore_keys(&checked, &keys, app.master()).unwrap_or_else(|error| panic!("{error:?}"));
        let restored = restore(&file, &into, &into.keys_url).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!((restored.rows, restored.replayed.persons, restored.replayed.without_key), (taken.rows, 0, 0));
        assert!(restored.audit.is_ok(), "{}: {:?}", into.name, restored.audit);
        let after = everything(&Db::open(&into.url).expect("the restored database"));
        assert_eq!(differing(&before, &after), Vec::<String>::new(), "{}", into.name);
        keys_url.clone_from(&into.keys_url);
        from = into;
    }
}

#[test]
fn what_opens_a_door_does_not_come_back() {
    for place in Place::both() {
        let (app, folder) = (lived_in(&place), Folder::make());
        let town = testkit::Town::new(app.clone());
        let person = town.person("Kari Nes");
        drop(town.as_person(&person));
        let written = app.db().write_here(|tx| {
            tx.run(
                "INSERT INTO staff_code (code_hash, account_id, made_by, made_at, until_at) VALUES ($1, 'a', 'b', 'c', 'd')",
                args![vec![1_u8; 32]],
            )?;
            Ok(tx.run(
                "INSERT INTO one_time_link (link_hash, account_id, made_at, until_at) VALUES ($1, 'a', 'b', 'c')",
                args![vec![1_u8; 32]],
            )?)
        });
        assert_eq!(written.expect("written"), 1);
        assert!(!town.rows("session").is_empty());
        let file = in_folder(&folder, "b.varde");
        take(&app, &file);
        let into = Place::sqlite();
        restore(&file, &into, &place.keys_url).unwrap_or_else(|error| panic!("{error:?}"));
        let there = Db::open(&into.url).expect("the restored database");
        assert!(!town.rows("staff_code").is_empty());
        for table in ["session", "one_time_link", "form_use", "lease"].into_iter().chain(passing(app.catalogue())) {
            let count = there.read_here(|tx| Ok(tx.count(table)?)).unwrap_or_else(|error| panic!("{error:?}"));
            assert_eq!(count, 0, "{}: {table}", place.name);
        }
    }
}

/// Rows of a person in any table.
fn rows_of(db: &Db, person: &PersonId) -> usize {
    everything(db).iter().filter(|(_, rows)| holds(rows, person.as_str())).count()
}

#[test]
fn an_old_backup_with_todays_key_store_brings_nobody_back_who_was_erased() {
    for place in Place::both() {
        let (app, folder) = (lived_in(&place), Folder::make());
        let town = testkit::Town::new(app.clone());
        let (kari, ola) = (town.person("Kari Nes"), town.person("Ola Dal"));
        let serving = town.organisation(kernel::persona::OrganisationKind::Nav, "NAV");
        for person in [&kari, &ola] {
            town.serves(&serving, person);
        }
        let file = in_folder(&folder, "old.varde");
        take(&app, &file);
        app.keys().erase_here(&kari).unwrap_or_else(|error| panic!("{error:?}"));
        for into in [Place::sqlite(), Place::postgres()] {
            let restored = restore(&file, &into, &place.keys_url).unwrap_or_else(|error| panic!("{error:?}"));
            assert_eq!(restored.replayed.persons, 1, "{} into {}", place.name, into.name);
            assert!(restored.replayed.rows >= 1, "the relation; the row of the person itself goes last and is not counted");
            assert!(restored.audit.is_ok(), "the log holds after an erasure: {:?}", restored.audit);
            let there = Db::open(&into.url).expect("the restored database");
            assert_eq!(rows_of(&there, &kari), 0, "{} into {}", place.name, into.name);
            assert!(rows_of(&there, &ola) >= 2, "others are there");
            assert!(app.keys().find(&kari).expect("the key store answers").is_none());
            assert!(app.keys().find(&ola).expect("the key store answers").is_some());
        }
    }
}

#[test]
fn a_key_store_brought_back_from_an_older_copy_learns_from_the_data_who_was_erased_since() {
    let (place, folder) = (Place::sqlite(), Folder::make());
    let app = lived_in(&place);
    let kari = testkit::Town::new(app.clone()).person("Kari Nes");
    let (keys_file, file) = (in_folder(&folder, "old.keys"), in_folder(&folder, "new.varde"));
    take_keys(app.keys(), app.master(), app.source().now(), &keys_file).unwrap_or_else(|error| panic!("{error:?}"));
    app.keys().erase_here(&kari).unwrap_or_else(|error| panic!("{error:?}"));
    take(&app, &file);
    // Both are lost; the copy of the keys is from before the erasure, the data from after it.
    let into = Place::postgres();
    let keys = KeyStore::open(Db::open(&into.keys_url).expect("a new key store"), app.master(), app.source());
    let keys = keys.unwrap_or_else(|fault| panic!("{fault}"));
    let checked = check(&keys_file, app.master(), Content::Keys).unwrap_or_else(|fault| panic!("{fault}"));
    restore_keys(&checked, &keys, app.master()).unwrap_or_else(|error| panic!("{error:?}"));
    let restored = restore(&file, &into, &into.keys_url).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(restored.replayed.persons, 1);
    let after = KeyStore::open(Db::open(&into.keys_url).expect("the key store"), app.master(), app.source());
    let after = after.unwrap_or_else(|fault| panic!("{fault}"));
    assert!(after.find(&kari).expect("the key store answers").is_none(), "the key is destroyed again");
    let again = sentence(restore_keys(&checked, &after, app.master()));
    assert!(again.contains("holds keys already"), "{again}");
}

#[test]
fn a_restore_goes_into_an_empty_database_only() {
    for place in Place::both() {
        let (app, folder) = (lived_in(&place), Folder::make());
        let file = in_folder(&folder, "b.varde");
        take(&app, &file);
        let before = everything(app.db());
        let said = sentence(restore(&file, &place, &place.keys_url));
        assert!(said.contains("not empty") && said.contains("database_url"), "{said}");
        assert_eq!(differing(&before, &everything(app.db())), Vec::<String>::new(), "nothing was written");
        // One that was only migrated is as good as empty.
        let fresh = Place::postgres();
        drop(house(&fresh, 3));
        restore(&file, &fresh, &place.keys_url).unwrap_or_else(|error| panic!("{error:?}"));
        // One that belongs to somebody else is not.
        let foreign = Place::sqlite();
        let other = Db::open(&foreign.url).expect("another database");
        other.write_here(|tx| Ok(tx.script("CREATE TABLE theirs (\n  a TEXT\n);")?)).expect("their table");
        let said = sentence(restore(&file, &foreign, &place.keys_url));
        assert!(said.contains("not Varde"), "{said}");
    }
}

#[test]
fn a_restore_that_was_interrupted_is_marked_and_can_be_run_again() {
    for into in Place::both() {
        let (place, folder) = (Place::sqlite(), Folder::make());
        let app = lived_in(&place);
        let file = in_folder(&folder, "b.varde");
        take(&app, &file);
        restore(&file, &into, &place.keys_url).unwrap_or_else(|error| panic!("{error:?}"));
        let there = Db::open(&into.url).expect("the restored database");
        assert!(!is_half_restored(&there).expect("asked"));
        // As a process that was killed in the middle leaves it: marked, with some of the rows.
        let halved = there.write_here(|tx| {
            tx.clear("person", None)?;
            Ok(tx.run("INSERT INTO setting (name, value) VALUES ('restore-unfinished', 'x')", &[])?)
        });
        halved.expect("halved");
        assert!(is_half_restored(&there).expect("asked"));
        let said = sentence(platform::backup::take_data(
            &there,
            app.keys(),
            app.master(),
            &passing(app.catalogue()),
            app.source().now(),
            &in_folder(&folder, "half.varde"),
        ));
        assert!(said.contains("not finished"), "{said}");
        restore(&file, &into, &place.keys_url).unwrap_or_else(|error| panic!("{error:?}"));
        assert!(!is_half_restored(&there).expect("asked"));
        assert_eq!(differing(&everything(app.db()), &everything(&there)), Vec::<String>::new(), "{}", into.name);
    }
}

#[test]
fn a_backup_of_an_older_version_is_brought_up_to_date_and_one_of_a_newer_is_refused() {
    let (place, folder) = (Place::sqlite(), Folder::make());
    let app = lived_in(&place);
    let (old, new) = (in_folder(&folder, "old.varde"), in_folder(&folder, "new.varde"));
    // The last part's step had not been taken when this was saved.
    let last = app.catalogue().iter().rev().find(|part| !part.migrations.is_empty()).expect("a part with tables");
    let (part, tables) = (last.key, last.tables);
    let older = app.db().write_here(move |tx| {
        for table in tables {
            tx.drop_table(table.name)?;
        }
        Ok(tx.run("DELETE FROM schema_step WHERE part = $1", args![part])?)
    });
    let missing = usize::try_from(older.expect("taken back")).expect("a count");
    take(&app, &old);
    let into = Place::postgres();
    let restored = restore(&old, &into, &place.keys_url).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(restored.steps, missing);
    let step = app
        .db()
        .write_here(|tx| Ok(tx.run("INSERT INTO schema_step (part, number, applied_at) VALUES ('platform', 999, 'x')", &[])?));
    step.expect("a step of the future");
    take(&app, &new);
    let fresh = Place::sqlite();
    let said = sentence(restore(&new, &fresh, &place.keys_url));
    assert!(said.contains("newer"), "{said}");
    let tables = Db::open(&fresh.url).expect("opened").read_here(|tx| Ok(tx.tables()?)).expect("asked");
    assert!(tables.is_empty(), "nothing was written: {tables:?}");
}
