//! Writing, answering, reading, taking back, searching, and telling that one has tried.

use kernel::area::Area;
use kernel::language::Language;
use kernel::role::Role;
use testkit::{Town, both_databases};

use super::town::{CATALOGUE, around, asked, begun, theirs, write};

#[test]
fn the_person_writes_and_sees_who_has_read_it() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut kari) = (town.as_person(&around.jon), town.as_account(&around.kari, Role::MoNurse));
        assert!(jon.get("/meldinger").await.says("Ingen meldinger her ennå."));
        let areas = jon.get("/meldinger/ny").await;
        assert!(
            areas.says("Bolig") && areas.says("Kari Nes, MO-senteret · Alle hos MO-senteret") && !areas.says("Penger"),
            "{}",
            areas.html
        );
        let form = jon.get("/meldinger/ny/housing").await;
        assert!(form.says("Til hvem?") && !form.says("Sara Berg"), "only those who see the area: {}", form.html);
        let thread = begun(&mut jon, &around.kari, "Jeg vil bo et stille sted.\n\nKan du hjelpe?").await;
        let page = jon.get(&thread).await;
        assert!(page.says("Visning") && page.says("Du · I dag kl. 10.00") && page.says("Kan du hjelpe?"), "{}", page.html);
        assert!(page.says("Ta tilbake") && !page.says("Lest av"));

        let shown = kari.get(&theirs(&around.jon, &thread)).await;
        assert!(
            shown.says("Jon · I dag kl. 10.00") && shown.says("class=\"v-voice\"") && shown.says("stille sted"),
            "{}",
            shown.html
        );
        let read = jon.get(&thread).await;
        assert!(read.says("Lest av Kari Nes i dag kl. 10.00") && !read.says("Ta tilbake"), "{}", read.html);

        town.wait_minutes(30);
        let answer = write(&mut kari, &theirs(&around.jon, &thread), "Ja, det gjør jeg gjerne.").await;
        assert!(answer.says("Du · I dag kl. 10.30"), "{}", answer.html);
        let list = jon.get("/meldinger").await;
        assert!(list.says("Visning") && list.says("1 ny.") && list.says("Bolig. Sist i dag kl. 10.30."), "{}", list.html);
        jon.get(&thread).await;
        assert!(!jon.get("/meldinger").await.says("1 ny."));
        assert!(kari.get(&theirs(&around.jon, &thread)).await.says("Lest av Jon i dag kl. 10.30"));
        town.wait_days(1);
        let mut kari = town.as_account(&around.kari, Role::MoNurse);
        assert!(kari.get(&theirs(&around.jon, &thread)).await.says("Lest av Jon i går kl. 10.30"));
        assert_eq!(town.tables_with("stille sted"), Vec::<String>::new(), "what is written is sealed");
        assert_eq!(town.tables_with("Visning"), Vec::<String>::new());
        assert!(town.rows("fact").iter().any(|row| row.text(1).is_ok_and(|kind| kind == "MessageSent")));
    });
}

#[test]
fn a_question_is_answered_with_one_tap_and_only_once() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut kari) = (town.as_person(&around.jon), town.as_account(&around.kari, Role::MoNurse));
        let at_kari = asked(&mut kari, &around.jon, "Kan du komme torsdag kl. 10.30?").await;
        let thread = at_kari.replace(&format!("/beskjeder/{}", around.jon), "/meldinger");
        assert!(jon.get("/meldinger").await.says("Venter på svar fra deg."));
        let page = jon.get(&thread).await;
        assert!(
            page.says("Et spørsmål") && page.says("Ja, det passer") && page.says("Nei, ikke nå") && page.says("Ring meg"),
            "{}",
            page.html
        );
        let token = jon.token();
        let fields = [("token", token.as_str()), ("svar", "yes")];
        let answered = jon.post(&format!("{thread}/svar"), &fields).await;
        assert!(answered.status == 200 && !answered.says("Nei, ikke nå"), "{}", answered.html);
        let replayed = jon.post(&format!("{thread}/svar"), &fields).await;
        assert_eq!(replayed.location.as_deref(), Some(thread.as_str()), "a replay shows the first answer");
        assert_eq!(town.rows("messages_message").len(), 2, "and writes nothing");
        let again = jon.post(&format!("{thread}/svar"), &[("svar", "call-me")]).await;
        assert!(again.status == 409 && again.says("Det er ikke noe spørsmål å svare på nå."), "{}", again.html);
        assert!(kari.get(&at_kari).await.says("Ja, det passer"));
        let english = Town::speaking(town.as_account(&around.kari, Role::MoNurse), Language::En).get(&at_kari).await;
        assert!(english.says("Yes, that is fine"), "an answer is read in the reader's language: {}", english.html);
        let forged = kari.post(&format!("{at_kari}/svar"), &[("svar", "yes")]).await;
        assert_eq!(forged.status, 404, "only the person answers with one tap");
    });
}

#[test]
fn what_nobody_has_read_is_taken_back_for_ten_minutes() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut kari) = (town.as_person(&around.jon), town.as_account(&around.kari, Role::MoNurse));
        let thread = begun(&mut jon, &around.kari, "Dette var feil.").await;
        let back = format!("{thread}/tilbake");
        jon.get(&thread).await;
        let gone = jon.post(&back, &[("nummer", "1")]).await;
        assert!(gone.says("Tatt tilbake.") && !gone.says("Dette var feil."), "{}", gone.html);
        let shown = kari.get(&theirs(&around.jon, &thread)).await;
        assert!(shown.says("Tatt tilbake.") && !shown.says("Dette var feil."));
        let twice = jon.post(&back, &[("nummer", "1")]).await;
        assert!(twice.status == 409 && twice.says("Den er alt tatt tilbake."));

        write(&mut jon, &thread, "Denne leses.").await;
        kari.get(&theirs(&around.jon, &thread)).await;
        let read = jon.post(&back, &[("nummer", "2")]).await;
        assert!(read.status == 409 && read.says("Noen har lest den.") && read.says("Denne leses."), "{}", read.html);
        write(&mut jon, &thread, "Denne blir for gammel.").await;
        town.wait_minutes(10);
        jon.get(&thread).await;
        let late = jon.post(&back, &[("nummer", "3")]).await;
        assert!(late.status == 409 && late.says("Det har gått mer enn ti minutter."));
        kari.get(&theirs(&around.jon, &thread)).await;
        let others = kari.post(&format!("{}/tilbake", theirs(&around.jon, &thread)), &[("nummer", "3")]).await;
        assert!(others.status == 409 && others.says("Du kan bare ta tilbake det du har skrevet selv."));
        assert_eq!(jon.post(&back, &[("nummer", "x")]).await.status, 422);
    });
}

#[test]
fn nothing_typed_is_lost() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut kari) = (town.as_person(&around.jon), town.as_account(&around.kari, Role::MoNurse));
        jon.get("/meldinger/ny/housing").await;
        let nobody = jon.post("/meldinger/ny/housing", &[("emne", "Nøkkel"), ("words", "Jeg trenger en nøkkel.")]).await;
        assert!(nobody.status == 422 && nobody.says("Velg minst en."), "{}", nobody.html);
        assert!(nobody.says("value=\"Nøkkel\"") && nobody.says("Jeg trenger en nøkkel."));
        let long = "a".repeat(4001);
        let too_long = jon.post("/meldinger/ny/housing", &[("til", around.kari.as_str()), ("emne", ""), ("words", &long)]).await;
        assert!(too_long.status == 422 && too_long.says("Skriv litt kortere.") && too_long.says(&long));
        assert!(too_long.says("checked"), "the choice stands");
        let blind = [("til", around.sara.as_str()), ("emne", "Nøkkel"), ("words", "Til Sara")];
        let blind = jon.post("/meldinger/ny/housing", &blind).await;
        assert!(blind.status == 409 && blind.says("ser ikke dette området nå") && blind.says("Til Sara"), "{}", blind.html);
        let thread = begun(&mut jon, &around.kari, "Hei").await;
        jon.get(&thread).await;
        let old = jon.post(&thread, &[("token", "gammelt"), ("words", "Det jeg skrev")]).await;
        assert!(old.status == 409 && old.says("Siden har stått åpen lenge.") && old.says("Det jeg skrev"));
        assert_eq!(jon.post(&thread, &[("words", "Hei"), ("fremmed", "x")]).await.status, 422);
        assert_eq!(jon.post(&thread, &[("words", "")]).await.status, 422);
        let path = format!("/beskjeder/{}/ny", around.jon);
        kari.get(&path).await;
        let money = [("omrade", "money"), ("emne", "Penger"), ("words", "Om husleia")];
        let money = kari.post(&path, &money).await;
        assert!(money.status == 409 && money.says("Om husleia"), "an area that is not shared: {}", money.html);
        let none = kari.post(&path, &[("emne", "Penger"), ("words", "Om husleia"), ("question", "yes")]).await;
        assert!(none.status == 422 && none.says("Om husleia") && none.says("checked"));
    });
}

#[test]
fn the_person_takes_somebody_more_in() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let hanne = town.relative();
        let _grant = town.share(&around.jon, &around.nav, &[Area::Housing]);
        town.duty(&around.nav, &around.jon, Some(&around.sara), platform::access::relations::Duty::Responsible);
        let mut jon = town.as_person(&around.jon);
        let thread = begun(&mut jon, &around.kari, "Hei").await;
        let more = format!("{thread}/flere");
        let page = jon.get(&more).await;
        assert!(page.says("Sara Berg, NAV") && page.says("MO-senteret") && !page.says("Kari Nes, MO-senteret"), "{}", page.html);
        assert_eq!(jon.post(&more, &[]).await.status, 422);
        let with = jon.post(&more, &[("til", around.sara.as_str())]).await;
        assert!(with.says("Sara Berg, NAV") && with.says("Med her:"), "{}", with.html);
        let twice = jon.post(&more, &[("til", around.sara.as_str())]).await;
        assert!(twice.status == 409 && twice.says("De er med alt."));
        assert_eq!(jon.post(&more, &[("til", hanne.as_str())]).await.status, 404, "nobody is found by trying ids");
    });
}

#[test]
fn an_attempt_is_an_open_door() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut sara) = (town.as_person(&around.jon), town.as_account(&around.sara, Role::Nav));
        let path = format!("/beskjeder/{}/kontakt", around.jon);
        assert!(sara.get(&path).await.says("value=\"20.11.2026\""), "today stands there");
        let wrong = sara.post(&path, &[("mate", "phone"), ("hvorfor", ""), ("dato", "i fjor"), ("klokka", "25")]).await;
        assert!(wrong.status == 422 && wrong.says("value=\"i fjor\"") && wrong.says("value=\"25\""), "{}", wrong.html);
        let ahead = [("mate", "phone"), ("hvorfor", "no-answer"), ("dato", "20.11.2026"), ("klokka", "11.00")];
        let ahead = sara.post(&path, &ahead).await;
        assert!(ahead.status == 409 && ahead.says("Tiden må være nå eller før"), "{}", ahead.html);
        let tried = [("mate", "phone"), ("hvorfor", "number"), ("dato", "20.11.2026"), ("klokka", "9:30")];
        sara.post_only(&path, &tried).await;
        let list = jon.get("/meldinger").await;
        assert!(list.says("Sara Berg, NAV, prøvde å ringe deg i dag kl. 09.30."), "{}", list.html);
        assert!(list.says("Nummeret vi har, virket ikke. Har du et nytt?") && list.says("Ring eller skriv når det passer."));
        let aside = super::town::panels(
            &town,
            Some(&around.jon),
            Some((&around.sara, Some(&around.nav), Role::Nav)),
            platform::charter::Place::OnePersonAside,
        );
        assert!(aside.contains("Personen så det i dag kl. 10.00.") && aside.contains("Nummeret virker ikke."), "{aside}");
        let other = super::town::panels(
            &town,
            Some(&around.jon),
            Some((&around.kari, Some(&around.centre), Role::MoNurse)),
            platform::charter::Place::OnePersonAside,
        );
        assert!(!other.contains("Sara Berg"), "another workplace does not read it: {other}");

        let mut kari = town.as_account(&around.kari, Role::MoNurse);
        let thread = begun(&mut jon, &around.kari, "Hei").await;
        let in_thread = format!("{}/kontakt", theirs(&around.jon, &thread));
        kari.get(&in_thread).await;
        kari.post_only(&in_thread, &[("mate", "visit"), ("hvorfor", "not-home"), ("dato", "19.11.2026"), ("klokka", "14")]).await;
        let page = jon.get(&thread).await;
        assert!(page.says("Kari Nes, MO-senteret, var innom for å treffe deg i går kl. 14.00."), "{}", page.html);
        assert!(!page.says("Ikke hjemme"), "what is no help is not said to the person");
        assert_eq!(sara.get(&in_thread).await.status, 403);
        assert!(town.rows("fact").iter().any(|row| row.text(1).is_ok_and(|kind| kind == "ContactTried")));
    });
}

#[test]
fn words_are_found_in_ones_own_threads_and_stand_nowhere() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut kari) = (town.as_person(&around.jon), town.as_account(&around.kari, Role::MoNurse));
        let thread = begun(&mut jon, &around.kari, "Nøkkelen til Boden er borte.").await;
        asked(&mut kari, &around.jon, "Fant du boden?").await;
        jon.get("/meldinger").await;
        let found = jon.post("/meldinger/sok", &[("sok", "boden")]).await;
        assert!(
            found.status == 200 && found.says("Nøkkelen til Boden er borte.") && found.says("Fant du boden?"),
            "{}",
            found.html
        );
        assert!(found.says(&format!("href=\"{thread}\"")) && found.says("value=\"boden\""));
        assert!(jon.post("/meldinger/sok", &[("sok", "visning")]).await.says("Visning"), "subjects are looked through");
        assert!(jon.post("/meldinger/sok", &[("sok", "hytte")]).await.says("Vi fant ikke noe med det ordet."));
        assert_eq!(jon.post("/meldinger/sok", &[("sok", " ")]).await.status, 422);
        assert_eq!(town.tables_with("boden"), Vec::<String>::new());
    });
}

#[test]
fn long_threads_and_lists_page() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut jon = town.as_person(&around.jon);
        let thread = begun(&mut jon, &around.kari, "Melding nummer 1!").await;
        jon.get(&thread).await;
        for number in 2..=52 {
            let sent = jon.post(&thread, &[("words", &format!("Melding nummer {number}!"))]).await;
            assert_eq!(sent.status, 200, "{}", sent.html);
        }
        let newest = jon.get(&thread).await;
        assert!(newest.says("nummer 52!") && !newest.says("nummer 2!") && newest.says("Eldre"), "{}", newest.html);
        let older = jon.get(&format!("{thread}?for=3")).await;
        assert!(older.says("nummer 1!") && older.says("nummer 2!") && !older.says("nummer 3!") && older.says("Nyeste"));
        for _ in 0..20 {
            town.wait_minutes(1);
            begun(&mut jon, &around.kari, "Hei").await;
        }
        let first = jon.get("/meldinger").await;
        assert_eq!(first.html.matches("Bolig. Sist").count(), 20);
        let next = first.attribute("href=\"/meldinger?fra=").map(|_| ()).and_then(|()| {
            let at = first.html.find("/meldinger?fra=")?;
            first.html.get(at..)?.split('"').next().map(|path| path.replace("&#38;", "&"))
        });
        let second = jon.get(&next.expect("an older page")).await;
        assert_eq!(second.html.matches("Bolig. Sist").count(), 1, "{}", second.html);
        assert!(second.says("Nyeste"));
    });
}

#[test]
fn two_who_send_at_once_both_get_a_place() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut kari) = (town.as_person(&around.jon), town.as_account(&around.kari, Role::MoNurse));
        let thread = begun(&mut jon, &around.kari, "Hei").await;
        let at_kari = theirs(&around.jon, &thread);
        jon.get(&thread).await;
        kari.get(&at_kari).await;
        for _ in 0..4 {
            let (from_jon, from_kari) = (&[("words", "Fra Jon")], &[("words", "Fra Kari")]);
            let (mut left, mut right) = (jon.clone(), kari.clone());
            let (to_jon, to_kari) = (thread.clone(), at_kari.clone());
            let one = tokio_join(async move { left.post_only(&to_jon, from_jon).await.status }, async move {
                right.post_only(&to_kari, from_kari).await.status
            });
            assert_eq!(one.await, (303, 303));
            jon.get(&thread).await;
            kari.get(&at_kari).await;
        }
        let mut numbers: Vec<i64> = town.rows("messages_message").iter().filter_map(|row| row.int(2).ok()).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=9).collect::<Vec<i64>>(), "each has a place of its own, and none is missing");
    });
}

/// Both at once, on one task: each waits for the database while the other goes on.
async fn tokio_join<A, B>(one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut other) = (Box::pin(one), Box::pin(other));
    let (mut first, mut second) = (None, None);
    std::future::poll_fn(|waker| {
        if first.is_none()
            && let std::task::Poll::Ready(done) = one.as_mut().poll(waker)
        {
            first = Some(done);
        }
        if second.is_none()
            && let std::task::Poll::Ready(done) = other.as_mut().poll(waker)
        {
            second = Some(done);
        }
        match (first.take(), second.take()) {
            (Some(a), Some(b)) => std::task::Poll::Ready((a, b)),
            (a, b) => {
                (first, second) = (a, b);
                std::task::Poll::Pending
            }
        }
    })
    .await
}
