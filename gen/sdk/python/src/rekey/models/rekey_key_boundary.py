from ..opened import OpenEnum


class RekeyKeyBoundary(OpenEnum):
    APPLICATION = "application"
    PLATFORM = "platform"
    SELF = "self"
    TENANT = "tenant"
    TENANT_EXCLUSION_LIST = "tenant-exclusion-list"
    TENANT_INCLUSION_LIST = "tenant-inclusion-list"
