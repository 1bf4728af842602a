//! Where each line of a letter stands.

use super::typeface::Faces;
use super::{Block, Letter};

/// A millimetre in points.
const MM: f32 = 72.0 / 25.4;
/// The width of A4.
pub(super) const WIDTH: f32 = 210.0 * MM;
/// The height of A4.
pub(super) const HEIGHT: f32 = 297.0 * MM;
const LEFT: f32 = 20.0 * MM;
const TEXT_WIDTH: f32 = WIDTH - 2.0 * LEFT;
const TOP: f32 = 20.0 * MM;
const BOTTOM: f32 = HEIGHT - 25.0 * MM;
/// Folded once and in the left window of a C5 envelope, this is where the address shows.
const ADDRESS: f32 = 52.0 * MM;
/// The heading stands below the fold of the window.
const BODY: f32 = 92.0 * MM;
const INDENT: f32 = 5.0 * MM;
const SIZE: f32 = 11.0;
const LEADING: f32 = 1.4;

/// What a line is part of: lines that follow each other in one are read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Sender, receiver and date.
    Head(usize),
    /// The letter's heading.
    Title,
    /// A heading within it.
    Heading(usize),
    /// A paragraph.
    Text(usize),
    /// One point of a list.
    Point(usize),
}

/// A line in its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) part: Part,
}

struct Setter<'a> {
    faces: &'a Faces,
    pages: Vec<Vec<Line>>,
    y: f32,
}

/// The lines of each page.
pub(super) fn pages(letter: &Letter, faces: &Faces) -> Vec<Vec<Line>> {
    let mut setter = Setter { faces, pages: vec![Vec::new()], y: TOP };
    setter.lines(&letter.sender, LEFT, SIZE - 1.0, Part::Head(0));
    setter.y = ADDRESS;
    setter.lines(&letter.to, LEFT, SIZE, Part::Head(1));
    setter.y = ADDRESS;
    setter.lines(std::slice::from_ref(&letter.date), WIDTH - LEFT - 50.0 * MM, SIZE, Part::Head(2));
    setter.y = BODY;
    setter.words(&letter.title, 0.0, 18.0, true, Part::Title);
    for (n, block) in letter.blocks.iter().enumerate() {
        match block {
            Block::Heading(words) => {
                setter.y += 10.0;
                setter.room_for(3.0 * SIZE * LEADING);
                setter.words(words, 0.0, 13.0, true, Part::Heading(n));
            }
            Block::Text(words) => {
                setter.y += 4.0;
                setter.words(words, 0.0, SIZE, false, Part::Text(n));
            }
            Block::Point(words, details) => {
                setter.y += 4.0;
                setter.room_for((1.0 + f32::from(u8::try_from(details.len()).unwrap_or(9))) * SIZE * LEADING);
                setter.words(&format!("– {words}"), 0.0, SIZE, false, Part::Point(n));
                for detail in details {
                    setter.words(detail, INDENT, SIZE - 1.0, false, Part::Point(n));
                }
            }
        }
    }
    setter.pages
}

impl Setter<'_> {
    /// Lines that are not broken.
    fn lines(&mut self, lines: &[String], x: f32, size: f32, part: Part) {
        for line in lines {
            self.line(self.drawable(line), x, size, false, part);
        }
    }

    /// A text, broken where it must be.
    fn words(&mut self, text: &str, indent: f32, size: f32, bold: bool, part: Part) {
        let width = TEXT_WIDTH - indent;
        for paragraph in self.drawable(text).lines() {
            for line in self.broken(paragraph, width, size, bold) {
                self.line(line, LEFT + indent, size, bold, part);
            }
        }
    }

    fn broken(&self, text: &str, width: f32, size: f32, bold: bool) -> Vec<String> {
        let (mut lines, mut line) = (Vec::new(), String::new());
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            for piece in self.pieces(word, width, size, bold) {
                let longer = if line.is_empty() { piece.clone() } else { format!("{line} {piece}") };
                if line.is_empty() || self.faces.width(&longer, bold, size) <= width {
                    line = longer;
                } else {
                    lines.push(std::mem::replace(&mut line, piece));
                }
            }
        }
        lines.extend(Some(line).filter(|line| !line.is_empty()));
        lines
    }

    /// A word that is longer than a line is broken where the line ends.
    fn pieces(&self, word: &str, width: f32, size: f32, bold: bool) -> Vec<String> {
        let mut pieces = vec![String::new()];
        for sign in word.chars() {
            let Some(piece) = pieces.last_mut() else { continue };
            piece.push(sign);
            if self.faces.width(piece, bold, size) > width {
                piece.pop();
                pieces.push(sign.to_string());
            }
        }
        pieces
    }

    /// A sign that the typeface lacks becomes a question mark, so that one sees that something stood there.
    fn drawable(&self, text: &str) -> String {
        let sign = |sign: char| match sign {
            '\n' => sign,
            _ if sign.is_whitespace() => ' ',
            _ if self.faces.has(sign) => sign,
            _ => '?',
        };
        text.chars().map(sign).collect()
    }

    fn room_for(&mut self, height: f32) {
        if self.y + height > BOTTOM {
            self.pages.push(Vec::new());
            self.y = TOP;
        }
    }

    fn line(&mut self, text: String, x: f32, size: f32, bold: bool, part: Part) {
        self.room_for(size * LEADING);
        self.y += size * LEADING;
        let line = Line { text, x, y: self.y, size, bold, part };
        if let Some(page) = self.pages.last_mut() {
            page.push(line);
        }
    }
}
