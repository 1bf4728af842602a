//! Pages that only show: whom one can share with, and what the law decides.

use askama::Template;
use kernel::access::role_may_ever;
use kernel::class::Class;
use kernel::persona::OrganisationKind;
use platform::access::receivers;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use crate::consents::{CHARTER, words};

/// A service as a row.
struct Service {
    href: String,
    name: String,
    kind: String,
}

#[derive(Template)]
#[template(path = "consents/pages/receivers.html")]
struct Receivers {
    frame: Frame,
    t: Say,
    services: Vec<Service>,
}

/// Every service one can share with, by kind: a list, never a search for people.
pub async fn receivers(asked: Asked) -> Result<Reply, Error> {
    let all = asked
        .view(&CHARTER, |tx, desk| {
            desk.own(tx)?;
            receivers::organisations(tx)
        })
        .await?;
    let t = asked.say();
    let may = |kind: &OrganisationKind| kind.main_role().is_some_and(|role| role_may_ever(role, Class::Own));
    let mut services = Vec::new();
    for kind in OrganisationKind::ALL.into_iter().filter(may) {
        let word = words::at_start(&t.t(&format!("consents-who-{}", kind.key())));
        services.extend(all.iter().filter(|organisation| organisation.kind == kind).map(|found| Service {
            href: format!("/deling/{}", found.id),
            kind: if found.name == word { String::new() } else { word.clone() },
            name: found.name.clone(),
        }));
    }
    Reply::page(&Receivers { frame: asked.frame(), services, t })
}

#[derive(Template)]
#[template(path = "consents/pages/law.html")]
struct Law {
    frame: Frame,
    t: Say,
}

/// What the law decides, whatever one shares.
pub async fn law(asked: Asked) -> Result<Reply, Error> {
    Reply::page(&Law { frame: asked.frame(), t: asked.say() })
}
