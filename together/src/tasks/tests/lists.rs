//! Long lists: what is new and what is answered is never hidden by what lies, nor by what is no longer shared.

use kernel::area::Area;
use kernel::id::{GrantId, PersonId, RowId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Day;
use platform::charter::{Charter, PanelAsk, Place};
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::door;
use testkit::{Browser, Town, both_databases};

use crate::tasks::CHARTER;
use crate::tasks::store::Owner;
use crate::tasks::work::{self, Typed};

const CATALOGUE: &[&Charter] = &[&CHARTER];

fn colleague(town: &Town, kind: OrganisationKind, role: Role, name: &str) -> Actor {
    let place = town.organisation(kind, kind.key());
    let account = Some(town.employee(&place, role, name));
    let employer = Some(Employer { id: place, name: kind.key().to_owned(), kind: Some(kind) });
    Actor { role, door: Door::Full, account, name: name.to_owned(), employer, ..Actor::visitor() }
}

fn person(id: &PersonId) -> Actor {
    Actor { role: Role::Person, door: Door::Full, person: Some(id.clone()), ..Actor::visitor() }
}

/// The colleague as somebody who can be asked; `alone` for them and nobody else at the workplace.
fn owner(of: &Actor, alone: bool) -> Owner {
    let organisation = of.employer.as_ref().expect("an employer").id.clone();
    Owner::Staff { organisation, account: of.account.clone().filter(|_| alone), name: of.name.clone() }
}

fn browser(town: &Town, of: &Actor) -> Browser {
    town.as_account(of.account.as_ref().expect("an account"), of.role)
}

/// The colleague's workplace helps the person, who shares one area with it.
fn helped(town: &Town, by: &Actor, about: &PersonId) -> GrantId {
    let place = &by.employer.as_ref().expect("an employer").id;
    town.serves(place, about);
    town.share(about, place, &[Area::Housing])
}

fn stops_sharing(town: &Town, grant: GrantId) {
    let now = town.now();
    let ended = town.app.db().write_here(move |tx| {
        Ok(tx.run("UPDATE access_grant SET ended_at = $1 WHERE grant_id = $2", platform::args![now, &grant])?)
    });
    assert_eq!(ended.expect("an answer"), 1);
}

fn ctx(town: &Town, actor: &Actor) -> Ctx {
    Ctx::new(town.now(), Language::Nb, actor.clone(), town.app.source().bytes())
}

/// Makes all of these in one commit, past the pages.
fn make(town: &Town, by: &Actor, about: &PersonId, owner: &Owner, tasks: Vec<(String, Option<Day>)>) -> Vec<RowId> {
    let (about, owner) = (about.clone(), owner.clone());
    let made = door::execute_here(&town.app, &ctx(town, by), &CHARTER, "make", move |tx, desk| {
        let permit = desk.person(tx, &about)?;
        let typed = |(words, due): &(String, Option<Day>)| Typed {
            area: Some(Area::Housing),
            words: words.clone(),
            owner: owner.clone(),
            due: *due,
            has_said_yes: false,
        };
        tasks.iter().map(|task| work::make(tx, desk, &permit, &typed(task))).collect::<Result<Vec<_>, _>>()
    });
    made.unwrap_or_else(|error| panic!("{error:?}"))
}

fn one(words: &str, due: Option<Day>) -> Vec<(String, Option<Day>)> {
    vec![(words.to_owned(), due)]
}

/// So many that were due one day after another, the last of them yesterday.
fn late(town: &Town, words: &str, many: i32) -> Vec<(String, Option<Day>)> {
    let today = town.now().day();
    (0..many).map(|n| (format!("{words} {n:02}"), Some(today.plus(-1 - n)))).collect()
}

async fn says_no(town: &Town, who: &PersonId, task: &RowId) {
    let mut own = town.as_person(who);
    own.get("/oppgaver").await;
    let page = own.post(&format!("/oppgaver/mine/{task}"), &[("svar", "no")]).await;
    assert_eq!(page.status, 200, "{}", page.html);
}

/// What the part shows there, as this actor meets it.
fn panel(town: &Town, by: &Actor, place: Place) -> String {
    let say = town.app.say(Language::Nb);
    let drawn = door::view_here(&town.app, &ctx(town, by), &CHARTER, |tx, desk| {
        let own = if by.person.is_some() { Some(desk.own(tx)?) } else { None };
        let mut html = String::new();
        for panel in CHARTER.panels.iter().filter(|panel| panel.place == place) {
            html.push_str(&(panel.draw)(tx, &PanelAsk { desk, permit: own.as_ref(), say: &say })?.unwrap_or_default());
        }
        Ok(html)
    });
    drawn.unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn what_others_said_no_to_stands_first_and_what_is_overdue_with_them_is_paged() {
    both_databases(CATALOGUE, async |town: Town| {
        let (jon, ola) = (town.person("Jon"), colleague(&town, OrganisationKind::Municipality, Role::Coordinator, "Ola Vik"));
        let _grant = helped(&town, &ola, &jon);
        make(&town, &ola, &jon, &Owner::Person, late(&town, "Sen", 62));
        let no = make(&town, &ola, &jon, &Owner::Person, one("Uten dag", None));
        says_no(&town, &jon, &no[0]).await;

        let mut browser = browser(&town, &ola);
        let first = browser.get("/oppgaver").await;
        assert!(first.says("Uten dag") && first.says("Sen 00") && first.says("Sen 29"), "{}", first.html);
        assert!(!first.says("Sen 30"));
        assert!(first.html.find("Uten dag") < first.html.find("Sen 00"), "a no stands first: {}", first.html);
        let second = browser.get(&first.attribute("href=\"/oppgaver?over=").expect("a next page")).await;
        assert!(second.says("Sen 30") && second.says("Sen 59"), "{}", second.html);
        assert!(!second.says("Sen 29") && !second.says("Uten dag") && second.says("Fra begynnelsen"), "{}", second.html);
        let third = browser.get(&second.attribute("href=\"/oppgaver?over=").expect("a next page")).await;
        assert!(third.says("Sen 60") && third.says("Sen 61") && !third.says("/oppgaver?over="), "{}", third.html);

        let board = panel(&town, &ola, Place::Today);
        assert!(board.contains("Uten dag") && board.contains("Sen 00") && board.contains("Sen 03"), "{board}");
        assert!(!board.contains("Sen 04"), "{board}");

        let answered = town.app.db().write_here(|tx| {
            let sql =
                "UPDATE tasks_task SET standing = 'declined', answered_at = due_key || 'T10:00:00Z' WHERE standing = 'proposed'";
            Ok(tx.run(sql, platform::args![])?)
        });
        assert_eq!(answered.expect("an answer"), 62);
        let first = browser.get("/oppgaver").await;
        assert!(first.says("Uten dag") && first.says("Sen 28") && !first.says("Sen 29"), "{}", first.html);
        let second = browser.get(&first.attribute("href=\"/oppgaver?nei=").expect("a next page")).await;
        assert!(second.says("Sen 29") && second.says("Sen 58") && !second.says("Sen 28"), "{}", second.html);
        let third = browser.get(&second.attribute("href=\"/oppgaver?nei=").expect("a next page")).await;
        assert!(third.says("Sen 59") && third.says("Sen 61") && !third.says("/oppgaver?nei="), "{}", third.html);
    });
}

#[test]
fn those_who_no_longer_share_hide_nothing_of_what_others_were_asked_for() {
    both_databases(CATALOGUE, async |town: Town| {
        let (jon, siri) = (town.person("Jon"), town.person("Siri"));
        let ola = colleague(&town, OrganisationKind::Municipality, Role::Coordinator, "Ola Vik");
        let (_grant, siris) = (helped(&town, &ola, &jon), helped(&town, &ola, &siri));
        let long_ago = town.now().day().plus(-100);
        make(&town, &ola, &jon, &Owner::Person, one("Fra i fjor", Some(long_ago)));
        let no = make(&town, &ola, &jon, &Owner::Person, one("Uten dag", None));
        says_no(&town, &jon, &no[0]).await;
        make(&town, &ola, &siri, &Owner::Person, late(&town, "Siris", 62));
        stops_sharing(&town, siris);

        let board = panel(&town, &ola, Place::Today);
        assert!(board.contains("Uten dag") && board.contains("Fra i fjor") && !board.contains("Siris"), "{board}");
        let mut browser = browser(&town, &ola);
        let (mut page, mut found) = (browser.get("/oppgaver").await, false);
        for _ in 0..2 {
            assert!(!page.says("Siris"));
            page = browser.get(&page.attribute("href=\"/oppgaver?over=").expect("a next page")).await;
            found = found || page.says("Fra i fjor");
        }
        assert!(found, "{}", page.html);
    });
}

#[test]
fn a_new_question_is_on_the_board_however_many_tasks_have_a_day() {
    both_databases(CATALOGUE, async |town: Town| {
        let (jon, siri) = (town.person("Jon"), town.person("Siri"));
        let ola = colleague(&town, OrganisationKind::Municipality, Role::Coordinator, "Ola Vik");
        let sara = colleague(&town, OrganisationKind::Nav, Role::Nav, "Sara Berg");
        let _grants = [helped(&town, &ola, &jon), helped(&town, &sara, &jon), helped(&town, &ola, &siri)];
        let siris = helped(&town, &sara, &siri);
        let (tomorrow, yesterday) = (town.now().day().plus(1), town.now().day().plus(-1));
        let dated = (0..31).map(|n| (format!("Sak {n:02}"), Some(tomorrow.plus(n)))).collect();
        make(&town, &sara, &jon, &owner(&sara, true), dated);
        make(&town, &sara, &jon, &owner(&sara, true), one("For sent ute", Some(yesterday)));
        make(&town, &ola, &jon, &owner(&sara, false), one("Nytt spørsmål", None));
        let board = panel(&town, &sara, Place::Today);
        assert!(board.contains("Nytt spørsmål") && board.contains("For sent ute"), "{board}");

        // What is newer and older still is about somebody who no longer shares.
        town.wait_minutes(1);
        make(&town, &sara, &siri, &owner(&sara, true), late(&town, "Siris gamle", 31));
        let questions = (0..31).map(|n| (format!("Siris spørsmål {n:02}"), None)).collect();
        make(&town, &ola, &siri, &owner(&sara, false), questions);
        stops_sharing(&town, siris);
        let board = panel(&town, &sara, Place::Today);
        assert!(board.contains("Nytt spørsmål") && board.contains("For sent ute") && !board.contains("Siris"), "{board}");
        let mut browser = browser(&town, &sara);
        let first = browser.get("/oppgaver").await;
        let next = browser.get(&first.attribute("href=\"/oppgaver?spor=").expect("a next page")).await;
        assert!(!first.says("Siris") && next.says("Nytt spørsmål") && !next.says("Sak 00"), "{}", next.html);
    });
}

#[test]
fn a_question_to_the_person_stands_before_what_they_have_said_yes_to() {
    both_databases(CATALOGUE, async |town: Town| {
        let jon = town.person("Jon");
        let ola = colleague(&town, OrganisationKind::Municipality, Role::Coordinator, "Ola Vik");
        let _grant = helped(&town, &ola, &jon);
        make(&town, &person(&jon), &jon, &Owner::Person, late(&town, "Egen", 4));
        make(&town, &ola, &jon, &Owner::Person, one("Ta med kontrakten", None));
        let home = panel(&town, &person(&jon), Place::Home);
        assert!(home.contains("Ta med kontrakten") && home.contains("Egen 03") && home.contains("data-waits"), "{home}");
        assert!(home.find("Ta med kontrakten") < home.find("Egen 03"), "{home}");
    });
}

#[test]
fn what_somebody_gives_back_to_their_own_workplace_falls_silently_for_nobody() {
    both_databases(CATALOGUE, async |town: Town| {
        let (jon, ola) = (town.person("Jon"), colleague(&town, OrganisationKind::Municipality, Role::Coordinator, "Ola Vik"));
        let _grant = helped(&town, &ola, &jon);
        let task = make(&town, &ola, &jon, &owner(&ola, true), one("Ringe utleier", None));
        let mut browser = browser(&town, &ola);
        let path = format!("/oppgaver/{jon}/{}", task[0]);
        browser.get(&path).await;
        browser.post(&format!("{path}/svar"), &[("svar", "no"), ("hvorfor", "Jeg slutter på fredag")]).await;
        let list = browser.get("/oppgaver").await;
        assert!(list.says("Over fristen hos andre, eller sagt nei til") && list.says("Ringe utleier"), "{}", list.html);
        assert!(panel(&town, &ola, Place::Today).contains("Ringe utleier"));
        assert!(browser.get(&path).await.says("Jeg slutter på fredag"));
        let gone = browser.post(&format!("{path}/svar"), &[("svar", "back")]).await;
        assert_eq!(gone.status, 200, "{}", gone.html);
        assert!(!browser.get("/oppgaver").await.says("Ringe utleier"), "let go");
    });
}
