//! Everything we build on must be free to use in an Apache-2.0 product, and nothing is built that we chose against. What the
//! lock file names for a feature nobody asked for is not built and is not judged.

use super::{Fault, packages::UNWANTED};
use std::{env, path::Path, process::Command};

/// Licences that can go into an Apache-2.0 product without further duties on it. `deny.toml` holds the same list.
const FREE: [&str; 15] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Packages allowed under MPL-2.0, which asks only that changes to those files stay open.
const MPL: [&str; 5] = ["webauthn-", "crypto-glue", "base64urlsafedata", "option-ext", "colored"];

/// Asks cargo for the licence of every package, on every platform.
pub fn faults(root: &Path) -> Result<Vec<Fault>, String> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let answer = Command::new(cargo)
        .args(["tree", "--workspace", "--locked", "--target", "all", "--edges", "normal,build,dev"])
        .args(["--prefix", "none", "--no-dedupe", "--format", "{l}|{p}"])
        .current_dir(root)
        .output()
        .map_err(|why| format!("cannot run cargo tree: {why}"))?;
    if !answer.status.success() {
        return Err(format!("cargo tree could not list the packages: {}", String::from_utf8_lossy(&answer.stderr).trim()));
    }
    Ok(judge(&String::from_utf8_lossy(&answer.stdout)))
}

/// Judges lines of the form `licence|package version`.
fn judge(lines: &str) -> Vec<Fault> {
    let refused = lines.lines().filter(|line| !line.is_empty()).filter_map(|line| {
        let (licence, package) = line.split_once('|')?;
        let name = package.split(' ').next().unwrap_or_default();
        let mpl = MPL.iter().any(|start| name.starts_with(start));
        let what = match licence {
            "" => format!("{name} names no licence"),
            _ => format!("{name} is under {licence}, which is not on the list"),
        };
        (!is_free(licence, mpl)).then(|| Fault::of("Cargo.lock", what))
    });
    refused.chain(unwanted(lines)).collect()
}

fn unwanted(lines: &str) -> impl Iterator<Item = Fault> {
    let built = |name: &str| lines.lines().any(|line| line.split(['|', ' ']).any(|word| word == name));
    let found = UNWANTED.iter().filter(move |(name, _)| built(name));
    found.map(|(name, instead)| Fault::of("Cargo.lock", format!("{name} came in: {instead}")))
}

/// Whether a licence expression leaves us a free choice. An old slash means OR.
fn is_free(expression: &str, mpl: bool) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (free, rest) = either(&words, mpl);
    free && rest.is_empty()
}

fn either<'a>(words: &'a [&'a str], mpl: bool) -> (bool, &'a [&'a str]) {
    let (mut free, mut rest) = both(words, mpl);
    while let ["OR", after @ ..] = rest {
        let (other, after) = both(after, mpl);
        free |= other;
        rest = after;
    }
    (free, rest)
}

fn both<'a>(words: &'a [&'a str], mpl: bool) -> (bool, &'a [&'a str]) {
    let (mut free, mut rest) = single(words, mpl);
    while let ["AND", after @ ..] = rest {
        let (other, after) = single(after, mpl);
        free &= other;
        rest = after;
    }
    (free, rest)
}

fn single<'a>(words: &'a [&'a str], mpl: bool) -> (bool, &'a [&'a str]) {
    match words {
        ["(", inside @ ..] => match either(inside, mpl) {
            (free, [")", rest @ ..]) => (free, rest),
            (_, rest) => (false, rest),
        },
        [licence, "WITH", exception, rest @ ..] => (FREE.contains(&format!("{licence} WITH {exception}").as_str()), rest),
        [licence, rest @ ..] => (FREE.contains(licence) || (mpl && *licence == "MPL-2.0"), rest),
        [] => (false, words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_read_as_lawyers_read_them() {
        for free in [
            "MIT",
            "MIT OR GPL-3.0",
            "GPL-2.0/Apache-2.0",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-3.0",
        ] {
            assert!(is_free(free, false), "{free}");
        }
        for bound in ["", "GPL-3.0", "MIT AND GPL-3.0", "AGPL-3.0 OR SSPL-1.0", "MPL-2.0", "(MIT", "MIT WITH odd-exception"] {
            assert!(!is_free(bound, false), "{bound}");
        }
    }

    #[test]
    fn a_planted_package_is_found() {
        let found = judge(
            "MIT OR Apache-2.0|serde v1.0.0\nGPL-3.0-only|viral v1.0.0\n|nameless v0.1.0\nMPL-2.0|webauthn-rs v0.6.0\nMPL-2.0|other v1.0.0\nMIT|native-tls v0.2.0\n",
        );
        let names: Vec<_> = found.iter().map(|fault| fault.what.split(' ').next().unwrap()).collect();
        assert_eq!(names, ["viral", "nameless", "other", "native-tls"]);
    }
}
