//! What may be shown of numbers over organisations, so that nobody can be found in them. Pure.
//!
//! A number below five is shown as «færre enn 5». If only one is, the smallest of the others is hidden too, and no sum is
//! told. Else the sum is told only where it leaves every small number at least three possible values, also for somebody
//! who knows these rules:
//! a test walks every possibility.

/// Numbers below this are not shown: in a small place they point at somebody.
pub const FEW: i64 = 5;
/// How many values a small number must still be able to have.
const POSSIBLE: i64 = 3;

/// One number, as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// The number.
    Number(i64),
    /// Fewer than five.
    Few,
    /// Hidden, so that another cannot be worked out.
    Hidden,
}

/// The sum, as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Total {
    /// The sum.
    Exactly(i64),
    /// The sum of what is shown: there is more.
    AtLeast(i64),
    /// The numbers are too small to be added up.
    Hidden,
}

/// What is shown of one number for each organisation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shown {
    /// In the order of the organisations.
    pub cells: Vec<Cell>,
    /// All of them.
    pub total: Total,
}

/// Decides what is shown.
#[must_use]
pub fn shown(numbers: &[i64]) -> Shown {
    let mut cells: Vec<Cell> = numbers.iter().map(|n| if *n < FEW { Cell::Few } else { Cell::Number(*n) }).collect();
    if cells.iter().filter(|cell| **cell == Cell::Few).count() == 1 {
        let smallest = cells.iter().enumerate().filter_map(|(at, cell)| number(cell).map(|n| (n, at))).min();
        if let Some(cell) = smallest.and_then(|(_, at)| cells.get_mut(at)) {
            *cell = Cell::Hidden;
        }
    }
    let total = total(&cells, numbers.iter().sum());
    Shown { cells, total }
}

fn number(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Number(n) => Some(*n),
        Cell::Few | Cell::Hidden => None,
    }
}

fn total(cells: &[Cell], sum: i64) -> Total {
    let visible: i64 = cells.iter().filter_map(number).sum();
    let few = i64::try_from(cells.iter().filter(|cell| **cell == Cell::Few).count()).unwrap_or(i64::MAX);
    // Beside a number that was hidden for another's sake no sum is told: whether it is told would tell.
    let is_safe = few == 0 || (!cells.contains(&Cell::Hidden) && leaves_room(sum - visible, few));
    if sum >= FEW && is_safe {
        Total::Exactly(sum)
    } else if visible > 0 {
        Total::AtLeast(visible)
    } else {
        Total::Hidden
    }
}

/// Whether each of several small numbers can still be one of [`POSSIBLE`] when their sum is known.
fn leaves_room(sum: i64, few: i64) -> bool {
    let least = (sum - (FEW - 1) * (few - 1)).max(0);
    let most = sum.min(FEW - 1);
    most - least + 1 >= POSSIBLE
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn what_is_shown_of_some_numbers() {
        use Cell::{Few, Hidden, Number};
        for (numbers, cells, total) in [
            (vec![12, 7, 30], vec![Number(12), Number(7), Number(30)], Total::Exactly(49)),
            (vec![12, 3, 30], vec![Hidden, Few, Number(30)], Total::AtLeast(30)),
            (vec![12, 0, 30], vec![Hidden, Few, Number(30)], Total::AtLeast(30)),
            (vec![6, 0, 30], vec![Hidden, Few, Number(30)], Total::AtLeast(30)),
            (vec![2, 1, 30], vec![Few, Few, Number(30)], Total::Exactly(33)),
            (vec![0, 0, 30], vec![Few, Few, Number(30)], Total::AtLeast(30)),
            (vec![4, 4, 30], vec![Few, Few, Number(30)], Total::AtLeast(30)),
            (vec![4, 4], vec![Few, Few], Total::Hidden),
            (vec![3, 2], vec![Few, Few], Total::Exactly(5)),
            (vec![3, 1], vec![Few, Few], Total::Hidden),
            (vec![4], vec![Few], Total::Hidden),
            (vec![9, 2], vec![Hidden, Few], Total::Hidden),
            (vec![], vec![], Total::Hidden),
        ] {
            assert_eq!(shown(&numbers), Shown { cells, total }, "{numbers:?}");
        }
    }

    /// Everything that up to four organisations can have, put together by what is shown of it: whoever sees the page and
    /// knows the rules cannot narrow a small number down to fewer than three values.
    #[test]
    fn no_small_number_can_be_worked_out() {
        // One number may be as large as the sum, so only sums that all the numbers tried can make are looked at.
        for (organisations, most) in [(1_u32, 40_i64), (2, 40), (3, 30), (4, 16)] {
            let mut by_page: BTreeMap<Shown, Vec<BTreeSet<i64>>> = BTreeMap::new();
            let all = (most + 1).pow(organisations);
            for code in 0..all {
                let numbers: Vec<i64> = (0..organisations).map(|at| code / (most + 1).pow(at) % (most + 1)).collect();
                let possible = by_page.entry(shown(&numbers)).or_insert_with(|| vec![BTreeSet::new(); numbers.len()]);
                possible.iter_mut().zip(&numbers).for_each(|(set, n)| _ = set.insert(*n));
            }
            by_page.retain(|page, _| !matches!(page.total, Total::Exactly(sum) if sum > most));
            for (page, possible) in by_page {
                for (cell, values) in page.cells.iter().zip(possible).filter(|(cell, _)| **cell == Cell::Few) {
                    assert!(values.len() >= 3, "{cell:?} in {page:?} can only be {values:?}");
                }
            }
        }
    }
}
