//! With whom something is shared: a service as a whole, one who works there, or a relative.

use kernel::access::role_may_ever;
use kernel::class::Class;
use kernel::id::{AccountId, OrganisationId};
use kernel::persona::OrganisationKind;
use kernel::time::Timestamp;
use platform::access::grants::Grant;
use platform::access::receivers::{Holder, Organisation, holder, organisation};
use platform::access::relations::{Duty, Relation};
use platform::access::{Permit, Receiver, blocks};
use platform::db::Tx;
use platform::error::Error;

use super::changes::Made;

/// What a share or a block is about, as it stands in the row of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A service as a whole.
    Organisation(OrganisationId),
    /// One account as receiver.
    Account(AccountId),
    /// One employee as blocked.
    Employee(AccountId),
    /// The areas closed to everyone.
    Closed,
    /// The objection.
    Objection,
    /// A consent record: the key of its kind.
    Record(String),
}

impl Subject {
    /// As stored.
    #[must_use]
    pub fn stored(&self) -> String {
        match self {
            Subject::Organisation(id) => format!("organisation:{id}"),
            Subject::Account(id) => format!("account:{id}"),
            Subject::Employee(id) => format!("employee:{id}"),
            Subject::Closed => "closed".into(),
            Subject::Objection => "objection".into(),
            Subject::Record(kind) => format!("record:{kind}"),
        }
    }

    /// From storage.
    #[must_use]
    pub fn parse(stored: &str) -> Option<Subject> {
        let (kind, id) = stored.split_once(':').unwrap_or((stored, ""));
        match kind {
            "organisation" => OrganisationId::parse(id).map(Subject::Organisation),
            "account" => AccountId::parse(id).map(Subject::Account),
            "employee" => AccountId::parse(id).map(Subject::Employee),
            "closed" => Some(Subject::Closed),
            "objection" => Some(Subject::Objection),
            "record" => Some(Subject::Record(id.to_owned())),
            _ => None,
        }
    }

    /// The id in the address of the receiver's page.
    #[must_use]
    pub fn address(&self) -> &str {
        match self {
            Subject::Organisation(id) => id.as_str(),
            Subject::Account(id) | Subject::Employee(id) => id.as_str(),
            _ => "",
        }
    }

    /// Whether this grant is for this receiver.
    #[must_use]
    pub fn is_of(&self, grant: &Grant) -> bool {
        match self {
            Subject::Organisation(id) => grant.organisation.as_ref() == Some(id),
            Subject::Account(id) => grant.account.as_ref() == Some(id),
            _ => false,
        }
    }
}

/// A receiver as the person knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Which.
    pub subject: Subject,
    /// For the access decision.
    pub receiver: Receiver,
    /// The kind of service; nothing for a relative.
    pub kind: Option<OrganisationKind>,
    /// The service's name, or where one works; empty for a relative.
    pub workplace: String,
    /// The name of the one it is; empty for a service as a whole.
    pub name: String,
    /// Whether the service serves the person now.
    pub serving: bool,
    /// Whether its role may ever see what is the person's own, and somebody is in it.
    pub can_receive: bool,
}

/// What the parties are found among: loaded once for a page.
#[derive(Debug)]
pub struct Around {
    /// Relations that run.
    pub relations: Vec<Relation>,
    /// Every grant ever given, newest first.
    pub grants: Vec<Grant>,
    /// The organisations they name.
    pub organisations: Vec<Organisation>,
}

impl Around {
    /// The organisation with this id: one of those around the person, else asked for.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn organisation(&self, tx: &mut Tx<'_>, id: &OrganisationId) -> Result<Option<Organisation>, Error> {
        match self.organisations.iter().find(|organisation| organisation.id == *id) {
            Some(known) => Ok(Some(known.clone())),
            None => organisation(tx, id),
        }
    }

    /// Whether this organisation serves the person.
    #[must_use]
    pub fn serves(&self, organisation: &OrganisationId) -> bool {
        self.relations.iter().any(|relation| relation.organisation == *organisation)
    }

    /// Those in the service who hold a duty, first the person's own contact.
    pub fn people_in(&self, organisation: &OrganisationId) -> impl Iterator<Item = &Relation> {
        let mut named: Vec<&Relation> = self.relations.iter().collect();
        named.retain(|relation| relation.organisation == *organisation && relation.name.is_some());
        named.sort_by_key(|relation| std::cmp::Reverse(relation.duty == Duty::Contact));
        named.into_iter()
    }

    /// The grants that run towards this receiver now.
    #[must_use]
    pub fn running(&self, party: &Party, now: Timestamp) -> Vec<&Grant> {
        let runs = |grant: &&Grant| {
            party.subject.is_of(grant)
                && platform::access::grants::is_running(grant, now)
                && (!grant.while_serving || party.serving)
        };
        self.grants.iter().filter(runs).collect()
    }
}

/// A service as a receiver.
#[must_use]
pub fn of_organisation(organisation: &Organisation, around: &Around) -> Option<Party> {
    let receiver = organisation.receiver()?;
    Some(Party {
        can_receive: role_may_ever(receiver.role, Class::Own),
        receiver,
        subject: Subject::Organisation(organisation.id.clone()),
        kind: Some(organisation.kind),
        workplace: organisation.name.clone(),
        name: String::new(),
        serving: around.serves(&organisation.id),
    })
}

/// One account as a receiver. A relative's name is what the person calls them.
#[must_use]
pub fn of_holder(holder: &Holder, around: &Around, now: Timestamp) -> Party {
    let subject = Subject::Account(holder.id.clone());
    let ended = holder.ended_at.is_some_and(|ended| ended <= now);
    let called = around.grants.iter().filter(|grant| subject.is_of(grant)).find_map(|grant| grant.receiver_name.clone());
    Party {
        receiver: holder.receiver(),
        can_receive: role_may_ever(holder.role, Class::Own) && !ended,
        subject,
        kind: holder.organisation.as_ref().map(|organisation| organisation.kind),
        workplace: holder.organisation.as_ref().map(|organisation| organisation.name.clone()).unwrap_or_default(),
        name: if holder.name.is_empty() { called.unwrap_or_default() } else { holder.name.clone() },
        serving: holder.organisation.as_ref().is_some_and(|organisation| around.serves(&organisation.id)),
    }
}

/// The receiver with this id. An account is found only when the person has met whoever holds it: an address is no
/// directory of employees.
///
/// # Errors
/// [`Error::Missing`], the same for an id that does not exist and for one the person has not met.
pub fn find(tx: &mut Tx<'_>, own: &Permit, around: &Around, id: &str, now: Timestamp) -> Result<Party, Error> {
    let found = match OrganisationId::parse(id) {
        Some(id) => around.organisation(tx, &id)?,
        None => None,
    };
    if let Some(organisation) = found {
        return of_organisation(&organisation, around).ok_or(Error::Missing);
    }
    let account = AccountId::parse(id).ok_or(Error::Missing)?;
    let shared_with = around.grants.iter().any(|grant| grant.account.as_ref() == Some(&account));
    if !shared_with && !blocks::met(tx, own)?.iter().any(|met| met.account == account) {
        return Err(Error::Missing);
    }
    let holder = holder(tx, &account)?.ok_or(Error::Missing)?;
    Ok(of_holder(&holder, around, now))
}

/// The receiver a change is about, when it is about one.
///
/// # Errors
/// A fault when the database says no.
pub fn of_change(tx: &mut Tx<'_>, own: &Permit, around: &Around, made: &Made, now: Timestamp) -> Result<Option<Party>, Error> {
    match &made.subject {
        Subject::Organisation(_) | Subject::Account(_) => find(tx, own, around, made.subject.address(), now).map(Some),
        _ => Ok(None),
    }
}

/// Everyone who serves the person or has a share that runs, services first, those with a share before those without.
///
/// # Errors
/// A fault when the database says no.
pub fn all(tx: &mut Tx<'_>, around: &Around, now: Timestamp) -> Result<Vec<Party>, Error> {
    let mut organisations: Vec<OrganisationId> = Vec::new();
    let mut accounts: Vec<AccountId> = Vec::new();
    let serving = around.relations.iter().map(|relation| &relation.organisation);
    let shared = around.grants.iter().filter(|grant| platform::access::grants::is_running(grant, now));
    let shared_with = shared.clone().filter_map(|grant| grant.organisation.as_ref());
    for id in serving.chain(shared_with) {
        if !organisations.contains(id) {
            organisations.push(id.clone());
        }
    }
    for id in shared.filter_map(|grant| grant.account.as_ref()) {
        if !accounts.contains(id) {
            accounts.push(id.clone());
        }
    }
    let mut parties = Vec::new();
    for id in &organisations {
        let found = around.organisation(tx, id)?;
        parties.extend(found.and_then(|organisation| of_organisation(&organisation, around)));
    }
    for id in &accounts {
        parties.extend(holder(tx, id)?.map(|holder| of_holder(&holder, around, now)));
    }
    parties.retain(|party| party.can_receive || !around.running(party, now).is_empty());
    parties.sort_by_key(|party| around.running(party, now).is_empty());
    Ok(parties)
}
