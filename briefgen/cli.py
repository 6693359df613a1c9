"""The command line: words in, values out, no logic.

Each command imports what it needs when it runs, so that `--help` is instant. Messages go to stderr, results to stdout.
"""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Turn a folder of source documents into a brief that an analyst can sign.",
    epilog="Example:  briefgen build sources --output out",
)


class Code(IntEnum):
    """Exit codes: done, nothing made, wrong usage or configuration, made but incomplete."""

    DONE = 0
    NOTHING = 1
    USAGE = 2
    INCOMPLETE = 3


Sources = Annotated[list[Path], typer.Argument(metavar="SOURCE...", help="Files and folders to read.")]
Config = Annotated[Path | None, typer.Option(help="Settings from this briefgen.toml.", metavar="FILE")]


def say(text: str) -> None:
    """Write a message for the user to stderr, without control characters that text from sources may carry."""
    print("".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text), file=sys.stderr)


def stop(text: str, code: Code) -> NoReturn:
    """End with a message and an exit code."""
    say(f"briefgen: {text}")
    raise typer.Exit(code)


@app.command(epilog="Example:  briefgen build sources --output out --week 2023-W43")
def build(
    sources: Sources,
    output: Annotated[Path, typer.Option(help="Folder for brief.pdf, .docx, .html and .json.", metavar="DIR")],
    formats: Annotated[
        str | None, typer.Option("--format", help="Which of pdf,docx,html,json to write; all if not given.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The brief's title.")] = None,
    date: Annotated[
        str | None, typer.Option(help="The date the brief carries; today if not given.", metavar="DAY")
    ] = None,
    week: Annotated[str | None, typer.Option(help="Only sources of this week, such as 2023-W43.")] = None,
    period: Annotated[str | None, typer.Option(help="Only sources of these days.", metavar="FROM..TO")] = None,
    theme: Annotated[str | None, typer.Option(help="A theme's name or folder.", metavar="NAME|DIR")] = None,
    previous: Annotated[
        Path | None, typer.Option(help="The last issue, to say what changed.", metavar="BRIEF.json")
    ] = None,
    jobs: Annotated[int, typer.Option(help="Worker processes.", min=1)] = 1,
    strict: Annotated[bool, typer.Option("--strict", help="End with code 3 where anything is incomplete.")] = False,
    config: Config = None,
) -> None:
    """Make a brief: files and folders in, PDF, DOCX, HTML and JSON out."""
    from briefgen.config import Asked, one_request
    from briefgen.terminal import build_and_report

    asked = Asked(
        sources=tuple(sources),
        output=output,
        formats=formats,
        title=title,
        date=date,
        week=week,
        period=period,
        theme=theme,
        previous=previous,
        jobs=jobs,
        strict=strict,
    )
    raise typer.Exit(build_and_report(one_request(asked, config)))


@app.command(name="sources", epilog="Example:  briefgen sources sources --json")
def sources_(
    sources: Sources,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    week: Annotated[str | None, typer.Option(help="Only sources of this week.")] = None,
    period: Annotated[str | None, typer.Option(help="Only sources of these days.", metavar="FROM..TO")] = None,
    config: Config = None,
) -> None:
    """Show which files would be used, with date, publisher and language, and why each is in or out."""
    from briefgen.config import Asked, one_request
    from briefgen.terminal import report_sources

    order = one_request(Asked(sources=tuple(sources), week=week, period=period), config)
    raise typer.Exit(report_sources(order.request, as_json=as_json))


@app.command(epilog="Example:  briefgen inspect sources/article.txt")
def inspect(sources: Sources) -> None:
    """Print what was understood of each source, as JSON lines."""
    from briefgen.terminal import report_inspection

    raise typer.Exit(report_inspection(tuple(sources)))


@app.command(epilog="Example:  briefgen check out/brief.json out/brief.pdf")
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="brief.json, PDF or DOCX files.")],
) -> None:
    """Prove every passage of a brief against its sources."""
    from briefgen.checking import check_files

    raise typer.Exit(check_files(files, say))


@app.command(epilog="Example:  briefgen batch briefgen.toml --only weekly")
def batch(
    config: Annotated[Path, typer.Argument(metavar="[briefgen.toml]", help="The configuration.")] = Path(
        "briefgen.toml"
    ),
    only: Annotated[
        list[str] | None, typer.Option(help="Only the brief of this name; may be given again.", metavar="NAME")
    ] = None,
    jobs: Annotated[int, typer.Option(help="Worker processes.", min=1)] = 1,
    scheduler: Annotated[str | None, typer.Option(help="A Dask scheduler, such as tcp://host:8786.")] = None,
) -> None:
    """Make many briefs from one configuration; one that fails does not stop the others."""
    from briefgen.batch import run_batch

    raise typer.Exit(run_batch(config, only=tuple(only or ()), jobs=jobs, scheduler=scheduler, say=say))


@app.command(epilog="Example:  briefgen init weekly")
def init(folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")]) -> None:
    """Make a working folder: briefgen.toml, sources/, and a copy of the default theme to change."""
    from briefgen.starting import start_folder

    start_folder(folder, say)


@app.command(epilog="Example:  briefgen doctor")
def doctor() -> None:
    """Show what is installed, what is missing, and the one command that mends it."""
    from briefgen.doctor import report

    raise typer.Exit(report())


def main() -> None:
    """Run the command line; whatever happens, a user sees one clear line and never a traceback."""
    from briefgen.errors import BriefgenError, RequestError

    try:
        app()
    except RequestError as error:
        say(f"briefgen: {error}")
        raise SystemExit(Code.USAGE) from None
    except BriefgenError as error:
        say(f"briefgen: {error}")
        raise SystemExit(Code.NOTHING) from None
    except BrokenPipeError:
        # the reader of our output has gone (`| head`): nothing to say, and nothing to flush into
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(Code.DONE) from None
    except KeyboardInterrupt:
        say("briefgen: stopped")
        raise SystemExit(Code.NOTHING) from None
    except Exception as error:  # the last door: a mistake of ours, told in one line
        if os.environ.get("BRIEFGEN_DEBUG"):
            raise
        say(
            f"briefgen: an unexpected error ({type(error).__name__}: {error}). Please report it; BRIEFGEN_DEBUG=1 shows where"
        )
        raise SystemExit(Code.NOTHING) from None


if __name__ == "__main__":
    main()
