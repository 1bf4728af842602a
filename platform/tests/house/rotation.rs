//! A new master key: everybody's key opens under it, and what cannot be made anew follows along.

use kernel::id::PersonId;
use platform::clock::Source;
use platform::db::Db;
use platform::keys::{Cell, Fit, KeyStore, MasterKey, rotate};
use testkit::{Folder, Place, START};

const CELL: Cell<'static> = Cell::new("toy_note", "a1", "body");

fn source() -> Source {
    Source::held(kernel::time::Timestamp::parse(START).expect("START is an instant"), 1)
}

fn store(place: &Place, master: &MasterKey, source: &Source) -> KeyStore {
    let db = Db::open(&place.keys_url).unwrap_or_else(|fault| panic!("{fault}"));
    KeyStore::open(db, master, source).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn after_a_rotation_everybodys_key_opens_under_the_new_master_key_and_only_there() {
    for place in Place::both() {
        let (source, old) = (source(), MasterKey::from_bytes([7; 32]));
        let new = old.successor(&source);
        let persons: Vec<PersonId> = (1..=2_500).map(PersonId::from_bits).collect();
        let before = store(&place, &old, &source);
        before.make_here(&persons).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(before.fit(&old).expect("asked"), Fit::Unknown);
        before.settle(&old).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(before.fit(&new).expect("asked"), Fit::Other);
        assert!(before.settle(&new).is_err());
        let sealed = before.find(&persons[0]).expect("found").expect("made").seal(CELL, "Kari").expect("sealed");
        source.set(source.now().plus_days(400));
        let db = Db::open(&place.keys_url).unwrap_or_else(|fault| panic!("{fault}"));
        let wrapped = rotate(&db, &old, &new, source.now()).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(wrapped, 2_500, "{}: more than one page of them", place.name);
        let after = store(&place, &new, &source);
        assert_eq!(after.fit(&new).expect("asked"), Fit::Since(source.now()));
        for person in [&persons[0], &persons[2_499]] {
            assert!(after.find(person).expect("found").is_some());
        }
        let key = after.find(&persons[0]).expect("found").expect("still there");
        assert_eq!(key.open(CELL, &sealed).expect("opened"), "Kari", "{}", place.name);
        assert_eq!(after.lookup("phone", "+4791234567"), before.lookup("phone", "+4791234567"), "look-ups still hit");
        assert!(store(&place, &old, &source).find(&persons[0]).is_err(), "the old key opens nothing");
        // A second run with the wrong key changes nothing.
        assert!(rotate(&db, &old, &old.successor(&source), source.now()).is_err());
        assert!(store(&place, &new, &source).find(&persons[1]).expect("found").is_some());
    }
}

#[test]
fn what_cannot_be_made_anew_is_carried_through_every_rotation() {
    let (source, folder) = (source(), Folder::make());
    let first = MasterKey::from_bytes([7; 32]);
    let third = first.successor(&source).successor(&source);
    for purpose in ["look-up hashes", "PINs and phrases", "sign audit checkpoints", "backup files"] {
        assert_eq!(*first.derive(purpose), *third.derive(purpose), "{purpose}");
    }
    assert_ne!(*first.derive("wrap person keys"), *third.derive("wrap person keys"));
    assert_ne!(first.fingerprint(), third.fingerprint());
    let path = folder.path().join("master.key");
    third.write(&path).unwrap_or_else(|fault| panic!("{fault}"));
    let read = MasterKey::read(&path).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(read.fingerprint(), third.fingerprint());
    assert_eq!(*read.derive("look-up hashes"), *first.derive("look-up hashes"));
    std::fs::write(&path, "ab\n").expect("broken");
    assert!(MasterKey::read(&path).is_err_and(|fault| fault.to_string().contains("64 hexadecimal digits")));
}
