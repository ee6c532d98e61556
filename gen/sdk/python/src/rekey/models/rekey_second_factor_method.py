from ..opened import OpenEnum


class RekeySecondFactorMethod(OpenEnum):
    MAIL = "mail"
    NONE = "none"
    TOTP = "totp"
