//! Everything that is read from `data/` except rules and layouts: loaded once, validated, dated, fingerprinted.
//!
//! Not for judgement about single systems (that is `classify`), and not for input (that is `sources`).

mod data_dir;

pub use data_dir::DataDir;
