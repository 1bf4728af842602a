use kernel::language::Language;
use kernel::role::Role;
use testkit::{Town, both_databases, on_sqlite};

use super::super::CHARTER;
use super::{ask, code_on, first_request, house, open, version};

#[test]
fn somebody_asks_without_a_name_and_reads_the_answer_with_the_code() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let mut person = town.visitor();
        let choices = person.get("/hjelp").await;
        assert!(choices.says("Hei. Hva trenger du nå?") && choices.says("Spill om penger som tar for mye"));
        assert!(choices.says("href=\"tel:113\""));
        let receipt = ask(&mut person, "talk", "Vil snakke om å trappe ned.").await;
        assert_eq!(receipt.status, 200);
        assert!(receipt.says("Kari eller en annen hos MO-senteret svarer deg i dag før kl. 14.00."), "{}", receipt.html);
        assert!(receipt.says("Vi sletter den 20. desember"));
        let code = code_on(&receipt);

        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        town.wait_minutes(60);
        let inbox = kari.get("/innboks").await;
        assert!(inbox.says("3 t igjen, i dag før kl. 14.00"), "{}", inbox.html);
        assert!(inbox.says("«Vil snakke om å trappe ned.»"));
        let request = first_request(&inbox);
        let one = kari.post(&format!("/innboks/{request}/ta"), &[]).await;
        let answer = [
            ("words", "Hei. Jeg har en time i morgen kl. 10.30."),
            ("offer", "come"),
            ("offer", "call-me"),
            ("version", &version(&one)),
        ];
        let sent = kari.post(&format!("/innboks/{request}/svar"), &answer).await;
        assert_eq!(sent.status, 200, "{}", sent.html);

        let mut elsewhere = town.visitor();
        let opened = open(&mut elsewhere, &code.to_uppercase()).await;
        assert_eq!(opened.location.as_deref(), Some("/svar/melding"));
        assert!(opened.says("Du har fått svar") && opened.says("Hei. Jeg har en time i morgen kl. 10.30."));
        assert!(opened.says("Fra Kari hos MO-senteret, i dag kl. 11.00"));
        assert!(opened.says("Jeg kommer") && opened.says("Ring meg i stedet") && opened.says("Nei takk"));
        assert!(!opened.says("En annen dag"), "only what was offered");
        let answered = elsewhere.post("/svar/melding/svar", &[("answer", "come")]).await;
        assert!(answered.says("Du svarte i dag kl. 11.00"), "{}", answered.html);

        let done = kari.get("/innboks?vis=svart").await;
        assert!(done.says("Svarte: Jeg kommer"), "{}", done.html);
    });
}

#[test]
fn it_takes_four_screens_and_four_taps_and_no_personal_field_is_required() {
    both_databases(&[&CHARTER], async |town: Town| {
        house(&town);
        let mut person = town.visitor();
        person.get("/hjelp").await;
        let words = person.get("/hjelp/other").await;
        assert!(words.says("Hopp over"));
        let way = person.post("/hjelp/other", &[("words", ""), ("skip", "1")]).await;
        assert!(way.says("Hvordan vil du få svar?") && !way.says(" checked"), "nothing is chosen from before");
        let receipt = person.post("/hjelp/other/send", &[("words", ""), ("way", "code")]).await;
        assert!(receipt.says("Vi har fått meldingen din"));
    });
}

#[test]
fn a_form_sent_twice_gives_the_same_receipt_and_one_request() {
    both_databases(&[&CHARTER], async |town: Town| {
        house(&town);
        let mut person = town.visitor();
        person.get("/hjelp/talk").await;
        person.post("/hjelp/talk", &[("words", "Hei")]).await;
        let token = person.token();
        let fields = [("words", "Hei"), ("way", "code"), ("token", token.as_str())];
        let first = person.post("/hjelp/talk/send", &fields).await;
        let again = person.post("/hjelp/talk/send", &fields).await;
        assert_eq!(code_on(&first), code_on(&again));
        assert_eq!(town.rows("help_requests_request").len(), 1);
        assert_eq!(town.rows("person").len(), 1);
    });
}

#[test]
fn nothing_typed_is_lost_when_something_is_wrong() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        house(&town);
        let mut person = town.visitor();
        let long = "Jeg har mye å si. ".repeat(200);
        person.get("/hjelp/talk").await;
        let back = person.post("/hjelp/talk", &[("words", &long)]).await;
        assert_eq!(back.status, 422);
        assert!(back.says("Skriv litt kortere.") && back.says(long.trim_end()), "the words are still there");
        person.post("/hjelp/talk", &[("words", "Kort")]).await;
        let fields = [("words", "Kort"), ("way", "call"), ("phone", "12"), ("leave_word", "no")];
        let back = person.post("/hjelp/talk/send", &fields).await;
        assert_eq!(back.status, 422);
        assert!(back.says("value=\"Kort\"") && back.says("value=\"12\"") && back.says("Skriv et nummer med åtte tall."));
        let back = person.post("/hjelp/talk/send", &[("words", "Kort")]).await;
        assert!(back.status == 422 && back.says("Velg en av dem."));
        let back = person.post("/hjelp/talk/send", &[("words", "Kort"), ("way", "visit")]).await;
        assert!(back.status == 422 && back.says("Velg en av dem."));
        let old = [("words", "Kort"), ("way", "code"), ("token", "old")];
        let back = person.post("/hjelp/talk/send", &old).await;
        assert!(back.status == 409 && back.says("value=\"Kort\""), "a page that has stood open");
        let over = [("words", long.as_str()), ("way", "code")];
        let back = person.post("/hjelp/talk/send", &over).await;
        assert!(back.status == 422 && back.says(long.trim_end()));
        let back = person.post("/hjelp/talk/send", &[("words", "Kort"), ("back", "1")]).await;
        assert!(back.says("Fortell kort hva det gjelder") && back.says("Kort</textarea>"));
        assert!(town.rows("help_requests_request").is_empty() && town.rows("person").is_empty());
    });
}

#[test]
fn the_person_can_ask_for_a_call_or_come_by() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let mut person = town.visitor();
        person.get("/hjelp/talk").await;
        let way = person.post("/hjelp/talk", &[("words", "")]).await;
        assert!(way.says("MO-senteret, grønn dør"));
        let call = [("words", ""), ("way", "call"), ("phone", "41 23 45 67"), ("leave_word", "yes")];
        assert_eq!(person.post("/hjelp/talk/send", &call).await.status, 200);
        person.get("/hjelp/sleep").await;
        person.post("/hjelp/sleep", &[("words", "")]).await;
        let visit = [("words", ""), ("way", "visit"), ("place", house.centre.as_str())];
        let receipt = person.post("/hjelp/sleep/send", &visit).await;
        assert!(receipt.says("hos MO-senteret"), "the place answers, whoever answers the need: {}", receipt.html);
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let inbox = kari.get("/innboks").await;
        assert!(inbox.says("Ring 41 23 45 67") && inbox.says("Kommer innom: MO-senteret, grønn dør"), "{}", inbox.html);
    });
}

#[test]
fn outside_opening_hours_the_receipt_says_when_the_doors_open() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        house(&town);
        town.wait_minutes(7 * 60);
        let receipt = ask(&mut town.visitor(), "talk", "Hei").await;
        assert!(receipt.says("Vi har stengt nå. Vi åpner mandag 23. november kl. 08.00."), "{}", receipt.html);
        assert!(receipt.says("svarer deg mandag 23. november før kl. 12.00."));
    });
}

#[test]
fn where_nobody_answers_it_is_said_before_anything_is_typed() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let page = town.visitor().get("/hjelp/talk").await;
        assert_eq!(page.status, 409);
        assert!(page.says("Ingen svarer på dette her ennå.") && page.says("Ring 116 117"));
        assert_eq!(town.visitor().get("/hjelp/no-such-need").await.status, 404);
    });
}

#[test]
fn every_page_speaks_three_languages() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        for language in Language::ALL {
            let mut person = Town::speaking(town.visitor(), language);
            let mut kari = Town::speaking(town.as_account(&house.kari, Role::MoNurse), language);
            let mut seen = vec![person.get("/hjelp").await, person.get("/hjelp/talk").await];
            seen.push(person.post("/hjelp/talk", &[("words", "")]).await);
            let receipt = person.post("/hjelp/talk/send", &[("words", ""), ("way", "code")]).await;
            let code = code_on(&receipt);
            seen.extend([receipt, person.get("/svar").await]);
            seen.push(open(&mut person, &code).await);
            let inbox = kari.get("/innboks").await;
            let request = first_request(&inbox);
            seen.extend([inbox, kari.get("/innboks/finn").await, kari.get("/innboks?vis=svart").await]);
            let one = kari.get(&format!("/innboks/{request}")).await;
            let reply = [("words", "Hei"), ("offer", "fine"), ("version", &version(&one))];
            seen.push(one);
            seen.push(kari.post(&format!("/innboks/{request}/svar"), &reply).await);
            seen.push(person.get("/svar/melding").await);
            seen.push(kari.post(&format!("/innboks/{request}/ny-kode"), &[]).await);
            for page in seen {
                assert_eq!(page.status, 200, "{}", page.html);
                assert!(page.says(&format!("<html lang=\"{}\"", language.code())));
                assert!(!page.html.contains(">[") && !page.html.contains("help-"), "{}", page.html);
                assert_eq!(page.html.matches("<h1").count(), 1);
            }
        }
    });
}
