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
    SlowFile "slow-file" FileSetAside,
    MissingFile "missing-file" FileSetAside,
    BrokenLink "broken-link" FileSetAside,
    NoPermission "no-permission" FileSetAside,
    NotAFile "not-a-file" FileSetAside,
    EmptyFile "empty-file" FileSetAside,
    EncryptedFile "encrypted-file" FileSetAside,
    IncompleteFile "incomplete-file" FileSetAside,
    DamagedFile "damaged-file" FileSetAside,
    WebPage "web-page" FileSetAside,
    XmlSpreadsheet "xml-spreadsheet" FileSetAside,
    OldWorkbook "old-workbook" FileSetAside,
    DuplicateSheet "duplicate-sheet" FileSetAside,
    EmptyWorkbook "empty-workbook" FileSetAside,
    NoInventory "no-inventory" FileSetAside,
    SupersededSubmission "superseded-submission" Noted,
    SheetLeftOut "sheet-left-out" Noted,
    HiddenSheet "hidden-sheet" Noted,
    SheetTransposed "sheet-transposed" RowSetAside,
    UnknownMunicipality "unknown-municipality" RowSetAside,
    MunicipalityMissing "municipality-missing" RowSetAside,
    AmbiguousMunicipality "ambiguous-municipality" RowSetAside,
    NotAMunicipality "not-a-municipality" RowSetAside,
    MunicipalityOutsideFrame "municipality-outside-frame" RowSetAside,
    FormerMunicipality "former-municipality" ValueRepaired,
    NameMissing "name-missing" RowSetAside,
    UnknownColumn "unknown-column" Noted,
    HeaderMisspelt "header-misspelt" ValueRepaired,
    DuplicateColumn "duplicate-column" ValueDropped,
    PersonNotRead "person-not-read" ValueDropped,
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
    AmbiguousPartnership "ambiguous-partnership" RowSetAside,
    PartnershipWithoutMembers "partnership-without-members" RowSetAside,
    PartnershipExpanded "partnership-expanded" Noted,
    PartnershipMembersPartial "partnership-members-partial" Noted,
    UnknownParticipant "unknown-participant" ValueDropped,
    ParticipantNotAMember "participant-not-a-member" Noted,
    EmptyInventory "empty-inventory" FileSetAside,
    DuplicateSubmission "duplicate-submission" Noted,
    CoveredSubmission "covered-submission" Noted,
    JoinedSubmission "joined-submission" Noted,
    JoinedPredecessor "joined-predecessor" Noted,
    SucceededSubmission "succeeded-submission" Noted,
    Corrected "corrected" Noted,
    SetAsideByCorrection "set-aside-by-correction" RowSetAside,
    CorrectionMisses "correction-misses" ValueDropped,
    CorrectionUnused "correction-unused" Noted,
    ReviewMisses "review-misses" LeftUnclassified,
    ReviewUnused "review-unused" Noted,
    NotAModel "not-a-model" FileSetAside,
    ArchiOwnFormat "archi-own-format" FileSetAside,
    UnreadableModel "unreadable-model" FileSetAside,
    NoUse "no-use" Noted,
    UnresolvedReference "unresolved-reference" ValueDropped,
    UnresolvedOwner "unresolved-owner" RowSetAside,
    StatusAgainstDates "status-against-dates" ValueRepaired,
    MovedCells "moved-cells" RowSetAside,
    DuplicateIdentifier "duplicate-identifier" RowSetAside,
    DanglingRelation "dangling-relation" RowSetAside,
    TextRepaired "text-repaired" ValueRepaired,
    DamagedText "damaged-text" Noted,
    ContactLeftOut "contact-left-out" ValueRepaired,
    FormulaAsText "formula-as-text" ValueDropped,
    ReadAs "read-as" ValueRepaired,
    ColumnUnit "column-unit" ValueRepaired,
    RangeGiven "range-given" ValueDropped,
    OtherCurrency "other-currency" ValueDropped,
    OneOffCost "one-off-cost" ValueDropped,
    PricePerUnit "price-per-unit" ValueDropped,
    NegativeNumber "negative-number" ValueDropped,
    AmbiguousDate "ambiguous-date" ValueDropped,
    MonthFirst "month-first" ValueRepaired,
    MixedDayOrder "mixed-day-order" Noted,
    PartnerNotNamed "partner-not-named" LeftUnclassified,
    PartyNotNamed "party-not-named" ValueDropped,
    NotAStatus "not-a-status" ValueDropped,
    PersonNamed "person-named" ValueDropped,
    StatusOutOfDate "status-out-of-date" ValueDropped,
    PointsToOtherRow "points-to-other-row" ValueDropped,
}

impl Code {
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == id)
    }
}
