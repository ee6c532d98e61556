"""A client of Rekey: all five surfaces, typed."""

from .client import AsyncRekey, Rekey
from .errors import ApiError, NoAnswerError, ProblemError, RekeyError
from .facts import VERSION
from .transport import Retries
from .types import UNSET, Unset

__version__ = VERSION

__all__ = [
    "ApiError",
    "AsyncRekey",
    "NoAnswerError",
    "ProblemError",
    "Rekey",
    "RekeyError",
    "Retries",
    "UNSET",
    "Unset",
    "__version__",
]
