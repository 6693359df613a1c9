"""Score what is found on annotated sets that do not come with the project, and hold each figure above its floor.

`python -m benchmarks.quality SETS` runs the sets' own scorers. SETS is a folder with `gold/` (annotated sets of documents and
`score_sets.py`), `bench/` (public sets and `bench.py`) and `treebanks/` (test files of the pipeline); what is absent is named
and left out. It may also be given as BRIEFGEN_SETS. Figures are per cent. A figure that sinks below its floor in
`floors.toml` fails the run; `--raise` writes the floors anew from what was measured, only upwards; `--lower` also downwards.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

FLOORS = Path(__file__).with_name("floors.toml")
COMMAND = f"{sys.executable} -m briefgen.cli"
SLACK = 0.051
"""Per cent: rounding of the figures printed by the scorers."""
N = r"(\d+\.\d)"

WANTED: Mapping[str, float] = {
    "pipeline syntax-ewt uas": 84.5,
    "pipeline syntax-ewt las": 81,
    "pipeline syntax-ewt sentences": 80,
    "pipeline names-ewt f1": 65,
    "pipeline names-releases f1": 89,
    "pipeline names-news f1": 77,
    "dates aquaint days": 86,
    "dates timebank days": 84,
    "quotes direct pieces": 90,
    "quotes direct end-to-end": 80,
    "quotes direct holder": 88,
    "quotes quoted end-to-end": 75,
    "quotes all end-to-end": 52,
    "quotes all precision": 75,
    "meetings rams recall": 65,
    "meetings rams participants": 55,
    "facts views direct end-to-end": 85,
    "facts views all end-to-end": 60,
    "facts meetings f1": 70,
    "facts meetings participants": 70,
    "facts designations f1": 65,
    "facts designations authority": 85,
    "briefs actors.f1": 85,
    "briefs actors.role_accuracy": 80,
    "briefs meetings.f1": 80,
    "briefs meetings.date_exact": 70,
    "briefs meetings.participants_f1": 80,
    "briefs designations.f1": 90,
    "briefs views.f1": 80,
    "briefs views.holder_accuracy": 88,
    "cases actors.f1": 88,
    "cases meetings.f1": 85,
    "cases designations.f1": 90,
    "cases views.f1": 85,
    "seeds actors.f1": 90,
    "seeds meetings.f1": 90,
    "seeds designations.f1": 100,
    "seeds views.f1": 80,
    "seeds evidence.verbatim": 100,
}
"""What each figure should reach."""
ALARMS = "meetings rams false alarms"
MOST_ALARMS = 10.0
"""False alarms are the one figure that should be small."""

PRINTED: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("dates", "te3_aquaint"): {"dates aquaint days": rf"cal .*dayrange {N}/{N}/(?P<it>\d+\.\d)"},
    ("dates", "te3_timebank"): {"dates timebank days": rf"cal .*dayrange {N}/{N}/(?P<it>\d+\.\d)"},
    ("quotes", "polnear_dev"): {
        "quotes direct pieces": rf"direct .*seg-iou \({N}, {N}, (?P<it>\d+\.\d)\)",
        "quotes direct end-to-end": rf"direct .*end2end \({N}, {N}, (?P<it>\d+\.\d)\)",
        "quotes direct holder": r"direct .*holder span (?P<it>\d+\.\d)",
        "quotes quoted end-to-end": rf"quoted .*end2end \({N}, {N}, (?P<it>\d+\.\d)\)",
        "quotes all end-to-end": rf"all .*end2end \({N}, {N}, (?P<it>\d+\.\d)\)",
        "quotes all precision": r"all .*end2end \((?P<it>\d+\.\d)",
    },
    ("meetings", "rams_dev"): {
        "meetings rams recall": r"core: .*?recall (?P<it>\d+\.\d)",
        "meetings rams participants": r"core: .*?F1 (?P<it>\d+\.\d)",
        ALARMS: r"fire: .*'other': '(?P<it>\d+\.\d)%",
    },
    ("facts", "facts"): {
        "facts views direct end-to-end": rf"views direct: .*end-to-end P {N} R {N} F (?P<it>\d+\.\d)",
        "facts views all end-to-end": rf"views all: .*end-to-end P {N} R {N} F (?P<it>\d+\.\d)",
        "facts meetings f1": rf"meetings: P {N} R {N} F (?P<it>\d+\.\d)",
        "facts meetings participants": rf"meetings: .*participants P {N} R {N} F (?P<it>\d+\.\d)",
        "facts designations f1": rf"designations: P {N} R {N} F (?P<it>\d+\.\d)",
        "facts designations authority": r"designations: .*authority (?P<it>\d+\.\d)",
    },
}
"""The sets that bench.py scores, and where each figure stands in what it prints."""

Figures = dict[str, float]


class MissingSetsError(Exception):
    """Tells that a part of the sets is not there."""


def _run(script: Path, *words: str) -> str:
    if not script.is_file():
        raise MissingSetsError(f"{script.parent.name}/{script.name} is not in the folder of sets")
    done = subprocess.run([sys.executable, str(script), *words], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"{script.name} {' '.join(words)} failed: {done.stderr.strip()[-400:]}")
    return done.stdout


def read(printed: str, patterns: Mapping[str, str]) -> Figures:
    """Take the figures out of what a scorer prints.

    >>> read("core: meetings 51 recall 49.0 | P 6.0", {"recall": r"core: .*?recall (?P<it>[0-9.]+)"})
    {'recall': 49.0}
    """
    found = {}
    for name, pattern in patterns.items():
        match = re.search(pattern, printed)
        if match is None:
            raise SystemExit(f"no figure for '{name}' in what the scorer printed:\n{printed}")
        found[name] = float(match["it"])
    return found


def bench(sets: Path, command: str) -> Iterator[Figures]:
    """Score `briefgen inspect` on the public sets."""
    for (task, data), patterns in PRINTED.items():
        folder = sets / "bench" / "data" / data
        yield read(_run(sets / "bench" / "bench.py", task, str(folder), "--command", command), patterns)


def briefs(sets: Path, command: str) -> Iterator[Figures]:
    """Score `briefgen build` on the annotated sets of documents: their means."""
    gold = sets / "gold"
    groups = {"seeds": [gold / "seeds.yaml"], "briefs": [gold / "seeds.yaml", *sorted(gold.glob("dev/*.yaml"))]}
    groups["cases"] = sorted(gold.glob("cases/*.yaml"))
    for group, paths in groups.items():
        printed = _run(gold / "score_sets.py", "--json", "--command", command, *map(str, paths))
        mean = json.loads(printed)["mean"]
        yield {f"{group} {key}": round(100 * value, 1) for key, value in mean.items() if value is not None}


def pipeline(sets: Path, command: str) -> Iterator[Figures]:
    """Give the figures of the bundled pipeline: measured with its training, as they depend on it alone (see `training/`)."""
    del command
    from importlib.resources import files

    meta = json.loads((files("briefgen.language") / "en_briefgen" / "meta.json").read_text(encoding="utf-8"))
    if not (sets / "treebanks").is_dir():
        raise MissingSetsError("treebanks is not in the folder of sets")
    measured = _measured(sets / "treebanks")
    if measured != {part: meta["performance"][part] for part in measured}:
        raise SystemExit("the pipeline's own record of its figures (meta.json) is not what is measured")
    keys = {"dep_uas": "uas", "dep_las": "las", "sents_f": "sentences", "ents_f": "f1"}
    yield {
        f"pipeline {part} {name}": scores[key]
        for part, scores in measured.items()
        for key, name in keys.items()
        if key in scores and f"pipeline {part} {name}" in WANTED
    }


def _measured(raw: Path) -> dict[str, dict[str, float]]:
    import tempfile

    from training.documents import write_all
    from training.measure import measure

    model = Path(__file__).parent.parent / "briefgen" / "language" / "en_briefgen"
    with tempfile.TemporaryDirectory() as work:
        write_all(raw, Path(work))
        return measure(model, Path(work))


PARTS: Mapping[str, Callable[[Path, str], Iterator[Figures]]] = {"pipeline": pipeline, "bench": bench, "briefs": briefs}


def floors() -> Figures:
    """Read the floors, per cent."""
    return {name: float(least) for name, least in tomllib.loads(FLOORS.read_text(encoding="utf-8")).items()}


def sunk(name: str, figure: float, floor: float | None) -> bool:
    """Tell whether a figure is on the wrong side of its floor."""
    if floor is None:
        return False
    return figure > floor + SLACK if name == ALARMS else figure < floor - SLACK


def _settled(name: str, figure: float, floor: float | None, lower: bool) -> float:
    if floor is None or lower:
        return figure
    return min(figure, floor) if name == ALARMS else max(figure, floor)


def write_floors(measured: Figures, lower: bool) -> None:
    """Write the floors anew: the better of what was held and what is measured, or what is measured."""
    known = floors()
    known |= {name: _settled(name, figure, known.get(name), lower) for name, figure in measured.items()}
    head = "# The least that each figure must be, in per cent (false alarms: the most); see quality.py. Written by --raise and --lower.\n"
    FLOORS.write_text(head + "".join(f'"{name}" = {known[name]:.1f}\n' for name in sorted(known)), encoding="utf-8")


def table(measured: Figures) -> Table:
    """Lay the figures beside their floors and what they should reach."""
    held = floors()
    made = Table("figure", "measured", "wanted", "floor", "", title="What is found, per cent")
    for column in made.columns[1:4]:
        column.justify = "right"
    for name, figure in measured.items():
        wanted = MOST_ALARMS if name == ALARMS else WANTED.get(name)
        short = wanted is not None and (figure > wanted if name == ALARMS else figure < wanted)
        note = "below its floor" if sunk(name, figure, held.get(name)) else "short" if short else ""
        shown = [f"{value:.1f}" if value is not None else "" for value in (figure, wanted, held.get(name))]
        made.add_row(name, *shown, note)
    return made


def main(words: Sequence[str] | None = None) -> int:
    """Score the parts asked for; 0 where no figure sank or there are no sets, 1 where one sank."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("sets", nargs="?", type=Path, default=os.environ.get("BRIEFGEN_SETS"))
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part; may be given again")
    parser.add_argument("--command", default=COMMAND, help="how briefgen is called")
    parser.add_argument("--raise", dest="higher", action="store_true", help="write the floors anew, only upwards")
    parser.add_argument("--lower", action="store_true", help="write the floors anew, downwards too")
    asked = parser.parse_args(words)
    told = Console()
    if asked.sets is None:
        told.print(
            "The annotated sets do not come with the project. Name their folder: BRIEFGEN_SETS=FOLDER, or as an argument."
        )
        return 0
    measured: Figures = {}
    for part in asked.part or PARTS:
        try:
            for figures in PARTS[part](Path(asked.sets), asked.command):
                measured |= figures
        except MissingSetsError as missing:
            told.print(f"{part}: left out, {missing}")
    told.print(table(measured))
    if asked.higher or asked.lower:
        write_floors(measured, asked.lower)
        return 0
    held = floors()
    return int(any(sunk(name, figure, held.get(name)) for name, figure in measured.items()))


if __name__ == "__main__":
    sys.exit(main())
