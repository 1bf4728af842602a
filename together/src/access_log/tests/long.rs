//! Two thousand lines: read page by page, each once, in order, and the log still holds.

use kernel::role::Role;
use platform::access::log::{self, Before};
use platform::audit;
use platform::door::view_here;
use testkit::{Town, both_databases};

use super::town::{CATALOGUE, LOOKS, around};

const LINES: usize = 2000;

#[test]
fn a_long_log_is_read_page_by_page_and_still_holds() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        plant(&town, &around.jon, &around.gp);
        let (mut seen, mut before, mut pages) = (Vec::new(), None::<Before>, 0);
        let own = own(&town, &around.jon);
        loop {
            let from = before.clone();
            let page = view_here(&town.app, &own, &LOOKS, |tx, desk| {
                let own = desk.own(tx)?;
                log::page(tx, &own, from.as_ref(), desk.now())
            });
            let page = page.expect("a page");
            assert!(page.looks.len() <= 300);
            seen.extend(page.looks.iter().filter(|look| look.role == Role::Gp).map(|look| (look.at, look.id.clone())));
            pages += 1;
            match page.next {
                None => break,
                next => before = next,
            }
        }
        assert_eq!(seen.len(), LINES, "each line once");
        assert!(seen.windows(2).all(|pair| pair[0] > pair[1]), "the newest first");
        assert!((7..=8).contains(&pages), "{pages} pages");
        let mut jon = town.as_person(&around.jon);
        let first = jon.get("/sett").await;
        let older = first.attribute("href=\"/sett?fra=").expect("a way to the older ones");
        let second = jon.get(&older.replace("&amp;", "&")).await;
        assert!(second.status == 200 && second.says("Til det nyeste") && second.says("Åshild Lie"));
        seal(&town);
        let held = audit::verify(town.app.db(), town.app.master(), town.now()).expect("the log can be read");
        assert!(held.is_ok(), "{held:?}");
    });
}

fn own(town: &Town, person: &kernel::id::PersonId) -> platform::ctx::Ctx {
    let mut actor = platform::ctx::Actor::visitor();
    actor.role = Role::Person;
    actor.door = platform::ctx::Door::Full;
    actor.person = Some(person.clone());
    platform::ctx::Ctx::new(town.now(), kernel::language::Language::Nb, actor, town.app.source().bytes())
}

/// Lines as the door writes them, many at once: the same employee, ten a minute.
fn plant(town: &Town, person: &kernel::id::PersonId, gp: &kernel::id::AccountId) {
    let key = town.app.keys().find(person).expect("the key store answers").expect("a key");
    let start = town.now();
    let lines: Vec<audit::Line> = (0..LINES)
        .map(|n| {
            let at = start.plus_s(-i64::try_from(n / 3).expect("small") * 60);
            let line_id = kernel::id::hex(town.app.source().id_bits());
            let cell = platform::keys::Cell::new("audit_line", &line_id, "detail");
            let detail = key.seal(cell, "{\"areas\":4,\"basis\":\"grant\"}").expect("sealed");
            audit::Line {
                event_id: format!("event-{n}"),
                at,
                node: "test".into(),
                role: Role::Gp.key().into(),
                account_id: Some(gp.to_string()),
                organisation_id: None,
                act: "look".into(),
                part: "looks".into(),
                purpose: "treatment".into(),
                outcome: "shown".into(),
                subject: Some(key.subject()),
                detail: Some(detail),
                line_id,
            }
        })
        .collect();
    town.app.db().write_here(move |tx| Ok(audit::insert(tx, &lines)?)).expect("written");
}

fn seal(town: &Town) {
    while audit::seal_waiting(town.app.db(), town.app.master(), town.app.node(), town.now()).expect("sealed").lines > 0 {}
}
