//! Who does not see what: every wall, at the next request.

use kernel::area::Area;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::NewPerson;
use platform::args;
use testkit::{Town, both_databases};

use super::town::{CATALOGUE, around, asked, begun, theirs, withdraw, write};
use crate::messages::CHARTER;

#[test]
fn a_grant_that_ends_closes_an_open_thread_at_the_next_request() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut kari) = (town.as_person(&around.jon), town.as_account(&around.kari, Role::MoNurse));
        let thread = begun(&mut jon, &around.kari, "Bare til dere som ser bolig.").await;
        let at_kari = theirs(&around.jon, &thread);
        assert!(write(&mut kari, &at_kari, "Jeg er med.").await.says("Jeg er med."));
        withdraw(&town, &around.jon, &around.grant);
        town.wait_minutes(1);
        let late = kari.post(&at_kari, &[("words", "Dette skal ikke fram")]).await;
        assert_eq!(late.status, 403, "also for those who have written in it: {}", late.html);
        assert!(!late.says("Bare til dere") && !late.says("Visning"));
        let closed = kari.get(&at_kari).await;
        let nothing = kari.get(&format!("/beskjeder/{}/{}", around.jon, "0".repeat(32))).await;
        assert_eq!((closed.status, nothing.status), (403, 403));
        assert_eq!(texts(&closed.html), texts(&nothing.html), "closed and never there look the same");
        let list = kari.get(&format!("/beskjeder/{}", around.jon)).await;
        assert!(!list.says("Visning"), "{}", list.html);
        kari.get(&format!("/beskjeder/{}", around.jon)).await;
        let sought = kari.post(&format!("/beskjeder/{}/sok", around.jon), &[("sok", "bolig")]).await;
        assert!(!sought.says("Bare til dere"), "{}", sought.html);
        assert!(jon.get(&thread).await.says("Jeg er med."), "what was written stays with the person");
        assert!(!jon.get("/meldinger/ny").await.says("Kari Nes, MO"), "and she is nobody to write to now");
    });
}

/// The text of a page without what differs from request to request.
fn texts(html: &str) -> String {
    let main = html.split("<main").nth(1).unwrap_or_default();
    main.split("</main>").next().unwrap_or_default().split("value=\"").next().unwrap_or_default().to_owned()
}

#[test]
fn blocked_closed_and_never_shared_see_nothing() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut jon = town.as_person(&around.jon);
        let thread = begun(&mut jon, &around.kari, "Hemmelig").await;
        let path = theirs(&around.jon, &thread);
        assert_eq!(town.as_account(&around.sara, Role::Nav).get(&path).await.status, 403, "a service without a grant");
        let elsewhere = town.organisation(OrganisationKind::Housing, "Boligteamet");
        let stranger = town.employee(&elsewhere, Role::Housing, "Per Lie");
        assert_eq!(town.as_account(&stranger, Role::Housing).get(&path).await.status, 403, "somebody without a relation");
        let leader = town.employee(&around.centre, Role::Leader, "Inger Haug");
        assert_eq!(town.as_account(&leader, Role::Leader).get(&path).await.status, 403, "those who lead");
        let colleague = town.employee(&around.centre, Role::MoNurse, "Aksel Bru");
        let seen = town.as_account(&colleague, Role::MoNurse).get(&path).await;
        assert!(seen.says("Hemmelig"), "a colleague whose workplace sees the area reads along: {}", seen.html);
        let mut maria = town.as_person(&town.person("Maria"));
        assert_eq!(maria.get(&thread).await.status, 404, "another person's thread is not there");

        let (person, account, now) = (around.jon.clone(), around.kari.clone(), town.now());
        let blocked = town.app.db().write_here(move |tx| {
            tx.run(
                "INSERT INTO access_block (person_id, block_id, account_id, blocked_at) VALUES ($1, $2, $3, $4)",
                args![&person, "b".repeat(32), &account, now],
            )?;
            Ok(())
        });
        blocked.expect("a block");
        assert_eq!(town.as_account(&around.kari, Role::MoNurse).get(&path).await.status, 403, "blocked");
        assert!(town.as_account(&colleague, Role::MoNurse).get(&path).await.says("Hemmelig"), "a block is for one");

        let (person, areas) = (around.jon.clone(), kernel::area::Areas::NONE.with(Area::Housing));
        let closed = town.app.db().write_here(move |tx| {
            tx.run("UPDATE person SET closed_areas = $1 WHERE person_id = $2", args![areas.bits(), &person])?;
            Ok(())
        });
        closed.expect("an area is closed");
        assert_eq!(town.as_account(&colleague, Role::MoNurse).get(&path).await.status, 403, "closed to everyone");
        assert!(jon.get(&thread).await.says("Hemmelig"));
    });
}

#[test]
fn a_relative_sees_only_threads_they_were_taken_into() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let hanne = town.relative();
        let grant = town.share_with(&around.jon, &hanne, &[Area::Housing]);
        let named = grant.clone();
        let (person, key) = (around.jon.clone(), town.app.keys().find(&around.jon).expect("keys").expect("a key"));
        let sealed = key.seal(platform::keys::Cell::new("access_grant", named.as_str(), "receiver_name"), "Hanne, søstera mi");
        let sealed = sealed.expect("sealed");
        let called = town.app.db().write_here(move |tx| {
            tx.run(
                "UPDATE access_grant SET receiver_name = $1 WHERE person_id = $2 AND grant_id = $3",
                args![sealed.clone(), &person, &named],
            )?;
            Ok(())
        });
        called.expect("a name");
        let (mut jon, mut sister) = (town.as_person(&around.jon), town.as_account(&hanne, Role::NextOfKin));
        let thread = begun(&mut jon, &around.kari, "Ikke til søstera mi").await;
        let path = theirs(&around.jon, &thread);
        assert_eq!(sister.get(&path).await.status, 403, "sharing an area is not handing over one's letters");
        assert!(!sister.get(&format!("/beskjeder/{}", around.jon)).await.says("Visning"));
        jon.get(&format!("{thread}/flere")).await;
        jon.post(&format!("{thread}/flere"), &[("til", hanne.as_str())]).await;
        assert!(sister.get(&path).await.says("Ikke til søstera mi"));
        let answered = write(&mut sister, &path, "Hei, bror").await;
        assert!(answered.says("Hei, bror") && !answered.says("Jeg ønsker svar"), "{}", answered.html);
        let page = jon.get(&thread).await;
        assert!(page.says("Hanne, søstera mi · I dag") && page.says("Lest av Hanne, søstera mi"), "{}", page.html);
        assert_eq!(sister.get(&format!("/beskjeder/{}/ny", around.jon)).await.status, 403);
        withdraw(&town, &around.jon, &grant);
        assert_eq!(sister.get(&path).await.status, 403);
    });
}

#[test]
fn the_young_write_themselves_and_nobody_reads_for_them_by_a_share() {
    both_databases(CATALOGUE, async |town: Town| {
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
        let young = NewPerson { name: Some("Ida".into()), birth_year: Some(2012), ..NewPerson::default() };
        let ida = town.person_with(young);
        let mother = town.relative();
        town.serves(&centre, &ida);
        town.duty(&centre, &ida, Some(&kari), platform::access::relations::Duty::Contact);
        let _staff = town.share(&ida, &centre, &[Area::Safety]);
        let _kin = town.share_with(&ida, &mother, &[Area::Safety]);
        let page = town.as_person(&ida).get("/meldinger/ny").await;
        assert_eq!(page.status, 200);
        let mut nurse = town.as_account(&kari, Role::MoNurse);
        let at_nurse = nurse.get(&format!("/beskjeder/{ida}/ny")).await;
        // Whatever the kernel decides about the young holds here, on both sides alike.
        assert_eq!(
            page.says("Kari Nes, MO-senteret"),
            at_nurse.status == 200 && at_nurse.says("Trygghet"),
            "{} {}",
            page.html,
            at_nurse.html
        );
        assert!(!town.as_account(&mother, Role::NextOfKin).get(&format!("/beskjeder/{ida}")).await.says("Timen din"));
    });
}

#[test]
fn an_emergency_does_not_open_letters() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut kari) = (town.as_person(&around.jon), town.as_account(&around.kari, Role::MoNurse));
        let at_kari = asked(&mut kari, &around.jon, "Kan du komme?").await;
        let clinic = town.organisation(OrganisationKind::TsbClinic, "Klinikken");
        let maja = town.employee(&clinic, Role::Tsb, "Maja Ruud");
        let (person, account, now) = (around.jon.clone(), maja.clone(), town.now());
        let key = town.app.keys().find(&around.jon).expect("keys").expect("a key");
        let reason =
            key.seal(platform::keys::Cell::new("access_emergency", &"e".repeat(32), "reason"), "Bevisstløs").expect("sealed");
        let opened = town.app.db().write_here(move |tx| {
            tx.run(
                "INSERT INTO access_emergency (person_id, emergency_id, account_id, reason, opened_at, until_at, review_due_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                args![&person, "e".repeat(32), &account, reason.clone(), now, now.plus_minutes(120), now.plus_days(1)],
            )?;
            Ok(())
        });
        opened.expect("an emergency");
        let mut maja = town.as_account(&maja, Role::Tsb);
        assert_eq!(maja.get(&at_kari).await.status, 403);
        assert!(!maja.get(&format!("/beskjeder/{}", around.jon)).await.says("Timen din"));
        assert!(jon.get("/meldinger").await.says("Timen din"));
    });
}

#[test]
fn everyone_a_person_can_share_with_may_come_and_nobody_else() {
    use kernel::class::Class;
    let route = CHARTER.routes.iter().find(|route| route.path == "/beskjeder/{person}/{thread}").expect("the route");
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Person) {
        let may = kernel::access::role_may_ever(role, Class::Own);
        assert_eq!(route.who.admits(role, platform::ctx::Door::Full), may, "{}", role.key());
    }
}

#[test]
fn what_is_kept_is_declared() {
    for table in CHARTER.tables.iter().filter(|table| table.personal) {
        assert!(CHARTER.retention.iter().any(|kept| kept.table == table.name), "{}", table.name);
    }
}
