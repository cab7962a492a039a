//! The two languages of the guide.

/// A language of the guide (語言).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Lang {
    /// Traditional Chinese (繁體中文), the first language of every page.
    ZhHant,
    /// English.
    En,
}

impl Lang {
    /// Both languages, the first one first.
    pub const ALL: [Self; 2] = [Self::ZhHant, Self::En];

    /// The tag for `lang` attributes (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::ZhHant => Self::En,
            Self::En => Self::ZhHant,
        }
    }
}
