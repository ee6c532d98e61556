from ..opened import OpenEnum


class EntrustPasswordFormat(OpenEnum):
    BCRYPT = "BCRYPT"
    CLEARTEXT = "CLEARTEXT"
