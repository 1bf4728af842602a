//! A safe place tonight: the rules by table, the count, and everything that two can do at once.

mod demo;
mod journey;
mod places;
mod rules;
mod walls;

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::Desk;
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use testkit::Town;

use super::CHARTER;
use super::acts::{self, Draft, For, Place};
use super::store::places::About;
use super::traits::Trait;

/// A town with an office, a caseworker, and one place of so many.
struct Night {
    town: Town,
    nav: OrganisationId,
    sara: AccountId,
    guro: AccountId,
    house: OrganisationId,
    per: AccountId,
}

impl Night {
    fn in_town(town: &Town) -> Night {
        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let house = town.organisation(OrganisationKind::Housing, "Boligteamet");
        let sara = town.employee(&nav, Role::Nav, "Sara Berg");
        let guro = town.employee(&nav, Role::Nav, "Guro Nygård");
        let per = town.employee(&house, Role::Housing, "Per Lie");
        Night { town: town.clone(), nav, sara, guro, house, per }
    }

    fn ctx(&self, account: Option<(&AccountId, Role, &OrganisationId, OrganisationKind)>, person: Option<&PersonId>) -> Ctx {
        let mut actor = Actor::visitor();
        if let Some((account, role, organisation, kind)) = account {
            actor.role = role;
            actor.door = Door::Full;
            actor.account = Some(account.clone());
            actor.name = "Noen".into();
            actor.employer = Some(Employer { id: organisation.clone(), name: "Et sted".into(), kind: Some(kind) });
        }
        if let Some(person) = person {
            actor.role = Role::Person;
            actor.door = Door::Full;
            actor.person = Some(person.clone());
        }
        Ctx::new(self.town.now(), kernel::language::Language::Nb, actor, self.town.app.source().bytes())
    }

    fn as_sara(&self) -> Ctx {
        self.ctx(Some((&self.sara, Role::Nav, &self.nav, OrganisationKind::Nav)), None)
    }

    fn as_per(&self) -> Ctx {
        self.ctx(Some((&self.per, Role::Housing, &self.house, OrganisationKind::Housing)), None)
    }

    fn as_own(&self, person: &PersonId) -> Ctx {
        self.ctx(None, Some(person))
    }

    fn run<T: Send + 'static>(
        &self,
        ctx: &Ctx,
        command: impl Fn(&mut Tx<'_>, &Desk<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        door::execute_here(&self.town.app, ctx, &CHARTER, "test", command)
    }

    fn place(&self, name: &str, total: u16, free: u16, traits: &[Trait]) -> RowId {
        let about = About {
            name: name.into(),
            phone: "+4755000120".into(),
            part_of_town: "Sentrum".into(),
            traits: traits.to_vec(),
            open_to_all: true,
        };
        let id = self.run(&self.as_per(), move |tx, desk| acts::make(tx, desk, &about, total)).expect("a place");
        let made = id.clone();
        self.run(&self.as_per(), move |tx, desk| acts::confirm(tx, desk, &made, free, total, 1)).expect("a number");
        id
    }

    fn asks(&self, person: &PersonId) -> RowId {
        let told = self.run(&self.as_own(person), |tx, desk| acts::ask(tx, desk, &Draft::default(), For::Me)).expect("asked");
        told.request.expect("a request")
    }

    fn version(&self, request: &RowId) -> i64 {
        let wanted = request.clone();
        self.run(&self.as_sara(), move |tx, desk| Ok(acts::open(tx, desk, &wanted)?.1.version)).expect("a request")
    }

    fn give(&self, request: &RowId, place: &RowId, nights: i64) -> Result<RowId, Error> {
        let (wanted, seen) = (request.clone(), self.version(request));
        let place = Place { id: place.clone(), nights, words: None };
        self.run(&self.as_sara(), move |tx, desk| acts::give(tx, desk, &wanted, &place, seen))
    }

    fn free(&self, place: &RowId) -> u16 {
        let wanted = place.clone();
        self.town.app.db().read_here(|tx| super::store::places::load(tx, &wanted)).expect("a place").places.free()
    }
}

fn refused<T: std::fmt::Debug>(outcome: Result<T, Error>) -> &'static str {
    match outcome {
        Err(Error::Refused(key)) => key,
        other => panic!("a refusal was expected: {other:?}"),
    }
}
