"""On which page does a paragraph come? Lines are filled as Word fills them, with the widths of Arial.

The answer stands in the table of contents until Word brings it up to date.
"""

from __future__ import annotations

_WIDTHS = {
    191: "'", 222: "ijl‘’", 260: "|", 278: " !,./:;I[\\]ft·", 333: "()-r`“”", 334: "{}", 355: '"', 389: "*", 469: "^", 500: "Jckisvxyz",
    556: "#$0123456789?L_abdeghnopqu–", 584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%",
    944: "W", 1000: "—…", 1015: "@",
}  # fmt: skip
_WIDTH = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
_BOLD = 1.07
_LINE = 1.15  # the height of a line of Arial, in its size


class Pages:
    """Counts pages. Sizes are in points."""

    def __init__(self, width: float, height: float) -> None:
        """Take the size of what is printed on."""
        self._width = width
        self._height = height
        self._used = 0.0
        self._after = 0.0
        self.page = 1

    def turn(self) -> None:
        """The next thing stands at the top of a new page."""
        self.page += 1
        self._used = 0.0

    def add(self, text: str, size: float, before: float, after: float, *, spacing: float = 1.1, indent: float = 0, bold: bool = False, keep: float = 0) -> int:
        """The page on which a paragraph begins; ``keep`` is the height of what must follow on the same page."""
        lines = self._lines(text, size * (_BOLD if bold else 1), self._width - indent)
        line = size * _LINE * spacing
        space = max(0.0, before - self._after) if self._used else 0.0  # of the space below and above, Word takes the larger
        least = min(lines, 2) if lines != 3 else 3  # no single line at the end or the top of a page
        if self._used and self._used + space + least * line + keep > self._height:
            self.turn()
            space = 0.0
        began = self.page
        self._used += space
        for _ in range(lines):
            if self._used + line > self._height + 0.5:
                self.turn()
            self._used += line
        self._used += after
        self._after = after
        return began

    @staticmethod
    def widest(text: str) -> float:
        """How wide the longest word is, in thousandths of the size of the letters."""
        return max((sum(_WIDTH.get(sign, 556) for sign in word) for word in text.split()), default=0)

    @staticmethod
    def _lines(text: str, size: float, width: float) -> int:
        lines, used = 1, 0.0
        space = 278 * size / 1000
        for word in text.split(" "):
            long = sum(_WIDTH.get(sign, 556) for sign in word) * size / 1000
            if used and used + space + long > width:
                lines, used = lines + 1, long
            else:
                used += (space if used else 0) + long
            while used > width > 0:
                lines, used = lines + 1, used - width
        return lines
