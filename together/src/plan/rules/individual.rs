//! The individual plan: the same plan, grown by what the regulation asks for.

use kernel::time::{Day, Timestamp};

use super::{Refusal, keyed};

keyed! {
    /// Light or individual. A light plan is not a lesser one: it is for whoever wants no more.
    Kind {
        /// What the person wants and who does what.
        Light = "light",
        /// With the parts that the regulation names.
        Individual = "individual",
    }
}

keyed! {
    /// The nine parts of an individual plan. Which of them the law asks for today is a dated row, `plan_rule`.
    IpPart {
        /// Goals, resources and needs.
        Needs = "needs",
        /// Who takes part.
        Participants = "participants",
        /// Who coordinates.
        Coordinator = "coordinator",
        /// What the person, the services and the relatives contribute.
        Contributions = "contributions",
        /// The measures, how much of them, and who is responsible.
        Measures = "measures",
        /// How they are carried out.
        CarryingOut = "carrying-out",
        /// The period and when the plan is looked at again.
        Period = "period",
        /// What the person has said yes to.
        Consent = "consent",
        /// Whom else one wants to work with.
        Cooperation = "cooperation",
    }
}

impl IpPart {
    /// Whether the plan already holds it, so that nobody has to type it twice.
    #[must_use]
    pub const fn comes_from_facts(self) -> bool {
        matches!(self, IpPart::Coordinator | IpPart::Measures | IpPart::Period)
    }

    pub(super) const fn refusal_key(self) -> &'static str {
        match self {
            IpPart::Needs => "plan-missing-needs",
            IpPart::Participants => "plan-missing-participants",
            IpPart::Coordinator => "plan-missing-coordinator",
            IpPart::Contributions => "plan-missing-contributions",
            IpPart::Measures => "plan-missing-measures",
            IpPart::CarryingOut => "plan-missing-carrying-out",
            IpPart::Period => "plan-missing-period",
            IpPart::Consent => "plan-missing-consent",
            IpPart::Cooperation => "plan-missing-cooperation",
        }
    }
}

/// From, to, and when to look at it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
    /// The day of the next look.
    pub revise: Day,
}

/// The plan as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Light or individual.
    pub kind: Kind,
    /// Since when there is a plan.
    pub started_at: Timestamp,
    /// Its period.
    pub period: Option<Period>,
    /// When the person said no to an individual plan, if they did.
    pub declined_at: Option<Timestamp>,
    /// When it was last called complete.
    pub completed_at: Option<Timestamp>,
    /// Which version; nought before the first change.
    pub version: i64,
}

/// What the plan holds, as far as the nine parts ask.
#[derive(Clone, Debug, Default)]
pub struct PartFacts {
    /// Parts with words of their own.
    pub written: Vec<IpPart>,
    /// A goal the person stands by.
    pub goal: bool,
    /// An active measure with somebody who is responsible.
    pub measure: bool,
    /// A coordinator who is at work.
    pub coordinator: bool,
    /// A period with a day for the next look.
    pub period: bool,
}

/// The parts of the list that are not there.
#[must_use]
pub fn missing(list: &[IpPart], facts: &PartFacts) -> Vec<IpPart> {
    let is_there = |part: &IpPart| match part {
        IpPart::Needs => facts.goal && facts.written.contains(part),
        IpPart::Coordinator => facts.coordinator,
        IpPart::Measures => facts.measure,
        IpPart::Period => facts.period,
        _ => facts.written.contains(part),
    };
    list.iter().copied().filter(|part| !is_there(part)).collect()
}

/// What the person wants to do with the plan as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanCommand {
    /// «I want an individual plan.»
    Grow,
    /// «I want no individual plan.» The coordinator is offered all the same.
    StayLight,
    /// Sets the period, having seen a version.
    SetPeriod(Period, i64),
    /// Calls it complete, with what is missing.
    Complete(Vec<IpPart>),
    /// Writes one part.
    WritePart,
}

/// What comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanChange {
    /// Individual from now on.
    Grown,
    /// Light from now on.
    Light,
    /// It has a period.
    Period(Period),
    /// It is complete.
    Completed,
    /// A part is written.
    Written,
}

/// Decides about the plan as a whole.
///
/// # Errors
/// The [`Refusal`]; a plan that lacks a part is refused by the first of them.
pub fn decide_plan(head: &Head, command: &PlanCommand) -> Result<PlanChange, Refusal> {
    match command {
        PlanCommand::Grow => Ok(PlanChange::Grown),
        PlanCommand::StayLight => Ok(PlanChange::Light),
        _ if head.kind == Kind::Light => Err(Refusal::NotIndividual),
        PlanCommand::SetPeriod(_, seen) if *seen != head.version => Err(Refusal::Stale),
        PlanCommand::SetPeriod(period, _) => {
            let in_order = period.from < period.until && period.from <= period.revise && period.revise <= period.until;
            if in_order { Ok(PlanChange::Period(*period)) } else { Err(Refusal::Period) }
        }
        PlanCommand::Complete(missing) => match missing.first() {
            Some(part) => Err(Refusal::Missing(*part)),
            None => Ok(PlanChange::Completed),
        },
        PlanCommand::WritePart => Ok(PlanChange::Written),
    }
}
