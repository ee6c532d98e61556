from ..opened import OpenEnum


class RekeyUserSource(OpenEnum):
    DIRECTORY = "directory"
    LOCAL = "local"
