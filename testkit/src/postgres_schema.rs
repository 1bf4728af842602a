//! A schema of its own for each test on PostgreSQL, gone when the test is over.

use std::sync::atomic::{AtomicU64, Ordering};

use postgres::{Client, NoTls};

static NEXT: AtomicU64 = AtomicU64::new(0);

/// A number no other test of this process has.
pub(crate) fn number() -> u64 {
    NEXT.fetch_add(1, Ordering::SeqCst)
}

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
        client
            .batch_execute(&format!("CREATE SCHEMA {name}; CREATE SCHEMA {name}_keys"))
            .expect("a schema for the test");
        let joint = if server.contains('?') { '&' } else { '?' };
        let in_schema = |schema: &str| format!("{server}{joint}options=-csearch_path%3D{schema}");
        Schema {
            server: server.to_owned(),
            url: in_schema(&name),
            keys_url: in_schema(&format!("{name}_keys")),
            name,
        }
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        if let Ok(mut client) = Client::connect(&self.server, NoTls) {
            let name = &self.name;
            drop(client.batch_execute(&format!("DROP SCHEMA {name} CASCADE; DROP SCHEMA {name}_keys CASCADE")));
        }
    }
}
