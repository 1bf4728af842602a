use kernel::access::{Aspect, Basis, Decision, Situation, decide, role_may_ever};
use kernel::area::Area;
use kernel::class::Class;
use kernel::id::OrganisationId;
use kernel::language::Language;
use kernel::refusal::Refusal as _;
use kernel::role::Role;
use kernel::time::Day;

use crate::nav::CHARTER;
use crate::nav::rules::{
    By, Ending, MAX_MATTERS, Refusal, SECTIONS, STATUSES, Task, Typed, Whose, end, fair, may_change, section, status,
};

fn office(n: u128) -> OrganisationId {
    OrganisationId::from_bits(n)
}

#[test]
fn lines_by_table() {
    let day = |text: &str| Some(Day::parse(text).expect("a day"));
    let typed = |applied_on, answer_by| Typed {
        area: Area::Money,
        words: "Søknad".into(),
        status: "waiting",
        applied_on,
        answer_by,
        answer: None,
    };
    let table = [
        (typed(None, None), 0, Ok(())),
        (typed(day("2026-11-01"), day("2026-11-01")), 0, Ok(())),
        (typed(None, day("2026-11-01")), MAX_MATTERS - 1, Ok(())),
        (typed(day("2026-11-02"), day("2026-11-01")), 0, Err(Refusal::Backwards)),
        (typed(None, None), MAX_MATTERS, Err(Refusal::Full)),
    ];
    for (typed, there, expected) in table {
        assert_eq!(fair(&typed, there), expected, "{typed:?} {there}");
    }
    let (mine, other) = (office(1), office(2));
    assert_eq!(may_change(None, &By::Person), Ok(()));
    assert_eq!(may_change(Some(&mine), &By::Nav(office(1))), Ok(()));
    assert_eq!(may_change(Some(&other), &By::Nav(office(1))), Err(Refusal::NotYours));
    assert_eq!(may_change(Some(&mine), &By::Person), Err(Refusal::NotYours));
    assert_eq!(may_change(None, &By::Nav(office(1))), Err(Refusal::NotYours));
}

#[test]
fn tasks_by_table() {
    let task = |whose, over| Task { organisation: office(1), whose, over };
    let nav = By::Nav(office(1));
    let table = [
        (Whose::Person, false, By::Person, Ending::Done, Ok(())),
        (Whose::Person, false, By::Person, Ending::No, Ok(())),
        (Whose::Person, false, By::Person, Ending::TakenBack, Err(Refusal::NotYours)),
        (Whose::Person, false, nav.clone(), Ending::Done, Err(Refusal::NotYours)),
        (Whose::Person, false, nav.clone(), Ending::TakenBack, Ok(())),
        (Whose::Nav, false, nav.clone(), Ending::Done, Ok(())),
        (Whose::Nav, false, nav.clone(), Ending::No, Err(Refusal::NotYours)),
        (Whose::Nav, false, By::Person, Ending::TakenBack, Ok(())),
        (Whose::Nav, false, By::Person, Ending::Done, Err(Refusal::NotYours)),
        (Whose::Nav, true, nav, Ending::Done, Err(Refusal::Over)),
        (Whose::Nav, false, By::Nav(office(2)), Ending::Done, Err(Refusal::NotYours)),
    ];
    for (whose, over, by, ending, expected) in table {
        assert_eq!(end(&task(whose, over), &by, ending), expected, "{whose:?} {by:?} {ending:?}");
    }
}

#[test]
fn every_word_is_there_and_no_section_is_medical() {
    let wording = platform::frame::Wording::read(&[&CHARTER]).expect("the wording is read");
    for language in Language::ALL {
        let say = wording.say(language);
        for no in Refusal::ALL {
            assert!(say.has(&format!("refusal-{}", no.key())) && say.has(&format!("refusal-{}-remedy", no.key())), "{no:?}");
        }
        assert!(Ending::ALL.iter().all(|ending| say.has(&format!("nav-task-{}", ending.key()))));
    }
    for area in Area::ALL {
        let medical =
            matches!(area, Area::Body | Area::Teeth | Area::Medicines | Area::MentalHealth | Area::Safety | Area::PeopleAround);
        assert_eq!(section(area.key()).is_none(), medical, "{area:?}");
    }
    assert!(STATUSES.iter().all(|key| status(key) == Some(*key)));
}

/// The panel on the page of one person is drawn under a permit of class `Own`, so that a preview shows the same. This asks the
/// access decision, over every role and situation there is, whether that is what it says of a welfare record others wrote.
#[test]
fn what_is_shown_to_others_is_what_the_access_decision_says_of_welfare() {
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Person) {
        for situation in Situation::all().filter(|situation| !situation.written_here) {
            for area in SECTIONS {
                let asked = |class| decide(role, class, Some(area), Aspect::Content, &situation);
                let shown = asked(Class::Own).is_permit() && role_may_ever(role, Class::Welfare);
                let said = asked(Class::Welfare);
                assert_eq!(shown, said.is_permit(), "{role:?} {area:?} {situation:?}");
                assert!(!shown || said == Decision::Permit(Basis::Grant), "only a grant opens it: {role:?} {situation:?}");
            }
        }
    }
}
