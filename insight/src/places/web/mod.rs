//! The pages: the list, one place, and the page where those who work there set it right.

pub mod edit;
pub mod facts;
mod facts_form;
mod form;
pub mod list;
pub mod place;
pub mod words;

use kernel::role::Role;

/// Who may set right what is written about the places of their own organisation.
pub const EDITORS: &[Role] = &[Role::MoNurse, Role::Coordinator, Role::Outreach, Role::Admin, Role::Leader, Role::Housing];
