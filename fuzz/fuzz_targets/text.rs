//! Bytes as a text file with one record a line.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut answer = Vec::new();
    tachtig::sources::serve("text", 64 << 20, &mut &*bytes, &mut answer).expect("an answer can always be written");
});
