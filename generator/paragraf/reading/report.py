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
