//! Bytes as a workbook of a format that is parsed in the program: recognised, unpacked, parsed and written to a wire.
#![no_main]

use libfuzzer_sys::fuzz_target;

// A parser's panic is caught and becomes a problem of the file; only one that is not caught may end the search.
fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |bytes: &[u8]| {
    for format in ["xlsx", "xlsb"] {
        let mut answer = Vec::new();
        tachtig::sources::serve(format, 64 << 20, &mut &*bytes, &mut answer).expect("an answer can always be written");
    }
});
