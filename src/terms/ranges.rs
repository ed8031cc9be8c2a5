//! Cells as the ranges that a spreadsheet's name box takes: `C5:C9`, `C12`.

use super::CellRef;

/// The cells as ranges, column by column. Cells below each other become one range.
#[must_use]
pub fn ranges(cells: &[CellRef]) -> Vec<String> {
    let mut sorted: Vec<(u32, u32)> = cells.iter().map(|cell| (cell.column, cell.row)).collect();
    sorted.sort_unstable();
    sorted.dedup();
    let runs = sorted.chunk_by(|a, b| a.0 == b.0 && a.1.checked_add(1) == Some(b.1));
    runs.filter_map(|run| Some(range(*run.first()?, *run.last()?))).collect()
}

fn range(first: (u32, u32), last: (u32, u32)) -> String {
    let cell = |(column, row): (u32, u32)| CellRef::new(row, column);
    if first == last { cell(first).to_string() } else { format!("{}:{}", cell(first), cell(last)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_below_each_other_become_one_range() {
        let cells = [(8, 2), (4, 2), (5, 2), (6, 2), (4, 3), (4, 2), (11, 0)].map(|(row, column)| CellRef::new(row, column));
        assert_eq!(ranges(&cells), ["A12", "C5:C7", "C9", "D5"]);
        assert!(ranges(&[]).is_empty());
    }
}
