//! Weeks of it, on a clock that the test moves: from the ward to the municipality, with a no, an escalation and a departure.

use kernel::role::Role;
use platform::charter::Place;
use testkit::{Town, both_databases};

use super::town::{CATALOGUE, Case, agreed, answered, case, facts, offered, own_path, panels, six_lines, typed_day};

#[test]
fn from_the_ward_to_the_municipality_with_a_no_an_escalation_and_a_departure() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let path = week_one(&town, &case).await;
        week_two(&town, &case, &path).await;
        week_three(&town, &case).await;
        at_last(&town, &case, &path).await;
    });
}

/// The six lines, and nobody but the sender and the person sees them; then a no comes back at once.
async fn week_one(town: &Town, case: &Case) -> String {
    let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
    let mut aase = town.as_person(&case.aase);
    let mut kari = town.as_account(&case.kari, Role::MoNurse);
    let path = &offered(town, case, &mut anna).await;
    assert!(kari.get(path).await.status != 200, "nothing before the person's yes");
    assert!(!kari.get("/overtakelser").await.says("Aase"));
    let home = panels(town, Some(&case.aase), None, Place::Home);
    assert!(
        home.contains("Hvem har stafettpinnen nå?") && home.contains("Anna Holm, Avrusning") && home.contains("55 00 00 01"),
        "{home}"
    );
    let sheet = aase.get(&own_path(path)).await;
    for line in [
        "I natt sover du her: Blå hus.",
        "Lise, nattvakt vet at du kommer.",
        "kl. 10.00 møter du Kari Nes",
        "Du har medisin til og med mandag.",
        "Kroppen tåler mindre nå.",
        "Uteteamet leter etter deg",
    ] {
        assert!(sheet.says(line), "{line}: {}", sheet.html);
    }
    let yes = agreed(&mut aase, path).await;
    assert!(yes.says("MO-senteret ser dette nå."), "{}", yes.html);

    // A no comes back at once, with its reason, and Anna still holds it.
    assert!(kari.get("/overtakelser").await.says("Aase"));
    let refused = answered(&mut kari, path, "refuse", "Vi har ingen ledig før jul.").await;
    assert_eq!(refused.location.as_deref(), Some("/overtakelser"));
    assert!(kari.get(path).await.status != 200, "whoever said no sees no more of it");
    let back = anna.get(path).await;
    assert!(back.says("MO-senteret sa nei.") && back.says("Vi har ingen ledig før jul."), "{}", back.html);
    town.run_jobs();
    let mine = panels(town, None, Some((&case.ola, &case.town, Role::Coordinator)), Place::Today);
    assert!(mine.contains("En overtakelse kom tilbake"), "the guard gave it to the coordinator: {mine}");
    let calm = panels(town, Some(&case.aase), None, Place::Home);
    assert!(calm.contains("Etter dette er det Ola Vik, Kommunen, som passer på at du får et neste sted."), "{calm}");
    path.clone()
}

/// The municipality is asked, and does not answer: up after four working hours, back after four more.
async fn week_two(town: &Town, case: &Case, path: &str) {
    town.wait_days(7);
    let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
    let mut aase = town.as_person(&case.aase);
    let leads = Some((&case.inger, &case.town, Role::Leader));
    let lines = format!("{path}/linjer");
    anna.get(path).await;
    let sent = anna.post(&lines, &six_lines(&typed_day(town, 2), "10.00", case.town.as_str())).await;
    assert!(sent.says("Kommunen er spurt."), "{}", sent.html);
    assert!(agreed(&mut aase, path).await.says("Kommunen ser dette nå."));
    assert_eq!(panels(town, None, leads, Place::Today).matches("Fra Avrusning til Kommunen").count(), 0);
    town.wait_minutes(4 * 60 + 1);
    town.run_jobs();
    let up = panels(town, None, leads, Place::Today);
    assert!(up.contains("Fra Avrusning til Kommunen") && up.contains("Anna Holm") && !up.contains("Aase"), "no name: {up}");
    let mut ola = town.as_account(&case.ola, Role::Coordinator);
    let list = ola.get("/overtakelser").await;
    assert!(list.says("Over tiden i kommunen") && list.says("Til oss"), "{}", list.html);
    town.wait_days(1);
    town.run_jobs();
    let back = town.as_account(&case.anna, Role::DetoxNurse).get(path).await;
    assert!(back.says("Kommunen svarte ikke.") && back.says("Over tiden"), "{}", back.html);
}

/// Aase leaves at half past ten at night. One page, and Anna still has it; the outreach team looks.
async fn week_three(town: &Town, case: &Case) {
    town.wait_days(6);
    let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
    let left = format!("/overtakelser/dro/{}", case.aase);
    anna.get(&left).await;
    let fields = [("left_on", typed_day(town, -1)), ("left_at", "22.30".into()), ("medicines", "Ingen".into())];
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend([("tolerance", "yes"), ("spray", "yes"), ("contact", "Ringer i morgen")]);
    let departed = anna.post(&left, &fields).await;
    assert!(departed.says("Aase dro uten avtale") && departed.says("kl. 22.30"), "{}", departed.html);
    let nils = town.as_account(&case.nils, Role::Outreach).get("/overtakelser").await;
    assert!(nils.says("Dro uten avtale. Har sagt ja til at dere leter.") && nils.says("Aase"), "{}", nils.html);
    assert!(panels(town, Some(&case.aase), None, Place::Home).contains("Anna Holm, Avrusning, har ansvar"), "somebody holds it");
}

/// The centre has room now. Yes, not met, met: only then it is Kari's.
async fn at_last(town: &Town, case: &Case, path: &str) {
    let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
    let mut aase = town.as_person(&case.aase);
    let mut kari = town.as_account(&case.kari, Role::MoNurse);
    let lines = format!("{path}/linjer");
    let ward = Some((&case.anna, &case.ward, Role::DetoxNurse));
    anna.get(path).await;
    let sent = anna.post(&lines, &six_lines(&typed_day(town, 1), "10.00", case.centre.as_str())).await;
    assert!(sent.says("MO-senteret er spurt."), "{}", sent.html);
    agreed(&mut aase, path).await;
    let accepted = answered(&mut kari, path, "accept", "").await;
    assert!(accepted.says("Første møte med Aase"), "{}", accepted.html);
    town.run_jobs();
    let mine = panels(town, None, Some((&case.ola, &case.town, Role::Coordinator)), Place::Today);
    assert!(!mine.contains("En overtakelse kom tilbake"), "an accepted step closes it: {mine}");
    assert!(
        panels(town, Some(&case.aase), None, Place::Home).contains("Anna Holm, Avrusning, har ansvar for deg til du har møtt")
    );
    town.wait_days(1);
    let mut kari = town.as_account(&case.kari, Role::MoNurse);
    let missed = answered(&mut kari, path, "miss", "").await;
    assert!(missed.says("De har ikke møttes."), "{}", missed.html);
    let met = answered(&mut kari, path, "met", "").await;
    assert!(met.says("Kari Nes, MO-senteret, har stafettpinnen."), "{}", met.html);
    let home = panels(town, Some(&case.aase), None, Place::Home);
    assert!(home.contains("Kari Nes, MO-senteret, har ansvar for deg nå."), "{home}");
    assert!(panels(town, Some(&case.aase), ward, Place::OnePerson).is_empty(), "nothing is open on the ward any more");
    let told = facts(&town);
    for (kind, times) in [
        ("HandoverOffered", 3),
        ("HandoverRefused", 2),
        ("HandoverAccepted", 1),
        ("HandoverPassed", 1),
        ("DepartureUnplanned", 1),
    ] {
        assert_eq!(told.iter().filter(|told| *told == kind).count(), times, "{kind}: {told:?}");
    }
    // From «met» on the centre serves her.
    let serving = town.rows("access_relation");
    assert!(serving.iter().any(|row| row.text(2).is_ok_and(|id| id == case.centre.as_str())), "the receiver serves");
    town.wait_days(30);
    let later = panels(town, Some(&case.aase), None, Place::Home);
    assert!(!later.contains("har ansvar for deg"), "after some days it stands there no more: {later}");
    assert!(later.contains("Ola Vik, Kommunen, som passer på"), "and a month of silence is noticed: {later}");
}
