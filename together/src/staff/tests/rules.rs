//! The rules, one line a case.

use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::refusal::Refusal as _;
use kernel::role::Role;
use kernel::time::Timestamp;
use testkit::{Town, on_sqlite};

use crate::staff::pin::{code_of, read_code, shown_code};
use crate::staff::rules::{
    Asker, Change, Command, Refusal, Standing, decide, fits, is_good_pin, is_hpr_number, is_organisation_number, roles_in,
};
use crate::staff::store::changes::What;

use super::PARTS;

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("an instant")
}

#[test]
fn each_command_does_what_the_table_says() {
    let now = at("2026-11-20T09:00:00Z");
    let (before, after) = (now.plus_days(-1), now.plus_days(1));
    let invited = Standing::Invited { from: before, access_until: Some(after) };
    let early = Standing::Invited { from: after, access_until: None };
    let late = Standing::Invited { from: before, access_until: Some(now) };
    let works = Standing::AtWork { until: None };
    let cases = [
        (invited, Command::Redeem, Ok(Change::Begins { until: Some(after) })),
        (early, Command::Redeem, Err(Refusal::NotYet)),
        (late, Command::Redeem, Err(Refusal::Link)),
        (Standing::Withdrawn, Command::Redeem, Err(Refusal::Link)),
        (Standing::Ended, Command::Redeem, Err(Refusal::Link)),
        (works, Command::Redeem, Ok(Change::DoorsAnew)),
        (invited, Command::Withdraw, Ok(Change::Void)),
        (Standing::Withdrawn, Command::Withdraw, Err(Refusal::Over)),
        (works, Command::Withdraw, Err(Refusal::Over)),
        (invited, Command::NewLink, Ok(Change::Linked)),
        (works, Command::NewLink, Ok(Change::Linked)),
        (Standing::Ended, Command::NewLink, Err(Refusal::Ended)),
        (Standing::Withdrawn, Command::NewLink, Err(Refusal::Over)),
        (works, Command::Enter, Ok(Change::Entered)),
        (Standing::Ended, Command::Enter, Err(Refusal::Wrong)),
        (invited, Command::Enter, Err(Refusal::Over)),
        (works, Command::EndAt(Some(after)), Ok(Change::Ends(Some(after)))),
        (works, Command::EndAt(None), Ok(Change::Ends(None))),
        (Standing::Ended, Command::EndAt(None), Err(Refusal::Ended)),
        (works, Command::EndNow { last: false }, Ok(Change::Ends(Some(now)))),
        (works, Command::EndNow { last: true }, Err(Refusal::LastAdmin)),
        (Standing::Ended, Command::EndNow { last: false }, Err(Refusal::Ended)),
    ];
    for (standing, command, expected) in cases {
        assert_eq!(decide(standing, command, now), expected, "{standing:?} {command:?}");
    }
}

#[test]
fn access_ends_at_its_moment_and_not_before() {
    let end = at("2026-11-20T09:00:00Z");
    assert_eq!(Standing::of(None, end), Standing::AtWork { until: None });
    assert_eq!(Standing::of(Some(end), end.plus_s(-1)), Standing::AtWork { until: Some(end) });
    assert_eq!(Standing::of(Some(end), end), Standing::Ended);
}

#[test]
fn every_kind_of_organisation_has_its_roles_and_no_others() {
    for kind in OrganisationKind::ALL {
        let roles = roles_in(kind);
        assert!(roles.contains(&Role::Admin), "{kind:?} can have an administrator of its own");
        assert!(roles.iter().all(|role| role.is_staff()), "{kind:?}");
        assert_eq!(roles.contains(&Role::PrivacyContact), kind == OrganisationKind::Municipality);
        assert_eq!(roles.contains(&Role::AdvisoryUnit), kind == OrganisationKind::AdvisoryUnit);
        let mut once = roles.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), roles.len(), "{kind:?} names a role twice");
    }
    assert_eq!(fits(Role::MoNurse, OrganisationKind::MoCentre), Ok(()));
    assert_eq!(fits(Role::MoNurse, OrganisationKind::Nav), Err(Refusal::RoleElsewhere));
    assert_eq!(fits(Role::Person, OrganisationKind::Municipality), Err(Refusal::RoleElsewhere));
}

#[test]
fn an_administrator_elsewhere_has_their_own_house_only() {
    let id = |n| kernel::id::OrganisationId::from_bits(n);
    let own = Asker { organisation: id(1), whole: false };
    assert!(own.manages(&id(1)) && !own.manages(&id(2)));
    assert!(Asker { whole: true, ..own }.manages(&id(2)));
}

#[test]
fn a_pin_is_hard_enough_or_refused() {
    for good in ["193746", "tre små hester", "a1b2c3"] {
        assert!(is_good_pin(good), "{good}");
    }
    let long = "x1".repeat(40);
    for weak in ["", "1234", "123456", "987654", "000000", "abcdef", "      ", long.as_str()] {
        assert!(!is_good_pin(weak), "{weak}");
    }
}

#[test]
fn numbers_are_checked_by_their_own_rules() {
    assert!(is_organisation_number("974760673"));
    for wrong in ["974760674", "97476067", "9747606730", "97476o673", ""] {
        assert!(!is_organisation_number(wrong), "{wrong}");
    }
    assert!(is_hpr_number("9144900") && !is_hpr_number("12") && !is_hpr_number("12a456"));
}

#[test]
fn a_code_is_eight_digits_however_it_is_typed() {
    for bits in [0, 7, u128::MAX, 99_999_999, 100_000_000] {
        let code = code_of(bits);
        assert_eq!(code.len(), 8);
        assert_eq!(read_code(&shown_code(&code)).as_deref(), Some(code.as_str()));
    }
    assert_eq!(read_code(" 12 34 56 78 ").as_deref(), Some("12345678"));
    for wrong in ["1234567", "123456789", "1234567a", ""] {
        assert_eq!(read_code(wrong), None, "{wrong}");
    }
}

#[test]
fn every_refusal_role_kind_and_change_has_words_in_three_languages() {
    on_sqlite(PARTS, &async |town: Town| {
        for language in Language::ALL {
            let t = town.app.say(language);
            let refusals = Refusal::ALL.iter().map(|refusal| format!("refusal-{}", refusal.key()));
            let remedies = Refusal::ALL.iter().map(|refusal| format!("refusal-{}-remedy", refusal.key()));
            let roles = Role::ALL.iter().filter(|role| role.is_staff()).map(|role| format!("staff-role-{}", role.key()));
            let kinds = OrganisationKind::ALL.iter().map(|kind| format!("staff-kind-{}", kind.key()));
            let changes = What::ALL.iter().map(|what| format!("staff-change-{}", what.key()));
            for key in refusals.chain(remedies).chain(roles).chain(kinds).chain(changes) {
                assert!(t.has(&key), "{key} in {language:?}");
            }
        }
    });
}
