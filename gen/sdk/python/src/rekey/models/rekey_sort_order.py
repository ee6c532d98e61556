from ..opened import OpenEnum


class RekeySortOrder(OpenEnum):
    ASC = "asc"
    DESC = "desc"
