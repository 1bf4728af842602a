//! From «Be om et sted i natt» to a door one can knock on, for somebody with a name and for somebody without.

use kernel::role::Role;
use testkit::{Town, both_databases};

use super::Night;
use crate::tonight::CHARTER;
use crate::tonight::traits::Trait;

/// The code on the receipt, as one types it.
fn code(html: &str) -> String {
    let shown = html.split("<p class=\"v-code\">").nth(1).and_then(|rest| rest.split("</p>").next()).expect("a code");
    let plain = shown.replace("<i aria-hidden=\"true\">·</i>", " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn somebody_without_a_name_asks_gets_a_place_and_says_that_it_is_not_safe() {
    both_databases(&[&CHARTER], async |town: Town| {
        let night = Night::in_town(&town);
        let (blue, calm) = (night.place("Blå hus", 4, 2, &[]), night.place("Nattrommet", 4, 2, &[Trait::AwakeAllNight]));
        let mut visitor = town.visitor();
        let open = visitor.get("/i-natt").await;
        assert!(open.says("Et sted å sove i natt") && open.says("Blå hus") && open.says("55 00 01 20"), "{}", open.html);
        visitor.get("/i-natt/be").await;
        let sent = visitor.post_only("/i-natt/be", &[("words", "Kan ikke være hjemme."), ("wish", "awake")]).await;
        assert!(sent.status == 200 && sent.says("har ansvar for å finne et sted til deg i dag"), "{}", sent.html);
        let code = code(&sent.html);
        visitor.get("/i-natt/svar").await;
        let mine = visitor.post("/i-natt/svar", &[("code", &code)]).await;
        assert!(mine.says("Vi leter etter et sted") && mine.says("Kan ikke være hjemme."), "{}", mine.html);

        let mut sara = town.as_account(&night.sara, Role::Nav);
        let board = sara.get("/i-natt").await;
        assert!(board.says("Uten navn") && board.says("igjen av dagen"), "{}", board.html);
        let one = board.attribute("href=\"/i-natt/en/").map(|rest| format!("/i-natt/en/{}", rest)).expect("a request");
        let one = one.replace("/i-natt/en//i-natt/en/", "/i-natt/en/");
        let page = sara.get(&one).await;
        assert!(page.says("Har: Noen er våkne hele natta") && page.says("Mangler: Noen er våkne hele natta"), "{}", page.html);
        let version = page.attribute("name=\"version\" value=\"").expect("a version");
        let none = sara.post(&format!("{one}/gi"), &[("nights", "0"), ("version", &version)]).await;
        assert!(none.status == 422 && none.says("Skriv et tall fra 1 til 14."), "{}", none.html);
        let given = [("place", blue.as_str()), ("nights", "2"), ("words", "Ring på."), ("version", &version)];
        let done = sara.post(&format!("{one}/gi"), &given).await;
        assert!(done.status == 200 && done.says("Blå hus") && done.says("Du kan klage til og med"), "{}", done.html);

        let mine = visitor.get("/i-natt/min").await;
        assert!(mine.says("Du har fått et sted") && mine.says("Si tallet 1 i døra.") && mine.says("Ring på."), "{}", mine.html);
        assert!(mine.says("Du kan klage til og med 11. desember"), "three weeks: {}", mine.html);
        let request = one.trim_start_matches("/i-natt/en/").to_owned();
        let not_safe = visitor.post(&format!("/i-natt/min/{request}/utrygt"), &[("words", "")]).await;
        assert!(not_safe.says("Vi leter etter et sted") && not_safe.says("Ikke trygt."), "{}", not_safe.html);

        let page = sara.get(&one).await;
        assert!(page.says("Personen har sagt at det ikke er trygt her."));
        let version = page.attribute("name=\"version\" value=\"").expect("a version");
        let again = [("place", blue.as_str()), ("nights", "1"), ("version", &version)];
        assert_eq!(sara.post(&format!("{one}/gi"), &again).await.status, 409);
        let other = [("place", calm.as_str()), ("nights", "1"), ("version", &version)];
        assert_eq!(sara.post(&format!("{one}/gi"), &other).await.status, 200);
        visitor.get("/i-natt/min").await;
        let yes = visitor.post(&format!("/i-natt/min/{request}/ja"), &[]).await;
        assert!(yes.says("Her sover du") && yes.says("Nattrommet") && yes.says("1 natt siden"), "{}", yes.html);

        town.wait_days(60);
        let run = platform::jobs::run_due(&town.app).expect("the jobs run");
        assert!(run > 0);
        assert!(town.tables_with("Kan ikke være hjemme.").is_empty());
        let gone = visitor.get("/i-natt/min").await;
        assert!(gone.status != 200 || !gone.says("Nattrommet"));
    });
}

#[test]
fn the_days_count_until_the_alarm_stands_before_the_holder() {
    both_databases(&[&CHARTER], async |town: Town| {
        let night = Night::in_town(&town);
        let place = night.place("Blå hus", 4, 2, &[]);
        let jon = town.person("Jon");
        let request = night.asks(&jon);
        night.give(&request, &place, 14).expect("a place");
        let mut seen = Vec::new();
        for days in [0, 75, 20] {
            town.wait_days(days);
            let mut sara = town.as_account(&night.sara, Role::Nav);
            let page = sara.get(&format!("/i-natt/en/{request}")).await;
            seen.push((page.says("er det tre måneder."), page.says("Over tre måneder siden")));
        }
        assert_eq!(seen, [(false, false), (true, false), (false, true)]);
        let own = town.as_person(&jon).get("/i-natt/min").await;
        assert!(own.says("96 netter siden 20. november 2026.") && own.says("Du skal få en plan for et hjem."), "{}", own.html);
    });
}

#[test]
fn a_no_is_said_in_words_and_can_be_asked_again() {
    both_databases(&[&CHARTER], async |town: Town| {
        let night = Night::in_town(&town);
        let jon = town.person("Jon");
        let request = night.asks(&jon);
        let mut sara = town.as_account(&night.sara, Role::Nav);
        let page = sara.get(&format!("/i-natt/en/{request}")).await;
        let version = page.attribute("name=\"version\" value=\"").expect("a version");
        let empty = sara.post(&format!("/i-natt/en/{request}/nei"), &[("why", ""), ("version", &version)]).await;
        assert_eq!(empty.status, 422, "a no without reasons is no answer");
        let why = [("why", "Du har et rom i Storgata til 1. desember."), ("version", version.as_str())];
        assert_eq!(sara.post(&format!("/i-natt/en/{request}/nei"), &why).await.status, 200);
        let mut own = town.as_person(&jon);
        let mine = own.get("/i-natt/min").await;
        assert!(mine.says("Du fikk nei") && mine.says("Du har et rom i Storgata") && mine.says("Du kan klage"), "{}", mine.html);
        own.get("/i-natt/be").await;
        let token = own.token();
        let form = [("words", "Rommet er borte."), ("token", token.as_str())];
        for time in ["first", "second"] {
            let sent = own.post_only("/i-natt/be", &form).await;
            assert!(sent.status == 200 && sent.says("Vi har fått det"), "sent the {time} time: {}", sent.html);
        }
        own.get("/i-natt/be").await;
        let another = own.post("/i-natt/be", &[("words", "Enda en.")]).await;
        assert!(another.says("Vi leter etter et sted") && !another.says("Enda en."), "one at a time: {}", another.html);
    });
}
