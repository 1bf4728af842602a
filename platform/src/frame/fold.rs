//! What stands open on a page, and what is one tap away.

/// Fewer than these are not worth a tap.
const WORTH_A_TAP: usize = 3;

/// Those that stay, told by their place (from 0) and what they are, and those that are folded away, each in their order. Where
/// only one or two would be folded, all stay.
#[must_use]
pub fn fold<T>(all: Vec<T>, stays: impl Fn(usize, &T) -> bool) -> (Vec<T>, Vec<T>) {
    let goes: Vec<bool> = all.iter().enumerate().map(|(at, one)| !stays(at, one)).collect();
    if goes.iter().filter(|goes| **goes).count() < WORTH_A_TAP {
        return (all, Vec::new());
    }
    let (mut open, mut folded) = (Vec::new(), Vec::new());
    for (one, goes) in all.into_iter().zip(goes) {
        if goes { folded.push(one) } else { open.push(one) }
    }
    (open, folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_more_are_not_worth_a_tap() {
        let first = |at: usize, _: &i32| at < 2;
        assert_eq!(fold(vec![1, 2, 3, 4], first), (vec![1, 2, 3, 4], vec![]));
        assert_eq!(fold(vec![1, 2, 3, 4, 5], first), (vec![1, 2], vec![3, 4, 5]));
    }

    #[test]
    fn what_stays_stays_wherever_it_stands() {
        assert_eq!(fold(vec![1, 2, 3, 4, 5], |at, one| at < 1 || *one == 4), (vec![1, 4], vec![2, 3, 5]));
    }
}
