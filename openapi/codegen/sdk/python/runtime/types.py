"""The value of a member that is absent, as opposed to None, which is sent as null."""

from typing import Final, Literal


class Unset:
    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final[Unset] = Unset()

__all__ = ["UNSET", "Unset"]
