from ..opened import OpenEnum


class RekeyAuditFlawKind(OpenEnum):
    CHANGED = "changed"
    CHECKPOINT_MISMATCH = "checkpoint_mismatch"
    CHECKPOINT_SIGNATURE = "checkpoint_signature"
    HEAD_MISMATCH = "head_mismatch"
    MISSING = "missing"
    OUT_OF_ORDER = "out_of_order"
