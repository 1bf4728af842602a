//! Somebody closes the account: for thirty days they can change their mind, and then nothing is left of them.

use testkit::both_databases;

#[test]
fn whoever_closed_the_account_is_gone_on_the_day_and_whoever_opened_it_again_stays() {
    let catalogue = app::catalogue();
    both_databases(&catalogue, async |town| {
        let (gone, back) = (town.person("Siv"), town.person("Leif"));
        for person in [&gone, &back] {
            let mut own = town.as_person(person);
            own.get("/meg/avslutt").await;
            assert_eq!(own.post_only("/meg/avslutt", &[]).await.status, 303);
        }
        assert_eq!(town.rows("erasure").len(), 2, "lined up");
        town.wait_days(29);
        town.run_jobs();
        let mut own = town.as_person(&back);
        own.get("/meg/avslutt").await;
        assert_eq!(own.post_only("/meg/apne", &[]).await.status, 303);
        assert_eq!(town.rows("erasure").len(), 1, "taken back");
        assert!(town.tables_with(gone.as_str()).contains(&"person".to_owned()), "not a day too early");
        town.wait_days(2);
        town.run_jobs();
        let left = town.tables_with(gone.as_str());
        assert!(left.iter().all(|table| !["person", "erasure", "people_closing"].contains(&table.as_str())), "{left:?}");
        assert!(town.app.keys().find(&gone).is_ok_and(|key| key.is_none()), "the key is destroyed");
        assert!(town.as_person(&back).get("/meg").await.says("value=\"Leif\""), "as it was");
    });
}
