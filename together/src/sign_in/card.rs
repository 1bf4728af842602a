//! The wallet card: a code of two words and two digits, as text and as squares. Nothing on it tells what it is or whose, and
//! it opens nothing alone.

use kernel::code::Code;
use platform::access::Desk;
use platform::app::App;
use platform::error::Error;
use qrcode::{Color, QrCode};

/// How often a code is drawn again when it is in use.
pub const DRAWS: usize = 20;

/// A new code from the request's own chance.
#[must_use]
pub fn draw(desk: &Desk<'_>) -> Code {
    Code::from_bits(u64::try_from(desk.bits() >> 64).unwrap_or(0))
}

/// The only thing that is kept of a card.
#[must_use]
pub fn hash(app: &App, code: &Code) -> Vec<u8> {
    app.keys().lookup("card", &code.canonical())
}

/// Text as a picture of squares: SVG with no words in it, for a page that says the same in words.
///
/// # Errors
/// A fault when the text is too long for such a picture.
pub fn squares(text: &str) -> Result<String, Error> {
    let code = QrCode::new(text).map_err(|_| Error::fault("a text is too long for a picture of squares"))?;
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark);
    let path: String = dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % width, at / width)).collect();
    Ok(format!(
        "<svg class=\"v-qr\" viewBox=\"-2 -2 {side} {side}\" aria-hidden=\"true\" focusable=\"false\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M-2 -2h{side}v{side}h-{side}z\"/>\
         <path fill=\"#000\" d=\"{path}\"/></svg>",
        side = width + 4,
    ))
}
