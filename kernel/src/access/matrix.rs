//! The access matrix as text: every decision there is, folded so that a person can read it.

mod fold;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{Aspect, Basis, Decision, Reason, Situation, decide};
use crate::area::Area;
use crate::class::Class;
use crate::role::Role;

/// How the file begins: for whoever reads it without having seen the code.
const PREFACE: &str = "\
The access matrix: who may see what, and on which ground
=========================================================

Made by the program from the one access decision, and compared with it in every test run. Do not edit it.

It answers every question there is: every role, class of record, area of life, aspect and situation. Below, what has the
same answer everywhere is written once. Each block names the roles and what they ask for; under it stand its rules. The first
rule that fits decides. The number at the end of a rule says how many single decisions it stands for; the numbers add up.

Aspects      content: the records · card: name and year of birth · whereabouts: phone, address, place
Situation    erased, blocked, protected-address, written-here (by the asker's own organisation), relation of that
             organisation to the person, area-closed, objection (to sharing between health personnel), shared (a grant for
             this receiver and area), emergency (opened by this very employee), age
";

/// One question without the situation.
type Question = (Role, Class, Option<Area>, Aspect);

/// What is asked for, once role and class are known.
type Ask = (Aspect, Option<Area>);

/// All answers: to each question the number of a column, and the columns, each with the outcomes of all situations.
struct Answers {
    of: BTreeMap<Question, usize>,
    columns: Vec<Vec<u8>>,
    seal: String,
}

/// The whole matrix. It asks for every decision there is, so it takes seconds where the rest of the kernel takes nanoseconds.
#[must_use]
pub fn matrix() -> String {
    let answers = ask_everything();
    let mut text = PREFACE.to_owned();
    overview(&mut text, &answers);
    let mut total = 0;
    for class in Class::ALL {
        total += chapter(&mut text, &answers, class);
    }
    let questions = answers.of.len();
    line(&mut text, &format!("\nTotal {total} decisions = {questions} questions x {} situations", Situation::COUNT));
    line(&mut text, &format!("SHA-256 of all outcomes in order: {}", answers.seal));
    text
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// The areas in screen order and, last, none.
fn areas() -> impl Iterator<Item = Option<Area>> {
    Area::ALL.into_iter().map(Some).chain([None])
}

fn area_key(area: Option<Area>) -> &'static str {
    area.map_or("no-area", Area::key)
}

/// Every question: role by role, then class, area and aspect.
fn questions() -> impl Iterator<Item = Question> {
    Role::ALL.into_iter().flat_map(|role| {
        Class::ALL.into_iter().flat_map(move |class| {
            areas().flat_map(move |area| Aspect::ALL.into_iter().map(move |aspect| (role, class, area, aspect)))
        })
    })
}

fn ask_everything() -> Answers {
    let situations: Vec<Situation> = Situation::all().collect();
    let mut seal = Sha256::new();
    let mut numbers: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    let mut answers = Answers { of: BTreeMap::new(), columns: Vec::new(), seal: String::new() };
    for question in questions() {
        let (role, class, area, aspect) = question;
        let outcomes: Vec<u8> =
            situations.iter().map(|situation| number_of(decide(role, class, area, aspect, situation))).collect();
        seal.update(&outcomes);
        let number = *numbers.entry(outcomes.clone()).or_insert_with(|| {
            answers.columns.push(outcomes);
            answers.columns.len() - 1
        });
        answers.of.insert(question, number);
    }
    answers.seal = crate::merkle::hex(&seal.finalize().into());
    answers
}

/// Outcomes as numbers: the grounds of a yes in their order, then the reasons of a no in theirs.
fn number_of(decision: Decision) -> u8 {
    match decision {
        Decision::Permit(basis) => basis as u8,
        Decision::Deny(reason) => Basis::ALL.len() as u8 + reason as u8,
    }
}

/// Whether the number is that of a yes.
fn is_permit(number: u8) -> bool {
    usize::from(number) < Basis::ALL.len()
}

/// An outcome in words.
fn outcome_in_words(number: u8) -> String {
    let number = usize::from(number);
    let basis = Basis::ALL.get(number).map(|basis| format!("permit {}", basis.key()));
    let reason = || Reason::ALL.get(number.saturating_sub(Basis::ALL.len())).map(|reason| format!("deny {}", reason.key()));
    basis.or_else(reason).unwrap_or_default()
}

/// On one page: on which grounds a role can ever see content of a class.
fn overview(text: &mut String, answers: &Answers) {
    line(text, "\nWho may ever see content, and on which grounds\n----------------------------------------------\n");
    for role in Role::ALL {
        let grounds: Vec<String> = Class::ALL
            .into_iter()
            .map(|class| (class, grounds_for_content(answers, role, class)))
            .filter(|(_, grounds)| !grounds.is_empty())
            .map(|(class, grounds)| format!("{} ({})", class.key(), grounds.join(", ")))
            .collect();
        line(text, &format!("{:<18} {}", role.key(), grounds.join(" · ")));
    }
}

fn grounds_for_content(answers: &Answers, role: Role, class: Class) -> Vec<&'static str> {
    let asked: Vec<usize> = areas().filter_map(|area| answers.of.get(&(role, class, area, Aspect::Content)).copied()).collect();
    let occurs = |basis: &Basis| {
        let number = number_of(Decision::Permit(*basis));
        asked.iter().filter_map(|column| answers.columns.get(*column)).any(|column| column.contains(&number))
    };
    Basis::ALL.into_iter().filter(occurs).map(Basis::key).collect()
}

/// Everything about one class: roles that get the same answers to all questions share a block.
fn chapter(text: &mut String, answers: &Answers, class: Class) -> usize {
    let mut blocks: Vec<(Vec<usize>, Vec<Role>)> = Vec::new();
    for role in Role::ALL {
        let columns: Vec<usize> = asked_of(answers, role, class).map(|(_, column)| column).collect();
        match blocks.iter_mut().find(|(same, _)| *same == columns) {
            Some((_, roles)) => roles.push(role),
            None => blocks.push((columns, vec![role])),
        }
    }
    let title = format!("Class {}", class.key());
    line(text, &format!("\n\n{title}\n{}", "=".repeat(title.len())));
    let total = blocks.iter().map(|(_, roles)| block(text, answers, class, roles)).sum();
    line(text, &format!("\nIn class {}: {total} decisions", class.key()));
    total
}

/// What can be asked of a role about a class, with the number of the column that answers it.
fn asked_of(answers: &Answers, role: Role, class: Class) -> impl Iterator<Item = (Ask, usize)> {
    Aspect::ALL
        .into_iter()
        .flat_map(|aspect| areas().map(move |area| (aspect, area)))
        .filter_map(move |(aspect, area)| answers.of.get(&(role, class, area, aspect)).map(|column| ((aspect, area), *column)))
}

/// The rules for some roles that are treated alike: questions with the same column share a list of rules.
fn block(text: &mut String, answers: &Answers, class: Class, roles: &[Role]) -> usize {
    text.push('\n');
    for some in roles.chunks(8) {
        let keys: Vec<&str> = some.iter().map(|role| role.key()).collect();
        line(text, &keys.join(" · "));
    }
    let Some(first) = roles.first() else { return 0 };
    let mut lists: Vec<(usize, Vec<Ask>)> = Vec::new();
    for (asked, column) in asked_of(answers, *first, class) {
        match lists.iter_mut().find(|(same, _)| *same == column) {
            Some((_, asking)) => asking.push(asked),
            None => lists.push((column, vec![asked])),
        }
    }
    lists.iter().map(|(column, asking)| list(text, answers.columns.get(*column), asking, roles.len())).sum()
}

/// One list of rules: what is asked for, and then rule by rule.
fn list(text: &mut String, column: Option<&Vec<u8>>, asking: &[Ask], roles: usize) -> usize {
    line(text, &format!("  {}", asking_in_words(asking)));
    let mut total = 0;
    for rule in fold::fold(column.map_or(&[], Vec::as_slice), is_permit) {
        let conditions: Vec<String> = rule.conditions.iter().map(fold::Condition::in_words).collect();
        let when = if conditions.is_empty() { "otherwise".to_owned() } else { format!("if {}", conditions.join(" and ")) };
        let decisions = rule.situations * asking.len() * roles;
        line(text, &format!("    {:<22} {when:<68} {decisions:>9}", outcome_in_words(rule.outcome)));
        total += decisions;
    }
    total
}

/// `content of housing, money; card of any area`.
fn asking_in_words(asking: &[Ask]) -> String {
    let words = Aspect::ALL.into_iter().filter_map(|aspect| {
        let of: Vec<&str> = asking.iter().filter(|(asked, _)| *asked == aspect).map(|(_, area)| area_key(*area)).collect();
        let of = if of.len() == areas().count() { "any or no area".to_owned() } else { of.join(", ") };
        (!of.is_empty()).then(|| format!("{} of {of}", aspect.key()))
    });
    words.collect::<Vec<String>>().join("; ")
}
