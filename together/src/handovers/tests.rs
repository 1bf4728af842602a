mod journey;
mod long;
mod model;
mod pages;
mod race;
mod table;
mod town;
