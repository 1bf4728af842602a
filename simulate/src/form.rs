//! Forms and links, read off a page as a browser reads them.

use testkit::{Browser, Page};

/// A form on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// Whether it changes something, or only asks.
    pub posts: bool,
    /// What is sent when nobody touches it: hidden fields, text that stands there, choices that are made.
    pub sent: Vec<(String, String)>,
    /// Fields to write in, with the type of the input or `area` for several lines.
    pub texts: Vec<(String, String)>,
    /// Choices of which one is made, with their values.
    pub choices: Vec<(String, Vec<String>)>,
    /// Boxes to tick, with name and value.
    pub boxes: Vec<(String, String)>,
    /// Buttons with a name of their own.
    pub buttons: Vec<(String, String)>,
    /// Other addresses that a button sends the same fields to.
    pub elsewhere: Vec<String>,
    /// Files that may be sent along.
    pub files: Vec<String>,
    /// It is sent in parts, because a file may come along.
    pub in_parts: bool,
    /// The file that is sent along: which field, and its text.
    pub file: Option<(String, String)>,
}

impl Form {
    /// What the form sends in this field as it stands.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.sent.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Sends it as it stands.
    pub async fn post(&self, browser: &mut Browser) -> Page {
        let fields: Vec<(&str, &str)> = self.sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        if !self.in_parts {
            return browser.post_only(&self.action, &fields).await;
        }
        const MARK: &str = "----mark9";
        let mut body = String::new();
        for (name, value) in fields {
            body.push_str(&format!("--{MARK}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
        }
        if let Some((name, text)) = &self.file {
            let head = format!("Content-Disposition: form-data; name=\"{name}\"; filename=\"notat.txt\"");
            body.push_str(&format!("--{MARK}\r\n{head}\r\n\r\n{text}\r\n"));
        }
        body.push_str(&format!("--{MARK}--\r\n"));
        browser.post_bytes(&self.action, &format!("multipart/form-data; boundary={MARK}"), body.into_bytes()).await
    }

    /// Puts a value in place of what stood in the field.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.sent.retain(|(field, _)| field != name);
        self.sent.push((name.to_owned(), value.into()));
    }
}

/// Every form on a page at this address, but those in the frame, which every page has. A form that does not say where it
/// goes, goes to where it stands.
#[must_use]
pub fn forms(page: &Page, at: &str) -> Vec<Form> {
    let mut found = Vec::new();
    for piece in page.html.split("<form ").skip(1) {
        let mut form = read(piece.split("</form>").next().unwrap_or_default());
        if form.action.is_empty() {
            form.action = at.split('?').next().unwrap_or_default().to_owned();
        }
        if !matches!(form.action.as_str(), "/sprak" | "/ut" | "/lukk-fort" | "/demo/inn") {
            for action in std::mem::take(&mut form.elsewhere) {
                found.push(Form { action, ..form.clone() });
            }
            found.push(form);
        }
    }
    found
}

/// The form that goes to an address with this ending.
#[must_use]
pub fn form_to(page: &Page, ending: &str) -> Option<Form> {
    forms(page, "").into_iter().find(|form| form.action.ends_with(ending))
}

/// Every way on from the page, inside the house.
#[must_use]
pub fn links(page: &Page) -> Vec<String> {
    let hrefs = page.html.split("<a ").skip(1).filter_map(|piece| attribute(piece.split('>').next()?, "href"));
    let inside = hrefs.filter(|href| href.starts_with('/') && !href.starts_with("//") && !href.starts_with("/assets"));
    inside.map(|href| href.split('#').next().unwrap_or_default().to_owned()).collect()
}

fn read(text: &str) -> Form {
    let head = text.split('>').next().unwrap_or_default();
    let mut form = Form {
        action: attribute(head, "action").unwrap_or_default(),
        posts: attribute(head, "method").is_some_and(|method| method == "post"),
        in_parts: attribute(head, "enctype").is_some(),
        ..Form::default()
    };
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let tag = rest.split('>').next().unwrap_or_default();
        let (name, inside) = (attribute(tag, "name").unwrap_or_default(), &rest[tag.len().min(rest.len())..]);
        match tag.split([' ', '>']).next().unwrap_or_default() {
            _ if has(tag, "disabled") || has(tag, "readonly") => {}
            "input" if !name.is_empty() => form.input(name, tag),
            "textarea" if !name.is_empty() => {
                let text = inside.trim_start_matches('>').split("</textarea>").next().unwrap_or_default();
                form.sent.push((name.clone(), unescape(text)));
                form.texts.push((name, "area".to_owned()));
            }
            "select" if !name.is_empty() => form.select(name, inside.split("</select>").next().unwrap_or_default()),
            "button" if attribute(tag, "formaction").is_some() => form.elsewhere.extend(attribute(tag, "formaction")),
            "button" if !name.is_empty() => form.buttons.push((name, attribute(tag, "value").unwrap_or_default())),
            _ => {}
        }
    }
    form
}

impl Form {
    fn input(&mut self, name: String, tag: &str) {
        let (kind, value) = (attribute(tag, "type").unwrap_or_default(), attribute(tag, "value").unwrap_or_default());
        let checked = has(tag, "checked");
        match kind.as_str() {
            "radio" => {
                match self.choices.iter_mut().find(|(of, _)| *of == name) {
                    Some((_, values)) => values.push(value.clone()),
                    None => self.choices.push((name.clone(), vec![value.clone()])),
                }
                if checked {
                    self.sent.push((name, value));
                }
            }
            "checkbox" => {
                self.boxes.push((name.clone(), value.clone()));
                if checked {
                    self.sent.push((name, value));
                }
            }
            "file" => self.files.push(name),
            "hidden" => self.sent.push((name, value)),
            "submit" => self.buttons.push((name, value)),
            _ => {
                self.sent.push((name.clone(), value));
                self.texts.push((name, kind));
            }
        }
    }

    fn select(&mut self, name: String, inside: &str) {
        let tags = inside.split("<option").skip(1).map(|piece| piece.split('>').next().unwrap_or_default());
        let options: Vec<(String, bool)> =
            tags.map(|tag| (attribute(tag, "value").unwrap_or_default(), has(tag, "selected"))).collect();
        let chosen = options.iter().find(|(_, chosen)| *chosen).or(options.first());
        if let Some((value, _)) = chosen {
            self.sent.push((name.clone(), value.clone()));
        }
        self.choices.push((name, options.into_iter().map(|(value, _)| value).collect()));
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!("{name}=\"")).filter(|at| *at == 0 || tag[..*at].ends_with([' ', '\n']))?;
    tag[start + name.len() + 2..].split('"').next().map(unescape)
}

fn has(tag: &str, word: &str) -> bool {
    tag.split_whitespace().any(|part| part.trim_end_matches('/') == word)
}

fn unescape(html: &str) -> String {
    let plain = html.replace("&#39;", "'").replace("&#x27;", "'").replace("&quot;", "\"").replace("&#34;", "\"");
    let plain = plain.replace("&lt;", "<").replace("&#60;", "<").replace("&gt;", ">").replace("&#62;", ">");
    plain.replace("&#38;", "&").replace("&amp;", "&")
}
