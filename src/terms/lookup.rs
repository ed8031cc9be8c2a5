//! A map that is only looked up, never walked: its order means nothing, so it may be a fast one.

use std::collections::{HashMap, HashSet};

/// A map with a fixed, fast hash. What must come out in order belongs in a `BTreeMap`.
pub type Lookup<K, V> = HashMap<K, V, foldhash::fast::FixedState>;

/// A set with the same hash.
pub type LookupSet<T> = HashSet<T, foldhash::fast::FixedState>;
