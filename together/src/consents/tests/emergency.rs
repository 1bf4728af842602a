//! Emergency: narrow, short, loud, reviewed, and never for whom the person has blocked.

use kernel::area::Area;
use kernel::id::PersonId;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use testkit::{Town, both_databases};

use super::town::{CATALOGUE, around, look};

const WHY: &str = "Bevisstløs, må vite om medisin";

#[test]
fn it_opens_little_for_hours_and_the_person_is_told_first_of_all() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let ward = town.organisation(OrganisationKind::Detox, "Avrusningen");
        let anna = town.employee(&ward, Role::DetoxNurse, "Anna Holm");
        let mut nurse = town.as_account(&anna, Role::DetoxNurse);
        assert_eq!(look(&mut nurse, &around.jon).await.status, 403);
        let path = format!("/nodapning/{}", around.jon);
        let form = nurse.get(&path).await;
        assert!(form.says("Personen kan lese dette.") && form.says("etter 4 timer"));
        let empty = nurse.post(&path, &[("grunn", " ")]).await;
        assert!(empty.status == 422 && empty.says("Skriv noe her."));
        let long = "a".repeat(81);
        let too_long = nurse.post(&path, &[("grunn", &long)]).await;
        assert!(too_long.status == 422 && too_long.says(&long), "what was typed is kept");
        let seen = nurse.post(&path, &[("grunn", WHY)]).await;
        assert!(seen.says("Åpent for detox-nurse: Kroppen · Medisiner og LAR · Psykisk helse · Trygghet til"));
        assert!(seen.says("Åpnet i nød til i dag kl. 14.00. Personen får vite det."));
        let again = {
            nurse.get(&path).await;
            nurse.post(&path, &[("grunn", WHY)]).await
        };
        assert!(again.status == 409 && again.says("Du har alt åpnet.") && again.says(WHY));

        let mut jon = town.as_person(&around.jon);
        let home = jon.get("/hjem").await;
        assert!(home.says("Anna Holm, Avrusningen, åpnet i nød i dag kl. 10.00") && home.says(WHY));
        assert!(home.html.trim_start().starts_with("<section class=\"v-section\"><div class=\"v-bordered"));
        let address = home.attribute("action=\"/deling/nodapning/").expect("a button");
        let mut maria = town.as_person(&town.person("Maria"));
        assert_eq!(maria.get("/hjem").await.html, "", "nobody else is told");
        maria.get("/deling").await;
        maria.post(&address, &[]).await;
        assert!(jon.get("/hjem").await.says(WHY), "and nobody else can put it away");
        town.wait_minutes(240);
        assert_eq!(look(&mut nurse, &around.jon).await.status, 403, "it closes by the clock");
        assert!(!jon.post(&address, &[]).await.says(WHY), "seen, and over");
        assert!(town.tables_with(WHY).is_empty(), "the reason is kept sealed");
        assert!(
            town.rows("audit_line")
                .iter()
                .any(|row| { row.cells().contains(&platform::db::Value::Text("open-emergency".into())) })
        );
    });
}

#[test]
fn it_never_opens_for_the_blocked_and_says_nothing_about_who_exists() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut gp = town.as_account(&around.gp, Role::Gp);
        look(&mut gp, &around.jon).await;
        let mut jon = town.as_person(&around.jon);
        jon.get("/deling/sperr").await;
        jon.post(&format!("/deling/sperr/{}", around.gp), &[("bekreft", "ja")]).await;
        let nobody = PersonId::from_bits(7);
        let mut answers = Vec::new();
        for person in [&around.jon, &nobody] {
            let path = format!("/nodapning/{person}");
            let form = gp.get(&path).await;
            assert_eq!(form.status, 200);
            let page = gp.post(&path, &[("grunn", WHY)]).await;
            assert!(page.status == 409 && page.says("Dette kan ikke åpnes.") && page.says("Ring 113"));
            let same = |html: &str| html.replace(person.as_str(), "X").replace(&gp.token(), "T");
            answers.push((same(&form.html).len(), same(&page.html)));
        }
        assert_eq!(answers[0], answers[1], "blocked and not there look alike");
        assert!(town.rows("access_emergency").is_empty());
        let refused = platform::db::Value::Text("refused".into());
        assert!(town.rows("audit_line").iter().any(|row| row.cells().contains(&refused)), "the try is in the log");
        let nav = town.organisation(OrganisationKind::Nav, "NAV Sentrum");
        let sara = town.employee(&nav, Role::Nav, "Sara Berg");
        let page = town.as_account(&sara, Role::Nav).get(&format!("/nodapning/{}", around.jon)).await;
        assert_eq!(page.status, 403, "only health personnel");
    });
}

#[test]
fn it_opens_what_is_closed_or_objected_to_but_nothing_more() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut jon = town.as_person(&around.jon);
        jon.get("/deling/lukk").await;
        for area in [Area::Body, Area::Money] {
            jon.post("/deling/lukk", &[("gjor", "lukk"), ("omrade", area.key()), ("bekreft", "ja")]).await;
        }
        jon.post("/deling/innsigelse", &[("gjor", "nei"), ("bekreft", "ja")]).await;
        let mut gp = town.as_account(&around.gp, Role::Gp);
        let before = look(&mut gp, &around.jon).await;
        assert!(before.says("Er livet i fare? Åpne i nød"));
        gp.get(&format!("/nodapning/{}", around.jon)).await;
        let seen = gp.post(&format!("/nodapning/{}", around.jon), &[("grunn", WHY)]).await;
        assert!(seen.says("Kroppen") && !seen.says("Penger") && !seen.says("Bolig"));
        jon.get("/deling/sperr").await;
        jon.post(&format!("/deling/sperr/{}", around.gp), &[("bekreft", "ja")]).await;
        assert_eq!(look(&mut gp, &around.jon).await.status, 403, "a block ends it at once");
    });
}

#[test]
fn the_privacy_contact_reviews_within_a_working_day_without_content() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut gp = town.as_account(&around.gp, Role::Gp);
        gp.get(&format!("/nodapning/{}", around.jon)).await;
        gp.post(&format!("/nodapning/{}", around.jon), &[("grunn", WHY)]).await;
        let city = town.organisation(OrganisationKind::Municipality, "Kommunen");
        let privacy = town.employee(&city, Role::PrivacyContact, "Ida Strand");
        let mut contact = town.as_account(&privacy, Role::PrivacyContact);
        let list = contact.get("/nodapninger").await;
        assert!(list.says("Åshild Lie, Sentrum legekontor") && list.says("Frist mandag 23. november"), "{}", list.html);
        for hidden in [WHY, "Jon", around.jon.as_str()] {
            assert!(!list.says(hidden), "{hidden} is content");
        }
        town.wait_days(4);
        let mut contact = town.as_account(&privacy, Role::PrivacyContact);
        let late = contact.get("/nodapninger").await;
        assert!(late.says("Over fristen</span>"));
        let case = late.attribute("name=\"sak\" value=\"").expect("a case");
        let wrong = contact.post("/nodapninger", &[("sak", &case), ("utfall", "glemt")]).await;
        assert_eq!(wrong.status, 422);
        let done = contact.post("/nodapninger", &[("sak", &case), ("utfall", "followed-up")]).await;
        assert!(done.says("Ingen nødåpninger venter.") && done.says("Følges opp"));
        let twice = contact.post("/nodapninger", &[("sak", &case), ("utfall", "in-order")]).await;
        assert!(twice.status == 409 && twice.says("Noen har alt sett på denne."));
        assert!(town.as_person(&around.jon).get("/hjem").await.says("Personvernkontakten har sett på det."));
        assert_eq!(town.as_account(&around.gp, Role::Gp).get("/nodapninger").await.status, 403);
        let mut jon = town.as_person(&around.jon);
        jon.get("/deling/sperr").await;
        jon.post(&format!("/deling/sperr/{}", around.gp), &[("bekreft", "ja")]).await;
        assert!(contact.get("/nodapninger").await.says("1 person"), "how many have blocked, not who");
    });
}
