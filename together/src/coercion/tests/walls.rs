//! Nobody but the person and the place that recorded it, whatever is shared and whatever is opened in an emergency.

use kernel::area::Area;
use kernel::id::AccountId;
use kernel::persona::{OrganisationKind, Persona};
use kernel::role::Role;
use platform::args;
use platform::charter::{Charter, PanelAsk, Place};
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::door;
use testkit::{Town, both_databases};

use super::whole::{Case, case, recorded};
use crate::coercion::CHARTER;

const CATALOGUE: &[&Charter] = &[&CHARTER];

/// An emergency opened by this very employee.
fn emergency(town: &Town, case: &Case, account: &AccountId) {
    let (jon, account, now) = (case.jon.clone(), account.clone(), town.now());
    let key = town.app.keys().find(&jon).expect("the key store").expect("a key");
    let id = kernel::id::hex(town.app.source().id_bits());
    let reason = key.seal(platform::keys::Cell::new("access_emergency", &id, "reason"), "Fant ham bevisstløs").expect("sealed");
    let opened = town.app.db().write_here(move |tx| {
        tx.run(
            "INSERT INTO access_emergency (person_id, emergency_id, account_id, reason, opened_at, until_at, review_due_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![&jon, id.as_str(), &account, reason.clone(), now, now.plus_minutes(240), now.plus_days(1)],
        )?;
        Ok(())
    });
    opened.unwrap_or_else(|error| panic!("{error:?}"));
}

#[test]
fn no_role_elsewhere_reads_it_with_everything_shared_and_an_emergency_open() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let one = recorded(&town, &case).await.location.expect("the decision");
        let pages = [one, format!("/folk/{}/vedtak", case.jon), "/vedtak".to_owned()];
        for persona in Persona::ALL.into_iter().filter(|persona| persona.organisation.is_some()) {
            let kind = persona.organisation.expect("a workplace");
            let place = town.organisation(kind, "Et annet sted");
            let account = town.employee(&place, persona.role, "En annen");
            town.serves(&place, &case.jon);
            let _grant = town.share(&case.jon, &place, &Area::ALL);
            let _own = town.share_with(&case.jon, &account, &Area::ALL);
            emergency(&town, &case, &account);
            let mut browser = town.as_account(&account, persona.role);
            for path in &pages {
                let page = browser.get(path).await;
                assert!(!page.says("26-114") && !page.says("§ 10-2"), "{} at {path}: {}", persona.key, page.html);
                assert!(page.status != 200 || !page.says("Anna Holm"), "{} at {path}", persona.key);
            }
        }
        // Colleagues on the very same ward, in another role, do not either.
        for role in [Role::MoNurse, Role::Coordinator, Role::Leader, Role::Admin, Role::PrivacyContact, Role::Volunteer] {
            let colleague = town.employee(&case.ward, role, "En kollega");
            let mut browser = town.as_account(&colleague, role);
            for path in &pages {
                assert!(browser.get(path).await.status >= 400, "{role:?} at {path}");
            }
        }
        let kin = town.relative();
        let _grant = town.share_with(&case.jon, &kin, &Area::ALL);
        for path in &pages {
            assert!(town.as_account(&kin, Role::NextOfKin).get(path).await.status >= 400);
        }
        let siri = town.person("Siri");
        assert!(!town.as_person(&siri).get("/vedtak").await.says("26-114"), "nobody else's");
    });
}

#[test]
fn when_the_ward_no_longer_serves_the_person_only_the_person_reads_it() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let one = recorded(&town, &case).await.location.expect("the decision");
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        assert_eq!(anna.get(&one).await.status, 200);
        let now = town.now();
        let ended = town.app.db().write_here(move |tx| {
            tx.run("UPDATE access_relation SET ended_at = $1", args![now])?;
            Ok(())
        });
        ended.unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(anna.get(&one).await.status, 403);
        let list = anna.get("/vedtak").await;
        assert!(list.says("1 gjelder personer dere ikke hjelper lenger.") && !list.says("Jon"), "{}", list.html);
        assert!(town.as_person(&case.jon).get("/vedtak").await.says("26-114"));
    });
}

#[test]
fn shared_pages_tell_nothing_to_anyone_but_the_person() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let drawn = |role: Role, account: Option<&AccountId>, place: Place| {
            let mut actor = Actor::visitor();
            (actor.role, actor.door, actor.account) = (role, Door::Full, account.cloned());
            actor.person = (role == Role::Person).then(|| case.jon.clone());
            actor.employer = account.map(|_| Employer { id: case.ward.clone(), name: "Avrusning".into(), kind: None });
            let ctx = Ctx::new(town.now(), kernel::language::Language::Nb, actor, town.app.source().bytes());
            let say = town.app.say(kernel::language::Language::Nb);
            let html = door::view_here(&town.app, &ctx, &CHARTER, |tx, desk| {
                let permit = if place == Place::Today { None } else { Some(desk.person(tx, &case.jon)?) };
                let mut html = String::new();
                for panel in CHARTER.panels.iter().filter(|panel| panel.place == place) {
                    html.push_str(&(panel.draw)(tx, &PanelAsk { desk, permit: permit.as_ref(), say: &say })?.unwrap_or_default());
                }
                Ok(html)
            });
            html.unwrap_or_else(|error| panic!("{error:?}"))
        };
        let anna = |place| drawn(Role::DetoxNurse, Some(&case.anna), place);
        let before = anna(Place::OnePersonAside);
        recorded(&town, &case).await;
        assert_eq!(anna(Place::OnePersonAside), before, "the link tells nothing");
        assert_eq!(anna(Place::Today), "");
        town.wait_days(5);
        town.run_jobs();
        let today = anna(Place::Today);
        assert!(today.contains("1 trenger at du ser på dem nå.") && !today.contains("Jon"), "{today}");
        assert!(drawn(Role::Person, None, Place::Home).contains("Noe er bestemt om deg"));
        let other = town.employee(&case.ward, Role::Tsb, "Maja");
        assert_eq!(drawn(Role::Tsb, Some(&other), Place::Today), "", "not theirs");
    });
}

#[test]
fn kinds_of_places_are_all_tried() {
    let tried: Vec<OrganisationKind> = Persona::ALL.into_iter().filter_map(|persona| persona.organisation).collect();
    assert!(OrganisationKind::ALL.iter().all(|kind| tried.contains(kind)));
}
