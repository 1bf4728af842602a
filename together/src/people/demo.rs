//! Its share of the demo city: what Jon says about himself, people who came in at the door, and some who must not be found.

use kernel::id::PersonId;
use kernel::language::Language;
use platform::access::lookups;
use platform::app::App;
use platform::args;
use platform::ctx::Ctx;
use platform::db::Tx;
use platform::demo::City;
use platform::door::execute_here;
use platform::error::Error;
use platform::keys::Cell;

use super::card::{About, AtTheDoor, Letters, Living};
use super::rules::Ground;
use super::store::card::FoundBy;
use super::{CHARTER, acts};

/// Persons whose hashes are written in one commit.
const CHUNK: usize = 50;

/// Who came in at the MO-centre lately: days ago, name, year, phone.
const AT_THE_DOOR: [(i64, Option<&str>, Option<i64>, Option<&str>); 4] = [
    (0, Some("Áile"), Some(1991), None),
    (0, None, None, None),
    (3, Some("Rolf"), None, Some("+4755031001")),
    (12, Some("Čiŋil"), Some(1979), None),
];

/// Fills it.
///
/// # Errors
/// A fault.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    find_everyone(app, city)?;
    let now = app.source().now();
    let about = jon();
    let as_jon = city.as_person(app, city.jon()?, now.plus_days(-40));
    execute_here(app, &as_jon, &CHARTER, "tell", move |tx, desk| acts::tell(tx, desk, &about))?;
    for (days, name, year, phone) in AT_THE_DOOR {
        let ctx = city.as_staff(app, "mo-nurse", now.plus_days(-days))?;
        let said = AtTheDoor { name: name.map(Into::into), birth_year: year, phone: phone.map(Into::into) };
        at_the_door(app, &ctx, &said)?;
    }
    // Two who must not be found: one says so herself, one by decision of the register.
    if let (Some(own), Some(register)) = (city.others.get(4), city.others.get(6)) {
        protect(app, &city.as_person(app, own, now.plus_days(-20)), own, Ground::Own)?;
        let staff = city.as_staff(app, "mo-nurse", now.plus_days(-5))?;
        protect(app, &staff, register, Ground::Strict)?;
    }
    Ok(())
}

fn jon() -> About {
    About {
        name: Some("Jon".into()),
        aliases: vec!["Jonnern".into(), "Skogen".into()],
        about: Some("Si Jon. Jeg har bodd ute, men jeg er snekker. Spør meg før dere ringer noen.".into()),
        phone: Some("+4755001234".into()),
        birth_year: Some(1984),
        language: Language::Nb,
        living: Living::ForATime,
        place: Some("Rom 12 på Fjellro til jul. Ellers på kaia bak biblioteket om kvelden.".into()),
        letters: Letters::Paper,
    }
}

fn at_the_door(app: &App, ctx: &Ctx, said: &AtTheDoor) -> Result<(), Error> {
    let (id, said) = (PersonId::from_bits(app.source().id_bits()), said.clone());
    app.keys().make_here(std::slice::from_ref(&id))?;
    let key = app.keys().find(&id)?.ok_or_else(|| Error::fault("a key that was just made is not there"))?;
    execute_here(app, ctx, &CHARTER, "register", move |tx, desk| acts::register(tx, desk, &id, &key, &said))
}

fn protect(app: &App, ctx: &Ctx, person: &PersonId, ground: Ground) -> Result<(), Error> {
    let person = person.clone();
    execute_here(app, ctx, &CHARTER, "protect-address", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        acts::protect(tx, desk, &permit, ground)
    })
}

/// The keyed hashes of those who lived here before the part was there.
fn find_everyone(app: &App, city: &City) -> Result<(), Error> {
    for chunk in city.others.chunks(CHUNK) {
        let (here, persons) = (app.clone(), chunk.to_vec());
        app.db().write_here(move |tx| persons.iter().try_for_each(|person| find_one(tx, &here, person)))?;
    }
    Ok(())
}

fn find_one(tx: &mut Tx<'_>, app: &App, person: &PersonId) -> Result<(), Error> {
    let row = tx.row("SELECT name, phone, birth_year FROM person WHERE person_id = $1", args![person])?;
    let (Some(row), Some(key)) = (row, app.keys().find(person)?) else { return Ok(()) };
    let open = |at, column| -> Result<Option<String>, Error> {
        let sealed = row.blob_or_null(at)?;
        Ok(sealed.map(|sealed| key.open(Cell::new("person", person.as_str(), column), sealed)).transpose()?)
    };
    let (name, phone) = (open(0, "name")?, open(1, "phone")?);
    let by = FoundBy { name: name.as_deref(), aliases: &[], birth_year: row.int_or_null(2)?, phone: phone.as_deref() };
    for (kind, value) in by.values() {
        lookups::keep(tx, person, kind, &app.keys().lookup(kind, &value))?;
    }
    Ok(())
}
