//! Names as they are compared. What people write is kept letter for letter; only the look-up folds.

/// Letters that some keyboards send as a letter and a mark, and what they are together: Norwegian, Swedish and Sámi ones.
const TOGETHER: [(char, char, char); 16] = [
    ('a', '\u{30a}', 'å'),
    ('a', '\u{301}', 'á'),
    ('a', '\u{308}', 'ä'),
    ('a', '\u{300}', 'à'),
    ('o', '\u{308}', 'ö'),
    ('o', '\u{301}', 'ó'),
    ('o', '\u{300}', 'ò'),
    ('e', '\u{301}', 'é'),
    ('e', '\u{300}', 'è'),
    ('u', '\u{308}', 'ü'),
    ('u', '\u{301}', 'ú'),
    ('i', '\u{301}', 'í'),
    ('c', '\u{30c}', 'č'),
    ('s', '\u{30c}', 'š'),
    ('z', '\u{30c}', 'ž'),
    ('n', '\u{301}', 'ń'),
];

/// A name for comparing: small letters, single spaces, a letter and its mark as one, and aa as å, because «Aase» and «Åse»
/// are said alike and whoever writes it down at a counter has only heard it.
#[must_use]
pub fn folded(name: &str) -> String {
    let small = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut out = String::with_capacity(small.len());
    for letter in small.chars() {
        let joined = out.chars().next_back().and_then(|before| joined(before, letter));
        match joined {
            Some(one) => {
                out.pop();
                out.push(one);
            }
            None => out.push(letter),
        }
    }
    out.replace("aa", "å")
}

fn joined(before: char, mark: char) -> Option<char> {
    TOGETHER.into_iter().find(|(letter, with, _)| *letter == before && *with == mark).map(|(.., one)| one)
}

/// The first name, folded: what a person is called across a counter.
#[must_use]
pub fn first(name: &str) -> String {
    folded(name).split(' ').next().unwrap_or_default().to_owned()
}

/// Whether a text holds eleven digits in a row, alone or as six and five: a national identity number or a D-number, which
/// nobody needs here and which is never kept.
#[must_use]
pub fn holds_identity_number(text: &str) -> bool {
    let mut digits = 0;
    let mut gap_after_six = false;
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            digits += 1;
            if digits == 11 {
                return true;
            }
        } else if digits == 6 && !gap_after_six && matches!(letter, ' ' | '\u{a0}' | '-' | '.') {
            gap_after_six = true;
        } else {
            digits = 0;
            gap_after_six = false;
        }
    }
    false
}
