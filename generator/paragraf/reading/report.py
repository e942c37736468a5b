"""Where the readers put what is wrong with one file."""

from paragraf.problems import Problem, problem


class Report:
    """The problems of one file, in the order they were found."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def add(self, code: str, line: int, message: str, suggestion: str = "") -> None:
        """Note a problem; the code's severity comes from vocabulary.problem_codes."""
        self.problems.append(problem(code, self.path, line, message, suggestion))


def short(line: str) -> str:
    """A line, or part of one, as it is quoted in a problem."""
    words = line.strip()
    return words if len(words) <= 80 else f"{words[:79]}…"
