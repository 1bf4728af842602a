//! What one gets at a place.

/// Something one can come for. The key stands in addresses, so it is Norwegian and without æøå.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Offer {
    /// Food.
    Food,
    /// A place to sleep.
    Night,
    /// A shower.
    Shower,
    /// Clothes, and washing them.
    Clothes,
    /// Somebody to talk to.
    Talk,
    /// New equipment.
    Equipment,
    /// Nasal spray for overdose.
    NasalSpray,
    /// Care for wounds.
    Wounds,
    /// A nurse or a doctor.
    Health,
    /// Handing in a sample.
    Sample,
    /// The consumption room.
    Room,
    /// LAR medicine.
    Lar,
    /// The dentist.
    Teeth,
    /// Help with money and housing.
    Money,
    /// Something to do.
    Activity,
    /// Electricity for a phone, and the net.
    Charging,
}

impl Offer {
    /// All of them, in the order they are shown.
    pub const ALL: [Offer; 16] = [
        Offer::Food,
        Offer::Night,
        Offer::Shower,
        Offer::Clothes,
        Offer::Talk,
        Offer::Equipment,
        Offer::NasalSpray,
        Offer::Wounds,
        Offer::Health,
        Offer::Sample,
        Offer::Room,
        Offer::Lar,
        Offer::Teeth,
        Offer::Money,
        Offer::Activity,
        Offer::Charging,
    ];

    /// The key in addresses, in the database and in the wording (`places-offer-mat`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Offer::Food => "mat",
            Offer::Night => "overnatting",
            Offer::Shower => "dusj",
            Offer::Clothes => "klar",
            Offer::Talk => "samtale",
            Offer::Equipment => "utstyr",
            Offer::NasalSpray => "nesespray",
            Offer::Wounds => "sar",
            Offer::Health => "helse",
            Offer::Sample => "prove",
            Offer::Room => "brukerrom",
            Offer::Lar => "lar",
            Offer::Teeth => "tenner",
            Offer::Money => "penger",
            Offer::Activity => "aktivitet",
            Offer::Charging => "lading",
        }
    }

    /// The offer with this key, or nothing.
    #[must_use]
    pub fn parse(key: &str) -> Option<Offer> {
        Offer::ALL.into_iter().find(|offer| offer.key() == key)
    }

    /// From storage: keys with spaces between.
    #[must_use]
    pub fn list(stored: &str) -> Option<Vec<Offer>> {
        stored.split_whitespace().map(Offer::parse).collect()
    }

    /// As stored.
    #[must_use]
    pub fn stored(offers: &[Offer]) -> String {
        offers.iter().map(|offer| offer.key()).collect::<Vec<_>>().join(" ")
    }
}
