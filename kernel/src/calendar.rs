//! Norwegian public holidays and working days.
