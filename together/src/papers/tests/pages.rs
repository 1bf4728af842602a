//! What the person meets, and what nobody else does.

use kernel::area::Area;
use kernel::id::PersonId;
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::{Place, draw};
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::door::view_here;
use serde_json::{Value, json};
use testkit::{Browser, Page, Town, both_databases};

use super::super::{CHARTER, import};
use super::{Given, PARTS, bundle, six};

const BARRETT: usize = 0;

fn goal(text: &str) -> Value {
    json!({"resourceType": "Goal", "id": text, "lifecycleStatus": "active", "description": {"text": text}})
}

fn plan(activities: &[&str]) -> Value {
    let activities: Vec<Value> =
        activities.iter().map(|text| json!({"detail": {"status": "scheduled", "description": text}})).collect();
    json!({"resourceType": "CarePlan", "status": "active", "intent": "plan", "activity": activities})
}

fn hand_over(town: &Town, person: &PersonId, resources: &[Value]) {
    let given = Given::new();
    let file = given.file("given.json", bundle(resources));
    import(&town.app, &[file], Some(person.clone())).unwrap_or_else(|fault| panic!("{fault}"));
}

/// The id of the proposal that stands beside this line.
fn proposal_of(page: &Page, line: &str) -> String {
    let at = page.html.find(line).unwrap_or_else(|| panic!("{line} is not on the page"));
    let before = page.html[..at].rfind("id=\"p-").expect("a line has an id");
    page.html[before + 6..].chars().take(32).collect()
}

async fn say(browser: &mut Browser, proposal: &str, answer: &str) -> Page {
    browser.post("/papirer/forslag", &[("proposal", proposal), ("answer", answer)]).await
}

#[test]
fn a_person_reads_what_has_come_and_accepts_a_goal() {
    let file = six()[BARRETT].clone();
    both_databases(&PARTS, async |town| {
        let jon = town.person("Jon");
        import(&town.app, std::slice::from_ref(&file), Some(jon.clone())).unwrap_or_else(|fault| panic!("{fault}"));
        let mut browser = town.as_person(&jon);

        let front = browser.get("/papirer").await;
        assert_eq!(front.status, 200);
        for words in ["238 målinger", "15 diagnoser", "11 vaksiner", "75 besøk", "25 undersøkelser", "5 bilder", "8 mål"] {
            assert!(front.says(words), "{words}");
        }
        assert!(front.says("Kom i dag. 588 papirer.") && front.says("lang=\"en\">"));
        assert!(front.says("forslag venter på deg"));

        let open = browser.get("/papirer/forslag").await;
        let line = "Maintain blood pressure below 140/90 mmHg";
        assert!(open.says(&format!("lang=\"en\">{line}")), "in the sender's words and language");
        let done = say(&mut browser, &proposal_of(&open, line), "yes").await;
        assert!(done.says("Ferdig. Du sa ja til ett forslag."), "{}", done.html);
        assert!(!done.says(&format!(">{line}<")), "it waits no longer");
        assert_eq!(town.rows("toy_line").len(), 1);
        assert_eq!(town.rows("fact").len(), 1, "the part that took it told its own fact in the same commit");

        let list = browser.get("/papirer/diagnoser").await;
        assert!(list.says("<h1>15 diagnoser</h1>") && list.says("Alcoholism"));
        let href = list.attribute("href=\"/papirer/papir/").expect("a paper");
        let paper = browser.get(&href).await;
        assert!(paper.says("Vis alt, slik det kom") && paper.says("\"resourceType\": \"Condition\""));
        assert!(paper.says("Hvem kan se det") && paper.says("Bare du"));
    });
}

#[test]
fn long_lists_are_paged_and_lose_nothing() {
    let file = six()[BARRETT].clone();
    both_databases(&PARTS, async |town| {
        let jon = town.person("Jon");
        import(&town.app, std::slice::from_ref(&file), Some(jon.clone())).expect("an import");
        let mut browser = town.as_person(&jon);
        let (mut next, mut seen, mut pages) = (Some("/papirer/malinger".to_owned()), Vec::new(), 0);
        while let Some(path) = next {
            let page = browser.get(&path).await;
            let links = page.html.split("href=\"/papirer/papir/").skip(1).map(|rest| rest[..32].to_owned());
            seen.extend(links);
            next = page.attribute("href=\"/papirer/malinger?etter=");
            pages += 1;
        }
        assert_eq!((pages, seen.len()), (6, 238));
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 238);
        for path in ["/papirer/malinger?etter=x", "/papirer/ukjent", "/papirer/dokumenter", "/papirer/papir/x"] {
            assert_eq!(browser.get(path).await.status, 404, "{path}");
        }
    });
}

#[test]
fn answers_are_kept_undone_and_never_given_twice() {
    both_databases(&PARTS, async |town| {
        let jon = town.person("Jon");
        hand_over(&town, &jon, &[goal("Sove"), goal("Spise"), goal("full"), plan(&["Ringe", "Skrive"])]);
        let mut browser = town.as_person(&jon);
        let open = browser.get("/papirer/forslag").await;
        let (sleep, eat, call) = (proposal_of(&open, "Sove"), proposal_of(&open, "Spise"), proposal_of(&open, "Ringe"));

        // A yes that can be given back.
        let done = say(&mut browser, &sleep, "yes").await;
        let answer = done.attribute("name=\"answer\" value=\"").expect("an undo");
        assert_eq!(town.rows("toy_line").len(), 1);
        let again = say(&mut browser, &sleep, "yes").await;
        assert_eq!((again.status, again.says("Dette har du svart på.")), (409, true));
        let undone = browser.post("/papirer/angre", &[("answer", &answer)]).await;
        assert!(undone.says("Angret. Du kan svare på nytt.") && undone.says("Sove"));
        assert_eq!(town.rows("toy_line").len(), 0, "the part that took it has given it back");
        let twice = browser.post("/papirer/angre", &[("answer", &answer)]).await;
        assert_eq!((twice.status, twice.says("Det er ikke noe å angre her.")), (409, true));

        // A no, undone too late.
        let no = say(&mut browser, &eat, "no").await;
        assert!(no.says("Ferdig. Du sa nei til ett forslag."));
        let answer = no.attribute("name=\"answer\" value=\"").expect("an undo");
        town.wait_minutes(10);
        let late = browser.post("/papirer/angre", &[("answer", &answer)]).await;
        assert_eq!((late.status, late.says("De ti minuttene er gått.")), (409, true));

        // A yes to something that is not given back: no button, and a refusal with the remedy.
        let kept = say(&mut browser, &call, "yes").await;
        assert!(!kept.html.contains("action=\"/papirer/angre\""));
        let answer = kept.location.expect("a redirect").split_once("svar=").expect("the answer").1.to_owned();
        let no_way = browser.post("/papirer/angre", &[("answer", &answer)]).await;
        assert!(no_way.status == 409 && no_way.says("Det står i planen nå."));
    });
}

#[test]
fn all_of_a_delivery_is_answered_together_or_not_at_all() {
    both_databases(&PARTS, async |town| {
        let jon = town.person("Jon");
        hand_over(&town, &jon, &[goal("Sove"), goal("Spise"), goal("full")]);
        let mut browser = town.as_person(&jon);
        let open = browser.get("/papirer/forslag").await;
        assert!(open.says("Ja til alle 3") && open.says("Nei til alle 3"));
        let ids: Vec<String> = ["Sove", "Spise", "full"].iter().map(|line| proposal_of(&open, line)).collect();
        let fields = |answer| -> Vec<(&str, &str)> {
            ids.iter().map(|id| ("proposal", id.as_str())).chain([("answer", answer)]).collect()
        };
        let refused = browser.post("/papirer/forslag", &fields("yes")).await;
        assert!(refused.status == 409 && refused.says("Vi har ikke noe sted for dette nå."));
        assert!(town.rows("toy_line").is_empty(), "the plan said no to one, so none went in");

        let no = browser.post("/papirer/forslag", &fields("no")).await;
        assert!(no.says("Ferdig. Du sa nei til 3 forslag.") && no.says("Ingen forslag venter på deg."));
        let answer = no.attribute("name=\"answer\" value=\"").expect("an undo");
        let undone = browser.post("/papirer/angre", &[("answer", &answer)]).await;
        assert!(undone.says("Ja til alle 3"), "one undo for all that one answer was about");
    });
}

#[test]
fn a_form_that_is_not_ours_changes_nothing() {
    both_databases(&PARTS, async |town| {
        let (jon, kari) = (town.person("Jon"), town.person("Kari"));
        hand_over(&town, &jon, &[goal("Sove")]);
        let mut his = town.as_person(&jon);
        let sleep = proposal_of(&his.get("/papirer/forslag").await, "Sove");
        let before = format!("{:?}", town.rows("papers_proposal"));
        for (fields, status) in [
            (vec![("proposal", sleep.as_str())], 422),
            (vec![("proposal", sleep.as_str()), ("answer", "perhaps")], 422),
            (vec![("proposal", sleep.as_str()), ("answer", "yes"), ("extra", "1")], 422),
            (vec![("proposal", "x"), ("answer", "yes")], 404),
            (vec![("answer", "yes")], 404),
            (vec![("proposal", sleep.as_str()), ("answer", "yes"), ("token", "forged")], 409),
        ] {
            assert_eq!(his.post("/papirer/forslag", &fields).await.status, status, "{fields:?}");
        }
        let mut hers = town.as_person(&kari);
        hers.get("/papirer").await;
        assert_eq!(say(&mut hers, &sleep, "yes").await.status, 404, "another person's proposal does not exist");
        assert_eq!(format!("{:?}", town.rows("papers_proposal")), before);
        assert!(town.rows("toy_line").is_empty());
    });
}

#[test]
fn nobody_else_sees_a_paper() {
    let file = six()[BARRETT].clone();
    both_databases(&PARTS, async |town| {
        let (jon, kari) = (town.person("Jon"), town.person("Kari"));
        import(&town.app, std::slice::from_ref(&file), Some(jon.clone())).expect("an import");
        let mut his = town.as_person(&jon);
        let href = his.get("/papirer/vaksiner").await.attribute("href=\"/papirer/papir/").expect("a paper");

        let mut hers = town.as_person(&kari);
        let front = hers.get("/papirer").await;
        assert!(front.says("Ingen har sendt noe om deg ennå.") && !front.says("målinger"));
        for path in [href.as_str(), "/papirer/vaksiner"] {
            let page = hers.get(path).await;
            assert_eq!((page.status, page.says("Influenza")), (404, false), "{path}");
        }
        assert!(hers.get("/papirer/forslag").await.says("Ingen forslag venter på deg."));

        let clinic = town.organisation(OrganisationKind::GpOffice, "Legekontoret");
        let doctor = town.employee(&clinic, Role::Gp, "Åshild Lie");
        town.serves(&clinic, &jon);
        let _everything = town.share(&jon, &clinic, &Area::ALL);
        let mut theirs = town.as_account(&doctor, Role::Gp);
        for path in ["/papirer", "/papirer/forslag", "/papirer/vaksiner", href.as_str()] {
            let page = theirs.get(path).await;
            assert_eq!((page.status, page.says("Influenza")), (403, false), "{path}");
            assert_eq!(town.visitor().get(path).await.status, 401, "{path}");
        }
    });
}

/// What a GP in this organisation sees of a person on the page that many parts share.
fn panel(town: &Town, person: &PersonId, gp: &(kernel::id::AccountId, kernel::id::OrganisationId)) -> Vec<String> {
    let mut actor = Actor::visitor();
    (actor.role, actor.door, actor.account) = (Role::Gp, Door::Full, Some(gp.0.clone()));
    actor.employer = Some(Employer { id: gp.1.clone(), name: "Legekontoret".into(), kind: Some(OrganisationKind::GpOffice) });
    let ctx = Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes());
    let person = person.clone();
    let drawn = view_here(&town.app, &ctx, &CHARTER, move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        draw(tx, desk, Place::OnePerson, Some(&permit))
    });
    drawn.unwrap_or_default()
}

#[test]
fn whoever_the_person_shares_an_area_with_sees_its_papers_and_no_others() {
    both_databases(&PARTS, async |town| {
        let jon = town.person("Jon");
        let vital = json!([{"coding": [{"code": "vital-signs"}]}]);
        hand_over(
            &town,
            &jon,
            &[
                json!({"resourceType": "Observation", "id": "1", "category": vital, "code": {"text": "Vekt"},
                       "effectiveDateTime": "2026-10-01", "valueQuantity": {"value": 71.5, "unit": "kg"}}),
                json!({"resourceType": "Condition", "id": "2", "code": {"text": "Hemmelig"}}),
                json!({"resourceType": "MedicationRequest", "id": "3", "medicationCodeableConcept": {"text": "Pille"}}),
            ],
        );
        let clinic = town.organisation(OrganisationKind::GpOffice, "Legekontoret");
        let gp = (town.employee(&clinic, Role::Gp, "Åshild Lie"), clinic);
        assert!(panel(&town, &jon, &gp).is_empty(), "nothing is shared");
        town.serves(&gp.1, &jon);
        assert!(panel(&town, &jon, &gp).is_empty(), "to serve somebody is not to see their papers");
        let _money = town.share(&jon, &gp.1, &[Area::Money]);
        assert!(panel(&town, &jon, &gp).is_empty(), "an area with no papers shows as little as none");
        let _body = town.share(&jon, &gp.1, &[Area::Body]);
        let seen = panel(&town, &jon, &gp).concat();
        assert!(seen.contains("Vekt") && seen.contains("71,5 kg") && seen.contains("2026"), "{seen}");
        assert!(!seen.contains("Pille") && !seen.contains("Hemmelig"));
        let _all = town.share(&jon, &gp.1, &Area::ALL);
        let seen = panel(&town, &jon, &gp).concat();
        assert!(seen.contains("Pille") && !seen.contains("Hemmelig"), "what has no area is the person's alone");
    });
}

#[test]
fn every_page_has_its_words_in_three_languages() {
    let file = six()[BARRETT].clone();
    both_databases(&PARTS, async |town| {
        let jon = town.person("Jon");
        import(&town.app, std::slice::from_ref(&file), Some(jon.clone())).expect("an import");
        for language in Language::ALL {
            let mut browser = Town::speaking(town.as_person(&jon), language);
            let mut paths = vec!["/papirer".to_owned(), "/papirer/forslag".to_owned()];
            for kind in super::super::kinds::all() {
                let path = format!("/papirer/{kind}");
                let page = browser.get(&path).await;
                paths.extend(page.attribute("href=\"/papirer/papir/"));
            }
            assert!(paths.len() > 12);
            for path in paths {
                let page = browser.get(&path).await;
                assert_eq!(page.status, 200, "{path}");
                assert!(!page.html.contains("[papers-") && !page.html.contains("[area-"), "{path} in {language:?}");
                assert_eq!(page.html.matches("<h1").count(), 1, "{path}");
            }
        }
    });
}

#[test]
fn in_the_whole_product_a_yes_stands_in_the_plan_and_an_undo_takes_it_out() {
    both_databases(crate::CATALOGUE, async |town| {
        let jon = town.person("Jon");
        hand_over(&town, &jon, &[goal("Sove om natta"), plan(&["Ringe fastlegen"])]);
        let mut browser = town.as_person(&jon);
        for line in ["Sove om natta", "Ringe fastlegen"] {
            let open = browser.get("/papirer/forslag").await;
            assert!(!browser.get("/planen").await.says(line), "nothing goes in by itself");
            let done = say(&mut browser, &proposal_of(&open, line), "yes").await;
            let answer = done.attribute("name=\"answer\" value=\"").expect("an undo");
            assert!(browser.get("/planen").await.says(line), "{line}");
            let undone = browser.post("/papirer/angre", &[("answer", &answer)]).await;
            assert!(undone.says("Angret.") && !browser.get("/planen").await.says(line), "{line}");
        }
    });
}

#[test]
fn only_the_machine_delivers() {
    both_databases(&PARTS, async |town| {
        let jon = town.person("Jon");
        let mut actor = Actor::visitor();
        (actor.role, actor.door, actor.person) = (Role::Person, Door::Full, Some(jon.clone()));
        let as_jon = Ctx::new(town.now(), Language::Nb, actor.clone(), [1; 32]);
        (actor.role, actor.person) = (Role::Admin, None);
        let as_admin = Ctx::new(town.now(), Language::Nb, actor, [2; 32]);
        for ctx in [as_jon, as_admin] {
            let person = jon.clone();
            let asked = view_here(&town.app, &ctx, &CHARTER, move |tx, desk| Ok(desk.delivery(tx, &person)?.is_own()));
            assert!(matches!(asked, Err(platform::error::Error::Denied(_))));
        }
    });
}
