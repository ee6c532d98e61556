from ..opened import OpenEnum


class RekeyTicketState(OpenEnum):
    CONSUMED = "consumed"
    DELIVERED = "delivered"
    EXPIRED = "expired"
    FAILED = "failed"
    ISSUED = "issued"
    OPENED = "opened"
    QUEUED = "queued"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"
    VERIFIED = "verified"
