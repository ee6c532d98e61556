from ..opened import OpenEnum


class EntrustDirectoryType(OpenEnum):
    AD_CONNECTOR = "AD_CONNECTOR"
    AZURE = "AZURE"
    ON_PREM = "ON_PREM"
