from ..opened import OpenEnum


class RekeyPresetName(OpenEnum):
    BOOMI = "boomi"
    ENTRUST = "entrust"
    NIST = "nist"
    WRISTBAND = "wristband"
    ZITADEL = "zitadel"
