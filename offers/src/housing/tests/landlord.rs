//! The landlord never learns why: every word that could tell is planted, and the sheet is searched for it.

use kernel::role::Role;
use testkit::both_databases;

use super::Team;
use crate::housing::CHARTER;
use crate::housing::acts::{self, Ending, Warned};
use crate::housing::rules::{EndReason, WarningKind};
use crate::housing::store::tenancies::How;

const PLANTED: [&str; 4] = ["Merke-varsel", "Merke-plan", "Merke-besøk", "Merke-slutt"];

#[test]
fn the_sheet_says_a_home_two_days_and_whom_to_call() {
    both_databases(&[&CHARTER], async |town| {
        let team = Team::in_town(&town);
        let jon = team.lives("Jon", "Fjellveien 12");
        let person = jon.clone();
        team.run(&team.as_per(), move |tx, desk| {
            acts::plan(tx, desk, &person, Some(PLANTED[1]), desk.now().day().plus(14), 1)?;
            let seen = (desk.now().day(), How::AtHome, Some(PLANTED[2]));
            acts::visit(tx, desk, &person, seen, None)?;
            let warned = Warned { kind: WarningKind::RentLate, words: Some(PLANTED[0].into()), task: "Hjelp".into() };
            acts::warn(tx, desk, &person, &warned)?;
            let ending = Ending {
                on: desk.now().day(),
                reason: EndReason::Treatment,
                words: Some(PLANTED[3].into()),
                needs_another: false,
            };
            acts::end(tx, desk, &person, &ending, 3)
        })
        .expect("everything is written");
        let mut per = town.as_account(&team.per, Role::Housing);
        let staff = per.get(&format!("/bolig/en/{jon}")).await;
        for planted in PLANTED.iter().filter(|word| **word != PLANTED[1]) {
            assert!(staff.says(planted), "the service itself reads {planted}");
        }
        let page = per.get(&format!("/bolig/en/{jon}/utleier")).await;
        let main = page.html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).expect("main");
        for word in PLANTED.into_iter().chain(["Jon", "behandling", "Husleia", "oppfølging", "Boligteamet", "egen dør"]) {
            assert!(!main.contains(word), "the landlord would read {word}: {main}");
        }
        for word in ["Fjellveien 12", "Kommunale bygg", "Per Lie", "20."] {
            assert!(main.contains(word), "{word} is missing: {main}");
        }
    });
}
