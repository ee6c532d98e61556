from ..opened import OpenEnum


class RekeyTicketPurpose(OpenEnum):
    INVITE = "invite"
    RESET = "reset"
    SET = "set"
