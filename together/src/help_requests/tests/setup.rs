//! Who answers is set up on pages, by the right people, with what people type.

use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Clock;
use testkit::{Browser, Page, Town, both_databases};

use super::ask;
use crate::help_requests::CHARTER;
use crate::help_requests::promise::Opening;
use crate::help_requests::week::{read_day, read_time, shown_day};

const WEEK: [(&str, &str); 5] =
    [("day-1", "8-15.30"), ("day-2", "8–15.30"), ("day-3", "08:00-12, 13-15"), ("day-4", ""), ("day-5", "8-20")];

#[test]
fn a_day_is_read_as_people_write_it() {
    let stretch = |opens: (u8, u8), closes: (u8, u8)| Opening {
        weekday: 3,
        opens: Clock::at(opens.0, opens.1),
        closes: Clock::at(closes.0, closes.1),
    };
    for (typed, expected) in [
        ("", Some(vec![])),
        ("8-15.30", Some(vec![stretch((8, 0), (15, 30))])),
        (" kl. 8 – 1530", Some(vec![stretch((8, 0), (15, 30))])),
        ("9-12, 13:15-24", Some(vec![stretch((9, 0), (12, 0)), stretch((13, 15), (23, 59))])),
        ("8", None),
        ("15-8", None),
        ("8-8", None),
        ("8-12, 11-13", None),
        ("8-9, 10-11, 12-13, 14-15", None),
        ("8-25", None),
        ("åtte-ni", None),
    ] {
        assert_eq!(read_day(typed, 3), expected, "{typed}");
    }
    assert_eq!(read_time("0830").map(Clock::parts), Some((8, 30)));
    let day = read_day("9-12, 13-15", 3).expect("a day");
    assert_eq!((shown_day(&day, 3), shown_day(&day, 4)), ("09.00–12.00, 13.00–15.00".to_owned(), String::new()));
}

async fn set_up(browser: &mut Browser, desk: &str, holder: &str, needs: &[&str]) -> Page {
    browser.get(desk).await;
    let mut fields = vec![("holder", holder), ("promise", "240"), ("place", "")];
    fields.extend(WEEK);
    fields.extend(needs.iter().map(|need| ("need", *need)));
    browser.post(desk, &fields).await
}

#[test]
fn an_administrator_sets_up_who_answers_and_a_request_comes_to_whoever_is_on_duty() {
    both_databases(&[&CHARTER], async |town: Town| {
        let municipality = town.organisation(OrganisationKind::Municipality, "Kommunen");
        let mina = town.employee(&municipality, Role::Admin, "Mina Solli");
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let (kari, ola) = (town.employee(&centre, Role::MoNurse, "Kari Nes"), town.employee(&centre, Role::MoNurse, "Ola Vik"));
        let mut admin = town.as_account(&mina, Role::Admin);
        let desk = format!("/oppsett/vakt/{centre}");
        let before = admin.get("/oppsett/vakt").await;
        assert!(
            before.says("Ingen svarer på dette ennå:") && before.says("Svarer ikke på henvendelser ennå."),
            "{}",
            before.html
        );
        let after = set_up(&mut admin, &desk, kari.as_str(), &["talk", "food"]).await;
        assert!(after.says("Prate med noen") || after.says(" · "), "{}", after.html);
        let roster = format!("{desk}/vakter");
        admin.get(&roster).await;
        let on = admin.post(&roster, &[("who", ola.as_str()), ("day", "20.11.2026"), ("from", "8"), ("to", "16")]).await;
        assert!(on.says("Ola Vik") && on.says("kl. 08.00"), "{}", on.html);
        let receipt = ask(&mut town.visitor(), "talk", "Hei").await;
        assert!(receipt.says("Ola eller en annen hos MO-senteret svarer deg"), "{}", receipt.html);

        admin.get(&roster).await;
        let key = on.attribute("name=\"duty\" value=\"").expect("a duty to remove");
        let off = admin.post(&format!("{roster}/fjern"), &[("duty", &key)]).await;
        assert!(off.says("Ingen vakter er satt opp."), "{}", off.html);
        let receipt = ask(&mut town.visitor(), "talk", "Hei igjen").await;
        assert!(receipt.says("Kari eller en annen hos MO-senteret svarer deg"), "{}", receipt.html);
        assert_eq!(set_up(&mut admin, &desk, kari.as_str(), &["food"]).await.status, 200);
        let list = admin.get("/oppsett/vakt").await;
        assert!(list.says("Ingen svarer på dette ennå:"), "what is not ticked is nobody's again: {}", list.html);
    });
}

#[test]
fn what_cannot_be_used_comes_back_and_the_desk_stays_as_it_was() {
    both_databases(&[&CHARTER], async |town: Town| {
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
        let ola = town.employee(&centre, Role::Coordinator, "Ola Vik");
        let mut ola = town.as_account(&ola, Role::Coordinator);
        let desk = format!("/oppsett/vakt/{centre}");
        ola.get(&desk).await;
        let fields =
            [("holder", kari.as_str()), ("promise", "240"), ("place", "Grønn dør"), ("day-1", "åtte til fire"), ("need", "talk")];
        let page = ola.post(&desk, &fields).await;
        assert!(page.status == 422 && page.says("Skriv klokka slik: 8–15.30.") && page.says("åtte til fire"), "{}", page.html);
        assert!(page.says("value=\"Grønn dør\"") && town.rows("help_requests_desk").is_empty());
        let closed = ola.post(&desk, &[("holder", kari.as_str()), ("promise", "240")]).await;
        assert!(closed.status == 422 && closed.says("minst én dag"), "{}", closed.html);
        let nobody = ola.post(&desk, &[("holder", "0".repeat(32).as_str()), ("promise", "240"), ("day-1", "8-9")]).await;
        assert_eq!(nobody.status, 422);
        let late = [("who", kari.as_str()), ("day", "1.1.2020"), ("from", "8"), ("to", "16")];
        assert!(ola.post(&format!("{desk}/vakter"), &late).await.says("Vakta er over."));
    });
}

#[test]
fn a_coordinator_sets_up_their_own_organisation_and_a_nurse_none() {
    both_databases(&[&CHARTER], async |town: Town| {
        let (centre, nav) =
            (town.organisation(OrganisationKind::MoCentre, "MO-senteret"), town.organisation(OrganisationKind::Nav, "NAV"));
        let ola = town.employee(&centre, Role::Coordinator, "Ola Vik");
        let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
        let mut ola = town.as_account(&ola, Role::Coordinator);
        let list = ola.get("/oppsett/vakt").await;
        assert!(list.says("MO-senteret") && !list.says("NAV"), "{}", list.html);
        assert_eq!(ola.get(&format!("/oppsett/vakt/{nav}")).await.status, 403);
        assert_eq!(ola.get(&format!("/oppsett/vakt/{nav}/vakter")).await.status, 403);
        let mut kari = town.as_account(&kari, Role::MoNurse);
        assert_eq!(kari.get("/oppsett/vakt").await.status, 403);
    });
}
