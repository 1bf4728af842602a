//! The demo city's feedback: some months of answers about a few services, and what the leader did about them.

use kernel::id::RowId;
use kernel::persona::OrganisationKind;
use platform::app::App;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::rules::{Month, Question};
use super::{CHARTER, store};

/// Which service, how many months ago, and how many gave each answer to each question.
const COUNTS: [(OrganisationKind, i32, [[usize; 3]; 3]); 6] = [
    (OrganisationKind::MoCentre, 1, [[31, 9, 6], [22, 15, 9], [30, 9, 7]]),
    (OrganisationKind::MoCentre, 2, [[24, 11, 8], [17, 15, 11], [28, 8, 7]]),
    (OrganisationKind::MoCentre, 3, [[19, 8, 7], [14, 11, 9], [21, 7, 6]]),
    (OrganisationKind::Nav, 1, [[9, 8, 12], [6, 9, 14], [15, 2, 12]]),
    (OrganisationKind::LarOutlet, 1, [[12, 7, 3], [13, 6, 3], [14, 6, 2]]),
    (OrganisationKind::Dental, 1, [[3, 1, 0], [2, 1, 1], [3, 1, 0]]),
];

/// What the leader said and did. Invented, like everything here.
const REPLIES: [(OrganisationKind, i32, &str, &str); 3] = [
    (OrganisationKind::MoCentre, 1, "Mange sa at det er for lite ro i stua.", "Vi har åpnet et stille rom på dagtid."),
    (OrganisationKind::MoCentre, 2, "Flere ventet lenge på svar i helgen.", "Nå svarer en vakt også lørdag og søndag."),
    (OrganisationKind::Nav, 1, "Mange sa at brevene er tunge å lese.", "Vi skriver brevene på nytt sammen med brukerrådet."),
];

/// Fills the feedback.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    let leader = city.as_staff(app, "leader", now.plus_days(-2))?;
    for (kind, back, counts) in COUNTS {
        let (id, month) = (city.organisation(kind)?.clone(), Month::of(now.day().plus_months(-back)));
        door::execute_here(app, &leader, &CHARTER, "give-feedback", move |tx, _| {
            for answers in answers(counts) {
                store::count(tx, &id, &month, answers)?;
            }
            Ok(())
        })?;
    }
    for (kind, back, said, did) in REPLIES {
        let (id, month) = (city.organisation(kind)?.clone(), Month::of(now.day().plus_months(-back)));
        door::execute_here(app, &leader, &CHARTER, "reply-to-feedback", move |tx, desk| {
            store::reply(tx, desk, (&id, &month), (said, did), 0)
        })?;
    }
    let jon = city.as_person(app, city.jon()?, now.plus_days(-1));
    door::execute_here(app, &jon, &CHARTER, "ask", |tx, desk| {
        let own = desk.own(tx)?;
        store::ask(tx, &own, &RowId::from_bits(desk.bits()), desk.now())
    })
}

/// One answer to all three questions for each who answered.
fn answers(counts: [[usize; 3]; 3]) -> Vec<[&'static str; 3]> {
    let column = |question: Question, counts: [usize; 3]| -> Vec<&'static str> {
        question.answers().into_iter().zip(counts).flat_map(|(answer, n)| std::iter::repeat_n(answer, n)).collect()
    };
    let [heard, needed, other] = counts;
    let heard = column(Question::Heard, heard);
    let needed = column(Question::Needed, needed);
    let other = column(Question::Else, other);
    heard.into_iter().zip(needed).zip(other).map(|((heard, needed), other)| [heard, needed, other]).collect()
}
