from ..opened import OpenEnum


class EntrustCharacterRule(OpenEnum):
    ALLOWED = "ALLOWED"
    NOT_ALLOWED = "NOT_ALLOWED"
    REQUIRED = "REQUIRED"
