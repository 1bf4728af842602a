//! Which files may be attached: what is in them decides, and the name must say the same. Pure.

/// A kind of file one may attach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileType {
    /// A PDF document.
    Pdf,
    /// A photo.
    Jpeg,
    /// A picture.
    Png,
    /// Plain text in UTF-8.
    Text,
}

impl FileType {
    /// All of them.
    pub const ALL: [FileType; 4] = [FileType::Pdf, FileType::Jpeg, FileType::Png, FileType::Text];

    /// As stored, and as the ending of the name it is kept under.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            FileType::Pdf => "pdf",
            FileType::Jpeg => "jpg",
            FileType::Png => "png",
            FileType::Text => "txt",
        }
    }

    /// The type with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<FileType> {
        FileType::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// As a browser is told.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            FileType::Pdf => "application/pdf",
            FileType::Jpeg => "image/jpeg",
            FileType::Png => "image/png",
            FileType::Text => "text/plain; charset=utf-8",
        }
    }

    /// What the bytes and the name agree on; nothing when they do not, or when it is none of ours.
    #[must_use]
    pub fn of(name: &str, bytes: &[u8]) -> Option<FileType> {
        let (_, ending) = name.rsplit_once('.')?;
        let said = match ending.to_ascii_lowercase().as_str() {
            "pdf" => FileType::Pdf,
            "jpg" | "jpeg" => FileType::Jpeg,
            "png" => FileType::Png,
            "txt" => FileType::Text,
            _ => return None,
        };
        (said.begins(bytes)).then_some(said)
    }

    fn begins(self, bytes: &[u8]) -> bool {
        match self {
            FileType::Pdf => bytes.starts_with(b"%PDF-"),
            FileType::Jpeg => bytes.starts_with(&[0xff, 0xd8, 0xff]),
            FileType::Png => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
            FileType::Text => is_text(bytes),
        }
    }
}

/// Text is what can be read as text: no control signs but tabs and line ends, and not another kind in disguise.
fn is_text(bytes: &[u8]) -> bool {
    let other = [FileType::Pdf, FileType::Jpeg, FileType::Png].iter().any(|kind| kind.begins(bytes));
    let readable = |text: &str| text.chars().all(|sign| !sign.is_control() || matches!(sign, '\t' | '\n' | '\r'));
    !other && !bytes.is_empty() && std::str::from_utf8(bytes).is_ok_and(readable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_and_name_must_agree() {
        let (pdf, jpeg, png) = (&b"%PDF-1.7 ..."[..], &[0xff, 0xd8, 0xff, 0xe0][..], &b"\x89PNG\r\n\x1a\n...."[..]);
        let cases: [(&str, &[u8], Option<FileType>); 14] = [
            ("brev.pdf", pdf, Some(FileType::Pdf)),
            ("BREV.PDF", pdf, Some(FileType::Pdf)),
            ("bilde.jpg", jpeg, Some(FileType::Jpeg)),
            ("bilde.jpeg", jpeg, Some(FileType::Jpeg)),
            ("bilde.png", png, Some(FileType::Png)),
            ("notat.txt", "Hei på deg\r\n".as_bytes(), Some(FileType::Text)),
            ("brev.pdf", jpeg, None),
            ("bilde.png", pdf, None),
            ("notat.txt", pdf, None),
            ("notat.txt", b"MZ\x90\x00", None),
            ("notat.txt", b"", None),
            ("side.html", b"<script>", None),
            ("brev.pdf.exe", pdf, None),
            ("pdf", pdf, None),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(FileType::of(name, bytes), expected, "{name}");
        }
        assert!(FileType::ALL.iter().all(|kind| FileType::parse(kind.key()) == Some(*kind)));
    }
}
