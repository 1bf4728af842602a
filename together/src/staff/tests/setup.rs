//! The administrator's pages, and who has none of them.

use kernel::persona::OrganisationKind;
use kernel::role::Role;
use testkit::{Town, both_databases};

use crate::staff::acts::first_admin;

use super::{PARTS, house, invite, link_on, mina, nurse, redeem};

#[test]
fn from_the_first_link_to_a_nurse_who_is_in() {
    both_databases(PARTS, async |town: Town| {
        let link = first_admin(&town.app, "Fjellbygda").expect("the operator's command");
        let mut admin = town.visitor();
        let own = redeem(&mut admin, &format!("/invitasjon/{link}"), "417263").await;
        assert!(own.says("Administrator") && own.says("Fjellbygda"), "{}", own.html);
        admin.get("/oppsett/ny").await;
        let made = admin
            .post(
                "/oppsett/ny",
                &[
                    ("name", "MO-senteret"),
                    ("kind", "mo-centre"),
                    ("phone", "55000000"),
                    ("municipality", ""),
                    ("number", "974 760 673"),
                ],
            )
            .await;
        assert!(made.says("MO-senteret") && made.says("974760673"), "{}", made.html);
        let path = made.location.expect("its page");
        admin.get(&format!("{path}/inviter")).await;
        let sent = admin.post(&format!("{path}/inviter"), &nurse("Anna Holm")).await;
        let mut anna = town.visitor();
        let in_now = redeem(&mut anna, &link_on(&sent), "739251").await;
        assert!(in_now.says("Følger opp på MO-senter, MO-senteret"), "{}", in_now.html);
        let told = admin.get("/oppsett/endringer").await;
        for line in ["Ny virksomhet", "Invitert", "Invitasjon brukt", "Fra serveren"] {
            assert!(told.says(line), "{line}: {}", told.html);
        }
        let again = first_admin(&town.app, "Fjellbygda").expect("a second administrator");
        redeem(&mut town.visitor(), &format!("/invitasjon/{again}"), "417263").await;
        assert_eq!(town.rows("organisation").len(), 2, "the same organisation, not another of that name");
    });
}

#[test]
fn an_administrator_elsewhere_sets_up_their_own_house_only() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        let cafe = town.organisation(OrganisationKind::Voluntary, "Kafé Kompass");
        let rut = town.employee(&cafe, Role::Admin, "Rut Lie");
        let mut rut = town.as_account(&rut, Role::Admin);
        let list = rut.get("/oppsett").await;
        assert!(list.says("Kafé Kompass") && !list.says("MO-senteret") && !list.says("Ny virksomhet"), "{}", list.html);
        for path in [
            format!("/oppsett/virksomhet/{}", house.centre),
            format!("/oppsett/virksomhet/{}/endre", house.centre),
            format!("/oppsett/virksomhet/{}/inviter", house.centre),
            format!("/oppsett/ansatt/{}", house.kari),
        ] {
            let page = rut.get(&path).await;
            assert!(page.status == 409 && !page.says("Kari Nes"), "{path}: {}", page.status);
        }
        let made = rut.get("/oppsett/ny").await;
        assert_eq!(made.status, 200);
        let refused = rut.post("/oppsett/ny", &[("name", "Nytt"), ("kind", "nav"), ("municipality", "")]).await;
        assert!(refused.status == 409 && refused.says("Du setter ikke opp denne virksomheten."), "{}", refused.html);
        let own = invite(&mut rut, &cafe, &[("name", "Bo Strand"), ("title", "likeperson"), ("role", "volunteer")]).await;
        assert!(own.says("Lenken er klar"), "{}", own.html);
        let changes = rut.get("/oppsett/endringer").await;
        assert!(changes.says("Bo Strand") && !changes.says("Kari"), "{}", changes.html);
    });
}

#[test]
fn only_administrators_set_up_and_the_privacy_contact_reads_what_was_changed() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        invite(&mut mina(&town, &house), &house.centre, &nurse("Anna Holm")).await;
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let eivind = town.employee(&house.municipality, Role::PrivacyContact, "Eivind Krogh");
        let mut eivind = town.as_account(&eivind, Role::PrivacyContact);
        for path in ["/oppsett", "/oppsett/ny"] {
            assert_eq!(kari.get(path).await.status, 403, "{path}");
            assert_eq!(eivind.get(path).await.status, 403, "{path}");
        }
        assert_eq!(kari.get("/oppsett/endringer").await.status, 403);
        let told = eivind.get("/oppsett/endringer").await;
        assert!(told.says("Invitert") && told.says("Anna Holm · MO-senteret") && told.says("Mina Solli"), "{}", told.html);
    });
}

#[test]
fn a_form_that_cannot_be_used_comes_back_with_everything_typed() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        let mut admin = mina(&town, &house);
        let fields = [
            ("name", "Anna Holm"),
            ("title", ""),
            ("role", "nav"),
            ("phone", "12"),
            ("hpr", "abc"),
            ("entity", "974760674"),
            ("until", "1.1.2020"),
        ];
        let page = invite(&mut admin, &house.centre, &fields).await;
        assert_eq!(page.status, 422);
        for sentence in ["åtte tall", "bare siffer", "ni siffer", "Siste dag kan ikke", "value=\"Anna Holm\"", "value=\"abc\""] {
            assert!(page.says(sentence), "{sentence}: {}", page.html);
        }
        let elsewhere = invite(&mut admin, &house.centre, &[("name", "A"), ("title", "b"), ("role", "nav")]).await;
        assert!(elsewhere.status == 409 && elsewhere.says("Rollen passer ikke i denne virksomheten."), "{}", elsewhere.html);
    });
}

#[test]
fn a_changed_role_and_a_closed_organisation_end_sessions_at_once() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        let mut admin = mina(&town, &house);
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let path = format!("/oppsett/ansatt/{}", house.kari);
        admin.get(&path).await;
        let fields = [("name", "Kari Nes"), ("title", "leder"), ("role", "leader"), ("hpr", "9144900"), ("department", "Mottak")];
        let saved = admin.post(&path, &fields).await;
        assert!(saved.says("Leder"), "{}", saved.html);
        assert_ne!(kari.get("/min-konto").await.status, 200, "nobody goes on in the old role");
        let mut kari = town.as_account(&house.kari, Role::Leader);
        assert!(kari.get("/min-konto").await.says("9144900"));
        let close = format!("/oppsett/virksomhet/{}", house.centre);
        admin.get(&format!("{close}/endre")).await;
        let closed = admin.post(&format!("{close}/steng"), &[]).await;
        assert!(closed.says("Stengt. Ingen har tilgang herfra."), "{}", closed.html);
        assert_ne!(kari.get("/min-konto").await.status, 200, "the employer's end is the end");
        let refused = invite(&mut admin, &house.centre, &nurse("Anna Holm")).await;
        assert!(refused.status == 409 && refused.says("Virksomheten er stengt."), "{}", refused.html);
    });
}

#[test]
fn ended_access_is_refused_at_the_next_request_and_the_last_administrator_stays() {
    both_databases(PARTS, async |town: Town| {
        let house = house(&town);
        let mut admin = mina(&town, &house);
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let path = format!("/oppsett/ansatt/{}", house.kari);
        admin.get(&path).await;
        let ended = admin.post(&format!("{path}/slutt"), &[]).await;
        assert!(ended.says("Har sluttet"), "{}", ended.html);
        assert_ne!(kari.get("/min-konto").await.status, 200);
        let own = format!("/oppsett/ansatt/{}", house.mina);
        admin.get(&own).await;
        let last = admin.post(&format!("{own}/slutt"), &[]).await;
        assert!(last.status == 409 && last.says("Da ville ingen kunne gi tilgang."), "{}", last.html);
        admin.get(&own).await;
        let fields = [("name", "Mina Solli"), ("title", "leder"), ("role", "leader")];
        assert_eq!(admin.post(&own, &fields).await.status, 409, "nor can she give it up");
    });
}
