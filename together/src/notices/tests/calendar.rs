//! The calendar's own address: shown once, kept as a hash, gone when it is taken back.

use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::charter::{CalendarEntry, Charter};
use platform::db::Tx;
use platform::error::Error;
use testkit::both_databases;

/// A part with one time for whoever asks.
static TIMES: Charter = Charter { key: "times", calendar: Some(times), ..Charter::BLANK };

fn times(_: &mut Tx<'_>, desk: &Desk<'_>, own: Option<&Permit>) -> Result<Vec<CalendarEntry>, Error> {
    let id = own.map_or("staff", |own| own.person().as_str()).to_owned();
    let starts = Timestamp::parse("2026-11-24T09:30:00Z").ok_or(Error::Missing)?;
    assert!(own.is_some() || desk.ctx().actor.account.is_some());
    Ok(vec![CalendarEntry { id, sequence: 0, starts, minutes: 30, cancelled: false, place: None }])
}

static CATALOGUE: &[&Charter] = &[&TIMES, &crate::notices::CHARTER];

#[test]
fn a_calendar_holds_bare_times_and_its_address_can_be_taken_back() {
    both_databases(CATALOGUE, async |town| {
        let jon = town.person("Jon Sortland");
        let mut browser = town.as_person(&jon);
        assert!(browser.get("/varsling").await.says("Lag en kalenderlenke"), "off until asked for");
        let made = browser.post("/varsling/kalender", &[]).await;
        let link = made.html.split("<code>").nth(1).and_then(|rest| rest.split("</code>").next()).expect("a link").to_owned();
        let path = link.strip_prefix("http://localhost").expect("ours").to_owned();
        assert!(!browser.get("/varsling").await.html.contains(&path), "shown once");
        assert!(town.tables_with(path.trim_start_matches("/kalender/").trim_end_matches(".ics")).is_empty(), "kept as a hash");
        let file = town.visitor().get(&path).await;
        assert_eq!((file.status, file.headers["content-type"].to_str().expect("text")), (200, "text/calendar; charset=utf-8"));
        assert!(
            file.html.contains("SUMMARY:Avtale\r\n") && file.html.contains("DTSTART;TZID=Europe/Oslo:20261124T103000"),
            "{}",
            file.html
        );
        assert!(!file.html.contains("Jon") && !file.html.contains(jon.as_str()), "{}", file.html);
        browser.get("/varsling").await;
        let again = browser.post("/varsling/kalender", &[]).await;
        assert!(again.html.contains("/kalender/") && !again.html.contains(&path));
        assert_eq!(town.visitor().get(&path).await.status, 404, "a new address ends the old one");
        browser.post("/varsling/kalender/bort", &[]).await;
        let gone =
            again.html.split("<code>http://localhost").nth(1).and_then(|rest| rest.split("</code>").next()).expect("a link");
        let gone = town.visitor().get(gone).await;
        let never = town.visitor().get(&format!("/kalender/{}.ics", "0".repeat(64))).await;
        assert_eq!((gone.status, gone.html.len()), (404, never.html.len()), "it answers like one that never was");
    });
}

#[test]
fn an_employees_calendar_ends_with_the_work() {
    both_databases(CATALOGUE, async |town| {
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let nurse = town.employee(&centre, Role::MoNurse, "Kari Nes");
        let mut browser = town.as_account(&nurse, Role::MoNurse);
        browser.get("/varsling").await;
        let made = browser.post("/varsling/kalender", &[]).await;
        let path = made
            .html
            .split("<code>http://localhost")
            .nth(1)
            .and_then(|rest| rest.split("</code>").next())
            .expect("a link")
            .to_owned();
        let file = town.visitor().get(&path).await;
        assert!(file.html.contains("SUMMARY:Avtale – se tjenesten\r\n") && !file.html.contains("Kari"), "{}", file.html);
        let (account, now) = (nurse.clone(), town.now());
        let ended = town.app.db().write_here(move |tx| {
            tx.run("UPDATE account SET ended_at = $1 WHERE account_id = $2", platform::args![now, &account])?;
            Ok(())
        });
        ended.expect("ended");
        assert_eq!(town.visitor().get(&path).await.status, 404);
    });
}
