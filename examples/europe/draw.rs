//! Draws the tables: for each country one, with the columns that figures need, as a published table of systems has them.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use arrow::array::{ArrayRef, BooleanBuilder, Float64Builder, Int64Builder, ListBuilder, RecordBatch, StringBuilder};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use tachtig::measure::Facet;
use tachtig::measure::estimate::Stream;
use tachtig::reference::{Frame, Municipality};
use tachtig::terms::{Distinguishing, Level};

use crate::frame::COUNTRIES;

const COMPONENTS: usize = 171;
const SEED: u64 = 98;
const MUNICIPALITIES_AT_ONCE: usize = 250;

/// Writes the tables of all countries into a new folder.
pub fn draw(folder: &Path, frame: &Frame, systems: u32) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let per_country = frame.municipalities.len().div_ceil(COUNTRIES).max(1);
    for (country, municipalities) in frame.municipalities.chunks(per_country).enumerate() {
        let file = File::create(folder.join(format!("{country:02}.parquet")))?;
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let mut writer = ArrowWriter::try_new(file, Columns::default().finish()?.schema(), Some(properties))?;
        for (part, municipalities) in municipalities.chunks(MUNICIPALITIES_AT_ONCE).enumerate() {
            writer.write(&batch(municipalities, systems, &mut Stream::new(SEED, (country * 1_000 + part) as u64))?)?;
        }
        writer.close()?;
    }
    Ok(())
}

#[derive(Default)]
struct Columns {
    municipality: StringBuilder,
    counted: BooleanBuilder,
    level: StringBuilder,
    distinguishing: StringBuilder,
    facets: ListBuilder<StringBuilder>,
    carried_from: StringBuilder,
    cost: Float64Builder,
    users: Int64Builder,
    components: ListBuilder<StringBuilder>,
}

fn batch(municipalities: &[Municipality], systems: u32, random: &mut Stream) -> Result<RecordBatch> {
    let mut columns = Columns::default();
    for municipality in municipalities {
        // Some do far more together than others.
        let together = random.unit() * 0.6;
        (0..systems).for_each(|_| columns.draw(&municipality.code, together, random));
    }
    columns.finish()
}

impl Columns {
    fn draw(&mut self, code: &str, together: f64, random: &mut Stream) {
        self.municipality.append_value(code);
        self.counted.append_value(random.unit() < 0.95);
        self.level.append_value(level(together, random).as_str());
        let distinguishing = [Distinguishing::NietOnderscheidend, Distinguishing::Onderscheidend, Distinguishing::Onbekend];
        self.distinguishing.append_value(distinguishing[[0, 0, 0, 0, 0, 0, 0, 0, 1, 2][random.below(10)]].as_str());
        if random.unit() < 0.1 {
            self.facets.values().append_value(Facet::ALL[random.below(Facet::ALL.len())].as_str());
        }
        self.facets.append(true);
        self.carried_from.append_option((random.unit() < 0.02).then_some("2026-09"));
        self.cost.append_option((random.unit() < 0.6).then(|| (random.unit() * 5e6).round() / 100.0));
        self.users.append_option((random.unit() < 0.7).then(|| i64::try_from(random.below(2_000)).unwrap_or_default()));
        for _ in 0..random.below(3) {
            self.components.values().append_value(format!("GEMMA-{:03}", random.below(COMPONENTS)));
        }
        self.components.append(true);
    }

    fn finish(mut self) -> Result<RecordBatch> {
        let columns: [(&str, ArrayRef); 9] = [
            ("municipality_code", Arc::new(self.municipality.finish())),
            ("counted", Arc::new(self.counted.finish())),
            ("level", Arc::new(self.level.finish())),
            ("distinguishing", Arc::new(self.distinguishing.finish())),
            ("facets", Arc::new(self.facets.finish())),
            ("carried_from", Arc::new(self.carried_from.finish())),
            ("cost_eur", Arc::new(self.cost.finish())),
            ("users", Arc::new(self.users.finish())),
            ("component_ids", Arc::new(self.components.finish())),
        ];
        Ok(RecordBatch::try_from_iter_with_nullable(columns.map(|(name, values)| (name, values, true)))?)
    }
}

fn level(together: f64, random: &mut Stream) -> Level {
    if random.unit() < 0.05 {
        Level::Onbekend
    } else if random.unit() < together {
        [Level::Overheidsbreed, Level::CollectiefGemeentelijk, Level::Regionaal, Level::Regionaal][random.below(4)]
    } else {
        Level::Decentraal
    }
}
