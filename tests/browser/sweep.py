"""Every kind of page opened once and looked at in every way of looking, by one page of one browser."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response

from browser import checks
from browser.kinds import KINDS

Axe = Callable[..., list[str]]
WIDE, NARROW = 1280, 320
A4 = 643
"""Width in px of what is left of an A4 sheet between the margins."""
BUDGET = 300_000
"""Bytes of a first view, as they are before anything is packed: HTML, style sheets, fonts, scripts, images."""
COLOURS: dict[str, dict[str, Any]] = {
    "mörkt": {"color_scheme": "dark"},
    "ljust med mer kontrast": {"contrast": "more"},
    "mörkt med mer kontrast": {"color_scheme": "dark", "contrast": "more"},
    "systemets egna färger": {"forced_colors": "active"},
}
# Without motion: colours that fade from one to the next would be taken for pale ones.
PLAIN: dict[str, Any] = {
    "media": "screen",
    "color_scheme": "light",
    "contrast": "no-preference",
    "forced_colors": "none",
    "reduced_motion": "reduce",
}


class Sweep:
    """What was found: name of a check -> a line for each fault, with the kind of page."""

    def __init__(self, page: Page, address: str, axe: Axe) -> None:
        self.found: dict[str, list[str]] = defaultdict(list)
        self.texts: dict[str, list[str]] = {}
        """Kind -> the lines that a reader with scripts sees, without what only scripts give."""
        self.page, self.address, self.axe = page, address, axe
        self.kind = ""
        page.on("console", lambda message: self._note("webbläsaren klagar", [message.text]))
        page.on("pageerror", lambda error: self._note("webbläsaren klagar", [str(error)]))

    def run(self) -> None:
        """Look at every kind of page."""
        for kind, path in KINDS.items():
            self.kind = kind
            self._open(self.address + path)
            for look in (self._keyboard, self._rules, self._colours, self._sizes, self._spacing, self._paper):
                look()

    def _note(self, check: str, faults: Iterable[str]) -> None:
        self.found[check] += [f"{self.kind}: {fault}" for fault in faults]

    def _open(self, url: str) -> None:
        answers: list[Response] = []

        def note(answer: Response) -> None:
            answers.append(answer)

        self._look(WIDE)
        self.page.on("response", note)
        self.page.goto(url)
        self.page.remove_listener("response", note)
        home = urlsplit(self.address).netloc
        self._note("sidan finns", [f"{one.status} {one.url}" for one in answers if one.status != 200])
        self._note("tredje part", [one.url for one in answers if urlsplit(one.url).netloc != home])
        weight = sum(int(one.headers["content-length"]) for one in answers)
        self._note("vikt", [f"{weight} byte"] if not 20_000 < weight <= BUDGET else [])

    def _look(self, width: int, **media: Any) -> None:
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(**{**PLAIN, **media})

    def _keyboard(self) -> None:
        self._look(NARROW)
        self.page.evaluate(checks.UNFOLD)
        self._note("tangentbord", walk(self.page))
        self.page.evaluate(checks.FOLD)
        self._look(WIDE)

    def _rules(self) -> None:
        self.texts[self.kind] = self.page.evaluate(checks.READ)
        self._note("regler, ljust", self.axe(self.page))
        self._note("god praxis", self.axe(self.page, rules=["best-practice"]))
        self._note("understrykning", self.page.evaluate(checks.PLAIN_LINKS))
        self._note("rörelse", self.page.evaluate(checks.MOVING))
        self._look(NARROW, color_scheme="dark")
        self._note("regler, mörkt och smalt", self.axe(self.page))

    def _colours(self) -> None:
        for name, media in COLOURS.items():
            self._look(WIDE, **media)
            self._note(f"kontrast, {name}", self.axe(self.page, rules=["color-contrast"]))

    def _sizes(self) -> None:
        for width in (WIDE, WIDE // 2, NARROW):
            self._look(width)
            zoom = WIDE * 100 // width
            self._note(f"får plats vid {zoom} %", self.page.evaluate(checks.WIDER))
            self._note("klickytor", [f"{width} px: {one}" for one in self.page.evaluate(checks.TARGETS)])

    def _spacing(self) -> None:
        self.page.evaluate(checks.SPACING)
        for width in (NARROW, WIDE):
            self._look(width)
            for check in (checks.CUT, checks.OVERLAPS, checks.WIDER):
                self._note("utglesad text", [f"{width} px: {one}" for one in self.page.evaluate(check)])
        self.page.evaluate(checks.NO_SPACING)

    def _paper(self) -> None:
        self.page.evaluate("document.documentElement.dataset.scheme = 'dark'")
        self._look(A4, media="print", color_scheme="dark")
        self._note("papper", self.page.evaluate(checks.PAPER))


def walk(page: Page) -> list[str]:
    """From the top of a page to its end by Tab: what is wrong on the way, a line each."""
    controls = page.evaluate(checks.CONTROLS)
    faults: list[str] = []
    for control in controls:
        page.keyboard.press("Tab")
        stop = page.evaluate(checks.STOP)
        if not stop or stop["name"] != control:
            return [*faults, f"väntade {control}, kom till {stop and stop['name']}"]
        faults += stop["faults"]
    page.keyboard.press("Tab")
    stop = page.evaluate(checks.STOP)
    # Out of the page, which a browser without a frame of its own may skip.
    return faults if not stop or stop["name"] == controls[0] else [*faults, f"kommer inte ut: {stop['name']}"]


CHECKS = (
    "sidan finns",
    "tredje part",
    "webbläsaren klagar",
    "vikt",
    "tangentbord",
    "regler, ljust",
    "god praxis",
    "regler, mörkt och smalt",
    *(f"kontrast, {name}" for name in COLOURS),
    "understrykning",
    "rörelse",
    "får plats vid 100 %",
    "får plats vid 200 %",
    "får plats vid 400 %",
    "klickytor",
    "utglesad text",
    "papper",
)
"""Every check of a sweep, by the name that its faults are noted under."""
