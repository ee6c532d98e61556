from ..opened import OpenEnum


class RekeyChannel(OpenEnum):
    EMAIL = "email"
    SMS = "sms"
