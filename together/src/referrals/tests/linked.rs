//! The link: shown once, opens only what was agreed, answers once, and says nothing about whether another was ever right.

use kernel::role::Role;
use platform::args;
use platform::jobs;
use testkit::{Browser, Page, Town, both_databases};

use super::{CATALOGUE, Case, case, facts, own_address};

/// Kari writes to a small association, Jon says yes, and Kari makes a link. The address of the referral and the link.
async fn linked(town: &Town, case: &Case, phone: bool) -> (String, String) {
    let mut kari = town.as_account(&case.kari, Role::MoNurse);
    let form = format!("/folk/{}/henvis/lenke", case.jon);
    kari.get(&form).await;
    let mut fields = vec![("navn", "Fiskelaget"), ("omrade", "everyday-work"), ("words", "Vil ut og fiske."), ("gjor", "send")];
    fields.extend(phone.then_some(("telefon", "yes")));
    let made = kari.post(&form, &fields).await;
    let path = made.location.expect("on to the referral");
    let mut jon = town.as_person(&case.jon);
    assert!(jon.get(&own_address(&path)).await.says("Ikke noe annet. De er ikke med her."));
    jon.post(&own_address(&path), &[("act", "yes")]).await;
    (path.clone(), link(&mut kari, &path).await)
}

async fn link(kari: &mut Browser, path: &str) -> String {
    kari.get(path).await;
    let shown = kari.post_only(path, &[("act", "link")]).await;
    assert!(shown.status == 200 && shown.says("Du ser den bare nå."), "{}", shown.html);
    let at = shown.html.find("/lenke/").expect("a link");
    let link: String = shown.html[at..].chars().take_while(|sign| !"< \"".contains(*sign)).collect();
    assert_eq!(link.len(), "/lenke/".len() + 64, "256 bits: {link}");
    link
}

async fn open(browser: &mut Browser, link: &str) -> Page {
    let button = browser.get(link).await;
    assert!(button.status == 200 && button.says("Du har fått en lenke.") && !button.says("Jon"), "{}", button.html);
    browser.post_only(link, &[]).await
}

/// A page without what differs in every answer.
fn plain(page: &Page) -> String {
    page.html.split("name=\"token\" value=\"").map(|piece| piece.split_once('"').map_or(piece, |(_, rest)| rest)).collect()
}

#[test]
fn whoever_holds_it_sees_what_was_agreed_and_answers_once() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let (path, link) = linked(&town, &case, false).await;
        assert!(town.tables_with(link.trim_start_matches("/lenke/")).is_empty(), "the secret is stored nowhere");
        let mut visitor = town.visitor();
        let letter = open(&mut visitor, &link).await;
        assert!(letter.status == 200 && letter.says("Vil ut og fiske.") && letter.says("Jon trenger hjelp"), "{}", letter.html);
        assert!(!letter.html.contains("55 00") && !letter.says("Bolig"), "{}", letter.html);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        assert!(kari.get(&path).await.says("Lenken er åpnet."));
        let half = visitor.post_only(&format!("{link}/svar"), &[("act", "refuse"), ("words", "")]).await;
        assert!(half.status == 422 && half.says("Velg en av dem.") && half.says("Vil ut og fiske."), "{}", half.html);
        let done = visitor.post(&format!("{link}/svar"), &[("act", "accept")]).await;
        assert!(done.says("Takk for svaret") && !done.says("Jon"), "{}", done.html);
        assert_eq!(facts(&town), ["ReferralAnswered", "ReferralSent"]);
        assert!(town.as_person(&case.jon).get(&own_address(&path)).await.says("Fiskelaget har sagt ja."));
        let used = open(&mut visitor, &link).await;
        assert!(used.status == 404 && !used.says("Jon"), "{}", used.html);
        let twice = visitor.post_only(&format!("{link}/svar"), &[("act", "refuse"), ("why", "no-room")]).await;
        assert_eq!(plain(&twice), plain(&used), "a second answer meets the same page");

        // Every look stands in the log, under a name, before the page left.
        let key = town.app.keys().find(&case.jon).expect("the key store").expect("a key");
        let looks = town.app.db().read_here(move |tx| {
            let sql = "SELECT line_id, detail FROM audit_line WHERE subject = $1 AND role = 'visitor' ORDER BY line_id";
            let rows = tx.rows(sql, args![key.subject()])?;
            let open =
                |row: &platform::db::Row| key.open(platform::keys::Cell::new("audit_line", row.text(0)?, "detail"), row.blob(1)?);
            Ok(rows.iter().map(open).collect::<Result<Vec<String>, _>>()?)
        });
        let looks = looks.unwrap_or_else(|error| panic!("{error:?}"));
        assert!(
            looks.len() >= 2 && looks.iter().all(|look| look.contains("by-link") && look.contains("Fiskelaget")),
            "{looks:?}"
        );
    });
}

#[test]
fn a_wrong_an_old_a_used_and_a_void_link_are_one_page() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let (path, first) = linked(&town, &case, false).await;
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let second = link(&mut kari, &path).await;
        let mut visitor = town.visitor();
        let void = open(&mut visitor, &first).await;
        let wrong = open(&mut visitor, &format!("/lenke/{}", "0123456789abcdef".repeat(4))).await;
        let short = open(&mut visitor, "/lenke/abc").await;
        assert!(open(&mut visitor, &second).await.says("Vil ut og fiske."), "the newest works");
        town.wait_days(15);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let old = open(&mut visitor, &second).await;
        let third = link(&mut kari, &path).await;
        let mut jon = town.as_person(&case.jon);
        jon.get(&own_address(&path)).await;
        jon.post(&own_address(&path), &[("act", "withdraw")]).await;
        let withdrawn = open(&mut visitor, &third).await;
        for (page, why) in [(&void, "void"), (&short, "short"), (&old, "old"), (&withdrawn, "withdrawn")] {
            assert_eq!(page.status, wrong.status, "{why}");
            assert_eq!(plain(page), plain(&wrong), "{why}");
        }
        assert_eq!(wrong.status, 404);
        town.wait_days(30);
        jobs::run_due(&town.app).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(town.rows("referrals_link").len(), 0, "links that open nothing are forgotten");
    });
}

#[test]
fn guesses_at_one_link_are_limited_and_a_flood_of_others_shuts_nobody_out() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let (_, link) = linked(&town, &case, true).await;
        let named = link.get(..7 + 16).expect("what names it");
        let mut visitor = town.visitor();
        for n in 0..8 {
            let other = format!("/lenke/{n:064x}");
            open(&mut visitor, &other).await;
        }
        let letter = open(&mut visitor, &link).await;
        assert!(letter.says("Vil ut og fiske."), "{}", letter.html);
        for n in 0..5 {
            assert_eq!(open(&mut visitor, &format!("{named}{n:048x}")).await.status, 404);
        }
        assert_eq!(open(&mut visitor, &link).await.status, 404, "for a while not even the right one");
        town.wait_minutes(11);
        assert_eq!(open(&mut visitor, &link).await.status, 200);
    });
}

#[test]
fn a_link_is_for_services_without_an_account_and_only_after_the_yes() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let path = super::asked(&case, &mut kari).await;
        kari.get(&path).await;
        let early = kari.post(&path, &[("act", "link")]).await;
        assert!(early.status == 409 && early.says("Personen har ikke sagt ja ennå."), "{}", early.html);
        let mut jon = town.as_person(&case.jon);
        jon.get(&own_address(&path)).await;
        jon.post(&own_address(&path), &[("act", "yes")]).await;
        kari.get(&path).await;
        let needless = kari.post(&path, &[("act", "link")]).await;
        assert!(needless.status == 409 && needless.says("Det trengs ingen lenke."), "{}", needless.html);
        assert_eq!(town.rows("referrals_link").len(), 0);
    });
}

#[test]
fn a_question_by_link_uses_it_up_and_whoever_asked_can_write_the_answer_down() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let (path, link) = linked(&town, &case, false).await;
        let mut visitor = town.visitor();
        open(&mut visitor, &link).await;
        let asked = visitor.post(&format!("{link}/svar"), &[("act", "question"), ("words", "Har han redningsvest?")]).await;
        assert!(asked.says("Takk for svaret"), "{}", asked.html);
        assert_eq!(open(&mut visitor, &link).await.status, 404);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        assert!(kari.get(&path).await.says("Har han redningsvest?"));
        kari.post(&path, &[("act", "answer"), ("words", "Ja.")]).await;
        kari.get(&path).await;
        let told = kari.post(&path, &[("act", "refuse"), ("why", "no-room"), ("words", "De ringte.")]).await;
        assert_eq!(told.status, 200, "{}", told.html);
        let page = town.as_person(&case.jon).get(&own_address(&path)).await;
        assert!(page.says("Fiskelaget sa nei") && page.says("De ringte."), "{}", page.html);
    });
}
