//! Pages for colleagues: who does what for this person, giving a duty, handing it on, ending it.

use askama::Template;
use kernel::id::{AccountId, PersonId, RowId};
use kernel::time::{Clock, Day, Timestamp};
use platform::access::relations::Duty;
use platform::access::{Desk, Permit, Settled, duties};
use platform::ctx::Ctx;
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::team::rules::{self, Appoint, Asker, Command, Ending, MAX_NOTE, Vacancy};
use crate::team::shown::{self, ShownMember};
use crate::team::{CHARTER, store};

/// Somebody for a duty, as drawn.
struct Choice {
    key: String,
    name: String,
    detail: String,
    chosen: bool,
}

/// Somebody who holds a duty, with what may be done about it.
struct Row {
    member: ShownMember,
    note: String,
    end: Option<String>,
}

#[derive(Template)]
#[template(path = "team/pages/staff.html")]
struct StaffPage {
    frame: Frame,
    t: Say,
    back: String,
    name: String,
    rows: Vec<Row>,
    vacant: Vec<String>,
    duties: Vec<(String, String)>,
    wishes: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "team/pages/give.html")]
struct GivePage {
    frame: Frame,
    t: Say,
    again: Again,
    base: String,
    title: String,
    path: String,
    current: Option<ShownMember>,
    colleagues: Vec<Choice>,
    substitute: bool,
    from: String,
    until: String,
    note: String,
}

#[derive(Template)]
#[template(path = "team/pages/end.html")]
struct EndPage {
    frame: Frame,
    t: Say,
    again: Again,
    base: String,
    member: ShownMember,
    reasons: Vec<(&'static str, String)>,
    note: String,
}

fn base(person: &PersonId) -> String {
    format!("/folk/{person}/lag")
}

fn asker(ctx: &Ctx) -> Result<Asker, Error> {
    let coordinates = ctx.actor.role == kernel::role::Role::Coordinator;
    Ok(Asker { organisation: ctx.actor.employer_id()?.clone(), coordinates })
}

/// What a colleague sees: their own organisation's people, the coordinator when the organisation serves the person, and the
/// others only where the person has shared it.
fn seen(team: Vec<duties::Held>, permit: &Permit, asker: &Asker, now: Timestamp) -> Vec<duties::Held> {
    let serves = team.iter().any(|held| held.organisation == asker.organisation && held.is_held(now));
    let own = |held: &duties::Held| held.organisation == asker.organisation;
    let coordinator = |held: &duties::Held| serves && held.duty == Duty::Coordinator;
    team.into_iter().filter(|held| own(held) || coordinator(held) || rules::may_know(permit, held)).collect()
}

struct Seen {
    permit: Permit,
    team: Vec<duties::Held>,
    vacant: Vec<Vacancy>,
    wishes: Vec<store::Wish>,
    notes: Vec<Option<String>>,
}

fn look(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<Seen, Error> {
    let permit = desk.person(tx, person)?;
    let (asker, now) = (asker(desk.ctx())?, desk.now());
    let all = duties::all(tx, &permit)?;
    let mut vacant = rules::vacancies(&all, &store::settled(tx, person)?, now);
    vacant.retain(|one| one.duty == Duty::Coordinator || one.organisation == asker.organisation);
    let team = seen(all, &permit, &asker, now);
    let mut notes = Vec::new();
    for held in &team {
        let mine = held.organisation == asker.organisation;
        notes.push(if mine { store::note_of(tx, &permit, &held.id)? } else { None });
    }
    let wishes = store::wishes(tx, &permit, Some(&asker.organisation))?;
    Ok(Seen { permit, team, vacant, wishes, notes })
}

/// Who does what for this person.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let person = asked.person()?;
    let seen = asked.view(&CHARTER, move |tx, desk| look(tx, desk, &person)).await?;
    let (say, now, asker) = (asked.say(), asked.ctx.now, asker(&asked.ctx)?);
    let at = base(seen.permit.person());
    let row = |member: ShownMember| {
        let found = seen.team.iter().zip(&seen.notes).find(|(held, _)| held.id == member.id);
        let mine = found.is_some_and(|(held, _)| held.organisation == asker.organisation || asker.coordinates);
        let end = (mine && member.duty != Duty::Serving).then(|| format!("{at}/slutt/{}", member.id));
        Row { note: found.and_then(|(_, note)| note.clone()).unwrap_or_default(), end, member }
    };
    let vacancy = |one: &Vacancy| {
        let key = format!("team-missing-{}", one.duty.key());
        say.with2(&key, "where", &one.organisation_name, "date", shown::date(&say, one.since.day(), now))
    };
    let duty = |duty: Duty| (format!("{at}/{}", duty.key()), say.t(&format!("team-give-{}", duty.key())));
    let unseen = seen.wishes.iter().filter(|wish| wish.seen_at.is_none());
    let wish =
        |wish: &store::Wish| (wish.words.clone(), shown::date(&say, wish.at.day(), now), format!("{at}/onske/{}", wish.id));
    let page = StaffPage {
        frame: asked.frame(),
        back: format!("/folk/{}", seen.permit.person()),
        name: seen.permit.card().name.clone().unwrap_or_else(|| say.t("team-the-person")),
        rows: shown::members(&say, &seen.team, now).into_iter().map(row).collect(),
        vacant: seen.vacant.iter().map(vacancy).collect(),
        duties: [Duty::Coordinator, Duty::Responsible, Duty::Substitute, Duty::Contact].map(duty).into(),
        wishes: unseen.map(wish).collect(),
        t: say.clone(),
    };
    Reply::page(&page)
}

fn duty(asked: &Asked) -> Result<Duty, Error> {
    Duty::parse(asked.param("duty")).filter(|duty| *duty != Duty::Serving).ok_or(Error::Missing)
}

/// The form in which a duty is given, or handed on when somebody has it.
pub async fn choose(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

/// Whom the duty goes from: the coordinator or contact, or the responsible professional of the asker's own organisation.
fn current<'a>(team: &'a [duties::Held], duty: Duty, asker: &Asker, now: Timestamp) -> Option<&'a duties::Held> {
    let mine = |held: &&duties::Held| duty != Duty::Responsible || held.organisation == asker.organisation;
    team.iter().filter(|held| held.duty == duty && held.is_held(now) && duty != Duty::Substitute).find(mine)
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, duty, asker) = (asked.person()?, duty(&asked)?, asker(&asked.ctx)?);
    let (at, mine) = (base(&person), asker.clone());
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let all = duties::all(tx, &permit)?;
        let team = seen(all, &permit, &mine, desk.now());
        Ok((team, duties::colleagues(tx, &mine.organisation, desk.now())?))
    });
    let (team, colleagues) = found.await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let chosen = asked.form.get("who");
    let choice = |one: duties::Candidate| Choice {
        chosen: one.account.as_str() == chosen,
        key: one.account.as_str().to_owned(),
        name: one.name,
        detail: one.title,
    };
    let works_with_people = |one: &duties::Candidate| kernel::access::role_may_ever(one.role, CHARTER.class);
    let page = GivePage {
        frame: asked.frame(),
        again,
        title: say.t(&format!("team-give-{}", duty.key())),
        path: format!("{at}/{}", duty.key()),
        base: at,
        current: current(&team, duty, &asker, now).map(|held| shown::member(&say, held, now)),
        colleagues: colleagues.into_iter().filter(works_with_people).map(choice).collect(),
        substitute: duty == Duty::Substitute,
        from: asked.form.get("from").to_owned(),
        until: asked.form.get("until").to_owned(),
        note: asked.form.get("note").to_owned(),
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// Gives the duty.
pub async fn give(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_give(&asked).await;
    asked.settled(outcome, draw).await
}

/// What was typed, read.
struct Typed {
    account: AccountId,
    from: Timestamp,
    until: Option<Timestamp>,
    note: Option<String>,
}

fn typed(asked: &Asked, duty: Duty) -> Result<Typed, Error> {
    asked.form.only(&["who", "from", "until", "note"])?;
    let (now, mut errors) = (asked.ctx.now, Vec::new());
    let mut day = |name: &'static str| {
        let text = asked.form.get(name).trim();
        let read = Day::read(text, now.day());
        if read.is_none() && !text.is_empty() {
            errors.push(FieldError::new(name, "form-date"));
        }
        read
    };
    let (from, until) = (day("from"), day("until"));
    let account = AccountId::parse(asked.form.get("who"));
    if account.is_none() {
        errors.push(FieldError::new("who", "form-choose"));
    }
    let note = asked.form.text_or_none("note", MAX_NOTE).map_err(|error| errors.push(error)).ok().flatten();
    if duty == Duty::Substitute && until.is_none() && errors.is_empty() {
        errors.push(FieldError::new("until", "form-date"));
    }
    match account {
        Some(account) if errors.is_empty() => Ok(Typed {
            account,
            from: from.filter(|day| *day != now.day()).map_or(now, |day| day.at(Clock::MIDNIGHT)),
            until: until.map(Day::end),
            note: note.map(|note| note.as_str().to_owned()),
        }),
        _ => Err(Error::Invalid(errors)),
    }
}

async fn try_give(asked: &Asked) -> Result<Settled, Error> {
    let (person, duty, asker) = (asked.person()?, duty(asked)?, asker(&asked.ctx)?);
    let (typed, to) = (typed(asked, duty)?, base(&person));
    let settled = asked.change(&CHARTER, "give-duty", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let colleagues = duties::colleagues(tx, &asker.organisation, desk.now())?;
        let chosen = colleagues.into_iter().find(|one| one.account == typed.account);
        let chosen = chosen.filter(|one| kernel::access::role_may_ever(one.role, CHARTER.class));
        let chosen = chosen.ok_or_else(|| Error::refused(&rules::Refusal::NotColleague))?;
        let new =
            Appoint { duty, account: chosen.account, organisation: chosen.organisation, from: typed.from, until: typed.until };
        let team = duties::all(tx, &permit)?;
        let command = match current(&team, duty, &asker, desk.now()) {
            Some(held) => Command::HandOver { relation: held.id.clone(), to: new },
            None => Command::Appoint(new),
        };
        let changes = rules::decide(&team, &asker, &command, desk.now()).map_err(|refusal| Error::refused(&refusal))?;
        store::save(tx, desk, &permit, &changes, (Ending::HandedOver, typed.note.as_deref()))?;
        desk.tell(tx, crate::team::TEAM_CHANGED, Some(permit.person()), duty.key())?;
        Ok(Settled::to(to.clone()))
    });
    settled.await
}

/// The form in which a duty ends.
pub async fn ending(asked: Asked) -> Result<Reply, Error> {
    draw_end(asked, Again::default()).await
}

async fn draw_end(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, relation) = (asked.person()?, asked.param("relation").to_owned());
    let at = base(&person);
    let found = asked.view(&CHARTER, move |tx, desk| {
        let (permit, asker) = (desk.person(tx, &person)?, asker(desk.ctx())?);
        let team = seen(duties::all(tx, &permit)?, &permit, &asker, desk.now());
        team.into_iter().find(|held| held.id == relation && held.duty != Duty::Serving).ok_or(Error::Missing)
    });
    let held = found.await?;
    let say = asked.say();
    let page = EndPage {
        frame: asked.frame(),
        again,
        base: at,
        member: shown::member(&say, &held, asked.ctx.now),
        reasons: Ending::CHOICES.map(|how| (how.key(), say.t(&format!("team-ending-{}", how.key())))).into(),
        note: asked.form.get("note").to_owned(),
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// Ends the duty.
pub async fn end(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_end(&asked).await;
    asked.settled(outcome, draw_end).await
}

async fn try_end(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["how", "note"])?;
    let (person, relation, asker) = (asked.person()?, asked.param("relation").to_owned(), asker(&asked.ctx)?);
    let how = Ending::parse(asked.form.get("how")).ok_or_else(|| Error::field("how", "form-choose"))?;
    let note = asked.form.text_or_none("note", MAX_NOTE).map_err(|error| Error::Invalid(vec![error]))?;
    let to = base(&person);
    let settled = asked.change(&CHARTER, "end-duty", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let team = duties::all(tx, &permit)?;
        let command = Command::End { relation: relation.clone() };
        let changes = rules::decide(&team, &asker, &command, desk.now()).map_err(|refusal| Error::refused(&refusal))?;
        store::save(tx, desk, &permit, &changes, (how, note.as_ref().map(kernel::text::Text::as_str)))?;
        desk.tell(tx, crate::team::TEAM_CHANGED, Some(permit.person()), &relation)?;
        Ok(Settled::to(to.clone()))
    });
    settled.await
}

/// A wish for another contact has been seen to.
pub async fn see_to(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let person = asked.person()?;
    let wish = RowId::parse(asked.param("wish")).ok_or(Error::Missing)?;
    let to = base(&person);
    let settled = asked.change(&CHARTER, "see-to-wish", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        store::seen(tx, desk, &permit, &wish)?;
        Ok(Settled::to(to.clone()))
    });
    Ok(Reply::to(settled.await?.to))
}
