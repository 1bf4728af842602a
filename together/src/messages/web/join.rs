//! The person takes somebody more into a thread.

use askama::Template;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::start::Choice;
use super::{thread, thread_id};
use crate::messages::CHARTER;
use crate::messages::around::{around, who_see};
use crate::messages::rules::{self, Change, Command};
use crate::messages::shown::called;
use crate::messages::store::{self, Member};

#[derive(Template)]
#[template(path = "messages/pages/join.html")]
struct JoinPage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    subject: String,
    path: String,
    area: String,
    choices: Vec<Choice>,
}

/// Who could come in.
pub async fn choose(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (id, say) = (thread_id(&asked)?, asked.say());
    let which = id.clone();
    let (thread, others) = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let thread = store::thread(tx, desk, &own, &which)?;
            let there = store::members(tx, &own, &which)?;
            let mut others = who_see(&around(tx, desk, &own)?, thread.area);
            others.retain(|one| !there.iter().any(|member| member.key == one.key));
            Ok((thread, others))
        })
        .await?;
    let chosen = |key: &str| asked.form.get("til") == key;
    let page = JoinPage {
        frame: asked.frame(),
        back: format!("/meldinger/{id}"),
        subject: thread.subject,
        path: format!("/meldinger/{id}/flere"),
        area: say.t(&format!("area-{}", thread.area.key())),
        choices: others
            .iter()
            .map(|one| Choice { key: one.key.clone(), name: called(&say, one), chosen: chosen(&one.key) })
            .collect(),
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// Takes them in.
pub async fn take_in(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_take_in(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_take_in(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["til"])?;
    let (id, key) = (thread_id(asked)?, asked.form.get("til").to_owned());
    if key.is_empty() {
        return Err(Error::field("til", "form-choose"));
    }
    let settled = asked.change(&CHARTER, "take-in", move |tx, desk| {
        let own = desk.own(tx)?;
        let loaded = thread::load(tx, desk, &own, &id, None)?;
        let around = around(tx, desk, &own)?;
        let member: Option<Member> = around.iter().find(|one| one.member.key == key).map(|one| one.member.clone());
        let member = member.ok_or(Error::Missing)?;
        let sees = who_see(&around, loaded.thread.area).contains(&member);
        let there = loaded.members.iter().any(|one| one.key == key);
        let command = Command::TakeIn { sees, there };
        if rules::decide(&loaded.state, &store::by(desk)?, &command, desk.now())? == Change::TakeIn {
            store::take_in(tx, desk, &own, &id, &member)?;
        }
        Ok(Settled::to(format!("/meldinger/{id}")))
    });
    settled.await
}
