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
const COMPONENTS: [&str; 6] = ["button", "field", "input", "label", "skip-link", "tag"];

/// Our own layer, in the order of the cascade.
const LOOK: [&str; 7] = ["ground", "frame", "parts", "lists", "person", "staff", "print"];

fn main() {
    println!("cargo:rerun-if-changed=web");
    let web = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("web");
    let out = PathBuf::from(variable("OUT_DIR"));

    let design = design::prepare(&web, &out.join("design"));
    let made = [
        ("STYLE", "varde", "css", style(&web, &design)),
        ("FLOOR", "gulv", "css", floor(&web)),
        ("SCRIPT", "varde", "js", read(&web.join("varde.js"))),
        ("ICONS", "icons", "svg", icons::sprite(&read(&web.join("mark.svg")), &read(&web.join("icons.txt")), &design.icons())),
    ];
    assets::write(&out, &made);
}

/// Theme, Designsystemet and our own layer in one sheet, without what no rule uses.
fn style(web: &Path, design: &design::Design) -> String {
    let mut sheet = String::from("@layer ds.theme,ds.base,ds.components,varde;");
    sheet += &css::without_rules(&css::minify(&read(&design.theme())), &css::COLOURS_NOT_USED);
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

/// The floor under the design. Its dress comes twice: unlayered for browsers that cannot show the full
/// design, and in the lowest layer for those that can but did not get the big sheet.
fn floor(web: &Path) -> String {
    let everywhere = css::minify(&read(&web.join("gulv.css")));
    let dress = css::minify(&read(&web.join("gulv-dress.css")));
    format!("@layer gulv{{{dress}}}{everywhere}@supports not (height:1dvh){{{dress}}}")
}

/// The text of a file, or the end of the build.
fn read(path: &Path) -> String {
    std::fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("Cannot read {}: {error}. Restore the file and build again.", path.display()))
}

/// A variable that cargo always sets for a build script.
fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set. Build with cargo."))
}
