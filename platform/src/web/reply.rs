//! What goes back: a page or a way to one.

use askama::Template;
use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};

use crate::error::Error;

/// An answer on its way out.
#[derive(Debug)]
pub struct Reply {
    status: StatusCode,
    html: String,
    location: Option<String>,
    cookies: Vec<String>,
    clear: bool,
    file: Option<(&'static str, &'static str, Vec<u8>)>,
}

/// Draws a template: for panels.
///
/// # Errors
/// A fault when the template cannot be drawn.
pub fn html(template: &impl Template) -> Result<String, Error> {
    template.render().map_err(|_| Error::fault("a page could not be drawn"))
}

impl Reply {
    /// A page.
    ///
    /// # Errors
    /// A fault when the template cannot be drawn.
    pub fn page(template: &impl Template) -> Result<Reply, Error> {
        Ok(Reply { status: StatusCode::OK, html: html(template)?, location: None, cookies: Vec::new(), clear: false, file: None })
    }

    /// On to another page, by GET.
    #[must_use]
    pub fn to(path: impl Into<String>) -> Reply {
        Reply {
            status: StatusCode::SEE_OTHER,
            html: String::new(),
            location: Some(path.into()),
            cookies: Vec::new(),
            clear: false,
            file: None,
        }
    }

    /// A file that is saved under this name instead of shown. The name tells nothing about anyone.
    #[must_use]
    pub fn file(mime: &'static str, name: &'static str, bytes: Vec<u8>) -> Reply {
        Reply { status: StatusCode::OK, location: None, file: Some((mime, name, bytes)), ..Reply::to("") }
    }

    /// With another status: 422 for a form that came back.
    #[must_use]
    pub fn status(self, status: u16) -> Reply {
        Reply { status: StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), ..self }
    }

    /// With a cookie. The value is ours; nothing typed goes here.
    #[must_use]
    pub fn cookie(mut self, cookie: String) -> Reply {
        self.cookies.push(cookie);
        self
    }

    /// Asks the browser to forget what it has kept: signing out on a shared device.
    #[must_use]
    pub fn forgetting(self) -> Reply {
        Reply { clear: true, ..self }
    }

    pub(super) fn respond(self) -> Response<Body> {
        let (mime, name, body) = match self.file {
            Some((mime, name, bytes)) => (mime, Some(name), Body::from(bytes)),
            None => ("text/html; charset=utf-8", None, Body::from(self.html)),
        };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
        let saved = name.and_then(|name| HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")).ok());
        if let Some(saved) = saved {
            headers.insert(header::CONTENT_DISPOSITION, saved);
        }
        if let Some(location) = self.location.and_then(|path| HeaderValue::from_str(&path).ok()) {
            headers.insert(header::LOCATION, location);
        }
        for cookie in self.cookies {
            if let Ok(value) = HeaderValue::from_str(&cookie) {
                headers.append(header::SET_COOKIE, value);
            }
        }
        if self.clear {
            headers.insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
        }
        response
    }
}
