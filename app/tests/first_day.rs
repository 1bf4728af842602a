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
        let row = inbox.html.split("href=\"/innboks/").find(|row| row.get(..32).is_some_and(|id| id.bytes().all(|b| b.is_ascii_hexdigit())));
        let request = row.and_then(|row| row.get(..32)).expect("the request").to_owned();
        anna.get(&format!("/innboks/{request}")).await;
        let taken = anna.post(&format!("/innboks/{request}/ta"), &[]).await;
        assert_eq!(taken.status, 200, "{}", taken.html);

        town.run_jobs();
        let told = admin.get("/oppsett/endringer").await;
        assert!(told.says("Hvem som svarer, er endret") && !told.says("Vil snakke"), "{}", told.html);
    });
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
