from ..opened import OpenEnum


class RekeyMessageState(OpenEnum):
    FAILED = "failed"
    QUEUED = "queued"
    SENT = "sent"
