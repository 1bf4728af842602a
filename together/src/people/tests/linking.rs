//! Two records of one person: proven by the person, put together, taken apart, on both databases.

use kernel::code::Code;
use kernel::id::PersonId;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Timestamp;
use testkit::{Browser, Page, Town, both_databases};

use super::Centre;
use crate::people::CHARTER;
use crate::people::limits::Limits;
use crate::people::rules::{Link, LinkCommand, Refusal, decide_link, may_join};

const LIMITS: Limits = Limits { closing_days: 30, link_undo_days: 30, link_code_minutes: 15, drop_in_days: 90 };

#[test]
fn a_link_is_made_soon_after_the_proof_and_undone_within_its_days() {
    let now = Timestamp::parse("2026-11-20T09:00:00Z").expect("an instant");
    let (proven, linked) = (Link::Proven { at: now }, Link::Linked { at: now });
    let after = |minutes| now.plus_minutes(minutes);
    for (link, command, at, is) in [
        (proven, LinkCommand::Join, after(0), Ok(linked)),
        (proven, LinkCommand::Join, after(15), Ok(Link::Linked { at: after(15) })),
        (proven, LinkCommand::Join, after(16), Err(Refusal::LinkGone)),
        (proven, LinkCommand::Undo, after(1), Err(Refusal::LinkGone)),
        (linked, LinkCommand::Join, after(1), Err(Refusal::LinkGone)),
        (linked, LinkCommand::Undo, after(30 * 24 * 60), Ok(Link::Undone)),
        (linked, LinkCommand::Undo, after(30 * 24 * 60 + 1), Err(Refusal::LinkSettled)),
        (Link::Undone, LinkCommand::Undo, after(1), Err(Refusal::LinkGone)),
        (Link::Undone, LinkCommand::Join, after(1), Err(Refusal::LinkGone)),
    ] {
        assert_eq!(decide_link(link, command, &LIMITS, at), is, "{link:?} {command:?} {at:?}");
    }
    for (same, kept, other, is) in [
        (false, false, false, Ok(())),
        (true, false, false, Err(Refusal::SameRecord)),
        (false, true, false, Err(Refusal::LinkedAlready)),
        (false, false, true, Err(Refusal::LinkedAlready)),
    ] {
        assert_eq!(may_join(same, kept, other), is);
    }
}

/// The code a record shows.
async fn offered(browser: &mut Browser) -> String {
    browser.get("/meg/sammen").await;
    let page = browser.post_only("/meg/sammen/kode", &[]).await;
    let line = page.html.split("class=\"v-code\">").nth(1).and_then(|rest| rest.split("</p>").next()).expect("a code");
    line.replace("<i aria-hidden=\"true\">·</i>", " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Types a code and, when it proves something, says yes. The page that came last.
async fn joins(browser: &mut Browser, code: &str) -> Page {
    browser.get("/meg/sammen").await;
    let page = browser.post("/meg/sammen", &[("code", code)]).await;
    match page.location.clone() {
        Some(to) => browser.post(&to, &[]).await,
        None => page,
    }
}

fn serving(town: &Town, person: &PersonId) -> usize {
    let rows = town.rows("access_relation");
    rows.iter().filter(|row| row.cells()[0] == person.into() && row.cells()[7] == platform::db::Value::Null).count()
}

async fn sees(town: &Town, centre: &Centre, person: &PersonId) -> bool {
    centre.browser(town).get(&format!("/folk/{person}/adresse")).await.status == 200
}

#[test]
fn two_records_are_put_together_and_taken_apart_as_they_were() {
    both_databases(&[&CHARTER], async |town| {
        let (mine, theirs) = (Centre::open(&town), Centre::open(&town));
        let (kept, other) = (town.person("Jon"), town.person("Jonnern"));
        town.serves(&mine.id, &kept);
        town.serves(&theirs.id, &other);
        let (mut at_kept, mut at_other) = (town.as_person(&kept), town.as_person(&other));
        let code = offered(&mut at_other).await;
        assert!(town.tables_with(&code).is_empty(), "only the keyed hash of the code is kept");
        assert!(!sees(&town, &theirs, &kept).await);
        let page = joins(&mut at_kept, &code).await;
        assert!(page.says("Det andre kortet ditt hører sammen med dette siden 20. november"), "{}", page.html);
        assert!(sees(&town, &theirs, &kept).await, "who helps the one may know the other");
        assert!(!sees(&town, &mine, &other).await, "and not the other way round");
        assert_eq!((serving(&town, &kept), serving(&town, &other)), (2, 1));

        let turn = page.attribute("action=\"/meg/sammen/").expect("a way over");
        let at_other_now = at_kept.post(&turn, &[]).await;
        assert_eq!(at_other_now.location.as_deref(), Some("/hjem"));
        assert!(at_kept.get("/meg").await.says("value=\"Jonnern\""), "the same session stands in the other record");
        let page = at_kept.get("/meg/sammen").await;
        assert!(page.says("hører sammen med det andre kortet ditt") && !page.says("Ta dem fra hverandre"));
        at_kept.post(&turn, &[]).await;
        assert!(at_kept.get("/meg").await.says("value=\"Jon\""), "and comes back");

        let page = at_kept.get("/meg/sammen").await;
        assert!(page.says("Ta dem fra hverandre"));
        at_kept.post(&turn.replace("/bytt", "/angre"), &[]).await;
        assert!(!sees(&town, &theirs, &kept).await, "as it was");
        assert_eq!((serving(&town, &kept), serving(&town, &other)), (1, 1));
        at_kept.get("/meg/sammen").await;
        assert_eq!(at_kept.post(&turn, &[]).await.status, 409, "no way over any more");
    });
}

#[test]
fn a_code_is_used_once_runs_out_and_cannot_be_guessed() {
    both_databases(&[&CHARTER], async |town| {
        let (kept, other, third) = (town.person("Jon"), town.person("Jonnern"), town.person("Siv"));
        let (mut at_kept, mut at_other) = (town.as_person(&kept), town.as_person(&other));
        let code = offered(&mut at_other).await;
        at_other.get("/meg/sammen").await;
        let page = at_other.post("/meg/sammen", &[("code", &code)]).await;
        assert_eq!(page.status, 409, "its own code proves nothing: {}", page.html);
        let code = offered(&mut at_other).await;
        town.wait_minutes(16);
        let page = joins(&mut at_kept, &code).await;
        assert!(page.status == 422 && page.says("Vi finner ikke noe med den koden"), "{}", page.html);

        let code = offered(&mut at_other).await;
        joins(&mut at_kept, &code).await;
        let mut at_third = town.as_person(&third);
        assert_eq!(joins(&mut at_third, &code).await.status, 422, "used once");
        let code = offered(&mut at_other).await;
        assert_eq!(joins(&mut at_third, &code).await.status, 409, "it belongs with another already");

        let mut guesser = town.as_person(&third);
        for n in 0..5 {
            guesser.get("/meg/sammen").await;
            guesser.post("/meg/sammen", &[("code", &Code::from_bits(1000 + n).shown())]).await;
        }
        let code = offered(&mut at_kept).await;
        guesser.get("/meg/sammen").await;
        let held = guesser.post("/meg/sammen", &[("code", &code)]).await;
        assert!(held.status == 429 && held.says("Vent i"), "{}: {}", held.status, held.html);
    });
}

#[test]
fn nobody_but_the_person_has_a_way_in() {
    both_databases(&[&CHARTER], async |town| {
        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let (kept, other, third) = (town.person("Jon"), town.person("Jonnern"), town.person("Siv"));
        town.serves(&nav, &kept);
        let account = town.employee(&nav, Role::Nav, "Sara Berg");
        let (mut at_kept, mut at_other) = (town.as_person(&kept), town.as_person(&other));
        let code = offered(&mut at_other).await;
        let page = joins(&mut at_kept, &code).await;
        let turn = page.attribute("action=\"/meg/sammen/").expect("a way over");
        let mut worker = town.as_account(&account, Role::Nav);
        worker.get("/ny").await;
        assert_eq!(worker.post_only(&turn, &[]).await.status, 403);
        let mut stranger = town.as_person(&third);
        stranger.get("/meg/sammen").await;
        assert_eq!(stranger.post_only(&turn, &[]).await.status, 404, "somebody else's link is not there");
        at_other.get("/meg/sammen").await;
        let undo = turn.replace("/bytt", "/angre");
        assert_eq!(at_other.post_only(&undo, &[]).await.status, 409, "the one that goes on decides");
    });
}
