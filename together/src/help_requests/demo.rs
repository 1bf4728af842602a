//! Its share of the demo city: who answers what, who is on duty, and people who have asked.

use kernel::id::PersonId;
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::time::{Clock, Timestamp};
use platform::app::App;
use platform::ctx::{Actor, Ctx};
use platform::demo::City;
use platform::door::execute_here;
use platform::error::Error;

use super::CHARTER;
use super::acts::{self, Draft, Receipt};
use super::choices::{Need, Reach, Ready};
use super::promise::{Hours, Opening};
use super::rules::Holder;
use super::store::desks::{self, Answering};

/// Who answers: organisation, default persona, minutes, place one can come by, needs, days open and hours.
struct DemoDesk {
    kind: OrganisationKind,
    persona: &'static str,
    minutes: i64,
    place: Option<&'static str>,
    needs: &'static [Need],
    days: i8,
    opens: u8,
    closes: u8,
}

const DESKS: [DemoDesk; 4] = [
    DemoDesk {
        kind: OrganisationKind::MoCentre,
        persona: "mo-nurse",
        minutes: 240,
        place: Some("MO-senteret, grønn dør"),
        needs: &[Need::Talk, Need::Food, Need::SaferUse, Need::StopOrLess, Need::Gambling, Need::Other],
        days: 7,
        opens: 8,
        closes: 20,
    },
    DemoDesk {
        kind: OrganisationKind::Housing,
        persona: "housing",
        minutes: 120,
        place: None,
        needs: &[Need::Sleep],
        days: 7,
        opens: 7,
        closes: 22,
    },
    DemoDesk {
        kind: OrganisationKind::Outreach,
        persona: "outreach",
        minutes: 240,
        place: Some("Bussen på torget"),
        needs: &[],
        days: 7,
        opens: 15,
        closes: 23,
    },
    DemoDesk {
        kind: OrganisationKind::Nav,
        persona: "nav",
        minutes: 420,
        place: Some("NAV, skranken"),
        needs: &[],
        days: 5,
        opens: 9,
        closes: 15,
    },
];

/// Somebody who asked: how many minutes ago, what, in which words, and a number to call.
const ASKED: [(i64, Need, Option<&str>, Option<&str>); 6] = [
    (150, Need::StopOrLess, Some("Vil snakke om å trappe ned."), Some("+4741002030")),
    (95, Need::Sleep, Some("Trenger et sted å sove i natt."), None),
    (70, Need::Talk, Some("Kan noen ringe meg? Helst etter lunsj."), Some("+4741002031")),
    (40, Need::Other, None, None),
    (25, Need::Gambling, Some("Jeg har spilt bort husleia. Hva gjør jeg nå?"), None),
    (10, Need::Food, Some("Fins det klær i str. L?"), None),
];

/// Fills the city.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    set_up(app, city, now)?;
    let mut receipts = Vec::new();
    for (minutes, need, words, phone) in ASKED {
        let reach = phone.map_or(Reach::Code, |phone| Reach::Call(phone.to_owned(), false));
        let draft = Draft { need, words: words.map(str::to_owned), reach };
        receipts.push(ask_unnamed(app, now.plus_minutes(-minutes), draft)?);
    }
    if let Some(first) = receipts.into_iter().next() {
        answer_unnamed(app, city, now.plus_minutes(-60), first)?;
    }
    ask_as_jon(app, city, now)
}

fn set_up(app: &App, city: &City, now: Timestamp) -> Result<(), Error> {
    let mut desks = Vec::new();
    for demo in &DESKS {
        let organisation = city.organisation(demo.kind)?.clone();
        let holder = Holder { organisation: organisation.clone(), account: city.account(demo.persona)?.clone() };
        let hours = (1..=demo.days).map(|weekday| Opening {
            weekday,
            opens: Clock::at(demo.opens, 0),
            closes: Clock::at(demo.closes, 0),
        });
        let answering = Answering {
            organisation,
            name: String::new(),
            default_account: holder.account.clone(),
            promise_minutes: demo.minutes,
            place: demo.place.map(str::to_owned),
            hours: Hours(hours.collect()),
        };
        desks.push((answering, demo.needs, holder));
    }
    let municipality = app.config().municipality.clone();
    execute_here(app, &app.machine(), &CHARTER, "set-up", move |tx, desk| {
        for (answering, needs, holder) in &desks {
            desks::set_up(tx, &municipality, answering, needs)?;
            desks::put_on_duty(tx, holder, now.plus_days(-1), now.plus_days(60))?;
        }
        desk.note_nobody();
        Ok(())
    })
}

/// Asks as somebody who has not said who they are.
///
/// # Errors
/// As [`acts::ask`].
pub fn ask_unnamed(app: &App, at: Timestamp, draft: Draft) -> Result<Receipt, Error> {
    let person = PersonId::from_bits(app.source().id_bits());
    app.keys().make_here(std::slice::from_ref(&person))?;
    let key = app.keys().find(&person)?.ok_or_else(|| Error::fault("a key that was made is not there"))?;
    let ctx = Ctx::new(at, Language::Nb, Actor::visitor(), app.source().bytes());
    execute_here(app, &ctx, &CHARTER, "ask", move |tx, desk| acts::ask(tx, desk, &draft, Some((&person, &key))))
}

fn answer_unnamed(app: &App, city: &City, at: Timestamp, receipt: Receipt) -> Result<(), Error> {
    let kari = city.as_staff(app, "mo-nurse", at)?;
    execute_here(app, &kari, &CHARTER, "reply", move |tx, desk| {
        let (_, found) = acts::open(tx, desk, &receipt.request)?;
        let words = "Hei. Takk for at du skrev. Jeg har en time til deg i morgen kl. 10.30. Vi kan også ta det på \
                     telefon. Hva passer best?";
        let offers = [Ready::Come, Ready::CallMe, Ready::OtherDay];
        acts::reply(tx, desk, &receipt.request, Some(words), &offers, found.version)
    })
}

/// Jon has an account and asks as himself: it stands on his home page.
fn ask_as_jon(app: &App, city: &City, now: Timestamp) -> Result<(), Error> {
    let jon = city.as_person(app, city.jon()?, now.plus_minutes(-200));
    let draft = Draft { need: Need::Other, words: Some("Kan noen bli med meg til tannlegen?".to_owned()), reach: Reach::Code };
    let receipt = execute_here(app, &jon, &CHARTER, "ask", move |tx, desk| acts::ask(tx, desk, &draft, None))?;
    let kari = city.as_staff(app, "mo-nurse", now.plus_minutes(-180))?;
    execute_here(app, &kari, &CHARTER, "take", move |tx, desk| acts::take(tx, desk, &receipt.request))
}
