//! Somebody who is not Jon, with one employee who knows nothing about it: every scripted way fails.

use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::relations::Duty;
use testkit::{Browser, Town, both_databases, on_sqlite};

use super::super::CHARTER;
use super::{House, PIN, code_on, digits_on, doors, house, speak, turn};

fn kari(town: &Town, house: &House) -> Browser {
    town.as_account(&house.kari, Role::MoNurse)
}

/// Nobody has been let in: no choice is offered, and none is carried out.
async fn nobody_is_in(screen: &mut Browser, case: &str) {
    let page = screen.get(&format!("{case}/velg")).await;
    assert_eq!(page.location.as_deref(), Some(case), "{}", page.html);
    for way in ["her", "telefon", "kort"] {
        let page = screen.post_only(&format!("{case}/velg"), &[("vei", way)]).await;
        let sent_back = page.location.as_deref() == Some(case);
        assert!(page.status == 409 || sent_back, "{way}: {} {}", page.status, page.html);
    }
    assert_eq!(screen.get("/inn-igjen").await.status, 200, "it is still the employee's screen");
}

#[test]
fn five_wrong_pins_and_then_not_even_the_right_one() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        doors(&town, &house.jon).await;
        let mut screen = kari(&town, &house);
        let case = turn(&mut screen, "Jon", "1984").await;
        for wrong in ["8642", "8643", "8644", "8645", "8646"] {
            let page = screen.post(&case, &[("hemmelig", wrong)]).await;
            assert!(page.status == 409 && page.says("Det stemte ikke."), "{wrong}: {}", page.html);
        }
        let page = screen.post(&case, &[("hemmelig", PIN)]).await;
        assert!(page.says("Det har vært for mange forsøk."), "{}", page.html);
        nobody_is_in(&mut screen, &case).await;
        // A new case does not give five more.
        let case = turn(&mut screen, "Jon", "1984").await;
        let page = screen.post(&case, &[("hemmelig", PIN)]).await;
        assert!(page.says("Det har vært for mange forsøk."), "{}", page.html);
        nobody_is_in(&mut screen, &case).await;
    });
}

#[test]
fn a_found_card_without_pin_and_without_tick() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let mut screen = kari(&town, &house);
        let case = turn(&mut screen, "Jon", "1984").await;
        let path = format!("{case}/kjenner");
        screen.get(&path).await;
        let page = screen.post(&path, &[("grunn", "Har kortet"), ("kort", &card)]).await;
        assert!(page.status == 409 && page.says("Kortet åpner ikke noe alene."), "{}", page.html);
        nobody_is_in(&mut screen, &case).await;
    });
}

#[test]
fn the_card_of_somebody_else_with_a_tick() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let siri = town.person("Siri");
        let card = doors(&town, &siri).await;
        let mut screen = kari(&town, &house);
        let case = turn(&mut screen, "Jon", "1984").await;
        let path = format!("{case}/kjenner");
        screen.get(&path).await;
        let page = screen.post(&path, &[("kjenner", "1"), ("grunn", "Ser slik ut"), ("kort", &card)]).await;
        assert!(page.status == 409 && page.says("Det stemte ikke."), "{}", page.html);
        nobody_is_in(&mut screen, &case).await;
    });
}

#[test]
fn one_employee_who_confirms_twice() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let mut screen = kari(&town, &house);
        let case = turn(&mut screen, "Jon", "1984").await;
        speak(&mut screen, &case).await;
        let again = screen.post(&format!("{case}/kjenner"), &[("kjenner", "1"), ("grunn", "Helt sikker"), ("kort", "")]).await;
        assert!(again.status == 409 && again.says("Du har bekreftet én gang."), "{}", again.html);
        nobody_is_in(&mut screen, &case).await;
    });
}

#[test]
fn the_same_employee_under_two_sessions() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let (mut screen, mut second) = (kari(&town, &house), kari(&town, &house));
        let case = turn(&mut screen, "Jon", "1984").await;
        speak(&mut screen, &case).await;
        let path = format!("{case}/kjenner");
        second.get(&path).await;
        let again = second.post(&path, &[("kjenner", "1"), ("grunn", "Helt sikker"), ("kort", "")]).await;
        assert!(again.status == 409 && again.says("Du har bekreftet én gang."), "{}", again.html);
        nobody_is_in(&mut screen, &case).await;
    });
}

#[test]
fn the_same_human_being_under_two_accounts() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let extra = town.employee(&house.centre, Role::Coordinator, "kari nes");
        let (mut screen, mut second) = (kari(&town, &house), town.as_account(&extra, Role::Coordinator));
        let case = turn(&mut screen, "Jon", "1984").await;
        speak(&mut screen, &case).await;
        assert_eq!(speak(&mut second, &case).await.status, 409);
        nobody_is_in(&mut screen, &case).await;
    });
}

#[test]
fn the_contact_of_somebody_else() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let siri = town.person("Siri");
        let elsewhere = town.organisation(OrganisationKind::Nav, "NAV");
        let eva = town.employee(&elsewhere, Role::Nav, "Eva Moe");
        town.duty(&elsewhere, &siri, Some(&eva), Duty::Contact);
        let (mut screen, mut contact) = (kari(&town, &house), town.as_account(&eva, Role::Nav));
        let case = turn(&mut screen, "Jon", "1984").await;
        speak(&mut screen, &case).await;
        assert!(!contact.get("/inn-igjen").await.says("En kollega spør deg"));
        let path = format!("{case}/kjenner");
        assert_eq!(contact.get(&path).await.status, 404, "it is not there for her");
        let fields = [("kjenner", "1"), ("grunn", "Kjenner ham"), ("kort", "")];
        contact.get("/inn-igjen").await;
        assert_eq!(contact.post(&path, &fields).await.status, 404);
        nobody_is_in(&mut screen, &case).await;
    });
}

#[test]
fn somebody_who_was_the_contact_once() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        let (mut screen, mut per) = (kari(&town, &house), town.as_account(&house.per, Role::Housing));
        let ended = town.now();
        let end = town.app.db().write_here(move |tx| {
            tx.run("UPDATE access_relation SET ended_at = $1", platform::args![ended])?;
            Ok(())
        });
        end.expect("ended");
        let case = turn(&mut screen, "Jon", "1984").await;
        speak(&mut screen, &case).await;
        assert_eq!(speak(&mut per, &case).await.status, 404);
        nobody_is_in(&mut screen, &case).await;
    });
}

#[test]
fn a_vouching_that_has_run_out() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let (mut screen, mut ola) = (kari(&town, &house), town.as_account(&house.ola, Role::MoNurse));
        let case = turn(&mut screen, "Jon", "1984").await;
        speak(&mut screen, &case).await;
        town.wait_minutes(16);
        assert!(speak(&mut ola, &case).await.says("Det trengs én til."), "it begins anew with Ola");
        nobody_is_in(&mut screen, &case).await;
        town.wait_minutes(5);
        let late = speak(&mut screen, &case).await;
        assert!(late.status == 409 && late.says("Det har gått for lang tid"), "{}", late.html);
        nobody_is_in(&mut screen, &case).await;
    });
}

#[test]
fn six_digits_twice_and_too_late() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        doors(&town, &house.jon).await;
        let mut screen = kari(&town, &house);
        let case = turn(&mut screen, "Jon", "1984").await;
        screen.post(&case, &[("hemmelig", PIN)]).await;
        let first = digits_on(&screen.post(&format!("{case}/velg"), &[("vei", "telefon")]).await);
        screen.get(&format!("{case}/velg")).await;
        let second = digits_on(&screen.post(&format!("{case}/velg"), &[("vei", "telefon")]).await);
        let mut phone = town.visitor();
        let try_with = async |phone: &mut Browser, digits: &str| {
            phone.get("/inn").await;
            phone.post("/inn/tall", &[("tall", digits)]).await
        };
        assert!(try_with(&mut phone, &first).await.says("Tallene virker ikke."), "newer digits have taken their place");
        assert_eq!(try_with(&mut phone, &second).await.location.as_deref(), Some("/inn/framme"));
        assert!(try_with(&mut town.visitor(), &second).await.says("Tallene virker ikke."), "once");
        let case = turn(&mut screen, "Jon", "1984").await;
        screen.post(&case, &[("hemmelig", PIN)]).await;
        let digits = digits_on(&screen.post(&format!("{case}/velg"), &[("vei", "telefon")]).await);
        town.wait_minutes(10);
        assert!(try_with(&mut town.visitor(), &digits).await.says("Tallene virker ikke."), "after ten minutes");
    });
}

#[test]
fn guessing_six_digits_meets_a_ceiling() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        house(&town);
        let mut status = Vec::new();
        for n in 0..14 {
            let mut phone = town.visitor();
            phone.get("/inn").await;
            status.push(phone.post("/inn/tall", &[("tall", &format!("{n:06}"))]).await.status);
        }
        assert_eq!(status.iter().filter(|status| **status == 409).count(), 12, "{status:?}");
        assert_eq!(status.last(), Some(&429));
    });
}

#[test]
fn searching_for_everybody_meets_a_limit() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let mut screen = kari(&town, &house);
        screen.get("/inn-igjen").await;
        let mut status = Vec::new();
        for year in 1970..1992 {
            let page = screen.post("/inn-igjen", &[("navn", "Jon"), ("ar", &year.to_string()), ("kort", "")]).await;
            status.push(page.status);
        }
        assert_eq!(status.iter().filter(|status| **status == 200).count(), 20, "{status:?}");
        assert_eq!(status.last(), Some(&409));
        let mut second = kari(&town, &house);
        second.get("/inn-igjen").await;
        let page = second.post("/inn-igjen", &[("navn", "Jon"), ("ar", "1984"), ("kort", "")]).await;
        assert_eq!(page.status, 409, "also from another screen");
    });
}

#[test]
fn a_case_is_of_no_use_to_anybody_but_whoever_began_it() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let mut screen = kari(&town, &house);
        let case = turn(&mut screen, "Jon", "1984").await;
        let mut ola = town.as_account(&house.ola, Role::MoNurse);
        ola.get("/inn-igjen").await;
        assert_eq!(ola.post(&case, &[("hemmelig", PIN)]).await.status, 404);
        let path = format!("{case}/kjenner");
        ola.get(&path).await;
        let page = ola.post(&path, &[("kjenner", "1"), ("grunn", "Kjenner ham"), ("kort", &card)]).await;
        assert_eq!(page.status, 404, "the card counts where the person stands");
        screen.post(&case, &[("hemmelig", PIN)]).await;
        ola.get("/inn-igjen").await;
        assert_eq!(ola.post(&format!("{case}/velg"), &[("vei", "her")]).await.status, 404);
        let page = screen.post(&format!("{case}/velg"), &[("vei", "kort")]).await;
        assert!(!code_on(&page).is_empty());
        town.wait_minutes(15);
        screen.get("/inn-igjen").await;
        let late = screen.post(&format!("{case}/velg"), &[("vei", "her")]).await;
        assert_eq!(late.status, 409, "what was shown is of no use for ever");
    });
}
