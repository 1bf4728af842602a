//! The demo city's wards: three ages of a number, a list that is lived in, and Jon's stay that ended with somebody who took over.

use kernel::capacity::{Expected, Places};
use kernel::id::{PersonId, RowId};
use kernel::time::{Clock, Timestamp};
use platform::app::App;
use platform::ctx::Ctx;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::CHARTER;
use super::choices::{How, Journey, NextStep, UnitKind, Why};
use super::rules::Command;
use super::store::stays;
use super::store::units::{self, About, Count};
use super::work::{self, Act};

/// Fills the wards.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    let detox = unit(app, city, ("detox-nurse", now.plus_days(-25)), about(UnitKind::Detox, "Avrusning", "+4755000060"), (8, 6))?;
    let acute =
        unit(app, city, ("detox-nurse", now.plus_minutes(-310)), about(UnitKind::Acute, "Rusakutten", "+4755000064"), (4, 2))?;
    let ward = unit(
        app,
        city,
        ("tsb", now.plus_days(-2)),
        About { target: "voksne, fra fire uker".into(), ..about(UnitKind::Ward, "Døgnposten", "+4755000074") },
        (12, 1),
    )?;
    let own = About { without_referral: true, ..about(UnitKind::OwnChoice, "Brukerstyrt plass", "+4755000063") };
    unit(app, city, ("detox-nurse", now.plus_minutes(-70)), own, (2, 1))?;
    jon(app, city, &detox, now)?;
    list(app, city, (&detox, &acute), now)?;
    figures(app, &[&detox, &acute, &ward], now)?;
    // Anna looked at the board a short while ago.
    let looked = detox.clone();
    let anna = city.as_staff(app, "detox-nurse", now.plus_minutes(-25))?;
    door::execute_here(app, &anna, &CHARTER, "count-beds", move |tx, desk| {
        let seen = units::one(tx, &looked)?.version;
        work::confirm(tx, desk, &looked, seen)
    })
}

fn about(kind: UnitKind, name: &str, phone: &str) -> About {
    About {
        kind,
        name: name.to_owned(),
        target: "voksne over 18 år".to_owned(),
        phone: phone.to_owned(),
        without_referral: false,
        closed: false,
    }
}

fn unit(
    app: &App,
    city: &City,
    (who, at): (&'static str, Timestamp),
    about: About,
    (total, free): (u16, u16),
) -> Result<RowId, Error> {
    let mut board = Places::new(total, free).map_err(|_| Error::fault("the demo has a number nobody can mean"))?;
    if about.kind == UnitKind::Ward {
        let soon = Expected { free: 2, at: app.source().now().plus_days(3).day().at(Clock::at(12, 0)) };
        board = board.with_stored(Some(soon));
    }
    door::execute_here(app, &city.as_staff(app, who, at)?, &CHARTER, "describe-unit", move |tx, desk| {
        work::describe(tx, desk, None, &about, board)
    })
}

/// Who asked for whom, where, and when.
struct Asking<'a> {
    who: &'static str,
    person: &'a PersonId,
    unit: &'a RowId,
    at: Timestamp,
    acute: bool,
    next_step: NextStep,
    words: Option<&'static str>,
}

fn ask(app: &App, city: &City, asking: &Asking<'_>) -> Result<RowId, Error> {
    let staff = city.as_staff(app, asking.who, asking.at)?;
    let person = asking.person.clone();
    let asked = work::Asked {
        unit: asking.unit.clone(),
        acute: asking.acute,
        next_step: Some(asking.next_step),
        words: asking.words.map(str::to_owned),
        said_yes: true,
    };
    door::execute_here(app, &staff, &CHARTER, "ask-for-bed", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        work::ask(tx, desk, &permit, &asked)
    })
}

fn act(app: &App, ctx: &Ctx, act: &'static str, stay: &RowId, command: Command, leaving: Option<i64>) -> Result<(), Error> {
    let stay = stay.clone();
    let leaving_on = leaving.map(|days| app.source().now().plus_days(days).day());
    door::execute_here(app, ctx, &CHARTER, act, move |tx, desk| {
        let person = stays::whose(tx, &stay)?;
        let permit = desk.person(tx, &person)?;
        let seen = stays::one(tx, desk, &permit, &stay)?.case.version;
        work::act(tx, desk, &permit, &stay, &Act { seen, command, leaving_on }).map(drop)
    })
}

fn hear(app: &App, person: &PersonId, handover: &str, journey: Journey) -> Result<(), Error> {
    let (person, handover) = (person.clone(), handover.to_owned());
    door::execute_here(app, &app.machine(), &CHARTER, "hear-of-hand-over", move |tx, _| {
        stays::journey(tx, &person, &handover, Some(journey))
    })
}

/// Jon's stay: asked for by Kari, begun and ended with somebody who took over, and they have met.
fn jon(app: &App, city: &City, unit: &RowId, now: Timestamp) -> Result<(), Error> {
    let jon = city.jon()?;
    let asking = Asking {
        who: "mo-nurse",
        person: jon,
        unit,
        at: now.plus_days(-21),
        acute: false,
        next_step: NextStep::Outpatient,
        words: Some("Jon vil helst ha rom mot hagen. Han sover dårlig de første nettene."),
    };
    let stay = ask(app, city, &asking)?;
    let anna = |days: i64| city.as_staff(app, "detox-nurse", now.plus_days(days));
    act(app, &anna(-20)?, "hold-place", &stay, Command::Offer(now.plus_days(-19)), None)?;
    act(app, &anna(-19)?, "take-in", &stay, Command::Begin, Some(-10))?;
    let handover = kernel::id::hex(app.source().id_bits());
    hear(app, jon, &handover, Journey::Accepted)?;
    act(app, &anna(-10)?, "let-go", &stay, Command::End(How::Planned), None)?;
    hear(app, jon, &handover, Journey::Passed)
}

/// The ward's list as it looks today.
fn list(app: &App, city: &City, (detox, acute): (&RowId, &RowId), now: Timestamp) -> Result<(), Error> {
    let minutes = |n: i64| now.plus_minutes(-n);
    let rows: [(usize, &'static str, Asking<'_>); 9] = {
        let Some(any) = city.others.first() else { return Ok(()) };
        let row = |n: usize, who, at, acute_now: bool, next_step, words| {
            let unit = if acute_now && n == 18 { acute } else { detox };
            let person = city.others.get(n).unwrap_or(any);
            (n, who, Asking { who, person, unit, at, acute: acute_now, next_step, words })
        };
        [
            row(6, "mo-nurse", now.plus_days(-6), false, NextStep::Outpatient, None),
            row(12, "mo-nurse", now.plus_days(-5), false, NextStep::Lar, Some("Vil ha med seg egen pute.")),
            row(1, "coordinator", now.plus_days(-3), false, NextStep::Inpatient, None),
            row(18, "mo-nurse", minutes(280), true, NextStep::Unclear, Some("Kom hit selv i morges. Skjelver mye.")),
            row(7, "coordinator", now.plus_days(-2), false, NextStep::Home, None),
            row(9, "tsb", minutes(130), false, NextStep::Outpatient, Some("Har vært her før og vil helst ha samme kontakt.")),
            row(24, "mo-nurse", minutes(35), true, NextStep::Outpatient, None),
            row(13, "coordinator", now.plus_days(-4), false, NextStep::Housing, None),
            row(15, "tsb", now.plus_days(-3), false, NextStep::Outpatient, None),
        ]
    };
    for (n, _, asking) in &rows {
        if city.others.len() > *n {
            let stay = ask(app, city, asking)?;
            goes_on(app, city, *n, asking.person, &stay, now)?;
        }
    }
    Ok(())
}

/// What has happened since somebody asked.
fn goes_on(app: &App, city: &City, n: usize, person: &PersonId, stay: &RowId, now: Timestamp) -> Result<(), Error> {
    let anna = |at: Timestamp| city.as_staff(app, "detox-nurse", at);
    let handover = kernel::id::hex(app.source().id_bits());
    let begin =
        |days: i64, leaving: Option<i64>| act(app, &anna(now.plus_days(-days))?, "take-in", stay, Command::Begin, leaving);
    match n {
        6 => {
            begin(4, Some(1))?;
            hear(app, person, &handover, Journey::Accepted)
        }
        12 => {
            begin(3, Some(4))?;
            hear(app, person, &handover, Journey::Offered)
        }
        1 => begin(1, Some(2)),
        18 => act(app, &anna(now.plus_minutes(-240))?, "take-in", stay, Command::Begin, None),
        7 => {
            let tomorrow = now.plus_days(1).day().at(Clock::at(10, 0));
            act(app, &anna(now.plus_days(-1))?, "hold-place", stay, Command::Offer(tomorrow), None)
        }
        13 => act(app, &anna(now.plus_days(-3))?, "say-no-for-now", stay, Command::SayNo(Why::Full), None),
        15 => {
            begin(2, Some(5))?;
            act(app, &anna(now.plus_minutes(-500))?, "let-go", stay, Command::End(How::Unplanned), None)
        }
        _ => Ok(()),
    }
}

/// Days before today, in figures that are about nobody.
fn figures(app: &App, units: &[&RowId], now: Timestamp) -> Result<(), Error> {
    let units: Vec<RowId> = units.iter().map(|unit| (*unit).clone()).collect();
    door::execute_here(app, &app.machine(), &CHARTER, "count-beds", move |tx, _| {
        for (which, unit) in units.iter().enumerate() {
            let total = units::one(tx, unit)?.board.total();
            for days in 1..=14_u16 {
                let free = (days * 7 + u16::try_from(which).unwrap_or(0) * 3) % (total / 2 + 1);
                let board = Places::new(total, free).map_err(|_| Error::fault("the demo has a number nobody can mean"))?;
                let day = now.plus_days(-i64::from(days)).day();
                for _ in 0..(days * 5 + free) % 4 {
                    units::count(tx, unit, board, day, Count::Asked)?;
                }
                let count = if free == 0 { Count::Refused } else { Count::Board };
                units::count(tx, unit, board, day, count)?;
            }
        }
        Ok(())
    })
}
