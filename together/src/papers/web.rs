//! `/papirer`: what others have sent, kind by kind and paper by paper, and the proposals that wait for an answer.

use askama::Template;
use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply, Route, Who, get, post};

use super::rules::{Command, State, undoable};
use super::sheet::{self, Sheet};
use super::store::{self, KindCount, Paper, Proposed, Received};
use super::{CHARTER, answers, kinds};

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/papirer", Who::Person, |asked| asked.answer(front)),
    get("/papirer/forslag", Who::Person, |asked| asked.answer(proposals)),
    post("/papirer/forslag", Who::Person, |asked| asked.answer(answer)),
    post("/papirer/angre", Who::Person, |asked| asked.answer(undo)),
    get("/papirer/papir/{paper}", Who::Person, |asked| asked.answer(paper)),
    get("/papirer/{kind}", Who::Person, |asked| asked.answer(kind)),
];

/// Where the proposals stand.
const PROPOSALS: &str = "/papirer/forslag";

/// A kind of paper as drawn.
struct ShownKind {
    href: String,
    words: String,
    years: String,
}

/// A delivery as drawn.
struct ShownDelivery {
    sender: String,
    lang: String,
    came: String,
    proposals: Vec<ShownProposal>,
}

/// A proposal as drawn.
struct ShownProposal {
    id: String,
    line: String,
    what: String,
    paper: String,
}

/// The papers of one year as drawn.
struct ShownYear {
    heading: String,
    papers: Vec<Sheet>,
}

/// What has just been answered.
struct ShownAnswer {
    id: String,
    words: String,
    can_undo: bool,
}

#[derive(Template)]
#[template(path = "papers/pages/front.html")]
struct FrontPage {
    frame: Frame,
    t: Say,
    waiting: i64,
    kinds: Vec<ShownKind>,
    deliveries: Vec<ShownDelivery>,
}

#[derive(Template)]
#[template(path = "papers/pages/proposals.html")]
struct ProposalsPage {
    frame: Frame,
    t: Say,
    again: Again,
    answered: Option<ShownAnswer>,
    undone: bool,
    deliveries: Vec<ShownDelivery>,
    more: i64,
}

#[derive(Template)]
#[template(path = "papers/pages/kind.html")]
struct KindPage {
    frame: Frame,
    t: Say,
    heading: String,
    years: Vec<ShownYear>,
    older: Option<String>,
}

#[derive(Template)]
#[template(path = "papers/pages/paper.html")]
struct PaperPage {
    frame: Frame,
    t: Say,
    back: String,
    back_words: String,
    sheet: Sheet,
    raw: String,
}

async fn front(asked: Asked) -> Result<Reply, Error> {
    let view = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        Ok((store::waiting(tx, &own)?, store::kinds(tx, &own)?, store::received(tx, &own)?))
    });
    let (waiting, found, received) = view.await?;
    let t = asked.say();
    let in_order = kinds::all().filter_map(|key| found.iter().find(|kind| kind.kind == key));
    let deliveries = received.iter().map(|one| shown_delivery(&t, one, asked.ctx.now)).collect();
    let kinds = in_order.map(|kind| shown_kind(&t, kind)).collect();
    Reply::page(&FrontPage { frame: asked.frame(), waiting, kinds, deliveries, t })
}

fn shown_kind(t: &Say, kind: &KindCount) -> ShownKind {
    let year = |day: &str| day.get(..4).unwrap_or_default().to_owned();
    let (first, last) = (year(&kind.first), year(&kind.last));
    ShownKind {
        href: format!("/papirer/{}", kind.kind),
        words: t.with(&format!("papers-kind-{}", kind.kind), "n", kind.count),
        years: if first == last { last } else { format!("{first}–{last}") },
    }
}

fn shown_delivery(t: &Say, one: &Received, now: Timestamp) -> ShownDelivery {
    let when = t.near_day(one.received_at.day(), now.day());
    ShownDelivery {
        sender: one.sender.clone().unwrap_or_else(|| t.t("papers-from-unknown")),
        lang: one.sender.as_ref().map_or(t.language.code(), |_| &one.language).to_owned(),
        came: t.with2("papers-came", "when", when, "n", one.papers),
        proposals: Vec::new(),
    }
}

async fn proposals(asked: Asked) -> Result<Reply, Error> {
    draw_proposals(asked, Again::default()).await
}

async fn draw_proposals(asked: Asked, again: Again) -> Result<Reply, Error> {
    let answer = RowId::parse(asked.query.get("svar"));
    let view = asked.view(&CHARTER, move |tx, desk| {
        let own = desk.own(tx)?;
        let answered = answer.map(|id| Ok::<_, Error>((store::answered(tx, &own, &id)?, id))).transpose()?;
        Ok((answered, store::open_proposals(tx, &own)?, store::waiting(tx, &own)?, store::received(tx, &own)?))
    });
    let (answered, open, waiting, received) = view.await?;
    let t = asked.say();
    let answered = answered.and_then(|(about, id)| shown_answer(&asked, &t, &about, &id));
    let status = again.status.unwrap_or(200);
    let shown = i64::try_from(open.len()).unwrap_or(i64::MAX);
    let page = ProposalsPage {
        frame: asked.frame(),
        deliveries: by_delivery(&t, &open, &received, asked.ctx.now),
        undone: asked.query.has("angret"),
        more: waiting.saturating_sub(shown),
        again,
        answered,
        t,
    };
    Ok(Reply::page(&page)?.status(status))
}

fn shown_answer(asked: &Asked, t: &Say, about: &[Proposed], id: &RowId) -> Option<ShownAnswer> {
    let first = about.first()?;
    let (key, at) = match &first.state {
        State::Accepted { at, .. } => ("papers-said-yes", *at),
        State::Declined { at } => ("papers-said-no", *at),
        State::Open => return None,
    };
    Some(ShownAnswer {
        id: id.to_string(),
        words: t.with(key, "n", about.len()),
        can_undo: undoable(at, asked.ctx.now) && answers::can_be_undone(&asked.app, about),
    })
}

fn by_delivery(t: &Say, open: &[Proposed], received: &[Received], now: Timestamp) -> Vec<ShownDelivery> {
    let mut deliveries = Vec::new();
    for one in received {
        let of_it: Vec<ShownProposal> =
            open.iter().filter(|proposal| proposal.import == one.id).map(|proposal| shown_proposal(t, proposal)).collect();
        if !of_it.is_empty() {
            deliveries.push(ShownDelivery { proposals: of_it, ..shown_delivery(t, one, now) });
        }
    }
    deliveries
}

fn shown_proposal(t: &Say, proposal: &Proposed) -> ShownProposal {
    let key = format!("papers-proposal-{}", proposal.accept);
    ShownProposal {
        id: proposal.id.to_string(),
        line: proposal.line.clone(),
        what: if t.has(&key) { t.t(&key) } else { t.t("papers-proposal") },
        paper: format!("/papirer/papir/{}", proposal.paper),
    }
}

/// Yes or no to the proposals that stood in the form: one, or all of a delivery.
async fn answer(asked: Asked) -> Result<Reply, Error> {
    let settled = match read_answer(&asked) {
        Err(error) => Err(error),
        Ok((command, ids)) => {
            let done = asked.change(&CHARTER, "papers-answer", move |tx, desk| {
                let own = desk.own(tx)?;
                let proposals: Vec<Proposed> = ids.iter().map(|id| store::proposal(tx, &own, id)).collect::<Result<_, _>>()?;
                let answer = answers::give(tx, desk, &own, &proposals, command)?;
                Ok(Settled::to(format!("{PROPOSALS}?svar={answer}")))
            });
            done.await
        }
    };
    shown_again(asked, settled).await
}

fn read_answer(asked: &Asked) -> Result<(Command, Vec<RowId>), Error> {
    asked.form.only(&["proposal", "answer"])?;
    let command = match asked.form.get("answer") {
        "yes" => Command::Accept,
        "no" => Command::Decline,
        _ => return Err(Error::field("answer", "form-choose")),
    };
    let ids: Option<Vec<RowId>> = asked.form.all("proposal").map(RowId::parse).collect();
    let ids = ids.filter(|ids| !ids.is_empty() && ids.len() <= super::rules::MANY).ok_or(Error::Missing)?;
    Ok((command, ids))
}

async fn undo(asked: Asked) -> Result<Reply, Error> {
    let settled = match (asked.form.only(&["answer"]), RowId::parse(asked.form.get("answer"))) {
        (Err(error), _) => Err(error),
        (Ok(()), None) => Err(Error::Missing),
        (Ok(()), Some(answer)) => {
            let done = asked.change(&CHARTER, "papers-undo", move |tx, desk| {
                let own = desk.own(tx)?;
                answers::undo(tx, desk, &own, &answer)?;
                Ok(Settled::to(format!("{PROPOSALS}?angret=1")))
            });
            done.await
        }
    };
    shown_again(asked, settled).await
}

/// On to the next page, or the same page with the sentence that says why not.
async fn shown_again(asked: Asked, settled: Result<Settled, Error>) -> Result<Reply, Error> {
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            draw_proposals(asked, again).await
        }
    }
}

async fn kind(asked: Asked) -> Result<Reply, Error> {
    let kind = kinds::parse(asked.param("kind")).ok_or(Error::Missing)?;
    let after = match asked.query.get("etter") {
        "" => None,
        id => Some(RowId::parse(id).ok_or(Error::Missing)?),
    };
    let view = asked.view(&CHARTER, move |tx, desk| {
        let own = desk.own(tx)?;
        let count = store::kinds(tx, &own)?.into_iter().find(|found| found.kind == kind).map_or(0, |found| found.count);
        Ok((count, store::page(tx, &own, kind, after.as_ref())?))
    });
    let (count, (papers, more)) = view.await?;
    if papers.is_empty() {
        return Err(Error::Missing);
    }
    let t = asked.say();
    let older = papers.last().filter(|_| more).map(|last| format!("/papirer/{kind}?etter={}", last.id));
    let page = KindPage {
        frame: asked.frame(),
        heading: t.with(&format!("papers-kind-{kind}"), "n", count),
        years: by_year(&t, &papers),
        older,
        t,
    };
    Reply::page(&page)
}

fn by_year(t: &Say, papers: &[Paper]) -> Vec<ShownYear> {
    let mut years: Vec<(String, Vec<Sheet>)> = Vec::new();
    for paper in papers {
        let sheet = sheet::read(paper, t);
        match years.last_mut() {
            Some((year, sheets)) if *year == sheet.year => sheets.push(sheet),
            _ => years.push((sheet.year.clone(), vec![sheet])),
        }
    }
    let heading = |year: String| if year.is_empty() { t.t("papers-no-day") } else { year };
    years.into_iter().map(|(year, papers)| ShownYear { heading: heading(year), papers }).collect()
}

async fn paper(asked: Asked) -> Result<Reply, Error> {
    let id = RowId::parse(asked.param("paper")).ok_or(Error::Missing)?;
    let view = asked.view(&CHARTER, move |tx, desk| {
        let own = desk.own(tx)?;
        store::paper(tx, &own, &id)?.ok_or(Error::Missing)
    });
    let paper = view.await?;
    let t = asked.say();
    let page = PaperPage {
        frame: asked.frame(),
        back: format!("/papirer/{}", paper.kind),
        back_words: t.t("papers-back"),
        sheet: sheet::read(&paper, &t),
        raw: paper.raw,
        t,
    };
    Reply::page(&page)
}
