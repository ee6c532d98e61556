from ..opened import OpenEnum


class RekeyPolicyLevel(OpenEnum):
    APPLICATION = "application"
    DEFAULT = "default"
    TENANT = "tenant"
