use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::NewPerson;
use platform::charter::{Place, draw};
use platform::door::view_here;
use platform::error::Error;
use platform::session::Holder;
use testkit::{Town, both_databases, on_sqlite};

use super::super::CHARTER;
use super::super::store::codes::{OF_A_CODE, OF_ALL};
use super::{ask, code_on, first_request, house, open, put_on_duty, version};

#[test]
fn neither_code_nor_words_nor_number_is_stored_in_plain() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let mut person = town.visitor();
        person.get("/hjelp/talk").await;
        person.post("/hjelp/talk", &[("words", "Fiolinkasse")]).await;
        let fields = [("words", "Fiolinkasse"), ("way", "call"), ("phone", "41 23 45 67")];
        let code = code_on(&person.post("/hjelp/talk/send", &fields).await);
        open(&mut person, &code).await;
        person.post("/svar/melding/svar", &[("words", "Trekkspill")]).await;
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let request = first_request(&kari.get("/innboks").await);
        let one = kari.get(&format!("/innboks/{request}")).await;
        let reply = [("words", "Munnspill"), ("version", &version(&one))];
        assert_eq!(kari.post(&format!("/innboks/{request}/svar"), &reply).await.status, 200);
        let plain = kernel::code::Code::parse(&code).expect("a code");
        for secret in ["Fiolinkasse", "Trekkspill", "Munnspill", "41234567", &plain.canonical(), &plain.shown()] {
            assert_eq!(town.tables_with(secret), Vec::<String>::new(), "{secret}");
        }
    });
}

#[test]
fn wrong_codes_are_met_alike_and_are_counted() {
    both_databases(&[&CHARTER], async |town: Town| {
        house(&town);
        let mut person = town.visitor();
        let right = code_on(&ask(&mut person, "talk", "Hei").await);
        let unreadable = open(&mut person, "hei").await;
        let mut said = vec![unreadable];
        for _ in 0..OF_A_CODE.tries {
            said.push(open(&mut person, "abbor agenda 11").await);
        }
        for page in &said {
            assert_eq!(page.status, 422);
            assert!(page.says("Vi finner ikke noe svar med den koden."), "{}", page.html);
        }
        let held = open(&mut person, "abbor agenda 11").await;
        assert!(held.status == 429 && held.says("Vent i 10 minutter."), "{}", held.html);
        assert!(open(&mut person, &right).await.says("Vi har ikke svart ennå"), "another code is not held up");
        town.wait_minutes(10);
        assert_eq!(open(&mut town.visitor(), "abbor agenda 11").await.status, 422);
    });
}

#[test]
fn guessing_all_over_stops_everybody_for_a_while() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        house(&town);
        let right = code_on(&ask(&mut town.visitor(), "talk", "Hei").await);
        let mut guesser = town.visitor();
        for n in 0..OF_ALL.tries {
            let first = ["abbor", "adresse", "agenda", "aften"][usize::try_from(n / 100).unwrap_or(0)];
            open(&mut guesser, &format!("{first} agenda {:02}", n % 100)).await;
        }
        assert_eq!(open(&mut town.visitor(), &right).await.status, 429);
        town.wait_minutes(10);
        assert_eq!(open(&mut town.visitor(), &right).await.status, 200);
        town.run_jobs();
    });
}

#[test]
fn a_code_opens_one_answer_and_nothing_else() {
    both_databases(&[&CHARTER], async |town: Town| {
        house(&town);
        let jon = town.person("Jon");
        let mut at_home = town.as_person(&jon);
        let first = code_on(&ask(&mut at_home, "talk", "Det første").await);
        town.wait_minutes(1);
        ask(&mut at_home, "talk", "Det andre").await;
        let newest = at_home.get("/svar/melding").await;
        assert!(newest.says("Det andre"));
        let other = newest.attribute("name=\"request\" value=\"").expect("a request");
        let mut borrowed = town.visitor();
        assert!(open(&mut borrowed, &first).await.says("Det første"));
        assert_eq!(borrowed.get(&format!("/svar/melding/{other}")).await.status, 404);
        let answer = [("request", other.as_str()), ("answer", "no-thanks")];
        assert_eq!(borrowed.post("/svar/melding/svar", &answer).await.status, 404);
        assert_eq!(borrowed.get("/innboks").await.status, 403);
        town.wait_minutes(61);
        assert_eq!(borrowed.get("/svar/melding").await.status, 401, "an hour, and it is closed");
    });
}

#[test]
fn somebody_who_is_signed_in_asks_as_themselves_and_finds_it_at_home() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let jon = town.person("Jon");
        let mut at_home = town.as_person(&jon);
        let receipt = ask(&mut at_home, "talk", "Følge til tannlegen").await;
        assert!(receipt.says("Du finner den på Hjem."));
        assert_eq!(town.rows("person").len(), 1, "no second person is made");
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let inbox = kari.get("/innboks").await;
        assert!(inbox.says("Jon · Svar med kode"), "{}", inbox.html);
        let home = panel(&town, Holder::Person(jon.clone(), platform::ctx::Door::Full), Place::Home);
        assert!(home.contains("Følge til tannlegen") && home.contains("svarer deg"), "{home}");
        let again = open(&mut at_home, &code_on(&receipt)).await;
        assert!(again.location.is_some_and(|to| to.starts_with("/svar/melding/")), "no second session is opened");
        let request = first_request(&inbox);
        let one = kari.get(&format!("/innboks/{request}")).await;
        kari.post(&format!("/innboks/{request}/svar"), &[("words", "Ja"), ("version", &version(&one))]).await;
        let home = panel(&town, Holder::Person(jon.clone(), platform::ctx::Door::Full), Place::Home);
        assert!(home.contains("Kari hos MO-senteret har svart"), "{home}");
        at_home.get(&format!("/svar/melding/{request}")).await;
        let no = [("request", request.as_str()), ("answer", "no-thanks")];
        let closed = at_home.post("/svar/melding/svar", &no).await;
        assert!(closed.says("MO-senteret er ferdig med den."), "{}", closed.html);
        assert!(!kari.get("/innboks").await.says("Følge"), "they no longer serve him");
        assert_eq!(kari.get(&format!("/innboks/{request}")).await.status, 403);
        let back = at_home.post("/svar/melding/svar", &[("request", request.as_str()), ("words", "Jo, likevel")]).await;
        assert!(back.says("Kari hos MO-senteret har den."), "{}", back.html);
        assert!(kari.get("/innboks").await.says("Svarte: Jo, likevel"));
        town.wait_days(60);
        town.run_jobs();
        assert_eq!(town.rows("help_requests_request").len(), 1, "what is open is not taken from somebody we know");
    });
}

/// A panel as its page would draw it.
fn panel(town: &Town, holder: Holder, place: Place) -> String {
    let mut actor = platform::ctx::Actor::visitor();
    actor.door = platform::ctx::Door::Full;
    match holder {
        Holder::Person(person, _) => {
            actor.role = Role::Person;
            actor.person = Some(person);
        }
        Holder::Account(account, role) => {
            actor.role = role;
            let row = town.rows("account").into_iter().find(|row| row.text(0).is_ok_and(|id| id == account.as_str()));
            let organisation = row.and_then(|row| row.parsed(1, kernel::id::OrganisationId::parse).ok());
            let id = organisation.expect("an employee works somewhere");
            actor.account = Some(account);
            actor.employer = Some(platform::ctx::Employer { id, name: "MO-senteret".into(), kind: None });
        }
    }
    let ctx = platform::ctx::Ctx::new(town.now(), kernel::language::Language::Nb, actor, [3; 32]);
    let drawn = view_here(&town.app, &ctx, &CHARTER, |tx, desk| {
        let own = if desk.ctx().actor.person.is_some() { Some(desk.own(tx)?) } else { None };
        draw(tx, desk, place, own.as_ref())
    });
    drawn.expect("the panel is drawn").concat()
}

#[test]
fn the_day_shows_what_is_mine_and_what_nobody_takes_while_time_runs_out() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        put_on_duty(&town, &house.centre, &house.ola);
        let liv = town.employee(&house.centre, Role::MoNurse, "Liv Moe");
        let day_of =
            |account: &kernel::id::AccountId| panel(&town, Holder::Account(account.clone(), Role::MoNurse), Place::Today);
        ask(&mut town.visitor(), "talk", "Lampe").await;
        assert!(day_of(&house.ola).contains("Lampe"), "whoever is on duty holds it");
        assert!(!day_of(&house.kari).contains("Lampe") && !day_of(&liv).contains("Lampe"));
        town.wait_minutes(195);
        assert!(day_of(&house.kari).contains("Lampe"), "four fifths: whoever leads the shift");
        assert!(day_of(&house.kari).contains("Snart ute av tid"));
        assert!(!day_of(&liv).contains("Lampe"));
        town.wait_minutes(60);
        assert!(day_of(&liv).contains("Lampe"), "a promise that was not kept is everybody's");
    });
}

#[test]
fn the_front_page_asks_first_and_names_next_of_kin_only_where_that_page_is() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let ctx = platform::ctx::Ctx::new(town.now(), kernel::language::Language::Nb, platform::ctx::Actor::visitor(), [4; 32]);
        let drawn = |place| {
            let panels = view_here(&town.app, &ctx, &CHARTER, |tx, desk| draw(tx, desk, place, None));
            panels.expect("the front page is drawn").concat()
        };
        assert!(drawn(Place::FrontAsk).contains("<h1>Hei. Hva trenger du nå?</h1>"));
        let front = drawn(Place::Front);
        assert!(front.contains("tel:113") && front.contains("action=\"/svar\"") && !front.contains("/parorende"));
        assert_eq!(drawn(Place::FrontAsk).matches("v-choice\"").count(), 7);
    });
}

#[test]
fn after_thirty_days_request_person_and_key_are_gone() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let mut person = town.visitor();
        let code = code_on(&ask(&mut person, "talk", "Hei").await);
        let claimed = claimed_request(&town).await;
        open(&mut person, &code).await;
        town.wait_days(29);
        town.run_jobs();
        assert_eq!(town.rows("help_requests_request").len(), 2);
        town.wait_days(1);
        town.run_jobs();
        let left = town.rows("help_requests_request");
        assert_eq!(left.len(), 1, "the claimed one stays");
        assert_eq!(left[0].text(0).expect("a person"), claimed);
        for table in ["help_requests_code", "help_requests_holder", "person", "access_relation"] {
            assert_eq!(town.rows(table).len(), 1, "{table}");
        }
        assert_eq!(open(&mut town.visitor(), &code).await.status, 422);
        town.run_jobs();
        drop(house);
    });
}

/// Somebody asked and has since said who they are.
async fn claimed_request(town: &Town) -> String {
    let mut other = town.visitor();
    ask(&mut other, "talk", "Meg").await;
    let ids: Vec<String> = town.rows("person").iter().map(|row| row.text(0).expect("an id").to_owned()).collect();
    let by_asking = town.rows("help_requests_request");
    let mine = by_asking.iter().map(|row| row.text(0).expect("an id").to_owned()).find(|id| *id != ids[0] || ids.len() == 1);
    let mine = mine.expect("the second request");
    let person = mine.clone();
    let done: Result<(), Error> = town.app.db().write_here(move |tx| {
        tx.run("UPDATE person SET provisional_until = NULL WHERE person_id = $1", platform::args![person.as_str()])?;
        Ok(())
    });
    done.expect("claimed");
    mine
}

#[test]
fn somebody_who_writes_again_is_kept_longer() {
    both_databases(&[&CHARTER], async |town: Town| {
        house(&town);
        let mut person = town.visitor();
        let code = code_on(&ask(&mut person, "talk", "Hei").await);
        town.wait_days(20);
        open(&mut person, &code).await;
        let page = person.post("/svar/melding/svar", &[("words", "Er dere der?")]).await;
        assert!(page.says("Vi sletter den 9. januar"), "{}", page.html);
        town.wait_days(15);
        town.run_jobs();
        assert_eq!(town.rows("help_requests_request").len(), 1);
        town.wait_days(16);
        town.run_jobs();
        assert!(town.rows("help_requests_request").is_empty() && town.rows("person").is_empty());
    });
}

#[test]
fn each_look_and_each_change_leaves_a_line_and_facts_are_told() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        ask(&mut town.visitor(), "talk", "Hei").await;
        ask(&mut town.visitor(), "sleep", "Seng").await;
        let lines = |outcome: &str, account: &str| {
            let rows = town.rows("audit_line");
            rows.iter()
                .filter(|row| row.text(10).is_ok_and(|found| found == outcome))
                .filter(|row| row.text_or_null(5).ok().flatten() == Some(account).filter(|text| !text.is_empty()))
                .count()
        };
        assert_eq!(lines("changed", ""), 2, "asking is written down under nobody's name");
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let inbox = kari.get("/innboks").await;
        assert_eq!(lines("shown", house.kari.as_str()), 1, "one line for the one who was shown");
        let request = first_request(&inbox);
        let one = kari.get(&format!("/innboks/{request}")).await;
        kari.post(&format!("/innboks/{request}/svar"), &[("words", "Ja"), ("version", &version(&one))]).await;
        let kinds: Vec<String> = town.rows("fact").iter().map(|row| row.text(1).expect("a kind").to_owned()).collect();
        assert_eq!(kinds.iter().filter(|kind| *kind == "HelpAsked").count(), 2);
        assert_eq!(kinds.iter().filter(|kind| *kind == "HelpAnswered").count(), 1);
    });
}

#[test]
fn the_first_of_two_organisations_that_know_somebody_keeps_its_own_relation() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let jon = town.person_with(NewPerson { name: Some("Jon".into()), ..NewPerson::default() });
        town.serves(&house.centre, &jon);
        let mut at_home = town.as_person(&jon);
        ask(&mut at_home, "talk", "Hei").await;
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let request = first_request(&kari.get("/innboks").await);
        let one = kari.get(&format!("/innboks/{request}")).await;
        let to = format!("organisation:{}", house.housing);
        kari.post(&format!("/innboks/{request}/gi-videre"), &[("to", &to), ("version", &version(&one))]).await;
        let never: Option<Timestamp> = None;
        let running = town.rows("access_relation").iter().filter(|row| row.time_or_null(7).ok() == Some(never)).count();
        assert_eq!(running, 2, "the centre still serves him, and the housing service does now");
    });
}
