//! A clock keeps the rules that held when it began.

use platform::args;
use serde_json::json;
use testkit::{Town, both_databases};

use super::{CATALOGUE, Case, begin, case, day, own};
use crate::waiting::limits::Name;
use crate::waiting::store::{clocks, rows};
use crate::waiting::{CHARTER, store};
use kernel::id::RowId;
use platform::door;

fn due(town: &Town, case: &Case, id: &RowId) -> (Name, String) {
    let id = id.clone();
    let found = door::view_here(&town.app, &own(town, &case.jon), &CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        clocks::find(tx, desk, &own, &id)
    });
    let due = found.unwrap_or_else(|error| panic!("{error:?}")).due.expect("something is due");
    (due.name, due.on.stored())
}

#[test]
fn changing_a_rules_dates_changes_new_clocks_and_no_old_ones() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let old = begin(&town, &case, "specialist", "2026-11-20", &json!({}));
        assert_eq!(due(&town, &case, &old), (Name::Assessment, "2026-12-04".into()));
        // The law changes: from Saturday on five working days. The old row ends; a slip in it is mended as well.
        town.app
            .db()
            .write_here(|tx| {
                tx.run("UPDATE waiting_rule SET valid_until = $1, amount = 99 WHERE rule = 'assessment'", args!["2026-11-21"])?;
                tx.run(
                    "INSERT INTO waiting_rule (rule, route, problem, ground, jurisdiction, valid_from, amount, unit, kind, source)
                     VALUES ('assessment', 'specialist', 'any', 'any', 'NO', '2026-11-21', 5, 'working-days', 'law', 'A test')",
                    &[],
                )?;
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{error:?}"));
        town.wait_days(1);
        let new = begin(&town, &case, "specialist", "2026-11-21", &json!({}));
        assert_eq!(due(&town, &case, &new), (Name::Assessment, "2026-11-27".into()), "the new law");
        assert_eq!(due(&town, &case, &old), (Name::Assessment, "2026-12-04".into()), "the old clock as it began");
        let third = begin(&town, &case, "specialist", "2026-11-21", &json!({}));
        assert_eq!(due(&town, &case, &third).1, "2026-11-27");
        assert_eq!(town.rows("waiting_rule_set").len(), 2, "clocks under the same rows share one set");
    });
}

#[test]
fn every_row_that_stands_there_can_be_read_and_says_where_it_comes_from() {
    both_databases(CATALOGUE, async |town| {
        let all = town.app.db().read_here(|tx| {
            let specialist = store::rows::on(tx, "specialist", day("2026-11-20"))?;
            Ok((specialist, rows::on(tx, "other", day("2026-11-20"))?, rows::on(tx, "specialist", day("2010-01-01"))?))
        });
        let (specialist, other, before) = all.unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(specialist.0.len(), 24, "{specialist:?}");
        assert!(specialist.0.iter().all(|rule| rule.source.len() > 20));
        assert!(specialist.0.iter().any(|rule| !rule.sure), "what is not settled is marked");
        assert_eq!(other.0.iter().map(|rule| rule.name).collect::<Vec<_>>(), [Name::Answer]);
        assert!(before.0.is_empty(), "no rule before it held");
    });
}
