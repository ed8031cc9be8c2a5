//! The story of one system of a report.

use std::sync::Arc;

use anyhow::Result;
use serde::Serialize;

use super::axis::{Axis, Hearing};
use super::change::{Change, changes};
use super::ground::{Ground, On};
use super::typed::{Inventories, Typed, typed};
use crate::classify::{Bench, Classified, SkippedRung, Source};
use crate::reference::{LegalForm, Reach};
use crate::report::archive::{ArchivedSystem, Report, inputs};
use crate::run::Definitions;
use crate::terms::{Lang, Status};

/// All that is told about a system.
#[derive(Debug, Clone, Serialize)]
pub struct Story {
    pub report: String,
    pub month: String,
    pub synthetic: bool,
    /// Whether the definitions that the story is told with are those of the report.
    pub same_definitions: bool,
    pub municipality: String,
    pub municipality_code: String,
    pub system_id: String,
    pub name: String,
    /// The canonical names.
    pub product: String,
    pub vendor: Option<String>,
    pub components: Vec<String>,
    pub rows_merged: i64,
    pub carried_from: Option<String>,
    pub registered_by: Option<String>,
    pub typed: Typed,
    /// What the report has: role, distinguishing, level, and whether it counts or why not.
    pub published: [(&'static str, String); 4],
    pub axes: Vec<Axis>,
    /// Facets with the rules that show them.
    pub facets: Vec<(String, Vec<Ground>)>,
    pub organisation_form: Option<&'static str>,
    pub legal_form: Option<&'static str>,
    pub status: Option<&'static str>,
    /// `counted`, `no_system`, `not_in_use` or `only_through_partnership`.
    pub counted: String,
    pub on_gap_list: bool,
    pub skipped: Option<Skipped>,
    pub changes: Vec<Change>,
}

/// The provision that it passes by (R16).
#[derive(Debug, Clone, Serialize)]
pub struct Skipped {
    pub provision: String,
    pub level: &'static str,
    pub certainty: &'static str,
    pub because: String,
    pub source: String,
}

/// Tells the story of a system of a report, in the definitions given.
///
/// # Errors
/// When the report has no readable manifest.
pub fn story(
    report: &Report,
    archived: &ArchivedSystem<'_>,
    definitions: &Definitions,
    inventories: &Inventories,
    lang: Lang,
) -> Result<Story> {
    let (reference, month) = (&definitions.reference, report.month);
    let mut bench = Bench::new(&definitions.book, reference, month);
    let system = archived.system();
    let verdicts = bench.verdicts(&system);
    let hearing = Hearing::of(&mut bench, &system, &verdicts, reference, month);
    let (mut axes, facets) = (hearing.axes(), facets(&hearing));
    let reviewed = overrule(&mut axes, archived);
    let changes = changes(&mut bench, &system, reference, month);
    let form = verdicts.form;
    let classified = Classified { verdicts: Arc::new(verdicts.clone()), system };
    let text = |column: &str| archived.text(column).unwrap_or_default().to_owned();
    let counted = archived.text("not_counted_because").unwrap_or("counted").to_owned();
    Ok(Story {
        report: report.folder.display().to_string(),
        month: month.to_string(),
        synthetic: report.synthetic,
        same_definitions: report.fingerprint == reference.fingerprint,
        municipality: text("municipality"),
        municipality_code: text("municipality_code"),
        system_id: text("system_id"),
        name: text("name"),
        product: text("product"),
        vendor: archived.text("vendor_canonical").map(str::to_owned),
        components: archived.texts("components"),
        rows_merged: archived.whole("rows_merged").unwrap_or_default(),
        carried_from: archived.text("carried_from").map(str::to_owned),
        registered_by: archived.text("registered_by").map(str::to_owned),
        typed: typed(archived, &inputs(&report.folder)?, inventories, definitions, lang),
        published: [
            ("role", text("role")),
            ("distinguishing", text("distinguishing")),
            ("level", text("level")),
            ("counted", counted.clone()),
        ],
        axes,
        facets,
        organisation_form: form.and_then(|form| form.reach).map(Reach::as_str),
        legal_form: form.and_then(|form| form.legal).map(LegalForm::as_str),
        status: classified.system.record.status.map(Status::as_str),
        on_gap_list: if reviewed { archived.flag("on_gap_list") } else { classified.on_gap_list() },
        counted: if reviewed { counted } else { classified.not_counted_because().unwrap_or("counted").to_owned() },
        skipped: SkippedRung::of(&classified, reference, month).map(|rung| Skipped::of(&rung)),
        changes,
    })
}

/// Puts what people decided in the report over what the tool says; whether there is such a thing.
fn overrule(axes: &mut [Axis], archived: &ArchivedSystem<'_>) -> bool {
    let of_axis = |axis: &Axis, column: &str| archived.text(&format!("{}_{column}", axis.axis)).unwrap_or_default();
    let mut reviewed = false;
    for axis in axes.iter_mut().filter(|axis| of_axis(axis, "source") == Source::Review.as_str()) {
        let (value, review) = (archived.text(axis.axis).unwrap_or_default(), of_axis(axis, "evidence"));
        axis.overrule(value, review);
        reviewed = true;
    }
    reviewed
}

impl Story {
    /// What the report has otherwise than today's definitions give: which, what the report has, what it is now.
    #[must_use]
    pub fn moved_since(&self) -> Vec<(&'static str, &str, &str)> {
        let now =
            |what: &str| self.axes.iter().find(|axis| axis.axis == what).map_or(self.counted.as_str(), |axis| axis.value.as_str());
        let pairs = self.published.iter().map(|(what, published)| (*what, published.as_str(), now(what)));
        pairs.filter(|(_, published, now)| published != now).collect()
    }
}

impl Skipped {
    fn of(rung: &SkippedRung<'_>) -> Self {
        Self {
            provision: rung.provision.name.clone(),
            level: rung.provision.level.as_str(),
            certainty: rung.certainty().as_str(),
            because: rung.ground.because.clone(),
            source: rung.ground.source.clone(),
        }
    }
}

/// The facets with the rules that show them; of a provision that was built together there is no rule.
fn facets(hearing: &Hearing<'_>) -> Vec<(String, Vec<Ground>)> {
    let shows = |facet: &String| {
        let rules = hearing.fired.iter().filter(|trial| trial.rule.gives.facets.contains(facet));
        (facet.clone(), rules.map(|trial| Ground::of_rule(trial, On::Role)).collect())
    };
    hearing.verdicts.facets.iter().map(shows).collect()
}
