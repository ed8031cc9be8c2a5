//! How much of a file is read before it is set aside. Far above any inventory, far below what exhausts a machine.

/// The largest file that is opened, in bytes.
pub const MAX_FILE_BYTES: u64 = 512 * 1024 * 1024;
/// The most cells that are kept from one workbook.
pub const MAX_CELLS: u64 = 40_000_000;
/// The largest area that a format without a streaming reader may span, in cells.
pub const MAX_DENSE_CELLS: u64 = 20_000_000;
/// The most that a package is unpacked to in memory, in bytes. An inventory of ten thousand rows takes some ten million.
pub const MAX_UNPACKED_BYTES: usize = 32 * 1024 * 1024;
