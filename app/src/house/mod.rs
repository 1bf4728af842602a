//! The pages that many parts share, each with this one owner: front, home, today, people, and the small doors of a session.

mod demo_door;
mod denied;
mod front;
mod home;
mod people;
mod places;
mod session_doors;
mod today;

use kernel::class::Class;
use kernel::language::Language;
use kernel::role::Role;
use platform::charter::{Charter, Menu, MenuLine};
use platform::web::{Who, get, post};

/// The house's own charter.
pub static CHARTER: Charter = Charter {
    key: "house",
    class: Class::Own,
    purpose: "Shows one page put together from what the parts have, and opens and ends sessions.",
    legal_basis: "The same as the part whose panel is shown.",
    routes: &[
        get("/", Who::Anyone, |asked| asked.answer(front::show)),
        get("/hjem", Who::AnyOf(&[Who::Person, Who::Roles(&[Role::NextOfKin])]), |asked| asked.answer(home::show)),
        get("/i-dag", Who::Staff, |asked| asked.answer(today::show)),
        get("/plasser", Who::Staff, |asked| asked.answer(places::show)),
        get("/folk", Who::Staff, |asked| asked.answer(people::list)),
        get("/folk/{person}", Who::Staff, |asked| asked.answer(people::one)),
        post("/sprak", Who::Anyone, |asked| asked.answer(session_doors::language)),
        post("/ut", Who::Anyone, |asked| asked.answer(session_doors::sign_out)),
        post("/lukk-fort", Who::Anyone, |asked| asked.answer(session_doors::leave)),
        get("/demo", Who::Anyone, |asked| asked.answer(demo_door::show)),
        post("/demo/inn", Who::Anyone, |asked| asked.answer(demo_door::enter)),
    ],
    menu: &[
        line(Menu::Open, 0, "/", "Lifebuoy", "house-help"),
        line(Menu::Person, 0, "/hjem", "House", "house-home"),
        line(Menu::Kin, 0, "/hjem", "House", "house-home"),
        MenuLine::staff(0, "/i-dag", "house-today", &[]),
        MenuLine::staff(10, "/folk", "house-people", Role::MEETS_PEOPLE),
        MenuLine::staff(78, "/plasser", "house-places", &[]),
    ],
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};

const fn line(menu: Menu, order: u8, href: &'static str, icon: &'static str, label: &'static str) -> MenuLine {
    MenuLine { menu, order, href, icon, label, roles: &[] }
}
