from ..opened import OpenEnum


class WristbandErrorType(OpenEnum):
    BASE_ERROR = "base_error"
    CONSTRAINT_VIOLATIONS_ERROR = "constraint_violations_error"
