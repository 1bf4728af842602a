//! The whole part, on both databases, through the pages.

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::Charter;
use platform::door;
use platform::error::Error;
use testkit::{Town, both_databases};

use crate::aftercare::{CHARTER, work};

const CATALOGUE: &[&Charter] = &[&CHARTER];

/// Jon, who is served by the centre where Kari works and by the ward where Anna does.
struct Case {
    jon: PersonId,
    centre: OrganisationId,
    ward: OrganisationId,
    kari: AccountId,
    anna: AccountId,
}

fn case(town: &Town) -> Case {
    let jon = town.person("Jon");
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let ward = town.organisation(OrganisationKind::Detox, "Avrusning");
    let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
    let anna = town.employee(&ward, Role::DetoxNurse, "Anna Holm");
    town.serves(&centre, &jon);
    town.serves(&ward, &jon);
    Case { jon, centre, ward, kari, anna }
}

async fn running(town: &Town, case: &Case) {
    let page = format!("/folk/{}/ettervern", case.jon);
    let mut kari = town.as_account(&case.kari, Role::MoNurse);
    kari.get(&page).await;
    let begun = kari.post(&page, &[("act", "begin"), ("leaves", "24.11.2026")]).await;
    assert!(begun.says("Personen har ikke svart."), "{}", begun.html);
    let mut jon = town.as_person(&case.jon);
    assert!(jon.get("/ettervern").await.says("MO-senteret spør: Vil du ha en plan for tiden etterpå?"));
    let yes = jon.post("/ettervern", &[("act", "yes")]).await;
    assert!(yes.says("Kari Nes, MO-senteret") && yes.says("De tar kontakt senest fredag 27. november."), "{}", yes.html);
}

#[test]
fn the_plan_begins_with_a_yes_and_each_line_is_shown_where_its_area_is() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        running(&town, &case).await;
        let mut jon = town.as_person(&case.jon);
        for (line, words) in [("housing", "Et rom med utsikt"), ("medicine", "Hver morgen i luka")] {
            let page = format!("/ettervern/linje/{line}");
            jon.get(&page).await;
            let saved = jon.post(&page, &[("words", words), ("who", "Ola"), ("status", "ongoing"), ("seen", "1")]).await;
            assert!(saved.says(words) && saved.says("Hvem: Ola"), "{}", saved.html);
        }
        let page = format!("/folk/{}/ettervern", case.jon);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let before = kari.get(&page).await;
        assert!(before.says("Ingen linjer er delt med dere.") && !before.says("utsikt"), "{}", before.html);
        let _grant = town.share(&case.jon, &case.centre, &[Area::Housing]);
        let after = kari.get(&page).await;
        assert!(after.says("Et rom med utsikt") && !after.says("Hver morgen"), "{}", after.html);
        assert_eq!(kari.get(&format!("{page}/linje/medicine")).await.status, 404);

        // Two write at once: one is first, the other keeps what they typed.
        let housing = format!("{page}/linje/housing");
        kari.get(&housing).await;
        kari.post(&housing, &[("words", "Et rom i tredje etasje"), ("who", ""), ("status", "agreed"), ("seen", "2")]).await;
        jon.get("/ettervern/linje/housing").await;
        let late =
            jon.post("/ettervern/linje/housing", &[("words", "Et rom med hage"), ("status", "waiting"), ("seen", "2")]).await;
        assert!(late.status == 409 && late.says("Noen andre endret linjen"), "{}", late.html);
        assert!(late.says("Et rom med hage") && late.says("Et rom i tredje etasje"), "nothing typed is lost");

        // The ward that serves Jon learns nothing of it; another place less.
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let ward = anna.get(&page).await;
        assert!(!ward.says("utsikt") && !ward.says("I gang.") && !ward.says("Kari Nes"), "{}", ward.html);
        let other = town.organisation(OrganisationKind::TsbClinic, "Ruspoliklinikken");
        let maja = town.employee(&other, Role::Tsb, "Maja Ruud");
        assert_eq!(town.as_account(&maja, Role::Tsb).get(&page).await.status, 403);
        assert!(town.tables_with("utsikt").is_empty() && town.tables_with("tredje etasje").is_empty(), "words are sealed");
    });
}

#[test]
fn a_question_is_answered_in_one_tap_and_silence_becomes_a_call_with_a_name() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        running(&town, &case).await;
        town.wait_days(7);
        town.wait_minutes(120);
        town.run_jobs();
        let mut jon_home = town.as_person(&case.jon);
        let asked = jon_home.get("/ettervern").await;
        assert!(asked.says("Hvordan går det?") && asked.says("Sånn passe"), "{}", asked.html);
        let question = asked.attribute("name=\"question\" value=\"").expect("a question");
        let answered = jon_home.post("/ettervern/svar", &[("question", &question), ("answer", "so-so")]).await;
        assert!(!answered.says("Ett trykk er nok."), "{}", answered.html);
        let again = jon_home.post("/ettervern/svar", &[("question", &question), ("answer", "well")]).await;
        assert!(again.status == 409 && again.says("Dette er avsluttet."), "{}", again.html);

        town.wait_days(7);
        town.run_jobs();
        town.wait_days(2);
        town.wait_minutes(1);
        town.run_jobs();
        let page = town.as_person(&case.jon).get("/ettervern").await;
        assert!(page.says("De ringer deg senest") && !page.says("Ett trykk er nok."), "{}", page.html);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let list = kari.get("/ettervern").await;
        assert!(list.says("Har ikke svart. Ring og spør hvordan det går.") && list.says("Jon"), "{}", list.html);
        let person = format!("/folk/{}/ettervern", case.jon);
        let one = kari.get(&person).await;
        assert!(!one.says("Sånn passe"), "the answers are shared under «Trygghet», and that is not shared");
        let call = one.attribute("name=\"call\" value=\"").expect("a call");
        let tried = kari.post(&person, &[("act", "tried"), ("call", &call)]).await;
        assert!(tried.says("Prøvd"), "{}", tried.html);
        let talked = kari.post(&person, &[("act", "talked"), ("call", &call)]).await;
        assert!(!talked.says("Har ikke svart."), "{}", talked.html);
        let twice = kari.post(&person, &[("act", "talked"), ("call", &call)]).await;
        assert_eq!(twice.status, 409);
        let _grant = town.share(&case.jon, &case.centre, &[Area::Safety]);
        assert!(kari.get(&person).await.says("Sånn passe"));
        let lines = town.rows("aftercare_check_in").len();
        assert_eq!(lines, 2, "one question a week, and none while somebody is to call");
    });
}

#[test]
fn whoever_asks_is_called_and_what_nobody_holds_is_seen_by_all_until_one_takes_it() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut jon = town.as_person(&case.jon);
        let start = jon.get("/ettervern").await;
        assert!(start.says("Hvem vil du skal følge deg opp?") && start.says("Avrusning"), "{}", start.html);
        assert_eq!(jon.post("/ettervern", &[("act", "begin"), ("place", "")]).await.status, 422);
        let begun = jon.post("/ettervern", &[("act", "begin"), ("place", case.ward.as_str())]).await;
        assert!(begun.says("Avrusning. De finner en person til deg."), "{}", begun.html);
        let called = jon.post("/ettervern", &[("act", "call-me")]).await;
        assert!(called.says("Du har bedt dem ringe. De ringer senest i dag."), "{}", called.html);
        let moved = jon.post("/ettervern", &[("act", "move"), ("place", case.centre.as_str())]).await;
        assert!(moved.says("MO-senteret. De finner en person til deg."), "{}", moved.html);
        assert!(!town.as_account(&case.anna, Role::DetoxNurse).get("/ettervern").await.says("Jon"));
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let list = kari.get("/ettervern").await;
        assert!(list.says("Ingen hos dere har det ennå.") && list.says("Har bedt om at noen ringer."), "{}", list.html);
        let person = format!("/folk/{}/ettervern", case.jon);
        kari.get(&person).await;
        assert!(kari.post(&person, &[("act", "take")]).await.says("Kari Nes, MO-senteret"));
        let siri_account = town.employee(&case.centre, Role::MoNurse, "Siri Lund");
        let mut siri = town.as_account(&siri_account, Role::MoNurse);
        assert!(!siri.get("/ettervern").await.says("Jon"), "in good hands");
        siri.get(&person).await;
        assert_eq!(siri.post(&person, &[("act", "take")]).await.status, 409);
        town.wait_days(1);
        let mut siri = town.as_account(&siri_account, Role::MoNurse);
        assert!(siri.get("/ettervern").await.says("Skulle vært gjort i går"), "past its day every colleague sees a call");
        let mut jon = town.as_person(&case.jon);
        jon.get("/ettervern").await;
        let ended = jon.post("/ettervern", &[("act", "stop")]).await;
        assert!(ended.says("Oppfølgingen var ferdig i dag."), "{}", ended.html);
        let list = town.as_account(&case.kari, Role::MoNurse).get("/ettervern").await;
        assert!(list.status == 200 && !list.says("Jon"), "{}", list.html);
    });
}

#[test]
fn a_ward_promises_a_way_back_in_writing_and_the_person_answers() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        running(&town, &case).await;
        let page = format!("/folk/{}/ettervern", case.jon);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        kari.get(&page).await;
        let fields = [("act", "return"), ("until", "1.2.2027"), ("how", "Ring oss, så finner vi en seng")];
        let no = kari.post(&page, &fields).await;
        assert!(no.status == 409 && no.says("Spør stedet personen var på."), "{}", no.html);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        anna.get(&page).await;
        let past = anna.post(&page, &[("act", "return"), ("until", "1.2.2020"), ("how", "Ring oss")]).await;
        assert!(past.status == 409 && past.says("Ring oss"), "{}", past.html);
        let offered = anna.post(&page, &fields).await;
        assert!(offered.says("Avrusning tar imot deg igjen, til og med 1. februar 2027."), "{}", offered.html);
        let mut jon = town.as_person(&case.jon);
        assert!(jon.get("/ettervern").await.says("Ja, det er en avtale"));
        let yes = jon.post("/ettervern", &[("act", "return-yes")]).await;
        assert!(yes.says("Det er sagt ja til dette."), "{}", yes.html);
        let sheet = jon.get("/ettervern/avtale").await;
        assert!(sheet.says("Ring oss, så finner vi en seng") && sheet.says("Anna Holm skrev dette"), "{}", sheet.html);
        assert!(!kari.get(&page).await.says("finner vi en seng"), "a promise is the ward's and the person's");
        assert!(!offered.says("I gang."), "the ward learns nothing of the plan by it");
    });
}

#[test]
fn a_stay_that_begins_opens_a_plan_once_and_asks_the_person() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        for _ in 0..2 {
            let (ctx, jon) = (town.app.machine(), case.jon.clone());
            let begun: Result<(), Error> = door::execute_here(&town.app, &ctx, &CHARTER, "begin-for-stay", move |tx, desk| {
                let permit = desk.delivery(tx, &jon)?;
                work::begin_for_stay(tx, desk, &permit, "0000000000000000000000000000000a")
            });
            begun.unwrap_or_else(|error| panic!("{error:?}"));
        }
        assert_eq!(town.rows("aftercare_plan").len(), 1);
        let mut jon = town.as_person(&case.jon);
        assert!(jon.get("/ettervern").await.says("Avrusning spør"));
        let declined = jon.post("/ettervern", &[("act", "no")]).await;
        assert!(declined.says("Du sa nei i dag."), "{}", declined.html);
        town.wait_days(30);
        town.run_jobs();
        assert!(town.rows("aftercare_check_in").is_empty() && town.rows("aftercare_call").is_empty(), "a no is a no");
    });
}

mod ward {
    //! A part that tells when a stay begins, and the line that lets aftercare hear it.

    use platform::charter::{Charter, Heard};

    pub static CHARTER: Charter = Charter {
        key: "ward",
        tells: &["StayBegan"],
        hears: &[Heard { kind: "StayBegan", job: "aftercare-stay-began" }],
        ..Charter::BLANK
    };
}

#[test]
fn the_fact_that_a_stay_has_begun_opens_the_plan() {
    both_databases(&[&CHARTER, &ward::CHARTER], async |town| {
        let case = case(&town);
        let (jon, stay) = (case.jon.clone(), "0000000000000000000000000000000a");
        let told: Result<(), Error> =
            door::execute_here(&town.app, &town.app.machine(), &ward::CHARTER, "begin", move |tx, desk| {
                desk.tell(tx, "StayBegan", Some(&jon), stay)
            });
        told.unwrap_or_else(|error| panic!("{error:?}"));
        town.run_jobs();
        let asked = town.as_person(&case.jon).get("/ettervern").await;
        assert!(asked.says("Avrusning spør: Vil du ha en plan for tiden etterpå?"), "{}", asked.html);
        let facts: Vec<String> = town.rows("fact").iter().map(|row| row.text(1).expect("a kind").to_owned()).collect();
        assert_eq!(facts, ["StayBegan", "AftercareBegan"]);
    });
}

#[test]
fn after_the_agreed_time_they_talk_about_how_to_go_on_and_nothing_ends_by_itself() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        running(&town, &case).await;
        let mut jon = town.as_person(&case.jon);
        jon.get("/ettervern").await;
        jon.post("/ettervern", &[("act", "rhythm"), ("days", "0")]).await;
        town.wait_days(181);
        town.run_jobs();
        town.wait_minutes(60);
        town.run_jobs();
        assert_eq!(town.rows("aftercare_call").len(), 1, "one call, not one an hour");
        let mut jon = town.as_person(&case.jon);
        assert!(jon.get("/ettervern").await.says("Da snakker dere om veien videre."));
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let page = format!("/folk/{}/ettervern", case.jon);
        let one = kari.get(&page).await;
        let call = one.attribute("name=\"call\" value=\"").expect("a call");
        let done = kari.post(&page, &[("act", "talked"), ("call", &call)]).await;
        assert!(done.says("I gang."), "{}", done.html);
        town.wait_minutes(60);
        town.run_jobs();
        assert_eq!(town.rows("aftercare_call").len(), 1, "the time begins anew");
    });
}
