//! Writes the made files with their hash in the name, and the Rust table that embeds them.

use std::path::Path;

/// Constant, stem, ending and text of one made file.
type Made = (&'static str, &'static str, &'static str, String);

/// Writes each file and `assets.rs`, which the crate includes.
pub fn write(out: &Path, made: &[Made]) {
    let mut paths = String::new();
    let mut table = String::from("/// Everything the browser may fetch under `/assets/`.\npub const ASSETS: &[Asset] = &[\n");
    for (constant, stem, ending, text) in made {
        let name = format!("{stem}-{:08x}.{ending}", hash(text));
        crate::write(&out.join(format!("{stem}.{ending}")), text);
        paths += &format!("/// The address of `{stem}.{ending}`.\npub const {constant}: &str = \"/assets/{name}\";\n");
        table += &format!(
            "    Asset {{ name: \"{name}\", mime: \"{}\", bytes: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{stem}.{ending}\")) }},\n",
            mime(ending)
        );
    }
    crate::write(&out.join("assets.rs"), &format!("{paths}{table}];\n"));
}

/// The media type that goes with a file ending.
fn mime(ending: &str) -> &'static str {
    match ending {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        _ => "image/svg+xml",
    }
}

/// FNV-1a folded to 32 bits: enough to tell two versions of one file apart, never used for secrets.
fn hash(text: &str) -> u32 {
    let long = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (long ^ (long >> 32)) as u32
}
