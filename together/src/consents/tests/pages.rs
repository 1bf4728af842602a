//! Every page in three languages, and what must always stand on it.

use kernel::area::Area;
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::relations::Duty;
use platform::keys::{hex, keyed_hash};
use testkit::{Town, both_databases};

use super::town::{CATALOGUE, around, look, share};
use crate::consents::CHARTER;
use crate::consents::store::TEXT_VERSION;

#[test]
fn every_page_speaks_three_languages() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        town.duty(&around.centre, &around.jon, Some(&around.nurse), Duty::Contact);
        let city = town.organisation(OrganisationKind::Municipality, "Kommunen");
        let privacy = town.employee(&city, Role::PrivacyContact, "Ida Strand");
        let mut gp = town.as_account(&around.gp, Role::Gp);
        gp.get(&format!("/nodapning/{}", around.jon)).await;
        gp.post(&format!("/nodapning/{}", around.jon), &[("grunn", "Pustet ikke")]).await;
        let mut jon = town.as_person(&around.jon);
        let mut changes = Vec::new();
        let done = share(&mut jon, around.practice.as_str(), &[Area::Body], ("lenge", "")).await;
        changes.push(done.location.expect("a redirect"));
        let path = format!("/deling/{}/slutt", around.practice);
        let acts: [(&str, &[(&str, &str)]); 8] = [
            (&path, &[]),
            (&format!("/deling/sperr/{}", around.nurse), &[]),
            ("/deling/lukk", &[("gjor", "lukk"), ("omrade", "money")]),
            ("/deling/innsigelse", &[("gjor", "nei")]),
            ("/deling/samtykker", &[("slag", "plan"), ("gjor", "ja")]),
            ("/deling/samtykker", &[("slag", "confidential"), ("gjor", "ja")]),
            ("/deling/samtykker", &[("slag", "confidential"), ("gjor", "trekk")]),
            ("/deling/lukk", &[("gjor", "apne"), ("omrade", "money")]),
        ];
        for (address, fields) in acts {
            let done = jon.post(address, &[fields, &[("bekreft", "ja")]].concat()).await;
            changes.push(done.location.unwrap_or_else(|| panic!("{address}: {}", done.html)));
        }
        for language in Language::ALL {
            let mut jon = Town::speaking(town.as_person(&around.jon), language);
            let mut pages = Vec::new();
            let places = ["/deling", "/deling/ny", "/deling/loven", "/deling/sperr", "/deling/lukk", "/deling/samtykker"];
            let more = ["/deling/innsigelse", "/hjem"];
            for address in places.iter().chain(&more).map(|place| (*place).to_owned()).chain(changes.clone()) {
                pages.push((address.clone(), jon.get(&address).await));
            }
            for receiver in [around.practice.as_str(), around.centre.as_str(), around.nurse.as_str()] {
                let address = format!("/deling/{receiver}");
                pages.push((address.clone(), jon.get(&address).await));
                let fields = [("omrade", "teeth"), ("til", "uke"), ("dato", ""), ("gjor", "se")];
                pages.push((address.clone(), jon.post(&address, &fields).await));
            }
            let lift = format!("/deling/sperr/{}/opphev", around.nurse);
            pages.push((lift.clone(), jon.get(&lift).await));
            let mut contact = Town::speaking(town.as_account(&privacy, Role::PrivacyContact), language);
            pages.push(("/nodapninger".into(), contact.get("/nodapninger").await));
            let mut gp = Town::speaking(town.as_account(&around.gp, Role::Gp), language);
            pages.push(("one person".into(), look(&mut gp, &around.jon).await));
            pages.push(("open".into(), gp.get(&format!("/nodapning/{}", around.jon)).await));
            for (address, page) in pages {
                assert!(page.status == 200 || page.status == 409, "{address}: {} {}", page.status, page.html);
                for raw in ["[consents", "[refusal", "[area", "[form", "[error", "{ $", "[date"] {
                    assert!(!page.html.contains(raw), "{address} in {}: {raw}", language.code());
                }
                let part = !address.starts_with("/hjem") && address != "one person";
                assert_eq!(page.html.matches("<h1").count(), usize::from(part), "{address}");
                let filled = page.html.matches("<button class=\"ds-button\" type").count()
                    + page.html.matches("<a class=\"ds-button\" href").count();
                assert!(filled <= 1, "{address} has {filled} filled buttons");
            }
        }
    });
}

/// Everyone sees the line, and a page with something held back looks like one without.
#[test]
fn the_line_for_everyone_is_always_there() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut jon = town.as_person(&around.jon);
        let mut gp = town.as_account(&around.gp, Role::Gp);
        share(&mut jon, around.practice.as_str(), &Area::ALL, ("uke", "")).await;
        let all = look(&mut gp, &around.jon).await;
        assert!(all.says("Personen bestemmer hva som deles. Du ser kanskje ikke alt."));
        share(&mut jon, around.practice.as_str(), &[Area::Teeth], ("uke", "")).await;
        let some = look(&mut gp, &around.jon).await;
        let note = |html: &str| html.split("<p>Åpent").next().map(str::to_owned);
        assert_eq!(note(&all.html), note(&some.html), "hiding does not show");
        let card = jon.get("/deling").await;
        assert!(card.says("<dd>Tenner.</dd>") && card.says("<dd>Bolig. Penger. Kroppen. Medisiner og LAR."), "area by area");
    });
}

/// The version of the text a person says yes to changes when the text does: change both here, together.
#[test]
fn the_consent_text_has_a_version_of_its_own() {
    let sentences = ["consents-why", "consents-until", "consents-record-text", "consents-text-give", "consents-more-give"];
    let lines = CHARTER.wording.iter().flat_map(|(_, text)| text.lines());
    let said: Vec<&str> = lines.filter(|line| sentences.iter().any(|start| line.starts_with(start))).collect();
    let print: String = hex(&keyed_hash(b"consent text", said.join("\n").as_bytes())).chars().take(8).collect();
    assert_eq!((TEXT_VERSION, print.as_str()), ("1", "2aa7c3aa"));
}

#[test]
fn only_health_personnel_have_the_emergency_page() {
    let route = CHARTER.routes.iter().find(|route| route.path == "/nodapning/{person}").expect("the route");
    for role in Role::ALL {
        let admitted = route.who.admits(role, platform::ctx::Door::Full);
        assert_eq!(admitted, role.is_health_personnel(), "{}", role.key());
    }
}
