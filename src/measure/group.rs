//! The groups that figures are made for: the nation, regions, size classes, and regions by size class.

/// The scheme of the one group that holds all municipalities.
pub const NATIONAL_SCHEME: &str = "land";
/// The scheme of provinces, the one that is crossed with size classes.
pub const PROVINCE_SCHEME: &str = "provincie";

/// One group of municipalities.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group {
    /// `land`, `provincie`, or another scheme of regions.
    pub scheme: String,
    /// The region's code, such as `PV20`; `NL` for the nation.
    pub code: String,
    /// The region's name.
    pub region: String,
    /// The CBS size class, 1 to 8; absent when the group holds all sizes.
    pub size_class: Option<u8>,
}

impl Group {
    #[must_use]
    pub fn national() -> Self {
        Self { scheme: NATIONAL_SCHEME.to_owned(), code: "NL".to_owned(), region: "Nederland".to_owned(), size_class: None }
    }

    #[must_use]
    pub fn is_national(&self) -> bool {
        self.scheme == NATIONAL_SCHEME && self.size_class.is_none()
    }
}
