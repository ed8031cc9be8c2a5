//! A parser that panics on a broken file is a file that can't be read, not a run that ends.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};

use super::unreadable::Unreadable;
use crate::problem::Code;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Parses, and turns a panic into a reason.
pub fn guarded<T>(parse: impl FnOnce() -> Result<T, Unreadable>) -> Result<T, Unreadable> {
    GUARDED.set(true);
    let parsed = catch_unwind(AssertUnwindSafe(parse));
    GUARDED.set(false);
    parsed.unwrap_or_else(|_| Err(Unreadable::new(Code::DamagedFile, "panic")))
}

/// Keeps a panic that becomes a problem from also being printed. For a program to call once, at its start.
pub fn silence_guarded_panics() {
    let print = take_hook();
    set_hook(Box::new(move |panic| {
        if !GUARDED.get() {
            print(panic);
        }
    }));
}
