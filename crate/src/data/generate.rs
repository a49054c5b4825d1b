//! Data sets that are computed: each sample is a function of the set's parameters and of its own number, so a
//! bigger set begins with the samples of a smaller one.

use alloc::vec::Vec;
use core::f64::consts::PI;

use crate::data::samples::Samples;
use crate::error::{Error, finite, range};
use crate::rng::{Stream, check_seed};
use crate::subject::Subject;

/// The most samples of a generated set.
pub const MAX_GENERATED: usize = 5_000;
/// Points to be told apart lie on a sheet from about −1 to 1; this much of it is a noise of 1.
const NOISE: f64 = 0.2;

/// What is computed. All have one target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GeneratedKind {
    /// All rows of a truth table of three bits. Bit i of the rule is the answer of row i; row 0 is 000. The
    /// rule of majority is 232, that of parity 150. Count, noise and seed have no effect.
    TruthTable,
    /// Two inputs: the four quarters of a square, opposite ones alike.
    Xor,
    /// Two inputs: two heaps.
    Blobs,
    /// Two inputs: a disc within a ring.
    Circles,
    /// Two inputs: two half circles, one reaching into the other.
    Moons,
    /// Two inputs: two spirals, one within the other.
    Spirals,
    /// One input: y = ½ + 0.4 sin πx. Nothing to count right answers of.
    Sine,
}

/// A generated set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Generated {
    /// What is computed.
    pub kind: GeneratedKind,
    /// The answers of a truth table.
    pub rule: u8,
    /// How many samples.
    pub count: usize,
    /// How far from the shape samples may lie, 0 to 1.
    pub noise: f64,
    /// Seed.
    pub seed: u64,
}

impl GeneratedKind {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::TruthTable, Self::Xor, Self::Blobs, Self::Circles, Self::Moons, Self::Spirals, Self::Sine];
}

impl Generated {
    /// Whether right answers can be counted.
    #[must_use]
    pub fn evaluates(&self) -> bool {
        self.kind != GeneratedKind::Sine
    }

    /// Its samples.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for count and seed, [`Error::Between`] for the noise.
    pub fn samples(&self) -> Result<Samples, Error> {
        check_seed(self.seed)?;
        finite(Subject::Noise, self.noise)?;
        if !(0.0..=1.0).contains(&self.noise) {
            return Err(Error::Between { what: Subject::Noise, least: 0, most: 1 });
        }
        range(Subject::Samples, 1, MAX_GENERATED, self.count)?;
        if self.kind == GeneratedKind::TruthTable {
            return truth_table(3, self.rule);
        }
        let inputs = if self.kind == GeneratedKind::Sine { 1 } else { 2 };
        let (mut xs, mut ys) = (Vec::new(), Vec::new());
        for i in 0..self.count {
            let (x, y) = self.sample(i);
            xs.extend(&x[..inputs]);
            ys.push(y);
        }
        Samples::new(inputs, 1, self.count, &xs, &ys)
    }

    /// Sample `i`. Every other one is of class 1.
    fn sample(&self, i: usize) -> ([f64; 2], f64) {
        let mut stream = Stream::sample(self.seed, i);
        let one = i % 2 == 1;
        let y = f64::from(u8::from(one));
        let side = 2.0 * y - 1.0;
        let (u, v) = (stream.uniform(), stream.uniform());
        let place = match self.kind {
            // A truth table has no places; its rows are made elsewhere.
            GeneratedKind::TruthTable | GeneratedKind::Xor => {
                // A gap between the quarters keeps them apart.
                let (x, half) = (0.1 + 0.9 * u, 0.1 + 0.9 * v);
                let right = if i % 4 < 2 { 1.0 } else { -1.0 };
                [right * x, -side * right * half]
            }
            GeneratedKind::Blobs => [0.5 * side, 0.5 * side],
            GeneratedKind::Circles => {
                let radius = if one { 0.45 * libm::sqrt(v) } else { 0.75 + 0.25 * v };
                around(radius, 2.0 * PI * u)
            }
            GeneratedKind::Moons => {
                let [x, height] = around(0.66, PI * u);
                [-side * (x - 0.33), -side * (height - 0.22)]
            }
            GeneratedKind::Spirals => {
                let turn = if one { PI } else { 0.0 };
                around(0.1 + 0.9 * u, 1.5 * 2.0 * PI * u + turn)
            }
            GeneratedKind::Sine => {
                let x = 2.0 * u - 1.0;
                let y = 0.5 + 0.4 * sin_cos(PI * x).0 + NOISE * self.noise * stream.normal();
                return ([x, 0.0], y);
            }
        };
        // Heaps are noise alone, so they have some in any case.
        let noise = NOISE * if self.kind == GeneratedKind::Blobs { 0.5 + self.noise } else { self.noise };
        (place.map(|x| x + noise * stream.normal()), y)
    }
}

/// The point at this distance and angle from the middle.
fn around(radius: f64, angle: f64) -> [f64; 2] {
    let (sin, cos) = sin_cos(angle);
    [radius * cos, radius * sin]
}

/// Returns sine and cosine, to about 10⁻¹⁵, of an angle from −π to a few turns. It adds up their power
/// series: functions for angles of any size need tables, which would be bigger than all the code of this
/// file.
fn sin_cos(angle: f64) -> (f64, f64) {
    let turns = (angle / (2.0 * PI) + 0.5) as i32;
    let angle = angle - 2.0 * PI * f64::from(turns);
    let (mut sin, mut cos, mut term) = (0.0, 0.0, 1.0);
    for n in 0..30_u8 {
        match n % 4 {
            0 => cos += term,
            1 => sin += term,
            2 => cos -= term,
            _ => sin -= term,
        }
        term *= angle / (f64::from(n) + 1.0);
    }
    (sin, cos)
}

/// Returns all rows of a truth table, in counting order. The first input is the highest bit of the row's
/// number; the answer of row i is bit i of `rule`.
pub(crate) fn truth_table(inputs: u32, rule: u8) -> Result<Samples, Error> {
    let (mut xs, mut ys) = (Vec::new(), Vec::new());
    for row in 0..1_u32 << inputs {
        xs.extend((0..inputs).rev().map(|bit| f64::from(row >> bit & 1)));
        ys.push(f64::from(rule >> row & 1));
    }
    Samples::new(inputs as usize, 1, ys.len(), &xs, &ys)
}
