use kernel::area::Area;
use kernel::id::AccountId;
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::refusal::Refusal as _;
use kernel::role::Role;
use kernel::time::Day;
use platform::charter::{Charter, PanelAsk};
use platform::door;
use platform::error::Error;
use proptest::prelude::*;
use testkit::{Browser, Town, both_databases, on_sqlite};

use super::rules::*;
use super::{CHARTER, store, web, work};

mod rules;

const CATALOGUE: &[&Charter] = &[&CHARTER];

/// Kari coordinates for the municipality, which serves Jon; the mental-health area is not hers.
struct Case {
    jon: kernel::id::PersonId,
    kari: AccountId,
    office: kernel::id::OrganisationId,
}

fn case(town: &Town, areas: &[Area]) -> Case {
    let jon = town.person("Jon");
    let office = town.organisation(OrganisationKind::Municipality, "Kommunen");
    let kari = town.employee(&office, Role::Coordinator, "Kari Nes");
    town.serves(&office, &jon);
    if !areas.is_empty() {
        let _grant = town.share(&jon, &office, areas);
    }
    Case { jon, kari, office }
}

async fn add(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> testkit::Page {
    browser.get(path).await;
    browser.post(path, fields).await
}

/// The address of the line with these words, as the page links to it.
fn line_of(page: &testkit::Page, words: &str) -> String {
    let at = page.html.find(&format!(">{words}</a>")).unwrap_or_else(|| panic!("no line «{words}» in {}", page.html));
    let before = &page.html[..at];
    let start = before.rfind("href=\"").expect("a link") + 6;
    before[start..].split('"').next().expect("an address").to_owned()
}

#[test]
fn a_plan_is_made_by_two_and_decided_by_one() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town, &[Area::Housing]);
        let mut jon = town.as_person(&case.jon);
        let mut kari = town.as_account(&case.kari, Role::Coordinator);
        let empty = jon.get("/planen").await;
        assert!(empty.says("Hva er viktig for deg?"), "{}", empty.html);

        add(&mut jon, "/planen/ny", &[("kind", "goal"), ("area", "housing"), ("words", "Et sted å bo med egen dør.")]).await;
        add(&mut jon, "/planen/ny", &[("kind", "goal"), ("area", "mental-health"), ("words", "Jeg vil vente med psykologen.")])
            .await;
        let page = add(
            &mut jon,
            "/planen/ny",
            &[("kind", "measure"), ("area", "housing"), ("words", "Ringe om hybelen"), ("who-kind", "me"), ("when", "4.12.2026")],
        )
        .await;
        assert!(page.says("Et sted å bo med egen dør.") && page.says("Innen 4. desember"), "{}", page.html);
        assert!(page.says("Psykisk helse: Ingen gjør noe med dette nå."), "the quiet flag is there for the person");

        // Kari sees the area that is shared with her, and nothing of the other: neither its words nor a number.
        let plan = format!("/folk/{}/plan", case.jon);
        let hers = kari.get(&plan).await;
        assert!(hers.says("Det Jon vil") && hers.says("Et sted å bo") && hers.says("Ringe om hybelen"), "{}", hers.html);
        assert!(!hers.says("psykologen") && !hers.says("Psykisk helse"), "{}", hers.html);

        let proposed = add(
            &mut kari,
            &format!("{plan}/ny"),
            &[("kind", "measure"), ("area", "housing"), ("words", "Søke om bolig"), ("who-kind", "me"), ("when", "1.12.2026")],
        )
        .await;
        assert!(proposed.says("Jon har ikke svart."), "{}", proposed.html);
        let asked = jon.get("/planen").await;
        assert!(asked.says("1 forslag venter på deg") && asked.says("Forslag fra Kari Nes, Kommunen"), "{}", asked.html);
        assert!(asked.says("Dette er frivillig."), "voluntary is said out loud");

        // Without a yes nobody may set it going.
        let hers = line_of(&proposed, "Søke om bolig");
        kari.get(&hers).await;
        let fields = [
            ("words", "Søke om bolig"),
            ("area", "housing"),
            ("who-kind", "kept"),
            ("when", "1.12.2026"),
            ("need", "social"),
            ("status", "ongoing"),
            ("seen", "1"),
        ];
        let refused = kari.post(&hers, &fields).await;
        assert_eq!(refused.status, 409);
        assert!(refused.says("Dette trenger et ja fra personen først."), "{}", refused.html);

        let his = line_of(&asked, "Søke om bolig");
        let yes = jon.post(&format!("{his}/svar"), &[("answer", "yes")]).await;
        assert!(yes.says("Du sa ja 20. november.") && yes.says("Ta tilbake ja-et"), "{}", yes.html);
        kari.get(&hers).await;
        let with_version_2 = fields.map(|(name, value)| if name == "seen" { (name, "2") } else { (name, value) });
        assert_eq!(kari.post(&hers, &with_version_2).await.status, 200);

        let back = jon.post(&format!("{his}/svar"), &[("answer", "none")]).await;
        assert!(back.says("Du tok tilbake ja-et 20. november."), "{}", back.html);
        let seen = kari.get(&plan).await;
        assert!(seen.says("Jon tok tilbake ja-et 20. november."), "{}", seen.html);
        assert!(!seen.html.contains("<th scope=\"row\">Søke om bolig"), "what has no yes is not among what happens now");

        let told = |kind: &str| town.rows("fact").iter().filter(|row| row.text(1).is_ok_and(|one| one == kind)).count();
        assert_eq!((told("MeasureAnswered"), told("PlanChanged")), (2, 5));
    });
}

#[test]
fn an_area_that_is_not_shared_leaves_no_trace() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town, &[Area::Housing]);
        let mut jon = town.as_person(&case.jon);
        for (area, words) in [("money", "Gjelda til Ekornbanken"), ("", "Noe helt eget"), ("housing", "Egen dør")] {
            add(&mut jon, "/planen/ny", &[("kind", "goal"), ("area", area), ("words", words)]).await;
        }
        let secret = line_of(&jon.get("/planen/money").await, "Gjelda til Ekornbanken");
        let id = secret.rsplit('/').next().expect("an id").to_owned();
        let mut kari = town.as_account(&case.kari, Role::Coordinator);
        let plan = format!("/folk/{}/plan", case.jon);
        let missing = kari.get(&format!("{plan}/linje/{id}")).await;
        assert_eq!(missing.status, 404, "a line of another area is not there");
        let unknown = kari.get(&format!("{plan}/linje/{}", "0".repeat(32))).await;
        let place = |page: &testkit::Page| page.html.split("<main").nth(1).map(str::to_owned);
        assert_eq!(place(&missing), place(&unknown), "nor does it differ from one that never was");
        kari.get(&format!("{plan}/ny")).await;
        for act in ["kommentar", "trekk", "vurder"] {
            let fields: &[(&str, &str)] = match act {
                "kommentar" => &[("comment", "hei")],
                "vurder" => &[("achievement", "far"), ("evaluation", "hei")],
                _ => &[],
            };
            assert_eq!(kari.post(&format!("{plan}/linje/{id}/{act}"), fields).await.status, 404, "{act}");
        }
        let form = kari.get(&format!("{plan}/ny")).await;
        assert!(form.says("Bolig") && !form.says("Penger") && !form.says("Da er det bare du som ser det"), "{}", form.html);
        let forged = kari.post(&format!("{plan}/ny"), &[("kind", "goal"), ("area", "money"), ("words", "Jeg ser deg")]).await;
        assert_eq!(forged.status, 403);

        // What a receiver sees is the same whether the hidden areas are full or empty.
        let lise = town.person("Jon");
        town.serves(&case.office, &lise);
        let _grant = town.share(&lise, &case.office, &[Area::Housing]);
        let mut other = town.as_person(&lise);
        add(&mut other, "/planen/ny", &[("kind", "goal"), ("area", "housing"), ("words", "Egen dør")]).await;
        let strip = |page: testkit::Page, person: &kernel::id::PersonId| {
            let main = page.html.split("<main").nth(1).expect("main").replace(person.as_str(), "x");
            main.split("/linje/").map(|piece| if piece.len() > 32 { &piece[32..] } else { piece }).collect::<String>()
        };
        let full = strip(kari.get(&plan).await, &case.jon);
        let bare = strip(kari.get(&format!("/folk/{lise}/plan")).await, &lise);
        assert_eq!(full.replace(&id, ""), bare.replace(&id, ""));
    });
}

#[test]
fn nothing_shared_is_nothing_seen_and_a_stranger_is_turned_away() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town, &[]);
        let mut jon = town.as_person(&case.jon);
        add(&mut jon, "/planen/ny", &[("kind", "goal"), ("area", "housing"), ("words", "Egen dør")]).await;
        let mut kari = town.as_account(&case.kari, Role::Coordinator);
        let page = kari.get(&format!("/folk/{}/plan", case.jon)).await;
        assert!(page.says("Ikke noe her nå") && !page.says("Egen dør") && page.says("Du ser kanskje ikke alt."), "{}", page.html);
        let elsewhere = town.organisation(OrganisationKind::Nav, "NAV");
        let sara = town.employee(&elsewhere, Role::Nav, "Sara Berg");
        assert_eq!(town.as_account(&sara, Role::Nav).get(&format!("/folk/{}/plan", case.jon)).await.status, 403);
        assert_eq!(town.visitor().get("/planen").await.status, 401);
        assert_eq!(kari.get("/planen").await.status, 403);
    });
}

#[test]
fn two_who_change_one_goal_both_keep_what_they_typed() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town, &[Area::Teeth]);
        let mut kari = town.as_account(&case.kari, Role::Coordinator);
        let plan = format!("/folk/{}/plan", case.jon);
        let page =
            add(&mut kari, &format!("{plan}/ny"), &[("kind", "goal"), ("area", "teeth"), ("words", "Time hos tannlegen")]).await;
        let hers = line_of(&page, "Time hos tannlegen");
        let his = hers.replace(&plan, "/planen");
        let mut jon = town.as_person(&case.jon);
        jon.get(&his).await;
        kari.get(&hers).await;
        let first = jon.post(&his, &[("words", "Time hos tannlegen før jul"), ("area", "teeth"), ("seen", "1")]).await;
        assert_eq!(first.status, 200, "{}", first.html);
        let second = kari.post(&hers, &[("words", "Time hos Åse Lund"), ("area", "teeth"), ("seen", "1")]).await;
        assert_eq!(second.status, 409);
        assert!(second.says("En annen endret dette mens du skrev."), "{}", second.html);
        assert!(second.says("Time hos Åse Lund</textarea>"), "what Kari typed is still there: {}", second.html);
        assert!(second.says("Time hos tannlegen før jul"), "and so is what Jon wrote");
        let again = kari.post(&hers, &[("words", "Time hos Åse Lund"), ("area", "teeth"), ("seen", "2")]).await;
        assert_eq!(again.status, 200, "{}", again.html);
        assert!(again.says("Jon har ikke svart."), "new words from staff need a new yes: {}", again.html);
        let history = jon.get("/planen/endringer").await;
        assert!(history.says("Time hos tannlegen før jul") && history.says("Kari Nes, Kommunen"), "{}", history.html);
    });
}

#[test]
fn the_persons_own_words_are_nobody_elses_to_change() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town, &[Area::Housing]);
        let mut jon = town.as_person(&case.jon);
        add(&mut jon, "/planen/ny", &[("kind", "goal"), ("area", "housing"), ("words", "Egen dør")]).await;
        let his = line_of(&jon.get("/planen/housing").await, "Egen dør");
        let plan = format!("/folk/{}/plan", case.jon);
        let hers = his.replace("/planen", &plan);
        let mut kari = town.as_account(&case.kari, Role::Coordinator);
        assert!(kari.get(&hers).await.says("Du kan ikke endre dem"));
        let refused = kari.post(&hers, &[("words", "Bofellesskap"), ("area", "housing"), ("seen", "1")]).await;
        assert!(refused.status == 409 && refused.says("Dette er personens egne ord."), "{}", refused.html);
        assert_eq!(kari.post(&format!("{hers}/trekk"), &[]).await.status, 409);
        let evaluated =
            kari.post(&format!("{hers}/vurder"), &[("achievement", "begun"), ("evaluation", "Har sett på to.")]).await;
        assert!(evaluated.says("Et stykke på vei") && evaluated.says("Kari Nes, Kommunen, 20. november"), "{}", evaluated.html);
        let commented = kari.post(&format!("{hers}/kommentar"), &[("comment", "Hybelen på Nøstet er ledig.")]).await;
        assert!(commented.says("Hybelen på Nøstet er ledig."));

        let answered = jon.post(&format!("{his}/kommentar"), &[("comment", "Jeg vil ikke bo der.")]).await;
        assert!(answered.says("Jeg vil ikke bo der."), "{}", answered.html);
        let start = format!("action=\"{his}/kommentar/");
        let mine = answered.attribute(&start).expect("Jon may take his own comment back");
        let gone = jon.post(&mine, &[]).await;
        assert!(!gone.says("Jeg vil ikke bo der.") && gone.says("Hybelen på Nøstet er ledig."), "{}", gone.html);
        let retracted = jon.post(&format!("{his}/trekk"), &[]).await;
        assert!(retracted.says("Tatt bort 20. november") && retracted.says("Slik ble den til"), "{}", retracted.html);
        assert!(!jon.get("/planen").await.says("<li>Egen dør</li>"));
        assert!(jon.get("/planen/housing").await.says("Tatt bort 20. november"), "shown as taken away, not gone");
        let late = jon.post(&format!("{his}/kommentar"), &[("comment", "Likevel")]).await;
        assert!(late.status == 409 && late.says("Likevel</textarea>"), "{}", late.html);
    });
}

#[test]
fn an_individual_plan_lacks_nothing_when_it_is_called_whole() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town, &[]);
        let mut jon = town.as_person(&case.jon);
        assert!(jon.get("/planen/individuell").await.says("Den er like god."), "a lighter plan is equal");
        let declined = jon.post("/planen/individuell", &[("kind", "light")]).await;
        assert!(
            declined.says("Du har sagt nei.") && declined.says("koordinator enten du sier ja eller nei"),
            "{}",
            declined.html
        );
        let refused = jon.post("/planen/individuell/ferdig", &[]).await;
        assert!(refused.status == 409 && refused.says("Dette er for en individuell plan."), "{}", refused.html);
        jon.get("/planen/individuell").await;
        jon.post("/planen/individuell", &[("kind", "individual")]).await;

        for part in IpPart::ALL.iter().filter(|part| !part.comes_from_facts()) {
            let at = format!("/planen/individuell/del/{}", part.key());
            let saved = add(&mut jon, &at, &[("words", "Slik er det."), ("seen", "0")]).await;
            assert_eq!(saved.status, 200, "{}", saved.html);
        }
        let no_goal = jon.post("/planen/individuell/ferdig", &[]).await;
        assert!(no_goal.status == 409 && no_goal.says("Mål, ressurser og behov mangler."), "{}", no_goal.html);
        add(&mut jon, "/planen/ny", &[("kind", "goal"), ("area", ""), ("words", "Ro")]).await;
        jon.get("/planen/individuell").await;
        assert!(jon.post("/planen/individuell/ferdig", &[]).await.says("Koordinator mangler."));
        town.duty(&case.office, &case.jon, Some(&case.kari), platform::access::relations::Duty::Coordinator);
        assert!(jon.post("/planen/individuell/ferdig", &[]).await.says("Det mangler noe som skal skje"));
        add(&mut jon, "/planen/ny", &[("kind", "measure"), ("area", "housing"), ("words", "Rydde"), ("who-kind", "me")]).await;
        jon.get("/planen/individuell").await;
        assert!(jon.post("/planen/individuell/ferdig", &[]).await.says("Det mangler en periode."));

        let at = "/planen/individuell/periode";
        let backwards =
            add(&mut jon, at, &[("from", "1.6.2027"), ("until", "1.12.2026"), ("revise", "1.3.2027"), ("seen", "1")]).await;
        assert_eq!(backwards.status, 409, "{}", backwards.html);
        assert!(backwards.says("value=\"1.6.2027\""), "{}", backwards.html);
        let seen = backwards.attribute("name=\"seen\" value=\"").expect("a version");
        let unread = jon.post(at, &[("from", "en gang"), ("until", "1.6.2027"), ("revise", "1.3.2027"), ("seen", &seen)]).await;
        assert!(unread.status == 422 && unread.says("value=\"en gang\""), "{}", unread.html);
        jon.post(at, &[("from", "1.12.2026"), ("until", "1.6.2027"), ("revise", "1.3.2027"), ("seen", &seen)]).await;
        let whole = jon.post("/planen/individuell/ferdig", &[]).await;
        assert!(whole.status == 200 && whole.says("Planen er hel. Det sa du 20. november."), "{}", whole.html);
        assert!(whole.says("§ 19") && whole.says("må sjekkes"), "the rule names its source: {}", whole.html);

        let stale = add(&mut jon, "/planen/individuell/del/needs", &[("words", "Nytt"), ("seen", "0")]).await;
        assert!(stale.status == 409 && stale.says("Nytt</textarea>"), "{}", stale.html);
    });
}

#[test]
fn text_that_is_too_long_comes_back_whole() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town, &[]);
        let mut jon = town.as_person(&case.jon);
        let just_right = "å".repeat(MAX_WORDS);
        let saved = add(&mut jon, "/planen/ny", &[("kind", "goal"), ("area", ""), ("words", &just_right)]).await;
        assert!(saved.status == 200 && saved.says(&just_right));
        let too_long = "ø".repeat(MAX_WORDS + 1);
        let fields = [("kind", "measure"), ("area", "body"), ("words", too_long.as_str()), ("who-kind", "named"), ("who", "Mor")];
        let back = add(&mut jon, "/planen/ny", &fields).await;
        assert!(back.status == 422 && back.says(&format!("{too_long}</textarea>")), "nothing typed is lost");
        assert!(back.says("Skriv litt kortere.") && back.says("value=\"Mor\""), "{}", back.html);
        let nameless = jon.post("/planen/ny", &[("kind", "measure"), ("area", ""), ("words", "Ja"), ("who-kind", "named")]).await;
        assert_eq!(nameless.status, 422);
        let odd = jon.post("/planen/ny", &[("kind", "goal"), ("area", "moon"), ("words", "Ja")]).await;
        assert_eq!(odd.status, 422);
        let forged = jon.post("/planen/ny", &[("kind", "goal"), ("area", ""), ("words", "Ja"), ("admin", "1")]).await;
        assert_eq!(forged.status, 422);
        let without_token = jon.post("/planen/ny", &[("kind", "goal"), ("words", "Ja da"), ("token", "x")]).await;
        assert!(without_token.status == 409 && without_token.says("Ja da</textarea>"), "{}", without_token.html);
    });
}

#[test]
fn what_is_written_is_sealed() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town, &[Area::Housing]);
        let mut jon = town.as_person(&case.jon);
        let fields = [
            ("kind", "measure"),
            ("area", "housing"),
            ("words", "Kvitrevhemmelig"),
            ("who-kind", "named"),
            ("who", "Kvitrevnavn"),
            ("when", "Kvitrevtid"),
        ];
        let page = add(&mut jon, "/planen/ny", &fields).await;
        let line = line_of(&page, "Kvitrevhemmelig");
        jon.get(&line).await;
        jon.post(&format!("{line}/kommentar"), &[("comment", "Kvitrevkommentar")]).await;
        let mut kari = town.as_account(&case.kari, Role::Coordinator);
        let plan = format!("/folk/{}/plan", case.jon);
        let hers =
            add(&mut kari, &format!("{plan}/ny"), &[("kind", "goal"), ("area", "housing"), ("words", "Kvitrevforslag")]).await;
        let goal = line_of(&hers, "Kvitrevforslag");
        kari.get(&goal).await;
        kari.post(&format!("{goal}/vurder"), &[("achievement", "far"), ("evaluation", "Kvitrevvurdering")]).await;
        jon.get("/planen/individuell").await;
        jon.post("/planen/individuell", &[("kind", "individual")]).await;
        add(&mut jon, "/planen/individuell/del/needs", &[("words", "Kvitrevdel"), ("seen", "0")]).await;
        assert_eq!(town.tables_with("Kvitrev"), Vec::<String>::new());
    });
}

#[test]
fn the_pages_stand_in_three_languages_and_on_paper() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town, &[Area::Housing]);
        let mut kari = town.as_account(&case.kari, Role::Coordinator);
        let plan = format!("/folk/{}/plan", case.jon);
        let proposed =
            add(&mut kari, &format!("{plan}/ny"), &[("kind", "measure"), ("area", "housing"), ("words", "Søke")]).await;
        let hers = line_of(&proposed, "Søke");
        let his = hers.replace(&plan, "/planen");
        for language in Language::ALL {
            let mut jon = Town::speaking(town.as_person(&case.jon), language);
            for path in [
                "/planen",
                "/planen/ark",
                "/planen/ny",
                "/planen/housing",
                "/planen/annet",
                "/planen/endringer",
                "/planen/individuell",
                "/planen/individuell/periode",
                "/planen/individuell/del/consent",
                his.as_str(),
            ] {
                let page = jon.get(path).await;
                assert!(page.status == 200 && !page.html.contains("[plan-"), "{path} {}", page.html);
                assert_eq!(page.html.matches("<h1").count(), 1, "{path}");
            }
            let mut kari = Town::speaking(town.as_account(&case.kari, Role::Coordinator), language);
            for path in [plan.clone(), format!("{plan}/ny"), hers.clone()] {
                let page = kari.get(&path).await;
                assert!(page.status == 200 && !page.html.contains("[plan-"), "{path} {}", page.html);
            }
        }
        let mut jon = town.as_person(&case.jon);
        let long = "Langt ".repeat(60);
        for n in 0..12 {
            add(&mut jon, "/planen/ny", &[("kind", "measure"), ("area", "body"), ("words", &format!("{n} {long}"))]).await;
        }
        let sheet = jon.get("/planen/ark").await;
        assert!(sheet.says("Det står mer i planen.") && !sheet.says("Alt i planen"), "{}", sheet.html);
        assert_eq!(sheet.html.matches("v-row__t").count(), 6, "one sheet has room for six");
        assert!(sheet.says("Dette vil jeg snakke om") && sheet.html.contains("v-ruled"), "{}", sheet.html);
        assert!(sheet.says("Jon. Skrevet ut 20. november 2026."), "{}", sheet.html);
        assert_eq!(town.as_person(&case.jon).get("/planen/maane").await.status, 404);
    });
}

#[test]
fn a_proposal_from_papers_is_taken_whole_or_not_at_all() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town, &[]);
        let take = |kind: &'static str, content: serde_json::Value| {
            let seed = town.app.source().bytes();
            let mut ctx = platform::ctx::Ctx::new(town.now(), Language::Nb, platform::ctx::Actor::visitor(), seed);
            (ctx.actor.role, ctx.actor.door) = (Role::Person, platform::ctx::Door::Full);
            ctx.actor.person = Some(case.jon.clone());
            let accept = CHARTER.accepts.iter().find(|accept| accept.kind == kind).expect("the kind is named");
            door::execute_here(&town.app, &ctx, &CHARTER, "accept", move |tx, desk| {
                let own = desk.own(tx)?;
                (accept.take)(tx, desk, &own, &content)
            })
        };
        take("plan-goal", serde_json::json!({ "text": "Trene to ganger i uka", "area": "body" })).expect("a goal");
        let measure = serde_json::json!({
            "text": "Time hos fysioterapeut", "area": "body", "need": "somatic", "due": "2026-12-01", "responsible": "Per Lie"
        });
        take("plan-measure", measure).expect("a measure");
        for bad in [
            serde_json::json!({ "area": "body" }),
            serde_json::json!({ "text": "x", "area": "moon" }),
            serde_json::json!({ "text": "x", "due": "tomorrow" }),
            serde_json::json!({ "text": "x".repeat(MAX_WORDS + 1) }),
            serde_json::json!("x"),
        ] {
            assert!(matches!(take("plan-measure", bad), Err(Error::Invalid(_))));
        }
        let page = town.as_person(&case.jon).get("/planen").await;
        assert!(page.says("Time hos fysioterapeut") && page.says("Per Lie") && page.says("Innen 1. desember"), "{}", page.html);
        assert!(page.says("Trene to ganger i uka"), "{}", page.html);
        assert_eq!(town.rows("plan_measure").len(), 1);
    });
}

#[test]
fn the_preview_is_what_the_receiver_sees() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town, &[Area::Housing]);
        let mut jon = town.as_person(&case.jon);
        for (area, words) in [("housing", "Egen dør"), ("money", "Gjelda")] {
            add(&mut jon, "/planen/ny", &[("kind", "goal"), ("area", area), ("words", words)]).await;
        }
        let ctx = |actor| platform::ctx::Ctx::new(town.now(), Language::Nb, actor, [4; 32]);
        let mut hers = platform::ctx::Actor::visitor();
        (hers.role, hers.door, hers.account) = (Role::Coordinator, platform::ctx::Door::Full, Some(case.kari.clone()));
        hers.employer = Some(platform::ctx::Employer { id: case.office.clone(), name: "Kommunen".into(), kind: None });
        let mut his = platform::ctx::Actor::visitor();
        (his.role, his.door, his.person) = (Role::Person, platform::ctx::Door::Full, Some(case.jon.clone()));
        let say = town.app.say(Language::Nb);
        let person = case.jon.clone();
        let real = door::view_here(&town.app, &ctx(hers), &CHARTER, |tx, desk| {
            let permit = desk.person(tx, &person)?;
            web::one_person(tx, &PanelAsk { desk, permit: Some(&permit), say: &say })
        });
        let receiver = platform::access::Receiver {
            role: Role::Coordinator,
            account: Some(case.kari.clone()),
            organisation: Some(case.office.clone()),
        };
        let areas = [Area::Housing].into_iter().collect();
        let preview = door::view_here(&town.app, &ctx(his), &CHARTER, |tx, desk| {
            let own = desk.own(tx)?;
            let permit = desk.preview(tx, &own, &receiver, areas, None)?;
            web::one_person(tx, &PanelAsk { desk, permit: Some(&permit), say: &say })
        });
        let (real, preview) = (real.expect("a panel"), preview.expect("a panel"));
        let (real, html) = (real.expect("something to show"), preview.expect("something to show"));
        assert!(html.contains("<details class=\"v-fold\" open>"), "nothing is overlooked in a preview");
        assert_eq!(real, html.replace("\"v-fold\" open", "\"v-fold\""), "and else it is what they see");
        assert!(html.contains("Egen dør") && !html.contains("Gjelda") && !html.contains("Penger"), "{html}");
    });
}

#[test]
fn every_word_has_a_use_and_every_use_a_word() {
    let used = testkit_keys();
    for (language, text) in CHARTER.wording {
        let keys = platform::frame::keys(text);
        for key in &used {
            assert!(keys.contains(key), "{key} has no wording in {}", language.code());
        }
        // What the part did is told in its own words on the page of the log.
        for key in keys.iter().filter(|key| !key.starts_with("plan-log")) {
            assert!(used.contains(key), "{key} in {} is never used", language.code());
        }
    }
}

/// Every key the part can ask for: those written out, and those made from what the rules name.
fn testkit_keys() -> std::collections::BTreeSet<String> {
    let sources = [
        include_str!("mod.rs"),
        include_str!("shown.rs"),
        include_str!("web/individual.rs"),
        include_str!("web/line.rs"),
        include_str!("web/person.rs"),
        include_str!("web/panels.rs"),
        include_str!("pages/area.html"),
        include_str!("pages/changes.html"),
        include_str!("pages/home.html"),
        include_str!("pages/individual.html"),
        include_str!("pages/line.html"),
        include_str!("pages/new.html"),
        include_str!("pages/ready.html"),
        include_str!("pages/to_plan.html"),
        include_str!("pages/part.html"),
        include_str!("pages/period.html"),
        include_str!("pages/plan.html"),
        include_str!("pages/one_person.html"),
        include_str!("pages/receiver_areas.html"),
        include_str!("pages/receiver_now.html"),
        include_str!("pages/rows.html"),
        include_str!("pages/sheet.html"),
        include_str!("pages/staff.html"),
    ];
    let mut used: std::collections::BTreeSet<String> = sources
        .iter()
        .flat_map(|text| text.split('"'))
        .filter(|word| word.starts_with("plan-") && !word.ends_with('-') && !["plan-goal", "plan-measure"].contains(word))
        .filter(|word| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
        .map(str::to_owned)
        .collect();
    for refusal in Refusal::all() {
        used.insert(format!("refusal-{}", refusal.key()));
        used.insert(format!("refusal-{}-remedy", refusal.key()));
    }
    used.extend(Need::ALL.iter().map(|need| format!("plan-need-{}", need.key())));
    used.extend(Achievement::ALL.iter().map(|one| format!("plan-achievement-{}", one.key())));
    used.extend(
        IpPart::ALL.iter().flat_map(|part| [format!("plan-part-{}", part.key()), format!("plan-part-{}-help", part.key())]),
    );
    let changes = "added proposed changed said-yes said-no took-back-yes retracted evaluated commented grown stayed-light period part completed";
    used.extend(changes.split(' ').map(|what| format!("plan-was-{what}")));
    used.extend(["who-you", "said-yes", "said-no", "took-back-yes", "not-answered"].map(|key| format!("plan-{key}-they")));
    used
}
