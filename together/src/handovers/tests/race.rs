//! Two at the receiving centre say yes in the same second.

use kernel::role::Role;
use testkit::both_databases;

use super::town::{CATALOGUE, agreed, case, offered};

#[test]
fn two_who_take_one_baton_at_once_one_wins_and_the_other_is_told() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let path = offered(&town, &case, &mut anna).await;
        agreed(&mut town.as_person(&case.aase), &path).await;
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let mut siri = town.as_account(&case.siri, Role::MoNurse);
        let page = kari.get(&path).await;
        let round = page.attribute("name=\"round\" value=\"").expect("an offer");
        siri.get(&path).await;
        let fields = [("act", "accept"), ("round", round.as_str())];
        let (first, second) = testkit::at_once(kari.post_only(&path, &fields), siri.post_only(&path, &fields)).await;
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409], "{} {}", first.html, second.html);
        let loser = if first.status == 409 { &first } else { &second };
        assert!(loser.says("En annen har sagt ja alt.") && loser.says("Du trenger ikke gjøre noe."), "{}", loser.html);
        let won = if first.status == 303 { "Kari Nes" } else { "Siri Lund" };
        assert!(anna.get(&path).await.says(&format!("{won}, MO-senteret, har sagt ja.")));
        let baton = town.rows("handovers_baton");
        assert_eq!(baton.len(), 1, "one baton");
        let yeses = town.rows("handovers_event").iter().filter(|row| row.text(3).is_ok_and(|what| what == "accepted")).count();
        assert_eq!(yeses, 1, "one yes");
    });
}

#[test]
fn a_yes_and_a_withdrawal_at_once_end_with_the_sender_or_the_person_decides_next() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let path = offered(&town, &case, &mut anna).await;
        let mut aase = town.as_person(&case.aase);
        agreed(&mut aase, &path).await;
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let page = kari.get(&path).await;
        let round = page.attribute("name=\"round\" value=\"").expect("an offer");
        let own = super::town::own_path(&path);
        aase.get(&own).await;
        let accept = [("act", "accept"), ("round", round.as_str())];
        let stop = [("act", "stop")];
        let (_, stopped) = testkit::at_once(kari.post_only(&path, &accept), aase.post_only(&own, &stop)).await;
        assert_eq!(stopped.status, 303, "the person's no always counts: {}", stopped.html);
        let page = anna.get(&path).await;
        assert!(page.says("Personen vil ikke vise det til"), "{}", page.html);
        assert_ne!(kari.get(&path).await.status, 200, "closed at the next request");
        assert!(aase.get(&own).await.says("Anna Holm, Avrusning, har ansvar for deg"));
    });
}
