from ..opened import OpenEnum


class RekeyTicketMedium(OpenEnum):
    LINK = "link"
    OTP = "otp"
