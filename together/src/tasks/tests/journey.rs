//! Ola asks NAV, NAV says yes or no, the person reads it all; others see nothing; the list is paged.

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::Charter;
use testkit::{Browser, Town, both_databases};

use crate::tasks::CHARTER;

const CATALOGUE: &[&Charter] = &[&CHARTER];

struct Around {
    jon: PersonId,
    ola: AccountId,
    nav: OrganisationId,
    sara: AccountId,
    kari: AccountId,
}

/// Ola in the municipality sees housing, people around and money; Sara at NAV housing; Kari at the MO centre safety.
fn around(town: &Town) -> Around {
    let jon = town.person("Jon");
    let municipality = town.organisation(OrganisationKind::Municipality, "Kommunen");
    let ola = town.employee(&municipality, Role::Coordinator, "Ola Vik");
    let nav = town.organisation(OrganisationKind::Nav, "NAV");
    let sara = town.employee(&nav, Role::Nav, "Sara Berg");
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
    for place in [&municipality, &nav, &centre] {
        town.serves(place, &jon);
    }
    drop(town.share(&jon, &municipality, &[Area::Housing, Area::PeopleAround, Area::Money]));
    drop(town.share(&jon, &nav, &[Area::Housing]));
    drop(town.share(&jon, &centre, &[Area::Safety]));
    Around { jon, ola, nav, sara, kari }
}

async fn asked(around: &Around, ola: &mut Browser, who: &str, words: &str, due: &str) -> String {
    let path = format!("/oppgaver/ny/{}", around.jon);
    ola.get(&path).await;
    let fields = [("hva", words), ("omrade", "housing"), ("hvem", who), ("dato", due)];
    let page = ola.post(&path, &fields).await;
    page.location.clone().unwrap_or_else(|| panic!("{}", page.html))
}

#[test]
fn another_service_is_asked_and_answers() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut ola = town.as_account(&around.ola, Role::Coordinator);
        let nav = format!("o:{}", around.nav);
        let one = asked(&around, &mut ola, &nav, "Bekrefte bostøtten skriftlig", "27.11.2026").await;
        assert!(ola.get(&one).await.says("Venter på ja"));
        assert_eq!(town.tables_with("bostøtten"), Vec::<String>::new(), "sealed");
        let mut sara = town.as_account(&around.sara, Role::Nav);
        assert!(sara.get("/oppgaver").await.says("Noen spør deg"));
        let early = sara.post(&one, &[("status", "done"), ("sett", "1")]).await;
        assert!(early.status == 409 && early.says("Ingen har sagt ja"), "{}", early.html);
        sara.get(&one).await;
        let yes = sara.post(&format!("{one}/svar"), &[("svar", "yes")]).await;
        assert!(yes.says("Ikke begynt"), "{}", yes.html);
        let mut other = sara.clone();
        other.get(&one).await;
        assert!(sara.post(&one, &[("status", "ongoing"), ("sett", "2")]).await.says("Pågår"));
        let stale = other.post(&one, &[("status", "done"), ("sett", "2")]).await;
        assert!(stale.status == 409 && stale.says("En annen endret oppgaven før deg."), "{}", stale.html);
        let mut jon = town.as_person(&around.jon);
        assert!(jon.get("/oppgaver").await.says("Bekrefte bostøtten skriftlig"));
        town.wait_days(9);
        let mut ola = town.as_account(&around.ola, Role::Coordinator);
        let page = ola.get("/oppgaver").await;
        assert!(
            page.says("Over fristen hos andre, eller sagt nei til") && page.says("Skulle vært gjort 27. november"),
            "{}",
            page.html
        );
        let mut sara = town.as_account(&around.sara, Role::Nav);
        sara.get(&one).await;
        sara.post(&one, &[("status", "done"), ("sett", "3")]).await;
        assert!(!ola.get("/oppgaver").await.says("Bekrefte bostøtten"));
    });
}

#[test]
fn a_no_is_told_to_whoever_asked_and_the_question_can_be_taken_back() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut ola = town.as_account(&around.ola, Role::Coordinator);
        let one = asked(&around, &mut ola, &format!("o:{}", around.nav), "Garantere for depositum", "").await;
        let mut sara = town.as_account(&around.sara, Role::Nav);
        sara.get(&one).await;
        let no = sara.post(&format!("{one}/svar"), &[("svar", "no"), ("hvorfor", "Vi trenger en bolig først.")]).await;
        assert!(no.says("Sa nei") && no.says("Vi trenger en bolig først."), "{}", no.html);
        assert!(ola.get("/oppgaver").await.says("Garantere for depositum"));
        ola.get(&one).await;
        let back = ola.post(&format!("{one}/svar"), &[("svar", "back")]).await;
        assert!(back.status == 200 && !back.says("Garantere for depositum"), "{}", back.html);
    });
}

#[test]
fn the_person_says_yes_or_no_and_adds_their_own() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut ola = town.as_account(&around.ola, Role::Coordinator);
        let one = asked(&around, &mut ola, "person", "Ta med leiekontrakten", "").await;
        let mine = format!("/oppgaver/mine/{}", one.rsplit('/').next().expect("an id"));
        let mut jon = town.as_person(&around.jon);
        assert!(jon.get("/oppgaver").await.says("Vil du gjøre dette?"));
        let page = jon.post(&mine, &[("svar", "no")]).await;
        assert!(page.status == 200 && !page.says("Vil du gjøre dette?"), "{}", page.html);
        let page = jon.post("/oppgaver/mine", &[("hva", "Ringe søstera mi"), ("dato", "24.11."), ("omrade", "")]).await;
        assert!(page.says("Ringe søstera mi") && page.says("Innen tirsdag 24. november"), "{}", page.html);
        assert!(!ola.get(&format!("/oppgaver/{}/{}", around.jon, "0".repeat(32))).await.says("søstera"));
        let wrong = jon.post("/oppgaver/mine", &[("hva", "Noe mer"), ("dato", "snart"), ("omrade", "")]).await;
        assert!(wrong.status == 422 && wrong.says("Noe mer"), "{}", wrong.html);
    });
}

#[test]
fn whoever_does_not_see_the_area_sees_nothing_of_the_task() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut ola = town.as_account(&around.ola, Role::Coordinator);
        let one = asked(&around, &mut ola, "me", "Sende søknaden", "").await;
        let mut kari = town.as_account(&around.kari, Role::MoNurse);
        assert_eq!(kari.get(&one).await.status, 403);
        let path = format!("/oppgaver/ny/{}", around.jon);
        kari.get(&path).await;
        let fields = [("hva", "Noe"), ("omrade", "housing"), ("hvem", "me"), ("dato", "")];
        assert_eq!(kari.post(&path, &fields).await.status, 403, "not in an area that is not shared");
        kari.get(&path).await;
        let fields = [("hva", "Noe"), ("omrade", "safety"), ("hvem", &format!("o:{}", around.nav)), ("dato", "")];
        let page = kari.post(&path, &fields).await;
        assert_eq!(page.status, 422, "she may not know that NAV is there: {}", page.html);
    });
}

#[test]
fn the_list_is_paged_with_the_oldest_day_first() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut ola = town.as_account(&around.ola, Role::Coordinator);
        for n in 0..33 {
            let (day, month) = (1 + n % 28, if n < 28 { 12 } else { 1 });
            let year = if month == 12 { 2026 } else { 2027 };
            asked(&around, &mut ola, "me", &format!("Oppgave nummer {n:02}"), &format!("{day}.{month}.{year}")).await;
        }
        asked(&around, &mut ola, "me", "Uten dag", "").await;
        let first = ola.get("/oppgaver").await;
        assert!(first.says("Oppgave nummer 00") && !first.says("Uten dag"), "{}", first.html);
        let next = first.attribute("href=\"/oppgaver?fra=").expect("a next page").replace("&#38;", "&").replace("&amp;", "&");
        let second = ola.get(&next).await;
        assert!(
            second.says("Uten dag") && second.says("Oppgave nummer 32") && !second.says("Oppgave nummer 00"),
            "{}",
            second.html
        );
    });
}
