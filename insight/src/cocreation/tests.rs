//! The page shows what parts count, guarded, to those who coordinate and to nobody else.

use kernel::id::OrganisationId;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::args;
use platform::charter::{Charter, Count, Figure};
use platform::db::Tx;
use platform::error::{Error, Fault};
use testkit::{Town, both_databases};

use super::CHARTER;

/// A part that counts: how many letters the name of an organisation has, and twice that for another figure.
static COUNTER: Charter = Charter {
    key: "counter",
    counts: &[Count { figure: Figure::Load, read: letters }, Count { figure: Figure::GapsOpen, read: few }],
    ..Charter::BLANK
};

fn letters(tx: &mut Tx<'_>, _: Timestamp) -> Result<Vec<(OrganisationId, i64)>, Error> {
    let rows =
        tx.rows("SELECT organisation_id, CAST(length(name) AS BIGINT) FROM organisation ORDER BY organisation_id", args![])?;
    Ok(rows.iter().map(|row| Ok((row.parsed(0, OrganisationId::parse)?, row.int(1)?))).collect::<Result<_, Fault>>()?)
}

fn few(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<(OrganisationId, i64)>, Error> {
    Ok(letters(tx, now)?.into_iter().take(1).map(|(id, _)| (id, 2)).collect())
}

static CATALOGUE: &[&Charter] = &[&COUNTER, &CHARTER];

fn city(town: &Town) -> OrganisationId {
    let municipality = town.organisation(OrganisationKind::Municipality, "Byen kommune");
    drop(town.organisation(OrganisationKind::Nav, "NAV"));
    drop(town.organisation(OrganisationKind::MoCentre, "=MO-senteret"));
    municipality
}

#[test]
fn leaders_and_coordinators_of_the_municipality_see_guarded_numbers() {
    both_databases(CATALOGUE, async |town| {
        let municipality = city(&town);
        for role in [Role::Leader, Role::Coordinator] {
            let account = town.employee(&municipality, role, "Liv Berg");
            let page = town.as_account(&account, role).get("/oversikt").await;
            assert_eq!(page.status, 200, "{role:?}");
            // Three letters are few: then the smallest of the others is hidden too, and the sum does not tell either.
            assert!(page.says("Færre enn 5: NAV.") && page.says("Skjult: "), "{}", page.html);
            assert!(!page.says(">3<") && page.says("Tjenestene følger opp"), "{}", page.html);
            assert!(page.says("Tallene er for små til å legges sammen"), "gaps: {}", page.html);
            assert!(!page.says("Oppgaver over tiden"), "nobody counts tasks here");
            assert!(page.says("Flest hos"), "{}", page.html);
        }
    });
}

#[test]
fn the_file_opens_in_a_norwegian_spreadsheet_and_hides_the_same() {
    both_databases(CATALOGUE, async |town| {
        let municipality = city(&town);
        let leader = town.employee(&municipality, Role::Leader, "Liv Berg");
        let file = town.as_account(&leader, Role::Leader).get("/oversikt/tall").await;
        assert_eq!(file.headers["content-type"].to_str().expect("text"), "text/csv; charset=utf-8");
        assert!(file.html.starts_with('\u{feff}') && file.html.contains(";20.11.2026\r\n"), "{}", file.html);
        assert!(file.html.contains("\"NAV\";\"færre enn 5\";"), "{}", file.html);
        assert!(file.html.contains("\"MO-senteret\"") && !file.html.contains("\"="), "no field is a formula: {}", file.html);
    });
}

#[test]
fn nobody_else_comes_in() {
    both_databases(CATALOGUE, async |town| {
        drop(city(&town));
        let nav = town.organisation(OrganisationKind::Nav, "NAV Sentrum");
        let leader = town.employee(&nav, Role::Leader, "Per Lie");
        assert_eq!(town.as_account(&leader, Role::Leader).get("/oversikt").await.status, 403, "a leader of another service");
        let nurse = town.employee(&nav, Role::MoNurse, "Kari Nes");
        for path in ["/oversikt", "/oversikt/tall"] {
            assert_eq!(town.as_account(&nurse, Role::MoNurse).get(path).await.status, 403, "{path}");
            assert_eq!(town.visitor().get(path).await.status, 401, "{path}");
        }
        assert_eq!(town.as_person(&town.person("Jon")).get("/oversikt").await.status, 403);
    });
}
