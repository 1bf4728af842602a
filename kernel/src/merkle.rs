//! The seal of the audit log: a Merkle tree as in RFC 6962, kept as its frontier.
//!
//! The frontier is the hashes of the full subtrees that the leaves so far make up, largest first. It is all that is needed
//! to add a leaf and to know the root, so the sealer keeps a few rows and never reads the log again.

use sha2::{Digest, Sha256};

#[cfg(test)]
mod tests;

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// Hash of a leaf: the prefix 0x00 keeps a leaf from being passed off as a node.
#[must_use]
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    Sha256::new().chain_update([0x00]).chain_update(leaf).finalize().into()
}

/// Hash of two subtrees under a common node, prefix 0x01.
fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([0x01]).chain_update(left).chain_update(right).finalize().into()
}

/// A growing tree: how many leaves it has and the roots of its full subtrees, largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    roots: Vec<Hash>,
}

impl Frontier {
    /// The tree without leaves.
    #[must_use]
    pub const fn empty() -> Frontier {
        Frontier { size: 0, roots: Vec::new() }
    }

    /// Number of leaves.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The roots of the full subtrees, largest first: one for each bit that is set in the size.
    #[must_use]
    pub fn roots(&self) -> &[Hash] {
        &self.roots
    }

    /// Adds a leaf, given as its [`leaf_hash`].
    pub fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.roots.pop() {
                hash = node_hash(&left, &hash);
            }
        }
        self.roots.push(hash);
        self.size = self.size.saturating_add(1);
    }

    /// The root of the whole tree; of no leaves, the hash of nothing.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut smallest_first = self.roots.iter().rev();
        match smallest_first.next() {
            None => Sha256::digest([]).into(),
            Some(last) => smallest_first.fold(*last, |right, left| node_hash(left, &right)),
        }
    }

    /// As stored: the size, then each root in hexadecimal, parted by colons.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut text = self.size.to_string();
        for root in &self.roots {
            text.push(':');
            text.push_str(&hex(root));
        }
        text
    }

    /// From storage; nothing when it is not what [`Frontier::encode`] writes.
    #[must_use]
    pub fn decode(text: &str) -> Option<Frontier> {
        let mut fields = text.split(':');
        let digits = fields.next()?;
        let size = digits.parse::<u64>().ok().filter(|size| size.to_string() == digits)?;
        let roots = fields.map(unhex).collect::<Option<Vec<Hash>>>()?;
        (u32::try_from(roots.len()).ok()? == size.count_ones()).then_some(Frontier { size, roots })
    }
}

/// A hash as 64 lower-case hexadecimal digits.
#[must_use]
pub fn hex(hash: &Hash) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The hash in 64 lower-case hexadecimal digits, or nothing.
#[must_use]
pub fn unhex(text: &str) -> Option<Hash> {
    let digits = text.as_bytes();
    if digits.len() != 64 || digits.iter().any(|digit| !matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::from_str_radix(core::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(hash)
}
