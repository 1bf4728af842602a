//! What the access decision itself costs, without loading what it rests on.

use std::hint::black_box;
use std::time::Instant;

use kernel::access::{Aspect, Situation, decide};
use kernel::area::Area;
use kernel::class::Class;
use kernel::role::Role;

use crate::report::figure;

/// Roles that ask, on classes they ask about.
const ASKED: [(Role, Class); 4] =
    [(Role::MoNurse, Class::Own), (Role::Gp, Class::Journal), (Role::Nav, Class::Welfare), (Role::NextOfKin, Class::Own)];

/// One decision, and the twelve that a request asks for one person: each area, what has none, the name, the whereabouts.
pub fn measure() -> String {
    let situations: Vec<Situation> = Situation::all().collect();
    let started = Instant::now();
    let mut asked = 0_u64;
    let mut open = 0_u64;
    for (role, class) in ASKED {
        for situation in &situations {
            for area in Area::ALL.map(Some).into_iter().chain([None]) {
                open += u64::from(decide(black_box(role), class, area, Aspect::Content, black_box(situation)).is_permit());
                asked += 1;
            }
            for aspect in [Aspect::Card, Aspect::Whereabouts] {
                open += u64::from(decide(black_box(role), class, None, aspect, black_box(situation)).is_permit());
                asked += 1;
            }
        }
    }
    black_box(open);
    let each_us = started.elapsed().as_secs_f64() * 1e6 / asked as f64;
    figure("one access decision", each_us * 1000.0, "ns", None)
        + &figure("the decision of a request, twelve of them", each_us * 12.0, "µs", Some(20.0))
}
