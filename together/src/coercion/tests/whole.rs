//! From recording to the day it ends, on both databases, through the pages.

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::args;
use platform::charter::Charter;
use testkit::{Page, Town, both_databases};

use crate::coercion::CHARTER;

const CATALOGUE: &[&Charter] = &[&CHARTER];

pub struct Case {
    pub jon: PersonId,
    pub ward: OrganisationId,
    pub anna: AccountId,
    pub eirik: AccountId,
}

pub fn case(town: &Town) -> Case {
    let jon = town.person("Jon");
    let ward = town.organisation(OrganisationKind::Detox, "Avrusning");
    let anna = town.employee(&ward, Role::DetoxNurse, "Anna Holm");
    let eirik = town.employee(&ward, Role::DetoxNurse, "Eirik Bakke");
    town.serves(&ward, &jon);
    Case { jon, ward, anna, eirik }
}

pub const FIELDS: [(&str, &str); 6] = [
    ("paragraph", "hol-10-2"),
    ("body", "Nemnda, sak 26-114"),
    ("from", "20.11.2026"),
    ("until", "20.12.2026"),
    ("review", "1.12.2026"),
    ("told", "Advokaten og broren"),
];

pub async fn recorded(town: &Town, case: &Case) -> Page {
    let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
    let new = format!("/folk/{}/vedtak/nytt", case.jon);
    anna.get(&new).await;
    anna.post(&new, &FIELDS).await
}

#[test]
fn the_person_reads_it_at_once_in_plain_words_and_what_they_can_do() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut jon = town.as_person(&case.jon);
        assert!(jon.get("/vedtak").await.says("Det er ikke skrevet inn noe vedtak om deg her."));
        let page = recorded(&town, &case).await;
        assert!(page.says("Anna Holm følger vedtaket.") && page.says("Nemnda, sak 26-114"), "{}", page.html);
        let own = jon.get("/vedtak").await;
        for words in [
            "Gjelder nå.",
            "Holdt tilbake uten at du har sagt ja",
            "Bestemt av: Nemnda, sak 26-114",
            "Fra 20. november 2026 til og med 20. desember 2026",
            "De ser på det igjen senest 1. desember 2026.",
            "Hvem har fått vite det: Advokaten og broren",
            "Du kan klage",
            "Du kan få en advokat",
        ] {
            assert!(own.says(words), "{words}: {}", own.html);
        }
        assert!(town.tables_with("26-114").is_empty() && town.tables_with("broren").is_empty(), "words are sealed");
        assert!(town.rows("fact").is_empty(), "no fact tells of it");
    });
}

#[test]
fn what_cannot_be_is_refused_and_nothing_typed_is_lost() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let new = format!("/folk/{}/vedtak/nytt", case.jon);
        let form = anna.get(&new).await;
        assert!(form.says("Lengst: 3 måneder. Tallet er ikke bekreftet. Se i loven."), "{}", form.html);
        let empty = anna.post(&new, &[("body", "Nemnda")]).await;
        assert!(empty.status == 422 && empty.says("value=\"Nemnda\""), "{}", empty.html);
        let with =
            |field: &'static str, value: &'static str| FIELDS.map(|(name, old)| (name, if name == field { value } else { old }));
        anna.get(&new).await;
        let backwards = anna.post(&new, &with("until", "19.11.2026")).await;
        assert!(backwards.status == 409 && backwards.says("Siste dag er før første dag."), "{}", backwards.html);
        assert!(backwards.says("Nemnda, sak 26-114") && backwards.says("Advokaten og broren"));
        let outside = anna.post(&new, &with("review", "21.12.2026")).await;
        assert_eq!(outside.status, 409);
        // A time nobody has confirmed only warns; one that is confirmed refuses.
        let warned = anna.post(&new, &with("until", "1.4.2027")).await;
        assert!(warned.status == 200 && warned.says("Tida er lengre enn den vi kjenner fra loven."), "{}", warned.html);
        let sure = town.app.db().write_here(|tx| {
            tx.run(
                "INSERT INTO coercion_paragraph (paragraph, jurisdiction, valid_from, place, longest, unit, certainty, source)
                 VALUES ('hol-10-2', 'NO', '2026-01-01', 1, 3, 'months', 'sure', $1)",
                args!["test"],
            )?;
            Ok(())
        });
        sure.unwrap_or_else(|error| panic!("{error:?}"));
        anna.get(&new).await;
        let refused = anna.post(&new, &with("until", "1.4.2027")).await;
        assert!(refused.status == 409 && refused.says("lengre enn loven lar"), "{}", refused.html);
    });
}

#[test]
fn whoever_sees_to_it_is_reminded_and_on_its_day_it_ends_by_itself() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let one = recorded(&town, &case).await.location.expect("the decision");
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        assert!(anna.get("/vedtak").await.says("Du følger det."));
        town.wait_days(5);
        town.run_jobs();
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        assert!(anna.get("/vedtak").await.says("En dato nærmer seg."));
        anna.get(&one).await;
        let looked = anna.post(&one, &[("act", "review"), ("next", "15.12.2026")]).await;
        assert!(looked.says("Vurderes på nytt senest 15. desember 2026."), "{}", looked.html);
        assert!(anna.get("/vedtak").await.says("Du følger det."), "reminded of one date, and that one is done");

        // The holder leaves: a colleague takes it, and not before.
        let mut eirik = town.as_account(&case.eirik, Role::DetoxNurse);
        eirik.get(&one).await;
        let early = eirik.post(&one, &[("act", "take")]).await;
        assert!(early.status == 409 && early.says("En kollega følger dette vedtaket."), "{}", early.html);
        assert!(!eirik.get("/vedtak").await.says("Jon"), "not on the list of whoever does not see to it");
        let (left, now) = (case.anna.clone(), town.now());
        let ended = town.app.db().write_here(move |tx| {
            tx.run("UPDATE account SET ended_at = $1 WHERE account_id = $2", args![now, &left])?;
            Ok(())
        });
        ended.unwrap_or_else(|error| panic!("{error:?}"));
        assert!(eirik.get("/vedtak").await.says("Den som fulgte det, har sluttet."));
        eirik.get(&one).await;
        assert!(eirik.post(&one, &[("act", "take")]).await.says("Eirik Bakke følger vedtaket."));

        town.wait_days(25);
        town.run_jobs();
        let mut jon = town.as_person(&case.jon);
        assert!(jon.get("/vedtak").await.says("Gjelder nå."), "the last day counts");
        town.wait_days(1);
        town.run_jobs();
        let mut jon = town.as_person(&case.jon);
        let over = jon.get("/vedtak").await;
        assert!(over.says("Slutt. Tida gikk ut") && !over.says("Gjelder nå."), "{}", over.html);
        let mut eirik = town.as_account(&case.eirik, Role::DetoxNurse);
        eirik.get(&one).await;
        let late = eirik.post(&one, &[("act", "lift")]).await;
        assert!(late.status == 409 && late.says("gjelder ikke lenger"), "{}", late.html);
    });
}

#[test]
fn a_mistake_is_corrected_with_a_reason_that_the_person_reads() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let one = recorded(&town, &case).await.location.expect("the decision");
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        anna.get(&one).await;
        assert_eq!(anna.post(&one, &[("act", "withdraw"), ("words", "")]).await.status, 422);
        anna.post(&one, &[("act", "withdraw"), ("words", "Skrevet på feil person.")]).await;
        let mut jon = town.as_person(&case.jon);
        let own = jon.get("/vedtak").await;
        assert!(own.says("Skulle ikke stått her.") && own.says("Skrevet på feil person."), "{}", own.html);
        assert!(town.tables_with("feil person").is_empty(), "the reason is sealed");
        anna.get(&one).await;
        assert_eq!(anna.post(&one, &[("act", "withdraw"), ("words", "En gang til")]).await.status, 409);
    });
}
