//! Marks: words that nobody else writes, so that whoever sees them can be told from whoever may.

use kernel::access::Aspect;
use kernel::area::Area;
use kernel::class::Class;
use kernel::id::PersonId;
use kernel::role::Role;
use testkit::Page;

/// Where a mark stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The words.
    pub words: String,
    /// About whom.
    pub person: PersonId,
    /// The part it was written in.
    pub part: &'static str,
    /// The class of what it stands in.
    pub class: Class,
    /// As what it is read: nearly always content. What is sent to an organisation with the team follows the card.
    pub aspect: Aspect,
    /// Its area; `None` when the form had none.
    pub area: Option<Area>,
    /// The form had an area to choose, so that the area is known for sure.
    pub area_known: bool,
    /// The role it was written to: a question about the log is for the privacy contact.
    pub reader: Option<Role>,
}

/// All marks of a run.
#[derive(Default)]
pub struct Marks {
    made: usize,
    all: Vec<Mark>,
}

impl Marks {
    /// New words.
    pub fn next(&mut self) -> String {
        self.made += 1;
        format!("Merke{:05}slutt", self.made)
    }

    /// The mark was kept. Words that were kept before have moved.
    pub fn keep(&mut self, mark: Mark) {
        self.all.retain(|other| other.words != mark.words);
        self.all.push(mark);
    }

    /// The words in a text that look like a mark.
    pub fn in_text(text: &str) -> impl Iterator<Item = String> + '_ {
        text.split("Merke").skip(1).filter_map(|rest| {
            let number = rest.get(..5).filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()))?;
            rest[5..].starts_with("slutt").then(|| format!("Merke{number}slutt"))
        })
    }

    /// The kept marks that the page shows.
    #[must_use]
    pub fn on(&self, page: &Page) -> Vec<Mark> {
        let mut words: Vec<String> = Marks::in_text(&page.html).collect();
        words.sort();
        words.dedup();
        words.iter().filter_map(|words| self.of(words)).collect()
    }

    /// The mark with these words.
    #[must_use]
    pub fn of(&self, words: &str) -> Option<Mark> {
        self.all.iter().find(|mark| mark.words == words).cloned()
    }

    /// How many are kept.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.all.len()
    }

    /// Whose words stand anywhere.
    pub fn all(&self) -> impl Iterator<Item = &Mark> {
        self.all.iter()
    }
}
