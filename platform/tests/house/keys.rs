//! One key a person: what is sealed opens there and nowhere else, and an erased key takes old copies with it.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

use kernel::id::{PersonId, RowId};
use platform::access::Desk;
use platform::app::App;
use platform::args;
use platform::clock::Source;
use platform::ctx::{Actor, Ctx, Door};
use platform::db::{Db, Tx};
use platform::door;
use platform::error::Error;
use platform::keys::{Cell, KeyStore, MasterKey, PersonKey, unhex};
use proptest::prelude::*;
use proptest::test_runner::{Config as Cases, TestRunner};
use testkit::{Folder, Place, START, Town, app_seeded, both_databases, runtime};

use crate::toy::{TOY, notes, put};

fn source() -> Source {
    Source::held(kernel::time::Timestamp::parse(START).expect("START is an instant"), 1)
}

fn store(place: &Place, master: u8, source: &Source) -> KeyStore {
    let db = Db::open(&place.keys_url).unwrap_or_else(|fault| panic!("{fault}"));
    KeyStore::open(db, &MasterKey::from_bytes([master; 32]), source).unwrap_or_else(|fault| panic!("{fault}"))
}

fn person(n: u128) -> PersonId {
    PersonId::from_bits(n)
}

fn found(store: &KeyStore, person: &PersonId) -> Option<PersonKey> {
    store.find(person).unwrap_or_else(|error| panic!("{error:?}"))
}

/// Keys of two persons.
fn two_keys() -> (PersonKey, PersonKey) {
    let (place, source) = (Place::sqlite(), source());
    let store = store(&place, 7, &source);
    store.make_here(&[person(1), person(2)]).unwrap_or_else(|error| panic!("{error:?}"));
    (found(&store, &person(1)).expect("made"), found(&store, &person(2)).expect("made"))
}

const CELL: Cell<'static> = Cell::new("toy_note", "a1", "body");

#[test]
fn what_is_sealed_opens_in_its_own_cell_with_its_own_key_alone() {
    let (key, other) = two_keys();
    let mut runner = TestRunner::new(Cases { cases: 200, failure_persistence: None, ..Cases::default() });
    let cells = ("[ -~æøå\u{1f600}]{0,80}", "[0-9a-f]{1,32}", any::<prop::sample::Index>(), 1..=255_u8);
    let checked = runner.run(&cells, |(text, row, at, by)| {
        let cell = Cell::new("toy_note", &row, "body");
        let sealed = key.seal(cell, &text).expect("sealed");
        prop_assert_eq!(key.open(cell, &sealed).expect("opened"), text.clone());
        prop_assert_eq!(&key.seal(cell, &text).expect("sealed"), &sealed, "the same again gives the same bytes");
        prop_assert!(other.open(cell, &sealed).is_err(), "another person's key");
        let next = format!("{row}0");
        for elsewhere in
            [Cell::new("toy_card", &row, "body"), Cell::new("toy_note", &next, "body"), Cell::new("toy_note", &row, "title")]
        {
            prop_assert!(key.open(elsewhere, &sealed).is_err(), "moved to another cell");
        }
        let mut changed = sealed.clone();
        let at = at.index(changed.len());
        changed[at] ^= by;
        prop_assert!(key.open(cell, &changed).is_err(), "one byte changed");
        prop_assert!(key.open(cell, &sealed[..sealed.len() - 1]).is_err(), "one byte short");
        Ok(())
    });
    assert!(checked.is_ok(), "{checked:?}");
}

#[test]
fn the_same_text_seals_differently_for_each_person_and_cell() {
    let (key, other) = two_keys();
    let sealed = key.seal(CELL, "Kari").expect("sealed");
    assert_ne!(sealed, other.seal(CELL, "Kari").expect("sealed"));
    assert_ne!(sealed, key.seal(Cell::new("toy_note", "a2", "body"), "Kari").expect("sealed"));
    assert!(key.open(CELL, &[]).is_err());
    assert!(!sealed.windows(4).any(|four| four == b"Kari"));
    assert_ne!(key.subject(), other.subject(), "and so does the name in the log");
    assert_eq!(format!("{key:?}"), "PersonKey(…)", "a key is never printed");
}

#[test]
fn a_key_is_found_by_every_node_and_an_erased_one_by_none_within_half_a_minute() {
    for place in Place::both() {
        let source = source();
        let (here, there) = (store(&place, 7, &source), store(&place, 7, &source));
        here.make_here(&[person(1), person(2)]).unwrap_or_else(|error| panic!("{error:?}"));
        let sealed = found(&here, &person(1)).expect("made").seal(CELL, "Kari").expect("sealed");
        let held = found(&there, &person(1)).expect("another node finds it");
        assert_eq!(held.open(CELL, &sealed).expect("opened"), "Kari", "{}", place.name);
        here.erase_here(&person(1)).unwrap_or_else(|error| panic!("{error:?}"));
        assert!(found(&here, &person(1)).is_none(), "{}: gone at once where it was erased", place.name);
        source.set(source.now().plus_s(30));
        assert!(found(&there, &person(1)).is_none(), "{}: and on the other node", place.name);
        assert!(found(&there, &person(2)).is_some(), "{}: others read on", place.name);
        here.make_here(&[person(1)]).unwrap_or_else(|error| panic!("{error:?}"));
        let again = found(&here, &person(1)).expect("made anew");
        assert!(again.open(CELL, &sealed).is_err(), "{}: a new key does not open what the old one sealed", place.name);
    }
}

#[test]
fn a_person_has_one_key() {
    for place in Place::both() {
        let store = store(&place, 7, &source());
        store.make_here(&[person(1)]).unwrap_or_else(|error| panic!("{error:?}"));
        let before = found(&store, &person(1)).expect("made").subject();
        assert!(store.make_here(&[person(1)]).is_err(), "{}", place.name);
        assert_eq!(found(&store, &person(1)).expect("still there").subject(), before);
    }
}

#[test]
fn another_master_key_opens_nothing() {
    for place in Place::both() {
        let right = store(&place, 7, &source());
        right.make_here(&[person(1)]).unwrap_or_else(|error| panic!("{error:?}"));
        let wrong = store(&place, 8, &source());
        assert!(wrong.find(&person(1)).is_err(), "{}: it says so instead of finding nobody", place.name);
        assert_ne!(right.lookup("phone", "+4791234567"), wrong.lookup("phone", "+4791234567"));
        assert_eq!(right.lookup("phone", "+4791234567"), store(&place, 7, &source()).lookup("phone", "+4791234567"));
        assert_ne!(right.lookup("phone", "12"), right.lookup("card", "12"));
    }
}

#[test]
fn an_erased_key_stands_in_none_of_the_files_of_the_store() {
    let place = Place::sqlite();
    let folder = place.folder().expect("SQLite has a folder");
    let store = store(&place, 7, &source());
    store.make_here(&[person(1), person(2), person(3)]).unwrap_or_else(|error| panic!("{error:?}"));
    let reading = Db::open(&place.keys_url).unwrap_or_else(|fault| panic!("{fault}"));
    let wrapped = |n: u128| {
        let row = reading.read_here(|tx| Ok(tx.row("SELECT wrapped FROM person_key WHERE person_id = $1", args![&person(n)])?));
        row.unwrap_or_else(|error| panic!("{error:?}")).map(|row| row.blob(0).expect("bytes").to_vec())
    };
    let [gone, stays, gone_on_request] = [1, 2, 3].map(|n| wrapped(n).expect("a key"));
    let files_with = |bytes: &[u8]| {
        let files = fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path());
        files.filter(|file| fs::read(file).expect("read").windows(bytes.len()).any(|part| part == bytes)).count()
    };
    assert!(files_with(&gone) > 0, "before, it can be found");
    store.erase_here(&person(1)).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(files_with(&gone), 0, "neither in the database nor in its write-ahead file");
    let erased = runtime().block_on(store.erase(&person(3)));
    erased.unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(files_with(&gone_on_request), 0, "nor when it was erased from a page");
    assert!(files_with(&stays) > 0);
}

/// The person, signed in.
fn as_person(app: &App, person: &PersonId) -> Ctx {
    let mut actor = Actor::visitor();
    actor.role = kernel::role::Role::Person;
    actor.door = Door::Full;
    actor.person = Some(person.clone());
    Ctx::new(app.source().now(), kernel::language::Language::Nb, actor, app.source().bytes())
}

fn own_notes(app: &App, person: &PersonId) -> Result<Vec<String>, Error> {
    door::view_here(app, &as_person(app, person), &TOY, |tx: &mut Tx<'_>, desk: &Desk<'_>| {
        let permit = desk.own(tx)?;
        notes(tx, &permit)
    })
}

fn write_note(app: &App, person: &PersonId, text: &'static str) {
    let done = door::execute_here(app, &as_person(app, person), &TOY, "note-write", move |tx, desk| {
        let permit = desk.own(tx)?;
        put(tx, &permit, &RowId::from_bits(desk.bits()), text)
    });
    done.unwrap_or_else(|error| panic!("{error:?}"));
}

/// A copy of the data as it is now: the copy of a file, or another schema with the same rows.
fn copied(place: &Place, app: &App) -> (Place, String) {
    let copy = if place.folder().is_some() { Place::sqlite() } else { Place::postgres() };
    if let Some(folder) = copy.folder() {
        let path = folder.join("copy.db");
        app.db().copy_to(&path).unwrap_or_else(|fault| panic!("{fault}"));
        let url = format!("sqlite://{}", path.display());
        return (copy, url);
    }
    drop(app_seeded(&[&TOY], &copy.url, &copy.keys_url, 9));
    let schema = place.url.rsplit("%3D").next().expect("the address names its schema").to_owned();
    let to = Db::open(&copy.url).unwrap_or_else(|fault| panic!("{fault}"));
    let filled = to.write_here(move |tx| {
        for table in ["person", "toy_note", "audit_line", "audit_checkpoint"] {
            tx.script(&format!("INSERT INTO {table} SELECT * FROM {schema}.{table}"))?;
        }
        Ok(())
    });
    filled.unwrap_or_else(|error| panic!("{error:?}"));
    let url = copy.url.clone();
    (copy, url)
}

#[test]
fn an_old_copy_of_the_data_is_silent_about_an_erased_person_and_speaks_of_the_others() {
    for place in Place::both() {
        let app = app_seeded(&[&TOY], &place.url, &place.keys_url, 1);
        let town = Town::new(app.clone());
        let (kari, ola) = (town.person("Kari Nes"), town.person("Ola Dal"));
        write_note(&app, &kari, "Karis lapp");
        write_note(&app, &ola, "Olas lapp");
        let (_copy, copy_url) = copied(&place, &app);
        app.keys().erase_here(&kari).unwrap_or_else(|error| panic!("{error:?}"));
        drop((town, app));
        let restored = app_seeded(&[&TOY], &copy_url, &place.keys_url, 2);
        assert_eq!(own_notes(&restored, &ola).expect("Ola reads"), ["Olas lapp"], "{}", place.name);
        let asked = own_notes(&restored, &kari);
        assert!(matches!(asked, Err(Error::Denied(_))), "{}: {asked:?}", place.name);
        for word in ["Kari Nes", "Karis lapp", "Ola Dal", "Olas lapp"] {
            assert!(Town::new(restored.clone()).tables_with(word).is_empty(), "{}: {word}", place.name);
        }
    }
}

#[test]
fn nothing_a_person_wrote_lies_open_in_any_table() {
    both_databases(&[&TOY], async |town| {
        let kari = town.person("Kari Nes");
        let mut browser = town.as_person(&kari);
        browser.get("/lapper").await;
        let page = browser.post("/lapper", &[("text", "Et hjertesukk")]).await;
        assert!(page.says("Et hjertesukk"));
        assert!(town.tables_with("hjertesukk").is_empty());
        assert!(town.tables_with("Kari").is_empty());
    });
}

#[test]
fn the_master_key_file_is_for_the_service_alone() {
    let folder = Folder::make();
    let path = folder.path().join("master.key");
    let read = || MasterKey::read(&path).map(|key| key.derive("x").to_vec()).map_err(|fault| fault.to_string());
    assert!(read().is_err_and(|said| said.contains("not there") && said.contains("master_key_file")));
    let made = MasterKey::read_or_make(&path, &Source::system()).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(fs::metadata(&path).expect("made").mode() & 0o777, 0o600);
    assert_eq!(unhex(&fs::read_to_string(&path).expect("read")).expect("hexadecimal").len(), 32);
    assert_eq!(read().expect("read"), made.derive("x").to_vec());
    let again = MasterKey::read_or_make(&path, &Source::system()).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(again.derive("x").to_vec(), made.derive("x").to_vec(), "what is there is never made anew");
    assert_ne!(made.derive("x").to_vec(), made.derive("y").to_vec());
    assert_eq!(format!("{made:?}"), "MasterKey(…)");
    for mode in [0o644, 0o640, 0o604, 0o660] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("set");
        assert!(read().is_err_and(|said| said.contains("others may read") && said.contains("chmod 600")), "{mode:o}");
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("set");
    for content in ["", "abc", &"0".repeat(63), &"0".repeat(66), &"g".repeat(64)] {
        fs::write(&path, content).expect("written");
        assert!(read().is_err_and(|said| said.contains("64 hexadecimal digits") && !said.contains("gg")), "{content}");
    }
}
