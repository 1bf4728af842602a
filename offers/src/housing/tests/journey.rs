//! From a wish to a key, with one no on the way; and everything that was typed comes back when a form does.

use kernel::role::Role;
use testkit::{Town, both_databases};

use super::Team;
use crate::housing::CHARTER;
use crate::housing::fit::Trait;

#[test]
fn jon_says_what_he_wants_says_no_once_and_moves_in_from_the_date_he_asked() {
    both_databases(&[&CHARTER], async |town: Town| {
        let team = Team::in_town(&town);
        let (busy, calm) = (team.home("Bakkegata 4", &[Trait::StepFree]), team.home("Fjellveien 12", &[Trait::OwnDoor]));
        let jon = town.person("Jon");
        let mut own = town.as_person(&jon);
        own.get("/min-bolig/behov").await;
        let wish = [("words", "Et sted å bo med egen dør."), ("must", "own-door"), ("wish", "calm")];
        let back = own.post("/min-bolig/behov", &wish).await;
        assert!(back.status == 422 && back.says("Et sted å bo med egen dør."), "{}", back.html);
        assert!(back.html.contains("value=\"own-door\" checked"), "{}", back.html);
        let wish = [wish[0], wish[1], wish[2], ("support", "visits")];
        let mine = own.post("/min-bolig/behov", &wish).await;
        assert!(mine.says("Du har ventet siden 20. november 2026.") && mine.says("Ingen har ventet lenger."), "{}", mine.html);
        assert!(mine.says("Mangler noe som må være der: Egen inngang.") && mine.says("Har: Egen inngang."), "{}", mine.html);

        let mut per = town.as_account(&team.per, Role::Housing);
        assert!(per.get("/bolig").await.says("Venter siden 20. november 2026."));
        let one = format!("/bolig/en/{jon}");
        per.get(&one).await;
        let offered = per.post(&format!("{one}/tilbud"), &[("unit", busy.as_str())]).await;
        assert!(offered.says("På bordet"), "{}", offered.html);

        town.wait_days(3);
        let page = own.get("/min-bolig").await;
        assert!(
            page.says("Du har fått et tilbud") && page.says("Sier du nei, venter du videre fra samme dato."),
            "{}",
            page.html
        );
        let no = own.post("/min-bolig/svar", &[("answer", "no"), ("reason", "not-safe"), ("words", "Kjenner for mange.")]).await;
        assert!(no.says("Du har ventet siden 20. november 2026.") && no.says("Ikke trygt for meg"), "{}", no.html);
        assert!(no.says("Sa nei 23. november 2026."), "the reason stands beside the home: {}", no.html);

        // Three days later a new shift.
        let mut per = town.as_account(&team.per, Role::Housing);
        let page = per.get(&one).await;
        assert!(page.says("Neste: spør hva som gjør et hjem trygt"), "{}", page.html);
        per.post(&format!("{one}/tilbud"), &[("unit", calm.as_str())]).await;
        own.get("/min-bolig").await;
        let yes = own.post("/min-bolig/svar", &[("answer", "yes")]).await;
        assert!(yes.says("Du har sagt ja"), "{}", yes.html);
        per.get(&format!("{one}/inn")).await;
        let bad = per.post(&format!("{one}/inn"), &[("day", "i morgen"), ("words", "Kaffe hver tirsdag.")]).await;
        assert!(bad.status == 422 && bad.says("Kaffe hver tirsdag."), "{}", bad.html);
        let lives = per.post(&format!("{one}/inn"), &[("day", "24.11.2026"), ("words", "Kaffe hver tirsdag.")]).await;
        assert!(lives.says("Bor her") && lives.says("Fjellveien 12"), "{}", lives.html);
        let mine = own.get("/min-bolig").await;
        assert!(mine.says("Der jeg bor") && mine.says("Kaffe hver tirsdag.") && mine.says("Neste besøk er"), "{}", mine.html);
        own.get("/min-bolig").await;
        let late = own.post("/min-bolig/svar", &[("answer", "no")]).await;
        assert!(late.status == 409 && late.says("Du venter ikke på bolig her nå."), "{}", late.html);
    });
}

#[test]
fn the_register_is_paged_and_a_home_is_confirmed_with_one_tap() {
    both_databases(&[&CHARTER], async |town: Town| {
        let team = Team::in_town(&town);
        for n in 0..52 {
            team.home(&format!("Åsveien {n:02}"), &[]);
        }
        let mut per = town.as_account(&team.per, Role::Housing);
        let first = per.get("/bolig/hjem").await;
        assert!(first.says("Åsveien 00") && !first.says("Åsveien 51"), "{}", first.html);
        let next = first.attribute("href=\"/bolig/hjem?etter=").expect("a next page");
        let next = next.trim_start_matches("/bolig/hjem?etter=").to_owned();
        let second = per.get(&format!("/bolig/hjem?etter={next}")).await;
        assert!(second.says("Åsveien 51") && !second.says("Åsveien 00"), "{}", second.html);
        let unit = second.attribute("<a href=\"/bolig/hjem/").map(|path| path.replace("/bolig/hjem/", "")).expect("a home");
        let page = per.get(&format!("/bolig/hjem/{unit}")).await;
        let version = page.attribute("name=\"version\" value=\"").expect("a version");
        let none = per.post(&format!("/bolig/hjem/{unit}"), &[("free_from", "kanskje"), ("version", &version)]).await;
        assert!(none.status == 422 && none.says("kanskje"), "{}", none.html);
        let done = per.post(&format!("/bolig/hjem/{unit}"), &[("free_from", "1.12.2026"), ("version", &version)]).await;
        assert!(done.says("Ledig fra 1. desember 2026."), "{}", done.html);
        let old = per.post(&format!("/bolig/hjem/{unit}"), &[("free_from", ""), ("version", &version)]).await;
        assert_eq!(old.status, 409, "an old page changes nothing");
    });
}
