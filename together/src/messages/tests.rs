mod files;
mod journey;
mod panels;
mod town;
mod walls;
