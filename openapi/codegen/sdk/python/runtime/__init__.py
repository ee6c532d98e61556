"""A client of Rekey: all five surfaces, typed."""

from .client import AsyncRekey, Rekey
from .errors import ApiError, NoAnswerError, ProblemError, RekeyError
from .transport import Retries
from .types import UNSET, Unset
from .version import VERSION

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
