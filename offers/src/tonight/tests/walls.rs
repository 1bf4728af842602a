//! Who sees what: another organisation sees nothing, a place sees a number, and a protected address stays with the person.

use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::NewPerson;
use platform::ctx::Door;
use platform::error::Error;
use testkit::both_databases;

use super::Night;
use crate::tonight::CHARTER;
use crate::tonight::acts::{self, Draft, For};
use crate::tonight::store::opened;

#[test]
fn another_service_sees_neither_the_request_nor_who_asked() {
    both_databases(&[&CHARTER], async |town| {
        let night = Night::in_town(&town);
        let jon = town.person("Jon");
        let request = night.asks(&jon);
        town.serves(&night.house, &jon);
        for (account, role) in [(&night.per, Role::Housing)] {
            let mut browser = town.as_account(account, role);
            let board = browser.get("/i-natt").await;
            assert!(board.status == 200 && !board.says("Jon"), "{}", board.html);
            assert_eq!(browser.get(&format!("/i-natt/en/{request}")).await.status, 403);
        }
        let elsewhere = town.organisation(OrganisationKind::Nav, "NAV et annet sted");
        let other = town.employee(&elsewhere, Role::Nav, "Lise");
        let mut other = town.as_account(&other, Role::Nav);
        assert_eq!(other.get(&format!("/i-natt/en/{request}")).await.status, 404);
        assert!(!other.get("/i-natt").await.says("Jon"));
        let mut sara = town.as_account(&night.sara, Role::Nav);
        assert!(sara.get("/i-natt").await.says("Jon"));
        assert!(sara.get(&format!("/i-natt/en/{request}")).await.says("Jon"));
    });
}

#[test]
fn a_place_expects_a_number_and_never_a_name() {
    both_databases(&[&CHARTER], async |town| {
        let night = Night::in_town(&town);
        let place = night.place("Blå hus", 4, 2, &[]);
        let jon = town.person("Jon");
        let request = night.asks(&jon);
        night.give(&request, &place, 1).expect("a place");
        let mut per = town.as_account(&night.per, Role::Housing);
        let page = per.get(&format!("/i-natt/sted/{place}")).await;
        assert!(page.says("Tall 1") && !page.says("Jon") && !page.html.contains(jon.as_str()), "{}", page.html);
        let page = per.post(&format!("/i-natt/sted/{place}/lapp"), &[("came", "1")]).await;
        assert!(page.says("Kom i dag"), "{}", page.html);
        let again = per.post(&format!("/i-natt/sted/{place}/lapp"), &[("missed", "1")]).await;
        assert_eq!(again.status, 409, "two at once: the second is told");
        let mut sara = town.as_account(&night.sara, Role::Nav);
        assert!(sara.get(&format!("/i-natt/en/{request}")).await.says("Kom i dag"));
    });
}

#[test]
fn where_somebody_with_a_protected_address_sleeps_is_shown_to_them_alone() {
    both_databases(&[&CHARTER], async |town| {
        let night = Night::in_town(&town);
        let place = night.place("Kvinnehuset", 4, 2, &[]);
        let anna =
            town.person_with(NewPerson { name: Some("Anna".into()), protected_since: Some(town.now()), ..NewPerson::default() });
        let request = night.asks(&anna);
        night.give(&request, &place, 1).expect("a place");
        let mut sara = town.as_account(&night.sara, Role::Nav);
        let one = sara.get(&format!("/i-natt/en/{request}")).await;
        assert!(one.says("Stedet vises ikke her") && !one.says("Kvinnehuset"), "{}", one.html);
        let mut own = town.as_person(&anna);
        assert!(own.get("/i-natt/min").await.says("Kvinnehuset"));
    });
}

#[test]
fn nobody_is_the_holder_of_nothing() {
    both_databases(&[&CHARTER], async |town| {
        let night = Night::in_town(&town);
        let held = |request: &kernel::id::RowId| {
            let wanted = request.clone();
            night.run(&night.as_sara(), move |tx, desk| Ok(acts::open(tx, desk, &wanted)?.1.holder.name)).expect("held")
        };
        // Nobody has said that they are on duty: somebody holds it all the same.
        let (jon, maria, lise) = (town.person("Jon"), town.person("Maria"), town.person("Lise"));
        assert!(!held(&night.asks(&jon)).is_empty());
        let as_guro = night.ctx(Some((&night.guro, Role::Nav, &night.nav, OrganisationKind::Nav)), None);
        night.run(&as_guro, |tx, desk| acts::duty(tx, desk, true)).expect("on duty");
        assert_eq!(held(&night.asks(&maria)), "Guro Nygård");
        town.wait_days(2);
        let sara = night.sara.clone();
        let nav = night.nav.clone();
        night
            .run(&night.as_sara(), move |tx, desk| {
                super::super::store::desk::set_default(tx, &desk.app().config().municipality, &nav, &sara)
            })
            .expect("a default");
        assert_eq!(held(&night.asks(&lise)), "Sara Berg", "when no duty runs, the default holds it");
    });
}

#[test]
fn whoever_asks_for_another_is_told_the_same_whether_it_was_asked_before_or_not() {
    both_databases(&[&CHARTER], async |town| {
        let night = Night::in_town(&town);
        let jon = town.person("Jon");
        town.serves(&night.house, &jon);
        for first in [true, false] {
            let person = jon.clone();
            let told = night.run(&night.as_per(), move |tx, desk| acts::ask(tx, desk, &Draft::default(), For::Known(&person)));
            let told = told.expect("told");
            assert_eq!((told.request.is_some(), told.office.as_str()), (first, "NAV"));
        }
    });
}

#[test]
fn the_code_of_another_answer_does_not_tell_where_somebody_sleeps() {
    both_databases(&[&CHARTER], async |town| {
        let night = Night::in_town(&town);
        let place = night.place("Blå hus", 4, 2, &[]);
        let jon = town.person("Jon");
        let request = night.asks(&jon);
        night.give(&request, &place, 1).expect("a place");
        // A session as another part's code opens it, and then one that was opened here.
        let mut ctx = night.as_own(&jon);
        ctx.actor.door = Door::Code;
        ctx.actor.session = Some(b"a session".to_vec());
        let opens = |ctx: &platform::ctx::Ctx| night.run(ctx, |tx, desk| acts::own(tx, desk).map(drop));
        assert!(matches!(opens(&ctx), Err(Error::Missing)));
        let wanted = request.clone();
        assert!(night.run(&ctx, move |tx, desk| acts::yes(tx, desk, &wanted)).is_err());
        let person = jon.clone();
        night
            .run(&ctx, move |tx, desk| {
                desk.note_nobody();
                opened::note(tx, &person, b"a session")
            })
            .expect("opened here");
        assert!(opens(&ctx).is_ok());
    });
}
