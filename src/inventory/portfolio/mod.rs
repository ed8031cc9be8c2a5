//! The portfolio that a model describes: which of its elements are applications in use, by whom, and which of its relations are
//! couplings. It becomes rows for the ordinary way of reading, each at the line of its element.
//!
//! What elements and relations are called stands in `data/layouts/words/archimate.toml`. Not for judging values: rows are read
//! as any other.

mod couplings;
mod graph;
mod names;
mod table;
mod uses;
mod words;

pub use couplings::Coupling;
pub use table::Portfolio;
pub use words::PortfolioWords;

use graph::Graph;

use crate::reference::Components;
use crate::sources::Model;

/// Reads the portfolio out of a model; nothing when it is made to be larger than any portfolio.
#[must_use]
pub fn portfolio(model: &Model, words: &PortfolioWords, statuses: &super::Words, components: &Components) -> Option<Portfolio> {
    let graph = Graph::of(model, words);
    table::table(&graph, statuses, components)
}
