//! A schema of its own for each test on PostgreSQL, gone when the test is over.

use postgres::{Client, NoTls};

use crate::place::number;

pub(crate) struct Schema {
    server: String,
    name: String,
    pub(crate) url: String,
    pub(crate) keys_url: String,
}

impl Schema {
    pub(crate) fn make(server: &str) -> Schema {
        let name = format!("t{}_{}", std::process::id(), number());
        let mut client = Client::connect(server, NoTls).expect("the test PostgreSQL answers");
        // A process that was killed may have left one, and its number is given out again.
        let make = format!(
            "DROP SCHEMA IF EXISTS {name} CASCADE; DROP SCHEMA IF EXISTS {name}_keys CASCADE; CREATE SCHEMA {name}; CREATE SCHEMA {name}_keys"
        );
        client.batch_execute(&make).expect("a schema for the test");
        let joint = if server.contains('?') { '&' } else { '?' };
        let in_schema = |schema: &str| format!("{server}{joint}options=-csearch_path%3D{schema}");
        Schema { server: server.to_owned(), url: in_schema(&name), keys_url: in_schema(&format!("{name}_keys")), name }
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        if let Ok(mut client) = Client::connect(&self.server, NoTls) {
            let name = &self.name;
            drop(
                client.batch_execute(&format!("DROP SCHEMA IF EXISTS {name} CASCADE; DROP SCHEMA IF EXISTS {name}_keys CASCADE")),
            );
        }
    }
}
