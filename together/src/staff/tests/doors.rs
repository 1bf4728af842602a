//! Coming in: links, codes and PINs, and what opens nothing.

use kernel::role::Role;
use testkit::{Browser, Page, Town, both_databases};

use super::{House, PARTS, house, invite, link_on, mina, nurse, redeem};

const PIN: &str = "739251";

/// Anna, invited by Mina and in.
async fn anna(town: &Town, house: &House) -> Browser {
    let page = invite(&mut mina(town, house), &house.centre, &nurse("Anna Holm")).await;
    let mut anna = town.visitor();
    let own = redeem(&mut anna, &link_on(&page), PIN).await;
    assert!(own.says("Anna Holm") && own.says("MO-senteret"), "{}", own.html);
    anna
}

/// A colleague's code, as read out.
async fn code(colleague: &mut Browser, name: &str) -> String {
    let form = colleague.get("/min-konto/kode").await;
    let mut account = None;
    for label in form.html.split("<label>").skip(1).filter(|label| label.contains(name)) {
        account = label.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
    }
    let made =
        colleague.post("/min-konto/kode", &[("who", &account.unwrap_or_else(|| panic!("not on the list: {}", form.html)))]).await;
    assert_eq!(made.status, 200, "{}", made.html);
    let shown = made.html.split("class=\"v-code\">").nth(1).and_then(|rest| rest.split('<').next());
    shown.expect("a code on the page").to_owned()
}

async fn enter(town: &Town, code: &str, pin: &str) -> Page {
    let mut browser = town.visitor();
    browser.get("/inn/ansatt").await;
    browser.post("/inn/ansatt", &[("code", code), ("pin", pin)]).await
}

#[test]
fn a_link_opens_once_and_every_other_link_gets_the_same_answer() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        let page = invite(&mut mina(&town, &house), &house.centre, &nurse("Anna Holm")).await;
        assert!(page.says("Den vises bare nå"), "{}", page.html);
        let link = link_on(&page);
        let mut browser = town.visitor();
        let (right, wrong) = (browser.get(&link).await, browser.get(&format!("/invitasjon/{}", "0".repeat(64))).await);
        assert_eq!((right.status, wrong.status), (200, 200));
        let weak = redeem(&mut browser, &link, "123456").await;
        assert!(weak.status == 422 && weak.says("vanskeligere å gjette"), "{}", weak.html);
        let own = redeem(&mut browser, &link, PIN).await;
        assert!(own.says("Min konto") && own.says("55 00 00 09"), "{}", own.html);

        let mut answers = Vec::new();
        for dead in [link.as_str(), "/invitasjon/nope", "/invitasjon/x"] {
            let mut other = town.visitor();
            let page = redeem(&mut other, dead, PIN).await;
            assert_eq!(page.status, 409, "{dead}");
            assert!(page.says("Denne lenken kan ikke brukes."), "{}", page.html);
            answers.push(page.html.split("token").next().expect("a page").len());
        }
        answers.dedup();
        assert_eq!(answers.len(), 1, "used and wrong links look alike");
    });
}

#[test]
fn a_link_ends_after_three_days_and_a_withdrawn_one_at_once() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        let mut admin = mina(&town, &house);
        let late = link_on(&invite(&mut admin, &house.centre, &nurse("Anna Holm")).await);
        town.wait_days(3);
        let mut admin = mina(&town, &house);
        assert_eq!(redeem(&mut town.visitor(), &late, PIN).await.status, 409);
        let taken_back = link_on(&invite(&mut admin, &house.centre, &nurse("Bo Lie")).await);
        let list = admin.get(&format!("/oppsett/virksomhet/{}", house.centre)).await;
        let action = list.html.split("action=\"").find(|rest| rest.contains("/trekk\"")).expect("an invitation that waits");
        let action = action.split('"').next().expect("its address").to_owned();
        let after = admin.post(&action, &[]).await;
        assert!(!after.says("Bo Lie"), "{}", after.html);
        assert_eq!(redeem(&mut town.visitor(), &taken_back, PIN).await.status, 409);
    });
}

#[test]
fn access_begins_and_ends_on_its_days() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        let mut fields = nurse("Anna Holm").to_vec();
        fields.extend([("from", "25.11.2026"), ("until", "27.11.2026")]);
        let link = link_on(&invite(&mut mina(&town, &house), &house.centre, &fields).await);
        let early = redeem(&mut town.visitor(), &link, PIN).await;
        assert!(early.status == 409 && early.says("Tilgangen har ikke begynt."), "{}", early.html);
        town.wait_days(5);
        let mut anna = town.visitor();
        assert_eq!(redeem(&mut anna, &link, PIN).await.status, 200);
        town.wait_days(2);
        let mut anna = in_again(&town, &house, PIN).await;
        town.wait_minutes(9 * 60);
        assert_eq!(anna.get("/min-konto").await.status, 200, "the last day is hers to the end");
        town.wait_minutes(6 * 60);
        assert_ne!(anna.get("/min-konto").await.status, 200, "and at midnight it is over");
    });
}

/// In with a code from Kari.
async fn in_again(town: &Town, house: &House, pin: &str) -> Browser {
    let code = code(&mut town.as_account(&house.kari, Role::MoNurse), "Anna Holm").await;
    let mut browser = town.visitor();
    browser.get("/inn/ansatt").await;
    let page = browser.post_only("/inn/ansatt", &[("code", &code), ("pin", pin)]).await;
    assert_eq!(page.location.as_deref(), Some("/i-dag"), "{}", page.html);
    browser
}

#[test]
fn a_colleagues_code_and_ones_own_pin_open_and_neither_alone_does() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        anna(&town, &house).await;
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let first = code(&mut kari, "Anna Holm").await;
        let wrong = enter(&town, &first, "000111").await;
        assert!(wrong.status == 409 && wrong.says("Koden eller PIN-en stemmer ikke."), "{}", wrong.html);
        assert_eq!(enter(&town, "00000000", PIN).await.status, 409);
        let newer = code(&mut kari, "Anna Holm").await;
        assert_eq!(enter(&town, &first, PIN).await.status, 409, "only the newest code opens");
        let mut browser = town.visitor();
        browser.get("/inn/ansatt").await;
        let page = browser.post_only("/inn/ansatt", &[("code", &newer), ("pin", PIN)]).await;
        assert_eq!(page.location.as_deref(), Some("/i-dag"));
        assert_eq!(enter(&town, &newer, PIN).await.status, 409, "and only once");
        let old = code(&mut kari, "Anna Holm").await;
        town.wait_minutes(10);
        assert_eq!(enter(&town, &old, PIN).await.status, 409, "and for ten minutes");
    });
}

#[test]
fn five_wrong_pins_close_the_door_for_a_quarter_of_an_hour() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        anna(&town, &house).await;
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let first = code(&mut kari, "Anna Holm").await;
        for _ in 0..5 {
            assert!(enter(&town, &first, "wrong-1").await.says("stemmer ikke"));
        }
        let tried = |line: &&platform::db::Row| {
            let told = platform::audit::Line::from_row(line).expect("a line");
            told.act == "sign-in-staff" && told.outcome == "refused"
        };
        assert_eq!(town.rows("audit_line").iter().filter(tried).count(), 5, "each try stands in the log");
        let shut = enter(&town, &first, PIN).await;
        assert!(shut.status == 409 && shut.says("mange forsøk"), "the right PIN is not looked at: {}", shut.html);
        town.wait_minutes(16);
        let again = code(&mut kari, "Anna Holm").await;
        let mut browser = town.visitor();
        browser.get("/inn/ansatt").await;
        let page = browser.post_only("/inn/ansatt", &[("code", &again), ("pin", PIN)]).await;
        assert_eq!(page.location.as_deref(), Some("/i-dag"));
    });
}

#[test]
fn a_new_link_ends_old_sessions_and_the_old_pin() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        let mut before = anna(&town, &house).await;
        let mut admin = mina(&town, &house);
        let list = admin.get(&format!("/oppsett/virksomhet/{}", house.centre)).await;
        let rows = list.html.split("href=\"").filter(|row| row.starts_with("/oppsett/ansatt/") && row.contains("Anna Holm"));
        let one = rows.filter_map(|row| row.split('"').next()).next().expect("Anna on the list").to_owned();
        admin.get(&one).await;
        let link = link_on(&admin.post(&format!("{one}/lenke"), &[]).await);
        assert_eq!(before.get("/min-konto").await.status, 200, "nothing ends before it is used");
        redeem(&mut town.visitor(), &link, "884412").await;
        assert_ne!(before.get("/min-konto").await.status, 200, "the owner notices");
        let code = code(&mut town.as_account(&house.kari, Role::MoNurse), "Anna Holm").await;
        assert_eq!(enter(&town, &code, PIN).await.status, 409, "the old PIN opens nothing");
        let told = admin.get("/oppsett/endringer").await;
        assert!(told.says("Ny lenke brukt, gamle nøkler virker ikke") && told.says("Anna Holm"), "{}", told.html);
    });
}

#[test]
fn somebody_at_an_open_screen_cannot_take_over_the_account_behind_it() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        let mut open_screen = anna(&town, &house).await;
        let link = link_on(&invite(&mut mina(&town, &house), &house.centre, &nurse("Falsk Vik")).await);
        open_screen.get(&link).await;
        let refused = open_screen.post(&link, &[("pin", "551199"), ("again", "551199"), ("join", "yes")]).await;
        assert!(refused.status == 422 && refused.says("PIN-en stemmer ikke."), "{}", refused.html);
        let joined = open_screen.post(&link, &[("pin", PIN), ("again", ""), ("join", "yes")]).await;
        assert!(joined.says("Jobber nå som"), "{}", joined.html);
    });
}

#[test]
fn sessions_are_listed_and_ended_by_their_owner() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        let mut first = anna(&town, &house).await;
        town.wait_minutes(30);
        let mut second = in_again(&town, &house, PIN).await;
        let own = second.get("/min-konto").await;
        assert!(own.says("Denne skjermen."), "{}", own.html);
        let key = own.attribute("name=\"session\" value=\"").expect("another session");
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        kari.get("/min-konto").await;
        assert_eq!(kari.post_only("/min-konto/okt", &[("session", &key)]).await.status, 404, "not somebody else's");
        second.post("/min-konto/okt", &[("session", &key)]).await;
        assert_ne!(first.get("/min-konto").await.status, 200);
        assert_eq!(second.get("/min-konto").await.status, 200);
    });
}

#[test]
fn another_pin_is_chosen_with_the_old_one() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        let mut anna = anna(&town, &house).await;
        anna.get("/min-konto/pin").await;
        let wrong = anna.post("/min-konto/pin", &[("old", "111222"), ("pin", "664411"), ("again", "664411")]).await;
        assert_eq!(wrong.status, 422);
        let done = anna.post("/min-konto/pin", &[("old", PIN), ("pin", "664411"), ("again", "664411")]).await;
        assert_eq!(done.location.as_deref(), Some("/min-konto"), "{}", done.html);
        in_again(&town, &house, "664411").await;
    });
}

#[test]
fn a_locked_screen_shows_nothing_and_opens_with_the_pin() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        let mut anna = anna(&town, &house).await;
        let account = anna.get("/min-konto").await;
        assert!(account.says("Lås skjermen"), "{}", account.html);
        let locked = anna.post("/min-konto/las", &[]).await;
        assert!(locked.location.as_deref() == Some("/inn/ansatt/las") && locked.says("Skjermen er låst"), "{}", locked.html);
        assert_eq!(anna.get("/min-konto").await.location.as_deref(), Some("/inn/ansatt/las"), "nothing is shown");
        let wrong = anna.post("/inn/ansatt/las", &[("pin", "111999")]).await;
        assert!(wrong.status == 422 && wrong.says("PIN"), "{}", wrong.html);
        let open = anna.post_only("/inn/ansatt/las", &[("pin", PIN)]).await;
        assert_eq!(open.location.as_deref(), Some("/i-dag"), "{}", open.html);
        assert_eq!(anna.get("/min-konto").await.status, 200);

        anna.post("/min-konto/las", &[]).await;
        for _ in 0..5 {
            anna.get("/inn/ansatt/las").await;
            anna.post_only("/inn/ansatt/las", &[("pin", "111999")]).await;
        }
        anna.get("/inn/ansatt/las").await;
        let out = anna.post_only("/inn/ansatt/las", &[("pin", PIN)]).await;
        assert_eq!(out.location.as_deref(), Some("/inn/ansatt"), "too many tries end the session");
        assert_eq!(anna.get("/min-konto").await.status, 401);
    });
}
