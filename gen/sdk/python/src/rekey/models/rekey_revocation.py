from ..opened import OpenEnum


class RekeyRevocation(OpenEnum):
    ALL = "all"
    NONE = "none"
    OTHERS = "others"
