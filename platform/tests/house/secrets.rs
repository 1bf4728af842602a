//! PINs and phrases are kept so that they cannot be read back, and guessing has an end on every process.

use platform::guess::Limit;
use platform::secret;
use testkit::both_databases;

use crate::toy::TOY;

const CARD: Limit = Limit { what: "test-card", tries: 3, window_s: 600 };

#[test]
fn a_phrase_opens_however_the_phone_wrote_it_and_another_one_does_not() {
    both_databases(&[&TOY], async |town| {
        let kept = secret::keep(&town.app, "Gul båt 7").await.expect("a phrase is kept");
        assert!(!kept.contains("båt"), "{kept}");
        for right in ["Gul båt 7", "gul båt 7", "  GUL  båt 7 "] {
            assert!(secret::is_right(&town.app, right, Some(&kept)).await.expect("compared"), "{right}");
        }
        for wrong in ["", "gul båt", "gul båt 8", "gulbåt7"] {
            assert!(!secret::is_right(&town.app, wrong, Some(&kept)).await.expect("compared"), "{wrong}");
        }
        assert!(!secret::is_right(&town.app, "gul båt 7", None).await.expect("compared"), "nothing is kept");
        let again = secret::keep(&town.app, "Gul båt 7").await.expect("a phrase is kept");
        assert_ne!(kept, again, "the same phrase twice is kept differently");
        assert!(secret::is_right(&town.app, "1234", Some("plain$1234")).await.is_err(), "an unknown form is a fault");
    });
}

#[test]
fn wrong_tries_are_counted_until_the_window_is_over() {
    both_databases(&[&TOY], async |town| {
        let now = town.app.source().now();
        let tried = town.app.db().write_here(move |tx| {
            let mut told = Vec::new();
            for n in 0..4 {
                let at = now.plus_s(n * 60);
                told.push((CARD.must_wait_s(tx, b"one", at)?, CARD.count_wrong(tx, b"one", at)?));
            }
            let other = CARD.must_wait_s(tx, b"other", now)?;
            let over = CARD.must_wait_s(tx, b"one", now.plus_s(600))?;
            CARD.forget_old(tx, now.plus_s(599))?;
            let still = CARD.must_wait_s(tx, b"one", now.plus_s(240))?;
            CARD.forget(tx, b"one")?;
            Ok((told, other, over, still, CARD.must_wait_s(tx, b"one", now.plus_s(240))?))
        });
        let (told, other, over, still, forgotten) = tried.expect("tries are rows");
        assert_eq!(told, [(None, 1), (None, 2), (None, 3), (Some(420), 4)]);
        assert_eq!((other, over, still, forgotten), (None, None, Some(360), None));
    });
}
