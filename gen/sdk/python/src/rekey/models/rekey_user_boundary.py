from ..opened import OpenEnum


class RekeyUserBoundary(OpenEnum):
    APPLICATION = "application"
    PLATFORM = "platform"
    SELF = "self"
    TENANT = "tenant"
