//! Every persona at every page, in every state of sharing: no page shows what the access decision denies.
//!
//! The expectation comes from the kernel's decision on a situation written down here, never from the rows the product
//! reads, so that a mistake in loading them shows.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

mod looks;
mod pages;
mod states;

use kernel::access::{Aspect, decide};
use kernel::area::Area;
use kernel::class::Class;
use kernel::id::{AccountId, PersonId};
use kernel::persona::Persona;
use kernel::role::Role;
use platform::charter::Charter;
use testkit::{Browser, Page, Town, both_databases, on_sqlite};

use pages::{Visit, every_page, leak};
use states::{State, Subject};

/// One thing that a page showed although the decision says no.
#[derive(Debug, PartialEq, Eq)]
struct Leak {
    state: &'static str,
    persona: &'static str,
    path: String,
    what: String,
}

#[test]
fn no_page_shows_what_the_decision_denies() {
    let catalogue = app::catalogue();
    both_databases(&catalogue, async |town| {
        let leaks = walk(&town, &catalogue).await;
        assert!(leaks.is_empty(), "{} leaks, first: {:#?}", leaks.len(), leaks.iter().take(5).collect::<Vec<_>>());
    });
}

#[test]
fn one_planted_leak_is_found() {
    let mut catalogue = app::catalogue();
    catalogue.push(&leak::CHARTER);
    on_sqlite(&catalogue, &async |town: Town| {
        let leaks = walk(&town, &catalogue).await;
        assert!(leaks.iter().any(|leak| leak.path == leak::PATH), "the planted leak was not found");
        assert!(leaks.iter().all(|leak| leak.path == leak::PATH), "{leaks:#?}");
    });
}

async fn walk(town: &Town, catalogue: &[&'static Charter]) -> Vec<Leak> {
    let mut leaks = Vec::new();
    let mut seen_own = 0;
    for state in State::ALL {
        let subject = Subject::fill(town, catalogue, state);
        for persona in Persona::ALL {
            let mut browser = subject.browser(town, persona);
            for visit in every_page(catalogue, &subject.person) {
                let page = browser.get(&visit.path).await;
                assert!(page.status < 500, "{} as {} in {}: {}", visit.path, persona.key, state.key(), page.status);
                seen_own += usize::from(persona.key == "person" && subject.markers(&page).next().is_some());
                leaks.extend(check(&subject, persona, state, &visit, &page));
            }
        }
    }
    assert!(seen_own > 0, "the person's own pages must show the markers, or this test sees nothing");
    leaks
}

fn check(subject: &Subject, persona: Persona, state: State, visit: &Visit, page: &Page) -> Vec<Leak> {
    let role = subject.role_of(persona);
    let allowed =
        |area: Option<Area>, aspect: Aspect| decide(role, Class::Own, area, aspect, &state.situation(role, area)).is_permit();
    let leak = |what: String| Leak { state: state.key(), persona: persona.key, path: visit.path.clone(), what };
    let mut found = Vec::new();
    for area in subject.markers(page) {
        if !allowed(area, Aspect::Content) {
            found.push(leak(format!("content of {}", area.map_or("no area", Area::key))));
        }
    }
    if page.says(states::NAME) && !allowed(None, Aspect::Card) {
        found.push(leak("the name".into()));
    }
    let phone = page.html.replace("&nbsp;", "").replace(['\u{a0}', ' '], "");
    if phone.contains(states::PHONE_DIGITS) && !allowed(None, Aspect::Whereabouts) {
        found.push(leak("the phone".into()));
    }
    let finds = allowed(None, Aspect::Whereabouts) && allowed(Some(Area::Housing), Aspect::Content);
    if page.html.contains(states::PLACE) && !finds {
        found.push(leak("the place".into()));
    }
    found
}

/// For the modules: a person and the accounts around them.
fn persona_browser(town: &Town, account: &AccountId, role: Role) -> Browser {
    town.as_account(account, role)
}

/// For the modules: the person's own browser.
fn own_browser(town: &Town, person: &PersonId) -> Browser {
    town.as_person(person)
}

#[test]
fn whoever_is_denied_a_person_finds_the_way_to_an_emergency_only_when_it_is_theirs_to_open() {
    let catalogue = app::catalogue();
    on_sqlite(&catalogue, &async |town: Town| {
        let subject = Subject::fill(&town, &catalogue, State::ALL[0]);
        let nobody = PersonId::from_bits(9).to_string();
        for persona in Persona::ALL.into_iter().filter(|persona| persona.role.is_staff()) {
            let mut browser = subject.browser(&town, persona);
            for person in [subject.person.as_str(), nobody.as_str()] {
                let page = browser.get(&format!("/folk/{person}")).await;
                if page.status == 403 {
                    let leads = page.html.contains(&format!("href=\"/nodapning/{person}\""));
                    assert_eq!(leads, persona.role.is_health_personnel(), "{} at {person}", persona.key);
                }
            }
            assert_eq!(browser.get(&format!("/folk/{nobody}")).await.status, 403, "{}", persona.key);
        }
    });
}
