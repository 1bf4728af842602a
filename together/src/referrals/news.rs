//! On whose boards a referral stands.

use kernel::id::OrganisationId;
use platform::args;
use platform::charter::{Concerned, News, NewsAsk};
use platform::db::Tx;
use platform::error::Error;

use super::REFERRAL_SENT;

/// For whom.
pub const NEWS: &[News] = &[News { kind: REFERRAL_SENT, whom }];

/// The service that is asked, where it has an account. The person said yes to it a moment ago and has no news of it.
fn whom(tx: &mut Tx<'_>, ask: &NewsAsk<'_>) -> Result<Vec<Concerned>, Error> {
    let Some(person) = ask.person else { return Ok(Vec::new()) };
    let row = tx.row(
        "SELECT receiver_id FROM referrals_referral WHERE person_id = $1 AND referral_id = $2 AND closed_at IS NULL",
        args![person, ask.subject],
    )?;
    let receiver = row.map(|row| row.parsed_or_null(0, OrganisationId::parse)).transpose()?.flatten();
    Ok(receiver.map(Concerned::Organisation).into_iter().collect())
}
