"""QR codes for short lines such as `tel:` addresses: bytes, level M, versions 1 to 4 (ISO/IEC 18004:2015).

Level M mends 15 % of damage: enough for newsprint. One mask is as readable to a camera as another where so little is
written, so the one with the fewest penalty points is taken, as the standard says (7.8.3).
"""

from collections.abc import Iterator
from itertools import pairwise

from amanat.core import UsageError

Matrix = list[list[bool]]

_DATA = {1: (16, 10, 1), 2: (28, 16, 1), 3: (44, 26, 1), 4: (64, 18, 2)}
"""Version to data codewords, error codewords of one block, and blocks (table 9)."""
_FORMAT_M = 0b00
_GENERATOR, _MASKED = 0b10100110111, 0b101010000010010  # of the format information (annex C)
_FIELD = 0x11D  # polynomial of GF(256)
QUIET = 4
"""Light modules around the code (5.3.8)."""


def qr(text: str) -> Matrix:
    """Return the dark modules of a code, row by row, the quiet zone not included.

    Raises:
        UsageError: U024, more than 62 bytes.
    """
    data = text.encode()
    version = next((v for v, (room, _, _) in _DATA.items() if len(data) + 2 <= room), None)
    if version is None:
        raise UsageError("U024", "this is too long for a small QR code: 62 bytes at most")
    words = list(_interleaved(_codewords(data, _DATA[version][0]), version))
    candidates = [_drawn(version, words, mask) for mask in range(8)]
    return min(candidates, key=_penalty)


def _codewords(data: bytes, room: int) -> list[int]:
    """Mode, length and bytes as codewords, filled up with the pad words of the standard."""
    bits = f"0100{len(data):08b}" + "".join(f"{byte:08b}" for byte in data)
    bits += "0" * min(4, room * 8 - len(bits))
    bits += "0" * (-len(bits) % 8)
    words = [int(bits[n : n + 8], 2) for n in range(0, len(bits), 8)]
    return words + [(0xEC, 0x11)[n % 2] for n in range(room - len(words))]


def _interleaved(words: list[int], version: int) -> Iterator[int]:
    room, errors, blocks = _DATA[version]
    size = room // blocks
    parts = [words[n * size : (n + 1) * size] for n in range(blocks)]
    checks = [_remainder(part, errors) for part in parts]
    for some in (parts, checks):
        for column in zip(*some, strict=True):
            yield from column


def _remainder(data: list[int], count: int) -> list[int]:
    """Reed-Solomon error words: the remainder of the data over the generator polynomial."""
    generator = [1]
    for power in range(count):
        root = _power(power)
        times_root = [_times(value, root) for value in generator]
        generator = [a ^ b for a, b in zip([*generator, 0], [0, *times_root], strict=True)]
    left = [*data, *[0] * count]
    for at in range(len(data)):
        lead = left[at]
        for n, value in enumerate(generator):
            left[at + n] ^= _times(value, lead)
    return left[len(data) :]


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = (a << 1) ^ (_FIELD if a & 0x80 else 0)
        b >>= 1
    return product


def _power(exponent: int) -> int:
    value = 1
    for _ in range(exponent):
        value = _times(value, 2)
    return value


def _drawn(version: int, words: list[int], mask: int) -> Matrix:
    size = 17 + 4 * version
    dark = [[False] * size for _ in range(size)]
    fixed = [[False] * size for _ in range(size)]
    _patterns(dark, fixed, version)
    _format(dark, fixed, mask)
    bits = (word >> shift & 1 for word in words for shift in range(7, -1, -1))
    for row, column in _path(size):
        if not fixed[row][column]:
            dark[row][column] = bool(next(bits, 0)) ^ _mask(mask, row, column)
    return dark


def _patterns(dark: Matrix, fixed: Matrix, version: int) -> None:
    """Draw finders with their margins, the timing lines, and the alignment pattern of versions above 1."""
    size = len(dark)
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        for row in range(max(0, top - 1), min(size, top + 8)):
            for column in range(max(0, left - 1), min(size, left + 8)):
                away = max(abs(row - top - 3), abs(column - left - 3))
                dark[row][column], fixed[row][column] = away in (0, 1, 3), True
    for n in range(8, size - 8):
        for row, column in ((6, n), (n, 6)):
            dark[row][column], fixed[row][column] = n % 2 == 0, True
    if version > 1:
        middle = size - 7
        for row in range(middle - 2, middle + 3):
            for column in range(middle - 2, middle + 3):
                away = max(abs(row - middle), abs(column - middle))
                dark[row][column], fixed[row][column] = away != 1, True


def _format(dark: Matrix, fixed: Matrix, mask: int) -> None:
    """Write level and mask beside the finders, twice (7.9)."""
    size, data = len(dark), _FORMAT_M << 3 | mask
    rest = data << 10
    for shift in range(4, -1, -1):
        if rest >> (shift + 10) & 1:
            rest ^= _GENERATOR << shift
    bits = (data << 10 | rest) ^ _MASKED
    first = [(8, n) for n in (0, 1, 2, 3, 4, 5, 7, 8)] + [(n, 8) for n in (7, 5, 4, 3, 2, 1, 0)]
    second = [(size - 1 - n, 8) for n in range(7)] + [(8, size - 8 + n) for n in range(8)]
    for places in (first, second):
        for n, (row, column) in enumerate(places):
            dark[row][column], fixed[row][column] = bool(bits >> (14 - n) & 1), True
    dark[size - 8][8], fixed[size - 8][8] = True, True


def _path(size: int) -> Iterator[tuple[int, int]]:
    """Go through the modules as data is laid: two columns wide, up and down, from the right (7.7.3)."""
    up = True
    for right in (*range(size - 1, 6, -2), 5, 3, 1):
        for row in range(size - 1, -1, -1) if up else range(size):
            yield row, right
            yield row, right - 1
        up = not up


def _mask(mask: int, row: int, column: int) -> bool:
    i, j = row, column
    tests = (
        (i + j) % 2,
        i % 2,
        j % 3,
        (i + j) % 3,
        (i // 2 + j // 3) % 2,
        i * j % 2 + i * j % 3,
        (i * j % 2 + i * j % 3) % 2,
        ((i + j) % 2 + i * j % 3) % 2,
    )
    return tests[mask] == 0


def _penalty(dark: Matrix) -> int:
    """Points for what a camera mistakes: runs, blocks, false finders, and an uneven share of dark (7.8.3)."""
    size, points = len(dark), 0
    for rows in (dark, [list(column) for column in zip(*dark, strict=True)]):
        for row in rows:
            text = "".join("#" if module else "." for module in row)
            points += sum(len(run) - 2 for run in _runs(text) if len(run) >= 5)  # noqa: PLR2004 - N1
            points += 40 * sum(text.startswith(("#.###.#....", "....#.###.#"), n) for n in range(size))
    for above, below in pairwise(dark):
        points += 3 * sum(above[n] == above[n + 1] == below[n] == below[n + 1] for n in range(size - 1))
    share = 100 * sum(map(sum, dark)) / size**2
    return points + 10 * int(abs(share - 50) / 5)


def _runs(text: str) -> list[str]:
    return text.replace("#.", "# .").replace(".#", ". #").split()
