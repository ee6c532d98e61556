from ..opened import OpenEnum


class RekeyBreachLookup(OpenEnum):
    FAIL_CLOSED = "fail_closed"
    FAIL_OPEN = "fail_open"
    OFF = "off"
