//! The board: numbers that age, one tap, and the last place given once.

use testkit::both_databases;

use super::{Night, refused};
use crate::tonight::CHARTER;
use crate::tonight::acts;
use crate::tonight::traits::{Quality, Trait};

#[test]
fn the_last_place_is_given_once_and_the_other_is_told() {
    both_databases(&[&CHARTER], async |town| {
        let night = Night::in_town(&town);
        let place = night.place("Blå hus", 2, 1, &[]);
        let (jon, maria) = (town.person("Jon"), town.person("Maria"));
        let (first, second) = (night.asks(&jon), night.asks(&maria));
        night.give(&first, &place, 1).expect("the first gets it");
        assert_eq!(refused(night.give(&second, &place, 1)), "tonight-full");
        assert_eq!(night.free(&place), 0);
        // Said no to, it is free for the other.
        let wanted = first.clone();
        night.run(&night.as_own(&jon), move |tx, desk| acts::not_safe(tx, desk, &wanted, None)).expect("not safe");
        assert_eq!(night.free(&place), 1);
        night.give(&second, &place, 1).expect("now there is one");
    });
}

#[test]
fn a_place_that_was_not_safe_is_not_given_to_the_same_person_again() {
    both_databases(&[&CHARTER], async |town| {
        let night = Night::in_town(&town);
        let (blue, other) = (night.place("Blå hus", 4, 4, &[]), night.place("Nattrommet", 4, 4, &[]));
        let jon = town.person("Jon");
        let request = night.asks(&jon);
        night.give(&request, &blue, 2).expect("a place");
        let wanted = request.clone();
        night.run(&night.as_own(&jon), move |tx, desk| acts::not_safe(tx, desk, &wanted, Some("Han bor der."))).expect("said");
        assert_eq!(refused(night.give(&request, &blue, 1)), "tonight-unsafe");
        night.give(&request, &other, 1).expect("another place");
        assert_eq!((night.free(&blue), night.free(&other)), (4, 3));
    });
}

#[test]
fn nobody_is_sent_where_the_check_says_no_or_the_doors_are_closed() {
    both_databases(&[&CHARTER], async |town| {
        let night = Night::in_town(&town);
        let place = night.place("Hospitset", 4, 4, &[]);
        let jon = town.person("Jon");
        let request = night.asks(&jon);
        let id = place.clone();
        night.run(&night.as_sara(), move |tx, desk| acts::mark(tx, desk, &id, Quality::Unfit, None, 2)).expect("a mark");
        assert_eq!(refused(night.give(&request, &place, 1)), "tonight-unfit");
        let id = place.clone();
        night.run(&night.as_sara(), move |tx, desk| acts::mark(tx, desk, &id, Quality::Good, None, 3)).expect("a mark");
        let id = place.clone();
        night.run(&night.as_per(), move |tx, desk| acts::close(tx, desk, &id, true, 4)).expect("closed");
        assert_eq!(refused(night.give(&request, &place, 1)), "tonight-place-closed");
    });
}

#[test]
fn a_number_is_confirmed_by_those_who_run_the_place_and_over_the_page_one_has_seen() {
    both_databases(&[&CHARTER], async |town| {
        let night = Night::in_town(&town);
        let place = night.place("Blå hus", 4, 2, &[Trait::OwnRoom]);
        let mo = town.organisation(kernel::persona::OrganisationKind::MoCentre, "MO-senteret");
        let kari = town.employee(&mo, kernel::role::Role::MoNurse, "Kari Nes");
        let as_kari =
            night.ctx(Some((&kari, kernel::role::Role::MoNurse, &mo, kernel::persona::OrganisationKind::MoCentre)), None);
        for (ctx, free, seen, expected) in [
            (&as_kari, 1, 2, Some("tonight-not-theirs")),
            (&night.as_per(), 1, 1, Some("tonight-changed")),
            (&night.as_per(), 5, 2, Some("tonight-more-than-all")),
            (&night.as_per(), 1, 2, None),
            (&night.as_sara(), 3, 3, None),
        ] {
            let id = place.clone();
            let outcome = night.run(ctx, move |tx, desk| acts::confirm(tx, desk, &id, free, 4, seen));
            match expected {
                Some(key) => assert_eq!(refused(outcome), key),
                None => assert_eq!((outcome.is_ok(), night.free(&place)), (true, free)),
            }
        }
    });
}

#[test]
fn a_place_counted_again_after_it_was_given_is_not_given_back_twice() {
    both_databases(&[&CHARTER], async |town| {
        let night = Night::in_town(&town);
        let place = night.place("Blå hus", 4, 2, &[]);
        let jon = town.person("Jon");
        let request = night.asks(&jon);
        night.give(&request, &place, 1).expect("a place");
        town.wait_minutes(60);
        let id = place.clone();
        night.run(&night.as_per(), move |tx, desk| acts::confirm(tx, desk, &id, 2, 4, 3)).expect("counted");
        let (wanted, seen) = (request.clone(), night.version(&request));
        night.run(&night.as_sara(), move |tx, desk| acts::end(tx, desk, &wanted, Some(seen))).expect("over");
        assert_eq!(night.free(&place), 2, "whoever counted has counted it");
    });
}
