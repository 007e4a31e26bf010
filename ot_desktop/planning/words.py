"""Where Python and the compiled engine differ: single bits, and how a row of numbers is read.

``words.pxd`` says the same for the C compiler; everything else of the engine is written once.
A mask fits a signed 64-bit word with the two highest bits free, so ``~`` and ``>>`` mean the same.
"""

from array import array
from typing import TYPE_CHECKING

MOST_SLOTS = 62  # of a day
START_BITS = 6  # a start is less than 64
NO_START = 10**9  # more points than any start costs
NOWHERE = NO_START << START_BITS
if TYPE_CHECKING:
    Row = array[int]
else:
    Row = array  # takes no parameters before Python 3.12


def row(count: int) -> Row:
    """Return so many whole numbers of 64 bits; at least one, for nothing cannot be viewed."""
    return array("q", [0]) * max(count, 1)


def view(numbers: Row) -> Row:
    """Return the numbers for reading and writing; whoever asks keeps ``numbers`` alive."""
    return numbers


def one(slot: int) -> int:
    """Return the mask of a single slot."""
    return 1 << slot


def lowest(mask: int) -> int:
    """Return the first slot of a mask that has one."""
    return (mask & -mask).bit_length() - 1


def highest(mask: int) -> int:
    """Return the last slot of a mask that has one."""
    return mask.bit_length() - 1


def count(mask: int) -> int:
    """Return how many slots a mask has."""
    return mask.bit_count()
