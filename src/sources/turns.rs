//! Files are read beside each other as long as they fit in memory together. A large one waits until it is alone.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// An amount of memory, of which files take shares. Copies stand for the same amount.
#[derive(Debug, Clone)]
pub struct Memory {
    whole: u64,
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    free: Mutex<u64>,
    returned: Condvar,
}

impl Memory {
    pub fn of(bytes: u64) -> Self {
        Self { whole: bytes, inner: Arc::new(Inner { free: Mutex::new(bytes), returned: Condvar::new() }) }
    }

    /// Takes a share, waiting until there is so much. More than there is becomes all of it. Who holds a share must not wait
    /// for another one.
    pub fn take(&self, bytes: u64) -> Share {
        let bytes = bytes.min(self.whole);
        let free = self.inner.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = self.inner.returned.wait_while(free, |free| *free < bytes).unwrap_or_else(PoisonError::into_inner);
        *free -= bytes;
        Share { bytes, inner: self.inner.clone() }
    }
}

/// A share of the memory, given back when it is dropped.
#[derive(Debug)]
pub struct Share {
    bytes: u64,
    inner: Arc<Inner>,
}

impl Drop for Share {
    fn drop(&mut self) {
        *self.inner.free.lock().unwrap_or_else(PoisonError::into_inner) += self.bytes;
        self.inner.returned.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_wants_all_waits_until_all_is_returned_and_too_much_is_all() {
        let memory = Memory::of(100);
        let (first, second) = (memory.take(60), memory.take(40));
        let other = memory.clone();
        let waiting = std::thread::spawn(move || drop(other.take(1_000)));
        drop(first);
        assert!(!waiting.is_finished());
        drop(second);
        waiting.join().unwrap();
        assert_eq!(*memory.inner.free.lock().unwrap(), 100);
    }
}
