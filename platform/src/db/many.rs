//! A query about one person that is also known for several at once: for lists. On PostgreSQL each statement is a trip.

use std::sync::OnceLock;

use super::Value;

/// Persons one statement asks for. There are three sizes, so that a connection prepares three statements and not sixteen;
/// the places left over are filled with the last person once more.
const SIZES: [usize; 3] = [1, 4, 16];

/// How a parameter that stands for the person is written.
const PERSON: &str = "person_id = ";

/// A query in which every parameter beside `person_id = ` is the person.
#[derive(Debug)]
pub struct ForMany {
    one: &'static str,
    several: OnceLock<Vec<Sized>>,
}

#[derive(Debug)]
struct Sized {
    persons: usize,
    sql: String,
    /// For each parameter of the query about one: whether it is the person.
    is_person: Vec<bool>,
}

impl ForMany {
    /// From the query about one person.
    #[must_use]
    pub const fn new(one: &'static str) -> ForMany {
        ForMany { one, several: OnceLock::new() }
    }

    /// Statements with their parameters that together ask for all these persons. `others` are the remaining parameters, in
    /// the order of the query.
    pub(super) fn asked(&'static self, persons: &[Value], others: &[Value]) -> Vec<(&'static str, Vec<Value>)> {
        let several = self.several.get_or_init(|| SIZES.iter().map(|size| sized(self.one, *size)).collect());
        let largest = SIZES.into_iter().max().unwrap_or(1);
        let chunks = persons.chunks(largest);
        chunks
            .filter_map(|chunk| {
                let fits = several.iter().find(|sized| sized.persons >= chunk.len())?;
                Some((fits.sql.as_str(), fits.parameters(chunk, others)))
            })
            .collect()
    }
}

impl Sized {
    fn parameters(&self, persons: &[Value], others: &[Value]) -> Vec<Value> {
        let mut others = others.iter();
        let mut all = Vec::new();
        for is_person in &self.is_person {
            if *is_person {
                let spare = persons.last().into_iter().cycle();
                all.extend(persons.iter().chain(spare).take(self.persons).cloned());
            } else {
                all.extend(others.next().cloned());
            }
        }
        all
    }
}

fn sized(one: &str, persons: usize) -> Sized {
    let mut pieces = one.split('$');
    let mut sql = pieces.next().unwrap_or_default().to_owned();
    let (mut is_person, mut number) = (Vec::new(), 0);
    for piece in pieces {
        let rest = piece.trim_start_matches(|c: char| c.is_ascii_digit());
        let person = sql.ends_with(PERSON);
        let names = if person { persons } else { 1 };
        let names: Vec<String> = (0..names).map(|name| format!("${}", number + name + 1)).collect();
        number += names.len();
        is_person.push(person);
        if person {
            sql.truncate(sql.len() - PERSON.len());
            sql.push_str(&format!("person_id IN ({})", names.join(", ")));
        } else {
            sql.push_str(&names.join(", "));
        }
        sql.push_str(rest);
    }
    Sized { persons, sql, is_person }
}

#[cfg(test)]
mod tests {
    use super::{ForMany, Value};

    static TIED: ForMany =
        ForMany::new("SELECT a FROM x WHERE person_id = $1 AND b = $2 UNION ALL SELECT a FROM y WHERE person_id = $3");

    fn texts(texts: &[&str]) -> Vec<Value> {
        texts.iter().map(|text| Value::from(*text)).collect()
    }

    #[test]
    fn one_person_is_asked_for_once() {
        let [(sql, args)] = TIED.asked(&texts(&["p"]), &texts(&["b"])).try_into().expect("one statement");
        assert_eq!(sql, "SELECT a FROM x WHERE person_id IN ($1) AND b = $2 UNION ALL SELECT a FROM y WHERE person_id IN ($3)");
        assert_eq!(args, texts(&["p", "b", "p"]));
    }

    #[test]
    fn several_share_a_statement_and_the_last_fills_the_places_left_over() {
        let [(sql, args)] = TIED.asked(&texts(&["p", "q"]), &texts(&["b"])).try_into().expect("one statement");
        assert!(sql.contains("person_id IN ($1, $2, $3, $4) AND b = $5"), "{sql}");
        assert!(sql.ends_with("person_id IN ($6, $7, $8, $9)"), "{sql}");
        assert_eq!(args, texts(&["p", "q", "q", "q", "b", "p", "q", "q", "q"]));
    }

    #[test]
    fn a_long_list_takes_several_statements() {
        let persons: Vec<Value> = (0..37).map(Value::Int).collect();
        let asked = TIED.asked(&persons, &texts(&["b"]));
        let counts: Vec<usize> = asked.iter().map(|(_, args)| args.len()).collect();
        assert_eq!(counts, [33, 33, 33]);
        assert!(TIED.asked(&[], &texts(&["b"])).is_empty());
    }
}
