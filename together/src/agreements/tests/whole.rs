//! Two organisations as equals, on both databases, through the pages.

use kernel::id::{AccountId, OrganisationId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::{Charter, PanelAsk, Place};
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::door;
use testkit::{Page, Town, both_databases};

use crate::agreements::CHARTER;

const CATALOGUE: &[&Charter] = &[&CHARTER];

struct Case {
    cafe: OrganisationId,
    town_hall: OrganisationId,
    bo: AccountId,
    inger: AccountId,
}

fn case(town: &Town) -> Case {
    let cafe = town.organisation(OrganisationKind::Voluntary, "Kafé Kompass");
    let town_hall = town.organisation(OrganisationKind::Municipality, "Kommunen");
    let bo = town.employee(&cafe, Role::Volunteer, "Bo Strand");
    let inger = town.employee(&town_hall, Role::Leader, "Inger Haug");
    Case { cafe, town_hall, bo, inger }
}

async fn proposed(town: &Town, case: &Case) -> Page {
    let mut bo = town.as_account(&case.bo, Role::Volunteer);
    bo.get("/samarbeid/nytt").await;
    let fields = [
        ("other", case.town_hall.as_str()),
        ("title", "Følge til første time"),
        ("terms", "Vi blir med på bussen."),
        ("from", "1.12.2026"),
        ("until", "31.12.2026"),
    ];
    bo.post("/samarbeid/nytt", &fields).await
}

#[test]
fn a_volunteer_proposes_and_the_municipality_says_yes_with_a_change() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let page = proposed(&town, &case).await;
        assert!(page.says("Venter på svar fra den andre") && page.says("Trekk forslaget"), "{}", page.html);
        let one = page.location.clone().expect("the agreement");
        let mut inger = town.as_account(&case.inger, Role::Leader);
        assert!(inger.get("/samarbeid").await.says("Venter på svar fra dere"));
        inger.get(&format!("{one}/endre")).await;
        let other = [
            ("title", "Følge til første time"),
            ("terms", "Dere blir med på bussen. Vi betaler billetten."),
            ("from", "1.12.2026"),
            ("until", "31.1.2027"),
            ("seen", "1"),
        ];
        let changed = inger.post(&format!("{one}/endre"), &other).await;
        assert!(changed.says("Venter på svar fra den andre") && changed.says("Vi betaler billetten."), "{}", changed.html);

        // Bo answers to what stood on his screen before: that is not there any more.
        let mut bo = town.as_account(&case.bo, Role::Volunteer);
        bo.get(&one).await;
        let stale = bo.post(&one, &[("act", "yes"), ("seen", "1")]).await;
        assert!(stale.status == 409 && stale.says("Les den en gang til før du svarer."), "{}", stale.html);
        let yes = bo.post(&one, &[("act", "yes"), ("seen", "2")]).await;
        assert!(yes.says("Gjelder til 31. januar 2027") && yes.says("Bo Strand, Kafé Kompass, sa ja"), "{}", yes.html);
        assert!(yes.says("Vi blir med på bussen."), "what stood there before is kept");
        assert!(yes.says("Inger Haug, Kommunen"), "whoever answered is the one to talk to");

        // Two at once: one ended it, the other is told.
        inger.get(&one).await;
        bo.get(&one).await;
        let no_reason = inger.post(&one, &[("act", "end"), ("seen", "3"), ("reason", "")]).await;
        assert_eq!(no_reason.status, 422);
        let ended = inger.post(&one, &[("act", "end"), ("seen", "3"), ("reason", "Vi har ikke penger mer.")]).await;
        assert!(ended.says("Avsluttet før tida") && ended.says("Vi har ikke penger mer."), "{}", ended.html);
        let late = bo.post(&one, &[("act", "end"), ("seen", "3"), ("reason", "Vi vil også slutte.")]).await;
        assert!(late.status == 409 && late.says("Vi vil også slutte."), "{}", late.html);
    });
}

#[test]
fn a_no_needs_a_reason_and_is_between_the_two() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let one = proposed(&town, &case).await.location.expect("the agreement");
        let mut inger = town.as_account(&case.inger, Role::Leader);
        inger.get(&one).await;
        assert_eq!(inger.post(&one, &[("act", "no"), ("seen", "1"), ("reason", " ")]).await.status, 422);
        let no = inger.post(&one, &[("act", "no"), ("seen", "1"), ("reason", "Ikke før påske.")]).await;
        assert!(no.says("Det ble nei") && no.says("Ikke før påske."), "{}", no.html);
        assert!(town.as_account(&case.bo, Role::Volunteer).get(&one).await.says("Ikke før påske."));
        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let sara = town.employee(&nav, Role::Nav, "Sara Berg");
        let mut sara = town.as_account(&sara, Role::Nav);
        assert_eq!(sara.get(&one).await.status, 403, "a proposal is between the two");
        assert!(!sara.get("/samarbeid").await.says("Følge til første time"));
        sara.get("/samarbeid/nytt").await;
        let theirs = sara.post(&one, &[("act", "yes"), ("seen", "2")]).await;
        assert_eq!(theirs.status, 403);
        let renewed = town.as_account(&case.bo, Role::Volunteer).get(&one.replace("/samarbeid/", "/samarbeid/nytt?som=")).await;
        assert!(renewed.says("Vi blir med på bussen."), "a new one like it begins with the same words");
    });
}

#[test]
fn everyone_reads_titles_of_what_holds_and_no_more() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let one = proposed(&town, &case).await.location.expect("the agreement");
        let mut anyone = town.visitor();
        assert!(!anyone.get("/samarbeid").await.says("Følge"), "a proposal is not open");
        let mut inger = town.as_account(&case.inger, Role::Leader);
        inger.get(&one).await;
        inger.post(&one, &[("act", "yes"), ("seen", "1")]).await;
        let open = anyone.get("/samarbeid").await;
        assert!(open.says("Følge til første time") && open.says("Kafé Kompass og Kommunen"), "{}", open.html);
        assert!(!open.says("bussen") && !open.says("Bo Strand") && !open.html.contains(&one), "{}", open.html);
        assert!(anyone.get(&one).await.status >= 400);
        let jon = town.person("Jon");
        assert!(town.as_person(&jon).get("/samarbeid").await.says("Gjelder til 31. desember 2026"));
        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let sara = town.employee(&nav, Role::Nav, "Sara Berg");
        let colleague = town.as_account(&sara, Role::Nav).get(&one).await;
        assert!(colleague.says("Vi blir med på bussen.") && !colleague.says("foreslo"), "{}", colleague.html);
        town.wait_days(42);
        assert!(!town.visitor().get("/samarbeid").await.says("Følge"), "it has run out");
    });
}

fn today(town: &Town, account: &AccountId, organisation: &OrganisationId, kind: OrganisationKind, role: Role) -> String {
    let mut actor = Actor::visitor();
    (actor.role, actor.door, actor.account) = (role, Door::Full, Some(account.clone()));
    actor.employer = Some(Employer { id: organisation.clone(), name: "Stedet".into(), kind: Some(kind) });
    let ctx = Ctx::new(town.now(), kernel::language::Language::Nb, actor, town.app.source().bytes());
    let say = town.app.say(kernel::language::Language::Nb);
    let drawn = door::view_here(&town.app, &ctx, &CHARTER, |tx, desk| {
        let mut html = String::new();
        for panel in CHARTER.panels.iter().filter(|panel| panel.place == Place::Today) {
            html.push_str(&(panel.draw)(tx, &PanelAsk { desk, permit: None, say: &say })?.unwrap_or_default());
        }
        Ok(html)
    });
    drawn.unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn both_are_reminded_before_it_ends() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let one = proposed(&town, &case).await.location.expect("the agreement");
        let bo = |town: &Town| today(town, &case.bo, &case.cafe, OrganisationKind::Voluntary, Role::Volunteer);
        let inger = |town: &Town| today(town, &case.inger, &case.town_hall, OrganisationKind::Municipality, Role::Leader);
        assert!(inger(&town).contains("Venter på svar fra dere") && bo(&town).is_empty());
        let mut browser = town.as_account(&case.inger, Role::Leader);
        browser.get(&one).await;
        browser.post(&one, &[("act", "yes"), ("seen", "1")]).await;
        assert!(
            inger(&town).contains("Følge til første time") && bo(&town).contains("Følge til første time"),
            "two months are near"
        );
        let admin = town.employee(&case.town_hall, Role::Admin, "Mina");
        assert!(today(&town, &admin, &case.town_hall, OrganisationKind::Municipality, Role::Admin).is_empty());
    });
}

#[test]
fn a_long_register_is_read_page_by_page() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        for n in 0..45 {
            let other = town.organisation(OrganisationKind::Housing, &format!("Sted {n}"));
            let there = town.employee(&other, Role::Housing, "Liv");
            let mut bo = town.as_account(&case.bo, Role::Volunteer);
            bo.get("/samarbeid/nytt").await;
            let title = format!("Avtale nummer {n:02}.");
            let fields = [
                ("other", other.as_str()),
                ("title", title.as_str()),
                ("terms", "Kaffe"),
                ("from", "1.12.2026"),
                ("until", "1.6.2027"),
            ];
            let one = bo.post("/samarbeid/nytt", &fields).await.location.expect("the agreement");
            let mut liv = town.as_account(&there, Role::Housing);
            liv.get(&one).await;
            liv.post(&one, &[("act", "yes"), ("seen", "1")]).await;
        }
        let mut anyone = town.visitor();
        let first = anyone.get("/samarbeid").await;
        let next = first.attribute("href=\"/samarbeid?fra=").expect("a next page");
        let second = anyone.get(&next.replace("&#38;", "&")).await;
        let on = |page: &Page| (0..45).filter(|n| page.says(&format!("Avtale nummer {n:02}."))).collect::<Vec<_>>();
        let (a, b) = (on(&first), on(&second));
        assert_eq!((a.len(), b.len()), (40, 5));
        assert!(a.iter().all(|n| !b.contains(n)));
    });
}
