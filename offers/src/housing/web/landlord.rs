//! The one sheet that is handed to a landlord. What it can say is a type of its own: a home, two days and whom to call. There is
//! no field in it for a reason, a service, a diagnosis or a word about the person, so none can be printed by mistake.

use askama::Template;
use kernel::time::Day;
use platform::error::Error;
use platform::frame::{ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use crate::housing::CHARTER;
use crate::housing::rules::Refusal;
use crate::housing::store::tenancies::{self, Tenancy};

/// Everything a landlord is told.
struct ForLandlord {
    landlord: String,
    home: String,
    from: Day,
    until: Option<Day>,
    contact: ContactItem,
}

impl ForLandlord {
    fn of(tenancy: &Tenancy) -> ForLandlord {
        ForLandlord {
            landlord: tenancy.landlord.clone(),
            home: tenancy.name.clone(),
            from: tenancy.began_on,
            until: tenancy.ended.map(|(on, _)| on),
            contact: contact_item(&tenancy.holder.name, &tenancy.holder.phone),
        }
    }
}

#[derive(Template)]
#[template(path = "housing/pages/landlord.html")]
struct LandlordPage {
    frame: Frame,
    t: Say,
    back: String,
    sheet: ForLandlord,
    from: String,
    until: Option<String>,
    printed: String,
}

/// The sheet of the newest tenancy. Nobody's protected address goes on paper.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let (person, t) = (asked.person()?, asked.say());
    let about = person.clone();
    let sheet = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &about)?;
            let newest = tenancies::all(tx, &permit)?.into_iter().next().filter(|_| permit.knows_whereabouts());
            newest.map(|one| ForLandlord::of(&one)).ok_or(Error::from(Refusal::TenancyEnded))
        })
        .await;
    let sheet = match sheet {
        Err(Error::Refused(_)) => return Ok(Reply::to(format!("/bolig/en/{person}"))),
        other => other?,
    };
    let page = LandlordPage {
        back: format!("/bolig/en/{person}"),
        from: t.date_with_year(sheet.from),
        until: sheet.until.map(|day| t.date_with_year(day)),
        printed: t.date_with_year(asked.ctx.now.day()),
        frame: asked.frame(),
        sheet,
        t,
    };
    Reply::page(&page)
}
