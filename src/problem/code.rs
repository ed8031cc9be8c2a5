//! The closed list of problem codes. Each has a text in both languages, which a test checks.

use super::Effect;

macro_rules! codes {
    ($($variant:ident $id:literal $effect:ident,)*) => {
        /// What kind of problem it is. The identifier is stable between versions.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($variant,)* }

        impl Code {
            /// All codes, in the order in which they are documented.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable identifier, in kebab case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// What it does to the figures.
            #[must_use]
            pub const fn effect(self) -> Effect {
                match self { $(Self::$variant => Effect::$effect,)* }
            }
        }
    };
}

codes! {
    UnreadableFile "unreadable-file" FileSetAside,
    UnsupportedFormat "unsupported-format" FileSetAside,
    FileTooLarge "file-too-large" FileSetAside,
    NoInventory "no-inventory" FileSetAside,
    SupersededSubmission "superseded-submission" Noted,
    SheetLeftOut "sheet-left-out" Noted,
    HiddenSheet "hidden-sheet" Noted,
    UnknownMunicipality "unknown-municipality" RowSetAside,
    MunicipalityMissing "municipality-missing" RowSetAside,
    AmbiguousMunicipality "ambiguous-municipality" RowSetAside,
    NotAMunicipality "not-a-municipality" RowSetAside,
    MunicipalityOutsideFrame "municipality-outside-frame" RowSetAside,
    FormerMunicipality "former-municipality" ValueRepaired,
    NameMissing "name-missing" RowSetAside,
    UnknownColumn "unknown-column" Noted,
    DuplicateColumn "duplicate-column" ValueDropped,
    UnknownStatus "unknown-status" ValueDropped,
    UnknownComponent "unknown-component" ValueDropped,
    FormerComponent "former-component" ValueRepaired,
    ApproximateComponent "approximate-component" ValueRepaired,
    CatchAllComponent "catch-all-component" Noted,
    UnreadableAmount "unreadable-amount" ValueDropped,
    UnreadableCount "unreadable-count" ValueDropped,
    UnreadableDate "unreadable-date" ValueDropped,
    UnknownLevel "unknown-level" ValueDropped,
    UnknownDistinguishing "unknown-distinguishing" ValueDropped,
    UnknownHosting "unknown-hosting" ValueDropped,
    ErrorCell "error-cell" ValueDropped,
    ConflictingRows "conflicting-rows" ValueDropped,
    IdUsedTwice "id-used-twice" ValueRepaired,
    UnknownPartnership "unknown-partnership" LeftUnclassified,
    NotAMember "not-a-member" LeftUnclassified,
    ContestedLevel "contested-level" LeftUnclassified,
    ContestedDistinguishing "contested-distinguishing" LeftUnclassified,
    CarriedForward "carried-forward" Noted,
}

impl Code {
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == id)
    }
}
