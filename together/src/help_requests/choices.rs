//! What one can choose while asking: the need, the way to be answered, and the ready answers.

use kernel::id::OrganisationId;

/// The most characters somebody may write in one go.
pub const WORDS_MAX: usize = 2_000;

/// What somebody needs now. The order is the order on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Somebody to talk to.
    Talk,
    /// Somewhere to sleep.
    Sleep,
    /// Food, a shower or clothes.
    Food,
    /// To use more safely.
    SaferUse,
    /// To stop or use less.
    StopOrLess,
    /// Gambling that takes too much.
    Gambling,
    /// Something else.
    Other,
}

impl Need {
    /// All of them, in screen order.
    pub const ALL: [Need; 7] =
        [Need::Talk, Need::Sleep, Need::Food, Need::SaferUse, Need::StopOrLess, Need::Gambling, Need::Other];

    /// As stored, in the address, and in the wording (`help-need-talk`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Need::Talk => "talk",
            Need::Sleep => "sleep",
            Need::Food => "food",
            Need::SaferUse => "safer-use",
            Need::StopOrLess => "stop-or-less",
            Need::Gambling => "gambling",
            Need::Other => "other",
        }
    }

    /// The need with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Need> {
        Need::ALL.into_iter().find(|need| need.key() == key)
    }

    /// Aksel icon.
    #[must_use]
    pub const fn icon(self) -> &'static str {
        match self {
            Need::Talk => "Chat2",
            Need::Sleep => "Bed",
            Need::Food => "TrayFood",
            Need::SaferUse => "FirstAidKit",
            Need::StopOrLess => "HandHeart",
            Need::Gambling => "Wallet",
            Need::Other => "Compass",
        }
    }

    /// Wording key.
    #[must_use]
    pub fn label(self) -> String {
        format!("help-need-{}", self.key())
    }

    /// Wording key of the line below, where a word has to be explained.
    #[must_use]
    pub const fn detail(self) -> Option<&'static str> {
        if matches!(self, Need::SaferUse) { Some("help-need-safer-use-detail") } else { None }
    }
}

/// How somebody wants the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Here, with a code.
    Code,
    /// A call.
    Call,
    /// A message on the phone, that says nothing of what it is about.
    Message,
    /// They come by.
    Visit,
}

impl Way {
    /// All four, in screen order.
    pub const ALL: [Way; 4] = [Way::Code, Way::Call, Way::Message, Way::Visit];

    /// As stored, in forms, and in the wording (`help-way-code`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Way::Code => "code",
            Way::Call => "call",
            Way::Message => "message",
            Way::Visit => "visit",
        }
    }

    /// The way with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Way> {
        Way::ALL.into_iter().find(|way| way.key() == key)
    }

    /// Wording key.
    #[must_use]
    pub fn label(self) -> String {
        format!("help-way-{}", self.key())
    }

    /// Wording key of the line below.
    #[must_use]
    pub fn detail(self) -> String {
        format!("help-way-{}-detail", self.key())
    }

    /// Whether it needs a number to call.
    #[must_use]
    pub const fn needs_phone(self) -> bool {
        matches!(self, Way::Call | Way::Message)
    }
}

/// The way with what it needs: no number without a way that uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Here, with a code.
    Code,
    /// A call, to this number; whether a word may be left with somebody else who answers it.
    Call(String, bool),
    /// A message, to this number; as for a call.
    Message(String, bool),
    /// They come by this organisation's place.
    Visit(OrganisationId),
}

impl Reach {
    /// Which way it is.
    #[must_use]
    pub const fn way(&self) -> Way {
        match self {
            Reach::Code => Way::Code,
            Reach::Call(..) => Way::Call,
            Reach::Message(..) => Way::Message,
            Reach::Visit(_) => Way::Visit,
        }
    }

    /// The number, when the way uses one.
    #[must_use]
    pub fn phone(&self) -> Option<&str> {
        match self {
            Reach::Call(phone, _) | Reach::Message(phone, _) => Some(phone),
            Reach::Code | Reach::Visit(_) => None,
        }
    }

    /// Whether a word may be left with somebody else who answers the phone. Silence is no.
    #[must_use]
    pub const fn may_leave_word(&self) -> bool {
        matches!(self, Reach::Call(_, true) | Reach::Message(_, true))
    }
}

/// An answer of one tap. Staff choose up to four of the first; «no thanks» is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ready {
    /// I am coming.
    Come,
    /// That suits me.
    Fine,
    /// Call me instead.
    CallMe,
    /// Another day.
    OtherDay,
    /// No thanks.
    NoThanks,
}

impl Ready {
    /// Those staff choose among.
    pub const OFFERED: [Ready; 4] = [Ready::Come, Ready::Fine, Ready::CallMe, Ready::OtherDay];

    /// As stored, in forms, and in the wording (`help-ready-come`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Ready::Come => "come",
            Ready::Fine => "fine",
            Ready::CallMe => "call-me",
            Ready::OtherDay => "other-day",
            Ready::NoThanks => "no-thanks",
        }
    }

    /// The answer with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Ready> {
        Ready::OFFERED.into_iter().chain([Ready::NoThanks]).find(|ready| ready.key() == key)
    }

    /// Wording key.
    #[must_use]
    pub fn label(self) -> String {
        format!("help-ready-{}", self.key())
    }

    /// Several as stored in one cell: keys only, never words of anybody's.
    #[must_use]
    pub fn join(several: &[Ready]) -> String {
        several.iter().map(|ready| ready.key()).collect::<Vec<_>>().join(" ")
    }

    /// Back from one cell.
    #[must_use]
    pub fn split(stored: &str) -> Vec<Ready> {
        stored.split_whitespace().filter_map(Ready::parse).collect()
    }
}
