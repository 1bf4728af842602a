//! Step by step: two or three tiny questions a page, each of which may be skipped.

use askama::Template;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::crisis_card::rules::{Command, MAX_PHONE, MAX_WORDS, NewLine, Slot, Zone};
use crate::crisis_card::shown::{self, ShownLine};
use crate::crisis_card::{CHARTER, store, work};

/// The pages, in the order in which it is easiest to think of it: from what is good to what is worst.
const STEPS: [(Zone, &[Slot]); 7] = [
    (Zone::Fine, &[Slot::Signs, Slot::Helps]),
    (Zone::Hard, &[Slot::Signs, Slot::Helps]),
    (Zone::Hard, &[Slot::Avoid, Slot::Safe]),
    (Zone::Hard, &[Slot::Call]),
    (Zone::Crisis, &[Slot::Signs, Slot::Helps]),
    (Zone::Crisis, &[Slot::Avoid, Slot::Safe]),
    (Zone::Crisis, &[Slot::Call]),
];

struct Question {
    field: &'static str,
    label: String,
    people: bool,
    words: String,
    there: Vec<ShownLine>,
}

#[derive(Template)]
#[template(path = "crisis_card/pages/step.html")]
struct StepPage {
    frame: Frame,
    t: Say,
    again: Again,
    zone: String,
    step: String,
    action: String,
    questions: Vec<Question>,
    phone: String,
    next: String,
}

/// The number in the address, from 1, with what is asked there.
fn step(asked: &Asked) -> Result<(usize, Zone, &'static [Slot]), Error> {
    let number: usize = asked.param("step").parse().map_err(|_| Error::Missing)?;
    let (zone, slots) = number.checked_sub(1).and_then(|at| STEPS.get(at)).ok_or(Error::Missing)?;
    Ok((number, *zone, slots))
}

fn after(number: usize) -> String {
    if number < STEPS.len() { format!("/krisekort/steg/{}", number + 1) } else { "/krisekort".to_owned() }
}

/// The questions of a step.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (number, zone, slots) = step(&asked)?;
    let card = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        store::load(tx, &own)
    });
    let (card, say) = (card.await?, asked.say());
    let question = |slot: &Slot| Question {
        field: slot.key(),
        label: shown::question(&say, zone, *slot),
        people: *slot == Slot::Call,
        words: asked.form.get(slot.key()).to_owned(),
        there: card.standing().filter(|entry| (entry.zone, entry.slot) == (zone, *slot)).map(shown::line).collect(),
    };
    let page = StepPage {
        frame: asked.frame(),
        zone: say.t(&format!("crisis-zone-{}", zone.key())),
        step: say.with2("crisis-step-of", "n", number, "of", STEPS.len()),
        action: format!("/krisekort/steg/{number}"),
        questions: slots.iter().map(question).collect(),
        phone: asked.form.get("phone").to_owned(),
        next: after(number),
        t: say.clone(),
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Saves what was answered and goes on. What was left empty is no answer.
pub async fn answer(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_answer(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_answer(asked: &Asked) -> Result<Settled, Error> {
    let (number, zone, slots) = step(asked)?;
    let names: Vec<&str> = slots.iter().map(|slot| slot.key()).chain(["phone"]).collect();
    asked.form.only(&names)?;
    let command = Command::Add(typed(asked, zone, slots)?);
    let settled = asked.change(&CHARTER, "write-on-card", move |tx, desk| {
        work::change_card(tx, desk, &command)?;
        Ok(Settled::to(after(number)))
    });
    settled.await
}

fn typed(asked: &Asked, zone: Zone, slots: &[Slot]) -> Result<Vec<NewLine>, Error> {
    let (mut lines, mut errors) = (Vec::new(), Vec::new());
    let phone = asked.form.text_or_none("phone", MAX_PHONE).map_err(|error| errors.push(error)).ok().flatten();
    for slot in slots {
        let people = *slot == Slot::Call;
        match asked.form.text_or_none(slot.key(), MAX_WORDS) {
            Ok(Some(words)) => lines.push(NewLine {
                zone,
                slot: *slot,
                words: words.as_str().to_owned(),
                phone: phone.as_ref().filter(|_| people).map(|phone| phone.as_str().to_owned()),
            }),
            // A number without a name helps nobody who reads it in a hurry.
            Ok(None) if people && phone.is_some() => errors.push(FieldError::new(slot.key(), "form-write-something")),
            Ok(None) => {}
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(lines) } else { Err(Error::Invalid(errors)) }
}
