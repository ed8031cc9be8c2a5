//! The groups that figures are made for: of municipalities (the nation, regions, size classes, partnerships, single ones), and of
//! systems (domain, reference component, focus).

use std::sync::Arc;

use crate::reference::SizeClass;

/// The dimension of the one group that holds all municipalities.
pub const NATIONAL_SCHEME: &str = "land";
/// The scheme of provinces.
pub const PROVINCE_SCHEME: &str = "provincie";
/// The scheme of the size classes that charts and estimates use.
pub const SIZE_SCHEME: &str = SizeClass::MAIN_SCHEME;

/// Along what the groups are made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// All municipalities.
    Nation,
    /// The regions of a scheme. A municipality is in one at most.
    Region(Arc<str>),
    /// The members of a partnership. A municipality may be in many.
    Partnership,
    /// Each municipality by itself.
    Municipality,
    /// Systems by the GEMMA domain of their reference components.
    Domain,
    /// Systems by reference component.
    Component,
    /// Systems within and outside the focus of a programme (R3).
    Focus,
}

impl Dimension {
    /// The value as it is published; of regions the scheme.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Nation => NATIONAL_SCHEME,
            Self::Region(scheme) => scheme,
            Self::Partnership => "samenwerkingsverband",
            Self::Municipality => "gemeente",
            Self::Domain => "domein",
            Self::Component => "referentiecomponent",
            Self::Focus => "focus",
        }
    }

    /// Whether the groups are the provinces.
    #[must_use]
    pub fn is_province(&self) -> bool {
        matches!(self, Self::Region(scheme) if &**scheme == PROVINCE_SCHEME)
    }

    /// Whether the groups are of municipalities with all their systems, and not of systems wherever they are.
    #[must_use]
    pub const fn is_of_municipalities(&self) -> bool {
        !matches!(self, Self::Domain | Self::Component | Self::Focus)
    }
}

/// One group: a place along a dimension, and a size class when it holds one class only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group {
    pub dimension: Dimension,
    /// `NL`, the code of a region, the id of a partnership or component, and so on; unique within its dimension.
    pub code: String,
    pub name: String,
    /// The size class, where the group holds one only: of the nation or of a region.
    pub size: Option<Size>,
}

/// A size class of some scheme.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Size {
    /// `cbs8`, or a roll-up of its classes.
    pub scheme: String,
    /// From 1, smallest first.
    pub class: u8,
    pub name: String,
}

impl Size {
    #[must_use]
    pub fn of(class: &SizeClass) -> Self {
        Self { scheme: class.scheme.clone(), class: class.class, name: class.label_nl.clone() }
    }
}

impl Group {
    /// A group of all sizes.
    #[must_use]
    pub fn new(dimension: Dimension, code: &str, name: &str) -> Self {
        Self { dimension, code: code.to_owned(), name: name.to_owned(), size: None }
    }

    #[must_use]
    pub fn national() -> Self {
        Self::new(Dimension::Nation, "NL", "Nederland")
    }

    /// A region of a scheme, all sizes.
    #[must_use]
    pub fn region(scheme: &str, code: &str, name: &str) -> Self {
        Self::new(Dimension::Region(scheme.into()), code, name)
    }

    /// The part of this group that is of one size.
    #[must_use]
    pub fn sized(&self, size: Size) -> Self {
        Self { size: Some(size), ..self.clone() }
    }

    #[must_use]
    pub fn is_national(&self) -> bool {
        self.dimension == Dimension::Nation && self.size.is_none()
    }

    /// Whether this is the nation, of one size class or of all.
    #[must_use]
    pub fn is_of_nation(&self) -> bool {
        self.dimension == Dimension::Nation
    }

    /// Whether this is a place of a scheme, of one CBS size class or of all sizes.
    #[must_use]
    pub fn is_at(&self, scheme: &str, code: &str, size_class: Option<u8>) -> bool {
        let sized = match (&self.size, size_class) {
            (None, None) => true,
            (Some(size), Some(class)) => size.scheme == SIZE_SCHEME && size.class == class,
            _ => false,
        };
        sized && self.dimension.as_str() == scheme && self.code == code
    }
}
