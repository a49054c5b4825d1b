//! A pair of numbers that are computed side by side, each as if it were alone. In WebAssembly a pair is one
//! register.
//!
//! Compilers find such pairs in simple loops only, so the blocks of [`crate::learn::fast::kernels`] have to
//! name them.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod pair {
    use core::arch::wasm32::{
        f64x2, f64x2_add, f64x2_div, f64x2_extract_lane, f64x2_mul, f64x2_splat, f64x2_sub, v128,
    };

    /// Two numbers in one register.
    #[derive(Debug, Clone, Copy)]
    pub(crate) struct Pair(v128);

    impl Pair {
        #[inline(always)]
        pub(crate) fn new([first, second]: [f64; 2]) -> Self {
            Self(f64x2(first, second))
        }

        #[inline(always)]
        pub(crate) fn both(value: f64) -> Self {
            Self(f64x2_splat(value))
        }

        #[inline(always)]
        pub(crate) fn values(self) -> [f64; 2] {
            [f64x2_extract_lane::<0>(self.0), f64x2_extract_lane::<1>(self.0)]
        }

        #[inline(always)]
        pub(crate) fn plus(self, other: Self) -> Self {
            Self(f64x2_add(self.0, other.0))
        }

        #[inline(always)]
        pub(crate) fn minus(self, other: Self) -> Self {
            Self(f64x2_sub(self.0, other.0))
        }

        #[inline(always)]
        pub(crate) fn times(self, other: Self) -> Self {
            Self(f64x2_mul(self.0, other.0))
        }

        #[inline(always)]
        pub(crate) fn over(self, other: Self) -> Self {
            Self(f64x2_div(self.0, other.0))
        }
    }
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod pair {
    /// Two numbers, which the compiler may put into one register.
    #[derive(Debug, Clone, Copy)]
    pub(crate) struct Pair([f64; 2]);

    impl Pair {
        #[inline(always)]
        pub(crate) fn new(values: [f64; 2]) -> Self {
            Self(values)
        }

        #[inline(always)]
        pub(crate) fn both(value: f64) -> Self {
            Self([value; 2])
        }

        #[inline(always)]
        pub(crate) fn values(self) -> [f64; 2] {
            self.0
        }

        #[inline(always)]
        pub(crate) fn plus(self, other: Self) -> Self {
            Self([self.0[0] + other.0[0], self.0[1] + other.0[1]])
        }

        #[inline(always)]
        pub(crate) fn minus(self, other: Self) -> Self {
            Self([self.0[0] - other.0[0], self.0[1] - other.0[1]])
        }

        #[inline(always)]
        pub(crate) fn times(self, other: Self) -> Self {
            Self([self.0[0] * other.0[0], self.0[1] * other.0[1]])
        }

        #[inline(always)]
        pub(crate) fn over(self, other: Self) -> Self {
            Self([self.0[0] / other.0[0], self.0[1] / other.0[1]])
        }
    }
}

pub(crate) use pair::Pair;

/// The first numbers of a list as N pairs.
#[inline(always)]
pub(crate) fn pairs<const N: usize>(values: &[f64]) -> [Pair; N] {
    let (values, _) = values[..2 * N].as_chunks::<2>();
    core::array::from_fn(|at| Pair::new(values[at]))
}

/// Writes N pairs over the first numbers of a list.
#[inline(always)]
pub(crate) fn write<const N: usize>(pairs: [Pair; N], values: &mut [f64]) {
    let (values, _) = values[..2 * N].as_chunks_mut::<2>();
    for (values, pair) in values.iter_mut().zip(pairs) {
        *values = pair.values();
    }
}
