"""Draw the README's pictures: `python docs/pictures.py`, with Playwright and a Chromium or Chrome at hand.

weekly.png is what `briefgen themes show weekly` draws; checking.png is the page of the seeds' brief with a passage open.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from briefgen.build import Request, build
from briefgen.render import render_html
from briefgen.render.theme import load_theme
from briefgen.theming import first_page

HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
WINDOW = {"width": 1240, "height": 800}
POINT = ".points .cite >> nth=1"


def draw() -> None:
    """Write both pictures beside this file."""
    (HERE / "weekly.png").write_bytes(first_page(load_theme("weekly")))
    brief = build(Request(sources=(HERE.parent / "seeds",), prepared=date(2024, 3, 1)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        page = Path(folder, "brief.html")
        page.write_bytes(render_html(brief, load_theme("plain")))
        found = next(path for path in map(shutil.which, BROWSERS) if path)
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        view = browser.new_page(viewport=WINDOW, color_scheme="light", reduced_motion="reduce")
        view.goto(page.as_uri())
        view.click(POINT)
        view.mouse.move(0, 0)
        view.wait_for_timeout(500)
        view.screenshot(path=HERE / "checking.png")
        browser.close()


if __name__ == "__main__":
    draw()
