//! Referrals themselves.

use kernel::access::Basis;
use kernel::area::{Area, Areas};
use kernel::id::{AccountId, GrantId, OrganisationId, PersonId, RowId};
use kernel::persona::OrganisationKind;
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{ForMany, Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use crate::referrals::rules::{By, State, Why};

/// A referral.
#[derive(Clone, Debug)]
pub struct Referral {
    /// Whom it is about.
    pub person: PersonId,
    /// Its id.
    pub id: RowId,
    /// What it is about.
    pub area: Area,
    /// What is opened for the other service when the person says yes.
    pub areas: Areas,
    /// The service that asks; nothing when the person does.
    pub sender: Option<OrganisationId>,
    /// Its name.
    pub sender_name: String,
    /// Who wrote it.
    pub sender_account: Option<AccountId>,
    /// Their name.
    pub sender_person: String,
    /// The service that is asked; nothing when it has no account here.
    pub receiver: Option<OrganisationId>,
    /// Its kind.
    pub receiver_kind: Option<OrganisationKind>,
    /// What it is called.
    pub receiver_name: String,
    /// Its phone, where it is known.
    pub receiver_phone: Option<String>,
    /// Why, in words.
    pub words: String,
    /// What the clock must know, as the part that keeps clocks reads it.
    pub facts: String,
    /// Whoever holds the link may see the phone.
    pub phone_shown: bool,
    /// Where it stands.
    pub state: State,
    /// Who has it in the other service; with a link, who hands it over.
    pub holder: Option<AccountId>,
    /// Their name.
    pub holder_name: String,
    /// They have left.
    pub holder_left: bool,
    /// What was opened by the person's yes.
    pub grant: Option<GrantId>,
    /// The relation that the other service's yes began.
    pub relation: Option<String>,
    /// When it was written.
    pub made_at: Timestamp,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// Until when what is opened is open.
    pub share_until: Option<Timestamp>,
    /// When it was over.
    pub closed_at: Option<Timestamp>,
    /// Version.
    pub version: i64,
}

impl Referral {
    /// Whether it goes by link.
    #[must_use]
    pub const fn by_link(&self) -> bool {
        self.receiver.is_none()
    }

    /// Which rules its clock follows: those of the specialist service, or others.
    #[must_use]
    pub const fn route(&self) -> &'static str {
        match self.receiver_kind {
            Some(OrganisationKind::TsbClinic | OrganisationKind::Detox | OrganisationKind::LarClinic) => "specialist",
            _ => "other",
        }
    }
}

/// What the asker is to a referral; nothing for whoever has no part in it. The other service has one from the person's yes on.
#[must_use]
pub fn by(desk: &Desk<'_>, permit: &Permit, referral: &Referral) -> Option<By> {
    let employer = desk.ctx().actor.employer.as_ref().map(|employer| &employer.id);
    if permit.is_own() {
        Some(By::Person)
    } else if employer.is_some() && referral.sender.as_ref() == employer {
        Some(By::Sender)
    } else if employer.is_some() && referral.receiver.as_ref() == employer && referral.sent_at.is_some() {
        Some(By::Receiver)
    } else {
        None
    }
}

/// Whether the permit shows a referral: to those who have a part in it, and, once it is sent, to those with whom its area is
/// shared. An emergency opens what keeps somebody alive; a referral is not that.
#[must_use]
pub fn sees(desk: &Desk<'_>, permit: &Permit, referral: &Referral) -> bool {
    let shared = permit.basis() != Basis::Emergency && permit.sees(Some(referral.area)) && referral.sent_at.is_some();
    by(desk, permit, referral).is_some() || (shared && desk.ctx().actor.role.is_staff())
}

static OF_EACH: ForMany = ForMany::new(
    "SELECT r.person_id, r.referral_id, r.area, r.areas, r.sender_id, s.name, r.sender_account, w.name, r.receiver_id, o.kind,
       o.name, r.receiver_name, o.phone, r.words, r.facts, r.phone_shown, r.state, r.why, r.holder, h.name, h.ended_at,
       r.grant_id, r.relation_id, r.made_at, r.sent_at, r.share_until, r.closed_at, r.version
     FROM referrals_referral r
     LEFT JOIN organisation s ON s.organisation_id = r.sender_id
     LEFT JOIN account w ON w.account_id = r.sender_account
     LEFT JOIN organisation o ON o.organisation_id = r.receiver_id
     LEFT JOIN account h ON h.account_id = r.holder
     WHERE r.person_id = $1",
);

/// The referrals that these permits show, in one statement, the newest first.
///
/// # Errors
/// A fault.
pub fn of_each(tx: &mut Tx<'_>, desk: &Desk<'_>, permits: &[Permit]) -> Result<Vec<Referral>, Error> {
    let mut found = unseen(tx, permits, desk.now())?;
    let permit_of = |referral: &Referral| permits.iter().find(|permit| *permit.person() == referral.person);
    found.retain(|referral| permit_of(referral).is_some_and(|permit| sees(desk, permit, referral)));
    Ok(found)
}

fn unseen(tx: &mut Tx<'_>, permits: &[Permit], now: Timestamp) -> Result<Vec<Referral>, Error> {
    let persons: Vec<PersonId> = permits.iter().map(|permit| permit.person().clone()).collect();
    let mut found = Vec::new();
    for row in &tx.rows_for(&OF_EACH, &persons, &[])? {
        let person = row.parsed(0, PersonId::parse)?;
        if let Some(permit) = permits.iter().find(|permit| *permit.person() == person) {
            found.push(read(permit, row, now)?);
        }
    }
    found.sort_by(|a, b| b.made_at.cmp(&a.made_at).then_with(|| a.id.cmp(&b.id)));
    Ok(found)
}

/// The referrals of one person that the permit shows.
///
/// # Errors
/// A fault.
pub fn all(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<Referral>, Error> {
    of_each(tx, desk, std::slice::from_ref(permit))
}

/// One of them.
///
/// # Errors
/// [`Error::Missing`], the same for one that is not there and one that is not shown.
pub fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<Referral, Error> {
    all(tx, desk, permit)?.into_iter().find(|referral| referral.id == *id).ok_or(Error::Missing)
}

/// The one a link opens, for whoever holds it; and for the machine.
///
/// # Errors
/// A fault.
pub fn opened(tx: &mut Tx<'_>, permit: &Permit, id: &RowId, now: Timestamp) -> Result<Option<Referral>, Error> {
    Ok(unseen(tx, std::slice::from_ref(permit), now)?.into_iter().find(|referral| referral.id == *id))
}

/// The cell that holds what a service without an account is called.
#[must_use]
pub const fn name_cell(id: &str) -> Cell<'_> {
    Cell::new("referrals_referral", id, "receiver_name")
}

fn read(permit: &Permit, row: &Row, now: Timestamp) -> Result<Referral, Error> {
    let id = row.parsed(1, RowId::parse)?;
    let cell = |column| Cell::new("referrals_referral", id.as_str(), column);
    let text = |at: usize| Ok::<_, Fault>(row.text_or_null(at)?.unwrap_or_default().to_owned());
    let named = permit.open_or_null(name_cell(id.as_str()), row.blob_or_null(11)?)?;
    let why = row.parsed_or_null(17, Why::parse)?;
    Ok(Referral {
        person: row.parsed(0, PersonId::parse)?,
        area: row.parsed(2, Area::parse)?,
        areas: Areas::from_bits(row.int(3)?),
        sender: row.parsed_or_null(4, OrganisationId::parse)?,
        sender_name: text(5)?,
        sender_account: row.parsed_or_null(6, AccountId::parse)?,
        sender_person: text(7)?,
        receiver: row.parsed_or_null(8, OrganisationId::parse)?,
        receiver_kind: row.parsed_or_null(9, OrganisationKind::parse)?,
        receiver_name: named.map_or_else(|| text(10), Ok)?,
        receiver_phone: row.text_or_null(12)?.filter(|phone| !phone.is_empty()).map(str::to_owned),
        words: permit.open(cell("words"), row.blob(13)?)?,
        facts: permit.open(cell("facts"), row.blob(14)?)?,
        phone_shown: row.text_or_null(15)?.is_some(),
        state: State::parse(row.text(16)?, why).ok_or_else(|| Fault::new("a referral stands in an unknown state"))?,
        holder: row.parsed_or_null(18, AccountId::parse)?,
        holder_name: text(19)?,
        holder_left: row.time_or_null(20)?.is_some_and(|ended| ended <= now),
        grant: row.parsed_or_null(21, GrantId::parse)?,
        relation: row.text_or_null(22)?.map(str::to_owned),
        made_at: row.time(23)?,
        sent_at: row.time_or_null(24)?,
        share_until: row.time_or_null(25)?,
        closed_at: row.time_or_null(26)?,
        version: row.int(27)?,
        id,
    })
}

/// What somebody writes.
#[derive(Clone, Debug)]
pub struct Draft {
    /// To whom.
    pub receiver: Option<OrganisationId>,
    /// Or what the service is called that has no account.
    pub receiver_name: Option<String>,
    /// About what.
    pub area: Area,
    /// What is opened.
    pub areas: Areas,
    /// Why.
    pub words: String,
    /// What the clock must know.
    pub facts: String,
    /// Whether the phone is shown with the link.
    pub phone_shown: bool,
}

/// Writes a new one.
///
/// # Errors
/// A fault.
pub fn insert(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, draft: &Draft, state: State) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    let cell = |column| Cell::new("referrals_referral", id.as_str(), column);
    let actor = &desk.ctx().actor;
    let sender = actor.employer.as_ref().map(|employer| employer.id.as_str()).filter(|_| !permit.is_own());
    let named = draft.receiver_name.as_deref().map(|name| permit.seal(name_cell(id.as_str()), name)).transpose()?;
    tx.run(
        "INSERT INTO referrals_referral (person_id, referral_id, area, areas, sender_id, sender_account, receiver_id,
           receiver_name, words, facts, phone_shown, state, made_at, open_since, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)",
        args![
            permit.person(),
            &id,
            draft.area.key(),
            draft.areas.bits(),
            sender,
            actor.account.as_ref().map(AccountId::as_str),
            draft.receiver.as_ref().map(OrganisationId::as_str),
            named,
            permit.seal(cell("words"), &draft.words)?,
            permit.seal(cell("facts"), &draft.facts)?,
            draft.phone_shown.then_some("shown"),
            state.key(),
            desk.now(),
            desk.now(),
        ],
    )?;
    Ok(id)
}

/// Writes a draft anew.
///
/// # Errors
/// A fault.
pub fn rewrite(tx: &mut Tx<'_>, permit: &Permit, one: &Referral, draft: &Draft) -> Result<(), Error> {
    let cell = |column| Cell::new("referrals_referral", one.id.as_str(), column);
    let named = draft.receiver_name.as_deref().map(|name| permit.seal(name_cell(one.id.as_str()), name)).transpose()?;
    tx.run(
        "UPDATE referrals_referral SET area = $1, areas = $2, receiver_name = $3, words = $4, facts = $5, phone_shown = $6
         WHERE person_id = $7 AND referral_id = $8",
        args![
            draft.area.key(),
            draft.areas.bits(),
            named,
            permit.seal(cell("words"), &draft.words)?,
            permit.seal(cell("facts"), &draft.facts)?,
            draft.phone_shown.then_some("shown"),
            permit.person(),
            &one.id,
        ],
    )?;
    Ok(())
}

/// Saves where a referral stands, with all that goes with it.
///
/// # Errors
/// A fault; two who changed it at the same moment are run again, one after the other.
pub fn save(tx: &mut Tx<'_>, permit: &Permit, one: &Referral) -> Result<(), Error> {
    let why = if let State::Closed(crate::referrals::rules::End::Refused(why)) = one.state { Some(why.key()) } else { None };
    let open_since = (!one.state.is_over()).then(|| one.sent_at.unwrap_or(one.made_at));
    let touched = tx.run(
        "UPDATE referrals_referral SET state = $1, why = $2, holder = $3, grant_id = $4, relation_id = $5, sent_at = $6,
           share_until = $7, closed_at = $8, open_since = $9, version = $10
         WHERE person_id = $11 AND referral_id = $12 AND version = $13",
        args![
            one.state.key(),
            why,
            one.holder.as_ref().map(AccountId::as_str),
            one.grant.as_ref().map(GrantId::as_str),
            one.relation.as_deref(),
            one.sent_at,
            one.share_until,
            one.closed_at,
            open_since,
            one.version + 1,
            permit.person(),
            &one.id,
            one.version,
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(Fault::retry("a referral was changed meanwhile").into()) }
}
