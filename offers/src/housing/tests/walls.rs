//! Who sees what: another service sees a date when «Bolig» is shared and nothing else; an address stays where it is protected.

use kernel::area::Area;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::NewPerson;
use testkit::both_databases;

use super::Team;
use crate::housing::CHARTER;
use crate::housing::acts::Answer;

#[test]
fn another_service_does_not_get_in_and_a_colleague_elsewhere_sees_nobody() {
    both_databases(&[&CHARTER], async |town| {
        let team = Team::in_town(&town);
        let jon = team.lives("Jon", "Fjellveien 12");
        let mo = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        town.serves(&mo, &jon);
        let _share = town.share(&jon, &mo, &[Area::Housing]);
        let kari = town.employee(&mo, Role::MoNurse, "Kari Nes");
        let mut kari = town.as_account(&kari, Role::MoNurse);
        for path in
            ["/bolig".to_owned(), "/bolig/hjem".to_owned(), format!("/bolig/en/{jon}"), format!("/bolig/en/{jon}/utleier")]
        {
            assert_eq!(kari.get(&path).await.status, 403, "{path}");
        }
        let elsewhere = town.organisation(OrganisationKind::Housing, "Et annet team");
        let other = town.employee(&elsewhere, Role::Housing, "Liv Sunde");
        let mut other = town.as_account(&other, Role::Housing);
        let list = other.get("/bolig").await;
        assert!(list.status == 200 && !list.says("Jon"), "{}", list.html);
        assert_eq!(other.get(&format!("/bolig/en/{jon}")).await.status, 403);
        town.serves(&elsewhere, &jon);
        let page = other.get(&format!("/bolig/en/{jon}")).await;
        assert!(page.says("Jon") && !page.says("Fjellveien") && !page.says("Kaffe hver tirsdag"), "{}", page.html);
    });
}

#[test]
fn a_protected_address_is_shown_to_the_person_alone() {
    both_databases(&[&CHARTER], async |town| {
        let team = Team::in_town(&town);
        let anna =
            town.person_with(NewPerson { name: Some("Anna".into()), protected_since: Some(town.now()), ..NewPerson::default() });
        let home = team.home("Hemmelighetsveien 4", &[]);
        team.wants(&anna, &[]);
        team.offers(&anna, &home).expect("an offer");
        team.says(&anna, Answer::Yes).expect("a yes");
        team.moves_in(&anna);
        let mut per = town.as_account(&team.per, Role::Housing);
        for path in [
            "/bolig".to_owned(),
            format!("/bolig/en/{anna}"),
            format!("/bolig/en/{anna}/utleier"),
            format!("/bolig/en/{anna}/slutt"),
        ] {
            let page = per.get(&path).await;
            assert!(!page.says("Hemmelighetsveien"), "{path}: {}", page.html);
        }
        assert!(town.as_person(&anna).get("/min-bolig").await.says("Hemmelighetsveien 4"));
    });
}

#[test]
fn the_person_reads_a_part_of_town_and_no_address_before_a_home_is_theirs_to_say_yes_to() {
    both_databases(&[&CHARTER], async |town| {
        let team = Team::in_town(&town);
        let jon = town.person("Jon");
        let home = team.home("Fjellveien 12", &[]);
        team.wants(&jon, &[]);
        let before = town.as_person(&jon).get("/min-bolig").await;
        assert!(before.says("Et hjem, Nord") && !before.says("Fjellveien"), "{}", before.html);
        team.offers(&jon, &home).expect("an offer");
        assert!(town.as_person(&jon).get("/min-bolig").await.says("Fjellveien 12"));
    });
}
