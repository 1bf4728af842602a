//! `varde processing-record`.

use super::Failure;
use crate::record::processing_record;

/// Prints the record of processing activities, as it follows from the parts.
pub(crate) fn run() -> Result<(), Failure> {
    print!("{}", processing_record());
    Ok(())
}
