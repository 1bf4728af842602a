//! From asking to an answer, on both databases: the person's yes opens, a no closes, and somebody always holds it.

use kernel::area::Area;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::args;
use platform::jobs;
use testkit::both_databases;

use super::{CATALOGUE, asked, case, facts, holder, letter, own_address};

#[test]
fn the_person_says_yes_first_and_the_yes_is_what_opens() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let path = asked(&case, &mut kari).await;
        let mut per = town.as_account(&case.per, Role::Housing);
        assert_eq!(per.get(&path).await.status, 403, "before the yes nothing is open");
        assert!(!per.get("/henvisninger").await.says("Jon"));
        assert_eq!(facts(&town), Vec::<String>::new());

        let mut jon = town.as_person(&case.jon);
        let page = jon.get(&own_address(&path)).await;
        assert!(page.says("Kari Nes på MO-senteret vil spørre Boligteamet for deg"), "{}", page.html);
        assert!(page.says("Boligteamet får se") && page.says("Trenger et sted å bo med egen dør."), "{}", page.html);
        let yes = jon.post(&own_address(&path), &[("act", "yes")]).await;
        assert!(yes.says("Boligteamet har fått det.") && yes.says("på Boligteamet har det nå."), "{}", yes.html);
        let opened = town.rows("access_grant").iter().any(|row| row.cells().contains(&args![&case.housing][0]));
        assert!(opened, "for the housing service");
        assert_eq!(facts(&town), ["ReferralSent"]);

        let list = per.get("/henvisninger").await;
        assert!(list.says("Jon") && list.says("Hos Boligteamet siden"), "{}", list.html);
        let one = per.get(&path).await;
        assert!(one.says("Trenger et sted å bo med egen dør."), "{}", one.html);
        let accepted = per.post(&path, &[("act", "accept")]).await;
        assert!(accepted.says("Boligteamet har sagt ja"), "{}", accepted.html);
        assert_eq!(facts(&town), ["ReferralAnswered", "ReferralSent"]);
        assert!(town.rows("access_relation").len() == 2, "now the housing service serves Jon");

        // Taken back, also now: the share and the relation end at the next request.
        jon.get(&own_address(&path)).await;
        let back = jon.post(&own_address(&path), &[("act", "withdraw")]).await;
        assert!(back.says("Du tok det tilbake"), "{}", back.html);
        assert_eq!(per.get(&path).await.status, 403);
        assert_eq!(facts(&town), ["ReferralAnswered", "ReferralClosed", "ReferralSent"]);
        assert!(kari.get(&path).await.says("Personen tok den tilbake"));
    });
}

#[test]
fn the_persons_no_closes_it_without_consequence_and_nobody_is_told() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let path = asked(&case, &mut kari).await;
        let mut jon = town.as_person(&case.jon);
        jon.get(&own_address(&path)).await;
        let no = jon.post(&own_address(&path), &[("act", "no")]).await;
        assert!(no.says("Du sa nei. Ikke noe er sendt."), "{}", no.html);
        assert_eq!(facts(&town), Vec::<String>::new());
        assert_eq!(town.rows("access_grant").len(), 1, "nothing was opened");
        jon.get(&own_address(&path)).await;
        let again = jon.post(&own_address(&path), &[("act", "yes")]).await;
        assert!(again.status == 409 && again.says("Denne henvisningen er over."), "{}", again.html);
    });
}

#[test]
fn a_question_goes_back_and_a_no_gives_up_what_was_opened() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let path = asked(&case, &mut kari).await;
        let mut jon = town.as_person(&case.jon);
        jon.get(&own_address(&path)).await;
        jon.post(&own_address(&path), &[("act", "yes")]).await;
        let mut liv = town.as_account(&case.liv, Role::Housing);
        liv.get(&path).await;
        let empty = liv.post(&path, &[("act", "question"), ("words", "")]).await;
        assert!(empty.status == 422 && empty.says("Skriv noe her."), "{}", empty.html);
        liv.post(&path, &[("act", "question"), ("words", "Er det en hund med?")]).await;
        let asked_back = kari.get(&path).await;
        assert!(asked_back.says("Boligteamet spør") && asked_back.says("Er det en hund med?"), "{}", asked_back.html);
        let page = jon.get(&own_address(&path)).await;
        assert!(page.says("Er det en hund med?"), "{}", page.html);
        let answered = jon.post(&own_address(&path), &[("act", "answer"), ("words", "Nei, ikke nå.")]).await;
        assert!(answered.says("Nei, ikke nå."), "{}", answered.html);
        kari.get(&path).await;
        let late = kari.post(&path, &[("act", "answer"), ("words", "Nei.")]).await;
        assert!(late.status == 409 && late.says("Det er ikke spurt om noe."), "the person was first: {}", late.html);

        liv.get(&path).await;
        let without = liv.post(&path, &[("act", "refuse"), ("words", "")]).await;
        assert!(without.status == 422 && without.says("Velg en av dem."), "{}", without.html);
        let other = liv.post(&path, &[("act", "refuse"), ("why", "other"), ("words", "")]).await;
        assert_eq!(other.status, 422, "a reason outside the list needs words");
        let refused = liv.post(&path, &[("act", "refuse"), ("why", "no-room"), ("words", "Prøv igjen i januar.")]).await;
        assert!(refused.status == 200 && !refused.says("Jon"), "{}", refused.html);
        assert_eq!(liv.get(&path).await.status, 403, "what was opened has been given up");
        let told = jon.get(&own_address(&path)).await;
        assert!(told.says("Ikke plass nå.") && told.says("Prøv igjen i januar."), "{}", told.html);
        assert_eq!(facts(&town), ["ReferralAnswered", "ReferralAnswered", "ReferralClosed", "ReferralSent"]);
    });
}

#[test]
fn two_who_answer_at_once_do_not_both_win() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let path = asked(&case, &mut kari).await;
        let mut jon = town.as_person(&case.jon);
        jon.get(&own_address(&path)).await;
        jon.post(&own_address(&path), &[("act", "yes")]).await;
        let (mut per, mut liv) = (town.as_account(&case.per, Role::Housing), town.as_account(&case.liv, Role::Housing));
        let (_, _) = (per.get(&path).await, liv.get(&path).await);
        assert!(per.post(&path, &[("act", "accept")]).await.says("har sagt ja"));
        let late = liv.post(&path, &[("act", "refuse"), ("why", "no-room"), ("words", "Fullt hos oss.")]).await;
        assert!(
            late.status == 409 && late.says("Den er alt besvart.") && late.says("Kanskje en kollega kom først."),
            "{}",
            late.html
        );
    });
}

#[test]
fn somebody_holds_it_from_the_first_second_and_when_they_leave_the_next_one_does() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let mut jon = town.as_person(&case.jon);
        let mut paths = Vec::new();
        for _ in 0..2 {
            let path = asked(&case, &mut kari).await;
            jon.get(&own_address(&path)).await;
            jon.post(&own_address(&path), &[("act", "yes")]).await;
            paths.push(path);
        }
        let (first, second) = (kari.get(&paths[0]).await, kari.get(&paths[1]).await);
        assert_ne!(holder(&first), holder(&second), "whoever holds fewest");
        let now = town.now();
        let per = case.per.clone();
        let left = move |tx: &mut platform::db::Tx<'_>| {
            Ok(tx.run("UPDATE account SET ended_at = $1 WHERE account_id = $2", args![now, &per])?)
        };
        town.app.db().write_here(left).unwrap_or_else(|error| panic!("{error:?}"));
        town.wait_minutes(31);
        jobs::run_due(&town.app).unwrap_or_else(|error| panic!("{error:?}"));
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        for path in &paths {
            let page = kari.get(path).await;
            assert!(page.says("Liv Sunde på Boligteamet har det nå."), "{}", page.html);
        }
        let mut liv = town.as_account(&case.liv, Role::Housing);
        assert!(!liv.get(&paths[0]).await.says("Jeg tar den"), "it is hers");
    });
}

#[test]
fn a_draft_is_changed_put_to_the_person_and_taken_back() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let form = format!("/folk/{}/henvis/{}", case.jon, case.housing);
        kari.get(&form).await;
        let empty = kari.post(&form, &[("words", ""), ("gjor", "send")]).await;
        assert!(empty.status == 422 && empty.says("Velg en av dem.") && empty.says("Skriv noe her."), "{}", empty.html);
        let made = kari.post(&form, &letter("Et utkast.", "utkast")).await;
        assert!(made.says("Utkast") && made.says("Endre utkastet"), "{}", made.html);
        let path = made.location.expect("on to the referral");
        let draft = format!("{path}/utkast");
        assert!(kari.get(&draft).await.says("Et utkast."));
        let sent = kari.post(&draft, &letter("Trenger et sted å bo.", "send")).await;
        assert!(sent.says("Venter på ja fra personen") && sent.says("Trenger et sted å bo."), "{}", sent.html);
        let late = kari.post(&draft, &letter("Noe annet.", "send")).await;
        assert_eq!(late.status, 409, "what the person reads stands still");
        kari.get(&path).await;
        assert!(kari.post(&path, &[("act", "take-back")]).await.says("Tatt tilbake før den ble sendt"));
        let mut jon = town.as_person(&case.jon);
        assert!(jon.get(&own_address(&path)).await.says("Ikke noe er sendt."));
    });
}

#[test]
fn the_person_asks_a_service_themselves_and_it_goes_at_once() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut jon = town.as_person(&case.jon);
        assert!(jon.get("/henvisning/ny").await.says("Boligteamet"));
        let form = format!("/henvisning/ny/{}", case.housing);
        jon.get(&form).await;
        let sent = jon.post(&form, &letter("Jeg vil ha egen dør.", "send")).await;
        assert!(sent.says("Boligteamet har fått det."), "{}", sent.html);
        let mut per = town.as_account(&case.per, Role::Housing);
        let list = per.get("/henvisninger").await;
        assert!(list.says("Jon"), "{}", list.html);
        assert_eq!(facts(&town), ["ReferralSent"]);
    });
}

#[test]
fn others_see_nothing_and_no_service_asks_itself() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let path = asked(&case, &mut kari).await;
        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let sara = town.employee(&nav, Role::Nav, "Sara Berg");
        let mut browser = town.as_account(&sara, Role::Nav);
        assert_eq!(browser.get(&path).await.status, 403);
        assert_eq!(browser.get(&format!("/folk/{}/henvis", case.jon)).await.status, 403);
        town.serves(&nav, &case.jon);
        assert_eq!(browser.get(&path).await.status, 404, "served, and it is not theirs");
        let _shared = town.share(&case.jon, &nav, &[Area::Housing]);
        assert_eq!(browser.get(&path).await.status, 404, "shared, and the person has not said yes");
        let stranger = town.person("Maria");
        assert_eq!(town.as_person(&stranger).get(&own_address(&path)).await.status, 404);

        let own = format!("/folk/{}/henvis/{}", case.jon, case.centre);
        kari.get(&own).await;
        let refused = kari.post(&own, &letter("Til oss selv.", "send")).await;
        assert!(refused.status == 409 && refused.says("Det er din egen tjeneste."), "{}", refused.html);
        let empty = town.organisation(OrganisationKind::Dental, "Tannklinikken");
        let nobody = format!("/folk/{}/henvis/{empty}", case.jon);
        kari.get(&nobody).await;
        let refused = kari.post(&nobody, &letter("Vondt i en tann.", "send")).await;
        assert!(refused.status == 409 && refused.says("Ingen der kan ta imot den nå."), "{}", refused.html);
    });
}

#[test]
fn what_the_machine_cannot_pass_on_stands_in_the_way_of_nothing() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let path = asked(&case, &mut kari).await;
        let mut jon = town.as_person(&case.jon);
        jon.get(&own_address(&path)).await;
        jon.post(&own_address(&path), &[("act", "yes")]).await;
        let (now, id, maria) = (town.now(), path.rsplit('/').next().expect("an id").to_owned(), town.person("Maria"));
        let done = town.app.db().write_here(move |tx| {
            // Sixty older ones of Maria's whose words are Jon's: they can never be opened.
            for n in 0..60_u32 {
                tx.run(
                    "INSERT INTO referrals_referral (person_id, referral_id, area, areas, sender_id, receiver_id, words, facts,
                       state, holder, made_at, sent_at, open_since, version)
                     SELECT $1, $2, area, areas, sender_id, receiver_id, words, facts, state, holder, made_at, sent_at,
                       '2026-01-01T00:00:00Z', version
                     FROM referrals_referral WHERE referral_id = $3",
                    args![&maria, format!("{n:032x}"), id.as_str()],
                )?;
            }
            let sql = "UPDATE account SET ended_at = $1
                WHERE account_id IN (SELECT holder FROM referrals_referral WHERE referral_id = $2)";
            Ok(tx.run(sql, args![now, id.as_str()])?)
        });
        assert_eq!(done.expect("an answer"), 1);
        let held = || -> Vec<String> {
            let rows = town.rows("referrals_referral");
            let real = rows.iter().filter(|row| path.ends_with(row.text(1).expect("an id")));
            real.map(|row| row.text(13).expect("a holder").to_owned()).collect()
        };
        let before = held();
        town.wait_minutes(31);
        jobs::run_due(&town.app).unwrap_or_else(|error| panic!("{error:?}"));
        let after = held();
        assert!(before.len() == 1 && after.len() == 1 && before != after, "somebody else holds it: {before:?} {after:?}");
    });
}
