//! Forms: fields as they were typed, and the one-use token that is both the guard against forged forms and the key that
//! makes sending twice harmless.

use kernel::text::{Text, TextFault};
use kernel::time::Timestamp;

use crate::access::Settled;
use crate::args;
use crate::ctx::Ctx;
use crate::db::{Insert, Tx};
use crate::error::{Error, Fault, FieldError};
use crate::keys::{Cell, PersonKey, hex, keyed_hash, unhex};

/// How long a page may stand open before its form has to be sent once more.
const TOKEN_LIFE_S: i64 = 24 * 3600;

/// The fields of a form, in the order they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads `application/x-www-form-urlencoded`.
    ///
    /// # Errors
    /// [`Error::Invalid`] when it is not UTF-8.
    pub fn read(body: &[u8]) -> Result<Form, Error> {
        let pairs = body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
        let fields: Option<Vec<_>> = pairs.map(read_pair).collect();
        fields.map(Form).ok_or_else(|| Error::field("form", "form-unreadable"))
    }

    /// Fields that were read already: a form that came with a file.
    pub(crate) fn of(fields: Vec<(String, String)>) -> Form {
        Form(fields)
    }

    /// The value of a field, empty when it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }

    /// All values of a field: check boxes.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Whether the field was sent at all: a button.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| field == name)
    }

    /// Refuses fields that are not ours, so that nothing typed is dropped in silence.
    ///
    /// # Errors
    /// [`Error::Invalid`].
    pub fn only(&self, names: &[&str]) -> Result<(), Error> {
        let known = |field: &str| field == "token" || names.contains(&field);
        if self.0.iter().all(|(field, _)| known(field)) {
            return Ok(());
        }
        Err(Error::field("form", "form-unknown-field"))
    }

    /// Free text that must be there.
    ///
    /// # Errors
    /// The field error to show beside it.
    pub fn text(&self, name: &'static str, max_chars: usize) -> Result<Text, FieldError> {
        Text::parse(self.get(name), max_chars).map_err(|fault| FieldError::new(name, text_key(&fault)))
    }

    /// Free text that may be left out.
    ///
    /// # Errors
    /// The field error to show beside it.
    pub fn text_or_none(&self, name: &'static str, max_chars: usize) -> Result<Option<Text>, FieldError> {
        Text::parse_optional(self.get(name), max_chars).map_err(|fault| FieldError::new(name, text_key(&fault)))
    }
}

fn text_key(fault: &TextFault) -> &'static str {
    match fault {
        TextFault::Empty => "form-write-something",
        TextFault::TooLong { .. } => "form-too-long",
        TextFault::Control => "form-unreadable-signs",
    }
}

fn read_pair(pair: &[u8]) -> Option<(String, String)> {
    let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
    let (name, value) = pair.split_at_checked(at)?;
    Some((decode(name)?, decode(value.get(1..).unwrap_or_default())?))
}

fn decode(bytes: &[u8]) -> Option<String> {
    let spaced: Vec<u8> = bytes.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    let decoded: Vec<u8> = percent_encoding::percent_decode(&spaced).collect();
    String::from_utf8(decoded).ok()
}

/// Each use of a form. A second one breaks the key, and with it falls whatever the second command did.
static USES: Insert = Insert::new("INSERT INTO form_use (token_hash, used_at, outcome) VALUES ($1, $2, $3)");

/// A form's one-use token, as it came back.
#[derive(Clone, Debug)]
pub struct Token {
    sent: String,
    good: bool,
}

/// Makes the token of a page: random, dated, and bound to the session it was shown in.
#[must_use]
pub fn make(secret: &[u8; 32], ctx: &Ctx, random: u128) -> String {
    let body = format!("{random:032x}{:016x}", ctx.now.unix_s());
    let mac = mac(secret, ctx, &body);
    format!("{body}{mac}")
}

fn mac(secret: &[u8; 32], ctx: &Ctx, body: &str) -> String {
    let session = ctx.actor.session.as_deref().unwrap_or(b"visitor");
    let told = [body.as_bytes(), &[0x1f], session].concat();
    hex(&keyed_hash(secret, &told)).chars().take(32).collect()
}

impl Token {
    /// Reads the token of a form that came back.
    #[must_use]
    pub fn read(secret: &[u8; 32], ctx: &Ctx, sent: &str) -> Token {
        Token { sent: sent.to_owned(), good: is_good(secret, ctx, sent) }
    }

    /// Refuses a form that was not made for this session, or too long ago.
    ///
    /// # Errors
    /// [`Error::Refused`]: the page is shown again with what was typed and a new token.
    pub fn check(&self) -> Result<(), Error> {
        if self.good { Ok(()) } else { Err(Error::Refused("form-expired")) }
    }

    fn hash(&self) -> Vec<u8> {
        keyed_hash(b"form token", self.sent.as_bytes()).to_vec()
    }

    /// What the first use came to is sealed with the token itself: only whoever sent the form can see it again.
    fn key(&self) -> PersonKey {
        PersonKey::from_bytes(keyed_hash(b"form outcome", self.sent.as_bytes()))
    }

    /// The outcome of the first use, when there was one.
    pub(crate) fn first_outcome(&self, tx: &mut Tx<'_>) -> Result<Option<Settled>, Fault> {
        let row = tx.row("SELECT outcome FROM form_use WHERE token_hash = $1", args![self.hash()])?;
        let Some(row) = row else { return Ok(None) };
        let text = self.key().open(Cell::new("form_use", "", "outcome"), row.blob(0)?)?;
        let (to, keep) = text.split_once('\n').map_or((text.as_str(), None), |(to, keep)| (to, Some(keep.to_owned())));
        Ok(Some(Settled { to: to.to_owned(), keep }))
    }

    pub(crate) fn use_up(&self, tx: &mut Tx<'_>, now: Timestamp, settled: &Settled) -> Result<(), Fault> {
        let text = settled.keep.as_ref().map_or_else(|| settled.to.clone(), |keep| format!("{}\n{keep}", settled.to));
        let outcome = self.key().seal(Cell::new("form_use", "", "outcome"), &text)?;
        tx.insert(&USES, &[vec![self.hash().into(), now.into(), outcome.into()]])
    }
}

fn is_good(secret: &[u8; 32], ctx: &Ctx, sent: &str) -> bool {
    let (Some(body), Some(given)) = (sent.get(..48), sent.get(48..)) else { return false };
    let made = body.get(32..).and_then(|time| i64::from_str_radix(time, 16).ok()).unwrap_or(0);
    let age = ctx.now.unix_s().saturating_sub(made);
    let expected = mac(secret, ctx, body);
    unhex(given).is_some() && constant_time_eq(expected.as_bytes(), given.as_bytes()) && (-60..TOKEN_LIFE_S).contains(&age)
}

fn constant_time_eq(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && left.iter().zip(right).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}
