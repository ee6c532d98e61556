from ..opened import OpenEnum


class RekeySigningKeyState(OpenEnum):
    CURRENT = "current"
    FORMER = "former"
    NEXT = "next"
    RETIRED = "retired"
