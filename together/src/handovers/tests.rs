mod journey;
mod model;
mod pages;
mod race;
mod table;
mod town;
