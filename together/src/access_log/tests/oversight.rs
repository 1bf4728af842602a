//! Counts that are worth a question: facts about employees, nothing about persons.

use kernel::role::Role;
use platform::audit;
use testkit::{Town, both_databases};

use super::town::{CATALOGUE, around, look};

fn seal(town: &Town) {
    while audit::seal_waiting(town.app.db(), town.app.master(), town.app.node(), town.now()).expect("sealed").lines > 0 {}
}

#[test]
fn counts_over_a_limit_are_shown_without_persons_and_once_each() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        // A list of two is a list; each look below is at one.
        town.serves(&around.practice, &town.person("Maria"));
        // From ten in the evening, by the clock on the wall.
        town.wait_minutes(12 * 60);
        let mut gp = town.as_account(&around.gp, Role::Gp);
        for _ in 0..21 {
            town.wait_minutes(1);
            look(&mut gp, &around.jon).await;
        }
        gp.get("/folk").await;
        let nav = town.organisation(kernel::persona::OrganisationKind::Nav, "NAV Sentrum");
        let sara = town.employee(&nav, Role::Nav, "Sara Berg");
        for _ in 0..6 {
            town.wait_minutes(1);
            look(&mut town.as_account(&sara, Role::Nav), &around.jon).await;
        }
        let mut contact = town.as_account(&around.privacy, Role::PrivacyContact);
        assert!(contact.get("/sporsmal").await.says("Ingenting skiller seg ut."), "nothing is counted before it is sealed");
        seal(&town);
        town.run_jobs();
        let page = contact.get("/sporsmal").await;
        for said in ["Så på samme person", "21 ganger uten å skrive noe", "21 oppslag om natta", "Prøvde å se noe 6 ganger"]
        {
            assert!(page.says(said), "{said}: {}", page.html);
        }
        let key = town.app.keys().find(&around.jon).expect("the store answers").expect("a key");
        for hidden in ["Jon", around.jon.as_str(), key.subject().as_str(), "Kroppen"] {
            assert!(!page.says(hidden), "{hidden} is content");
        }
        assert_eq!(town.tables_with(&key.subject()), ["audit_line"], "the count keeps no name of the log's");
        town.wait_minutes(16);
        town.run_jobs();
        assert!(contact.get("/sporsmal").await.says("21 oppslag om natta"), "a line is counted once");
        let asked = contact.post("/sporsmal", &[("ansatt", around.gp.as_str()), ("slag", "night")]).await;
        assert!(asked.says("Du spurte i dag"), "{}", asked.html);
        assert_eq!(contact.post("/sporsmal", &[("ansatt", sara.as_str()), ("slag", "night")]).await.status, 404);
        town.wait_days(8);
        let mut contact = town.as_account(&around.privacy, Role::PrivacyContact);
        assert!(contact.get("/sporsmal").await.says("Ingenting skiller seg ut."), "a week is looked at together");
        town.wait_days(24);
        town.run_jobs();
        assert!(town.rows("access_log_tally").is_empty() && town.rows("access_log_spoken").is_empty());
    });
}

#[test]
fn counts_under_a_limit_are_nobodys_business() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        town.wait_minutes(12 * 60);
        let nav = town.organisation(kernel::persona::OrganisationKind::Nav, "NAV Sentrum");
        let sara = town.employee(&nav, Role::Nav, "Sara Berg");
        for account in [(&around.gp, Role::Gp), (&sara, Role::Nav)] {
            for _ in 0..5 {
                town.wait_minutes(1);
                look(&mut town.as_account(account.0, account.1), &around.jon).await;
            }
        }
        seal(&town);
        town.run_jobs();
        assert_eq!(town.rows("access_log_tally").len(), 2, "both are counted");
        let mut contact = town.as_account(&around.privacy, Role::PrivacyContact);
        let page = contact.get("/sporsmal").await;
        assert!(page.says("Ingenting skiller seg ut."), "five is the limit and not over it: {}", page.html);
    });
}
