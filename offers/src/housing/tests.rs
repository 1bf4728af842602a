//! Homes with follow-up: the rules by table, the wait that no no can lengthen, and what a landlord is told.

mod demo;
mod journey;
mod landlord;
mod living;
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
use super::acts::{self, Answer, MoveIn};
use super::fit::{Support, Trait, Wanted};
use super::store::needs::Written;
use super::store::units::About;

/// A town with a housing service and somebody who works there.
struct Team {
    town: Town,
    team: OrganisationId,
    per: AccountId,
}

impl Team {
    fn in_town(town: &Town) -> Team {
        let team = town.organisation(OrganisationKind::Housing, "Boligteamet");
        let per = town.employee(&team, Role::Housing, "Per Lie");
        Team { town: town.clone(), team, per }
    }

    fn as_per(&self) -> Ctx {
        let mut actor = Actor::visitor();
        actor.role = Role::Housing;
        actor.door = Door::Full;
        actor.account = Some(self.per.clone());
        actor.name = "Per Lie".into();
        let kind = Some(OrganisationKind::Housing);
        actor.employer = Some(Employer { id: self.team.clone(), name: "Boligteamet".into(), kind });
        Ctx::new(self.town.now(), kernel::language::Language::Nb, actor, self.town.app.source().bytes())
    }

    fn as_own(&self, person: &PersonId) -> Ctx {
        let mut actor = Actor::visitor();
        actor.role = Role::Person;
        actor.door = Door::Full;
        actor.person = Some(person.clone());
        Ctx::new(self.town.now(), kernel::language::Language::Nb, actor, self.town.app.source().bytes())
    }

    fn run<T: Send + 'static>(
        &self,
        ctx: &Ctx,
        command: impl Fn(&mut Tx<'_>, &Desk<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        door::execute_here(&self.town.app, ctx, &CHARTER, "test", command)
    }

    fn home(&self, name: &str, traits: &[Trait]) -> RowId {
        let about = About {
            name: name.into(),
            part_of_town: "Nord".into(),
            traits: traits.to_vec(),
            support: Support::Visits,
            support_hours: 3,
            house_rules: "Ro etter kl. 23.".into(),
            landlord: "Kommunale bygg".into(),
            free_from: Some(self.town.now().day()),
        };
        self.run(&self.as_per(), move |tx, desk| acts::make(tx, desk, &about)).expect("a home")
    }

    fn wants(&self, person: &PersonId, musts: &[Trait]) {
        let wanted = Wanted { wishes: vec![Trait::Calm], musts: musts.to_vec(), support: Support::Visits };
        let written = Written { words: Some("En egen dør.".into()), wanted };
        self.run(&self.as_own(person), move |tx, desk| acts::want(tx, desk, &written)).expect("a wish");
        self.town.wait_minutes(5);
    }

    fn offers(&self, person: &PersonId, home: &RowId) -> Result<RowId, Error> {
        let (person, home) = (person.clone(), home.clone());
        self.run(&self.as_per(), move |tx, desk| acts::offer(tx, desk, &person, &home, None))
    }

    fn says(&self, person: &PersonId, answer: Answer) -> Result<(), Error> {
        self.run(&self.as_own(person), move |tx, desk| {
            let own = desk.own(tx)?;
            acts::say(tx, desk, &own, &answer)
        })
    }

    fn moves_in(&self, person: &PersonId) {
        let person = person.clone();
        let agreed = MoveIn { on: self.town.now().day(), plan: Some("Kaffe hver tirsdag.".into()), visit_on: None };
        self.run(&self.as_per(), move |tx, desk| acts::move_in(tx, desk, &person, &agreed)).expect("moved in");
    }

    fn lives(&self, name: &str, home: &str) -> PersonId {
        let person = self.town.person(name);
        let home = self.home(home, &[]);
        self.wants(&person, &[]);
        self.offers(&person, &home).expect("an offer");
        self.says(&person, Answer::Yes).expect("a yes");
        self.moves_in(&person);
        person
    }
}

fn refused<T: std::fmt::Debug>(outcome: Result<T, Error>) -> &'static str {
    match outcome {
        Err(Error::Refused(key)) => key,
        other => panic!("a refusal was expected: {other:?}"),
    }
}
