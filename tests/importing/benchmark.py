"""How fast imports are, and how much memory they take: `make benchmark` prints the figures.

Minutes in real PDF files that this program sets: 50 documents of 20 pages two at a time, and one of 500 pages.
"""

import os
import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from pypdfium2 import PdfDocument

from importing.papers import Paper, pdf
from paragraf import importing

WORDS = ("nämnden", "förvaltningen", "ärendet", "förslaget", "kommunens", "budgeten", "verksamheten", "under", "året")
PAPER = Paper(
    header=("Rönnby kommun\tPROTOKOLL\tSida {page} ({pages})", "Kommunstyrelsen\t\t2024-03-06"),
    footer=("Justerandes sign\t\tUtdragsbestyrkande",),
)


def minutes(pages: int) -> bytes:
    """Minutes with one § on every page, which it fills: some 2,300 characters."""
    front = "Kommunstyrelsen\nSammanträdesdatum 2024-03-06\n\nBeslutande\nAlva Rönn (S), ordförande\nMaj Ek (C)\n"
    data = pdf("\f".join([front, *(_paragraph(number) for number in range(1, pages))]), PAPER)
    if (found := len(PdfDocument(data))) != pages:
        raise SystemExit(f"Mätningens dokument har {found} sidor och inte {pages}.")
    return data


def _paragraph(number: int) -> str:
    text = "\n\n".join(_sentence(number * 7 + place, 70) for place in range(3))
    title = f"§ {number} Sak nummer {number}\nKS 2024/{number}"
    decision = f"Beslut\nKommunstyrelsen beslutar\n\natt {_sentence(number, 12)}"
    return f"{title}\n\nÄrendebeskrivning\n{text}\n\n{decision}\n\nBeslutsunderlag\n- Tjänsteskrivelse {number}\n"


def _sentence(seed: int, words: int) -> str:
    text = " ".join(WORDS[(seed + place * (1 + seed % 5)) % len(WORDS)] for place in range(words))
    return f"{text.capitalize()}."


def run(source: Path, target: Path) -> int:
    """Import; the most memory of this process and its children so far, in MiB."""
    result = importing.run(source, target)
    if result.folder is None:
        raise SystemExit("\n".join(str(problem) for problem in result.problems))
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return most // 1024


def figures(pages: int, start: float, before: float, cores: int) -> str:
    """Pages a second by the clock, and by the processor with so many cores for us alone."""
    seconds, used = time.perf_counter() - start, spent() - before
    free = f"på {cores} ledig{'a kärnor' if cores > 1 else ' kärna'} {pages * cores / used:.0f}"
    return f"{pages / seconds:.0f} sidor/s ({seconds:.1f} s; {used:.1f} s processortid, {free})"


def spent() -> float:
    """Processor seconds of the children so far."""
    times = os.times()
    return times.children_user + times.children_system


def main() -> None:
    """Measure and print. Other work on the machine slows the clock's figures, and hardly the processor's."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        # As where it is installed: what is compiled is kept, and not made anew for every reading process.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        many = [folder / f"{number:02}.pdf" for number in range(50)]
        data = minutes(20)
        for source in many:
            source.write_bytes(data)
        start, before = time.perf_counter(), spent()
        with ProcessPoolExecutor(max_workers=2) as pool:
            list(pool.map(run, many, [folder / source.stem for source in many]))
        sys.stdout.write(f"50 dokument à 20 sidor, två i taget: {figures(1000, start, before, 2)}\n")
        large = folder / "stor.pdf"
        large.write_bytes(minutes(500))
        start, before = time.perf_counter(), spent()
        with ProcessPoolExecutor(max_workers=1) as pool:
            memory = pool.submit(run, large, folder / "stor").result()
        told = figures(500, start, before, 1)
        sys.stdout.write(f"Ett dokument på 500 sidor: {told}, högst {memory} MiB i en process\n")


if __name__ == "__main__":
    main()
