//! The typeface of letters: it comes with the design packages when the house is built, and has the letters of Sámi.

use krilla::text::Font;
use ttf_parser::Face;

use crate::error::Fault;

static REGULAR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/400Regular.ttf"));
static BOLD: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/700Bold.ttf"));

/// The two weights, to measure with and to draw with.
pub(super) struct Faces {
    regular: (Face<'static>, Font),
    bold: (Face<'static>, Font),
}

impl Faces {
    pub(super) fn read() -> Result<Faces, Fault> {
        Ok(Faces { regular: weight(REGULAR)?, bold: weight(BOLD)? })
    }

    pub(super) fn font(&self, bold: bool) -> Font {
        if bold { self.bold.1.clone() } else { self.regular.1.clone() }
    }

    /// Whether there is a sign for it. What has none is drawn as a question mark, and not as an empty box.
    pub(super) fn has(&self, sign: char) -> bool {
        self.regular.0.glyph_index(sign).is_some() && self.bold.0.glyph_index(sign).is_some()
    }

    /// How wide a line is, in points.
    pub(super) fn width(&self, text: &str, bold: bool, size: f32) -> f32 {
        let face = if bold { &self.bold.0 } else { &self.regular.0 };
        let advance = |sign: char| face.glyph_index(sign).and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or(500);
        let units: f32 = text.chars().map(|sign| f32::from(advance(sign))).sum();
        units * size / f32::from(face.units_per_em())
    }
}

fn weight(bytes: &'static [u8]) -> Result<(Face<'static>, Font), Fault> {
    let face = Face::parse(bytes, 0).ok();
    let font = Font::new(bytes.into(), 0);
    face.zip(font).ok_or_else(|| Fault::new("the typeface of letters cannot be read; build the house anew"))
}
