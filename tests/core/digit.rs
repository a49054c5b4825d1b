//! Drawings converted to the format of the digit data sets.

use backstep::{Error, digit};

/// Returns a drawing of 100 × 100 pixels with ink in a rectangle.
fn rectangle(left: usize, top: usize, width: usize, height: usize) -> Vec<f64> {
    let inside =
        |at: usize| (left..left + width).contains(&(at % 100)) && (top..top + height).contains(&(at / 100));
    (0..10_000).map(|at| f64::from(u8::from(inside(at)))).collect()
}

/// Returns the left, top, right and bottom of the ink.
fn bounds(pixels: &[f64], side: usize) -> [usize; 4] {
    let inked: Vec<_> = (0..side * side).filter(|at| pixels[*at] > 0.0).collect();
    let xs = inked.iter().map(|at| at % side);
    let ys = inked.iter().map(|at| at / side);
    let (left, right) = (xs.clone().min(), xs.max());
    [left, ys.clone().min(), right, ys.max()].map(|bound| bound.expect("there is ink"))
}

#[test]
fn a_digit_is_centred_wherever_and_at_whatever_size_it_is_drawn() {
    for (left, top, width, height) in [(0, 0, 30, 60), (70, 40, 30, 60), (10, 10, 40, 80), (99, 98, 1, 2)] {
        let mnist = digit(&rectangle(left, top, width, height), 100, 784).expect("a drawing");
        assert_eq!(bounds(&mnist, 28), [9, 4, 18, 23], "10 × 20 in the middle of 28 × 28");
        assert!(mnist.iter().all(|ink| *ink == 0.0 || *ink == 1.0));
        let small = digit(&rectangle(left, top, width, height), 100, 64).expect("a drawing");
        assert_eq!(bounds(&small, 8), [2, 0, 5, 7], "16 × 32 of 32 × 32");
        assert!(small.iter().all(|ink| *ink == 0.0 || *ink == 1.0));
    }
}

#[test]
fn the_mnist_format_centres_the_centre_of_mass() {
    // A dark bar at the left of a faint area: the centre of mass is left of the middle of the box.
    let mut drawing = rectangle(20, 20, 60, 60);
    for (at, ink) in drawing.iter_mut().enumerate() {
        if *ink > 0.0 && at % 100 >= 40 {
            *ink = 0.4;
        }
    }
    let pixels = digit(&drawing, 100, 784).expect("a drawing");
    let (mut mass, mut moment) = (0.0, 0.0);
    for (at, ink) in pixels.iter().enumerate() {
        mass += ink;
        moment += ink * ((at % 28) as f64 + 0.5);
    }
    assert!((moment / mass - 14.0).abs() <= 0.5, "{}", moment / mass);
    assert_eq!(bounds(&pixels, 28), [6, 4, 25, 23], "moved by two, and all of it is there");
}

#[test]
fn the_optical_digits_format_counts_the_ink_of_blocks() {
    // Two strokes, each 1/8 wide, 6/8 apart: the outer columns of blocks are full.
    let mut drawing = rectangle(10, 10, 10, 80);
    for (at, ink) in rectangle(80, 10, 10, 80).into_iter().enumerate() {
        drawing[at] += ink;
    }
    let blocks = digit(&drawing, 100, 64).expect("a drawing");
    for row in blocks.chunks(8) {
        assert_eq!(row, [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0]);
    }
    // A slanted line fills blocks partly, in sixteenths.
    let slope: Vec<f64> = (0..10_000).map(|at| f64::from(u8::from(at % 100 <= at / 100))).collect();
    let blocks = digit(&slope, 100, 64).expect("a drawing");
    assert!(blocks.iter().all(|ink| (ink * 16.0).fract() == 0.0));
    assert!(blocks.iter().any(|ink| *ink > 0.0 && *ink < 1.0));
    assert_eq!((blocks[7], blocks[56]), (0.0, 1.0));
}

#[test]
fn an_empty_drawing_gives_no_digit_and_invalid_ones_are_refused() {
    assert_eq!(digit(&[0.0; 400], 20, 784), Ok(vec![0.0; 784]));
    assert_eq!(digit(&[0.05; 400], 20, 64), Ok(vec![0.0; 64]));
    assert_eq!(digit(&[0.0; 400], 20, 100), Err(Error::DigitInputs));
    assert!(matches!(digit(&[0.0; 399], 20, 64), Err(Error::Length { expected: 400, got: 399, .. })));
    assert!(matches!(digit(&[], 0, 64), Err(Error::OutOfRange { .. })));
    assert!(matches!(digit(&[f64::NAN], 1, 64), Err(Error::ListNotFinite { .. })));
    // A single pixel becomes a full square of ink.
    assert_eq!(digit(&[1.0], 1, 64), Ok(vec![1.0; 64]));
}
