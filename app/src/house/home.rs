//! `/hjem`: the person's own page, and an invited relative's.

use askama::Template;
use kernel::role::Role;
use platform::charter::{Place, draw};
use platform::error::Error;
use platform::frame::{Frame, Say, fold};
use platform::web::{Asked, Reply};

use super::CHARTER;
use super::people::{Met, by_name};

#[derive(Template)]
#[template(path = "house/pages/home.html")]
struct Home {
    frame: Frame,
    t: Say,
    name: Option<String>,
    panels: Vec<String>,
    folded: Vec<String>,
    aside: Vec<String>,
    more: Vec<String>,
}

#[derive(Template)]
#[template(path = "house/pages/kin.html")]
struct Kin {
    frame: Frame,
    t: Say,
    shared: Vec<KinView>,
}

struct KinView {
    met: Met,
    panels: Vec<String>,
}

/// Panels that stand open, at most: the rest is one tap away, so that the page is short in a bad hour.
const OPEN: usize = 9;
/// What a panel's section bears when it waits for the person's answer: it is never folded away.
const WAITS: &str = "data-waits";

/// Those that stand open, and those that are folded.
fn open_and_folded(panels: Vec<String>) -> (Vec<String>, Vec<String>) {
    fold(panels, |at, panel| at < OPEN || panel.contains(WAITS))
}

/// The home page.
pub(super) async fn show(asked: Asked) -> Result<Reply, Error> {
    if asked.ctx.actor.role == Role::NextOfKin {
        return shared_with_me(asked).await;
    }
    let (name, panels, aside, more) = asked
        .view(&CHARTER, |tx, desk| {
            let own = desk.own(tx)?;
            let mut drawn = |place| draw(tx, desk, place, Some(&own));
            let (panels, aside, more) = (drawn(Place::Home)?, drawn(Place::HomeAside)?, drawn(Place::HomeMore)?);
            Ok((own.card().name.clone(), panels, aside, more))
        })
        .await?;
    let (panels, folded) = open_and_folded(panels);
    Reply::page(&Home { frame: asked.frame(), t: asked.say(), name, panels, folded, aside, more })
}

/// What persons have chosen to share with a relative, and nothing about what they have not.
async fn shared_with_me(asked: Asked) -> Result<Reply, Error> {
    let shared = asked
        .view(&CHARTER, |tx, desk| {
            let mut shared = Vec::new();
            // Nobody is next of kin to more than a page.
            let (persons, _) = desk.who_shares_with_me(tx, None)?;
            for permit in by_name(tx, desk, &persons)? {
                let panels = draw(tx, desk, Place::OnePerson, Some(&permit))?;
                shared.push(KinView { met: Met::of(&permit), panels });
            }
            Ok(shared)
        })
        .await?;
    Reply::page(&Kin { frame: asked.frame(), t: asked.say(), shared })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panels(count: usize) -> Vec<String> {
        (0..count).map(|n| format!("<section>{n}</section>")).collect()
    }

    #[test]
    fn the_first_stand_open_and_two_more_are_not_worth_a_tap() {
        assert_eq!(open_and_folded(panels(OPEN + 2)), (panels(OPEN + 2), Vec::new()));
        let (open, folded) = open_and_folded(panels(OPEN + 3));
        assert_eq!((open, folded.len()), (panels(OPEN), 3));
    }

    #[test]
    fn what_waits_for_the_person_is_never_folded_away() {
        let mut all = panels(OPEN + 3);
        all.push("<section data-waits>an offer</section>".into());
        let (open, folded) = open_and_folded(all);
        assert_eq!((open.len(), folded.len()), (OPEN + 1, 3));
        assert!(open.last().is_some_and(|last| last.contains("an offer")));
    }
}
