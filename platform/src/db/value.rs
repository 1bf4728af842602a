//! Cells and rows: three types and nothing, the same on both databases.

use crate::error::Fault;

/// One cell, or one parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// 64-bit integer.
    Int(i64),
    /// UTF-8 text.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
    /// Nothing.
    Null,
}

impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Int(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Value {
        Value::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Value {
        Value::Text(value)
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Value {
        Value::Blob(value)
    }
}

impl From<kernel::time::Timestamp> for Value {
    fn from(value: kernel::time::Timestamp) -> Value {
        Value::Text(value.stored())
    }
}

impl From<kernel::time::Day> for Value {
    fn from(value: kernel::time::Day) -> Value {
        Value::Text(value.stored())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

macro_rules! from_ids {
    ($($id:ident),*) => {$(
        impl From<&kernel::id::$id> for Value {
            fn from(id: &kernel::id::$id) -> Value {
                Value::Text(id.as_str().to_owned())
            }
        }
    )*};
}

from_ids!(PersonId, OrganisationId, AccountId, GrantId, RowId);

/// One row; cells are taken by position, in the order of the select list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row(pub(super) Vec<Value>);

impl Row {
    /// All cells.
    #[must_use]
    pub fn cells(&self) -> &[Value] {
        &self.0
    }

    fn cell(&self, at: usize) -> Result<&Value, Fault> {
        self.0.get(at).ok_or_else(|| Fault::new(format!("the row has no cell {at}")))
    }

    /// Text that must be there.
    ///
    /// # Errors
    /// A [`Fault`] when the cell is something else.
    pub fn text(&self, at: usize) -> Result<&str, Fault> {
        match self.cell(at)? {
            Value::Text(text) => Ok(text),
            _ => Err(Fault::new(format!("cell {at} is not text"))),
        }
    }

    /// Text or nothing.
    ///
    /// # Errors
    /// As [`Row::text`].
    pub fn text_or_null(&self, at: usize) -> Result<Option<&str>, Fault> {
        match self.cell(at)? {
            Value::Null => Ok(None),
            _ => self.text(at).map(Some),
        }
    }

    /// A whole number that must be there.
    ///
    /// # Errors
    /// As [`Row::text`].
    pub fn int(&self, at: usize) -> Result<i64, Fault> {
        match self.cell(at)? {
            Value::Int(value) => Ok(*value),
            _ => Err(Fault::new(format!("cell {at} is not a whole number"))),
        }
    }

    /// A whole number or nothing.
    ///
    /// # Errors
    /// As [`Row::text`].
    pub fn int_or_null(&self, at: usize) -> Result<Option<i64>, Fault> {
        match self.cell(at)? {
            Value::Null => Ok(None),
            _ => self.int(at).map(Some),
        }
    }

    /// Bytes that must be there.
    ///
    /// # Errors
    /// As [`Row::text`].
    pub fn blob(&self, at: usize) -> Result<&[u8], Fault> {
        match self.cell(at)? {
            Value::Blob(bytes) => Ok(bytes),
            _ => Err(Fault::new(format!("cell {at} is not bytes"))),
        }
    }

    /// Bytes or nothing.
    ///
    /// # Errors
    /// As [`Row::text`].
    pub fn blob_or_null(&self, at: usize) -> Result<Option<&[u8]>, Fault> {
        match self.cell(at)? {
            Value::Null => Ok(None),
            _ => self.blob(at).map(Some),
        }
    }

    /// An instant that must be there.
    ///
    /// # Errors
    /// As [`Row::text`].
    pub fn time(&self, at: usize) -> Result<kernel::time::Timestamp, Fault> {
        kernel::time::Timestamp::parse(self.text(at)?).ok_or_else(|| Fault::new(format!("cell {at} is not an instant")))
    }

    /// An instant or nothing.
    ///
    /// # Errors
    /// As [`Row::text`].
    pub fn time_or_null(&self, at: usize) -> Result<Option<kernel::time::Timestamp>, Fault> {
        match self.cell(at)? {
            Value::Null => Ok(None),
            _ => self.time(at).map(Some),
        }
    }

    /// Anything kept as text and read by a parser of ours: an id, an area, a day, a state.
    ///
    /// # Errors
    /// A [`Fault`] when the cell is not text or the parser does not know it.
    pub fn parsed<T>(&self, at: usize, parse: impl Fn(&str) -> Option<T>) -> Result<T, Fault> {
        parse(self.text(at)?).ok_or_else(|| Fault::new(format!("cell {at} holds an unknown word")))
    }

    /// As [`Row::parsed`], or nothing when the cell is empty.
    ///
    /// # Errors
    /// As [`Row::parsed`].
    pub fn parsed_or_null<T>(&self, at: usize, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Fault> {
        match self.cell(at)? {
            Value::Null => Ok(None),
            _ => self.parsed(at, parse).map(Some),
        }
    }
}

/// The parameters of a statement: `args![permit.person(), "open", now]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => {
        &[$($crate::db::Value::from($value)),*]
    };
}
