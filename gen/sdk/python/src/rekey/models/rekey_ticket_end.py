from ..opened import OpenEnum


class RekeyTicketEnd(OpenEnum):
    EXHAUSTED = "exhausted"
    REVOKED = "revoked"
