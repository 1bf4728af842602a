//! The picture of the door, drawn from what one sees: so that a place is recognised from across the street, also by somebody
//! who does not read well, and without a photograph of anyone who happens to pass.

use askama::Template;
use kernel::text::Text;
use platform::error::Error;
use platform::frame::Say;
use platform::web::html;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $key:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$of])* $variant),* }

        impl $name {
            /// All of them.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The key in the database and at the end of the wording's key.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $($name::$variant => $key),* }
            }

            /// The one with this key, or nothing.
            #[must_use]
            pub fn parse(key: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.key() == key)
            }
        }
    )*};
}

words! {
    /// The colour of the door.
    Colour {
        /// Green.
        Green = "green",
        /// Blue.
        Blue = "blue",
        /// Red.
        Red = "red",
        /// Yellow.
        Yellow = "yellow",
        /// White.
        White = "white",
        /// Grey.
        Grey = "grey",
        /// Black.
        Black = "black",
        /// Brown.
        Brown = "brown",
    }
    /// What the door is made of.
    Material {
        /// Boards.
        Wood = "wood",
        /// Metal with a kick plate.
        Metal = "metal",
        /// A pane in a coloured frame.
        Glass = "glass",
    }
    /// The window in the door.
    Window {
        /// None.
        None = "none",
        /// A small one at eye height.
        Small = "small",
        /// A round one.
        Round = "round",
        /// A narrow one, nearly as high as the door.
        Tall = "tall",
        /// The upper half is glass.
        Half = "half",
    }
    /// How one gets up to it: what a wheelchair has to know.
    Entry {
        /// Straight in.
        Level = "level",
        /// One step.
        Step = "step",
        /// Several steps.
        Steps = "steps",
        /// A ramp.
        Ramp = "ramp",
    }
    /// The wall around it.
    Wall {
        /// Brick.
        Brick = "brick",
        /// Boards.
        Boards = "boards",
        /// Plaster.
        Plaster = "plaster",
        /// It is a vehicle.
        Vehicle = "vehicle",
    }
    /// What stands beside or above it.
    Beside {
        /// Nothing.
        Nothing = "nothing",
        /// A lamp above.
        Lamp = "lamp",
        /// A bench.
        Bench = "bench",
        /// A plant in a pot.
        Plant = "plant",
    }
}

/// Longest house number, in characters: `112B`.
const NUMBER_CHARS: usize = 4;

/// What one sees of a door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// Colour.
    pub colour: Colour,
    /// Material.
    pub material: Material,
    /// Window.
    pub window: Window,
    /// Way up.
    pub entry: Entry,
    /// Wall.
    pub wall: Wall,
    /// Beside it.
    pub beside: Beside,
    /// The house number, when one can see it.
    pub number: Option<Text>,
}

impl Door {
    /// As stored: seven words, the number last.
    #[must_use]
    pub fn stored(&self) -> String {
        let words = [
            self.colour.key(),
            self.material.key(),
            self.window.key(),
            self.entry.key(),
            self.wall.key(),
            self.beside.key(),
            self.number.as_ref().map_or("-", Text::as_str),
        ];
        words.join(" ")
    }

    /// From storage.
    #[must_use]
    pub fn from_stored(text: &str) -> Option<Door> {
        let mut words = text.split(' ');
        let mut next = || words.next();
        Some(Door {
            colour: Colour::parse(next()?)?,
            material: Material::parse(next()?)?,
            window: Window::parse(next()?)?,
            entry: Entry::parse(next()?)?,
            wall: Wall::parse(next()?)?,
            beside: Beside::parse(next()?)?,
            number: Door::number(next()?.trim_matches('-'))?,
        })
    }

    /// A house number as typed, or no number for an empty field. Nothing for what is no house number.
    #[must_use]
    pub fn number(typed: &str) -> Option<Option<Text>> {
        let plain = typed.trim().chars().all(char::is_alphanumeric);
        plain.then(|| Text::parse_optional(typed, NUMBER_CHARS).ok()).flatten()
    }

    /// The door in words: what the picture says to those who do not see it, and what stands under it for everyone.
    #[must_use]
    pub fn in_words(&self, say: &Say) -> String {
        let mut said = vec![say.with2(
            "places-door-is",
            "door",
            say.t(&format!("places-door-colour-{}", self.colour.key())),
            "material",
            say.t(&format!("places-door-material-{}", self.material.key())),
        )];
        let mut more = |group: &str, key: &str| said.push(say.t(&format!("places-door-{group}-{key}")));
        more("wall", self.wall.key());
        if self.window != Window::None {
            more("window", self.window.key());
        }
        more("entry", self.entry.key());
        if self.beside != Beside::Nothing {
            more("beside", self.beside.key());
        }
        if let Some(number) = &self.number {
            said.push(say.with("places-door-number", "number", format!("{number}\u{200b}")).replace('\u{200b}', ""));
        }
        said.join(" ")
    }

    /// The picture as SVG with attributes only. With a title it is an image of its own; without one it stands beside the
    /// name it belongs to and is left out by a screen reader.
    ///
    /// # Errors
    /// A fault when it cannot be drawn.
    pub fn picture(&self, title: Option<String>) -> Result<String, Error> {
        html(&Picture {
            title,
            paint: paint(self.colour),
            handle: if matches!(self.colour, Colour::White | Colour::Yellow) { "#2b2f33" } else { "#f4f1ea" },
            wall: wall(self.wall),
            lift: lift(self.entry),
            door: self,
        })
    }
}

#[derive(Template)]
#[template(path = "places/pages/door.html")]
struct Picture<'d> {
    title: Option<String>,
    paint: &'static str,
    handle: &'static str,
    wall: &'static str,
    lift: u8,
    door: &'d Door,
}

/// Quiet paint: a door is recognised by its colour, but the page stays calm.
const fn paint(colour: Colour) -> &'static str {
    match colour {
        Colour::Green => "#4f6b3a",
        Colour::Blue => "#2f5f86",
        Colour::Red => "#9b3d33",
        Colour::Yellow => "#d0a437",
        Colour::White => "#f7f5f0",
        Colour::Grey => "#7b8187",
        Colour::Black => "#2b2f33",
        Colour::Brown => "#6f4b34",
    }
}

const fn wall(wall: Wall) -> &'static str {
    match wall {
        Wall::Brick => "#c4a08e",
        Wall::Boards => "#e3d8c6",
        Wall::Plaster => "#e9e6df",
        Wall::Vehicle => "#dfe6e8",
    }
}

/// How high the threshold lies, in the picture's units.
const fn lift(entry: Entry) -> u8 {
    match entry {
        Entry::Level => 0,
        Entry::Step | Entry::Ramp => 6,
        Entry::Steps => 12,
    }
}
