//! The demo city's letters: one that waits, one that has been answered, and one without a name.

use kernel::id::PersonId;
use kernel::persona::OrganisationKind;
use platform::app::App;
use platform::ctx::{Actor, Ctx};
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::CHARTER;
use super::rules::Kind;
use super::work::{self, Draft};

/// Fills the letters.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    let jon = city.as_person(app, city.jon()?, now.plus_days(-9));
    let words = "Brevet om dusj kom dagen etter at dusjen var stengt. Kan dere henge opp en lapp på døra?";
    let asked = draft(city, OrganisationKind::MoCentre, Kind::Words, words, true)?;
    let answered = send(app, &jon, asked)?;
    let leader = city.as_staff(app, "leader", now.plus_days(-4))?;
    door::execute_here(app, &leader, &CHARTER, "answer-letter", move |tx, desk| {
        work::answer(tx, desk, &answered, "Takk for at du sa fra. Vi henger opp en lapp dagen før, fra mandag av.")
    })?;
    let waiting = city.as_person(app, city.jon()?, now.plus_days(-2));
    let words = "Jeg fikk ikke ha med søstera mi inn på møtet, enda jeg hadde sagt at hun skulle være med.";
    send(app, &waiting, draft(city, OrganisationKind::Nav, Kind::Complaint, words, true)?)?;
    let anyone = Ctx::new(now.plus_days(-30), kernel::language::Language::Nb, Actor::visitor(), app.source().bytes());
    let words = "Dere ropte opp navnet mitt i luka så alle hørte det.";
    send(app, &anyone, draft(city, OrganisationKind::LarOutlet, Kind::Complaint, words, false)?)?;
    Ok(())
}

fn draft(city: &City, kind: OrganisationKind, what: Kind, words: &str, keep: bool) -> Result<Draft, Error> {
    let about = city.organisation(kind)?.clone();
    Ok(Draft { kind: what, about, words: words.to_owned(), signed: None, keep })
}

fn send(app: &App, ctx: &Ctx, draft: Draft) -> Result<PersonId, Error> {
    let letter = PersonId::from_bits(app.source().id_bits());
    app.keys().make_here(std::slice::from_ref(&letter))?;
    let key = app.keys().find(&letter)?.ok_or_else(|| Error::fault("a key that was just made is not there"))?;
    let id = letter.clone();
    door::execute_here(app, ctx, &CHARTER, "write-letter", move |tx, desk| work::send(tx, desk, &draft, (&id, &key)).map(drop))?;
    Ok(letter)
}
