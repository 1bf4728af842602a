//! What has grown long hides nobody on `/i-dag`: calls, fresh stays, a holder's many plans, and rows one may not see.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::{Day, Timestamp};
use platform::args;
use platform::charter::{Charter, Place};
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::door;
use testkit::{Town, both_databases};

use crate::aftercare::CHARTER;

const CATALOGUE: &[&Charter] = &[&CHARTER];

/// A ward where Anna works.
struct Ward {
    id: OrganisationId,
    anna: AccountId,
}

fn ward(town: &Town) -> Ward {
    let id = town.organisation(OrganisationKind::Detox, "Avrusning");
    let anna = town.employee(&id, Role::DetoxNurse, "Anna Holm");
    Ward { id, anna }
}

impl Ward {
    /// What presses on Anna today.
    fn today(&self, town: &Town) -> String {
        let mut actor = Actor::visitor();
        (actor.role, actor.account, actor.door) = (Role::DetoxNurse, Some(self.anna.clone()), Door::Full);
        actor.employer = Some(Employer { id: self.id.clone(), name: "Avrusning".into(), kind: None });
        let ctx = Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes());
        let drawn = door::view_here(&town.app, &ctx, &CHARTER, |tx, desk| {
            Ok(platform::charter::draw(tx, desk, Place::Today, None)?.concat())
        });
        drawn.unwrap_or_else(|error| panic!("{error:?}")).replace('\u{a0}', " ")
    }

    /// Somebody with this name whom the ward serves.
    fn served(&self, town: &Town, name: &str) -> PersonId {
        let person = town.person(name);
        town.serves(&self.id, &person);
        person
    }
}

/// A plan as it stands on lists.
struct Plan<'a> {
    stage: &'static str,
    holder: Option<&'a AccountId>,
    begun_at: Timestamp,
    contact_by: Option<Day>,
    met_at: Option<Timestamp>,
}

fn put_plan(town: &Town, number: u128, ward: &Ward, person: &PersonId, plan: &Plan<'_>) {
    let (id, here, person, stage) = (RowId::from_bits(number), ward.id.clone(), person.clone(), plan.stage);
    let (holder, begun_at, contact_by, met_at) = (plan.holder.cloned(), plan.begun_at, plan.contact_by, plan.met_at);
    let written = town.app.db().write_here(move |tx| {
        let holder = holder.as_ref().map(AccountId::as_str);
        tx.run(
            "INSERT INTO aftercare_plan (person_id, plan_id, stage, organisation_id, holder, begun_at, contact_by, met_at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
            args![&person, &id, stage, &here, holder, begun_at, contact_by, met_at],
        )?;
        Ok(())
    });
    written.expect("a plan");
}

/// A call that is promised, of the plan with this number.
fn put_call(town: &Town, number: u128, ward: &Ward, person: &PersonId, due_on: Day) {
    let (id, here, person, now) = (RowId::from_bits(number), ward.id.clone(), person.clone(), town.now());
    let written = town.app.db().write_here(move |tx| {
        tx.run(
            "INSERT INTO aftercare_call (person_id, call_id, plan_id, organisation_id, cause, made_at, due_on, version)
             VALUES ($1, $2, $3, $4, 'asked', $5, $6, 1)",
            args![&person, &id, &id, &here, now, due_on],
        )?;
        Ok(())
    });
    written.expect("a call");
}

#[test]
fn a_late_first_contact_stands_above_calls_fresh_stays_and_forty_newer_plans() {
    both_databases(CATALOGUE, async |town| {
        let ward = ward(&town);
        let (now, today, anna) = (town.now(), town.now().day(), Some(&ward.anna));
        let met = Plan { stage: "running", holder: anna, begun_at: now, contact_by: Some(today), met_at: Some(now) };
        let (jon, begun_at) = (ward.served(&town, "Jon"), now.plus_days(-10));
        put_plan(&town, 1, &ward, &jon, &Plan { begun_at, contact_by: Some(today.plus(-3)), met_at: None, ..met });
        for number in 11..=15 {
            let person = ward.served(&town, &format!("Samtale{number}x"));
            put_plan(&town, number, &ward, &person, &met);
            put_call(&town, number, &ward, &person, today);
        }
        for number in 21..=26 {
            let person = ward.served(&town, &format!("Opphold{number}x"));
            let fresh = Plan { stage: "asked", holder: None, begun_at: now, contact_by: None, met_at: None };
            put_plan(&town, number, &ward, &person, &fresh);
        }
        let drawn = ward.today(&town);
        assert!(drawn.contains("Første kontakt skulle vært"), "{drawn}");
        let (late, call) = (drawn.find("Jon").expect("Jon"), drawn.find("Samtale").expect("a call"));
        assert!(late < call, "what is late stands first: {drawn}");
        assert_eq!(drawn.matches("Samtale").count(), 4, "{drawn}");
        assert!(!drawn.contains("Opphold"), "{drawn}");

        // The calls are made, and Anna holds more plans than one page has.
        let done = town
            .app
            .db()
            .write_here(move |tx| Ok(tx.run("UPDATE aftercare_call SET done_at = $1 WHERE done_at IS NULL", args![now])?));
        assert_eq!(done.expect("made"), 5);
        for number in 31..=71 {
            let person = ward.served(&town, &format!("Møtt{number}x"));
            put_plan(&town, number, &ward, &person, &Plan { begun_at: now.plus_minutes(1), ..met });
        }
        let drawn = ward.today(&town);
        let (late, fresh) = (drawn.find("Jon").expect("Jon"), drawn.find("Opphold").expect("a fresh stay"));
        assert!(late < fresh, "{drawn}");
        assert_eq!(drawn.matches("Ingen hos dere har det ennå.").count(), 4, "beyond the first page, too: {drawn}");
        assert!(!drawn.contains("Møtt"), "{drawn}");
    });
}

#[test]
fn calls_to_those_one_may_not_see_stand_in_nobodys_way() {
    both_databases(CATALOGUE, async |town| {
        let ward = ward(&town);
        let (now, today) = (town.now(), town.now().day());
        let met = Plan { stage: "running", holder: Some(&ward.anna), begun_at: now, contact_by: None, met_at: Some(now) };
        for number in 1..=50 {
            let person = town.person(&format!("Gjest{number:02}x"));
            put_plan(&town, number, &ward, &person, &met);
            put_call(&town, number, &ward, &person, today.plus(-5));
        }
        assert_eq!(ward.today(&town), "", "nobody to be seen, and nothing is said");
        let siri = ward.served(&town, "Siri");
        put_plan(&town, 90, &ward, &siri, &met);
        put_call(&town, 90, &ward, &siri, today);
        let drawn = ward.today(&town);
        assert!(drawn.contains("Siri") && !drawn.contains("Gjest"), "{drawn}");
    });
}
