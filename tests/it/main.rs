//! All integration tests, in one program: linking costs more than running.

mod architecture;
mod cases;
mod command;
mod dictionary;
mod grid;
mod refusals;
mod register;
mod reports;
mod sample;
mod scratch;
#[path = "../writer/mod.rs"]
mod writer;
