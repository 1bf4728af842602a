//! The plan as those see it who work with the person: the areas that are shared with them, and no trace of the others.

use askama::Template;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::{base, permit, reader, subject};
use crate::plan::shown::{self, ShownArea, ShownPlan};
use crate::plan::{CHARTER, store};

#[derive(Template)]
#[template(path = "plan/pages/staff.html")]
struct StaffPage {
    frame: Frame,
    t: Say,
    back: String,
    propose: String,
    linked: bool,
    name: String,
    plan: ShownPlan,
    areas: Vec<ShownArea>,
}

/// The plan, for a colleague.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let whose = subject(&asked)?;
    let about = whose.clone();
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = permit(tx, desk, about.as_ref())?;
        let plan = store::load(tx, &permit)?;
        Ok((permit, plan))
    });
    let (permit, plan) = found.await?;
    let say = asked.say();
    let reader = reader(&asked, &permit, &say);
    let page = StaffPage {
        frame: asked.frame(),
        back: format!("/folk/{}", permit.person()),
        linked: true,
        propose: format!("{}/ny", base(whose.as_ref())),
        name: reader.name.clone(),
        plan: shown::whole(&reader, &plan),
        areas: permit.areas().iter().map(|area| shown::area(&reader, &plan, Some(area))).collect(),
        t: say.clone(),
    };
    Reply::page(&page)
}
