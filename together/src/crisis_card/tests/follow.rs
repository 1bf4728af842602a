use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::Place;
use testkit::{Page, both_databases, on_sqlite};

use super::{CATALOGUE, CHARTER, Eyes, case, panels};

fn path(page: &Page) -> String {
    page.location.clone().expect("a redirect to the follow-up")
}

#[test]
fn a_worry_has_one_named_holder_until_somebody_says_yes_and_it_is_done() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let worry = format!("/folk/{}/bekymret", case.jon);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let form = kari.get(&worry).await;
        assert!(form.says("Ring 113") && form.says("Ta kontakt senest i morgen kl. 10.00."), "{}", form.html);
        assert!(!form.html.contains("<textarea"), "no free text, no score");
        let nothing = kari.post(&worry, &[]).await;
        assert!(nothing.status == 422 && nothing.says("Velg en av dem."), "{}", nothing.html);
        let begun = kari.post(&worry, &[("cause", "concern")]).await;
        assert!(begun.says("Kari Nes følger opp."), "{}", begun.html);
        let follow = path(&begun);
        kari.get(&worry).await;
        let twice = kari.post(&worry, &[("cause", "concern")]).await;
        assert!(twice.status == 409 && twice.says("En hos dere følger opp dette nå."), "{}", twice.html);

        // The person sees that somebody follows up, who, and by when.
        let home = panels(&town, Some(&case.jon), &Eyes::Own, Place::Home);
        assert!(home.contains("Kari Nes, MO-senteret, er bekymret for deg."), "{home}");
        assert!(home.contains("Du hører fra dem senest i morgen kl. 10.00.") && home.contains("55 00 00 01"), "{home}");

        // Asked, and until Siri says yes it is Kari's.
        kari.get(&follow).await;
        let asked = kari.post(&follow, &[("act", "ask"), ("who", case.siri.as_str())]).await;
        assert!(asked.says("Siri Lund er spurt om å ta over.") && asked.says("Kari Nes følger opp."), "{}", asked.html);
        let siri_eyes = Eyes::Staff(&case.siri, &case.centre, Role::MoNurse);
        let today = panels(&town, None, &siri_eyes, Place::Today);
        assert!(today.contains("Jon") && today.contains("Du er spurt om å ta over"), "{today}");
        let mut siri = town.as_account(&case.siri, Role::MoNurse);
        siri.get(&follow).await;
        let taken = siri.post(&follow, &[("act", "yes")]).await;
        assert!(taken.says("Siri Lund følger opp."), "{}", taken.html);
        kari.get(&follow).await;
        let late_kari = kari.post(&follow, &[("act", "tried")]).await;
        assert!(late_kari.status == 409 && late_kari.says("En kollega har tatt over dette."), "{}", late_kari.html);

        // Not reached is no ending.
        siri.get(&follow).await;
        siri.post(&follow, &[("act", "tried")]).await;
        assert!(panels(&town, None, &siri_eyes, Place::Today).contains("Du følger opp"));
        let open = siri.post(&follow, &[("act", "end")]).await;
        assert_eq!(open.status, 422, "how it went has to be said");
        let done = siri.post(&follow, &[("act", "end"), ("outcome", "talked")]).await;
        assert!(done.says("Vi har snakket sammen") && done.says("Siri Lund avsluttet"), "{}", done.html);
        assert_eq!(panels(&town, None, &siri_eyes, Place::Today), "");
        assert_eq!(panels(&town, Some(&case.jon), &Eyes::Own, Place::Home), "");
        let facts: Vec<String> = town.rows("fact").iter().map(|row| row.text(1).expect("a kind").to_owned()).collect();
        assert_eq!(facts, ["FollowUpBegun", "FollowUpEnded"]);
        assert_eq!(town.rows("crisis_card_hand_over").len(), 5, "began, offered, held, tried, ended");
    });
}

#[test]
fn what_lies_past_its_time_is_seen_by_all_colleagues_and_taken() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let worry = format!("/folk/{}/bekymret", case.jon);
        kari.get(&worry).await;
        let follow = path(&kari.post(&worry, &[("cause", "overdose")]).await);
        let siri_eyes = Eyes::Staff(&case.siri, &case.centre, Role::MoNurse);
        assert_eq!(panels(&town, None, &siri_eyes, Place::Today), "", "in good hands");
        town.wait_days(2);
        let today = panels(&town, None, &siri_eyes, Place::Today);
        assert!(today.contains("Ingen har tatt det i tide") && today.contains("Skulle vært gjort"), "{today}");
        let home = panels(&town, Some(&case.jon), &Eyes::Own, Place::Home);
        assert!(home.contains("Det er vår feil."), "{home}");
        let mut siri = town.as_account(&case.siri, Role::MoNurse);
        assert!(siri.get(&follow).await.says("Jeg tar det"));
        let taken = siri.post(&follow, &[("act", "take")]).await;
        assert!(taken.says("Siri Lund følger opp."), "{}", taken.html);
    });
}

#[test]
fn other_places_volunteers_and_relatives_neither_see_nor_hold_it() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let worry = format!("/folk/{}/bekymret", case.jon);
        kari.get(&worry).await;
        let follow = path(&kari.post(&worry, &[("cause", "concern")]).await);

        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let sara = town.employee(&nav, Role::Nav, "Sara Berg");
        town.serves(&nav, &case.jon);
        let mut sara_here = town.as_account(&sara, Role::Nav);
        assert_eq!(sara_here.get(&follow).await.status, 404, "another place does not see it");
        let aside = panels(&town, Some(&case.jon), &Eyes::Staff(&sara, &nav, Role::Nav), Place::OnePersonAside);
        assert!(aside.contains("Jeg er bekymret for liv") && !aside.contains("Kari Nes"), "{aside}");
        sara_here.get(&worry).await;
        let asked = sara_here.post(&follow, &[("act", "take")]).await;
        assert_eq!(asked.status, 404);

        let club = town.organisation(OrganisationKind::Voluntary, "Kafeen");
        let per = town.employee(&club, Role::Volunteer, "Per");
        let _grant = town.share(&case.jon, &club, &[kernel::area::Area::Safety]);
        let mut per_here = town.as_account(&per, Role::Volunteer);
        let page = per_here.get(&worry).await;
        assert!(page.status == 200 && page.says("Ring 113 ved fare for liv") && !page.says("name=\"cause\""), "{}", page.html);
        let refused = per_here.post(&worry, &[("cause", "concern")]).await;
        assert_eq!(refused.status, 409, "{}", refused.html);

        let other = town.organisation(OrganisationKind::Dental, "Tannklinikken");
        let tann = town.employee(&other, Role::Dental, "Tor");
        let denied = town.as_account(&tann, Role::Dental).get(&worry).await;
        assert_ne!(denied.status, 200, "no relation, no grant: {}", denied.html);
    });
}

#[test]
fn another_part_hands_over_an_overdose_in_its_own_commit() {
    on_sqlite(CATALOGUE, &async |town| {
        let case = case(&town);
        let mut actor = platform::ctx::Actor::visitor();
        (actor.role, actor.door, actor.account) = (Role::MoNurse, platform::ctx::Door::Full, Some(case.kari.clone()));
        let employer = platform::ctx::Employer { id: case.centre.clone(), name: "MO-senteret".into(), kind: None };
        actor.employer = Some(employer);
        let ctx = platform::ctx::Ctx::new(town.now(), kernel::language::Language::Nb, actor, town.app.source().bytes());
        let hand_over = |cause: &'static str| {
            let person = case.jon.clone();
            platform::door::execute_here(&town.app, &ctx, &CHARTER, "hand-over", move |tx, desk| {
                let permit = desk.person(tx, &person)?;
                let accept = CHARTER.accepts.first().expect("it takes follow-ups");
                (accept.take)(tx, desk, &permit, &serde_json::json!({ "cause": cause }))
            })
        };
        let first = hand_over("overdose").expect("a follow-up");
        assert_eq!(hand_over("overdose").expect("the same one"), first);
        assert!(hand_over("score").is_err(), "a cause that is not ours");
        assert_eq!(town.rows("crisis_card_follow_up").len(), 1);
        let home = panels(&town, Some(&case.jon), &Eyes::Own, Place::Home);
        assert!(home.contains("Kari Nes, MO-senteret, følger deg opp etter overdosen."), "{home}");
    });
}
