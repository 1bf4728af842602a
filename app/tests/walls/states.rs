//! The states of sharing, each as rows for the product and as a situation for the decision.

use kernel::access::{AgeBand, Emergency, Relation, Shared, Situation};
use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::{OrganisationKind, Persona};
use kernel::role::Role;
use platform::access::NewPerson;
use platform::args;
use platform::charter::Charter;
use platform::demo::City;
use platform::door;
use platform::error::Error;
use platform::keys::Cell;
use testkit::{Browser, Page, Town};
use together::people::{self, card};

pub const NAME: &str = "Sigrunhild";
pub const PHONE: &str = "+4755987654";
pub const PHONE_DIGITS: &str = "55987654";
pub const PLACE: &str = "Merke-sted-slutt";

/// Where sharing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Stranger,
    NothingShared,
    OneArea,
    Expired,
    Withdrawn,
    Blocked,
    ClosedArea,
    Objected,
    Emergency,
    EmergencyOver,
    ProtectedAddress,
    Under16,
    Erased,
    ClosedAccount,
}

/// The one area that is shared where one is.
const AREA: Area = Area::Body;

impl State {
    pub const ALL: [State; 14] = [
        State::Stranger,
        State::NothingShared,
        State::OneArea,
        State::Expired,
        State::Withdrawn,
        State::Blocked,
        State::ClosedArea,
        State::Objected,
        State::Emergency,
        State::EmergencyOver,
        State::ProtectedAddress,
        State::Under16,
        State::Erased,
        State::ClosedAccount,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            State::Stranger => "stranger",
            State::NothingShared => "nothing shared",
            State::OneArea => "one area",
            State::Expired => "expired",
            State::Withdrawn => "withdrawn",
            State::Blocked => "blocked",
            State::ClosedArea => "closed area",
            State::Objected => "objected",
            State::Emergency => "emergency",
            State::EmergencyOver => "emergency over",
            State::ProtectedAddress => "protected address",
            State::Under16 => "under 16",
            State::Erased => "erased",
            State::ClosedAccount => "closed account",
        }
    }

    const fn has_grant(self) -> bool {
        !matches!(self, State::Stranger | State::NothingShared | State::Emergency | State::EmergencyOver)
    }

    const fn shared(self) -> Shared {
        match self {
            State::Expired => Shared::Expired,
            State::Withdrawn => Shared::Withdrawn,
            _ if self.has_grant() => Shared::Yes,
            _ => Shared::No,
        }
    }

    /// What the decision is asked about: for no area, the best of the areas, as the card is.
    pub fn situation(self, role: Role, area: Option<Area>) -> Situation {
        let in_area = area.is_none_or(|area| area == AREA);
        let shared = match (in_area, area) {
            (true, None) if self.shared() != Shared::Yes => Shared::No,
            (true, _) => self.shared(),
            (false, _) => Shared::No,
        };
        let serving = self != State::Stranger && role.is_staff();
        Situation {
            shared,
            relation: if serving { Relation::Serving } else { Relation::None },
            written_here: false,
            blocked: self == State::Blocked && role != Role::Person,
            area_closed: self == State::ClosedArea && area == Some(AREA),
            objection: self == State::Objected,
            emergency: match self {
                State::Emergency if role.is_staff() => Emergency::Open,
                State::EmergencyOver if role.is_staff() => Emergency::Over,
                _ => Emergency::No,
            },
            age: if self == State::Under16 { AgeBand::From12 } else { AgeBand::Adult },
            protected_address: self == State::ProtectedAddress,
            erased: self == State::Erased || (self == State::ClosedAccount && role != Role::Person),
        }
    }
}

/// A person filled with a marker in each area, and one account of each persona.
pub struct Subject {
    pub person: PersonId,
    stranger: PersonId,
    accounts: Vec<(&'static str, AccountId)>,
}

fn marker(area: Option<Area>) -> String {
    format!("Merke-{}-slutt", area.map_or("none", Area::key))
}

impl Subject {
    /// A new person and new accounts in the town, in this state.
    pub fn fill(town: &Town, catalogue: &[&'static Charter], state: State) -> Subject {
        let person = town.person_with(NewPerson {
            name: Some(NAME.into()),
            phone: Some(PHONE.into()),
            birth_year: Some(if state == State::Under16 { 2012 } else { 1984 }),
            language: Language::Nb,
            provisional_until: None,
            protected_since: (state == State::ProtectedAddress).then(|| town.now()),
        });
        tell_where(town, &person, state);
        write_markers(town, catalogue, &person);
        if catalogue.iter().any(|part| part.key == "messages") {
            write_threads(town, &person);
        }
        let stranger = town.person("Torvald");
        let mut subject = Subject { person, stranger, accounts: Vec::new() };
        for persona in Persona::ALL.iter().filter(|persona| persona.role != Role::Person) {
            let account = subject.employ(town, *persona, state);
            subject.accounts.push((persona.key, account));
        }
        if state == State::ClosedArea {
            let (person, bits) = (subject.person.clone(), kernel::area::Areas::NONE.with(AREA).bits());
            write(town, move |tx| Ok(tx.run("UPDATE person SET closed_areas = $1 WHERE person_id = $2", args![bits, &person])?));
        }
        if state == State::Objected {
            let (person, now) = (subject.person.clone(), town.now());
            write(town, move |tx| Ok(tx.run("UPDATE person SET objected_at = $1 WHERE person_id = $2", args![now, &person])?));
        }
        if state == State::ClosedAccount {
            let ctx = City::default().as_person(&town.app, &subject.person, town.now());
            let closed = door::execute_here(&town.app, &ctx, &people::CHARTER, "close-account", people::acts::close);
            closed.unwrap_or_else(|error| panic!("{error:?}"));
        }
        if state == State::Erased {
            let (person, now) = (subject.person.clone(), town.now());
            write(town, move |tx| Ok(tx.run("UPDATE person SET erased_at = $1 WHERE person_id = $2", args![now, &person])?));
        }
        subject
    }

    fn employ(&self, town: &Town, persona: Persona, state: State) -> AccountId {
        let organisation = persona.organisation.map(|kind| organisation(town, kind));
        let account = match &organisation {
            Some(organisation) => town.employee(organisation, persona.role, &format!("Ansatt {}", persona.key)),
            None => town.relative(),
        };
        if let (Some(organisation), true) = (&organisation, state != State::Stranger) {
            town.serves(organisation, &self.person);
        }
        if state.has_grant() {
            self.share(town, &account, state);
        }
        if state == State::Blocked {
            let (person, account, now) = (self.person.clone(), account.clone(), town.now());
            write(town, move |tx| {
                Ok(tx.run(
                    "INSERT INTO access_block (person_id, account_id, block_id, blocked_at) VALUES ($1, $2, 'b', $3)",
                    args![&person, &account, now],
                )?)
            });
        }
        if matches!(state, State::Emergency | State::EmergencyOver) && organisation.is_some() {
            self.open_in_emergency(town, &account, state);
        }
        account
    }

    fn share(&self, town: &Town, account: &AccountId, state: State) {
        let grant = town.share_with(&self.person, account, &[AREA]);
        let (person, now) = (self.person.clone(), town.now());
        match state {
            State::Expired => write(town, move |tx| {
                Ok(tx.run(
                    "UPDATE access_grant SET given_at = $1, until_at = $2 WHERE person_id = $3 AND grant_id = $4",
                    args![now.plus_days(-9), now.plus_days(-1), &person, &grant],
                )?)
            }),
            State::Withdrawn => write(town, move |tx| {
                Ok(tx.run(
                    "UPDATE access_grant SET ended_at = $1 WHERE person_id = $2 AND grant_id = $3",
                    args![now, &person, &grant],
                )?)
            }),
            _ => {}
        }
    }

    fn open_in_emergency(&self, town: &Town, account: &AccountId, state: State) {
        let key = town.app.keys().find(&self.person).expect("the key store answers").expect("the person has a key");
        let id = account.as_str().to_owned();
        let reason = key.seal(Cell::new("access_emergency", &id, "reason"), "Fant ham uten puls").expect("sealed");
        let (person, account, now) = (self.person.clone(), account.clone(), town.now());
        let until = now.plus_s(if state == State::Emergency { 3600 } else { -60 });
        write(town, move |tx| {
            Ok(tx.run(
                "INSERT INTO access_emergency (person_id, emergency_id, account_id, reason, opened_at, until_at,
                   review_due_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                args![&person, id.as_str(), &account, reason.clone(), now.plus_s(-7200), until, now.plus_days(1)],
            )?)
        });
    }

    /// In which role a persona looks at this person: someone else's person is a stranger here.
    pub fn role_of(&self, persona: Persona) -> Role {
        match persona.key {
            "person" => Role::Person,
            "person-new" => Role::Visitor,
            _ => persona.role,
        }
    }

    /// The account of a persona who works somewhere or was invited.
    pub fn account(&self, persona: Persona) -> Option<&AccountId> {
        self.accounts.iter().find(|(of, _)| *of == persona.key).map(|(_, account)| account)
    }

    /// The browser of a persona.
    pub fn browser(&self, town: &Town, persona: Persona) -> Browser {
        match persona.key {
            "person" => super::own_browser(town, &self.person),
            "person-new" => super::own_browser(town, &self.stranger),
            key => {
                let account = self.accounts.iter().find(|(of, _)| *of == key).expect("every persona has an account");
                super::persona_browser(town, &account.1, persona.role)
            }
        }
    }

    /// The areas whose markers a page shows.
    pub fn markers<'p>(&self, page: &'p Page) -> impl Iterator<Item = Option<Area>> + 'p {
        let all = Area::ALL.into_iter().map(Some).chain([None]);
        all.filter(move |area| page.html.contains(&marker(*area)))
    }
}

fn organisation(town: &Town, kind: OrganisationKind) -> OrganisationId {
    town.organisation(kind, kind.key())
}

fn write(town: &Town, command: impl Fn(&mut platform::db::Tx<'_>) -> Result<u64, Error> + Send + 'static) {
    let touched = town.app.db().write_here(command).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(touched, 1, "a state is one row");
}

/// A goal in each area and one without, through the parts that accept goals.
fn write_markers(town: &Town, catalogue: &[&'static Charter], person: &PersonId) {
    let ctx = City::default().as_person(&town.app, person, town.now());
    for part in catalogue {
        for accept in part.accepts.iter().filter(|accept| accept.kind == "plan-goal") {
            let person = person.clone();
            let filled = door::execute_here(&town.app, &ctx, part, "fill", move |tx, desk| {
                let own = desk.person(tx, &person)?;
                for area in Area::ALL.into_iter().map(Some).chain([None]) {
                    let content = match area {
                        Some(area) => serde_json::json!({ "text": marker(Some(area)), "area": area.key() }),
                        None => serde_json::json!({ "text": marker(None) }),
                    };
                    (accept.take)(tx, desk, &own, &content)?;
                }
                Ok(())
            });
            filled.unwrap_or_else(|error| panic!("{error:?}"));
        }
    }
}

/// A thread with one message in each of the two areas, as rows: who may read them is what the walk asks.
fn write_threads(town: &Town, person: &PersonId) {
    let key = town.app.keys().find(person).expect("the key store answers").expect("the person has a key");
    for (area, thread) in super::pages::THREADS {
        let seal = |table, row: &str, column| key.seal(Cell::new(table, row, column), &marker(Some(area))).expect("sealed");
        let subject = seal("messages_thread", thread, "subject");
        let words = seal("messages_message", &format!("{thread}-1"), "words");
        let (person, now) = (person.clone(), town.now());
        write(town, move |tx| {
            tx.run(
                "INSERT INTO messages_message (person_id, thread_id, number, kind, words, at) VALUES ($1, $2, 1, 'words', $3, $4)",
                args![&person, thread, words.clone(), now],
            )?;
            Ok(tx.run(
                "INSERT INTO messages_thread (person_id, thread_id, area, subject, at, last_number, last_at)
                 VALUES ($1, $2, $3, $4, $5, 1, $6)",
                args![&person, thread, area.key(), subject.clone(), now, now],
            )?)
        });
    }
}

/// The person tells where they can be found, beside what the card says already.
fn tell_where(town: &Town, person: &PersonId, state: State) {
    let ctx = City::default().as_person(&town.app, person, town.now());
    let about = card::About {
        name: Some(NAME.into()),
        aliases: Vec::new(),
        about: None,
        phone: Some(PHONE.into()),
        birth_year: Some(if state == State::Under16 { 2012 } else { 1984 }),
        language: Language::Nb,
        living: card::Living::WithSomeone,
        place: Some(PLACE.into()),
        letters: card::Letters::Unsaid,
    };
    let told =
        door::execute_here(&town.app, &ctx, &people::CHARTER, "tell", move |tx, desk| people::acts::tell(tx, desk, &about));
    told.unwrap_or_else(|error| panic!("{error:?}"));
}
