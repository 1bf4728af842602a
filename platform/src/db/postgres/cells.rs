//! Cells and faults between PostgreSQL's types and ours.

use std::error::Error as _;

use tokio_postgres::types::{IsNull, ToSql, Type, private::BytesMut};

use super::super::{MAX_ROWS, Row, Value};
use crate::error::Fault;

pub(super) fn read_rows(found: &[tokio_postgres::Row]) -> Result<Vec<Row>, Fault> {
    if found.len() > MAX_ROWS {
        return Err(Fault::new("a statement gave too many rows"));
    }
    found.iter().map(|row| (0..row.len()).map(|at| cell(row, at)).collect::<Result<_, _>>().map(Row)).collect()
}

fn cell(row: &tokio_postgres::Row, at: usize) -> Result<Value, Fault> {
    let kind = row.columns().get(at).map(|column| column.type_().clone());
    let read = match kind {
        Some(Type::INT8) => row.try_get::<_, Option<i64>>(at).map(Value::from),
        Some(Type::INT4) => row.try_get::<_, Option<i32>>(at).map(|value| value.map(i64::from).into()),
        Some(Type::TEXT | Type::VARCHAR | Type::NAME) => row.try_get::<_, Option<String>>(at).map(Value::from),
        Some(Type::BYTEA) => row.try_get::<_, Option<Vec<u8>>>(at).map(Value::from),
        _ => return Err(Fault::new("a column has a type that is not kept; cast it")),
    };
    read.map_err(|e| fault(&e))
}

pub(super) const OF_ANOTHER_TYPE: &str = "a parameter meets something of another type; cast what it is compared with";

/// Whether the server reads the value as what it is. Parameters travel as bare bytes, and it reads bytes of another type as
/// some other value without a word: a whole number beside `sum(x)`, which is NUMERIC, would always be nought.
pub(super) fn fits(value: &Value, ty: &Type) -> bool {
    match value {
        Value::Null => true,
        Value::Int(_) => matches!(*ty, Type::INT8 | Type::INT4),
        Value::Text(_) => matches!(*ty, Type::TEXT | Type::VARCHAR | Type::NAME),
        Value::Blob(_) => *ty == Type::BYTEA,
    }
}

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (self, ty) {
            _ if !fits(self, ty) => Err(OF_ANOTHER_TYPE.into()),
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(value), &Type::INT4) => i32::try_from(*value)?.to_sql(ty, out),
            (Value::Int(value), _) => value.to_sql(ty, out),
            (Value::Text(text), _) => text.to_sql(ty, out),
            (Value::Blob(bytes), _) => bytes.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    tokio_postgres::types::to_sql_checked!();
}

/// The state code and the server's own short message: details, which could carry a value, are left out.
pub(super) fn fault(error: &tokio_postgres::Error) -> Fault {
    let Some(answer) = error.as_db_error() else {
        let cause = error.source().is_some_and(|cause| cause.is::<std::io::Error>());
        return Fault::new(if cause { "the connection to PostgreSQL broke" } else { "PostgreSQL gave no answer" });
    };
    match answer.code().code() {
        "40001" | "40P01" => Fault::retry("two commands met"),
        "23505" => Fault::unique("a unique key is there already"),
        code => Fault::new(format!("PostgreSQL said no ({code}): {}", answer.message())),
    }
}
