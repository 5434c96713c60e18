"""What a pointer into a capture leads to."""

from msgspec import Struct


class PointedAt(Struct, frozen=True):
    """What a pointer leads to: the file, the pointer, the names of the members there, the value it leads to.

    The value is only ever shown where somebody asks for it by the pointer.
    """

    file: str
    pointer: str
    names: list[str]
    value: str
