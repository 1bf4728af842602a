//! Every look leaves a line before the answer leaves, and the log shows when somebody has been at it.

use kernel::area::Area;
use kernel::id::PersonId;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::app::App;
use platform::audit::{Broken, Detail, Line, Report, against, seal_waiting, verify};
use platform::db::{Db, Row};
use platform::door;
use platform::keys::Cell;
use testkit::{Browser, Place, Town, app_seeded, both_databases};

use crate::meeting::at_once;
use crate::toy::TOY;

/// The lines of the log, oldest first, as another connection sees them.
fn lines(town: &Town) -> Vec<Line> {
    let url = &town.app.config().database_url;
    let elsewhere = Db::open(url).unwrap_or_else(|fault| panic!("{fault}"));
    let rows = elsewhere.read_here(|tx| Ok(tx.dump("audit_line")?)).unwrap_or_else(|error| panic!("{error:?}"));
    let mut lines: Vec<Line> = rows.iter().map(line).collect();
    lines.sort_by_key(|line| (line.at, line.line_id.clone()));
    lines
}

fn line(row: &Row) -> Line {
    Line::from_row(row).unwrap_or_else(|fault| panic!("{fault}"))
}

fn subject(town: &Town, person: &PersonId) -> Option<String> {
    town.app.keys().find(person).unwrap_or_else(|error| panic!("{error:?}")).map(|key| key.subject())
}

fn detail(town: &Town, person: &PersonId, line: &Line) -> Detail {
    let key = town.app.keys().find(person).unwrap_or_else(|error| panic!("{error:?}")).expect("a key");
    let sealed = line.detail.as_deref().expect("a detail");
    let text = key.open(Cell::new("audit_line", &line.line_id, "detail"), sealed).expect("opens");
    serde_json::from_str(&text).expect("a detail")
}

fn told(line: &Line) -> [&str; 4] {
    [&line.role, &line.act, &line.part, &line.outcome]
}

/// A person with a note, and a nurse of an organisation the person shares housing with.
async fn kari_and_nurse(town: &Town) -> (PersonId, Browser, Browser) {
    let kari = town.person("Kari Nes");
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let nurse = town.employee(&centre, Role::MoNurse, "Siv Lie");
    town.serves(&centre, &kari);
    let _ = town.share(&kari, &centre, &[Area::Housing]);
    let mut own = town.as_person(&kari);
    own.get("/lapper").await;
    own.post_only("/lapper", &[("text", "Karis lapp")]).await;
    (kari, own, town.as_account(&nurse, Role::MoNurse))
}

/// Each look keeps what the employee was then (P-11): the account's own row changes, the line does not.
#[test]
fn a_line_keeps_what_the_organisation_attested_when_it_was_written() {
    both_databases(&[&TOY], async |town| {
        let (kari, _own, mut nurse) = kari_and_nurse(&town).await;
        let attest = |authorisation: &'static str| {
            let changed = town.app.db().write_here(move |tx| {
                Ok(tx.run("UPDATE account SET hpr_number = '1234567', authorisation = $1", platform::args![authorisation])?)
            });
            assert_eq!(changed.expect("attested"), 1);
        };
        attest("sykepleier");
        nurse.get(&format!("/lapper/{kari}")).await;
        town.wait_minutes(1);
        attest("");
        nurse.get(&format!("/lapper/{kari}")).await;
        let looks: Vec<Detail> =
            lines(&town).iter().filter(|line| line.account_id.is_some()).map(|line| detail(&town, &kari, line)).collect();
        let authorisations: Vec<_> = looks.iter().map(|look| look.attested.authorisation.as_deref()).collect();
        assert_eq!(authorisations, [Some("sykepleier"), None], "{looks:?}");
        assert!(looks.iter().all(|look| look.attested.hpr_number.as_deref() == Some("1234567")));
    });
}

#[test]
fn the_persons_own_looks_and_changes_each_leave_a_line() {
    both_databases(&[&TOY], async |town| {
        let kari = town.person("Kari Nes");
        let mut own = town.as_person(&kari);
        assert_eq!(own.get("/lapper").await.status, 200);
        assert_eq!(lines(&town).iter().map(told).collect::<Vec<_>>(), [["person", "look", "toy", "shown"]]);
        town.wait_minutes(1);
        assert_eq!(own.post_only("/lapper", &[("text", "Hei")]).await.status, 303);
        town.wait_minutes(1);
        own.get("/lapper").await;
        town.wait_minutes(1);
        let refused = own.post_only("/lapper/nekt", &[]).await;
        assert_eq!(refused.status, 409);
        assert!(refused.says("Prøv noe annet."));
        let found = lines(&town);
        let expected = [["look", "shown"], ["note-write", "changed"], ["look", "shown"], ["note-refuse", "refused"]];
        assert_eq!(found.iter().map(|line| [&*line.act, &*line.outcome]).collect::<Vec<_>>(), expected);
        for line in &found {
            assert_eq!(line.subject, subject(&town, &kari), "by a name that only the key gives");
            assert_eq!(detail(&town, &kari, line).basis, "own");
            assert_eq!(line.purpose, "own");
        }
        assert_eq!(town.rows("toy_note").len(), 1, "what was refused is not kept");
    });
}

#[test]
fn a_list_is_one_event_with_a_line_for_each_person_shown() {
    both_databases(&[&TOY], async |town| {
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let nurse = town.employee(&centre, Role::MoNurse, "Siv Lie");
        let shown: Vec<PersonId> = ["Kari Nes", "Ola Dal", "Liv Vik"].map(|name| town.person(name)).to_vec();
        for person in &shown {
            let _ = town.share(person, &centre, &[Area::Housing]);
        }
        let hidden = town.person("Per Li");
        let page = town.as_account(&nurse, Role::MoNurse).get("/liste").await;
        assert!(["Kari Nes", "Ola Dal", "Liv Vik"].iter().all(|name| page.says(name)));
        assert!(!page.says("Per Li"));
        let found = lines(&town);
        assert_eq!(found.len(), 3);
        assert!(found.iter().all(|line| line.event_id == found[0].event_id && line.outcome == "shown"));
        assert!(shown.iter().all(|person| found.iter().any(|line| line.subject == subject(&town, person))));
        assert!(found.iter().all(|line| line.subject != subject(&town, &hidden)));
        assert!(found.iter().all(|line| line.account_id.as_deref() == Some(nurse.as_str())));
        assert!(found.iter().all(|line| line.organisation_id.as_deref() == Some(centre.as_str())));
    });
}

#[test]
fn a_look_with_panels_and_a_denied_one_leave_their_lines() {
    both_databases(&[&TOY], async |town| {
        let (kari, _, mut nurse) = kari_and_nurse(&town).await;
        let stranger = town.employee(&town.organisation(OrganisationKind::Nav, "NAV"), Role::Nav, "Per Ås");
        town.wait_minutes(1);
        let before = lines(&town).len();
        let path = format!("/lapper/{}", kari.as_str());
        let page = nurse.get(&path).await;
        assert!(page.says("1 lapper"), "the panel is drawn");
        let seen = lines(&town).split_off(before);
        assert_eq!(seen.iter().map(told).collect::<Vec<_>>(), [["mo-nurse", "look", "toy", "shown"]]);
        let detail_of_look = detail(&town, &kari, &seen[0]);
        assert_eq!(detail_of_look.basis, "grant");
        assert!(detail_of_look.grant.is_some());
        town.wait_minutes(1);
        let mut stranger = town.as_account(&stranger, Role::Nav);
        let asked = stranger.get(&path).await;
        town.wait_minutes(1);
        let sent = stranger.post_only(&path, &[("text", "hei")]).await;
        assert_eq!((asked.status, sent.status), (403, 403));
        let denied = lines(&town).split_off(before + 1);
        assert_eq!(
            denied.iter().map(told).collect::<Vec<_>>(),
            [["nav", "look", "toy", "denied"], ["nav", "note-write-for", "toy", "denied"]]
        );
        assert!(denied.iter().all(|line| line.subject == subject(&town, &kari)), "the person can see who tried");
        assert_eq!(town.rows("toy_note").len(), 1);
    });
}

#[test]
fn commands_without_a_form_leave_their_refusals_too() {
    both_databases(&[&TOY], async |town| {
        let kari = town.person("Kari Nes");
        let done: Result<(), _> = door::execute_here(&town.app, &town.app.machine(), &TOY, "meddle", move |tx, desk| {
            desk.person(tx, &kari)?;
            Ok(())
        });
        assert!(done.is_err());
        assert_eq!(lines(&town).iter().map(told).collect::<Vec<_>>(), [["admin", "meddle", "toy", "denied"]]);
    });
}

async fn rename(town: &Town, from: &'static str, to: &'static str) {
    let done = town.app.db().write(move |tx| Ok(tx.script(&format!("ALTER TABLE {from} RENAME TO {to}"))?)).await;
    done.unwrap_or_else(|error| panic!("{error:?}"));
}

#[test]
fn without_a_line_there_is_no_answer() {
    both_databases(&[&TOY], async |town| {
        let (kari, mut own, mut nurse) = kari_and_nurse(&town).await;
        let stranger = town.employee(&town.organisation(OrganisationKind::Nav, "NAV"), Role::Nav, "Per Ås");
        let mut stranger = town.as_account(&stranger, Role::Nav);
        let path = format!("/lapper/{}", kari.as_str());
        assert!(own.get("/lapper").await.says("Karis lapp"));
        rename(&town, "audit_line", "audit_line_away").await;
        for page in [
            own.get("/lapper").await,
            own.post_only("/lapper", &[("text", "Ny lapp")]).await,
            own.post_only("/lapper/nekt", &[]).await,
            nurse.get(&path).await,
            nurse.get("/liste").await,
            stranger.get(&path).await,
        ] {
            assert_eq!(page.status, 500);
            assert!(page.says("Noe gikk galt hos oss"));
            assert!(!page.says("Karis lapp") && !page.says("Kari Nes"), "nothing is shown");
        }
        assert_eq!(own.get("/apen").await.status, 200, "what is about nobody is still shown");
        rename(&town, "audit_line_away", "audit_line").await;
        assert!(own.get("/lapper").await.says("Karis lapp"));
        assert!(nurse.get(&path).await.says("1 lapper"));
        assert_eq!(town.rows("toy_note").len(), 1, "and nothing was written");
    });
}

/// A line about nobody, as a machine leaves it.
fn leave_line(app: &App) {
    let done = door::execute_here(app, &app.machine(), &TOY, "beat", |_, desk| {
        desk.note_nobody();
        Ok(())
    });
    done.unwrap_or_else(|error| panic!("{error:?}"));
}

fn seal(app: &App, after_s: i64) -> usize {
    let now = app.source().now().plus_s(after_s);
    seal_waiting(app.db(), app.master(), app.node(), now).unwrap_or_else(|error| panic!("{error:?}")).lines
}

fn checked(app: &App) -> Result<Report, Broken> {
    verify(app.db(), app.master(), app.source().now()).unwrap_or_else(|error| panic!("{error:?}"))
}

fn positions(app: &App) -> Vec<i64> {
    let asked = app.db().read_here(|tx| Ok(tx.rows("SELECT position FROM audit_line ORDER BY position", &[])?));
    let rows = asked.unwrap_or_else(|error| panic!("{error:?}"));
    rows.iter().map(|row| row.int(0).expect("sealed")).collect()
}

#[test]
fn two_processes_that_write_and_seal_at_once_make_one_unbroken_log() {
    for place in Place::both() {
        let apps = [1, 2].map(|seed| app_seeded(&[&TOY], &place.url, &place.keys_url, seed));
        let shared = apps.clone();
        // Four writers and two sealers; the lease runs out between the rounds, so either process may be the sealer.
        at_once(6, move |n| {
            let app = &shared[n % 2];
            for round in 1..=8 {
                for _ in 0..5 {
                    if n < 4 {
                        leave_line(app);
                    } else {
                        seal(app, round * 11);
                    }
                }
            }
        });
        while apps.iter().map(|app| seal(app, 200)).sum::<usize>() > 0 {}
        let report = checked(&apps[0]).unwrap_or_else(|broken| panic!("{}: {}", place.name, broken.0));
        assert_eq!((report.lines, report.waiting), (160, 0), "{}", place.name);
        assert_eq!(positions(&apps[1]), (0..160).collect::<Vec<_>>(), "{}", place.name);
        assert_eq!(checked(&apps[1]), Ok(report), "{}: both read the same", place.name);
    }
}

#[test]
fn one_process_is_the_sealer_until_its_lease_runs_out() {
    for place in Place::both() {
        let [here, there] = [1, 2].map(|seed| app_seeded(&[&TOY], &place.url, &place.keys_url, seed));
        leave_line(&here);
        let at = |app: &App, s: i64| {
            let now = app.source().now().plus_s(s);
            seal_waiting(app.db(), app.master(), app.node(), now).unwrap_or_else(|error| panic!("{error:?}"))
        };
        assert!(at(&here, 0).holder);
        leave_line(&there);
        assert_eq!((at(&there, 5).holder, at(&there, 5).lines), (false, 0), "{}", place.name);
        assert_eq!((at(&there, 6).holder, at(&here, 7).holder), (true, false), "{}", place.name);
        assert_eq!(checked(&here).map(|report| report.lines), Ok(2), "{}", place.name);
    }
}

/// A log of twelve lines under three checkpoints.
fn twelve_lines(place: &Place) -> App {
    let app = app_seeded(&[&TOY], &place.url, &place.keys_url, 1);
    for _ in 0..3 {
        for _ in 0..4 {
            app.source().set(app.source().now().plus_s(1));
            leave_line(&app);
        }
        assert_eq!(seal(&app, 0), 4);
    }
    assert_eq!(checked(&app).map(|report| (report.lines, report.checkpoints)), Ok((12, 3)));
    app
}

fn tamper(app: &App, script: &str) {
    let script = script.to_owned();
    let done = app.db().write_here(move |tx| Ok(tx.script(&script)?));
    done.unwrap_or_else(|error| panic!("{error:?}"));
}

fn id_at(app: &App, position: i64) -> String {
    let found = app
        .db()
        .read_here(move |tx| Ok(tx.row("SELECT line_id FROM audit_line WHERE position = $1", platform::args![position])?));
    found.unwrap_or_else(|error| panic!("{error:?}")).expect("a line").text(0).expect("an id").to_owned()
}

/// What the check says after somebody with the database in hand, but without the master key, did this.
fn said_after(place: &Place, meddle: impl Fn(&App)) -> String {
    let app = twelve_lines(place);
    meddle(&app);
    match checked(&app) {
        Err(Broken(said)) => said,
        Ok(report) => panic!("{}: it was not noticed: {report:?}", place.name),
    }
}

#[test]
fn a_changed_line_is_named() {
    for place in Place::both() {
        let app = twelve_lines(&place);
        tamper(&app, "UPDATE audit_line SET outcome = 'denied' WHERE position = 5");
        let said = checked(&app).expect_err("noticed").0;
        assert_eq!(said, format!("line 6 ({}) was changed", id_at(&app, 5)));
    }
}

#[test]
fn a_line_that_is_gone_is_named() {
    for place in Place::both() {
        let said = said_after(&place, |app| tamper(app, "DELETE FROM audit_line WHERE position = 5"));
        assert_eq!(said, "line 6 is gone");
    }
    for place in Place::both() {
        let said = said_after(&place, |app| tamper(app, "DELETE FROM audit_line WHERE position > 9"));
        assert_eq!(said, "lines 11 to 12 are gone");
    }
}

#[test]
fn lines_that_changed_places_are_named() {
    for place in Place::both() {
        let app = twelve_lines(&place);
        let moved = id_at(&app, 7);
        for step in ["-1 WHERE position = 5", "5 WHERE position = 7", "7 WHERE position = -1"] {
            tamper(&app, &format!("UPDATE audit_line SET position = {step}"));
        }
        assert_eq!(checked(&app).expect_err("noticed").0, format!("line 6 ({moved}) was moved"));
    }
}

#[test]
fn a_line_changed_together_with_its_leaf_shows_in_the_tree() {
    for place in Place::both() {
        let said = said_after(&place, |app| {
            let done = app.db().write_here(|tx| {
                let rows = tx.dump("audit_line")?;
                let mut changed = rows.iter().map(line).min_by_key(|line| line.at).expect("a line");
                changed.role = "person".into();
                tx.run(
                    "UPDATE audit_line SET role = $1, leaf = $2 WHERE line_id = $3",
                    platform::args![changed.role.as_str(), changed.leaf().to_vec(), changed.line_id.as_str()],
                )?;
                Ok(())
            });
            done.unwrap_or_else(|error| panic!("{error:?}"));
        });
        assert_eq!(said, "a line between 1 and 4 was changed, moved or put in");
    }
}

#[test]
fn checkpoints_that_are_gone_or_not_ours_are_named() {
    for place in Place::both() {
        let said = said_after(&place, |app| tamper(app, "DELETE FROM audit_checkpoint WHERE size = 12"));
        assert_eq!(said, "lines 9 to 12 stand in the log without a signed checkpoint");
    }
    for place in Place::both() {
        let said = said_after(&place, |app| {
            tamper(app, "UPDATE audit_checkpoint SET note = replace(note, 'varde ', 'varde 0') WHERE size = 8");
        });
        assert_eq!(said, "the checkpoint at 8 lines does not carry our signature");
    }
    for place in Place::both() {
        let said = said_after(&place, |app| {
            leave_line(app);
            tamper(app, "UPDATE audit_line SET position = 12 WHERE position IS NULL");
        });
        assert_eq!(said, "lines 13 to 13 stand in the log without a signed checkpoint");
    }
}

#[test]
fn cutting_off_the_newest_shows_against_a_checkpoint_kept_elsewhere() {
    for place in Place::both() {
        let app = twelve_lines(&place);
        let early = checked(&app).expect("whole").note;
        for _ in 0..10 {
            leave_line(&app);
        }
        seal(&app, 0);
        let kept = format!("From: a mail to the municipality\n\n{}", checked(&app).expect("whole").note);
        let compare = |note: &str| against(app.db(), app.master(), note).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!((compare(&kept), compare(&early)), (Ok(()), Ok(())), "{}", place.name);
        tamper(&app, "DELETE FROM audit_line WHERE position >= 12");
        tamper(&app, "DELETE FROM audit_checkpoint WHERE size > 12");
        assert_eq!(checked(&app).map(|report| report.lines), Ok(12), "{}: the rest is whole", place.name);
        let said = compare(&kept).expect_err("noticed").0;
        assert_eq!(said, "lines 13 to 22 are gone: the kept checkpoint counts 22 lines, the log 12");
        assert_eq!(compare(&early), Ok(()));
        let forged = kept.replace("\n22\n", "\n12\n");
        assert_eq!(compare(&forged).expect_err("noticed").0, "the kept checkpoint does not carry our signature");
    }
}

#[test]
fn another_log_of_the_same_length_shows_against_a_kept_checkpoint() {
    for (place, other) in Place::both().into_iter().zip(Place::both()) {
        let kept = checked(&twelve_lines(&place)).expect("whole").note;
        let rewritten = app_seeded(&[&TOY], &other.url, &other.keys_url, 2);
        for _ in 0..12 {
            leave_line(&rewritten);
        }
        seal(&rewritten, 0);
        let said = against(rewritten.db(), rewritten.master(), &kept).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(said.expect_err("noticed").0, "the head at 12 lines differs from the kept one", "{}", place.name);
    }
}

#[test]
fn the_log_holds_when_a_person_is_erased_and_says_nothing_more_about_them() {
    both_databases(&[&TOY], async |town| {
        let (kari, _, mut nurse) = kari_and_nurse(&town).await;
        nurse.get(&format!("/lapper/{}", kari.as_str())).await;
        assert!(seal(&town.app, 0) > 0);
        let before = checked(&town.app).expect("whole");
        let name = subject(&town, &kari).expect("a name in the log");
        town.app.keys().erase_here(&kari).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(checked(&town.app), Ok(before));
        assert_eq!(subject(&town, &kari), None, "nobody can say any more that {name} was Kari");
        assert_eq!(nurse.get(&format!("/lapper/{}", kari.as_str())).await.status, 403);
    });
}

#[test]
fn lines_that_wait_too_long_for_their_seal_are_counted() {
    both_databases(&[&TOY], async |town| {
        leave_line(&town.app);
        let report = || checked(&town.app).map(|report| (report.lines, report.waiting, report.late));
        town.app.source().set(town.now().plus_s(10));
        assert_eq!(report(), Ok((0, 1, 0)), "ten seconds are allowed");
        town.app.source().set(town.now().plus_s(1));
        assert_eq!(report(), Ok((0, 1, 1)));
        seal(&town.app, 0);
        assert_eq!(report(), Ok((1, 0, 0)));
    });
}
