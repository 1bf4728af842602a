mod long;
mod rules;
mod whole;
