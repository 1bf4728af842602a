//! Loading and saving: SQL and row mapping, nothing else.

pub mod desk;
pub mod needs;
pub mod offers;
pub mod tenancies;
pub mod units;
pub mod warnings;

use kernel::id::OrganisationId;
use platform::access::Permit;
use platform::charter::Table;

const fn table(name: &'static str, personal: bool) -> Table {
    Table { name, personal }
}

/// The part's tables.
pub const TABLES: &[Table] = &[
    table("housing_desk", false),
    table("housing_unit", false),
    table("housing_rule", false),
    table("housing_need", true),
    table("housing_offer", true),
    table("housing_tenancy", true),
    table("housing_visit", true),
    table("housing_warning", true),
];

/// Whose rows a permit covers, as the statements ask it: empty for the person, who sees all of their own.
fn covered(permit: Option<&Permit>) -> &str {
    permit.and_then(Permit::written_by).map_or("", OrganisationId::as_str)
}
