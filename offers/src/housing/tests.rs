//! Homes with follow-up.
