//! As people use it, on both databases: the board, the question, the stay, two at once, and the walls.

use kernel::area::Area;
use kernel::class::Class;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::relations::Duty;
use platform::charter::{Accept, Charter, Heard, Place, Table};
use platform::db::Migration;
use platform::web::{Who, get};
use testkit::{Browser, Page, Town, both_databases};

use crate::beds::CHARTER;

/// Kari asks, Anna and Eirik work on the ward, Jon is asked for.
struct Case {
    centre: OrganisationId,
    ward: OrganisationId,
    kari: AccountId,
    anna: AccountId,
    eirik: AccountId,
    jon: PersonId,
}

fn case(town: &Town) -> Case {
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let ward = town.organisation(OrganisationKind::Detox, "Avrusning");
    let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
    let anna = town.employee(&ward, Role::DetoxNurse, "Anna Holm");
    let eirik = town.employee(&ward, Role::DetoxNurse, "Eirik Bakke");
    let jon = town.person("Jon");
    town.serves(&centre, &jon);
    Case { centre, ward, kari, anna, eirik, jon }
}

impl Case {
    fn kari(&self, town: &Town) -> Browser {
        town.as_account(&self.kari, Role::MoNurse)
    }

    fn anna(&self, town: &Town) -> Browser {
        town.as_account(&self.anna, Role::DetoxNurse)
    }

    fn eirik(&self, town: &Town) -> Browser {
        town.as_account(&self.eirik, Role::DetoxNurse)
    }
}

/// What was on the page of a form, hidden fields and all.
fn hidden(page: &Page, name: &str) -> String {
    page.attribute(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name} on {}", page.html))
}

/// Anna makes a unit; answers with its id.
async fn make_unit(town: &Town, case: &Case, free: &str, fields: &[(&str, &str)]) -> String {
    let mut anna = case.anna(town);
    assert_eq!(anna.get("/plasser/senger/ny").await.status, 200);
    let known = [
        ("versjon", ""),
        ("name", "Post A"),
        ("kind", "detox"),
        ("target", "voksne"),
        ("phone", "55 00 00 60"),
        ("total", "2"),
        ("free", free),
    ];
    let all: Vec<(&str, &str)> = known.iter().chain(fields).copied().collect();
    let made = anna.post("/plasser/senger/ny", &all).await;
    assert!(made.status == 200 && made.says("Post A"), "{}", made.html);
    made.location.expect("an address").trim_start_matches("/plasser/senger/").to_owned()
}

/// Kari asks for somebody; answers with the stay's id.
async fn ask(town: &Town, case: &Case, person: &PersonId, unit: &str) -> String {
    let mut kari = case.kari(town);
    let path = format!("/folk/{person}/plass");
    assert_eq!(kari.get(&path).await.status, 200);
    let fields = [("unit", unit), ("step", "outpatient"), ("yes", "yes"), ("words", "Sover dårlig")];
    let asked = kari.post(&path, &fields).await;
    assert!(asked.status == 200 && asked.says("Spør om plass på Post A"), "{}", asked.html);
    let rows = town.rows("beds_stay");
    let id = rows.iter().map(|row| (row.text(0), row.text(1))).filter(|(who, _)| who.as_ref().ok() == Some(&person.as_str()));
    id.last().expect("a stay").1.expect("an id").to_owned()
}

#[test]
fn from_the_question_to_the_day_he_goes_and_each_reads_it_in_their_own_words() {
    both_databases(&[&CHARTER], async |town| {
        let case = case(&town);
        let unit = make_unit(&town, &case, "2", &[]).await;
        let mut kari = case.kari(&town);
        let path = format!("/folk/{}/plass", case.jon);
        kari.get(&path).await;
        let no_yes = kari.post(&path, &[("unit", &unit), ("step", "outpatient"), ("words", "Sover dårlig")]).await;
        assert!(
            no_yes.status == 409 && no_yes.says("Personen må si ja først.") && no_yes.says("Sover dårlig"),
            "{}",
            no_yes.html
        );
        let no_step = kari.post(&path, &[("unit", &unit), ("yes", "yes")]).await;
        assert!(no_step.status == 409 && no_step.says("Velg hva som kommer etterpå."), "{}", no_step.html);
        let stay = ask(&town, &case, &case.jon, &unit).await;
        assert!(town.tables_with("Sover dårlig").is_empty(), "words are sealed");
        let twice = kari.post(&path, &[("unit", &unit), ("step", "lar"), ("yes", "yes")]).await;
        assert!(twice.status == 409 && twice.says("Det er alt spurt om plass her."), "{}", twice.html);

        let mut jon = town.as_person(&case.jon);
        let home = jon.get("/plassen").await;
        assert!(
            home.says("Post A har fått spørsmålet ditt.") && home.says("Kari Nes på MO-senteret spurte for deg."),
            "{}",
            home.html
        );

        let mut anna = case.anna(&town);
        let asking = anna.get("/inneliggende?vis=spor").await;
        assert!(asking.says("Jon") && asking.says("Etterpå: samtaler på poliklinikk."), "{}", asking.html);
        let here = format!("/inneliggende/{stay}");
        let page = anna.get(&here).await;
        assert!(page.says("Sover dårlig"), "{}", page.html);
        let version = hidden(&page, "versjon");
        let wrong = anna.post(&format!("{here}/plass"), &[("versjon", &version), ("day", "31.31.2026"), ("clock", "25")]).await;
        assert!(wrong.status == 422 && wrong.says("31.31.2026"), "{}", wrong.html);
        let held = anna.post(&format!("{here}/plass"), &[("versjon", &version), ("day", "21.11.2026"), ("clock", "10.00")]).await;
        assert!(held.says("Plass holdt av på Post A. Kommer i morgen kl. 10.00."), "{}", held.html);
        assert!(held.says("1 ledig"), "the board follows: {}", held.html);
        let offer = jon.get("/plassen").await;
        assert!(offer.says("Du har fått plass på Post A. Kom i morgen kl. 10.00."), "{}", offer.html);
        let coming = jon.post(&format!("/plassen/{stay}/kommer"), &[("versjon", &hidden(&offer, "versjon"))]).await;
        assert!(coming.says("De vet at du kommer."), "{}", coming.html);
        assert!(anna.get("/inneliggende?vis=kommer").await.says("Har sagt ja til å komme i morgen kl. 10.00."));

        town.wait_days(1);
        let mut anna = case.anna(&town);
        let version = hidden(&anna.get(&here).await, "versjon");
        let begun = anna.post(&format!("{here}/kom"), &[("versjon", &version), ("leaving", "28.11.2026")]).await;
        assert!(begun.says("Er på Post A siden i dag. Drar etter planen lørdag 28. november."), "{}", begun.html);
        assert!(begun.says("Ingen planlagt hjemreise"), "{}", begun.html);
        let version = hidden(&begun, "versjon");
        let gone = anna.post(&format!("{here}/dra"), &[("versjon", &version), ("how", "planned")]).await;
        assert!(gone.says("som planlagt") && gone.says("Avdelingen har ansvar til noen har tatt over."), "{}", gone.html);
        assert!(gone.says("2 ledige"), "{}", gone.html);
        assert!(anna.get("/inneliggende?vis=dratt").await.says("Jon"), "nobody has met him yet");
        let kinds: Vec<String> = town.rows("fact").iter().map(|row| row.text(1).expect("a kind").to_owned()).collect();
        assert_eq!(kinds, ["StayBegan", "StayEnded"]);
        let mut jon = town.as_person(&case.jon);
        assert!(jon.get("/plassen").await.says("Du var på Post A til i dag."));
        let late = anna.post(&format!("{here}/dra"), &[("versjon", "9"), ("how", "planned")]).await;
        assert!(late.status == 409 && late.says("Dette er over."), "{}", late.html);
    });
}

#[test]
fn two_nurses_take_the_last_bed_at_once_and_the_other_is_told_in_words() {
    both_databases(&[&CHARTER], async |town| {
        let case = case(&town);
        let unit = make_unit(&town, &case, "1", &[]).await;
        let siri = town.person("Siri");
        town.serves(&case.centre, &siri);
        let one = ask(&town, &case, &case.jon, &unit).await;
        let two = ask(&town, &case, &siri, &unit).await;
        let (mut anna, mut eirik) = (case.anna(&town), case.eirik(&town));
        let (first, second) = (format!("/inneliggende/{one}"), format!("/inneliggende/{two}"));
        let (seen_one, seen_two) = (hidden(&anna.get(&first).await, "versjon"), hidden(&eirik.get(&second).await, "versjon"));
        let hold = |version: String| [("versjon", version), ("day", "21.11.2026".to_owned()), ("clock", "10".to_owned())];
        let (fields_one, fields_two) = (hold(seen_one), hold(seen_two));
        let as_str =
            |fields: &[(&'static str, String); 3]| fields.iter().map(|(name, value)| (*name, value.clone())).collect::<Vec<_>>();
        let (a, b) = (as_str(&fields_one), as_str(&fields_two));
        // Each on a thread of its own, so that both are inside the database at the same time.
        let left = tokio_spawn(async move { post(&mut anna, &format!("{first}/plass"), &a).await });
        let right = tokio_spawn(async move { post(&mut eirik, &format!("{second}/plass"), &b).await });
        let pages = [left.await.expect("an answer"), right.await.expect("an answer")];
        let won = pages.iter().filter(|page| page.says("Plass holdt av på Post A.")).count();
        let told = pages.iter().filter(|page| page.status == 409 && page.says("Alle plassene er tatt.")).count();
        assert_eq!((won, told), (1, 1), "{}\n{}", pages[0].html, pages[1].html);
        let units = town.rows("beds_unit");
        assert_eq!(units[0].int(7).expect("free"), 0, "never below nought");
        let states: Vec<&str> = vec!["asked", "offered"];
        let mut found: Vec<String> = town.rows("beds_stay").iter().map(|row| row.text(5).expect("a state").to_owned()).collect();
        found.sort();
        assert_eq!(found, states, "the other question stands");
    });
}

/// On another thread of the test's own runtime.
fn tokio_spawn<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> impl Future<Output = Result<T, ()>> {
    let (tell, hear) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = testkit::runtime();
        drop(tell.send(runtime.block_on(work)));
    });
    async move { hear.recv().map_err(drop) }
}

async fn post(browser: &mut Browser, path: &str, fields: &[(&'static str, String)]) -> Page {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post(path, &fields).await
}

#[test]
fn late_in_the_evening_the_time_that_stands_there_is_tomorrow_and_is_taken() {
    both_databases(&[&CHARTER], async |town: Town| {
        let case = case(&town);
        let unit = make_unit(&town, &case, "1", &[]).await;
        let stay = ask(&town, &case, &case.jon, &unit).await;
        // From 10.00, when tests begin, to 23.40.
        town.wait_minutes(13 * 60 + 40);
        let (mut anna, here) = (case.anna(&town), format!("/inneliggende/{stay}"));
        let page = anna.get(&here).await;
        let stands = ["versjon", "day", "clock"].map(|name| (name, hidden(&page, name)));
        let held = anna.post(&format!("{here}/plass"), &stands.each_ref().map(|(name, value)| (*name, value.as_str()))).await;
        assert!(held.says("Kommer i morgen kl. 00.40."), "{}", held.html);
    });
}

#[test]
fn a_number_turns_grey_by_itself_and_one_tap_makes_it_new() {
    both_databases(&[&CHARTER], async |town| {
        let case = case(&town);
        let unit = make_unit(&town, &case, "1", &[]).await;
        let path = format!("/plasser/senger/{unit}");
        let page = case.kari(&town).get(&path).await;
        assert!(
            page.says("1 ledig") && page.says("av 2 plasser") && page.says("Bekreftet kl. 10.00 av Anna Holm"),
            "{}",
            page.html
        );
        assert!(page.says("55 00 00 60") && !page.says("gammelt") && !page.says("Én færre"), "{}", page.html);
        town.wait_minutes(240);
        assert!(case.kari(&town).get(&path).await.says("Tallet er snart gammelt."));
        town.wait_minutes(480);
        let grey = case.kari(&town).get(&path).await;
        assert!(grey.says("Gammelt tall. Ring før du regner med det.") && grey.says("data-age=\"grey\""), "{}", grey.html);
        let mut eirik = case.eirik(&town);
        let version = hidden(&eirik.get(&path).await, "versjon");
        let mut anna = case.anna(&town);
        anna.get(&path).await;
        let fresh = eirik.post(&format!("{path}/tall"), &[("versjon", &version), ("hva", "stemmer"), ("til", "")]).await;
        assert!(fresh.says("av Eirik Bakke") && !fresh.says("Gammelt"), "{}", fresh.html);
        let second = anna.post(&format!("{path}/tall"), &[("versjon", &version), ("hva", "ned"), ("til", "")]).await;
        assert!(second.status == 409 && second.says("Noen andre var her før deg."), "{}", second.html);
        let version = hidden(&second, "versjon");
        let down = anna.post(&format!("{path}/tall"), &[("versjon", &version), ("hva", "ned"), ("til", "")]).await;
        assert!(down.says("Fullt") && down.says("av Anna Holm"), "{}", down.html);
        let beyond = anna.post(&format!("{path}/tall"), &[("versjon", "3"), ("hva", "ned"), ("til", "")]).await;
        assert!(beyond.status == 409 && beyond.says("Tallet kan ikke gå lenger."), "{}", beyond.html);
        let other = town.organisation(OrganisationKind::TsbClinic, "Klinikken");
        let maja = town.employee(&other, Role::Tsb, "Maja");
        let mut maja = town.as_account(&maja, Role::Tsb);
        assert!(!maja.get(&path).await.says("Én færre"));
        let refused = maja.post(&format!("{path}/tall"), &[("versjon", "3"), ("hva", "opp"), ("til", "")]).await;
        assert!(refused.status == 409 && refused.says("Dette er en annen avdelings."), "{}", refused.html);
        let mut anna = case.anna(&town);
        anna.get(&format!("{path}/endre")).await;
        let wrong = anna
            .post(
                &format!("{path}/endre"),
                &[
                    ("versjon", "3"),
                    ("name", "Post A"),
                    ("kind", "detox"),
                    ("phone", "55 00 00 60"),
                    ("total", "2"),
                    ("free", "3"),
                ],
            )
            .await;
        assert!(wrong.status == 422 && wrong.says("Det kan ikke være flere ledige enn det er plasser."), "{}", wrong.html);
    });
}

#[test]
fn the_person_asks_takes_back_and_a_no_leaves_the_question_standing() {
    both_databases(&[&CHARTER], async |town| {
        let case = case(&town);
        let closed = make_unit(&town, &case, "1", &[]).await;
        let mut jon = town.as_person(&case.jon);
        let none = jon.get("/plassen").await;
        assert!(none.says("Ingen tar imot uten henvisning nå."), "{}", none.html);
        let referral = jon.post("/plassen", &[("unit", &closed), ("words", "")]).await;
        assert!(referral.status == 409 && referral.says("Her må noen spørre for deg."), "{}", referral.html);
        let unit = make_unit(&town, &case, "1", &[("self", "yes"), ("name", "Egen plass")]).await;
        jon.get("/plassen").await;
        let asked = jon.post("/plassen", &[("unit", &unit), ("words", "Helst i natt")]).await;
        assert!(asked.says("Du spurte selv."), "{}", asked.html);
        let stay = town.rows("beds_stay")[0].text(1).expect("an id").to_owned();
        let mut anna = case.anna(&town);
        let here = format!("/inneliggende/{stay}");
        let page = anna.get(&here).await;
        assert!(page.says("Jon") && page.says("Helst i natt"), "{}", page.html);
        let version = hidden(&page, "versjon");
        let no = anna.post(&format!("{here}/nei"), &[("versjon", &version), ("why", "full")]).await;
        assert!(no.says("Fikk nei fra") && no.says("Spørsmålet står."), "{}", no.html);
        assert!(jon.get("/plassen").await.says("har ikke plass nå. Spørsmålet ditt står fortsatt."));
        let version = hidden(&no, "versjon");
        let held = anna.post(&format!("{here}/plass"), &[("versjon", &version), ("day", "21.11.2026"), ("clock", "10")]).await;
        assert_eq!(held.status, 200, "a no never ends it: {}", held.html);
        let page = jon.get("/plassen").await;
        let version = hidden(&page, "versjon");
        let back = jon.post(&format!("/plassen/{stay}/trekk"), &[("versjon", &version)]).await;
        assert!(back.says("Spørsmålet er tatt tilbake."), "{}", back.html);
        assert_ne!(anna.get(&here).await.status, 200, "whoever takes it back is no business of the ward's any more");
        let free: Vec<i64> = town.rows("beds_unit").iter().map(|row| row.int(7).expect("free")).collect();
        assert_eq!(free, [1, 1], "the place is free for somebody else");
        let figures = town.rows("beds_day");
        let asked: i64 = figures.iter().map(|row| row.int(4).expect("asked")).sum();
        let refused: i64 = figures.iter().map(|row| row.int(5).expect("refused")).sum();
        assert_eq!((asked, refused), (1, 1), "and the figures know of no person");
    });
}

#[test]
fn only_the_person_the_two_services_and_those_it_is_shared_with_see_a_stay() {
    both_databases(&[&CHARTER, &PERSON_PAGE], async |town| {
        let case = case(&town);
        let unit = make_unit(&town, &case, "2", &[]).await;
        let stay = ask(&town, &case, &case.jon, &unit).await;
        let here = format!("/inneliggende/{stay}");
        let clinic = town.organisation(OrganisationKind::TsbClinic, "Klinikken");
        let maja = town.employee(&clinic, Role::Tsb, "Maja");
        let office = town.organisation(OrganisationKind::GpOffice, "Legekontoret");
        let gp = town.employee(&office, Role::Gp, "Åshild");
        let mut maja = town.as_account(&maja, Role::Tsb);
        assert_ne!(maja.get(&here).await.status, 200, "another ward");
        assert!(!maja.get("/inneliggende?vis=spor").await.says("Jon"));
        let path = format!("/kort/{}", case.jon);
        assert_ne!(maja.get(&path).await.status, 200, "nobody without a relation or a grant");

        town.serves(&office, &case.jon);
        let mut doctor = town.as_account(&gp, Role::Gp);
        assert!(!doctor.get(&path).await.says("Post A"), "to serve somebody is not to be told");
        drop(town.share(&case.jon, &office, &[Area::Housing]));
        assert!(!doctor.get(&path).await.says("Post A"), "nor is another area");
        drop(town.share(&case.jon, &office, &[Area::Body]));
        assert!(doctor.get(&path).await.says("Post A"));
        assert!(case.kari(&town).get(&path).await.says("Post A"), "whoever asked");
        assert!(case.anna(&town).get(&path).await.says("Post A"), "the ward");
        let siri = town.person("Siri");
        let mut siri = town.as_person(&siri);
        assert!(!siri.get("/plassen").await.says("Post A har fått"));
        siri.get("/plassen").await;
        assert_eq!(siri.post(&format!("/plassen/{stay}/trekk"), &[("versjon", "1")]).await.status, 404);

        town.wait_days(61);
        assert_ne!(case.anna(&town).get(&here).await.status, 200, "a question that was never answered is forgotten by the ward");
    });
}

#[test]
fn a_gap_and_a_hand_over_are_opened_in_the_commit_in_which_somebody_goes() {
    both_databases(&[&CHARTER, &KEEPER], async |town| {
        let case = case(&town);
        let unit = make_unit(&town, &case, "2", &[]).await;
        let stay = ask(&town, &case, &case.jon, &unit).await;
        let here = format!("/inneliggende/{stay}");
        let mut anna = case.anna(&town);
        let version = hidden(&anna.get(&here).await, "versjon");
        let version = hidden(&anna.post(&format!("{here}/kom"), &[("versjon", &version), ("leaving", "")]).await, "versjon");
        anna.post(&format!("{here}/dra"), &[("versjon", &version), ("how", "unplanned")]).await;
        let handed: Vec<(String, String)> = town
            .rows("keeper_handed")
            .iter()
            .map(|row| (row.text(1).expect("a kind").to_owned(), row.text(2).expect("content").to_owned()))
            .collect();
        assert_eq!(handed.len(), 2, "{handed:?}");
        let about = |kind: &str| handed.iter().find(|(of, _)| of == kind).map(|(_, content)| content.clone()).unwrap_or_default();
        assert!(about("handover").contains("\"from\":\"unplanned\"") && about("handover").contains(&stay), "{handed:?}");
        assert!(about("gap").contains(case.ward.as_str()), "{handed:?}");
    });
}

#[test]
fn what_the_hand_overs_tell_moves_the_stay_down_the_list() {
    both_databases(&[&CHARTER, &KEEPER, &HEARING], async |town| {
        let case = case(&town);
        let unit = make_unit(&town, &case, "2", &[]).await;
        let stay = ask(&town, &case, &case.jon, &unit).await;
        let here = format!("/inneliggende/{stay}");
        let mut anna = case.anna(&town);
        let version = hidden(&anna.get(&here).await, "versjon");
        anna.post(&format!("{here}/kom"), &[("versjon", &version), ("leaving", "")]).await;
        for (kind, says) in [
            ("HandoverOffered", "Noen er spurt om å ta over"),
            ("HandoverRefused", "Ingen planlagt hjemreise"),
            ("HandoverOffered", "Noen er spurt om å ta over"),
            ("HandoverAccepted", "Noen har sagt ja til å ta over"),
            ("HandoverOffered", "Noen har sagt ja til å ta over"),
        ] {
            tell(&town, kind, &case.jon);
            assert!(anna.get(&here).await.says(says), "{kind}");
        }
        let version = hidden(&anna.get(&here).await, "versjon");
        anna.post(&format!("{here}/dra"), &[("versjon", &version), ("how", "planned")]).await;
        assert!(town.rows("keeper_handed").is_empty(), "somebody has said yes: nothing is opened");
        assert!(anna.get("/inneliggende?vis=dratt").await.says("Jon"));
        tell(&town, "HandoverPassed", &case.jon);
        assert!(!anna.get("/inneliggende?vis=dratt").await.says("Jon"), "they have met");
    });
}

fn tell(town: &Town, kind: &'static str, person: &PersonId) {
    let (machine, person) = (town.app.machine(), person.clone());
    platform::door::execute_here(&town.app, &machine, &KEEPER, "tell", move |tx, desk| {
        desk.tell(tx, kind, Some(&person), "0123456789abcdef0123456789abcdef")
    })
    .expect("a fact");
    town.run_jobs();
}

#[test]
fn a_long_list_is_paged_by_key_and_nobody_is_lost_or_shown_twice() {
    both_databases(&[&CHARTER], async |town| {
        let case = case(&town);
        let unit = make_unit(&town, &case, "2", &[]).await;
        let names: Vec<String> = (0..30).map(|n| format!("Gjest{n:02}x")).collect();
        for name in &names {
            let person = town.person(name);
            town.serves(&case.centre, &person);
            ask(&town, &case, &person, &unit).await;
        }
        let mut anna = case.anna(&town);
        let (mut path, mut pages, mut read) = ("/inneliggende?vis=spor".to_owned(), 0, String::new());
        loop {
            let page = anna.get(&path).await;
            pages += 1;
            read.push_str(&page.html);
            match page.attribute("href=\"/inneliggende?vis=spor&#38;etter=") {
                Some(next) => path = next.replace("&#38;", "&"),
                None => break,
            }
        }
        assert_eq!(pages, 2);
        for name in &names {
            assert_eq!(read.matches(&format!(">{name}</a>")).count(), 1, "{name}");
        }
    });
}

/// A part that takes what a stay hands over, and tells what hand-overs tell.
static KEEPER: Charter = Charter {
    key: "keeper",
    class: Class::Own,
    tells: &["HandoverOffered", "HandoverAccepted", "HandoverRefused", "HandoverPassed"],
    accepts: &[
        Accept { kind: "handover", take: |tx, desk, permit, content| note(tx, desk, permit, "handover", content) },
        Accept { kind: "gap", take: |tx, desk, permit, content| note(tx, desk, permit, "gap", content) },
    ],
    tables: &[Table { name: "keeper_handed", personal: true }],
    migrations: &[Migration {
        part: "keeper",
        number: 1,
        sql: "CREATE TABLE keeper_handed (person_id TEXT NOT NULL, kind TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (person_id, kind)\n);",
    }],
    ..Charter::BLANK
};

fn note(
    tx: &mut platform::db::Tx<'_>,
    _desk: &platform::access::Desk<'_>,
    permit: &platform::access::Permit,
    kind: &str,
    content: &serde_json::Value,
) -> Result<String, platform::error::Error> {
    let sql = "INSERT INTO keeper_handed (person_id, kind, content) VALUES ($1, $2, $3)";
    tx.run(sql, platform::args![permit.person(), kind, content.to_string()])?;
    Ok("made".to_owned())
}

/// The lines that the charter gets where the hand-overs are: the same jobs, heard here.
static HEARING: Charter = Charter {
    key: "hearing",
    class: Class::Own,
    hears: &[
        Heard { kind: "HandoverOffered", job: "beds-handover-offered" },
        Heard { kind: "HandoverAccepted", job: "beds-handover-accepted" },
        Heard { kind: "HandoverRefused", job: "beds-handover-refused" },
        Heard { kind: "HandoverPassed", job: "beds-handover-passed" },
    ],
    ..Charter::BLANK
};

/// A page that shows each part's panels about one person, as the house does.
static PERSON_PAGE: Charter = Charter {
    key: "card",
    class: Class::Own,
    routes: &[get("/kort/{person}", Who::Staff, |asked| asked.answer(card))],
    wording: [(Language::Nb, ""), (Language::Nn, ""), (Language::En, "")],
    ..Charter::BLANK
};

#[derive(askama::Template)]
#[template(source = "<h1>Kort</h1>{% for panel in panels %}{{ panel|safe }}{% endfor %}", ext = "html")]
struct CardPage {
    panels: Vec<String>,
}

async fn card(asked: platform::web::Asked) -> Result<platform::web::Reply, platform::error::Error> {
    let person = asked.person()?;
    let panels = asked
        .view(&PERSON_PAGE, move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            platform::charter::draw(tx, desk, Place::OnePerson, Some(&permit))
        })
        .await?;
    platform::web::Reply::page(&CardPage { panels })
}

#[test]
fn a_ward_that_served_the_person_before_goes_on_as_it_did() {
    both_databases(&[&CHARTER], async |town| {
        let case = case(&town);
        town.duty(&case.ward, &case.jon, None, Duty::Serving);
        let unit = make_unit(&town, &case, "2", &[]).await;
        let before = town.rows("access_relation").len();
        ask(&town, &case, &case.jon, &unit).await;
        assert_eq!(town.rows("access_relation").len(), before);
    });
}
