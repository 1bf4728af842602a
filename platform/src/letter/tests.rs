//! Letters: nothing runs over the edge, everything can be read, and every sign of the product's languages is there.

use kernel::time::Timestamp;

use super::pages::{HEIGHT, WIDTH, pages};
use super::typeface::Faces;
use super::{Block, Letter, pdf};

fn faces() -> Faces {
    Faces::read().unwrap_or_else(|fault| panic!("{fault}"))
}

fn letter(points: usize) -> Letter {
    let long = "Jeg vil ha et sted å bo som er mitt, med egen dør og lys om morgenen. ".repeat(3);
    let mut blocks = vec![Block::Text("Dette er planen din.".into()), Block::Heading("Det du vil".into())];
    blocks.extend(
        (0..points).map(|n| Block::Point(format!("{n} {long}"), vec!["Hvem: Kari Nes".into(), "Innen 6. desember".into()])),
    );
    Letter {
        language: "nb",
        title: "Planen din".into(),
        sender: vec!["Kommunen".into()],
        to: vec!["Jon".into()],
        date: "22. november 2026".into(),
        blocks,
    }
}

#[test]
fn every_line_stands_within_the_page() {
    let faces = faces();
    let pages = pages(&letter(40), &faces);
    assert!(pages.len() > 2);
    for line in pages.iter().flatten() {
        let right = line.x + faces.width(&line.text, line.bold, line.size);
        assert!(right <= WIDTH - 50.0 && line.y < HEIGHT - 60.0 && line.x > 50.0, "{line:?}");
    }
}

#[test]
fn a_word_that_is_longer_than_the_line_is_broken() {
    let faces = faces();
    let mut letter = letter(0);
    letter.blocks.push(Block::Text("u".repeat(400)));
    let pages = pages(&letter, &faces);
    let broken: Vec<usize> =
        pages.iter().flatten().filter(|line| line.text.starts_with("uu")).map(|line| line.text.len()).collect();
    assert!(broken.len() > 3);
    assert_eq!(broken.iter().sum::<usize>(), 400);
}

#[test]
fn the_letters_of_norwegian_and_sami_are_there_and_others_show_that_something_stood_there() {
    let faces = faces();
    assert!("æøåÆØÅéàôáčđŋšŧžÁČĐŊŠŦŽ–«»’".chars().all(|sign| faces.has(sign)));
    let mut letter = letter(0);
    letter.blocks.push(Block::Text("日 hei".into()));
    let all: Vec<String> = pages(&letter, &faces).into_iter().flatten().map(|line| line.text).collect();
    assert!(all.contains(&"? hei".to_owned()), "{all:?}");
}

#[test]
fn the_address_stands_where_the_window_of_the_envelope_is() {
    let pages = pages(&letter(1), &faces());
    let to = pages.iter().flatten().find(|line| line.text == "Jon").expect("the receiver");
    let mm = |points: f32| points * 25.4 / 72.0;
    assert!((19.0..22.0).contains(&mm(to.x)) && (50.0..85.0).contains(&mm(to.y)), "{to:?}");
}

#[test]
fn the_document_is_tagged_and_says_its_title_and_language() {
    let made = Timestamp::parse("2026-11-22T09:00:00Z").expect("an instant");
    let bytes =
        pdf(&letter(12), made, &|page, pages| format!("side {page} av {pages}")).unwrap_or_else(|fault| panic!("{fault}"));
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.starts_with("%PDF-1.7"));
    for said in ["/StructTreeRoot", "/MarkInfo", "/Lang", "pdfuaid", "Planen din", "/Outlines"] {
        assert!(text.contains(said), "{said} is missing");
    }
    let again =
        pdf(&letter(12), made, &|page, pages| format!("side {page} av {pages}")).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(bytes, again, "the same letter twice is the same file");
}
