//! Each rule of the subset finds its planted fault, and lets what both databases read alike pass.

use super::*;

fn in_store(sql: &str) -> Vec<String> {
    let rust = format!("fn a() {{ tx.run(\"{sql}\", &[]) }}");
    faults(&Tree::planted(&[("together/src/plan/store.rs", &rust)])).into_iter().map(|fault| fault.what).collect()
}

#[test]
fn what_only_one_database_reads_is_found() {
    for sql in [
        "SELECT a FROM t WHERE b LIKE $1",
        "SELECT * FROM t",
        "SELECT t.* FROM t",
        "INSERT INTO t (a) VALUES ($1) RETURNING *",
        "SELECT now()",
        "SELECT a FROM t WHERE b < CURRENT_TIMESTAMP",
        "SELECT a FROM t ORDER BY random()",
        "SELECT a->>'b' FROM t",
        "SELECT a::text FROM t",
        "UPDATE t SET a = $1 WHERE b = $2 LIMIT 1",
        "DELETE FROM t WHERE a = $1 LIMIT 10",
        "SELECT a FROM t WHERE b = ?",
        "SELECT a FROM t WHERE b = :name",
        "SELECT a FROM t WHERE b = $2 AND c = $1",
        "SELECT a FROM t WHERE b = $1 AND c = $3",
        "INSERT OR REPLACE INTO t (a) VALUES ($1)",
        "SELECT a, sum(b) FROM t GROUP BY a",
        "SELECT a FROM t GROUP BY a HAVING sum(b) > $1",
        "SELECT a, CAST(sum(b) AS BIGINT) FROM t GROUP BY a HAVING sum(b) > $1",
        "SELECT a FROM t FOR UPDATE",
        "UPDATE t SET done = TRUE",
        "select a from t where b like $1",
        "CREATE TABLE plan_line (id TEXT NOT NULL, at TIMESTAMP NOT NULL)",
    ] {
        assert_eq!(in_store(sql).len(), 1, "{sql}: {:?}", in_store(sql));
    }
}

#[test]
fn what_both_read_alike_passes() {
    for sql in [
        "SELECT a, count(*), b * 2 FROM t WHERE c = $1 AND d > $2 ORDER BY c LIMIT $3",
        "INSERT INTO t (a, b) VALUES ($1, $2) ON CONFLICT (a) DO UPDATE SET b = $2 RETURNING version",
        "SELECT a, CAST(sum(b) AS BIGINT) FROM t GROUP BY a HAVING CAST(sum(b) AS BIGINT) > $1",
        "UPDATE job SET claimed = $1 WHERE id = (SELECT id FROM job WHERE claimed IS NULL ORDER BY due, id LIMIT 1) RETURNING id",
        "WITH x AS (SELECT a, row_number() OVER (PARTITION BY a ORDER BY b) AS n FROM t) SELECT a FROM x WHERE n = 1",
        "SELECT a FROM t WHERE b = 'like ? this' AND c = $1",
        "Select the places to show",
        "Update the settings, then start again",
    ] {
        assert!(in_store(sql).is_empty(), "{sql}: {:?}", in_store(sql));
    }
}

#[test]
fn a_sort_over_empty_values_says_where_they_go() {
    let table =
        "CREATE TABLE plan_line (\n  person_id TEXT NOT NULL,\n  id TEXT,\n  until TEXT,\n  PRIMARY KEY (person_id, id)\n);";
    let found = |sql: &str| {
        let rust = format!("const A: &str = \"{sql}\";");
        let tree = Tree::planted(&[("together/src/plan/migrations/001.sql", table), ("together/src/plan/store.rs", &rust)]);
        faults(&tree).len()
    };
    assert_eq!(found("SELECT id FROM plan_line ORDER BY until DESC, id"), 1);
    assert_eq!(found("SELECT id FROM plan_line l ORDER BY l.until"), 1);
    assert_eq!(found("SELECT id FROM plan_line ORDER BY until DESC NULLS LAST, id"), 0);
    assert_eq!(found("SELECT id FROM plan_line WHERE until > $1 ORDER BY until"), 0);
    assert_eq!(found("SELECT id FROM plan_line WHERE until IS NOT NULL ORDER BY until"), 0);
    assert_eq!(found("SELECT id FROM plan_line WHERE until IS NULL ORDER BY until"), 1);
    assert_eq!(found("SELECT id FROM plan_line ORDER BY id"), 0);
}

#[test]
fn a_fault_in_a_script_is_named_with_its_line_and_comments_are_not_read() {
    let script = "-- like * now()\nCREATE TABLE plan_line (id TEXT NOT NULL PRIMARY KEY);\n\nCREATE TABLE plan_goal (\n  id BIGINT NOT NULL\n);\n";
    let found = faults(&Tree::planted(&[("together/src/plan/migrations/001.sql", script)]));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].line, found[0].what.as_str()), (4, "column id is BIGINT: the types are TEXT, INTEGER and BLOB"));
}

#[test]
fn a_table_that_hides_whose_it_is_is_found() {
    let script = "CREATE TABLE lines (id TEXT NOT NULL);\nCREATE TABLE help_request_answer (id TEXT NOT NULL);";
    let found = faults(&Tree::planted(&[("together/src/help_requests/migrations/001.sql", script)]));
    assert_eq!(found.len(), 1);
}

#[test]
fn a_dialect_may_be_spoken_behind_the_seam() {
    let rust = "const A: &str = \"PRAGMA journal_mode = WAL\";";
    assert!(faults(&Tree::planted(&[("platform/src/db/sqlite.rs", rust)])).is_empty());
    assert_eq!(faults(&Tree::planted(&[("platform/src/door.rs", rust)])).len(), 1);
}
