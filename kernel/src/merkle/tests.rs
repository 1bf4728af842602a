//! The seal against the definition it is made from.

use proptest::prelude::*;

use super::*;

/// RFC 6962, section 2.1, word for word: split at the largest power of two below the number of leaves.
fn naive_root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Sha256::digest([]).into(),
        [leaf] => *leaf,
        _ => {
            let split = leaves.len().next_power_of_two() / 2;
            node_hash(&naive_root(&leaves[..split]), &naive_root(&leaves[split..]))
        }
    }
}

fn leaves(count: u32) -> Vec<Hash> {
    (0..count).map(|number| leaf_hash(&number.to_be_bytes())).collect()
}

fn frontier_of(leaves: &[Hash]) -> Frontier {
    let mut frontier = Frontier::empty();
    for leaf in leaves {
        frontier.push(*leaf);
    }
    frontier
}

#[test]
fn an_empty_tree_has_the_hash_of_nothing() {
    assert_eq!(hex(&Frontier::empty().root()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

#[test]
fn an_empty_leaf_has_the_hash_that_the_prefix_gives_it() {
    assert_eq!(hex(&leaf_hash(b"")), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
}

#[test]
fn a_leaf_cannot_be_passed_off_as_a_node() {
    let [left, right] = [leaf_hash(b"left"), leaf_hash(b"right")];
    assert_ne!(leaf_hash(&[left, right].concat()), node_hash(&left, &right));
}

#[test]
fn the_root_is_that_of_the_definition_for_every_size_up_to_130() {
    let leaves = leaves(130);
    for size in 0..=leaves.len() {
        assert_eq!(frontier_of(&leaves[..size]).root(), naive_root(&leaves[..size]), "{size} leaves");
    }
}

#[test]
fn the_frontier_keeps_one_root_for_each_bit_of_the_size() {
    for size in 0..70 {
        let frontier = frontier_of(&leaves(size));
        assert_eq!(frontier.size(), u64::from(size));
        assert_eq!(frontier.roots().len(), size.count_ones() as usize);
    }
}

#[test]
fn changing_any_leaf_changes_the_root() {
    let leaves = leaves(21);
    let root = frontier_of(&leaves).root();
    for place in 0..leaves.len() {
        let mut changed = leaves.clone();
        changed[place][31] ^= 1;
        assert_ne!(frontier_of(&changed).root(), root, "leaf {place}");
    }
}

#[test]
fn what_the_sealer_did_not_write_is_not_read() {
    let good = frontier_of(&leaves(3)).encode();
    assert!(Frontier::decode(&good).is_some());
    let wrong = [
        String::new(),
        "1".to_owned(),
        "0:".to_owned(),
        format!("0{good}"),
        format!("+{good}"),
        format!("{good}:"),
        format!("{good}:{}", hex(&leaf_hash(b"more"))),
        good.replacen('3', "5", 1) + "00",
        good.replacen('3', "2", 1),
        good.to_uppercase(),
        good[..good.len() - 1].to_owned(),
    ];
    for text in wrong {
        assert_eq!(Frontier::decode(&text), None, "{text}");
    }
}

#[test]
fn hexadecimal_is_read_only_as_it_is_written() {
    let hash = leaf_hash(b"stein");
    assert_eq!(unhex(&hex(&hash)), Some(hash));
    assert_eq!(unhex(&hex(&hash).to_uppercase()), None);
    assert_eq!(unhex(&hex(&hash)[1..]), None);
    assert_eq!(unhex(&"æ".repeat(32)), None);
}

proptest! {
    #[test]
    fn a_tree_that_grows_leaf_by_leaf_has_the_root_of_the_definition(
        contents in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..40), 0..200)
    ) {
        let leaves: Vec<Hash> = contents.iter().map(|content| leaf_hash(content)).collect();
        prop_assert_eq!(frontier_of(&leaves).root(), naive_root(&leaves));
    }

    #[test]
    fn a_tree_goes_on_from_storage_as_if_it_had_never_stopped(count in 0u32..150, stop in 0u32..150) {
        let leaves = leaves(count);
        let stop = stop.min(count) as usize;
        let mut stored = Frontier::decode(&frontier_of(&leaves[..stop]).encode()).unwrap();
        for leaf in &leaves[stop..] {
            stored.push(*leaf);
        }
        prop_assert_eq!(stored, frontier_of(&leaves));
    }
}
