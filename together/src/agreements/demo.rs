//! The demo city's agreements: some that hold, one that ends soon, one that waits, one that was changed on the way, a no.

use kernel::id::RowId;
use kernel::persona::OrganisationKind;
use kernel::time::{Day, Timestamp};
use platform::app::App;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::rules::{Command, Terms};
use super::{CHARTER, work};

/// Fills the register.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    let today = now.day();
    let coffee = terms(
        "Kaffe og selskap i venterommet på MO-senteret",
        "Kafé Kompass stiller med to likepersoner tirsdag og torsdag kl. 10 til 13. MO-senteret holder rom, kaffe og en ansatt å spørre. Ingen av oss betaler den andre.",
        (today.plus(-200), today.plus(165)),
    );
    let id = propose(app, city, "volunteer", OrganisationKind::MoCentre, &coffee, now.plus_days(-210))?;
    answer(app, city, "mo-nurse", (&id, 1), &Command::Yes, None, now.plus_days(-206))?;

    let late = terms(
        "Seng samme kveld etter avrusning",
        "Boligteamet holder en seng av til den som reiser fra Avrusning. Avrusning ringer før kl. 14.",
        (today.plus(-330), today.plus(35)),
    );
    let id = propose(app, city, "detox-nurse", OrganisationKind::Housing, &late, now.plus_days(-340))?;
    let earlier = Terms { words: "Boligteamet holder en seng av til den som reiser fra Avrusning. Avrusning ringer før kl. 12, så rekker vi å gjøre den klar.".into(), ..late };
    answer(app, city, "housing", (&id, 1), &Command::Change(earlier), None, now.plus_days(-338))?;
    answer(app, city, "detox-nurse", (&id, 2), &Command::Yes, None, now.plus_days(-337))?;

    let nav = terms(
        "NAV på MO-senteret hver onsdag",
        "En veileder fra NAV sitter på MO-senteret onsdag kl. 9 til 15. MO-senteret sier fra på dagen hvis det er kø.",
        (today.plus(-60), today.plus(300)),
    );
    let id = propose(app, city, "nav", OrganisationKind::MoCentre, &nav, now.plus_days(-75))?;
    answer(app, city, "mo-nurse", (&id, 1), &Command::Yes, None, now.plus_days(-70))?;

    let walk = terms(
        "Følge til første time",
        "En likeperson fra Kafé Kompass blir med til første time i kommunen når personen vil det. Kommunen betaler bussbillett og kurs to ganger i året.",
        (today.plus(20), today.plus(385)),
    );
    propose(app, city, "volunteer", OrganisationKind::Municipality, &walk, now.plus_days(-3))?;

    let short = terms(
        "Åpent rom i romjula",
        "Kafé Kompass holder åpent 27. til 30. desember. Kommunen betaler strøm og mat.",
        (today.plus(30), today.plus(45)),
    );
    let id = propose(app, city, "leader", OrganisationKind::Voluntary, &short, now.plus_days(-15))?;
    let reason = Some("Vi har ikke folk nok i romjula i år. Spør oss gjerne om påsken.");
    answer(app, city, "volunteer", (&id, 1), &Command::No, reason, now.plus_days(-12))
}

fn terms(title: &str, words: &str, (from, until): (Day, Day)) -> Terms {
    Terms { title: title.to_owned(), words: words.to_owned(), from, until }
}

fn propose(app: &App, city: &City, persona: &str, other: OrganisationKind, terms: &Terms, at: Timestamp) -> Result<RowId, Error> {
    let (ctx, other, terms) = (city.as_staff(app, persona, at)?, city.organisation(other)?.clone(), terms.clone());
    door::execute_here(app, &ctx, &CHARTER, "propose", move |tx, desk| work::propose(tx, desk, &other, &terms))
}

fn answer(
    app: &App,
    city: &City,
    persona: &str,
    (id, seen): (&RowId, i64),
    command: &Command,
    reason: Option<&'static str>,
    at: Timestamp,
) -> Result<(), Error> {
    let (ctx, id, command) = (city.as_staff(app, persona, at)?, id.clone(), command.clone());
    door::execute_here(app, &ctx, &CHARTER, "answer", move |tx, desk| work::change(tx, desk, &id, seen, (&command, reason)))
}
