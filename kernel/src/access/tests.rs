//! Statements about the access decision, each proved over every question and situation it speaks of.

use super::*;

mod golden;

const PERSONAL: [Class; 4] = [Class::Journal, Class::Welfare, Class::Own, Class::Reaction];

/// The facts with which somebody forbids.
const PROHIBITIONS: [fn(&mut Situation, bool); 5] = [
    |situation, is| situation.blocked = is,
    |situation, is| situation.area_closed = is,
    |situation, is| situation.objection = is,
    |situation, is| situation.erased = is,
    |situation, is| situation.protected_address = is,
];

fn areas() -> impl Iterator<Item = Option<Area>> {
    Area::ALL.into_iter().map(Some).chain([None])
}

/// Asks every question about these roles and classes in every situation that the filter lets through.
fn everywhere(
    roles: &[Role],
    classes: &[Class],
    filter: impl Fn(&Situation) -> bool,
    check: impl Fn(Role, Class, Option<Area>, Aspect, &Situation),
) {
    let situations: Vec<Situation> = Situation::all().filter(filter).collect();
    assert!(!situations.is_empty(), "a statement about nothing proves nothing");
    for &role in roles {
        for &class in classes {
            for area in areas() {
                for aspect in Aspect::ALL {
                    for situation in &situations {
                        check(role, class, area, aspect, situation);
                    }
                }
            }
        }
    }
}

/// Not erased and not blocked: the only situations in which anything is ever permitted.
fn open(situation: &Situation) -> bool {
    !situation.erased && !situation.blocked
}

fn all(_: &Situation) -> bool {
    true
}

fn everyone_but(roles: &[Role]) -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| !roles.contains(role)).collect()
}

#[test]
fn no_police_role_exists() {
    for role in Role::ALL {
        for word in ["police", "prosecut", "prison", "customs", "landlord", "employer", "insur"] {
            assert!(!role.key().contains(word), "{}", role.key());
        }
    }
}

#[test]
fn whoever_the_person_has_blocked_is_never_permitted_anything() {
    everywhere(
        &Role::ALL,
        &Class::ALL,
        |s| s.blocked,
        |role, class, area, aspect, s| {
            assert!(!decide(role, class, area, aspect, s).is_permit(), "{role:?} {class:?} {s:?}");
        },
    );
}

#[test]
fn what_is_erased_is_denied_to_everyone_and_for_that_reason() {
    everywhere(
        &Role::ALL,
        &Class::ALL,
        |s| s.erased,
        |role, class, area, aspect, s| {
            assert_eq!(decide(role, class, area, aspect, s), Decision::Deny(Reason::Erased));
        },
    );
}

#[test]
fn a_reaction_reaches_the_unit_that_holds_the_case_and_the_person_and_nobody_else() {
    everywhere(&Role::ALL, &[Class::Reaction], all, |role, class, area, aspect, s| match decide(role, class, area, aspect, s) {
        Decision::Permit(Basis::Own) => assert_eq!(role, Role::Person),
        Decision::Permit(basis) => {
            assert_eq!((role, basis, s.written_here), (Role::AdvisoryUnit, Basis::WrittenHere, true));
        }
        Decision::Deny(_) => {}
    });
}

#[test]
fn no_reaction_reaches_a_clinician_whatever_is_shared_or_opened_in_an_emergency() {
    let clinicians: Vec<Role> = Role::ALL.into_iter().filter(|role| role.is_health_personnel()).collect();
    assert_eq!(clinicians.len(), 9);
    everywhere(&clinicians, &[Class::Reaction], open, |role, class, area, aspect, s| {
        assert_eq!(decide(role, class, area, aspect, s), Decision::Deny(Reason::Wall));
    });
}

#[test]
fn the_advisory_unit_sees_no_personal_record_but_reactions() {
    everywhere(&[Role::AdvisoryUnit], &[Class::Journal, Class::Welfare, Class::Own], open, |role, class, area, aspect, s| {
        assert_eq!(decide(role, class, area, aspect, s), Decision::Deny(Reason::Wall));
    });
}

#[test]
fn a_reaction_is_decided_without_looking_at_grants_relations_areas_or_emergencies() {
    everywhere(&Role::ALL, &[Class::Reaction], open, |role, class, area, aspect, s| {
        let bare =
            Situation { written_here: s.written_here, protected_address: s.protected_address, age: s.age, ..Situation::NOBODY };
        assert_eq!(decide(role, class, area, aspect, s), decide(role, class, None, aspect, &bare));
    });
}

#[test]
fn a_volunteer_without_a_grant_sees_nothing_about_a_person() {
    everywhere(
        &[Role::Volunteer],
        &PERSONAL,
        |s| s.shared != Shared::Yes,
        |role, class, area, aspect, s| {
            assert!(!decide(role, class, area, aspect, s).is_permit(), "{class:?} {aspect:?} {s:?}");
        },
    );
}

#[test]
fn a_volunteer_and_next_of_kin_see_nothing_of_health_and_welfare_records_even_with_a_grant() {
    let roles = [Role::Volunteer, Role::NextOfKin];
    everywhere(&roles, &[Class::Journal, Class::Welfare], open, |role, class, area, aspect, s| {
        assert_eq!(decide(role, class, area, aspect, s), Decision::Deny(Reason::RoleNever));
    });
}

#[test]
fn without_a_grant_nobody_but_the_person_sees_content_that_is_their_own_except_in_an_emergency() {
    let others = everyone_but(&[Role::Person]);
    everywhere(
        &others,
        &[Class::Own],
        |s| s.shared != Shared::Yes,
        |role, class, area, aspect, s| {
            if aspect == Aspect::Content && decide(role, class, area, aspect, s).is_permit() {
                assert_eq!(decide(role, class, area, aspect, s), Decision::Permit(Basis::Emergency));
                assert!(role.is_health_personnel() && s.emergency == Emergency::Open);
            }
        },
    );
}

#[test]
fn without_a_grant_or_having_written_it_nobody_sees_health_records_except_in_an_emergency() {
    let others = everyone_but(&[Role::Person]);
    let strangers = |s: &Situation| s.shared != Shared::Yes && !(s.written_here && s.relation == Relation::Serving);
    everywhere(&others, &[Class::Journal, Class::Welfare], strangers, |role, class, area, aspect, s| {
        if aspect == Aspect::Content && decide(role, class, area, aspect, s).is_permit() {
            assert_eq!(decide(role, class, area, aspect, s), Decision::Permit(Basis::Emergency));
        }
    });
}

#[test]
fn the_person_sees_all_their_own_records_whatever_others_may_not() {
    everywhere(&[Role::Person], &PERSONAL, open, |role, class, area, aspect, s| {
        assert_eq!(decide(role, class, area, aspect, s), Decision::Permit(Basis::Own));
    });
}

#[test]
fn a_grant_that_is_over_is_as_no_grant() {
    everywhere(
        &Role::ALL,
        &Class::ALL,
        |s| open(s) && s.shared == Shared::No,
        |role, class, area, aspect, s| {
            let never = decide(role, class, area, aspect, s);
            for shared in [Shared::Expired, Shared::Withdrawn] {
                assert_eq!(decide(role, class, area, aspect, &Situation { shared, ..*s }), never);
            }
        },
    );
}

#[test]
fn a_relation_that_has_ended_is_as_no_relation() {
    everywhere(
        &Role::ALL,
        &Class::ALL,
        |s| open(s) && s.relation == Relation::None,
        |role, class, area, aspect, s| {
            let ended = Situation { relation: Relation::Ended, ..*s };
            assert_eq!(decide(role, class, area, aspect, &ended), decide(role, class, area, aspect, s));
        },
    );
}

#[test]
fn an_emergency_that_is_over_is_as_no_emergency() {
    everywhere(
        &Role::ALL,
        &Class::ALL,
        |s| open(s) && s.emergency == Emergency::No,
        |role, class, area, aspect, s| {
            let over = Situation { emergency: Emergency::Over, ..*s };
            assert_eq!(decide(role, class, area, aspect, &over), decide(role, class, area, aspect, s));
        },
    );
}

#[test]
fn forbidding_never_opens_anything() {
    everywhere(&Role::ALL, &Class::ALL, open, |role, class, area, aspect, s| {
        if decide(role, class, area, aspect, s).is_permit() {
            return;
        }
        for forbid in PROHIBITIONS {
            let mut forbidden = *s;
            forbid(&mut forbidden, true);
            assert!(!decide(role, class, area, aspect, &forbidden).is_permit(), "{role:?} {class:?} {forbidden:?}");
        }
    });
}

#[test]
fn a_grant_a_relation_and_an_emergency_never_close_anything() {
    everywhere(&Role::ALL, &Class::ALL, open, |role, class, area, aspect, s| {
        if !decide(role, class, area, aspect, s).is_permit() {
            return;
        }
        let more = [
            Situation { shared: Shared::Yes, ..*s },
            Situation { relation: Relation::Serving, ..*s },
            Situation { emergency: Emergency::Open, ..*s },
            Situation { written_here: true, ..*s },
        ];
        for situation in more {
            assert!(decide(role, class, area, aspect, &situation).is_permit(), "{role:?} {class:?} {situation:?}");
        }
    });
}

#[test]
fn nothing_opens_a_class_that_the_role_may_never_see() {
    for role in Role::ALL {
        // Whoever holds the slip of an anonymous contact reads what is on it, and it is about nobody.
        let closed: Vec<Class> = PERSONAL.into_iter().filter(|class| !role_may_ever(role, *class)).collect();
        everywhere(&[role], &closed, open, |role, class, area, aspect, s| {
            assert!(!decide(role, class, area, aspect, s).is_permit(), "{role:?} {class:?} {s:?}");
        });
    }
}

#[test]
fn those_who_lead_keep_the_system_or_guard_privacy_see_nobody() {
    let roles = [Role::Leader, Role::PrivacyContact, Role::Admin, Role::Visitor, Role::Guardian, Role::DrugChecker];
    everywhere(&roles, &PERSONAL, open, |role, class, area, aspect, s| {
        assert!(!decide(role, class, area, aspect, s).is_permit(), "{role:?} {class:?} {s:?}");
    });
}

#[test]
fn an_emergency_opens_what_keeps_somebody_alive_for_health_personnel_and_no_more() {
    let vital = [Area::Body, Area::Medicines, Area::MentalHealth, Area::Safety];
    everywhere(&Role::ALL, &Class::ALL, open, |role, class, area, aspect, s| {
        if decide(role, class, area, aspect, s) != Decision::Permit(Basis::Emergency) {
            return;
        }
        assert!(role.is_health_personnel() && s.emergency == Emergency::Open, "{role:?} {s:?}");
        assert!(matches!(class, Class::Own | Class::Journal), "{class:?}");
        let is_vital = area.is_some_and(|area| vital.contains(&area));
        assert!(aspect == Aspect::Card || (aspect == Aspect::Content && is_vital), "{aspect:?} {area:?}");
    });
}

#[test]
fn an_emergency_opens_closed_areas_and_beats_an_objection() {
    let closed = |s: &Situation| open(s) && s.emergency == Emergency::Open && (s.area_closed || s.objection);
    everywhere(&[Role::Gp, Role::DetoxNurse], &[Class::Own, Class::Journal], closed, |role, class, area, aspect, s| {
        if aspect == Aspect::Content && area == Some(Area::Medicines) {
            assert!(decide(role, class, area, aspect, s).is_permit(), "{s:?}");
        }
    });
}

#[test]
fn a_protected_address_is_known_to_the_person_only() {
    let others = everyone_but(&[Role::Person]);
    everywhere(
        &others,
        &Class::ALL,
        |s| s.protected_address,
        |role, class, area, aspect, s| {
            if aspect == Aspect::Whereabouts {
                assert!(!decide(role, class, area, aspect, s).is_permit(), "{role:?} {class:?} {s:?}");
            }
        },
    );
}

#[test]
fn a_protected_address_changes_nothing_but_whereabouts() {
    everywhere(
        &Role::ALL,
        &Class::ALL,
        |s| open(s) && !s.protected_address,
        |role, class, area, aspect, s| {
            if aspect != Aspect::Whereabouts {
                let hidden = Situation { protected_address: true, ..*s };
                assert_eq!(decide(role, class, area, aspect, &hidden), decide(role, class, area, aspect, s));
            }
        },
    );
}

#[test]
fn age_decides_nothing_but_why_a_guardian_is_denied() {
    let others = everyone_but(&[Role::Guardian]);
    everywhere(
        &others,
        &Class::ALL,
        |s| open(s) && s.age == AgeBand::Adult,
        |role, class, area, aspect, s| {
            for age in AgeBand::ALL {
                let younger = Situation { age, ..*s };
                assert_eq!(decide(role, class, area, aspect, &younger), decide(role, class, area, aspect, s));
            }
        },
    );
}

#[test]
fn a_closed_area_opens_for_the_person_the_writer_and_an_emergency_only() {
    everywhere(
        &Role::ALL,
        &PERSONAL,
        |s| open(s) && s.area_closed,
        |role, class, area, aspect, s| {
            if let (Aspect::Content, Decision::Permit(basis)) = (aspect, decide(role, class, area, aspect, s)) {
                assert!(matches!(basis, Basis::Own | Basis::WrittenHere | Basis::Emergency), "{role:?} {class:?} {s:?}");
            }
        },
    );
}

#[test]
fn an_objection_stops_health_content_from_passing_between_health_personnel() {
    let health = [Area::Body, Area::Teeth, Area::Medicines, Area::MentalHealth];
    everywhere(
        &Role::ALL,
        &PERSONAL,
        |s| open(s) && s.objection,
        |role, class, area, aspect, s| {
            let covered = class == Class::Journal || area.is_some_and(|area| health.contains(&area));
            if covered && role.is_health_personnel() && aspect == Aspect::Content {
                assert_ne!(decide(role, class, area, aspect, s), Decision::Permit(Basis::Grant), "{role:?} {class:?}");
            }
        },
    );
}

#[test]
fn what_has_no_area_is_never_opened_by_a_grant_or_an_emergency() {
    everywhere(&Role::ALL, &PERSONAL, open, |role, class, area, aspect, s| {
        if let (None, Aspect::Content, Decision::Permit(basis)) = (area, aspect, decide(role, class, area, aspect, s)) {
            assert!(matches!(basis, Basis::Own | Basis::WrittenHere), "{role:?} {class:?} {s:?}");
        }
    });
}

#[test]
fn nobody_has_a_name_or_an_address() {
    everywhere(&Role::ALL, &[Class::Anonymous, Class::Open], open, |role, class, area, aspect, s| {
        if aspect != Aspect::Content {
            assert_eq!(decide(role, class, area, aspect, s), Decision::Deny(Reason::Wall));
        }
    });
}

#[test]
fn the_open_is_open_to_everyone_and_the_anonymous_to_those_who_run_it_or_hold_the_slip() {
    let nobody = Situation::NOBODY;
    let slip = Situation { shared: Shared::Yes, ..nobody };
    let ask = |role, class, situation| decide(role, class, None, Aspect::Content, situation);
    for role in Role::ALL {
        assert_eq!(ask(role, Class::Open, &nobody), Decision::Permit(Basis::NoPerson));
        let runs_one = role_may_ever(role, Class::Anonymous);
        assert_eq!(ask(role, Class::Anonymous, &nobody).is_permit(), runs_one, "{role:?}");
        let may_hold_a_slip = matches!(role, Role::Visitor | Role::Person);
        assert_eq!(ask(role, Class::Anonymous, &slip).is_permit(), runs_one || may_hold_a_slip, "{role:?}");
    }
}

#[test]
fn every_basis_and_every_reason_occurs() {
    let mut seen = std::collections::BTreeSet::new();
    for situation in Situation::all() {
        for (role, class) in [
            (Role::Person, Class::Own),
            (Role::Gp, Class::Journal),
            (Role::Guardian, Class::Own),
            (Role::Volunteer, Class::Journal),
            (Role::AdvisoryUnit, Class::Reaction),
            (Role::AdvisoryUnit, Class::Own),
            (Role::Visitor, Class::Open),
        ] {
            for aspect in Aspect::ALL {
                seen.insert(decide(role, class, Some(Area::Body), aspect, &situation));
            }
        }
    }
    let all = Basis::ALL.map(Decision::Permit).into_iter().chain(Reason::ALL.map(Decision::Deny));
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), all.collect::<Vec<_>>());
}

#[test]
fn every_situation_is_enumerated_once() {
    let distinct: std::collections::HashSet<Situation> = Situation::all().collect();
    assert_eq!(distinct.len(), Situation::COUNT);
    assert_eq!(Situation::all().count(), Situation::COUNT);
}

#[test]
fn ages_fall_into_their_bands_at_the_birthday() {
    let bands = [(0, AgeBand::Under12), (11, AgeBand::Under12), (12, AgeBand::From12), (15, AgeBand::From12)];
    let older = [(16, AgeBand::From16), (17, AgeBand::From16), (18, AgeBand::Adult), (104, AgeBand::Adult)];
    for (age_years, band) in bands.into_iter().chain(older) {
        assert_eq!(AgeBand::of_age(age_years), band, "{age_years}");
    }
}

#[test]
fn keys_are_distinct() {
    let distinct = |keys: &[&str]| keys.iter().collect::<std::collections::BTreeSet<_>>().len() == keys.len();
    assert!(distinct(&Reason::ALL.map(Reason::key)));
    assert!(distinct(&Basis::ALL.map(Basis::key)));
    assert!(distinct(&Aspect::ALL.map(Aspect::key)));
    assert!(distinct(&AgeBand::ALL.map(AgeBand::key)));
}
