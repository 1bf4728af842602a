//! Files that cannot be used are refused, each with a sentence, before anything is written.

use std::fs;
use std::os::unix::fs::MetadataExt as _;

use platform::backup::{Content, check, passing, take_keys};
use platform::keys::MasterKey;
use testkit::{Folder, Place};

use super::{in_folder, lived_in, take};

fn said(path: &std::path::Path, wanted: Content) -> String {
    let outcome = check(path, &MasterKey::from_bytes([7; 32]), wanted);
    outcome.map_or_else(|fault| fault.to_string(), |checked| panic!("taken for good: {checked:?}"))
}

#[test]
fn a_file_that_is_cut_off_or_changed_anywhere_is_refused() {
    let (place, folder) = (Place::sqlite(), Folder::make());
    let app = lived_in(&place);
    let (file, bad) = (in_folder(&folder, "b.varde"), in_folder(&folder, "bad.varde"));
    take(&app, &file);
    let whole = fs::read(&file).expect("the backup");
    assert!(check(&file, app.master(), Content::Data).is_ok());
    // Every byte of the beginning and the end, and many in between: in each kind of frame, in lengths and in letters.
    let middle = (0..60).map(|part| whole.len() / 61 * part);
    let places: Vec<usize> = (0..64).chain(whole.len() - 64..whole.len()).chain(middle).collect();
    for at in places {
        fs::write(&bad, &whole[..at]).expect("written");
        let sentence = said(&bad, Content::Data);
        let expected = if at == 0 { "not a backup" } else { "cut off" };
        assert!(sentence.contains(expected), "cut at {at}: {sentence}");
        let mut changed = whole.clone();
        changed[at] ^= 0x20;
        fs::write(&bad, &changed).expect("written");
        let sentence = said(&bad, Content::Data);
        let known = ["was changed", "cut off", "not a backup", "another master key", "format this version"];
        assert!(known.iter().any(|known| sentence.contains(known)), "changed at {at}: {sentence}");
    }
    let mut longer = whole.clone();
    longer.push(0);
    fs::write(&bad, &longer).expect("written");
    assert!(said(&bad, Content::Data).contains("was changed"));
}

#[test]
fn frames_of_two_backups_cannot_be_mixed() {
    let (place, folder) = (Place::sqlite(), Folder::make());
    let app = lived_in(&place);
    let (one, two, bad) = (in_folder(&folder, "1"), in_folder(&folder, "2"), in_folder(&folder, "bad"));
    take(&app, &one);
    app.source().set(app.source().now().plus_days(1));
    take(&app, &two);
    let (one, two) = (fs::read(&one).expect("one"), fs::read(&two).expect("two"));
    assert_eq!(one.len(), two.len(), "the same rows, a day later");
    let head = 15 + 5 + usize::try_from(u32::from_be_bytes([one[16], one[17], one[18], one[19]])).expect("a length");
    fs::write(&bad, [&one[..head], &two[head..]].concat()).expect("written");
    assert!(said(&bad, Content::Data).contains("was changed"));
}

#[test]
fn a_foreign_file_another_houses_file_and_the_wrong_kind_are_refused() {
    let (place, folder) = (Place::sqlite(), Folder::make());
    let app = lived_in(&place);
    let (file, keys, foreign) = (in_folder(&folder, "d"), in_folder(&folder, "k"), in_folder(&folder, "f"));
    take(&app, &file);
    take_keys(app.keys(), app.master(), app.source().now(), &keys).unwrap_or_else(|error| panic!("{error:?}"));
    fs::write(&foreign, b"SQLite format 3\0 and so on").expect("written");
    assert!(said(&foreign, Content::Data).contains("not a backup of Varde"));
    fs::write(&foreign, b"VARDE BACKUP 2\n and so on").expect("written");
    assert!(said(&foreign, Content::Data).contains("newest Varde"));
    assert!(said(&in_folder(&folder, "nowhere"), Content::Data).contains("cannot be opened"));
    assert!(said(&keys, Content::Data).contains("--keys"));
    assert!(said(&file, Content::Keys).contains("without --keys"));
    let other = check(&file, &MasterKey::from_bytes([8; 32]), Content::Data);
    assert!(other.is_err_and(|fault| fault.to_string().contains("another master key")));
}

#[test]
fn a_backup_is_for_its_owner_alone_and_never_written_over() {
    for place in Place::both() {
        let (app, folder) = (lived_in(&place), Folder::make());
        let file = in_folder(&folder, "b.varde");
        take(&app, &file);
        assert_eq!(fs::metadata(&file).expect("made").mode() & 0o777, 0o600);
        let before = fs::read(&file).expect("the backup");
        let again =
            platform::backup::take_data(app.db(), app.keys(), app.master(), &passing(app.catalogue()), app.source().now(), &file);
        assert!(super::sentence(again).contains("already"));
        assert_eq!(fs::read(&file).expect("the backup"), before);
        let nowhere = in_folder(&folder, "no/such/folder");
        let outcome = platform::backup::take_data(
            app.db(),
            app.keys(),
            app.master(),
            &passing(app.catalogue()),
            app.source().now(),
            &nowhere,
        );
        assert!(super::sentence(outcome).contains("folder exists"));
        let left: Vec<_> = fs::read_dir(folder.path()).expect("the folder").flatten().collect();
        assert_eq!(left.len(), 1, "{}: nothing half lies about: {left:?}", place.name);
        // The names of those who work there would stand in an open file; here nothing does.
        for word in ["Byen", "audit_line", "person_id"] {
            assert!(!before.windows(word.len()).any(|part| part == word.as_bytes()), "{word} can be read in the file");
        }
    }
}
