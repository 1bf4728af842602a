//! A browser without a screen: keeps cookies, sends forms with the token of the page they stand on, follows one redirect.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use kernel::language::Language;
use tower::ServiceExt as _;

/// Somebody's browser.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    token: Option<String>,
    agent: Option<&'static str>,
}

/// A page as it came.
#[derive(Clone, Debug)]
pub struct Page {
    /// Status.
    pub status: u16,
    /// Where it sent the browser, before the redirect was followed.
    pub location: Option<String>,
    /// Every header it came with.
    pub headers: HeaderMap,
    /// The page itself.
    pub html: String,
}

impl Page {
    /// Whether the page says this, in text or in an attribute.
    #[must_use]
    pub fn says(&self, text: &str) -> bool {
        unescape(&self.html).contains(text)
    }

    /// The value of the first attribute that begins so: `attribute("href=\"/planen/")`.
    #[must_use]
    pub fn attribute(&self, start: &str) -> Option<String> {
        let at = self.html.find(start)?;
        let open = start.rfind('"').map_or(start.len(), |quote| quote + 1);
        let rest = self.html.get(at + open..)?;
        rest.split('"').next().map(str::to_owned)
    }
}

fn unescape(html: &str) -> String {
    let plain = html.replace("&#39;", "'").replace("&#x27;", "'").replace("&quot;", "\"").replace("&#34;", "\"");
    let plain = plain.replace("&lt;", "<").replace("&#60;", "<").replace("&gt;", ">").replace("&#62;", ">");
    plain.replace("&#38;", "&").replace("&amp;", "&").replace('\u{a0}', " ")
}

impl Browser {
    pub(crate) fn new(router: Router, session: Option<String>) -> Browser {
        let cookies = session.map(|opener| ("varde".to_owned(), opener)).into_iter().collect();
        Browser { router, cookies, token: None, agent: None }
    }

    pub(crate) fn speaking(mut self, language: Language) -> Browser {
        self.cookies.insert("sprak".into(), language.code().into());
        self
    }

    /// A browser that says what it is (`User-Agent`).
    #[must_use]
    pub fn saying_it_is(mut self, agent: &'static str) -> Browser {
        self.agent = Some(agent);
        self
    }

    /// From now on it talks to this process; its cookies are its own.
    pub fn turn_to(&mut self, town: &crate::Town) {
        self.router = town.router();
    }

    /// Nobody answers it any more: it holds on to no process.
    pub fn turn_away(&mut self) {
        self.router = Router::new();
    }

    /// What it keeps under this name.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Opens a page.
    ///
    /// # Panics
    /// When the product gives no answer at all.
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    /// Sends a form with the token of the last page that had one, and follows the redirect.
    ///
    /// # Panics
    /// When the product gives no answer at all.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let sent = self.post_only(path, fields).await;
        match sent.location.clone() {
            Some(to) if sent.status == 303 => Page { location: Some(to.clone()), ..self.get(&to).await },
            _ => sent,
        }
    }

    /// Sends a form and stays where it ends: the answer itself, without following.
    ///
    /// # Panics
    /// When the product gives no answer at all.
    pub async fn post_only(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let token = self.token.clone().unwrap_or_default();
        let with_token = fields.iter().any(|(name, _)| *name == "token");
        let own = [("token", token.as_str())];
        let all = fields.iter().chain(own.iter().filter(|_| !with_token));
        let body: Vec<String> = all.map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.join("&")))
            .expect("a request");
        self.send(request).await
    }

    /// Sends a form with a file, with the token of the last page, and stays where it ends.
    ///
    /// # Panics
    /// When the product gives no answer at all.
    pub async fn post_file(&mut self, path: &str, fields: &[(&str, &str)], (field, name): (&str, &str), content: &[u8]) -> Page {
        const MARK: &str = "----mark7";
        let token = self.token();
        let mut body = Vec::new();
        for (field, value) in fields.iter().chain(&[("token", token.as_str())]) {
            let part = format!("--{MARK}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!("--{MARK}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(format!("\r\n--{MARK}--\r\n").as_bytes());
        self.post_bytes(path, &format!("multipart/form-data; boundary={MARK}"), body).await
    }

    /// Sends any bytes of any kind, and stays where it ends.
    ///
    /// # Panics
    /// When the product gives no answer at all.
    pub async fn post_bytes(&mut self, path: &str, kind: &str, body: Vec<u8>) -> Page {
        let request = Request::post(path).header(header::CONTENT_TYPE, kind).body(Body::from(body)).expect("a request");
        self.send(request).await
    }

    /// The token of the last page: to send a form twice.
    #[must_use]
    pub fn token(&self) -> String {
        self.token.clone().unwrap_or_default()
    }

    /// Sends any request as this browser.
    ///
    /// # Panics
    /// When the product gives no answer at all.
    pub async fn send(&mut self, mut request: Request<Body>) -> Page {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            let line = cookies.join("; ").parse().expect("cookies are plain text");
            request.headers_mut().insert(header::COOKIE, line);
        }
        if let Some(agent) = self.agent {
            request.headers_mut().insert(header::USER_AGENT, header::HeaderValue::from_static(agent));
        }
        let response = self.router.clone().oneshot(request).await.expect("the router always answers");
        for line in response.headers().get_all(header::SET_COOKIE) {
            self.keep(line.to_str().expect("cookies are plain text"));
        }
        let (status, headers) = (response.status(), response.headers().clone());
        let location = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned);
        let bytes = to_bytes(response.into_body(), 8 << 20).await.expect("the whole page");
        // A file that is saved may be anything; a page is UTF-8.
        let html = if headers.contains_key(header::CONTENT_DISPOSITION) {
            String::from_utf8_lossy(&bytes).into_owned()
        } else {
            String::from_utf8(bytes.to_vec()).expect("pages are UTF-8")
        };
        let page = Page { status: status.as_u16(), location, headers, html };
        if status != StatusCode::SEE_OTHER {
            self.token = page.attribute("name=\"token\" value=\"").or(self.token.take());
        }
        page
    }

    fn keep(&mut self, line: &str) {
        let Some((name, value)) = line.split(';').next().and_then(|pair| pair.split_once('=')) else { return };
        if line.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

fn encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}
