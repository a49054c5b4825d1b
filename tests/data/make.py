"""Writes the small data sets of `www/data`, from the packages that publish them.

    python -m pip download --no-deps scikit-learn==1.9.1 palmerpenguins==0.1.6
    python tests/data/make.py scikit_learn-1.9.1-*.whl palmerpenguins-0.1.6-*.whl

DATA-LICENSES.md there gives source, licence and changes of each. A test compares its hashes with the files.
"""

import csv
import gzip
import io
import sys
import zipfile
from pathlib import Path

DATA = Path(__file__).parents[2] / "www" / "data"
PENGUIN = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g", "species"]


def write(name, header, rows):
    """Writes a CSV file with line feeds as line ends."""
    with open(DATA / name, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


def iris(text):
    """Writes the iris data with the species as words, which are in the first line of the source."""
    first, *rows = csv.reader(io.StringIO(text))
    species = first[2:]
    header = ["sepal_length", "sepal_width", "petal_length", "petal_width", "species"]
    write("iris.csv", header, [[*row[:4], species[int(row[4])]] for row in rows])


def penguins(text):
    """Writes the four measurements and the species. Rows with a missing value are left out."""
    rows = [[row[name] for name in PENGUIN] for row in csv.DictReader(io.StringIO(text))]
    write("penguins.csv", PENGUIN, [row for row in rows if all(cell not in ("", "NA") for cell in row)])


def digits(text):
    """Writes all pixels (one byte each, 0 to 16, image after image), then all labels."""
    rows = [[int(float(cell)) for cell in row] for row in csv.reader(io.StringIO(text))]
    pixels = bytes(pixel for row in rows for pixel in row[:64])
    labels = bytes(row[64] for row in rows)
    assert len(rows) == 1797 and max(pixels) == 16 and max(labels) == 9
    with open(DATA / "digits.bin.gz", "wb") as file:
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
            packed.write(pixels + labels)


def main(learn, birds):
    with zipfile.ZipFile(learn) as wheel:
        iris(wheel.read("sklearn/datasets/data/iris.csv").decode())
        digits(gzip.decompress(wheel.read("sklearn/datasets/data/digits.csv.gz")).decode())
    with zipfile.ZipFile(birds) as wheel:
        penguins(wheel.read("palmerpenguins/data/penguins.csv").decode())


if __name__ == "__main__":
    main(*sys.argv[1:])
