//! `tachtig` measures how much of the digitalisation of Dutch municipalities is organised collectively.
//!
//! The pipeline flows one way. Each stage takes the value of the one before and gives a value of another type:
//!
//! | stage      | takes                   | gives                  | module        |
//! |------------|-------------------------|------------------------|---------------|
//! | sources    | files                   | sheets of cells        | [`sources`]   |
//! | inventory  | sheets                  | systems and accounts   | [`inventory`] |
//! | classify   | systems                 | verdicts with evidence | [`classify`]  |
//! | measure    | classified systems      | coverage and response  | [`measure`]   |
//! | report     | all of these            | tables, charts, pages  | [`report`]    |
//!
//! Beside the flow stand [`reference`] (dated facts and judgement, loaded from `data/`), [`problem`] (what is wrong
//! with the data, as values), [`workbook`] (workbooks for people) and [`terms`] (the words that all stages share). [`run`] calls the stages in order; [`evaluate`] and
//! [`explain`] look at what they gave.
//!
//! # Glossary
//!
//! - **municipality**: a *gemeente* of the frame of the month, with its CBS code (`GM0014`).
//! - **system**: one application in use at one municipality; the headline unit.
//! - **cell**: one municipality and one GEMMA reference component with at least one system in use.
//! - **level**: the rung of organisation, from `overheidsbreed` down to `decentraal`.
//! - **distinguishing**: whether inhabitants expect municipalities to differ in what the system does.
//! - **verdict**: a value on one of those axes, with its source, rule and the text it rests on.
//! - **share**: a weight divided by a weight; absent, never zero, where there is nothing to divide by.

pub mod classify;
pub mod cli;
pub mod evaluate;
pub mod explain;
pub mod inventory;
pub mod measure;
pub mod problem;
pub mod reference;
pub mod report;
pub mod review;
pub mod run;
pub mod sources;
pub mod terms;
pub mod workbook;
