use kernel::role::Role;
use platform::access::NewPerson;
use platform::access::relations::Duty;
use testkit::{Town, both_databases, on_sqlite};

use super::super::{CAME_IN_AGAIN, CHARTER, VOUCHED_FOR};
use super::{House, PHONE, PIN, code_on, digits_on, doors, house, knock, speak, turn};

#[test]
fn back_in_with_the_pin_on_the_screen_here() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let mut lost = town.visitor().saying_it_is(PHONE);
        knock(&mut lost, &card, PIN).await;
        town.wait_days(2);
        let mut screen = town.as_account(&house.kari, Role::MoNurse);
        let case = turn(&mut screen, "jon", "1984").await;
        let turned = screen.get(&case).await;
        assert!(!turned.says("Kari") && !turned.says("Inn igjen"), "nothing of the employee's is on the turned screen");
        let choose = screen.post(&case, &[("hemmelig", PIN)]).await;
        assert_eq!(choose.location, Some(format!("{case}/velg")));
        assert!(
            choose.says("Android-telefon") && choose.says("Sist brukt onsdag 18. november") || choose.says("Sist brukt"),
            "{}",
            choose.html
        );
        let mut other = lost.clone();
        assert_eq!(other.get("/kort").await.status, 401, "the old phone at its next request");
        let inside = screen.post(&format!("{case}/velg"), &[("vei", "her")]).await;
        assert_eq!(inside.location.as_deref(), Some("/inn/framme"));
        assert!(inside.says("Ingenting er borte") && inside.says("Android-telefon"), "{}", inside.html);
        assert_eq!(screen.get("/inn-igjen").await.status, 403, "the employee's session has made room");
        let again = screen.get("/innlogget").await;
        assert!(again.says("delt skjerm"));
        let told = town.rows("fact").iter().filter(|row| row.text(1).is_ok_and(|kind| kind == CAME_IN_AGAIN)).count();
        assert_eq!(told, 1);
    });
}

#[test]
fn back_in_on_a_new_phone_with_six_digits() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        doors(&town, &house.jon).await;
        let mut screen = town.as_account(&house.kari, Role::MoNurse);
        let case = turn(&mut screen, "Jon", "1984").await;
        screen.post(&case, &[("hemmelig", PIN)]).await;
        let page = screen.post(&format!("{case}/velg"), &[("vei", "telefon")]).await;
        let digits = digits_on(&page);
        let mut phone = town.visitor().saying_it_is(PHONE);
        let button = phone.get(&format!("/inn/tall/{digits}")).await;
        assert!(button.status == 200 && button.says("De seks tallene"), "looking opens nothing");
        assert_eq!(phone.get("/kort").await.status, 401);
        phone.get("/inn").await;
        let spaced = format!("{} {}", &digits[..3], &digits[3..]);
        let inside = phone.post("/inn/tall", &[("tall", &spaced)]).await;
        assert_eq!(inside.location.as_deref(), Some("/inn/framme"), "{}", inside.html);
        assert_eq!(phone.get("/kort").await.status, 200);
        assert!(town.tables_with(&digits).is_empty());
    });
}

#[test]
fn back_in_with_a_new_card() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let old = doors(&town, &house.jon).await;
        let mut screen = town.as_account(&house.kari, Role::MoNurse);
        let case = turn(&mut screen, "Jon", "1984").await;
        screen.post(&case, &[("hemmelig", PIN)]).await;
        let page = screen.post(&format!("{case}/velg"), &[("vei", "kort")]).await;
        let new = code_on(&page);
        assert!(page.says("55 00 00 01") && !page.says("Jon"), "{}", page.html);
        assert_eq!(knock(&mut town.visitor(), &old, PIN).await.status, 409);
        assert_eq!(knock(&mut town.visitor(), &new, PIN).await.location.as_deref(), Some("/hjem"));
    });
}

#[test]
fn two_employees_who_know_the_person_let_them_in_and_get_nothing_by_it() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        doors(&town, &house.jon).await;
        let (mut kari, mut ola) = (employee(&town, &house.kari), employee(&town, &house.ola));
        let case = turn(&mut kari, "Jon", "1984").await;
        let first = speak(&mut kari, &case).await;
        assert!(first.says("Det trengs én til.") && first.says("Per Lie"), "{}", first.html);
        let list = ola.get("/inn-igjen").await;
        assert!(list.says("En kollega spør deg") && list.says("J, 1984") && !list.says("Jon"), "{}", list.html);
        let second = speak(&mut ola, &case).await;
        assert!(second.says("Nå er det bekreftet hvem det er."), "{}", second.html);
        let choose = kari.get(&format!("{case}/velg")).await;
        assert!(choose.says("Bruk skjermen her"));
        assert_eq!(ola.get(&format!("{case}/velg")).await.status, 404, "only where the person stands");
        let inside = kari.post(&format!("{case}/velg"), &[("vei", "her")]).await;
        assert!(inside.says("Nå kan du velge PIN eller ord på nytt."), "{}", inside.html);
        let form = kari.get("/kort/pin").await;
        assert!(!form.says("Den du har nå"), "whoever was vouched for may have forgotten it");
        let told = town.rows("fact").iter().filter(|row| row.text(1).is_ok_and(|kind| kind == VOUCHED_FOR)).count();
        assert_eq!(told, 2);
        assert!(town.tables_with("Har fulgt Jon").is_empty(), "the reason is sealed");
        assert!(town.rows("access_grant").is_empty(), "no access by it");
    });
}

fn employee(town: &Town, account: &kernel::id::AccountId) -> testkit::Browser {
    town.as_account(account, Role::MoNurse)
}

#[test]
fn one_employee_and_the_named_contact_elsewhere_let_them_in() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let (mut kari, mut per) = (employee(&town, &house.kari), town.as_account(&house.per, Role::Housing));
        let case = turn(&mut kari, "Jon", "1984").await;
        speak(&mut kari, &case).await;
        assert!(per.get("/inn-igjen").await.says("En kollega spør deg"));
        assert!(speak(&mut per, &case).await.says("Nå er det bekreftet hvem det er."));
        let inside = kari.post(&format!("{case}/velg"), &[("vei", "her")]).await;
        assert_eq!(inside.location.as_deref(), Some("/inn/framme"));
    });
}

#[test]
fn the_card_counts_when_the_employee_also_knows_the_person() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let mut kari = employee(&town, &house.kari);
        let case = turn(&mut kari, "Jon", "1984").await;
        let path = format!("{case}/kjenner");
        kari.get(&path).await;
        let known = kari.post(&path, &[("kjenner", "1"), ("grunn", "Bor hos oss"), ("kort", &card)]).await;
        assert_eq!(known.location, Some(format!("{case}/velg")), "{}", known.html);
    });
}

#[test]
fn the_search_answers_alike_whether_or_not_there_is_anybody() {
    both_databases(&[&CHARTER], async |town: Town| {
        let House { jon, kari, anna, .. } = house(&town);
        let protected = town.person_with(NewPerson {
            name: Some("Nina".into()),
            birth_year: Some(1990),
            protected_since: Some(town.now()),
            ..NewPerson::default()
        });
        let housing = town.rows("account").len();
        assert!(housing > 0);
        town.duty(&organisation_of(&town), &protected, Some(&anna), Duty::Contact);
        let mut staff = employee(&town, &kari);
        let mut seen = Vec::new();
        for (name, year) in [("Nina", "1990"), ("Nora", "1990")] {
            staff.get("/inn-igjen").await;
            let page = staff.post("/inn-igjen", &[("navn", name), ("ar", year), ("kort", "")]).await;
            assert_eq!(page.status, 200);
            let list = page.html.split("<ul class=\"v-rows\">").nth(1).and_then(|rest| rest.split("</ul>").next());
            let list = list.expect("a list").to_owned();
            let person = page.attribute("name=\"person\" value=\"").expect("a line");
            seen.push(strip_tokens(&list.replace(&person, "")));
        }
        assert_eq!(seen[0], seen[1], "somebody with a protected address looks like nobody");
        staff.get("/inn-igjen").await;
        let known = staff.post("/inn-igjen", &[("navn", "Jon"), ("ar", "1984"), ("kort", "")]).await;
        assert!(known.says("Per Lie, Boligteamet") && known.says("J, 1984"), "{}", known.html);
        assert!(!known.html.contains(">Jon<"));
        drop(jon);
        // And all the way through: nobody's case goes as somebody's does.
        let case = turn(&mut staff, "Nora", "1990").await;
        let wrong = staff.post(&case, &[("hemmelig", PIN)]).await;
        assert!(wrong.status == 409 && wrong.says("Det stemte ikke."));
        assert!(speak(&mut staff, &case).await.says("Det trengs én til."));
    });
}

fn organisation_of(town: &Town) -> kernel::id::OrganisationId {
    let row = town.rows("organisation").pop().expect("an organisation");
    kernel::id::OrganisationId::parse(row.text(0).expect("an id")).expect("an id")
}

fn strip_tokens(html: &str) -> String {
    let mut parts = html.split("name=\"token\" value=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once('"').map_or("", |(_, rest)| rest))
}

#[test]
fn whoever_is_blocked_finds_nobody() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        doors(&town, &house.jon).await;
        let (person, account, now) = (house.jon.clone(), house.kari.clone(), town.now());
        let block = town.app.db().write_here(move |tx| {
            tx.run(
                "INSERT INTO access_block (person_id, account_id, block_id, blocked_at) VALUES ($1, $2, 'b', $3)",
                platform::args![&person, &account, now],
            )?;
            Ok(())
        });
        block.expect("blocked");
        let mut kari = employee(&town, &house.kari);
        kari.get("/inn-igjen").await;
        let found = kari.post("/inn-igjen", &[("navn", "Jon"), ("ar", "1984"), ("kort", "")]).await;
        assert!(found.says("Ingen kontakt å vise") && !found.says("Per Lie"), "{}", found.html);
        let case = turn(&mut kari, "Jon", "1984").await;
        assert_eq!(kari.post(&case, &[("hemmelig", PIN)]).await.status, 409, "not even with the right PIN");
    });
}

#[test]
fn those_who_never_meet_anybody_by_name_have_no_such_page() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        for role in [Role::Leader, Role::PrivacyContact, Role::Admin, Role::AdvisoryUnit, Role::DrugChecker, Role::Volunteer] {
            let account = town.employee(&house.centre, role, "Noen");
            assert_eq!(town.as_account(&account, role).get("/inn-igjen").await.status, 403, "{}", role.key());
        }
        assert_eq!(town.as_person(&house.jon).get("/inn-igjen").await.status, 403);
        assert_eq!(town.visitor().get("/inn-igjen").await.status, 401);
    });
}
