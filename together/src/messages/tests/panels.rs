//! What stands on the pages that many share.

use kernel::role::Role;
use platform::charter::Place;
use testkit::{Town, both_databases};

use super::town::{CATALOGUE, around, asked, begun, panels, theirs, withdraw, write};

#[test]
fn home_today_and_one_person_tell_what_is_new() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut kari) = (town.as_person(&around.jon), town.as_account(&around.kari, Role::MoNurse));
        let as_kari = Some((&around.kari, Some(&around.centre), Role::MoNurse));
        assert_eq!(panels(&town, Some(&around.jon), None, Place::Home), "", "nothing new is nothing to see");
        asked(&mut kari, &around.jon, "Kan du komme?").await;
        let home = panels(&town, Some(&around.jon), None, Place::Home);
        assert!(
            home.contains("Du har en ny melding") && home.contains("Timen din") && home.contains("Venter på svar fra deg."),
            "{home}"
        );
        assert!(!home.contains("Kan du komme?"), "home tells that, not what");
        let thread = begun(&mut jon, &around.kari, "Hei").await;
        let today = panels(&town, None, as_kari, Place::Today);
        assert!(today.contains("Nye meldinger") && today.contains("Jon") && today.contains("Visning"), "{today}");
        assert!(kari.get("/beskjeder").await.says("Visning"));
        let person = panels(&town, Some(&around.jon), as_kari, Place::OnePerson);
        assert!(person.contains("Visning") && person.contains("1 ny.") && person.contains("Timen din"), "{person}");
        let aside = panels(&town, Some(&around.jon), as_kari, Place::OnePersonAside);
        assert!(aside.contains("Skriv en beskjed"), "{aside}");
        kari.get(&theirs(&around.jon, &thread)).await;
        assert_eq!(panels(&town, None, as_kari, Place::Today), "");
        assert!(kari.get("/beskjeder").await.says("Ikke noe nytt nå."));
        write(&mut jon, &thread, "Er du der?").await;
        withdraw(&town, &around.jon, &around.grant);
        assert_eq!(panels(&town, None, as_kari, Place::Today), "", "what is not shared is not new");
        let sara = Some((&around.sara, Some(&around.nav), Role::Nav));
        let nothing = panels(&town, Some(&around.jon), sara, Place::OnePerson);
        assert!(nothing.contains("Ikke noe her nå"), "{nothing}");
    });
}

#[test]
fn a_message_to_a_workplace_is_new_until_somebody_there_has_read_it() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let aksel = town.employee(&around.centre, Role::MoNurse, "Aksel Bru");
        let mut jon = town.as_person(&around.jon);
        jon.get("/meldinger/ny/housing").await;
        let fields = [("til", around.centre.as_str()), ("emne", "Til alle"), ("words", "Hei")];
        let thread = jon.post("/meldinger/ny/housing", &fields).await.location.expect("a thread");
        let of = |account| panels(&town, None, Some((account, Some(&around.centre), Role::MoNurse)), Place::Today);
        assert!(of(&around.kari).contains("Til alle") && of(&aksel).contains("Til alle"));
        town.as_account(&aksel, Role::MoNurse).get(&theirs(&around.jon, &thread)).await;
        assert_eq!((of(&around.kari), of(&aksel)), (String::new(), String::new()));
        assert!(jon.get(&thread).await.says("Lest av Aksel Bru i dag kl. 10.00"));
    });
}

#[test]
fn a_word_that_hurts_is_pointed_out_to_the_sender_alone() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut kari) = (town.as_person(&around.jon), town.as_account(&around.kari, Role::MoNurse));
        let at_kari = asked(&mut kari, &around.jon, "Du møtte ikke opp i går.").await;
        let line = "Bare til deg: Du skrev «møtte ikke opp».";
        assert!(kari.get(&at_kari).await.says(line));
        let thread = at_kari.replace(&format!("/beskjeder/{}", around.jon), "/meldinger");
        let read = jon.get(&thread).await;
        assert!(read.says("Du møtte ikke opp i går.") && !read.says(line), "it stops nothing: {}", read.html);
        assert!(!kari.get(&at_kari).await.says(line), "and is gone when it can no longer be taken back");
    });
}
