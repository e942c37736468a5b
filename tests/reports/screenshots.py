"""Pictures of every kind of page into screenshots/: wide, 320 px, dark, and the sheets that its print becomes.

`make screenshots`, or with the kinds to take: `make screenshots KINDS="start case"`.
"""

import os
import shutil
import sys
from pathlib import Path

import pypdfium2
from playwright.sync_api import Browser, sync_playwright

from browser.kinds import KINDS
from reports.site import CHROMIUM, ROOT, example

FOLDER = ROOT / "screenshots"
SCREENS: dict[str, dict[str, object]] = {
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "320": {"viewport": {"width": 320, "height": 640}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}
"""What a picture is named by -> how the browser is set."""


def main(kinds: list[str]) -> None:
    """Take the pictures; the folder holds those of this run alone."""
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        raise SystemExit(f"Okända sidslag: {', '.join(unknown)}. De som finns: {', '.join(KINDS)}.")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    with example() as address, sync_playwright() as playwright:
        chromium = os.environ.get("PARAGRAF_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM))
        for kind in kinds or KINDS:
            take(browser, address + KINDS[kind], FOLDER / kind.replace(" ", "-").replace("'", ""))
        browser.close()
    sys.stdout.write(f"{len(list(FOLDER.glob('*.png')))} bilder ligger i {FOLDER.relative_to(ROOT)}/.\n")


def take(browser: Browser, url: str, stem: Path) -> None:
    """Every picture of one page, named by `stem` and what it shows."""
    for name, setting in SCREENS.items():
        context = browser.new_context(locale="sv-SE", timezone_id="Europe/Stockholm", **setting)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(url, wait_until="networkidle")
        page.screenshot(path=f"{stem}-{name}.png", full_page=True)
        if name == "wide":
            page.pdf(path=f"{stem}.pdf", prefer_css_page_size=True, print_background=True)
            sheets(Path(f"{stem}.pdf"))
        context.close()


def sheets(file: Path) -> None:
    """A picture of each sheet of a printed page, of the first four of a long one."""
    with pypdfium2.PdfDocument(file) as document:
        for number in range(min(len(document), 4)):
            document[number].render(scale=1.3).to_pil().save(f"{file.with_suffix('')}-print-{number + 1}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
