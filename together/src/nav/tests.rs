mod rules;
mod walls;
mod whole;
