//! The bars of disclosure control: when a figure is kept out of the public tables (METHOD §3, *Disclosure*, R55).

use serde::Deserialize;

use super::DataDir;
use super::table::Complaints;
use crate::terms::parse_date;

const PATH: &str = "reference/disclosure.toml";

/// One bar with its ground.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bar {
    value: u32,
    because: String,
    source: String,
    date: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BarsFile {
    fewest_municipalities: Bar,
    most_weight_percent: Bar,
    usual_change_percent: Bar,
    months_back: Bar,
}

/// The bars in use.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DisclosureBars {
    /// A group of fewer municipalities with weight is suppressed.
    pub fewest_municipalities: u32,
    /// So is a group of which one municipality has more than this part of the weight, in percents.
    pub most_weight_percent: u32,
    /// How much of a figure a new inventory may change without surprising anybody, in percents.
    pub usual_change_percent: u32,
    /// How many months back public tables are compared with.
    pub months_back: u32,
}

impl DisclosureBars {
    pub(super) fn read(data: &DataDir, complaints: &mut Complaints) -> Self {
        let read = data.text(PATH).and_then(|text| Ok(toml::from_str::<BarsFile>(text)?));
        let Ok(file) = read.map_err(|error| complaints.file(PATH, format!("{error:#}"))) else { return Self::default() };
        let mut value = |name: &str, bar: &Bar, least: u32, most: u32| {
            if !(least..=most).contains(&bar.value) {
                complaints.file(PATH, format!("{name} is {}; it must be from {least} to {most}", bar.value));
            }
            if bar.because.trim().is_empty() || bar.source.trim().is_empty() || parse_date(&bar.date).is_none() {
                complaints.file(PATH, format!("{name} needs because, source and a date such as 2026-11-23"));
            }
            bar.value
        };
        Self {
            // With fewer than three, each municipality of a group knows the other's figure; no setting may allow that.
            fewest_municipalities: value("fewest_municipalities", &file.fewest_municipalities, 3, 100),
            most_weight_percent: value("most_weight_percent", &file.most_weight_percent, 1, 99),
            usual_change_percent: value("usual_change_percent", &file.usual_change_percent, 1, 50),
            months_back: value("months_back", &file.months_back, 1, 11),
        }
    }
}
