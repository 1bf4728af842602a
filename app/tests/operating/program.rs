//! The commands as they are typed, beside a server that answers.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use platform::db::Db;
use testkit::{Folder, Place};

use super::in_folder;

/// An installation: a configuration file, a master key and databases of its own.
struct House {
    folder: Folder,
    server: Option<Place>,
}

/// A running `varde serve`, stopped at the end of the test.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

impl House {
    fn make(server: Option<Place>) -> House {
        let house = House { folder: Folder::make(), server };
        let at = |name: &str| in_folder(&house.folder, name).display().to_string();
        let (data, keys) = match &house.server {
            Some(place) => (place.url.clone(), place.keys_url.clone()),
            None => (format!("sqlite://{}", at("varde.db")), format!("sqlite://{}", at("keys.db"))),
        };
        let text = format!(
            "database_url = \"{data}\"\nkey_store_url = \"{keys}\"\nmaster_key_file = \"{}\"\nlisten = \"127.0.0.1:0\"\n\
             public_url = \"https://varde.example.no\"\nmunicipality = \"Byen\"\n",
            at("master.key")
        );
        fs::write(in_folder(&house.folder, "varde.toml"), text).expect("a configuration file");
        house
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_varde"));
        command.args(words).current_dir(self.folder.path());
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("VARDE_")) {
            command.env_remove(name);
        }
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("the program runs")
    }

    /// What it printed; it must have gone well.
    fn says(&self, words: &[&str]) -> String {
        let done = self.run(words);
        assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).into_owned()
    }

    /// The sentence with which it refused; exit 1.
    fn refuses(&self, words: &[&str]) -> String {
        let done = self.run(words);
        assert_eq!(done.status.code(), Some(1), "{words:?}: {}", String::from_utf8_lossy(&done.stdout));
        String::from_utf8_lossy(&done.stderr).into_owned()
    }

    fn serve(&self) -> Served {
        let mut child = self.command(&["serve"]).stdout(Stdio::piped()).spawn().expect("varde serves");
        let mut line = String::new();
        let out = child.stdout.take().expect("its standard output");
        BufReader::new(out).read_line(&mut line).expect("its one line");
        assert!(line.starts_with("Varde is ready"), "{line}");
        self.until_it_holds_the_lease();
        Served(child)
    }

    /// By the sealer's lease other commands know that somebody serves; it is taken right after the first line.
    fn until_it_holds_the_lease(&self) {
        let file = || format!("sqlite://{}", in_folder(&self.folder, "varde.db").display());
        let url = self.server.as_ref().map_or_else(file, |place| place.url.clone());
        let db = Db::open(&url).expect("the database");
        while db.read_here(|tx| Ok(tx.count("lease")?)).expect("asked") == 0 {
            std::thread::yield_now();
        }
    }

    fn mode(&self, name: &str) -> u32 {
        fs::metadata(in_folder(&self.folder, name)).expect("the file").mode() & 0o777
    }
}

fn houses() -> [House; 2] {
    [House::make(None), House::make(Some(Place::postgres()))]
}

#[test]
fn from_an_empty_folder_to_a_restored_house() {
    for house in houses() {
        assert!(house.refuses(&["serve"]).contains("varde make-key"), "it says how a master key is made");
        house.says(&["make-key"]);
        assert_eq!(house.mode("master.key"), 0o600);
        assert!(house.refuses(&["make-key"]).contains("never written over"));
        house.says(&["migrate"]);
        assert!(house.says(&["doctor"]).contains("no administrator"));
        let link = house.says(&["invite-admin", "--organisation", "Byen kommune"]);
        assert!(link.starts_with("https://varde.example.no/"), "{link}");
        let served = house.serve();
        let said = house.says(&["backup", "data.varde", "--keys", "keys.varde"]);
        assert!(said.contains("the data as of") && said.contains("within 30 days"), "{said}");
        assert!(house.refuses(&["backup", "data.varde"]).contains("already"));
        assert!(house.refuses(&["restore", "data.varde"]).contains("stop it"), "not beside a server");
        stop(served);
        let doctor = house.says(&["doctor"]);
        for line in
            ["last backup of the data", "last backup of the key store", "master key: in use for 0 days", "nothing is missing"]
        {
            assert!(doctor.contains(line), "{doctor}");
        }
        restore_elsewhere(&house);
    }
}

/// On a new machine: the two files and the master key file.
fn restore_elsewhere(old: &House) {
    for new in houses() {
        for name in ["data.varde", "keys.varde", "master.key"] {
            fs::copy(in_folder(&old.folder, name), in_folder(&new.folder, name)).expect("carried over");
        }
        let said = new.says(&["restore", "data.varde", "--keys", "keys.varde"]);
        assert!(said.contains("every count agrees") && said.contains("the log holds"), "{said}");
        assert!(new.refuses(&["restore", "data.varde"]).contains("not empty"));
        new.says(&["verify-audit"]);
        if new.server.is_none() {
            assert_eq!((new.mode("varde.db"), new.mode("keys.db")), (0o600, 0o600), "for the service alone");
        }
        drop(new.serve());
    }
}

#[test]
fn a_call_that_cannot_be_done_says_what_to_do() {
    let house = House::make(None);
    house.says(&["make-key"]);
    assert!(house.refuses(&["backup", "b"]).contains("database_url"), "nothing is made by a backup");
    assert!(!in_folder(&house.folder, "varde.db").exists());
    fs::write(in_folder(&house.folder, "letter"), "Kjære kommune").expect("written");
    assert!(house.refuses(&["restore", "letter"]).contains("not a backup"));
    assert!(!in_folder(&house.folder, "varde.db").exists(), "nothing is made by a refused restore");
    assert_eq!(house.run(&["backup"]).status.code(), Some(2));
    assert_eq!(house.run(&["restore"]).status.code(), Some(2));
    for command in ["backup", "restore", "rotate-keys", "make-key"] {
        assert!(house.says(&[command, "--help"]).contains("--config"));
    }
    house.says(&["migrate"]);
    let database = in_folder(&house.folder, "varde.db");
    fs::set_permissions(&database, fs::Permissions::from_mode(0o644)).expect("opened up");
    assert!(house.refuses(&["doctor"]).contains("others may read the database"));
}

#[test]
fn a_key_that_systemd_hands_over_may_show_the_groups_bit_and_any_other_may_not() {
    let house = House::make(None);
    house.says(&["make-key"]);
    let key = in_folder(&house.folder, "master.key");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o440)).expect("as systemd leaves it");
    assert!(house.refuses(&["migrate"]).contains("chmod 600"));
    let handed_over = |mode: u32| {
        fs::set_permissions(&key, fs::Permissions::from_mode(mode)).expect("a mode");
        let done = house.command(&["migrate"]).env("CREDENTIALS_DIRECTORY", house.folder.path()).output();
        done.expect("the program runs").status.success()
    };
    assert!(handed_over(0o440), "the folder keeps others out");
    assert!(!handed_over(0o444), "but not from this");
}

#[test]
fn a_database_of_a_newer_program_is_left_alone() {
    for house in houses() {
        house.says(&["make-key"]);
        house.says(&["migrate"]);
        let file = || format!("sqlite://{}", in_folder(&house.folder, "varde.db").display());
        let db = Db::open(&house.server.as_ref().map_or_else(file, |place| place.url.clone())).expect("the database");
        let step = "INSERT INTO schema_step (part, number, applied_at) VALUES ('platform', 999, 'x')";
        db.write_here(move |tx| Ok(tx.run(step, &[])?)).expect("a step of the future");
        for command in ["serve", "migrate", "doctor"] {
            assert!(house.refuses(&[command]).contains("newer Varde"), "{command}");
        }
    }
}

#[test]
fn a_new_master_key_is_taken_into_use_and_a_change_that_was_interrupted_is_finished() {
    for house in houses() {
        house.says(&["make-key"]);
        house.says(&["migrate"]);
        house.says(&["invite-admin", "--organisation", "Byen kommune"]);
        house.says(&["backup", "before.varde", "--keys", "before.keys"]);
        let served = house.serve();
        assert!(house.refuses(&["rotate-keys"]).contains("stop every one"));
        stop(served);
        let first = fs::read_to_string(in_folder(&house.folder, "master.key")).expect("the first key");
        house.says(&["rotate-keys"]);
        let second = fs::read_to_string(in_folder(&house.folder, "master.key")).expect("the second key");
        assert!(!second.starts_with(first.trim()), "another key");
        assert_eq!((house.mode("master.key"), house.mode("master.key.before")), (0o600, 0o600));
        house.says(&["verify-audit"]);
        // The commit went through and the process was killed before the file was moved.
        fs::rename(in_folder(&house.folder, "master.key"), in_folder(&house.folder, "master.key.next")).expect("moved");
        fs::write(in_folder(&house.folder, "master.key"), &first).expect("the old key is back");
        private(&in_folder(&house.folder, "master.key"));
        assert!(house.refuses(&["serve"]).contains("finish varde rotate-keys"));
        assert!(house.refuses(&["doctor"]).contains("not finished"));
        house.says(&["rotate-keys"]);
        assert_eq!(fs::read_to_string(in_folder(&house.folder, "master.key")).expect("the key"), second);
        // An older backup of the data still opens; an older copy of the key store says which key it wants.
        let fresh = House::make(None);
        for name in ["before.varde", "before.keys", "master.key"] {
            fs::copy(in_folder(&house.folder, name), in_folder(&fresh.folder, name)).expect("carried over");
        }
        assert!(fresh.refuses(&["restore", "--keys", "before.keys"]).contains("before the master key was changed"));
        fresh.says(&["restore", "before.varde"]);
        drop(house.serve());
    }
}

#[test]
fn the_nightly_backup_keeps_data_and_keys_apart_and_neither_for_too_long() {
    let house = House::make(None);
    house.says(&["make-key"]);
    house.says(&["migrate"]);
    let (data, keys) = (in_folder(&house.folder, "data"), in_folder(&house.folder, "keys"));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packaging/nightly-backup");
    let night = |key_days: &str, keys: &Path| {
        let mut command = Command::new("sh");
        command.arg(&script).current_dir(house.folder.path()).env("VARDE_PROGRAM", env!("CARGO_BIN_EXE_varde"));
        command.env("VARDE_BACKUP_FOLDER", &data).env("VARDE_KEY_BACKUP_FOLDER", keys).env("VARDE_KEY_BACKUP_DAYS", key_days);
        command.output().expect("the script runs")
    };
    for (folder, name) in [(&data, "varde-old.backup"), (&keys, "varde-old.keys"), (&data, "letter"), (&keys, "letter")] {
        fs::create_dir_all(folder).expect("a folder");
        let file = fs::File::create(folder.join(name)).expect("a file");
        file.set_modified(std::time::SystemTime::UNIX_EPOCH).expect("long ago");
    }
    let refused = night("31", &keys);
    assert!(!refused.status.success() && String::from_utf8_lossy(&refused.stderr).contains("30 days at most"));
    assert!(!night("14", &data).status.success(), "not into one folder");
    let done = night("14", &keys);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    for (folder, ending) in [(&data, "backup"), (&keys, "keys")] {
        let names = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        let [letter, tonight] = names.as_slice() else { panic!("{names:?}") };
        assert_eq!(letter, "letter", "other people's files stay");
        assert!(tonight.starts_with("varde-20") && tonight.ends_with(ending), "{tonight}");
    }
}

/// Stopped as systemd does it, so that the lease is given back at once.
fn stop(mut served: Served) {
    let id = served.0.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill runs").success());
    assert!(served.0.wait().expect("it ends").success());
}

fn private(path: &Path) {
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("closed");
}
