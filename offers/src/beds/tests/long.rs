//! What has grown long hides nobody: those whom the ward knows no longer, months of departures, and a board with many units.

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::args;
use platform::charter::Place;
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::door;
use testkit::{Browser, Page, Town, both_databases};

use crate::beds::CHARTER;
use crate::beds::choices::Journey;

/// A ward with one unit, where Anna works.
struct Ward {
    id: OrganisationId,
    anna: AccountId,
    unit: RowId,
}

fn ward(town: &Town) -> Ward {
    let id = town.organisation(OrganisationKind::Detox, "Avrusning");
    let anna = town.employee(&id, Role::DetoxNurse, "Anna Holm");
    let unit = put_unit(town, 1, &id, ("Post A", 0), false);
    Ward { id, anna, unit }
}

impl Ward {
    fn anna(&self, town: &Town) -> Browser {
        town.as_account(&self.anna, Role::DetoxNurse)
    }

    /// What stands here on the pages that many share, for Anna.
    fn panel(&self, town: &Town, place: Place) -> String {
        let mut actor = Actor::visitor();
        (actor.role, actor.account, actor.door) = (Role::DetoxNurse, Some(self.anna.clone()), Door::Full);
        actor.employer = Some(Employer { id: self.id.clone(), name: "Avrusning".into(), kind: None });
        let ctx = Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes());
        let drawn =
            door::view_here(&town.app, &ctx, &CHARTER, |tx, desk| Ok(platform::charter::draw(tx, desk, place, None)?.concat()));
        drawn.unwrap_or_else(|error| panic!("{error:?}"))
    }
}

/// A unit of two places, with so many free.
fn put_unit(town: &Town, number: u128, ward: &OrganisationId, (name, free): (&str, i64), without_referral: bool) -> RowId {
    let (id, ward, name, now) = (RowId::from_bits(number), ward.clone(), name.to_owned(), town.now());
    let unit = id.clone();
    let written = town.app.db().write_here(move |tx| {
        tx.run(
            "INSERT INTO beds_unit (unit_id, organisation_id, kind, name, target, phone, total, free, without_referral_since, version)
             VALUES ($1, $2, 'detox', $3, '', '55 00 00 60', 2, $4, $5, 1)",
            args![&unit, &ward, name.as_str(), free, without_referral.then_some(now)],
        )?;
        Ok(())
    });
    written.expect("a unit");
    id
}

/// Somebody went so many days ago, and nobody has met them.
fn put_gone(town: &Town, number: u128, ward: &Ward, person: &PersonId, (journey, days): (Journey, i64)) {
    let (id, unit, here, person) = (RowId::from_bits(number), ward.unit.clone(), ward.id.clone(), person.clone());
    let went = town.now().plus_days(-days);
    let came = went.plus_days(-7);
    let written = town.app.db().write_here(move |tx| {
        tx.run(
            "INSERT INTO beds_stay (person_id, stay_id, unit_id, organisation_id, area, state, place, turn_at, next_step, asked_at,
               agreed, begun_at, over_at, ended_how, handover, version)
             VALUES ($1, $2, $3, $4, $5, 'ended', $6, $7, 'home', $8, 'person', $9, $10, 'planned', $11, 1)",
            args![&person, &id, &unit, &here, Area::Body.key(), journey.place(), went, came, came, went, journey.key()],
        )?;
        Ok(())
    });
    written.expect("a stay");
}

/// Where a page goes on.
fn next(page: &Page, start: &str) -> Option<String> {
    page.attribute(start).map(|next| next.replace("&#38;", "&").replace("&amp;", "&"))
}

#[test]
fn those_whom_the_ward_knows_no_longer_hide_nobody_who_went_last_night() {
    both_databases(&[&CHARTER], async |town| {
        let ward = ward(&town);
        for number in 1..=30 {
            let person = town.person(&format!("Gjest{number:02}x"));
            put_gone(&town, number, &ward, &person, (Journey::None, 40));
        }
        let (jon, siri) = (town.person("Jon"), town.person("Siri"));
        town.serves(&ward.id, &jon);
        town.serves(&ward.id, &siri);
        put_gone(&town, 90, &ward, &jon, (Journey::None, 1));
        put_gone(&town, 91, &ward, &siri, (Journey::None, 31));
        let today = ward.panel(&town, Place::Today);
        assert!(today.contains("Jon") && !today.contains("Gjest") && !today.contains("Siri"), "{today}");
        let page = ward.anna(&town).get("/inneliggende?vis=dratt").await;
        assert!(page.says("Jon") && !page.says("Gjest") && !page.says("Siri"), "{}", page.html);
        assert_eq!(next(&page, "href=\"/inneliggende?vis=dratt&#38;etter="), None, "and there is no empty page after it");

        // Six whom the ward may not see for another reason: the day looks past them.
        for number in 31..=36 {
            let person = town.person(&format!("Gjest{number:02}x"));
            put_gone(&town, number, &ward, &person, (Journey::None, 0));
        }
        let today = ward.panel(&town, Place::Today);
        assert!(today.contains("Jon") && !today.contains("Gjest"), "{today}");

        town.wait_days(30);
        assert!(!ward.panel(&town, Place::Today).contains("Jon"), "after its days it is on the list no more");
        assert!(!ward.anna(&town).get("/inneliggende?vis=dratt").await.says("Jon"));
    });
}

#[test]
fn departures_are_paged_by_key_with_nobody_asked_first_and_the_last_to_go_on_top() {
    both_databases(&[&CHARTER], async |town| {
        let ward = ward(&town);
        let journeys = [Journey::None, Journey::Offered, Journey::Accepted, Journey::Passed];
        let mut places: Vec<(String, usize)> = Vec::new();
        for days in 0..29 {
            for (place, journey) in journeys.into_iter().enumerate().filter(|(place, _)| days % 2 == 0 || *place != 1) {
                let name = format!("Gjest{place}n{days:02}x");
                let person = town.person(&name);
                town.serves(&ward.id, &person);
                let number = u128::try_from(places.len()).expect("a number") + 1;
                put_gone(&town, number, &ward, &person, (journey, i64::from(days)));
                places.push((name, place));
            }
        }
        let mut anna = ward.anna(&town);
        let (mut path, mut pages, mut read) = ("/inneliggende?vis=dratt".to_owned(), 0, String::new());
        loop {
            let page = anna.get(&path).await;
            pages += 1;
            read.push_str(&page.html);
            match next(&page, "href=\"/inneliggende?vis=dratt&#38;etter=") {
                Some(next) => path = next,
                None => break,
            }
        }
        places.retain(|(_, place)| *place < 3);
        places.sort();
        assert_eq!((places.len(), pages), (73, 3));
        let mut last = 0;
        for (name, _) in &places {
            let found: Vec<usize> = read.match_indices(&format!(">{name}</a>")).map(|(at, _)| at).collect();
            assert_eq!(found.len(), 1, "{name}");
            assert!(found[0] > last, "{name} stands too high");
            last = found[0];
        }
        assert!(!read.contains("Gjest3n"), "whoever was met is on nobody's list");
    });
}

#[test]
fn a_unit_that_takes_people_without_a_referral_is_found_however_many_stand_before_it() {
    both_databases(&[&CHARTER], async |town| {
        let ward = ward(&town);
        for number in 101..=125 {
            put_unit(&town, number, &ward.id, (&format!("Avdeling {number}"), 0), false);
        }
        for number in 201..=222 {
            put_unit(&town, number, &ward.id, (&format!("Egen plass {number}"), 1), true);
        }
        let jon = town.person("Jon");
        let mut jon = town.as_person(&jon);
        let first = jon.get("/plassen").await;
        assert!(first.says("Egen plass 201") && first.says("Egen plass 220") && !first.says("Avdeling 1"), "{}", first.html);
        let path = next(&first, "href=\"/plassen?etter=").expect("it goes on");
        let second = jon.get(&path).await;
        assert!(second.says("Egen plass 222") && !second.says("Egen plass 220"), "{}", second.html);
        assert_eq!(next(&second, "href=\"/plassen?etter="), None);
        let unit = RowId::from_bits(222).to_string();
        let long = jon.post(&path, &[("unit", &unit), ("words", &"for langt ".repeat(200))]).await;
        assert!(long.status == 422 && long.says("Egen plass 222"), "the page one stood on comes back: {}", long.html);
        let asked = jon.post(&path, &[("unit", &unit), ("words", "")]).await;
        assert!(asked.says("Egen plass 222 har fått spørsmålet ditt."), "{}", asked.html);
    });
}

#[test]
fn what_is_free_stands_beside_the_day_and_not_what_is_full() {
    both_databases(&[&CHARTER], async |town| {
        let ward = ward(&town);
        for number in 101..=125 {
            put_unit(&town, number, &ward.id, (&format!("Avdeling {number}"), 0), false);
        }
        put_unit(&town, 201, &ward.id, ("Siste post", 1), false);
        let aside = ward.panel(&town, Place::TodayAside);
        assert!(aside.contains("Siste post") && !aside.contains("Avdeling 1"), "{aside}");
        let full = town.app.db().write_here(|tx| Ok(tx.run("UPDATE beds_unit SET free = $1 WHERE free > 0", args![0_i64])?));
        assert_eq!(full.expect("full"), 1);
        let aside = ward.panel(&town, Place::TodayAside);
        assert!(aside.contains("Avdeling 101") && !aside.contains("Siste post"), "where nothing is free that is said: {aside}");
    });
}
