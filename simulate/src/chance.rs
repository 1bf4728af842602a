//! Draws that follow from a seed, apart from the product's own: what actors choose never depends on what it has drawn.

/// A row of draws.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The row of this seed.
    #[must_use]
    pub fn of(seed: u64) -> Chance {
        Chance(seed)
    }

    /// The next draw (splitmix64).
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one; nought when there is none.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.draw() % limit).unwrap_or(0)
    }

    /// True this often, in a hundred.
    pub fn percent(&mut self, often: usize) -> bool {
        self.below(100) < often
    }

    /// One of them.
    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}
