//! Bare PostgreSQL: the synchronous client, statements prepared once, a connection for each caller.

use postgres::{Client, NoTls, Statement};

use super::Made;
use crate::part::{MAKE, READ, RECORD};

/// One caller.
pub struct Caller {
    client: Client,
    read: Statement,
    record: Statement,
    make: Statement,
}

impl Caller {
    pub fn open(url: &str) -> Result<Caller, String> {
        let mut client = Client::connect(url, NoTls).map_err(said_no)?;
        let read = client.prepare(READ).map_err(said_no)?;
        let record = client.prepare(RECORD).map_err(said_no)?;
        let make = client.prepare(MAKE).map_err(said_no)?;
        Ok(Caller { client, read, record, make })
    }

    pub fn read(&mut self, person: &str, row: &str) -> Result<usize, String> {
        let found = self.client.query_one(&self.read, &[&person, &row]).map_err(said_no)?;
        let (_area, text, _at): (String, Vec<u8>, String) = (found.get(0), found.get(1), found.get(2));
        Ok(text.len())
    }

    pub fn record(&mut self, person: &str) -> Result<usize, String> {
        let found = self.client.query(&self.record, &[&person]).map_err(said_no)?;
        let rows: Vec<(String, String, Vec<u8>, String)> =
            found.iter().map(|row| (row.get(0), row.get(1), row.get(2), row.get(3))).collect();
        Ok(rows.len())
    }

    pub fn insert(&mut self, made: &[Made]) -> Result<(), String> {
        let at = "2026-11-20T09:00:00Z";
        if let [one] = made {
            return self.client.execute(&self.make, &[&one.id, &one.person, &at, &one.content]).map(|_| ()).map_err(said_no);
        }
        let mut together = self.client.transaction().map_err(said_no)?;
        for one in made {
            together.execute(&self.make, &[&one.id, &one.person, &at, &one.content]).map_err(said_no)?;
        }
        together.commit().map_err(said_no)
    }
}

fn said_no(error: postgres::Error) -> String {
    error.to_string()
}
