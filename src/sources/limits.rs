//! How much of a file is read before it is set aside, far above any inventory and far below what exhausts a machine; and how
//! much memory files may take together. Each limit is explained in `docs/formats.md`.

const MEGABYTE: u64 = 1 << 20;

/// The largest file that is opened, in bytes.
pub const MAX_FILE_BYTES: u64 = 128 * MEGABYTE;
/// The most memory that the cells of one file may take, in bytes.
pub const MAX_KEPT_BYTES: u64 = 320 * MEGABYTE;
/// The rows and columns that a sheet can have.
pub const MAX_ROWS: u32 = 1 << 20;
pub const MAX_COLUMNS: u32 = 1 << 14;
/// The largest area that a format without a streaming reader may span, in cells.
pub const MAX_DENSE_CELLS: u64 = 20_000_000;
/// The most that a package is unpacked to in this process, in bytes. An inventory of ten thousand rows takes some ten million.
pub const MAX_UNPACKED_BYTES: u64 = 32 * MEGABYTE;
/// The most that a package may say it unpacks to, in bytes. The zip library holds it to what it says.
pub const MAX_PACKAGE_BYTES: u64 = 1024 * MEGABYTE;
/// The most of one part that holds styles, in bytes: a style of a few bytes becomes hundreds in memory.
pub const MAX_STYLES_BYTES: u64 = 2 * MEGABYTE;
/// The largest list of sheets and names in an xlsb package, in bytes.
pub const MAX_BINARY_BOOK_BYTES: u64 = MEGABYTE / 8;
/// The most XML that all sheets of a package together are read from, in bytes; a part may be named by many sheets.
pub const MAX_SHEETS_BYTES: u64 = 64 * MEGABYTE;
/// The most sheets of a package that is read in this process.
pub const MAX_SHEETS: usize = 1_000;
/// The largest directory of a zip archive, in bytes: some fifty thousand parts.
pub const MAX_DIRECTORY_BYTES: u64 = 4 * MEGABYTE;

/// The memory for which files take turns, in bytes: what they may take together while they are read.
pub const MEMORY: u64 = 512 * MEGABYTE;
/// The least that is set apart for the cells of a file, in bytes: in this process, and in a child.
pub const LEAST_SHARE: [u64; 2] = [4 * MEGABYTE, 48 * MEGABYTE];
/// The most memory that a child process may take for one file, in bytes, beside what any process takes.
pub const MAX_CHILD_BYTES: u64 = 448 * MEGABYTE;
/// The seconds that a child process may take: for a first try beside other files, and for a second one alone. Together ten.
pub const CHILD_SECONDS: [u64; 2] = [3, 7];
