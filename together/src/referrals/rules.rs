//! The protocol of a referral: somebody writes, the person says yes, the other service answers. Pure.

use kernel::id::AccountId;

/// Longest text, in characters.
pub const MAX_WORDS: usize = 3000;
/// Longest name of a service without an account, in characters.
pub const MAX_NAME: usize = 120;

/// Why a service says no. The list is fixed, so that a no can be understood and counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has no room.
    NoRoom,
    /// It does not give such help.
    NotOurs,
    /// It is for others: another age, place or need.
    NotForThem,
    /// Something else should come first.
    SomethingFirst,
    /// Somebody else helps already.
    HelpedElsewhere,
    /// Something else, in words.
    Other,
}

impl Why {
    /// All of them, in the order of the form.
    pub const ALL: [Why; 6] = [Why::NoRoom, Why::NotOurs, Why::NotForThem, Why::SomethingFirst, Why::HelpedElsewhere, Why::Other];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Why::NoRoom => "no-room",
            Why::NotOurs => "not-ours",
            Why::NotForThem => "not-for-them",
            Why::SomethingFirst => "something-first",
            Why::HelpedElsewhere => "helped-elsewhere",
            Why::Other => "other",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Why> {
        Why::ALL.into_iter().find(|why| why.key() == key)
    }
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The person said no. It has no consequence.
    PersonSaidNo,
    /// The person took it back.
    Withdrawn,
    /// Whoever wrote it took it back before the person had answered.
    TakenBack,
    /// The service said no.
    Refused(Why),
    /// Help has been given, or is.
    Done,
}

/// Where a referral stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Being written.
    Drafted,
    /// The person has been asked.
    Awaiting,
    /// The other service has it and has not answered.
    Sent,
    /// The other service has asked something.
    Questioned,
    /// The other service has said yes.
    Accepted,
    /// Over.
    Closed(End),
}

impl State {
    /// As stored, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            State::Drafted => "drafted",
            State::Awaiting => "awaiting",
            State::Sent => "sent",
            State::Questioned => "questioned",
            State::Accepted => "accepted",
            State::Closed(End::PersonSaidNo) => "person-said-no",
            State::Closed(End::Withdrawn) => "withdrawn",
            State::Closed(End::TakenBack) => "taken-back",
            State::Closed(End::Refused(_)) => "refused",
            State::Closed(End::Done) => "done",
        }
    }

    /// From storage.
    #[must_use]
    pub fn parse(key: &str, why: Option<Why>) -> Option<State> {
        match key {
            "drafted" => Some(State::Drafted),
            "awaiting" => Some(State::Awaiting),
            "sent" => Some(State::Sent),
            "questioned" => Some(State::Questioned),
            "accepted" => Some(State::Accepted),
            "person-said-no" => Some(State::Closed(End::PersonSaidNo)),
            "withdrawn" => Some(State::Closed(End::Withdrawn)),
            "taken-back" => Some(State::Closed(End::TakenBack)),
            "refused" => why.map(|why| State::Closed(End::Refused(why))),
            "done" => Some(State::Closed(End::Done)),
            _ => None,
        }
    }

    /// Whether the other service has been given it.
    #[must_use]
    pub const fn is_with_receiver(self) -> bool {
        matches!(self, State::Sent | State::Questioned | State::Accepted)
    }

    /// Whether it is over.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, State::Closed(_))
    }
}

/// Who acts, towards one referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The person.
    Person,
    /// The service that asks.
    Sender,
    /// The service that is asked, with an account.
    Receiver,
    /// Whoever holds the link.
    Link,
}

/// What somebody wants to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Write it anew.
    Rewrite,
    /// Put it to the person.
    Ask,
    /// The person's yes.
    Yes,
    /// The person's no.
    No,
    /// The person takes it back.
    Withdraw,
    /// Whoever wrote it takes it back.
    TakeBack,
    /// A link for a service without an account: every older one is void.
    MakeLink,
    /// The other service asks something.
    Question,
    /// Its question is answered.
    Answer,
    /// The other service says yes.
    Accept,
    /// The other service says no.
    Refuse(Why),
    /// A colleague in the other service takes it over.
    Take(AccountId),
    /// Help has been given.
    Finish,
}

impl Command {
    /// In the list of what happened: `referrals-happened-<key>`.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Command::Rewrite => "rewritten",
            Command::Ask => "asked",
            Command::Yes => "yes",
            Command::No => "no",
            Command::Withdraw => "withdrawn",
            Command::TakeBack => "taken-back",
            Command::MakeLink => "link",
            Command::Question => "question",
            Command::Answer => "answer",
            Command::Accept => "accepted",
            Command::Refuse(_) => "refused",
            Command::Take(_) => "held",
            Command::Finish => "done",
        }
    }
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is over.
    Over,
    /// Somebody else does that.
    NotYours,
    /// The person has not said yes.
    PersonFirst,
    /// It has been put to the person, or sent.
    Asked,
    /// It has been answered.
    Answered,
    /// Nothing has been asked.
    NothingAsked,
    /// It goes to a service with an account, which needs no link.
    NoLink,
    /// Nobody there could hold it.
    NobodyHolds,
    /// A service does not ask itself.
    OwnService,
    /// The person may not be asked about in this role.
    NotThisRole,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 10] = [
        Refusal::Over,
        Refusal::NotYours,
        Refusal::PersonFirst,
        Refusal::Asked,
        Refusal::Answered,
        Refusal::NothingAsked,
        Refusal::NoLink,
        Refusal::NobodyHolds,
        Refusal::OwnService,
        Refusal::NotThisRole,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Over => "referrals-over",
            Refusal::NotYours => "referrals-not-yours",
            Refusal::PersonFirst => "referrals-person-first",
            Refusal::Asked => "referrals-asked",
            Refusal::Answered => "referrals-answered",
            Refusal::NothingAsked => "referrals-nothing-asked",
            Refusal::NoLink => "referrals-no-link",
            Refusal::NobodyHolds => "referrals-nobody-holds",
            Refusal::OwnService => "referrals-own-service",
            Refusal::NotThisRole => "referrals-not-this-role",
        }
    }
}

/// Decides.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(state: State, by: By, by_link: bool, command: &Command) -> Result<State, Refusal> {
    if state.is_over() {
        return Err(Refusal::Over);
    }
    if !may(by, by_link, command) {
        return Err(Refusal::NotYours);
    }
    match (state, command) {
        (State::Drafted, Command::Rewrite) => Ok(State::Drafted),
        (State::Drafted, Command::Ask) => Ok(State::Awaiting),
        (State::Drafted | State::Awaiting, Command::TakeBack) => Ok(State::Closed(End::TakenBack)),
        (_, Command::Rewrite | Command::Ask | Command::TakeBack) => Err(Refusal::Asked),
        (State::Awaiting, Command::Yes) => Ok(State::Sent),
        (State::Awaiting, Command::No) => Ok(State::Closed(End::PersonSaidNo)),
        (State::Drafted, Command::Yes | Command::No) => Err(Refusal::NothingAsked),
        (_, Command::Yes | Command::No) => Err(Refusal::Answered),
        (State::Drafted | State::Awaiting, Command::Withdraw) => Ok(State::Closed(End::PersonSaidNo)),
        (_, Command::Withdraw) => Ok(State::Closed(End::Withdrawn)),
        (State::Drafted | State::Awaiting, _) => Err(Refusal::PersonFirst),
        (_, Command::MakeLink) if !by_link => Err(Refusal::NoLink),
        (State::Sent, Command::MakeLink) => Ok(State::Sent),
        (State::Sent, Command::Question) => Ok(State::Questioned),
        (State::Questioned, Command::Answer) => Ok(State::Sent),
        (State::Sent | State::Accepted, Command::Answer) => Err(Refusal::NothingAsked),
        (State::Sent | State::Questioned, Command::Accept) => Ok(State::Accepted),
        (State::Sent | State::Questioned, Command::Refuse(why)) => Ok(State::Closed(End::Refused(*why))),
        (now, Command::Take(_)) => Ok(now),
        (State::Accepted, Command::Finish) => Ok(State::Closed(End::Done)),
        _ => Err(Refusal::Answered),
    }
}

/// Whose each act is. Whoever holds a link answers once and does nothing else. A service without an account may answer by
/// phone as well: then whoever asked writes it down.
const fn may(by: By, by_link: bool, command: &Command) -> bool {
    match command {
        Command::Yes | Command::No | Command::Withdraw => matches!(by, By::Person),
        Command::Rewrite | Command::Ask | Command::TakeBack => matches!(by, By::Sender),
        Command::MakeLink | Command::Answer => matches!(by, By::Person | By::Sender),
        Command::Question => matches!(by, By::Receiver | By::Link),
        Command::Accept | Command::Refuse(_) => matches!(by, By::Receiver | By::Link) || (by_link && matches!(by, By::Sender)),
        Command::Finish => matches!(by, By::Receiver) || (by_link && matches!(by, By::Sender | By::Person)),
        Command::Take(_) => matches!(by, By::Receiver),
    }
}

/// Somebody in the receiving service who could hold a referral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Able {
    /// Account.
    pub account: AccountId,
    /// In the role in which the service meets people.
    pub main_role: bool,
    /// How many they hold.
    pub holds: i64,
}

/// Who holds what comes in: of those who meet people there, whoever holds fewest. Always one, or nobody is there at all.
#[must_use]
pub fn holder(able: &[Able]) -> Option<&AccountId> {
    able.iter().min_by_key(|one| (!one.main_role, one.holds, one.account.clone())).map(|one| &one.account)
}
