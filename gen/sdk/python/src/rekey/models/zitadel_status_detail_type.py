from ..opened import OpenEnum


class ZitadelStatusDetailType(OpenEnum):
    TYPE_GOOGLEAPIS_COMZITADEL_V1_CREDENTIALSCHECKERROR = "type.googleapis.com/zitadel.v1.CredentialsCheckError"
    TYPE_GOOGLEAPIS_COMZITADEL_V1_ERRORDETAIL = "type.googleapis.com/zitadel.v1.ErrorDetail"
