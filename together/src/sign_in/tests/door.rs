use kernel::code::Code;
use platform::error::Error;
use testkit::{Page, Place, Town, app_seeded, both_databases, on_sqlite, runtime};

use super::super::limits::{Guessed, OF_ALL};
use super::super::{CARD_VOIDED, CHARTER};
use super::{PHONE, PIN, doors, house, knock};

/// The page without what differs by what was typed and by the moment.
fn bare(page: &Page, typed: &str) -> String {
    let html = page.html.replace(typed, "CARD");
    let mut parts = html.split("name=\"token\" value=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once('"').map_or("", |(_, rest)| rest))
}

#[test]
fn card_and_pin_open_what_is_ones_own() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let mut phone = town.visitor().saying_it_is(PHONE);
        let wrong = knock(&mut phone, &card, "9999").await;
        assert!(wrong.status == 409 && wrong.says("Det stemte ikke."), "{}", wrong.html);
        assert!(wrong.says(&card), "the card stands there still");
        let inside = knock(&mut phone, &card.to_uppercase(), " 73 91 ").await;
        assert_eq!(inside.location.as_deref(), Some("/hjem"));
        let list = phone.get("/innlogget").await;
        assert!(list.says("Android-telefon") && list.says("Her du er nå"), "{}", list.html);
        assert!(town.tables_with("SM-A546B").is_empty(), "the browser's own words are kept nowhere");
        assert!(town.tables_with(PIN).is_empty() && town.tables_with(&card).is_empty());
    });
}

#[test]
fn a_card_alone_opens_nothing() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let mut finder = town.visitor();
        let page = knock(&mut finder, &card, "").await;
        assert!(page.status == 422 && page.says("Kortet åpner ikke noe alene."), "{}", page.html);
        assert_eq!(finder.get("/hjem").await.status, 404, "this house has no home page, and nobody is in");
        assert_eq!(finder.get("/kort").await.status, 401);
    });
}

#[test]
fn unknown_void_and_wrong_are_answered_word_for_word_alike() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let void = doors(&town, &house.jon).await;
        let card = {
            let mut own = town.as_person(&house.jon);
            own.get("/kort").await;
            super::code_on(&own.post("/kort/nytt", &[]).await)
        };
        let unknown = ["ampere alpakka 13", "akkord altan 12"].into_iter().find(|code| *code != card).expect("another code");
        let mut seen = Vec::new();
        for (typed, secret) in [(void.as_str(), PIN), (card.as_str(), "8642"), (unknown, PIN)] {
            let page = knock(&mut town.visitor(), typed, secret).await;
            assert_eq!(page.status, 409, "{typed}");
            seen.push(bare(&page, typed));
        }
        assert!(seen[0].contains("Det stemte ikke."));
        assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "{seen:#?}");
        // And so is the waiting: a card nobody has is guessed at no longer than one somebody has.
        for typed in [card.as_str(), unknown] {
            let mut last = None;
            for _ in 0..5 {
                last = Some(knock(&mut town.visitor(), typed, "8642").await);
            }
            assert_eq!(last.expect("a page").status, 429, "{typed}");
        }
    });
}

#[test]
fn guesses_are_counted_per_card_over_two_nodes() {
    for place in Place::both() {
        let node = |seed| Town::new(app_seeded(&[&CHARTER], &place.url, &place.keys_url, seed));
        let (one, other) = (node(1), node(2));
        runtime().block_on(async {
            let house = house(&one);
            let card = doors(&one, &house.jon).await;
            for turn in 0..5 {
                let town = if turn % 2 == 0 { &one } else { &other };
                assert_eq!(knock(&mut town.visitor(), &card, "8642").await.status, 409, "try {turn}");
            }
            for town in [&one, &other] {
                let page = knock(&mut town.visitor(), &card, PIN).await;
                assert!(page.status == 429 && page.says("Vent i 15 minutter"), "also with the right PIN");
            }
            one.wait_minutes(16);
            other.wait_minutes(16);
            assert_eq!(knock(&mut other.visitor(), &card, PIN).await.location.as_deref(), Some("/hjem"));
        });
    }
}

#[test]
fn guesses_are_counted_per_person_whatever_the_card() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        for _ in 0..5 {
            knock(&mut town.visitor(), &card, "8642").await;
        }
        let mut own = town.as_person(&house.jon);
        own.get("/kort").await;
        let next = super::code_on(&own.post("/kort/nytt", &[]).await);
        assert_eq!(knock(&mut town.visitor(), &next, PIN).await.status, 429);
        own.get("/las").await;
        assert_eq!(own.post("/las", &[]).await.status, 200);
        let locked = own.post_only("/las/opp", &[("hemmelig", PIN)]).await;
        assert_eq!(locked.location.as_deref(), Some("/inn"), "the locked screen is the same person");
    });
}

#[test]
fn slow_guessing_meets_the_day_and_the_month() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let mut looked_at = 0;
        for _ in 0..6 {
            for _ in 0..5 {
                looked_at += i32::from(knock(&mut town.visitor(), &card, "8642").await.status == 409);
            }
            town.wait_minutes(16);
        }
        assert_eq!(looked_at, 15, "fifteen a day");
    });
}

#[test]
fn a_ceiling_stands_over_the_whole_house() {
    both_databases(&[&CHARTER], async |town: Town| {
        let (app, now) = (town.app.clone(), town.now());
        let begin = move |n: u64| {
            let inner = app.clone();
            let code = Code::from_bits(n * 7919);
            app.db().write_here(move |tx| Ok::<_, Error>(Guessed::card(&inner, &code, None)?.begin(tx, now)?))
        };
        let ceiling = u64::try_from(OF_ALL.tries).expect("a count");
        for n in 0..ceiling {
            assert_eq!(begin(n).expect("counted"), None, "try {n}");
        }
        assert!(begin(ceiling + 1).expect("counted").is_some(), "no card of the whole house is looked at now");
    });
}

#[test]
fn a_right_try_does_not_lift_the_ceiling_for_others() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        for n in 0..4 {
            knock(&mut town.visitor(), &Code::from_bits(n * 7919 + 5).canonical(), PIN).await;
        }
        assert_eq!(knock(&mut town.visitor(), &card, PIN).await.location.as_deref(), Some("/hjem"));
        let all = town.rows("guess").into_iter().find(|row| row.text(0).is_ok_and(|what| what == OF_ALL.what));
        assert_eq!(all.expect("the ceiling's row").int(3).expect("tries"), 4);
    });
}

#[test]
fn a_form_sent_twice_opens_one_session() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let before = town.rows("session").len();
        let mut phone = town.visitor();
        phone.get("/inn").await;
        let token = phone.token();
        let fields = [("kort", card.as_str()), ("hemmelig", PIN), ("token", token.as_str())];
        assert_eq!(phone.post_only("/inn", &fields).await.location.as_deref(), Some("/hjem"));
        let mut again = town.visitor();
        assert_eq!(again.post_only("/inn", &fields).await.location.as_deref(), Some("/hjem"));
        assert_eq!(town.rows("session").len(), before + 1);
    });
}

#[test]
fn what_was_typed_can_be_shown_and_is_not_a_try() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        house(&town);
        let mut browser = town.visitor();
        browser.get("/inn").await;
        let shown = browser.post("/inn", &[("kort", "kano hest 47"), ("hemmelig", "7391"), ("vis", "1")]).await;
        assert!(shown.status == 200 && shown.says("type=\"text\" id=\"hemmelig\" name=\"hemmelig\" value=\"7391\""));
        assert!(town.rows("guess").is_empty());
    });
}

#[test]
fn the_card_says_neither_what_it_is_nor_whose() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        let mut own = town.as_person(&house.jon);
        own.get("/kort").await;
        let page = own.post("/kort/nytt", &[]).await;
        let wallet = page.html.split("class=\"v-wallet\"").nth(1).and_then(|rest| rest.split("</section>").next());
        let wallet = wallet.expect("a card");
        for word in ["Jon", "Varde", "MO-senteret", "Boligteamet", "PIN", "http"] {
            assert!(!wallet.contains(word), "{word}");
        }
        assert!(wallet.replace('\u{a0}', " ").contains("55 00 00 01"), "the contact's phone: {wallet}");
        assert!(page.says("Du må ha en PIN for å bruke kortet."));
        let first = super::code_on(&page);
        let second = super::code_on(&own.post("/kort/nytt", &[]).await);
        assert_ne!(first, second);
        let told = town.rows("fact").iter().filter(|row| row.text(1).is_ok_and(|kind| kind == CARD_VOIDED)).count();
        assert_eq!(told, 1, "voided and printed again in one tap");
        own.get("/kort").await;
        let gone = own.post("/kort/sperr", &[]).await;
        assert!(gone.says("Du har ikke noe kort."), "{}", gone.html);
    });
}

#[test]
fn changing_the_pin_asks_for_the_old_one() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let mut own = town.as_person(&house.jon);
        let form = own.get("/kort/pin").await;
        assert!(form.says("Den du har nå"));
        let born = own.post("/kort/pin", &[("slag", "pin"), ("gammel", PIN), ("hemmelig", "1984")]).await;
        assert!(born.status == 422 && born.says("Den er lett å gjette."), "{}", born.html);
        for (old, status) in [("", 409), ("8642", 409), (PIN, 200)] {
            own.get("/kort/pin").await;
            let words = "Bikkja mi het Laika";
            let page = own.post("/kort/pin", &[("slag", "phrase"), ("gammel", old), ("hemmelig", words)]).await;
            assert_eq!(page.status, status, "{old}: {}", page.html);
        }
        assert_eq!(knock(&mut town.visitor(), &card, PIN).await.status, 409);
        let inside = knock(&mut town.visitor(), &card, " bikkja  MI het laika").await;
        assert_eq!(inside.location.as_deref(), Some("/hjem"));
    });
}

#[test]
fn whoever_lost_a_phone_signs_it_out_at_the_door() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let mut old = town.visitor().saying_it_is(PHONE);
        knock(&mut old, &card, PIN).await;
        assert_eq!(old.get("/kort").await.status, 200);
        let mut new = town.visitor();
        new.get("/inn").await;
        let inside = new.post("/inn", &[("kort", &card), ("hemmelig", PIN), ("mistet", "1")]).await;
        assert_eq!(inside.location.as_deref(), Some("/inn/framme"));
        assert!(inside.says("Ingenting er borte") && inside.says("Android-telefon"), "{}", inside.html);
        assert_eq!(old.get("/kort").await.status, 401, "refused at its next request");
    });
}

#[test]
fn what_is_over_goes_away_by_itself() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        knock(&mut town.visitor(), &card, "8642").await;
        let mut kari = town.as_account(&house.kari, kernel::role::Role::MoNurse);
        let case = super::turn(&mut kari, "Jon", "1984").await;
        super::speak(&mut kari, &case).await;
        town.wait_days(31);
        town.run_jobs();
        let left: Vec<usize> =
            ["guess", "sign_in_case", "sign_in_vouch", "sign_in_digits"].map(|table| town.rows(table).len()).to_vec();
        assert_eq!(left, [0, 0, 0, 0]);
        assert_eq!(town.rows("sign_in_card").len(), 1, "the card that counts stays");
    });
}
