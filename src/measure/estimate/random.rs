//! Pseudo-random draws that depend on a seed and a number alone, so that threads change nothing.
//!
//! `SplitMix64` (G. L. Steele, D. Lea and C. H. Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014). Ten lines that
//! never change; a generator of a library may be another one in its next version. Not for secrets.

/// The odd number nearest to 2⁶⁴ divided by the golden ratio: the step from one state to the next.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// One stream of draws.
#[derive(Debug, Clone)]
pub struct Stream(u64);

impl Stream {
    /// The stream of this number under this seed. Streams of other numbers start elsewhere on the same long cycle.
    #[must_use]
    pub const fn new(seed: u64, number: u64) -> Self {
        Self(mixed(mixed(seed).wrapping_add(number.wrapping_mul(STEP))))
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mixed(self.0)
    }

    /// A number from zero up to, not including, `limit`; zero when there is no such number.
    pub fn below(&mut self, limit: usize) -> usize {
        let wide = u128::from(self.bits()) * (limit as u128);
        usize::try_from(wide >> 64).unwrap_or_default()
    }

    /// A number from zero up to, not including, one: a multiple of 2⁻⁵³.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    pub const fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

const fn mixed(state: u64) -> u64 {
    let state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    state ^ (state >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bits_are_those_of_the_published_generator() {
        // The first outputs of SplitMix64 with state 1234567, as its reference implementation gives them.
        let mut stream = Stream(1_234_567);
        let given = [stream.bits(), stream.bits(), stream.bits()];
        assert_eq!(given, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn draws_are_even_and_streams_differ() {
        let mut counts = [0_u32; 7];
        for number in 0..700 {
            let mut stream = Stream::new(1, number);
            for _ in 0..100 {
                counts[stream.below(7)] += 1;
            }
        }
        assert!(counts.iter().all(|count| (9_700..10_300).contains(count)), "{counts:?}");
        assert_ne!(Stream::new(1, 0).bits(), Stream::new(1, 1).bits());
        assert_ne!(Stream::new(1, 0).bits(), Stream::new(2, 0).bits());
        assert_eq!(Stream::new(1, 0).below(0), 0);
    }
}
