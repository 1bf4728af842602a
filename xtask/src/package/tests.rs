use super::*;

/// A folder of a test's own, gone at the end.
struct Out(PathBuf);

impl Out {
    fn make(name: &str) -> Out {
        let path = env::temp_dir().join(format!("varde-package-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for the test");
        Out(path)
    }
}

impl Drop for Out {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project").to_path_buf()
}

/// The debug build beside this test; where the whole was not built, this test's own program, as the layout is the same.
fn program() -> PathBuf {
    let own = env::current_exe().expect("this test's own program");
    let beside = own.parent().and_then(Path::parent).map(|folder| folder.join("varde"));
    beside.filter(|varde| varde.exists()).unwrap_or(own)
}

fn packed(out: &Out) -> PathBuf {
    let wishes = Wishes { binary: Some(program()), out: out.0.clone(), packing: "none" };
    make(&root(), &wishes).unwrap_or_else(|why| panic!("{why}"))
}

fn told(arguments: &[&str], package: &Path) -> String {
    let mut command = Command::new("dpkg-deb");
    steps::output(command.args(arguments).arg(package)).unwrap_or_else(|why| panic!("{why}"))
}

#[test]
fn the_package_holds_the_program_its_units_and_its_papers_and_nothing_else() {
    let out = Out::make("layout");
    let package = packed(&out);
    let listed = told(&["--contents"], &package);
    let mut files: Vec<(&str, &str)> = listed
        .lines()
        .filter(|line| line.starts_with('-'))
        .map(|line| (&line[..10], line.rsplit(' ').next().expect("a name")))
        .collect();
    files.sort_unstable_by_key(|(_, name)| *name);
    let (run, read) = ("-rwxr-xr-x", "-rw-r--r--");
    assert_eq!(
        files,
        [
            (read, "./etc/varde/varde.toml"),
            (run, "./usr/bin/varde"),
            (read, "./usr/lib/systemd/system/varde-backup.service"),
            (read, "./usr/lib/systemd/system/varde-backup.timer"),
            (read, "./usr/lib/systemd/system/varde.service"),
            (run, "./usr/lib/varde/nightly-backup"),
            (read, "./usr/share/doc/varde/SECURITY.md"),
            (read, "./usr/share/doc/varde/copyright"),
            (read, "./usr/share/doc/varde/operating.md"),
        ]
    );
    assert!(listed.lines().all(|line| line.contains("root/root")), "everything belongs to root: {listed}");
    assert!(!listed.contains("master.key"), "no package brings a key");
}

#[test]
fn the_package_says_what_it_is_and_makes_its_user() {
    let out = Out::make("control");
    let package = packed(&out);
    let fields = told(&["--field"], &package);
    for field in ["Package: varde", "Version: 0.", "Depends: adduser, libc6 (>= 2."] {
        assert!(fields.contains(field), "{field}: {fields}");
    }
    assert!(!fields.contains('@') || fields.matches('@').count() == 1, "every field is filled in: {fields}");
    let script = told(&["--info"], &package);
    for name in ["conffiles", "control", "md5sums", "postinst", "postrm", "prerm"] {
        assert!(script.contains(name), "{name}: {script}");
    }
    let mut postinst = Command::new("dpkg-deb");
    let postinst = steps::output(postinst.arg("--info").arg(&package).arg("postinst")).unwrap_or_else(|why| panic!("{why}"));
    assert!(postinst.contains("adduser --system") && postinst.contains("varde make-key"));
}

#[test]
fn the_same_source_gives_the_same_bytes() {
    let (one, two) = (Out::make("one"), Out::make("two"));
    let [one, two] = [packed(&one), packed(&two)].map(|package| fs::read(package).expect("the package"));
    assert!(one == two, "two packages of the same source differ");
}

#[test]
fn the_c_library_is_the_newest_that_is_called() {
    assert_eq!(libc(b"..GLIBC_2.2.5\0GLIBC_2.34\0GLIBC_2.17\0"), "2.34");
}
