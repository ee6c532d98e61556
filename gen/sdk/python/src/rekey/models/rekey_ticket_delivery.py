from ..opened import OpenEnum


class RekeyTicketDelivery(OpenEnum):
    RETURN = "return"
    SEND = "send"
