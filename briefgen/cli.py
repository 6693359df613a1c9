"""The command line: words in, values out, no logic.

Each command imports what it needs when it runs, so that `--help` is instant. Messages go to stderr, results to stdout.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

WHICH, HOW = "Which sources", "How it is made"
"""Groups of options in the help of a command that has many."""

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Code(IntEnum):
    """Exit codes: done, nothing made, wrong usage or configuration, made but incomplete."""

    DONE = 0
    NOTHING = 1
    USAGE = 2
    INCOMPLETE = 3


Sources = Annotated[list[Path], typer.Argument(metavar="SOURCE", help="Files and folders to read.")]
Config = Annotated[
    Path | None, typer.Option(help="Settings from this briefgen.toml.", metavar="FILE", rich_help_panel=HOW)
]
Week = Annotated[
    str | None,
    typer.Option(help="Only sources of this week, such as 2023-W43.", metavar="WEEK", rich_help_panel=WHICH),
]
Days = Annotated[
    str | None, typer.Option(help="Only sources of these days.", metavar="FROM..TO", rich_help_panel=WHICH)
]
Publisher = Annotated[
    list[str] | None,
    typer.Option(help="Only sources of this publisher; may be given again.", metavar="NAME", rich_help_panel=WHICH),
]
Language = Annotated[
    list[str] | None,
    typer.Option(help="Only sources in this language; may be given again.", metavar="CODE", rich_help_panel=WHICH),
]
Match = Annotated[
    str | None,
    typer.Option(
        help='Only sources with these words: AND, OR, NOT, brackets, "a phrase", word*.',
        metavar="QUERY",
        rich_help_panel=WHICH,
    ),
]
Output = Annotated[
    Path | None, typer.Option(help="Folder for brief.pdf, .docx, .html and .json; required.", metavar="DIR")
]
Formats = Annotated[
    str | None,
    typer.Option("--format", help="Which of pdf,docx,html,json to write; all if not given.", metavar="LIST"),
]
Title = Annotated[str | None, typer.Option(help="The brief's title.", metavar="TEXT")]
Day = Annotated[str | None, typer.Option(help="The date the brief carries; today if not given.", metavar="DAY")]
ThemeName = Annotated[str | None, typer.Option(help="A theme's name or folder.", metavar="NAME|DIR")]
Evidence = Annotated[
    str | None,
    typer.Option(
        help="Where the passages stand: annex, footnotes, none, or comments (in Word).",
        metavar="PLACE",
        rich_help_panel=HOW,
    ),
]
Previous = Annotated[Path | None, typer.Option(help="The last issue, to say what changed.", metavar="BRIEF.json")]
Jobs = Annotated[
    int | None, typer.Option(help="Worker processes; one if not given.", metavar="N", min=1, rich_help_panel=HOW)
]
Clean = Annotated[
    bool,
    typer.Option(
        "--clean",
        help="A DOCX to hand out: no comments, no marks for editing, no brief inside.",
        rich_help_panel=HOW,
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="End with code 3 where anything is incomplete.", rich_help_panel=HOW)
]
Explain = Annotated[
    str | None,
    typer.Option(help="Write no brief; say why the fact with this id is as it is.", metavar="ID", rich_help_panel=HOW),
]


class Grouped(TyperCommand):
    """A command whose help shows its options in groups."""

    def format_options(self, ctx: Any, formatter: Any) -> None:  # Click's, of which Typer may carry its own copy
        """Write a section for each group, in the order in which their first options stand."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            told = parameter.get_help_record(ctx)
            group = "Arguments" if parameter.param_type_name == "argument" else "Options"
            if told is not None:
                groups.setdefault(getattr(parameter, "rich_help_panel", None) or group, []).append(told)
        for name, records in groups.items():
            with formatter.section(name):
                formatter.write_dl(records)


def say(text: str) -> None:
    """Write a message for the user to stderr, without control characters that text from sources may carry."""
    from briefgen.wording import visible

    print(visible(text), file=sys.stderr)


def _version(wanted: bool) -> None:
    if wanted:
        from briefgen import __version__

        print(f"briefgen {__version__}")
        raise typer.Exit


@app.callback(epilog="Example:  briefgen build sources --output out")
def briefgen(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Turn a folder of source documents into a brief that an analyst can sign."""


@app.command(cls=Grouped, epilog="Example:  briefgen build sources --output out --week 2023-W43")
def build(
    sources: Sources,
    output: Output = None,
    formats: Formats = None,
    title: Title = None,
    date: Day = None,
    week: Week = None,
    period: Days = None,
    publisher: Publisher = None,
    language: Language = None,
    match: Match = None,
    theme: ThemeName = None,
    evidence: Evidence = None,
    previous: Previous = None,
    jobs: Jobs = None,
    clean: Clean = False,
    strict: Strict = False,
    explain: Explain = None,
    config: Config = None,
) -> None:
    """Make a brief: files and folders in, PDF, DOCX, HTML and JSON out."""
    from briefgen.config import Asked, one_request
    from briefgen.errors import RequestError
    from briefgen.terminal import build_and_report, explain_and_report

    if output is None and explain is None:
        raise RequestError("Missing option --output DIR: the folder to write to")
    asked = Asked(
        sources=tuple(sources),
        output=output,
        formats=formats,
        title=title,
        date=date,
        week=week,
        period=period,
        publisher=publisher,
        language=language,
        match=match,
        theme=theme,
        evidence=evidence,
        clean=clean,
        previous=previous,
        jobs=jobs,
        strict=strict,
    )
    order = one_request(asked, config)
    raise typer.Exit(build_and_report(order) if explain is None else explain_and_report(order, explain))


@app.command(
    cls=Grouped,
    name="sources",
    short_help="Show which files would be used, and why each is in or out.",
    epilog="Example:  briefgen sources sources --match 'talks AND Geneva'",
)
def sources_(
    sources: Sources,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    week: Week = None,
    period: Days = None,
    publisher: Publisher = None,
    language: Language = None,
    match: Match = None,
    config: Config = None,
) -> None:
    """Show which files would be used, with date, publisher and language, and why each is in or out."""
    from briefgen.config import Asked, one_request
    from briefgen.terminal import report_sources

    asked = Asked(sources=tuple(sources), week=week, period=period, publisher=publisher, language=language, match=match)
    raise typer.Exit(report_sources(one_request(asked, config).request, as_json=as_json))


@app.command(epilog="Example:  briefgen inspect sources/article.txt")
def inspect(sources: Sources) -> None:
    """Print what was understood of each source, as JSON lines."""
    from briefgen.terminal import report_inspection

    raise typer.Exit(report_inspection(tuple(sources)))


@app.command(
    short_help="Print the PDF of an edited DOCX.",
    epilog="Example:  briefgen pdf out/brief.docx --output out/brief-edited.pdf",
)
def pdf(
    edited: Annotated[Path, typer.Argument(metavar="EDITED.docx", help="A brief.docx, edited in Word or LibreOffice.")],
    output: Annotated[
        Path | None, typer.Option(help="The PDF; beside the DOCX, under its name, if not given.", metavar="FILE")
    ] = None,
    theme: Annotated[
        str | None,
        typer.Option(help="A theme's name or folder; the one it was made with if not given.", metavar="NAME|DIR"),
    ] = None,
) -> None:
    """Print the PDF of an edited DOCX in house style, each edit marked, and tell what was edited."""
    from briefgen.revising import print_edited

    raise typer.Exit(print_edited(edited, output, theme, say))


@app.command(epilog="Example:  briefgen check out/brief.json out/brief.pdf sources")
def check(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE",
            help="brief.json, PDF or DOCX files; folders with the sources, to prove that their files are unchanged.",
        ),
    ],
) -> None:
    """Prove every passage of a brief against its sources."""
    from briefgen.checking import check_files

    raise typer.Exit(check_files(files, say))


@app.command(
    short_help="Make many briefs from one configuration.", epilog="Example:  briefgen batch briefgen.toml --only weekly"
)
def batch(
    config: Annotated[Path, typer.Argument(metavar="FILE", help="The configuration.")] = Path("briefgen.toml"),
    only: Annotated[
        list[str] | None, typer.Option(help="Only the brief of this name; may be given again.", metavar="NAME")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(help="Worker processes; what the configuration says if not given.", metavar="N", min=1)
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(help="A Dask scheduler, such as tcp://host:8786.", metavar="ADDRESS")
    ] = None,
) -> None:
    """Make many briefs from one configuration; one that fails does not stop the others."""
    from briefgen.batch import run_batch

    raise typer.Exit(run_batch(config, only=tuple(only or ()), jobs=jobs, scheduler=scheduler, say=say))


@app.command(short_help="Make a working folder to start from.", epilog="Example:  briefgen init weekly")
def init(folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")]) -> None:
    """Make a working folder: briefgen.toml, sources/, and a copy of the default theme to change."""
    from briefgen.starting import start_folder

    start_folder(folder, say)


themes = typer.Typer(
    help="List, show, copy and check themes.",
    epilog="Example:  briefgen themes copy plain house",
    rich_markup_mode=None,
)
app.add_typer(themes, name="themes", invoke_without_command=True)


@themes.callback()
def themes_(context: typer.Context) -> None:
    """List the themes that come with briefgen; show, copy or check one."""
    from briefgen.theming import list_themes

    if context.invoked_subcommand is None:
        raise typer.Exit(list_themes())


@themes.command(name="show", epilog="Example:  briefgen themes show weekly --output weekly.png")
def themes_show(
    name: Annotated[str, typer.Argument(metavar="NAME|DIR", help="A theme's name or folder.")],
    output: Annotated[
        Path | None, typer.Option(help="Write a picture of its first page here.", metavar="FILE.png")
    ] = None,
) -> None:
    """Show what a theme is, and a picture of an invented brief in it."""
    from briefgen.theming import show_theme

    raise typer.Exit(show_theme(name, output))


@themes.command(name="copy", epilog="Example:  briefgen themes copy plain house")
def themes_copy(
    name: Annotated[str, typer.Argument(help="The theme to copy.")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
) -> None:
    """Copy a theme into a folder, to change it."""
    from briefgen.theming import copy_theme

    raise typer.Exit(copy_theme(name, folder, say))


@themes.command(name="check", epilog="Example:  briefgen themes check house")
def themes_check(folder: Annotated[str, typer.Argument(metavar="DIR", help="A theme's folder or name.")]) -> None:
    """Try a theme and tell all that is wrong with it: file and line, unknown names, missing styles, fonts and pictures."""
    from briefgen.theming import check_theme

    raise typer.Exit(check_theme(folder, say))


@app.command(short_help="Show what is installed and what is missing.", epilog="Example:  briefgen doctor")
def doctor() -> None:
    """Show what is installed, what is missing, and the one command that mends it."""
    from briefgen.doctor import report

    raise typer.Exit(report())


class Interrupted(BaseException):
    """Tell that the user or the system ended the run, so that what was begun is tidied up on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _interrupt(number: int, _: object) -> None:
    raise Interrupted(number)


def main() -> None:
    """Run the command line; whatever happens, a user sees one clear line and never a traceback."""
    from briefgen.errors import BriefgenError, RequestError

    for stream in (sys.stdout, sys.stderr):
        # sources hold every script there is, also where the terminal or the system says ASCII or Latin-1
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    try:
        app(prog_name="briefgen")
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
    except Interrupted as stop:
        say("briefgen: interrupted before all was written")
        raise SystemExit(128 + stop.number) from None
    except Exception as error:  # the last door: a mistake of ours, told in one line
        if os.environ.get("BRIEFGEN_DEBUG"):
            raise
        say(
            f"briefgen: an unexpected error ({type(error).__name__}: {error}). Please report it; BRIEFGEN_DEBUG=1 shows where"
        )
        raise SystemExit(Code.NOTHING) from None


if __name__ == "__main__":
    main()
