//! Makes what the browser gets: the style sheet, its floor, the icons and the script.
//!
//! The sources lie in `web/`; the design system comes from npm with a lock file. Everything made here
//! goes to `OUT_DIR`, nothing into the source tree. A failure ends the build with one sentence that
//! names the remedy.

#[path = "build/assets.rs"]
mod assets;
#[path = "build/css.rs"]
mod css;
#[path = "build/design.rs"]
mod design;
#[path = "build/icons.rs"]
mod icons;

use std::path::{Path, PathBuf};

/// The Designsystemet component files the pages use, in the order of the cascade.
const BASE: [&str; 1] = ["base"];
const COMPONENTS: [&str; 5] = ["button", "input", "label", "skip-link", "tag"];

/// The weights in which letters are set.
const TYPEFACE: [&str; 2] = ["400Regular", "700Bold"];

/// Our own layer, in the order of the cascade.
const LOOK: [&str; 8] = ["ground", "frame", "parts", "lists", "person", "staff", "door", "print"];

fn main() {
    println!("cargo:rerun-if-changed=web");
    let web = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("web");
    let out = PathBuf::from(variable("OUT_DIR"));

    let design = design::prepare(&web, &out.join("design"));
    let made = [
        ("STYLE", "varde", "css", style(&web, &design)),
        ("FLOOR", "gulv", "css", css::minify(&read(&web.join("gulv.css")))),
        ("SCRIPT", "varde", "js", read(&web.join("varde.js"))),
        ("PASSKEY", "passkey", "js", read(&web.join("passkey.js"))),
        ("MEETING", "meeting", "js", read(&web.join("meeting.js"))),
        ("ICONS", "icons", "svg", icons::sprite(&read(&web.join("mark.svg")), &read(&web.join("icons.txt")), &design.icons())),
    ];
    assets::write(&out, &made);
    for weight in TYPEFACE {
        copy(&design.typeface(weight), &out.join(weight).with_extension("ttf"));
    }
}

/// Theme, Designsystemet and our own layer in one sheet, without what no rule uses.
fn style(web: &Path, design: &design::Design) -> String {
    let mut sheet = String::from("@layer ds.theme,ds.base,ds.components,varde;");
    sheet += &css::minify(&read(&design.theme()));
    for (layer, names) in [("ds.base", BASE.as_slice()), ("ds.components", COMPONENTS.as_slice())] {
        for name in names {
            let rules = css::minify(&read(&design.component(name)));
            sheet += &format!("@layer {layer}{{{rules}}}");
        }
    }
    for name in LOOK {
        sheet += &css::minify(&read(&web.join("css").join(name).with_extension("css")));
    }
    css::without_unused_properties(&sheet)
}

/// Copies a file as it is.
fn copy(from: &Path, to: &Path) {
    if let Err(error) = std::fs::copy(from, to) {
        fail(&format!("Cannot copy {}: {error}. Remove the build folder and build again.", from.display()));
    }
}

/// The text of a file, or the end of the build.
fn read(path: &Path) -> String {
    std::fs::read_to_string(path)
        .unwrap_or_else(|error| fail(&format!("Cannot read {}: {error}. Restore the file and build again.", path.display())))
}

/// A variable that cargo always sets for a build script.
fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| fail(&format!("{name} is not set. Build with cargo.")))
}

/// Writes one file.
fn write(path: &Path, text: &str) {
    if let Err(error) = std::fs::write(path, text) {
        fail(&format!("Cannot write {}: {error}. See that the build folder has room and can be written to.", path.display()));
    }
}

/// Ends the build with one sentence.
#[expect(clippy::panic, reason = "a build script has no other way to say what went wrong")]
fn fail(sentence: &str) -> ! {
    panic!("{sentence}")
}
