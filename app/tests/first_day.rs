//! A small municipality's first day, without a demo city and without a line of SQL: from the operator's link to a nurse who
//! answers somebody.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so")]

use testkit::{Browser, Page, Town, both_databases};
use together::staff::acts::first_admin;

/// The path of the link on the page.
fn link_on(page: &Page) -> String {
    let rest = page.html.split("/invitasjon/").nth(1).expect("a link on the page");
    format!("/invitasjon/{}", rest.split('<').next().expect("its end").trim())
}

/// The code as somebody reads it off the receipt, or off the card.
fn words_on(page: &Page, before: &str, after: &str, dot: &str) -> String {
    let rest = page.html.split(before).nth(1).unwrap_or_else(|| panic!("no code: {}", page.html));
    rest.split(after).next().expect("its end").replace(dot, " ")
}

async fn redeem(town: &Town, link: &str) -> Browser {
    let mut browser = town.visitor();
    browser.get(link).await;
    let own = browser.post(link, &[("pin", "739251"), ("again", "739251")]).await;
    assert_eq!(own.location.as_deref(), Some("/min-konto"), "{}", own.html);
    browser
}

#[test]
fn from_the_first_link_to_a_nurse_who_takes_a_request() {
    both_databases(&app::catalogue(), async |town: Town| {
        let opener = first_admin(&town.app, "Fjellbygda").expect("the operator's command");
        let mut admin = redeem(&town, &format!("/invitasjon/{opener}")).await;
        let today = admin.get("/i-dag").await;
        assert!(today.says("Hvem svarer når noen ber om hjelp"), "the day's page leads on: {}", today.html);

        admin.get("/oppsett/ny").await;
        let fields = [("name", "MO-senteret"), ("kind", "mo-centre"), ("phone", "55 00 00 00"), ("municipality", "")];
        let made = admin.post("/oppsett/ny", &fields).await;
        let centre = made.location.expect("its page");
        admin.get(&format!("{centre}/inviter")).await;
        let fields = [("name", "Anna Holm"), ("title", "sykepleier"), ("role", "mo-nurse"), ("phone", "55 00 00 09")];
        let sent = admin.post(&format!("{centre}/inviter"), &fields).await;
        let mut anna = redeem(&town, &link_on(&sent)).await;

        let desk = centre.replace("/oppsett/virksomhet/", "/oppsett/vakt/");
        let form = admin.get(&desk).await;
        let option = form.html.split("<option value=\"").find(|option| option.contains("Anna Holm")).expect("Anna can answer");
        let holder = option.split('"').next().expect("her id").to_owned();
        let mut fields = vec![("holder", holder.as_str()), ("promise", "240"), ("need", "talk")];
        fields.extend(["day-1", "day-2", "day-3", "day-4", "day-5"].map(|day| (day, "8–15.30")));
        assert_eq!(admin.post(&desk, &fields).await.status, 200);

        let mut somebody = town.visitor();
        somebody.get("/hjelp/talk").await;
        somebody.post("/hjelp/talk", &[("words", "Vil snakke med noen.")]).await;
        let fields = [("words", "Vil snakke med noen."), ("way", "code")];
        let receipt = somebody.post("/hjelp/talk/send", &fields).await;
        assert!(receipt.says("Anna eller en annen hos MO-senteret svarer deg"), "{}", receipt.html);
        let inbox = anna.get("/innboks").await;
        assert!(inbox.says("«Vil snakke med noen.»"), "{}", inbox.html);
        let row = inbox
            .html
            .split("href=\"/innboks/")
            .find(|row| row.get(..32).is_some_and(|id| id.bytes().all(|b| b.is_ascii_hexdigit())));
        let request = row.and_then(|row| row.get(..32)).expect("the request").to_owned();
        anna.get(&format!("/innboks/{request}")).await;
        let taken = anna.post(&format!("/innboks/{request}/ta"), &[]).await;
        assert_eq!(taken.status, 200, "{}", taken.html);
        answered_by_code(&town, &mut anna, &request, &receipt).await;
        helped_at_the_door(&town, &mut anna, &centre.replace("/oppsett/virksomhet/", "")).await;

        town.run_jobs();
        let told = admin.get("/oppsett/endringer").await;
        assert!(told.says("Hvem som svarer, er endret") && !told.says("Vil snakke"), "{}", told.html);
    });
}

/// Anna answers, and whoever asked reads it with the code and nothing else.
async fn answered_by_code(town: &Town, anna: &mut Browser, request: &str, receipt: &Page) {
    let page = anna.get(&format!("/innboks/{request}")).await;
    let version = page.attribute("name=\"version\" value=\"").expect("a form with a version");
    let fields = [("words", "Kom innom i morgen, så snakker vi."), ("version", version.as_str())];
    assert_eq!(anna.post(&format!("/innboks/{request}/svar"), &fields).await.status, 200);
    let code = words_on(receipt, "class=\"v-code\">", "</p>", "<i aria-hidden=\"true\">·</i>");
    let mut elsewhere = town.visitor();
    elsewhere.get("/svar").await;
    let answer = elsewhere.post("/svar", &[("code", &code)]).await;
    assert!(answer.says("Kom innom i morgen, så snakker vi."), "{}", answer.html);
}

/// Somebody is registered at the door, gets a card and chooses a PIN, and is at home with it from then on.
async fn helped_at_the_door(town: &Town, anna: &mut Browser, centre: &str) {
    anna.get("/ny").await;
    let done = anna.post("/ny", &[("name", "Siv"), ("year", "1984"), ("phone", "")]).await;
    assert!(done.says("Siv er registrert") && done.says("Gi kort og PIN"), "{}", done.html);
    let person = done.location.expect("her page").replace("/ny/", "");
    let path = format!("/folk/{person}/kort");
    assert!(anna.get(&format!("/folk/{person}")).await.says(&path), "her page leads there too");
    let turned = anna.get(&path).await;
    assert!(turned.says("Din første PIN") && !turned.says("Anna Holm"), "the screen is turned: {}", turned.html);
    let easy = anna.post(&path, &[("slag", "pin"), ("hemmelig", "1984")]).await;
    assert!(easy.status == 422 && easy.says("lett å gjette"), "{}", easy.html);
    let card = anna.post(&path, &[("slag", "pin"), ("hemmelig", "7391")]).await;
    let code = words_on(&card, "<b>", "</b>", " · ");
    let again = anna.get(&path).await;
    assert!(again.status == 409 && again.says("Personen har kommet inn før"), "no second first card: {}", again.html);

    let mut siv = town.visitor();
    siv.get("/inn").await;
    let home = siv.post("/inn", &[("kort", &code), ("hemmelig", "7391")]).await;
    assert_eq!(home.location.as_deref(), Some("/hjem"), "{}", home.html);
    at_home(&mut siv, anna, &person, centre).await;
}

/// In the plan, shared, seen in the log, and a message that is answered.
async fn at_home(siv: &mut Browser, anna: &mut Browser, person: &str, centre: &str) {
    siv.get("/planen/ny").await;
    let fields = [("kind", "goal"), ("area", "housing"), ("words", "Et sted å bo med egen dør.")];
    assert_eq!(siv.post("/planen/ny", &fields).await.status, 200);
    let plan = format!("/folk/{person}/plan");
    assert!(!anna.get(&plan).await.says("egen dør"), "nothing is shared yet");

    let receiver = format!("/deling/{centre}");
    siv.get(&receiver).await;
    let what = [("omrade", "housing"), ("til", "uke"), ("dato", "")];
    let preview = siv.post(&receiver, &[what.as_slice(), &[("gjor", "se")]].concat()).await;
    assert_eq!(preview.status, 200, "{}", preview.html);
    let shared = siv.post(&receiver, &[what.as_slice(), &[("gjor", "ja")]].concat()).await;
    assert_eq!(shared.status, 200, "{}", shared.html);
    assert!(anna.get(&plan).await.says("Et sted å bo med egen dør."));
    let seen = siv.get("/sett").await;
    assert!(seen.says("Anna Holm"), "she reads who has looked: {}", seen.html);

    let form = siv.get("/meldinger/ny/housing").await;
    let to = form.attribute("name=\"til\" value=\"").unwrap_or_else(|| panic!("nobody to write to: {}", form.html));
    let fields = [("til", to.as_str()), ("emne", "Visning"), ("words", "Kan du bli med?")];
    let sent = siv.post("/meldinger/ny/housing", &fields).await;
    let thread = sent.location.unwrap_or_else(|| panic!("{}", sent.html));
    let theirs = thread.replace("/meldinger/", &format!("/beskjeder/{person}/"));
    assert!(anna.get(&theirs).await.says("Kan du bli med?"));
    assert_eq!(anna.post(&theirs, &[("words", "Ja, gjerne.")]).await.status, 200);
    assert!(siv.get(&thread).await.says("Ja, gjerne."));
}

#[test]
fn no_two_parts_answer_at_the_same_address() {
    let mut taken = std::collections::BTreeMap::new();
    for part in app::catalogue() {
        for route in part.routes {
            let before = taken.insert((route.path, format!("{:?}", route.method)), part.key);
            assert_eq!(before, None, "{} answers at {} too", part.key, route.path);
        }
    }
}
