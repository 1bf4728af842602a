//! Two small months in the suite, and that the simulation sees what it is there to see.

use kernel::access::decide;
use kernel::area::Area;
use platform::args;
use testkit::{Place, app_seeded};

use crate::city::World;
use crate::form::{Form, forms};
use crate::invariants;
use crate::log::without_ids;
use crate::run;

const DAYS: usize = 4;
const PERSONS: usize = 5;

#[test]
fn the_first_seed_holds_on_both_databases_and_comes_out_the_same() {
    lives(1);
}

#[test]
fn the_second_seed_holds_on_both_databases_and_comes_out_the_same() {
    lives(2);
}

fn lives(seed: u64) {
    let done = run::on_both(seed, DAYS, PERSONS).unwrap_or_else(|why| panic!("{why}"));
    assert!(done.marks > 5 && done.failed_commits > 0 && done.reached.0 > 10 && done.reached.1 > 5, "{done:?}");
    let again = run::on(&Place::sqlite(), seed, DAYS, PERSONS).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(again, done, "the same seed gives the same days");
}
