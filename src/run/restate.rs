//! Months made again with today's definitions, one after another. Each file is read once, and what no later month needs is let go.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::past::{Edition, MonthBefore, Past, is_known};
use super::{Definitions, Outcome, Plan, SERIES_MONTHS, files_of, judge, oldest_needed, publish, read};
use crate::inventory::{CARRIED_MONTHS, FileExtract};
use crate::report::Settings;
use crate::sources::{self, Reader};
use crate::terms::Month;

/// Which months are to be made again, and where from.
#[derive(Debug, Clone)]
pub struct Span {
    pub from: Month,
    /// The last month.
    pub to: Month,
    pub inventories: PathBuf,
    pub out: PathBuf,
    pub settings: Settings,
    /// How the files are read.
    pub reader: Reader,
}

/// Makes every month of the span again, as a run for that month would. `told` hears of each.
///
/// # Errors
/// When there is nothing to read, a month can't be made, or `told` fails. The months before it are then published.
pub fn restate(span: &Span, definitions: &Definitions, told: &mut dyn FnMut(&Outcome) -> Result<()>) -> Result<()> {
    let sent = sources::find_months(&span.inventories)?;
    let oldest = oldest_needed(span.from);
    if span.from > span.to || !sent.iter().any(|month| (oldest..=span.to).contains(month)) {
        bail!("{} has no folder of a month for a report from {} to {}", span.inventories.display(), span.from, span.to);
    }
    let (mut window, mut past) = (Vec::new(), Past::default());
    for of in oldest.until(span.to) {
        if sent.contains(&of) {
            window.extend(read(&files_of(&span.inventories, of)?, &span.reader, definitions, &|| {}));
        }
        forget(&mut window, of);
        if of <= span.from.minus(SERIES_MONTHS) || !is_known(&window, of) {
            continue;
        }
        let judged = judge(&window, of, definitions)?;
        let edition = Edition::of(of, &window, &judged, &definitions.reference);
        let before = MonthBefore::of(&judged);
        if of >= span.from {
            told(&publish(&plan(span, of), definitions, &window, &past, &edition, judged)?)?;
        }
        past.add(before, edition);
    }
    Ok(())
}

fn plan(span: &Span, of: Month) -> Plan {
    Plan { reader: span.reader.clone(), ..Plan::of(of, Vec::new(), span.out.clone(), span.settings) }
}

/// Files too old to carry forward only tell who sent them; older ones tell nothing any more.
fn forget(window: &mut Vec<FileExtract>, of: Month) {
    window.retain(|file| file.month >= oldest_needed(of));
    for file in window.iter_mut().filter(|file| file.month < of.minus(CARRIED_MONTHS)) {
        file.keep_owners_only();
    }
}
