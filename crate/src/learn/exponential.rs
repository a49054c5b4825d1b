//! e^−|z|: the one function beyond + − × ÷ that a network of sigmoid units needs.
//!
//! It is made of nothing but + − × and operations on bits, so its bits are the same on every target. It has
//! no branch, so compilers can compute several values at once.

/// ln 2 in two parts: the first has 42 bits, so that k times it is exact for every k below 2¹¹.
const LN_2: [f64; 2] = [0.693_147_180_559_890_3, 5.497_923_018_708_371e-14];
/// Adding 1.5 · 2⁵² rounds to a whole number, and leaves that number in the low bits of the sum.
const ROUND: f64 = 6_755_399_441_055_744.0;
/// From here down e^−|z| is 0: the smallest number there is, 2⁻¹⁰⁷⁴, is e^−744.44.
const END: f64 = -746.0;
/// Powers of 2 below this are made in two steps: there the numbers begin to lose digits.
const TWO_STEPS: f64 = -1_000.0;
/// The last coefficients of a polynomial: e^r ≈ 1 + r + r²/2 + r³ Σ `TAIL[i]` rⁱ for |r| ≤ ½ ln 2. Its
/// greatest relative error, 5.4e-18, is the least of all such polynomials (found by Remez's exchange).
const TAIL: [f64; 9] = [
    0.166_666_666_666_664_33,
    0.041_666_666_666_603_95,
    0.008_333_333_333_500_047,
    0.001_388_888_892_680_069_4,
    0.000_198_412_694_662_038_8,
    2.480_150_867_618_411_6e-5,
    2.755_764_086_949_166_4e-6,
    2.762_518_968_655_198_6e-7,
    2.497_838_284_309_485e-8,
];

/// Returns e^−|z|, which is between 0 and 1. The error is less than one unit in the last place, even where
/// the result is so small that it loses digits. NaN stays NaN.
///
/// −|z| = k ln 2 + r, with k whole and |r| ≤ ½ ln 2. A polynomial gives e^r; the number with exponent k is
/// 2^k.
#[inline]
#[must_use]
pub fn exp_neg_abs(z: f64) -> f64 {
    let x = -z.abs();
    let x = if x < END { END } else { x };
    let k = (x * core::f64::consts::LOG2_E + ROUND) - ROUND;
    let [high, low] = [x - k * LN_2[0], k * LN_2[1]];
    let r = high - low;
    let r2 = r * r;
    let r4 = r2 * r2;
    // In pairs rather than one after the other: half as long to wait for.
    let tail = ((TAIL[0] + TAIL[1] * r) + r2 * (TAIL[2] + TAIL[3] * r))
        + r4 * ((TAIL[4] + TAIL[5] * r) + (r2 * (TAIL[6] + TAIL[7] * r) + r4 * TAIL[8]));
    // What was cut off r is added before the biggest term: that saves a quarter of a unit.
    let power = 1.0 + (high + ((0.5 * r2 - low) + (r2 * r) * tail));
    let first = if k < TWO_STEPS { TWO_STEPS } else { k };
    power * power_of_two(first) * power_of_two(k - first)
}

/// 2^k for a whole k from −1022 to 1023.
#[inline]
fn power_of_two(k: f64) -> f64 {
    f64::from_bits((k + (ROUND + 1_023.0)).to_bits() << 52)
}
