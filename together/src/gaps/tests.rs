mod guard;
mod table;
