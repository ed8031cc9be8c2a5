//! All integration tests, in one program: linking costs more than running.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on should fail")]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests read where optional material lies, and say when they skip"
)]

mod architecture;
mod cases;
mod command;
mod dictionary;
mod evaluate;
mod grid;
mod labelled;
mod moved;
mod provisions;
mod refusals;
mod register;
mod reports;
mod requirements;
mod sample;
mod scratch;
#[path = "../writer/mod.rs"]
mod writer;
