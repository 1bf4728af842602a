//! Areas and sets of them.

use proptest::prelude::*;

use super::*;

#[test]
fn areas_are_read_back_from_their_keys() {
    for area in Area::ALL {
        assert_eq!(Area::parse(area.key()), Some(area));
    }
    assert_eq!(Area::parse("everything"), None);
    assert_eq!(Area::parse(""), None);
}

#[test]
fn all_is_all_nine_and_none_is_none() {
    assert_eq!(Areas::ALL.iter().collect::<Vec<_>>(), Area::ALL);
    assert_eq!(Areas::NONE.iter().count(), 0);
    assert!(Areas::NONE.is_empty() && !Areas::ALL.is_empty());
    assert_eq!(Areas::default(), Areas::NONE);
}

#[test]
fn every_set_is_stored_and_read_back() {
    for bits in 0..512 {
        let areas = Areas::from_bits(bits);
        assert_eq!(areas.bits(), bits);
        assert_eq!(areas.iter().collect::<Areas>(), areas);
    }
}

fn sets() -> impl Strategy<Value = Areas> {
    (0i64..512).prop_map(Areas::from_bits)
}

proptest! {
    #[test]
    fn an_area_that_is_not_ours_is_closed(bits: i64) {
        prop_assert_eq!(Areas::from_bits(bits), Areas::from_bits(bits & 0x1ff));
        prop_assert!((0..512).contains(&Areas::from_bits(bits).bits()));
    }

    #[test]
    fn adding_and_taking_out_touch_one_area_only(areas in sets(), place in 0usize..9) {
        let changed = Area::ALL[place];
        for area in Area::ALL {
            prop_assert_eq!(areas.with(changed).has(area), area == changed || areas.has(area));
            prop_assert_eq!(areas.without(changed).has(area), area != changed && areas.has(area));
        }
    }

    #[test]
    fn both_and_either_are_asked_area_by_area(one in sets(), other in sets()) {
        for area in Area::ALL {
            prop_assert_eq!(one.and(other).has(area), one.has(area) && other.has(area));
            prop_assert_eq!(one.or(other).has(area), one.has(area) || other.has(area));
        }
    }
}
