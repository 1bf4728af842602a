//! A form with one file in it (`multipart/form-data`, RFC 7578), read strictly and kept in memory: it is small, or refused.
//!
//! What was typed comes before the file in our forms. So when a file is too large the words are there all the same, and the
//! page can show them again.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, HttpBody as _};
use axum::extract::Request;
use axum::http::header;

use crate::error::Error;
use crate::form::Form;

/// How long somebody may take to send a file on a slow line.
const WAIT: Duration = Duration::from_secs(300);
/// Room for everything in the form that is not the file.
const FIELDS_BYTES: usize = 64 * 1024;
/// Most fields of a form.
const MAX_FIELDS: usize = 200;
/// How much more than the limit is read and thrown away, so that the browser hears the answer.
const THROWN_AWAY: usize = 64 * 1024 * 1024;
/// Longest name of a file, in characters.
const NAME_CHARS: usize = 80;

/// A file as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Its name without any path or sign that cannot be shown. It is somebody's own words: never a path, never a header.
    pub name: String,
    /// What is in it: nothing when it was too large.
    pub bytes: Vec<u8>,
    /// It was larger than the address takes.
    pub too_large: bool,
}

/// Reads a form that may hold a file of at most so many bytes. Nothing when it is not such a form.
pub(super) async fn read(request: Request, file_bytes: usize) -> Result<(Form, Option<Upload>), Error> {
    let boundary = boundary(&request).ok_or_else(unreadable)?;
    let body = tokio::time::timeout(WAIT, read_body(request.into_body(), file_bytes + FIELDS_BYTES)).await;
    let (body, whole) = body.unwrap_or(Err(half_sent()))?;
    parts(&body, &boundary, file_bytes, whole)
}

/// Whether the request says that it holds a file.
pub(super) fn is_one(request: &Request) -> bool {
    kind(request).starts_with("multipart/form-data")
}

fn kind(request: &Request) -> &str {
    request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("")
}

/// RFC 2046: one to seventy signs, which browsers do not put in quotation marks.
fn boundary(request: &Request) -> Option<String> {
    let (_, boundary) = kind(request).split_once("boundary=")?;
    let boundary = boundary.split(';').next()?.trim().trim_matches('"');
    let fine = (1..=70).contains(&boundary.len()) && boundary.bytes().all(|byte| byte.is_ascii_graphic());
    fine.then(|| boundary.to_owned())
}

/// The body, and whether it is all there: what comes after the limit is read and thrown away.
async fn read_body(mut body: Body, limit: usize) -> Result<(Vec<u8>, bool), Error> {
    let (mut bytes, mut thrown_away) = (Vec::new(), 0);
    while let Some(frame) = poll_fn(|waker| Pin::new(&mut body).poll_frame(waker)).await {
        let Ok(data) = frame.map_err(|_| half_sent())?.into_data() else { continue };
        let room = limit.saturating_sub(bytes.len()).min(data.len());
        bytes.extend_from_slice(data.get(..room).unwrap_or_default());
        thrown_away += data.len() - room;
        if thrown_away > THROWN_AWAY {
            break;
        }
    }
    Ok((bytes, thrown_away == 0))
}

fn half_sent() -> Error {
    Error::field("form", "form-half-sent")
}

fn unreadable() -> Error {
    Error::field("form", "form-unreadable")
}

/// The fields, and the file if there is one. A file input that was left empty sends a nameless part of no bytes.
fn parts(body: &[u8], boundary: &str, file_bytes: usize, whole: bool) -> Result<(Form, Option<Upload>), Error> {
    let mark = format!("\r\n--{boundary}").into_bytes();
    let mut rest = body.strip_prefix(mark.get(2..).unwrap_or_default()).ok_or_else(unreadable)?;
    let (mut fields, mut upload) = (Vec::new(), None);
    loop {
        if rest.starts_with(b"--") {
            return Ok((Form::of(fields), upload));
        }
        let Some(part) = rest.strip_prefix(b"\r\n") else { return cut(whole, fields, upload) };
        let Some(head_end) = find(part, b"\r\n\r\n") else { return cut(whole, fields, upload) };
        let (head, content) = part.split_at_checked(head_end).ok_or_else(unreadable)?;
        let head = std::str::from_utf8(head).map_err(|_| unreadable())?;
        let content = content.get(4..).unwrap_or_default();
        let end = find(content, &mark);
        let there = content.get(..end.unwrap_or(content.len())).unwrap_or_default();
        let name = parameter(head, "name").ok_or_else(unreadable)?;
        match parameter(head, "filename") {
            Some(file) if !(file.is_empty() && there.is_empty()) => {
                if upload.is_some() {
                    return Err(unreadable());
                }
                let too_large = end.is_none() || there.len() > file_bytes;
                let bytes = if too_large { Vec::new() } else { there.to_vec() };
                upload = Some(Upload { name: shown(&file), bytes, too_large });
            }
            Some(_) => {}
            // A field that was cut off is not half taken.
            None if end.is_none() => return cut(whole, fields, upload),
            None => fields.push((name, String::from_utf8(there.to_vec()).map_err(|_| unreadable())?)),
        }
        if fields.len() > MAX_FIELDS {
            return Err(Error::field("form", "error-too-large"));
        }
        match end {
            Some(end) => rest = content.get(end + mark.len()..).unwrap_or_default(),
            None => return cut(whole, fields, upload),
        }
    }
}

/// The form ends before its end: because it was too large, with a file that says so; or because only half of it came.
fn cut(whole: bool, fields: Vec<(String, String)>, upload: Option<Upload>) -> Result<(Form, Option<Upload>), Error> {
    match (whole, &upload) {
        (true, _) => Err(half_sent()),
        (false, Some(file)) if file.too_large => Ok((Form::of(fields), upload)),
        (false, _) => Err(Error::field("form", "error-too-large")),
    }
}

fn find(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    bytes.windows(sought.len()).position(|window| window == sought)
}

/// A parameter of `Content-Disposition: form-data; name="x"; filename="y"`. Quotation marks inside a value come as `%22`.
fn parameter(head: &str, wanted: &str) -> Option<String> {
    let line = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-disposition").then(|| value.trim())
    })?;
    let mut rest = line.strip_prefix("form-data")?;
    loop {
        rest = rest.trim_start().strip_prefix(';')?.trim_start();
        let (name, value) = rest.split_once("=\"")?;
        let (value, after) = value.split_once('"')?;
        if name == wanted {
            return Some(value.replace("%22", "\""));
        }
        rest = after;
    }
}

/// A file's name as it may be shown: the last step of whatever path stood there, and nothing that writes backwards or breaks
/// a line.
fn shown(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = |letter: &char| {
        !letter.is_control()
            && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let all: Vec<char> = last.chars().filter(plain).collect();
    // The ending says what it is, so it is the beginning that gives way.
    all.iter().skip(all.len().saturating_sub(NAME_CHARS)).collect()
}

#[cfg(test)]
mod tests;
