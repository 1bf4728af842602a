//! `/meg`: what the person tells about themselves. Everything may stand empty.

use askama::Template;
use platform::access::Settled;
use platform::error::Error;
use platform::form::Form;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply, language_cookie};

use super::panels::phone_shown;
use crate::people::card::{About, read_about};
use crate::people::rules::Ground;
use crate::people::store::card;
use crate::people::store::protection::{self, Protection};
use crate::people::{CHARTER, acts};

/// The fields of the form.
const FIELDS: [&str; 9] = ["name", "aliases", "about", "phone", "year", "language", "living", "place", "letters"];

#[derive(Template)]
#[template(path = "people/pages/me.html")]
struct MePage {
    frame: Frame,
    t: Say,
    again: Again,
    typed: Typed,
    saved: bool,
    protection: Option<Shown>,
}

/// The protection as drawn.
struct Shown {
    words: String,
    own: bool,
}

/// What stands in the fields.
struct Typed {
    name: String,
    aliases: String,
    about: String,
    phone: String,
    year: String,
    language: String,
    living: String,
    place: String,
    letters: String,
}

impl Typed {
    fn of(form: &Form) -> Typed {
        let get = |name| form.get(name).to_owned();
        Typed {
            name: get("name"),
            aliases: get("aliases"),
            about: get("about"),
            phone: get("phone"),
            year: get("year"),
            language: get("language"),
            living: get("living"),
            place: get("place"),
            letters: get("letters"),
        }
    }

    fn stored(about: &About) -> Typed {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Typed {
            name: text(&about.name),
            aliases: about.aliases.join("\n"),
            about: text(&about.about),
            phone: about.phone.as_deref().map(phone_shown).unwrap_or_default(),
            year: about.birth_year.map(|year| year.to_string()).unwrap_or_default(),
            language: about.language.code().to_owned(),
            living: about.living.key().to_owned(),
            place: text(&about.place),
            letters: about.letters.key().to_owned(),
        }
    }
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(&asked, None, Again::default()).await
}

pub(super) async fn draw(asked: &Asked, form: Option<&Form>, again: Again) -> Result<Reply, Error> {
    let (about, standing) = asked
        .view(&CHARTER, |tx, desk| {
            let own = desk.own(tx)?;
            Ok((card::load_own(tx, &own)?, protection::standing(tx, &own)?))
        })
        .await?;
    let t = asked.say();
    let shown = |standing: Protection| Shown {
        words: t.with(&format!("people-protected-{}", standing.ground.key()), "date", t.date_with_year(standing.since.day())),
        own: standing.ground == Ground::Own,
    };
    let status = again.status.unwrap_or(200);
    let mut frame = asked.frame();
    frame.path = "/meg".into();
    let page = MePage {
        frame,
        again,
        typed: form.map_or_else(|| Typed::stored(&about), Typed::of),
        saved: asked.query.get("lagret") == "ja",
        protection: standing.map(shown),
        t: t.clone(),
    };
    Ok(Reply::page(&page)?.status(status))
}

/// Saves.
pub async fn save(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&FIELDS)?;
    let about = match read_about(&asked.form, asked.ctx.now.day()) {
        Ok(about) => about,
        Err(errors) => {
            return draw(&asked, Some(&asked.form), Again::of(&asked.say(), Error::Invalid(errors))?).await;
        }
    };
    let language = about.language;
    let settled = asked
        .change(&CHARTER, "tell", move |tx, desk| {
            acts::tell(tx, desk, &about)?;
            Ok(Settled::to("/meg?lagret=ja"))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to).cookie(language_cookie(language))),
        Err(error) => draw(&asked, Some(&asked.form), Again::of(&asked.say(), error)?).await,
    }
}
