//! Tables of the rules, both databases, the walls, and a meeting from the call to the minutes.

mod flow;
mod rules;
mod town;
mod walls;
