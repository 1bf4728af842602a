//! The written matrix: it is the one in the repository, it adds up, and whoever reads it finds the answers that are given.

use std::collections::BTreeMap;

use super::*;

const WRITTEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/access_matrix.txt");

/// One rule as read from the page.
struct Line {
    outcome: String,
    conditions: Vec<String>,
    decisions: usize,
}

/// One list of rules with the roles, the class and what they ask for.
struct List {
    class: Class,
    roles: Vec<Role>,
    asking: Vec<(Aspect, Option<Area>)>,
    lines: Vec<Line>,
}

#[test]
fn the_matrix_in_the_repository_is_the_one_that_is_decided() {
    let decided = matrix();
    if std::env::var_os("VARDE_BLESS").is_some() {
        std::fs::write(WRITTEN, &decided).unwrap();
    }
    let written = std::fs::read_to_string(WRITTEN).unwrap_or_default();
    let differs = written.lines().zip(decided.lines()).position(|(old, new)| old != new);
    let place = differs.map_or("its length".to_owned(), |line| format!("line {}", line + 1));
    assert!(
        written == decided,
        "kernel/access_matrix.txt differs at {place}. If the change is meant, write it with VARDE_BLESS=1 and read the diff."
    );
}

#[test]
fn the_numbers_of_the_matrix_add_up_to_every_decision_there_is() {
    let lists = read(&matrix());
    let decisions: usize = lists.iter().flat_map(|list| &list.lines).map(|line| line.decisions).sum();
    assert_eq!(decisions, Role::ALL.len() * Class::ALL.len() * 10 * Aspect::ALL.len() * Situation::COUNT);
    assert_eq!(decisions, 39_813_120);
}

#[test]
fn whoever_reads_the_matrix_finds_the_answer_that_is_given_to_every_question() {
    let situations: Vec<Situation> = Situation::all().collect();
    let mut asked = BTreeMap::new();
    for list in read(&matrix()) {
        let fits: Vec<usize> = situations.iter().map(|situation| first_that_fits(&list, situation)).collect();
        for (place, line) in list.lines.iter().enumerate() {
            let reached = fits.iter().filter(|fit| **fit == place).count();
            assert_eq!(reached * list.roles.len() * list.asking.len(), line.decisions, "{}", line.outcome);
        }
        for &role in &list.roles {
            for &(aspect, area) in &list.asking {
                *asked.entry((role, list.class, area, aspect)).or_insert(0) += 1;
                for (situation, fit) in situations.iter().zip(&fits) {
                    let given = decide(role, list.class, area, aspect, situation);
                    assert!(is_called(given, &list.lines[*fit].outcome), "{role:?} {given:?} {situation:?}");
                }
            }
        }
    }
    assert_eq!(asked.len(), 4320);
    assert!(asked.values().all(|times| *times == 1), "no question stands twice");
}

fn is_called(decision: Decision, outcome: &str) -> bool {
    match decision {
        Decision::Permit(basis) => outcome.strip_prefix("permit ") == Some(basis.key()),
        Decision::Deny(reason) => outcome.strip_prefix("deny ") == Some(reason.key()),
    }
}

fn first_that_fits(list: &List, situation: &Situation) -> usize {
    let fits = |line: &Line| line.conditions.iter().all(|condition| holds(condition, situation));
    list.lines.iter().position(fits).expect("the last line takes the rest")
}

/// What a condition on the page means, written a second time and on purpose not taken from the program.
fn holds(condition: &str, situation: &Situation) -> bool {
    let (is, words) = condition.strip_prefix("not ").map_or((true, condition), |words| (false, words));
    if let Some((fact, values)) = words.split_once(' ') {
        let value = match fact {
            "relation" => format!("{:?}", situation.relation).to_lowercase(),
            "shared" => format!("{:?}", situation.shared).to_lowercase(),
            "emergency" => format!("{:?}", situation.emergency).to_lowercase(),
            "age" => situation.age.key().to_owned(),
            other => panic!("no such fact: {other}"),
        };
        return is == values.split('/').any(|name| name == value);
    }
    let fact = match words {
        "erased" => situation.erased,
        "blocked" => situation.blocked,
        "protected-address" => situation.protected_address,
        "written-here" => situation.written_here,
        "area-closed" => situation.area_closed,
        "objection" => situation.objection,
        other => panic!("no such fact: {other}"),
    };
    is == fact
}

/// Reads the page as a person would: chapter, roles, what they ask for, rules.
fn read(page: &str) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let mut class = None;
    let mut roles = Vec::new();
    for line in page.lines() {
        if let Some(key) = line.strip_prefix("Class ") {
            class = Class::ALL.into_iter().find(|class| class.key() == key);
        } else if let (Some(rule), Some(list)) = (line.strip_prefix("    "), lists.last_mut()) {
            list.lines.push(read_rule(rule));
        } else if let (Some(asking), Some(class)) = (line.strip_prefix("  "), class) {
            lists.push(List { class, roles: roles.clone(), asking: read_asking(asking), lines: Vec::new() });
        } else if line.is_empty() {
            roles.clear();
        } else if class.is_some() {
            roles.extend(line.split(" · ").filter_map(Role::parse));
        }
    }
    lists
}

fn read_rule(rule: &str) -> Line {
    let (rest, decisions) = rule.rsplit_once(' ').unwrap();
    let (outcome, when) = rest.split_at(23);
    let conditions = match when.trim() {
        "otherwise" => Vec::new(),
        when => when.strip_prefix("if ").unwrap().split(" and ").map(str::to_owned).collect(),
    };
    Line { outcome: outcome.trim().to_owned(), conditions, decisions: decisions.parse().unwrap() }
}

fn read_asking(asking: &str) -> Vec<(Aspect, Option<Area>)> {
    let mut all = Vec::new();
    for part in asking.split("; ") {
        let (aspect, of) = part.split_once(" of ").unwrap();
        let aspect = Aspect::ALL.into_iter().find(|known| known.key() == aspect).unwrap();
        match of {
            "any or no area" => all.extend(areas().map(|area| (aspect, area))),
            of => all.extend(of.split(", ").map(|key| (aspect, read_area(key)))),
        }
    }
    all
}

fn read_area(key: &str) -> Option<Area> {
    if key == "no-area" { None } else { Some(Area::parse(key).unwrap()) }
}
