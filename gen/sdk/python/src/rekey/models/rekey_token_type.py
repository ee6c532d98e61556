from ..opened import OpenEnum


class RekeyTokenType(OpenEnum):
    BEARER = "Bearer"
