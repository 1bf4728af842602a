//! `/min-bolig`: where I live, what I wait for, what I was offered and why, and why the others were not.

use askama::Template;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::one::{Choices, read_answer, reasons, wants};
use super::shown::{FitView, OfferView, TenancyView, WarningView, fit, offer, tenancy, warning};
use crate::housing::CHARTER;
use crate::housing::acts::{self, first_name, on_the_table};
use crate::housing::store::{needs, offers, tenancies, units, warnings};

#[derive(Template)]
#[template(path = "housing/pages/mine.html")]
struct MinePage {
    frame: Frame,
    t: Say,
    again: Again,
    reasons: Choices,
    words: String,
    wait: Option<Wait>,
    home: Option<TenancyView>,
    before: Vec<TenancyView>,
    warnings: Vec<WarningView>,
    earlier: Vec<OfferView>,
}

struct Wait {
    since: String,
    longer: String,
    holder: String,
    phone: ContactItem,
    words: Option<String>,
    wants: Vec<String>,
    table: Option<OfferView>,
    homes: Vec<FitView>,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (t, now) = (asked.say(), asked.ctx.now);
    let say = t.clone();
    let (wait, home, before, warned, earlier) = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let need = needs::waiting_of(tx, &own)?;
            let all = offers::all(tx, &own)?;
            let lived = tenancies::all(tx, &own)?;
            let table = need.as_ref().and_then(|need| on_the_table(need, &all));
            let wait = match &need {
                Some(need) => {
                    let before = needs::place_by_date(tx, need)? - 1;
                    let free = units::free(tx, &need.organisation)?;
                    Some(Wait {
                        since: say.with("housing-mine-since", "date", say.date_with_year(need.asked_at.day())),
                        longer: say.with("housing-mine-longer", "n", before),
                        holder: say.with2(
                            "housing-holder",
                            "name",
                            first_name(&need.holder.name),
                            "place",
                            &need.organisation_name,
                        ),
                        phone: contact_item(&need.holder.name, &need.holder.phone),
                        words: need.words.clone(),
                        wants: wants(&say, &need.wanted),
                        table: table.map(|one| offer(&say, &own, one, now)),
                        homes: free.iter().map(|unit| fit(&say, &need.wanted, unit, &all, now.day(), false)).collect(),
                    })
                }
                None => None,
            };
            let home = lived.iter().find(|one| one.ended.is_none()).map(|one| tenancy(&say, &own, one, now));
            let before: Vec<_> =
                lived.iter().filter(|one| one.ended.is_some()).map(|one| tenancy(&say, &own, one, now)).collect();
            let warned: Vec<_> = warnings::all(tx, &own)?.iter().map(|one| warning(&say, one, now)).collect();
            let others = all.iter().filter(|one| table.is_none_or(|table| table.id != one.id));
            let earlier: Vec<_> = others.map(|one| offer(&say, &own, one, now)).collect();
            Ok((wait, home, before, warned, earlier))
        })
        .await?;
    let mut frame = asked.frame();
    frame.path = "/min-bolig".into();
    let page = MinePage {
        reasons: reasons(&t, asked.form.get("reason")),
        words: asked.form.get("words").to_owned(),
        frame,
        again,
        wait,
        home,
        before,
        warnings: warned,
        earlier,
        t,
    };
    Reply::page_again(&page, page.again.status)
}

/// Yes, or no.
pub async fn answer(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_answer(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_answer(asked: &Asked) -> Result<Settled, Error> {
    let answer = read_answer(asked)?;
    asked
        .change(&CHARTER, "answer", move |tx, desk| {
            let own = desk.own(tx)?;
            acts::say(tx, desk, &own, &answer).map(|()| Settled::to("/min-bolig"))
        })
        .await
}

/// I no longer want it.
pub async fn withdraw(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_withdraw(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_withdraw(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&[])?;
    asked.change(&CHARTER, "withdraw", move |tx, desk| acts::withdraw(tx, desk).map(|()| Settled::to("/min-bolig"))).await
}
