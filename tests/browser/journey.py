"""A reader with a keyboard who comes to the start page with a task: where focus goes, how many pages it takes."""

from playwright.sync_api import Page, expect

MOST = 3
"""Steps within which every task of a reader is done. A step is a page that was opened."""

FOCUS = """
() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  const seen = box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
    && box.bottom > 0 && box.top < innerHeight;
  const label = one.labels && one.labels.length ? one.labels[0].textContent : '';
  const name = (one.getAttribute('aria-label') || label || one.textContent).replace(/\\s+/g, ' ').trim();
  return { name, tag: one.tagName, clear: seen && getComputedStyle(one).outlineStyle !== 'none' };
}
"""


class Journey:
    """Steps from the start page by keyboard alone. Raises AssertionError where a reader would be stuck."""

    def __init__(self, page: Page, start: str) -> None:
        self.page = page
        self.steps = 0
        page.goto(start)

    def reach(self, name: str, tag: str = "A") -> None:
        """Tab to the next element of that accessible name."""
        for _ in range(400):
            self.page.keyboard.press("Tab")
            focus = self.page.evaluate(FOCUS)
            assert focus is not None, f"{self.page.url}: inget mer att stanna på, {name!r} kom aldrig"
            assert focus["clear"], f"{self.page.url}: fokus syns inte på {focus['name']!r}"
            if (focus["name"], focus["tag"]) == (name, tag):
                return
        raise AssertionError(f"{self.page.url}: {name!r} går inte att nå")

    def follow(self, name: str) -> None:
        """Follow a link to another page: a step."""
        self.reach(name)
        self._open()

    def search(self, words: str) -> None:
        """Write in the search field and send: a step."""
        self.reach("Sök bland beslut, ärenden och handlingar", "INPUT")
        self.page.keyboard.type(words)
        self._open()

    def press(self, name: str) -> None:
        """Push a button on the page, which keeps the focus: no step."""
        self.reach(name, "BUTTON")
        self.page.keyboard.press("Enter")
        expect(self.page.locator("button:focus")).to_have_count(1)

    def back(self) -> None:
        """Back to the page before, from which another step can be tried."""
        self.page.go_back()
        self.steps -= 1

    def _open(self) -> None:
        assert self.steps < MOST, f"{self.page.url}: här behövs ett steg till efter {self.steps}"
        with self.page.expect_navigation() as arrived:
            self.page.keyboard.press("Enter")
        assert arrived.value.ok, self.page.url
        self.steps += 1
