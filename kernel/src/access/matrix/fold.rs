//! Folds the answers for all situations into a short list of rules, of which the first that fits decides.
//!
//! Nothing is lost by it: reading the list for a situation gives exactly the answer that was folded.

use std::cmp::Reverse;

use super::super::situation::{CIRCUMSTANCES, Circumstance};

/// One line of a folded list.
pub(super) struct Rule {
    /// What must hold; nothing for the last line, which takes the rest.
    pub(super) conditions: Vec<Condition>,
    /// The number of the outcome.
    pub(super) outcome: u8,
    /// How many situations reach this line and fit it.
    pub(super) situations: usize,
}

/// That a circumstance has one of these values.
#[derive(Clone)]
pub(super) struct Condition {
    circumstance: &'static Circumstance,
    /// Which values, by place.
    values: Vec<usize>,
}

impl Condition {
    /// Whether it says that something is not the case: the first value of each circumstance is that nothing of it is there.
    fn is_not(&self) -> bool {
        self.values.contains(&0)
    }

    /// In words: `shared no/expired/withdrawn`; for what is true or false `erased` and `not erased`.
    pub(super) fn in_words(&self) -> String {
        match (self.circumstance.values, self.values.as_slice()) {
            (["no", "yes"], [0]) => format!("not {}", self.circumstance.name),
            (["no", "yes"], _) => self.circumstance.name.to_owned(),
            (names, values) => {
                let names: Vec<&str> = values.iter().filter_map(|value| names.get(*value).copied()).collect();
                format!("{} {}", self.circumstance.name, names.join("/"))
            }
        }
    }
}

/// A circumstance whose value matters, with the values that always give the same answer taken together.
struct Choice {
    circumstance: &'static Circumstance,
    groups: Vec<Vec<usize>>,
}

/// All situations that differ only in what does not matter.
struct Point {
    /// The group taken in each choice.
    groups: Vec<usize>,
    outcome: u8,
    situations: usize,
}

/// A choice and the group taken in it, both by place.
type Taken = (usize, usize);

/// How good a rule is to read; the highest is taken.
type Rank = (Reverse<usize>, bool, usize);

/// Folds the outcomes of all situations, given in the order of `Situation::all`.
///
/// Two ways of choosing the next rule are tried, and the one that needs fewer words is taken: the rule for most situations
/// first, or permissions first.
pub(super) fn fold(outcomes: &[u8], is_permit: fn(u8) -> bool) -> Vec<Rule> {
    let widest_first = fold_by(outcomes, |_| false);
    let permits_first = fold_by(outcomes, is_permit);
    let words = |rules: &[Rule]| rules.iter().map(|rule| rule.conditions.len() + 1).sum::<usize>();
    if words(&permits_first) <= words(&widest_first) { permits_first } else { widest_first }
}

fn fold_by(outcomes: &[u8], is_first: fn(u8) -> bool) -> Vec<Rule> {
    let (choices, mut open) = points(outcomes);
    let mut rules = Vec::new();
    while let Some((taken, outcome)) = next_rule(&choices, &open, is_first) {
        let fits = |point: &Point| taken.iter().all(|(choice, group)| point.groups.get(*choice) == Some(group));
        let situations = open.iter().filter(|point| fits(point)).map(|point| point.situations).sum();
        open.retain(|point| !fits(point));
        let conditions = taken.iter().filter_map(|place| condition(&choices, *place)).collect();
        rules.push(Rule { conditions, outcome, situations });
    }
    rules
}

fn condition(choices: &[Choice], (choice, group): Taken) -> Option<Condition> {
    let choice = choices.get(choice)?;
    Some(Condition { circumstance: choice.circumstance, values: choice.groups.get(group)?.clone() })
}

/// The choices that matter and one point for each way to make them.
fn points(outcomes: &[u8]) -> (Vec<Choice>, Vec<Point>) {
    let mut choices = Vec::new();
    let mut firsts = vec![Point { groups: Vec::new(), outcome: 0, situations: 1 }];
    let mut places = vec![0];
    let mut stride = outcomes.len();
    for circumstance in &CIRCUMSTANCES {
        stride /= circumstance.values.len();
        let groups = same_answers(outcomes, circumstance, stride);
        let matters = groups.len() > 1;
        let mut next = Vec::new();
        let mut next_places = Vec::new();
        for (point, place) in firsts.iter().zip(&places) {
            for (number, group) in groups.iter().enumerate() {
                let mut taken = point.groups.clone();
                taken.extend(matters.then_some(number));
                next.push(Point { groups: taken, outcome: 0, situations: point.situations * group.len() });
                next_places.push(place + group.first().map_or(0, |value| value * stride));
            }
        }
        (firsts, places) = (next, next_places);
        if matters {
            choices.push(Choice { circumstance, groups });
        }
    }
    for (point, place) in firsts.iter_mut().zip(&places) {
        point.outcome = outcomes.get(*place).copied().unwrap_or(u8::MAX);
    }
    (choices, firsts)
}

/// The values of a circumstance, those together that give the same answer whatever else is the case.
fn same_answers(outcomes: &[u8], circumstance: &Circumstance, stride: usize) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for value in 0..circumstance.values.len() {
        let same = groups.iter_mut().find(|group| {
            group.first().is_some_and(|first| {
                outcomes
                    .chunks((stride * circumstance.values.len()).max(1))
                    .all(|block| block.chunks(stride.max(1)).nth(*first) == block.chunks(stride.max(1)).nth(value))
            })
        });
        match same {
            Some(group) => group.push(value),
            None => groups.push(vec![value]),
        }
    }
    groups
}

/// The conditions of the next rule: as few as possible, then with as few «not» as possible, then with an outcome that comes
/// first, then for as many situations as possible, then in the order of the circumstances. Nothing when no point is open.
fn next_rule(choices: &[Choice], open: &[Point], is_first: fn(u8) -> bool) -> Option<(Vec<Taken>, u8)> {
    (0..=choices.len()).find_map(|size| {
        let mut best: Option<(Rank, Vec<Taken>, u8)> = None;
        each_taking(choices, size, &mut |taken| {
            let Some((outcome, situations)) = one_answer(open, taken) else { return };
            let nots = taken.iter().filter_map(|place| condition(choices, *place)).filter(Condition::is_not).count();
            let rank = (Reverse(nots), is_first(outcome), situations);
            if best.as_ref().is_none_or(|(highest, _, _)| rank > *highest) {
                best = Some((rank, taken.to_vec(), outcome));
            }
        });
        best.map(|(_, taken, outcome)| (taken, outcome))
    })
}

/// The outcome of all open points that fit, when there are some and they agree, and how many situations they stand for.
fn one_answer(open: &[Point], taken: &[Taken]) -> Option<(u8, usize)> {
    let mut answer: Option<(u8, usize)> = None;
    for point in open {
        if taken.iter().any(|(choice, group)| point.groups.get(*choice) != Some(group)) {
            continue;
        }
        let (outcome, situations) = answer.unwrap_or((point.outcome, 0));
        if outcome != point.outcome {
            return None;
        }
        answer = Some((outcome, situations + point.situations));
    }
    answer
}

/// Calls with every way to take `size` of the choices and one group in each.
fn each_taking(choices: &[Choice], size: usize, call: &mut dyn FnMut(&[Taken])) {
    fn go(choices: &[Choice], from: usize, left: usize, taken: &mut Vec<Taken>, call: &mut dyn FnMut(&[Taken])) {
        if left == 0 {
            call(taken);
            return;
        }
        for (number, choice) in choices.iter().enumerate().skip(from) {
            for group in (0..choice.groups.len()).rev() {
                taken.push((number, group));
                go(choices, number + 1, left - 1, taken, call);
                taken.pop();
            }
        }
    }
    go(choices, 0, size, &mut Vec::new(), call);
}
