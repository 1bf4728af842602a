//! Letters on paper: A4, the address where the window of a C5 envelope is, tagged so that it can be read aloud.
//!
//! A letter is blocks of words. [`pages`] says where each line stands, and [`draw`] puts them on the page; nothing in
//! between measures anything by eye.

mod draw;
mod pages;
mod typeface;

#[cfg(test)]
mod tests;

use kernel::time::Timestamp;

use crate::error::Fault;

/// A letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// The language of the words (BCP 47).
    pub language: &'static str,
    /// What it is about: the first heading, and the title of the document.
    pub title: String,
    /// Who sends it, at the top to the left.
    pub sender: Vec<String>,
    /// To whom, where the window is.
    pub to: Vec<String>,
    /// The day in words.
    pub date: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A piece of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading within the letter.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// One point of a list, with smaller lines under it.
    Point(String, Vec<String>),
}

/// Makes the PDF: PDF/UA-1. `page` says «side 1 av 2».
///
/// # Errors
/// A [`Fault`] when the typeface cannot be read, or the document would not be one that everybody can read.
pub fn pdf(letter: &Letter, made_at: Timestamp, page: &dyn Fn(usize, usize) -> String) -> Result<Vec<u8>, Fault> {
    let faces = typeface::Faces::read()?;
    let pages = pages::pages(letter, &faces);
    draw::draw(letter, &pages, &faces, made_at, page)
}
