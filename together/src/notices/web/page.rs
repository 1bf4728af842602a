//! `/varsling`: where one is told, of what, and when not. One page, so that there is one place to switch it off.

use askama::Template;
use kernel::time::Timestamp;
use platform::app::App;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::notices::CHARTER;
use crate::notices::outbox::is_set_up;
use crate::notices::rules::{Channel, Kind};
use crate::notices::store::{self, Address, Choice, Owner, feeds};

#[derive(Template)]
#[template(path = "notices/pages/page.html")]
struct Page {
    frame: Frame,
    t: Say,
    again: Again,
    back: (&'static str, String),
    is_person: bool,
    set_up: bool,
    ways: Vec<ShownWay>,
    kinds: Vec<ShownKind>,
    from: Vec<Hour>,
    until: Vec<Hour>,
    version: i64,
    chooses: bool,
    saves_filled: bool,
    calendar: Option<ShownFeed>,
}

/// One channel, as it stands.
struct ShownWay {
    key: &'static str,
    name: String,
    state: WayState,
    address: String,
    code_until: String,
    typed: String,
    code_field: &'static str,
    set_up: bool,
    filled: bool,
}

/// Where a channel stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WayState {
    None,
    Waiting,
    On,
    Refused,
}

impl ShownWay {
    fn is_none(&self) -> bool {
        self.state == WayState::None
    }

    fn is_waiting(&self) -> bool {
        self.state == WayState::Waiting
    }

    fn is_on(&self) -> bool {
        self.state == WayState::On
    }

    fn is_refused(&self) -> bool {
        self.state == WayState::Refused
    }
}

struct ShownKind {
    key: &'static str,
    name: String,
    on: bool,
}

struct Hour {
    value: u8,
    shown: String,
    chosen: bool,
}

struct ShownFeed {
    since: Option<String>,
    link: Option<String>,
}

/// What a form that came back, or one that has just been sent, adds to the page.
#[derive(Clone, Default)]
pub struct Drawn {
    /// What stands above it.
    pub again: Again,
    /// The address of a calendar that was made just now: shown once.
    pub link: Option<String>,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Drawn::default()).await
}

/// The page after a form that came back.
pub async fn again(asked: Asked, again: Again) -> Result<Reply, Error> {
    draw(asked, Drawn { again, link: None }).await
}

/// The page, with what a form added.
pub async fn draw(asked: Asked, drawn: Drawn) -> Result<Reply, Error> {
    let language = asked.ctx.language;
    let (is_person, addresses, choice, feed) = asked
        .view(&CHARTER, move |tx, desk| {
            let owner = Owner::of(tx, desk)?;
            let limits = store::limits(tx, desk.now())?;
            let key = owner.key();
            let choice = store::choice(tx, &key, &limits, language)?;
            Ok((owner.is_person(), store::addresses(tx, desk.app(), &owner)?, choice, feeds::since(tx, &key)?))
        })
        .await?;
    let (t, app) = (asked.say(), asked.app.clone());
    let typed = typed(&asked, &choice, &drawn);
    let mut ways: Vec<ShownWay> = Channel::ALL.into_iter().filter_map(|channel| way(&asked, &t, channel, &addresses)).collect();
    fill_one(&mut ways);
    let mut frame = asked.frame();
    frame.path = "/varsling".into();
    let page = Page {
        back: if is_person { ("/hjem", t.t("notices-home")) } else { ("/min-konto", t.t("notices-account")) },
        is_person,
        set_up: Channel::ALL.into_iter().any(|channel| is_set_up(&app, channel)),
        saves_filled: !ways.iter().any(|way| way.filled),
        chooses: ways.iter().any(|way| way.is_on() || way.is_refused()),
        ways,
        kinds: kinds(&app, &t, is_person, &typed),
        from: hours(&t, typed.quiet.from),
        until: hours(&t, typed.quiet.until),
        version: typed.version,
        calendar: has_calendar(&app).then(|| shown_feed(&t, feed, asked.ctx.now, drawn.link.clone())),
        again: drawn.again,
        frame,
        t,
    };
    Reply::page_again(&page, page.again.status)
}

/// What stands in the choices: what is kept, or what was typed when the form came back.
fn typed(asked: &Asked, kept: &Choice, drawn: &Drawn) -> Choice {
    if drawn.again.status.is_none() || !asked.path.ends_with("/valg") {
        return kept.clone();
    }
    super::choice::read(asked, kept.language).unwrap_or_else(|_| kept.clone())
}

fn way(asked: &Asked, t: &Say, channel: Channel, addresses: &[Address]) -> Option<ShownWay> {
    let found = addresses.iter().find(|address| address.channel == channel);
    let set_up = is_set_up(&asked.app, channel);
    if found.is_none() && !set_up {
        return None;
    }
    let state = match found {
        None => WayState::None,
        Some(found) if found.refused_at.is_some() => WayState::Refused,
        Some(found) if found.way.verified => WayState::On,
        Some(_) => WayState::Waiting,
    };
    let until = found.and_then(|found| found.way.code_until).filter(|until| *until > asked.ctx.now);
    Some(ShownWay {
        key: channel.key(),
        name: t.t(&format!("notices-channel-{}", channel.key())),
        state,
        address: found.map(|found| shown_address(found)).unwrap_or_default(),
        code_until: until.map(|until| t.clock(until)).unwrap_or_default(),
        typed: if asked.path.ends_with(channel.key()) { asked.form.get(channel.key()).to_owned() } else { String::new() },
        code_field: super::ways::code_field(channel),
        set_up,
        filled: false,
    })
}

/// The one filled button: a code that waits comes first, then a channel that is not on, when none is.
fn fill_one(ways: &mut [ShownWay]) {
    let none_on = !ways.iter().any(ShownWay::is_on);
    let first = ways.iter().position(ShownWay::is_waiting);
    let first = first.or_else(|| ways.iter().position(|way| none_on && way.is_none() && way.set_up));
    if let Some(way) = first.and_then(|first| ways.get_mut(first)) {
        way.filled = true;
    }
}

/// A number in pairs, as people read it; an address as it is.
fn shown_address(found: &Address) -> String {
    match found.channel {
        Channel::Mail => found.address.clone(),
        Channel::Sms => kernel::text::Phone::parse(&found.address).map_or_else(|| found.address.clone(), |phone| phone.shown()),
    }
}

/// Kinds that some part tells of: nothing is offered that never comes.
fn kinds(app: &App, t: &Say, is_person: bool, choice: &Choice) -> Vec<ShownKind> {
    let told = |kind: &Kind| kind.facts().iter().any(|fact| app.catalogue().iter().any(|part| part.tells.contains(fact)));
    let theirs = |kind: &Kind| if is_person { kind.is_for_person() } else { kind.is_for_staff() };
    let shown = Kind::ALL.into_iter().filter(|kind| theirs(kind) && told(kind));
    shown
        .map(|kind| ShownKind {
            key: kind.key(),
            name: t.t(&format!("notices-kind-{}", kind.key())),
            on: !choice.off.contains(&kind),
        })
        .collect()
}

fn hours(t: &Say, chosen: u8) -> Vec<Hour> {
    (0..24)
        .map(|value| Hour { value, shown: t.with("notices-hour", "hour", format!("{value:02}.00")), chosen: value == chosen })
        .collect()
}

fn has_calendar(app: &App) -> bool {
    app.catalogue().iter().any(|part| part.calendar.is_some())
}

fn shown_feed(t: &Say, since: Option<Timestamp>, now: Timestamp, link: Option<String>) -> ShownFeed {
    ShownFeed { since: since.map(|since| t.near_day(since.day(), now.day())), link }
}
