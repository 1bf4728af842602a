mod rules;
mod whole;
