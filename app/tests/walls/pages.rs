//! Every address of the catalogue that shows something, with what varies filled in; and one that leaks on purpose.

use kernel::area::Area;
use kernel::id::PersonId;
use platform::charter::Charter;
use platform::web::Method;

/// One address to go to.
pub struct Visit {
    pub path: String,
}

/// Two threads that lie there: one in the area that is shared where one is, one in another.
pub const THREADS: [(Area, &str); 2] =
    [(Area::Body, "00000000000000000000000000000b0d"), (Area::Housing, "00000000000000000000000000000b01")];

/// All of them.
pub fn every_page(catalogue: &[&'static Charter], person: &PersonId) -> Vec<Visit> {
    let routes = catalogue.iter().flat_map(|part| part.routes.iter());
    let shown = routes.filter(|route| route.method == Method::Get);
    shown.flat_map(|route| filled(route.path, person)).map(|path| Visit { path }).collect()
}

fn filled(pattern: &str, person: &PersonId) -> Vec<String> {
    let with_person = pattern.replace("{person}", person.as_str());
    if with_person.contains("{area}") {
        return Area::ALL.iter().map(|area| with_person.replace("{area}", area.key())).collect();
    }
    if with_person.contains("{thread}") {
        return THREADS
            .iter()
            .map(|(_, thread)| with_person.replace("{thread}", thread).replace("{file}", &"0".repeat(32)))
            .collect();
    }
    let known = [("{place}", "mo-senteret"), ("{need}", "talk"), ("{kind}", "Condition")];
    let known = known.into_iter().chain([
        ("{about}", "housing"),
        ("{step}", "1"),
        ("{zone}", "hard"),
        ("{slot}", "helps"),
        ("{month}", "2026-10"),
    ]);
    // A service without an account is asked in the same form as any other.
    let known = known.chain([("/henvis/{receiver}", "/henvis/lenke"), ("/ny/{receiver}", "/ny/lenke")]);
    let path = known.fold(with_person, |path, (name, value)| path.replace(name, value));
    // Any other id is one that nobody has: the page must say so and nothing more.
    let mut parts = path.split('/').map(|part| if part.starts_with('{') { "0".repeat(32) } else { part.to_owned() });
    vec![parts.by_ref().collect::<Vec<_>>().join("/")]
}

/// A part with one page that forgets to ask: the walk must find it.
pub mod leak {
    use askama::Template;
    use kernel::class::Class;
    use platform::charter::Charter;
    use platform::error::Error;
    use platform::web::{Asked, Reply, Who, get};

    pub const PATH: &str = "/lekkasje";

    #[derive(Template)]
    #[template(source = "<h1>Lekkasje</h1><p>{{ name }}</p>", ext = "html")]
    struct Page {
        name: &'static str,
    }

    async fn show(_: Asked) -> Result<Reply, Error> {
        Reply::page(&Page { name: super::super::states::NAME })
    }

    pub static CHARTER: Charter = Charter {
        key: "leak",
        class: Class::Open,
        purpose: "Shows that the walk finds a leak.",
        legal_basis: "None.",
        routes: &[get(PATH, Who::Staff, |asked| asked.answer(show))],
        ..Charter::BLANK
    };
}
