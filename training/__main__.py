"""Make the bundled pipeline: `python -m training RAW --out FOLDER` converts, trains, assembles and measures.

RAW is the folder of raw treebank files (see README.md); WORK keeps the converted data and both trainings.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

CONFIGS = Path(__file__).parent / "configs"


def main() -> None:
    """Run the steps named, by default all four."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("raw", type=Path, help="folder of the raw treebank files")
    parser.add_argument("--out", type=Path, default=Path("briefgen/language/en_briefgen"))
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument(
        "--steps",
        nargs="+",
        choices=("convert", "train", "assemble", "measure"),
        default=["convert", "train", "assemble", "measure"],
    )
    asked = parser.parse_args()
    if "convert" in asked.steps:
        from training.documents import write_all

        write_all(asked.raw, asked.work)
    if "train" in asked.steps:
        train(asked.work)
    if "assemble" in asked.steps:
        from training.assemble import assemble

        assemble(asked.work, asked.out)
    if "measure" in asked.steps:
        from training.measure import measure, record

        record(asked.out, measure(asked.out, asked.work))


def train(work: Path) -> None:
    """Train syntax, names and sentence starts at the same time, each on one core."""
    runs = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "spacy",
                "train",
                str(CONFIGS / f"{part}.cfg"),
                "--code",
                str(Path(__file__).with_name("sums.py")),
                "--output",
                str(work / part),
                "--paths.train",
                str(work / f"{part}-train.spacy"),
                "--paths.dev",
                str(work / f"{part}-dev.spacy"),
            ]
        )
        for part in ("syntax", "names", "sentences")
    ]
    if any(run.wait() for run in runs):
        raise SystemExit("a training failed")


if __name__ == "__main__":
    main()
