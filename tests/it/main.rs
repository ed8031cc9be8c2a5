//! All integration tests, in one program: linking costs more than running.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on should fail")]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests read where optional material lies, and say when they skip"
)]

mod another_frame;
mod architecture;
mod cases;
mod change;
mod check;
mod command;
mod connections;
mod corrections;
mod dictionary;
mod disclosure;
mod divisions;
mod estimate;
mod evaluate;
mod explain;
mod figures;
mod grid;
mod kinds;
mod labelled;
mod labels;
mod labels_headers;
mod large_city;
mod merged;
mod metadata;
mod models;
mod moved;
mod museum;
mod mutation;
mod personal;
mod places;
mod provisions;
mod refusals;
mod register;
mod reports;
mod requirements;
mod requirements_change;
mod requirements_disclosure;
mod requirements_measure;
mod reviews;
mod sample;
mod scratch;
mod simulation;
mod streamed;
mod template;
mod torture;
#[path = "../writer/mod.rs"]
mod writer;
