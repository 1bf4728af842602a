//! Draws the lines, and tells a reader aloud what each is: heading, paragraph, point of a list.

use std::num::NonZeroU16;

use kernel::time::Timestamp;
use krilla::configure::{Configuration, Validator};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::TextDirection;
use krilla::{Document, SerializeSettings};

use super::Letter;
use super::pages::{HEIGHT, Line, Part, WIDTH};
use super::typeface::Faces;
use crate::error::Fault;

/// A drawn line: which part it belongs to, and how the document knows it.
struct Drawn {
    part: Part,
    text: String,
    at: (usize, f32),
    id: Identifier,
}

pub(super) fn draw(
    letter: &Letter,
    pages: &[Vec<Line>],
    faces: &Faces,
    made_at: Timestamp,
    page_words: &dyn Fn(usize, usize) -> String,
) -> Result<Vec<u8>, Fault> {
    let configuration = Configuration::new_with_validator(Validator::UA1);
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    document.set_metadata(metadata(letter, made_at));
    let paper = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| Fault::new("a page of a letter has no size"))?;
    let mut drawn = Vec::new();
    for (number, lines) in pages.iter().enumerate() {
        let mut page = document.start_page_with(paper.clone());
        let mut surface = page.surface();
        for line in lines {
            let id = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            put(&mut surface, line, faces);
            surface.end_tagged();
            drawn.push(Drawn { part: line.part, text: line.text.clone(), at: (number, line.y), id });
        }
        surface.start_tagged(ContentTag::Artifact(ArtifactType::Footer));
        put(&mut surface, &footer(page_words(number + 1, pages.len()), faces), faces);
        surface.end_tagged();
        surface.finish();
        page.finish();
    }
    document.set_outline(outline(&drawn));
    document.set_tag_tree(tags(drawn, letter));
    // What krilla says could name words of the letter, so it is not passed on.
    document.finish().map_err(|_| Fault::new("the letter could not be made so that everybody can read it"))
}

fn put(surface: &mut Surface<'_>, line: &Line, faces: &Faces) {
    let at = Point::from_xy(line.x, line.y);
    surface.draw_text(at, faces.font(line.bold), line.size, &line.text, false, TextDirection::LeftToRight);
}

fn footer(text: String, faces: &Faces) -> Line {
    let x = WIDTH - 57.0 - faces.width(&text, false, 9.0);
    Line { text, x, y: HEIGHT - 40.0, size: 9.0, bold: false, part: Part::Head(9) }
}

fn metadata(letter: &Letter, made_at: Timestamp) -> Metadata {
    let (year, month, day) = made_at.day().parts();
    let made = DateTime::new(u16::try_from(year).unwrap_or(0))
        .month(u8::try_from(month).unwrap_or(1))
        .day(u8::try_from(day).unwrap_or(1));
    Metadata::new().title(letter.title.clone()).language(letter.language.to_owned()).creation_date(made)
}

/// The headings, for whoever jumps between them.
fn outline(drawn: &[Drawn]) -> Outline {
    let mut outline = Outline::new();
    let mut last = None;
    for line in drawn.iter().filter(|line| matches!(line.part, Part::Title | Part::Heading(_))) {
        if last != Some(line.part) {
            let (page, y) = line.at;
            outline.push_child(OutlineNode::new(
                line.text.clone(),
                XyzDestination::new(page, Point::from_xy(0.0, (y - 20.0).max(0.0))),
            ));
        }
        last = Some(line.part);
    }
    outline
}

/// Lines of one part are one element, and points that follow each other are one list.
fn tags(drawn: Vec<Drawn>, letter: &Letter) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(letter.language.to_owned()));
    let mut list: Option<TagGroup> = None;
    let mut parts: Vec<(Part, Vec<Drawn>)> = Vec::new();
    for line in drawn {
        match parts.last_mut() {
            Some((part, lines)) if *part == line.part => lines.push(line),
            _ => parts.push((line.part, vec![line])),
        }
    }
    for (part, lines) in parts {
        let words = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
        let ids = lines.into_iter().map(|line| line.id);
        if let Part::Point(_) = part {
            let mut body = TagGroup::new(Tag::LBody);
            ids.for_each(|id| body.push(id));
            let mut point = TagGroup::new(Tag::LI);
            point.push(body);
            list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::None))).push(point);
            continue;
        }
        if let Some(list) = list.take() {
            tree.push(list);
        }
        let mut group = match part {
            Part::Title => TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(words))),
            Part::Heading(_) => TagGroup::new(Tag::Hn(NonZeroU16::MIN.saturating_add(1), Some(words))),
            Part::Head(_) | Part::Text(_) | Part::Point(_) => TagGroup::new(Tag::P),
        };
        ids.for_each(|id| group.push(id));
        tree.push(group);
    }
    if let Some(list) = list {
        tree.push(list);
    }
    tree
}
