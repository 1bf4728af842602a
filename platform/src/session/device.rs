//! What kind of device somebody uses, so that they know their own again on a list. Never more than that: what the browser
//! says of itself is read once, put into one of these, and thrown away.

/// A kind of device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Device {
    /// An Android phone.
    AndroidPhone,
    /// An Android tablet.
    AndroidTablet,
    /// An iPhone.
    Iphone,
    /// An iPad.
    Ipad,
    /// A Mac; newer iPads call themselves so.
    Mac,
    /// A computer with Windows.
    Windows,
    /// A Chromebook.
    Chromebook,
    /// A computer with Linux.
    Linux,
    /// Something else, or a browser that does not say.
    #[default]
    Other,
}

impl Device {
    const ALL: [Device; 9] = [
        Device::AndroidPhone,
        Device::AndroidTablet,
        Device::Iphone,
        Device::Ipad,
        Device::Mac,
        Device::Windows,
        Device::Chromebook,
        Device::Linux,
        Device::Other,
    ];

    /// As stored, and in the wording (`device-iphone`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Device::AndroidPhone => "android-phone",
            Device::AndroidTablet => "android-tablet",
            Device::Iphone => "iphone",
            Device::Ipad => "ipad",
            Device::Mac => "mac",
            Device::Windows => "windows",
            Device::Chromebook => "chromebook",
            Device::Linux => "linux",
            Device::Other => "other",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Device> {
        Device::ALL.into_iter().find(|device| device.key() == key)
    }

    /// From what a browser says of itself (`User-Agent`).
    #[must_use]
    pub fn of(agent: &str) -> Device {
        let says = |word: &str| agent.contains(word);
        if says("iPhone") || says("iPod") {
            Device::Iphone
        } else if says("iPad") {
            Device::Ipad
        } else if says("Android") {
            if says("Mobile") { Device::AndroidPhone } else { Device::AndroidTablet }
        } else if says("CrOS") {
            Device::Chromebook
        } else if says("Macintosh") {
            Device::Mac
        } else if says("Windows") {
            Device::Windows
        } else if says("Linux") {
            Device::Linux
        } else {
            Device::Other
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Device;

    #[test]
    fn a_browser_is_put_into_a_coarse_kind() {
        for (agent, device) in [
            (
                "Mozilla/5.0 (Linux; Android 14; SM-A546B) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
                Device::AndroidPhone,
            ),
            ("Mozilla/5.0 (Linux; Android 13; SM-X200) AppleWebKit/537.36 Chrome/126.0 Safari/537.36", Device::AndroidTablet),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) AppleWebKit/605.1.15", Device::Iphone),
            ("Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X)", Device::Ipad),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", Device::Mac),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", Device::Windows),
            ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)", Device::Chromebook),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0)", Device::Linux),
            ("", Device::Other),
        ] {
            assert_eq!(Device::of(agent), device, "{agent}");
            assert_eq!(Device::parse(device.key()), Some(device));
        }
    }
}
