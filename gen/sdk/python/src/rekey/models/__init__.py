"""What is sent and answered. Types carry the name of their surface."""

from .boomi_change_password import BoomiChangePassword
from .boomi_change_password_answer import BoomiChangePasswordAnswer
from .boomi_forgot_model import BoomiForgotModel
from .boomi_login_model import BoomiLoginModel
from .boomi_mfa_challenge import BoomiMfaChallenge
from .boomi_password_model import BoomiPasswordModel
from .boomi_problem_details import BoomiProblemDetails
from .boomi_problem_details_errors import BoomiProblemDetailsErrors
from .boomi_refresh_token_model import BoomiRefreshTokenModel
from .boomi_resend_mfa import BoomiResendMfa
from .boomi_rule_violation import BoomiRuleViolation
from .boomi_rule_violation_parameters import BoomiRuleViolationParameters
from .boomi_token_pair import BoomiTokenPair
from .entrust_admin_api_authentication import EntrustAdminApiAuthentication
from .entrust_admin_api_authentication_result import EntrustAdminApiAuthenticationResult
from .entrust_character_rule import EntrustCharacterRule
from .entrust_directory_type import EntrustDirectoryType
from .entrust_error_info import EntrustErrorInfo
from .entrust_error_parameter import EntrustErrorParameter
from .entrust_error_parameter_parameters import EntrustErrorParameterParameters
from .entrust_password_format import EntrustPasswordFormat
from .entrust_user_password import EntrustUserPassword
from .entrust_user_password_parms import EntrustUserPasswordParms
from .entrust_user_password_settings import EntrustUserPasswordSettings
from .entrust_user_password_strength import EntrustUserPasswordStrength
from .entrust_user_password_validate_parms import EntrustUserPasswordValidateParms
from .entrust_user_password_validation_response import EntrustUserPasswordValidationResponse
from .rekey_api_key import RekeyApiKey
from .rekey_api_key_change import RekeyApiKeyChange
from .rekey_api_key_creation import RekeyApiKeyCreation
from .rekey_api_key_list import RekeyApiKeyList
from .rekey_api_key_rotation import RekeyApiKeyRotation
from .rekey_application import RekeyApplication
from .rekey_application_change import RekeyApplicationChange
from .rekey_application_creation import RekeyApplicationCreation
from .rekey_application_list import RekeyApplicationList
from .rekey_audit_flaw import RekeyAuditFlaw
from .rekey_audit_flaw_kind import RekeyAuditFlawKind
from .rekey_audit_verdict import RekeyAuditVerdict
from .rekey_breach_lookup import RekeyBreachLookup
from .rekey_broken_rule import RekeyBrokenRule
from .rekey_broken_rule_params import RekeyBrokenRuleParams
from .rekey_changed_policy import RekeyChangedPolicy
from .rekey_channel import RekeyChannel
from .rekey_checkpoint import RekeyCheckpoint
from .rekey_checkpoint_list import RekeyCheckpointList
from .rekey_created_api_key import RekeyCreatedApiKey
from .rekey_effective_policy import RekeyEffectivePolicy
from .rekey_effective_policy_levels import RekeyEffectivePolicyLevels
from .rekey_event import RekeyEvent
from .rekey_event_list import RekeyEventList
from .rekey_freshness import RekeyFreshness
from .rekey_inspected_ticket import RekeyInspectedTicket
from .rekey_issued_proof import RekeyIssuedProof
from .rekey_issued_ticket import RekeyIssuedTicket
from .rekey_key_boundary import RekeyKeyBoundary
from .rekey_known_address import RekeyKnownAddress
from .rekey_locale_list import RekeyLocaleList
from .rekey_logged_in import RekeyLoggedIn
from .rekey_login import RekeyLogin
from .rekey_message import RekeyMessage
from .rekey_message_list import RekeyMessageList
from .rekey_message_state import RekeyMessageState
from .rekey_metadata import RekeyMetadata
from .rekey_password_assignment import RekeyPasswordAssignment
from .rekey_password_change import RekeyPasswordChange
from .rekey_password_changed import RekeyPasswordChanged
from .rekey_password_check import RekeyPasswordCheck
from .rekey_password_rules import RekeyPasswordRules
from .rekey_password_rules_patch import RekeyPasswordRulesPatch
from .rekey_password_set import RekeyPasswordSet
from .rekey_password_state import RekeyPasswordState
from .rekey_password_verdict import RekeyPasswordVerdict
from .rekey_pending_host import RekeyPendingHost
from .rekey_permission_list import RekeyPermissionList
from .rekey_permission_meaning import RekeyPermissionMeaning
from .rekey_policy import RekeyPolicy
from .rekey_policy_change import RekeyPolicyChange
from .rekey_policy_level import RekeyPolicyLevel
from .rekey_policy_patch import RekeyPolicyPatch
from .rekey_policy_preset import RekeyPolicyPreset
from .rekey_policy_preset_list import RekeyPolicyPresetList
from .rekey_policy_preview import RekeyPolicyPreview
from .rekey_policy_preview_levels import RekeyPolicyPreviewLevels
from .rekey_policy_rules import RekeyPolicyRules
from .rekey_policy_rules_patch import RekeyPolicyRulesPatch
from .rekey_preset_name import RekeyPresetName
from .rekey_problem import RekeyProblem
from .rekey_proof import RekeyProof
from .rekey_recovery_codes import RekeyRecoveryCodes
from .rekey_redeemed_ticket import RekeyRedeemedTicket
from .rekey_refresh import RekeyRefresh
from .rekey_reset_request import RekeyResetRequest
from .rekey_reset_request_creation import RekeyResetRequestCreation
from .rekey_revocation import RekeyRevocation
from .rekey_second_factor import RekeySecondFactor
from .rekey_second_factor_method import RekeySecondFactorMethod
from .rekey_session import RekeySession
from .rekey_session_list import RekeySessionList
from .rekey_session_rules import RekeySessionRules
from .rekey_session_rules_patch import RekeySessionRulesPatch
from .rekey_signing_jwk import RekeySigningJwk
from .rekey_signing_key import RekeySigningKey
from .rekey_signing_key_list import RekeySigningKeyList
from .rekey_signing_key_rotation import RekeySigningKeyRotation
from .rekey_signing_key_state import RekeySigningKeyState
from .rekey_sort_order import RekeySortOrder
from .rekey_spoken_locale import RekeySpokenLocale
from .rekey_tenant import RekeyTenant
from .rekey_tenant_change import RekeyTenantChange
from .rekey_tenant_creation import RekeyTenantCreation
from .rekey_tenant_list import RekeyTenantList
from .rekey_ticket import RekeyTicket
from .rekey_ticket_creation import RekeyTicketCreation
from .rekey_ticket_delivery import RekeyTicketDelivery
from .rekey_ticket_end import RekeyTicketEnd
from .rekey_ticket_list import RekeyTicketList
from .rekey_ticket_medium import RekeyTicketMedium
from .rekey_ticket_proof import RekeyTicketProof
from .rekey_ticket_purpose import RekeyTicketPurpose
from .rekey_ticket_redemption import RekeyTicketRedemption
from .rekey_ticket_rules import RekeyTicketRules
from .rekey_ticket_rules_patch import RekeyTicketRulesPatch
from .rekey_ticket_state import RekeyTicketState
from .rekey_token_type import RekeyTokenType
from .rekey_totp_code import RekeyTotpCode
from .rekey_totp_enrollment import RekeyTotpEnrollment
from .rekey_user import RekeyUser
from .rekey_user_address import RekeyUserAddress
from .rekey_user_boundary import RekeyUserBoundary
from .rekey_user_change import RekeyUserChange
from .rekey_user_creation import RekeyUserCreation
from .rekey_user_list import RekeyUserList
from .rekey_user_metadata import RekeyUserMetadata
from .rekey_user_phone import RekeyUserPhone
from .rekey_user_source import RekeyUserSource
from .rekey_violation import RekeyViolation
from .rekey_violation_params import RekeyViolationParams
from .wristband_change_password_input import WristbandChangePasswordInput
from .wristband_constraint_attributes import WristbandConstraintAttributes
from .wristband_email_auth_code_input import WristbandEmailAuthCodeInput
from .wristband_email_auth_code_introspection import WristbandEmailAuthCodeIntrospection
from .wristband_error import WristbandError
from .wristband_error_type import WristbandErrorType
from .wristband_json_web_key import WristbandJsonWebKey
from .wristband_json_web_key_set import WristbandJsonWebKeySet
from .wristband_o_auth_error import WristbandOAuthError
from .wristband_password_reset_email_input import WristbandPasswordResetEmailInput
from .wristband_password_reset_link import WristbandPasswordResetLink
from .wristband_password_reset_link_input import WristbandPasswordResetLinkInput
from .wristband_password_reset_request_input import WristbandPasswordResetRequestInput
from .wristband_password_reset_request_result import WristbandPasswordResetRequestResult
from .wristband_reset_password_input import WristbandResetPasswordInput
from .wristband_reset_password_outcome import WristbandResetPasswordOutcome
from .wristband_token_input import WristbandTokenInput
from .wristband_token_result import WristbandTokenResult
from .wristband_token_revocation_input import WristbandTokenRevocationInput
from .wristband_verification_code_input import WristbandVerificationCodeInput
from .wristband_verify_code_outcome import WristbandVerifyCodeOutcome
from .wristband_violation import WristbandViolation
from .wristband_violations import WristbandViolations
from .zitadel_check_password import ZitadelCheckPassword
from .zitadel_check_totp import ZitadelCheckTOTP
from .zitadel_check_user import ZitadelCheckUser
from .zitadel_checks import ZitadelChecks
from .zitadel_checks_idp_intent_type_0 import ZitadelChecksIdpIntentType0
from .zitadel_checks_otp_email_type_0 import ZitadelChecksOtpEmailType0
from .zitadel_checks_otp_sms_type_0 import ZitadelChecksOtpSmsType0
from .zitadel_checks_recovery_code_type_0 import ZitadelChecksRecoveryCodeType0
from .zitadel_checks_web_auth_n_type_0 import ZitadelChecksWebAuthNType0
from .zitadel_create_invite_code_input import ZitadelCreateInviteCodeInput
from .zitadel_create_invite_code_output import ZitadelCreateInviteCodeOutput
from .zitadel_create_session_input import ZitadelCreateSessionInput
from .zitadel_create_session_input_user_agent_type_0 import ZitadelCreateSessionInputUserAgentType0
from .zitadel_create_session_output import ZitadelCreateSessionOutput
from .zitadel_delete_session_output import ZitadelDeleteSessionOutput
from .zitadel_details import ZitadelDetails
from .zitadel_factors import ZitadelFactors
from .zitadel_get_lockout_settings_output import ZitadelGetLockoutSettingsOutput
from .zitadel_get_password_complexity_settings_output import ZitadelGetPasswordComplexitySettingsOutput
from .zitadel_get_password_expiry_settings_output import ZitadelGetPasswordExpirySettingsOutput
from .zitadel_get_session_output import ZitadelGetSessionOutput
from .zitadel_hashed_password import ZitadelHashedPassword
from .zitadel_i_ds_query import ZitadelIDsQuery
from .zitadel_list_details import ZitadelListDetails
from .zitadel_list_query import ZitadelListQuery
from .zitadel_list_sessions_input import ZitadelListSessionsInput
from .zitadel_list_sessions_output import ZitadelListSessionsOutput
from .zitadel_lock_user_input import ZitadelLockUserInput
from .zitadel_lock_user_output import ZitadelLockUserOutput
from .zitadel_lockout_settings import ZitadelLockoutSettings
from .zitadel_metadata import ZitadelMetadata
from .zitadel_notification_type import ZitadelNotificationType
from .zitadel_optional_password import ZitadelOptionalPassword
from .zitadel_password import ZitadelPassword
from .zitadel_password_complexity_settings import ZitadelPasswordComplexitySettings
from .zitadel_password_expiry_settings import ZitadelPasswordExpirySettings
from .zitadel_password_factor import ZitadelPasswordFactor
from .zitadel_password_reset_input import ZitadelPasswordResetInput
from .zitadel_password_reset_output import ZitadelPasswordResetOutput
from .zitadel_request_challenges import ZitadelRequestChallenges
from .zitadel_request_challenges_otp_email_type_0 import ZitadelRequestChallengesOtpEmailType0
from .zitadel_request_challenges_otp_sms_type_0 import ZitadelRequestChallengesOtpSmsType0
from .zitadel_request_challenges_web_auth_n_type_0 import ZitadelRequestChallengesWebAuthNType0
from .zitadel_resend_invite_code_input import ZitadelResendInviteCodeInput
from .zitadel_resend_invite_code_output import ZitadelResendInviteCodeOutput
from .zitadel_resource_owner_type import ZitadelResourceOwnerType
from .zitadel_return_invite_code import ZitadelReturnInviteCode
from .zitadel_return_password_reset_code import ZitadelReturnPasswordResetCode
from .zitadel_search_query import ZitadelSearchQuery
from .zitadel_search_query_creation_date_query_type_0 import ZitadelSearchQueryCreationDateQueryType0
from .zitadel_search_query_creator_query_type_0 import ZitadelSearchQueryCreatorQueryType0
from .zitadel_search_query_expiration_date_query_type_0 import ZitadelSearchQueryExpirationDateQueryType0
from .zitadel_search_query_user_agent_query_type_0 import ZitadelSearchQueryUserAgentQueryType0
from .zitadel_send_invite_code import ZitadelSendInviteCode
from .zitadel_send_password_reset_link import ZitadelSendPasswordResetLink
from .zitadel_session import ZitadelSession
from .zitadel_set_human_password import ZitadelSetHumanPassword
from .zitadel_set_password_input import ZitadelSetPasswordInput
from .zitadel_set_password_output import ZitadelSetPasswordOutput
from .zitadel_set_session_input import ZitadelSetSessionInput
from .zitadel_set_session_output import ZitadelSetSessionOutput
from .zitadel_status import ZitadelStatus
from .zitadel_status_detail import ZitadelStatusDetail
from .zitadel_status_detail_type import ZitadelStatusDetailType
from .zitadel_totp_factor import ZitadelTOTPFactor
from .zitadel_unlock_user_input import ZitadelUnlockUserInput
from .zitadel_unlock_user_output import ZitadelUnlockUserOutput
from .zitadel_update_user_human import ZitadelUpdateUserHuman
from .zitadel_update_user_human_email_type_0 import ZitadelUpdateUserHumanEmailType0
from .zitadel_update_user_human_phone_type_0 import ZitadelUpdateUserHumanPhoneType0
from .zitadel_update_user_human_profile_type_0 import ZitadelUpdateUserHumanProfileType0
from .zitadel_update_user_input import ZitadelUpdateUserInput
from .zitadel_update_user_input_machine_type_0 import ZitadelUpdateUserInputMachineType0
from .zitadel_update_user_output import ZitadelUpdateUserOutput
from .zitadel_user_factor import ZitadelUserFactor
from .zitadel_user_id_query import ZitadelUserIDQuery
from .zitadel_verify_invite_code_input import ZitadelVerifyInviteCodeInput
from .zitadel_verify_invite_code_output import ZitadelVerifyInviteCodeOutput

__all__ = (
    "BoomiChangePassword",
    "BoomiChangePasswordAnswer",
    "BoomiForgotModel",
    "BoomiLoginModel",
    "BoomiMfaChallenge",
    "BoomiPasswordModel",
    "BoomiProblemDetails",
    "BoomiProblemDetailsErrors",
    "BoomiRefreshTokenModel",
    "BoomiResendMfa",
    "BoomiRuleViolation",
    "BoomiRuleViolationParameters",
    "BoomiTokenPair",
    "EntrustAdminApiAuthentication",
    "EntrustAdminApiAuthenticationResult",
    "EntrustCharacterRule",
    "EntrustDirectoryType",
    "EntrustErrorInfo",
    "EntrustErrorParameter",
    "EntrustErrorParameterParameters",
    "EntrustPasswordFormat",
    "EntrustUserPassword",
    "EntrustUserPasswordParms",
    "EntrustUserPasswordSettings",
    "EntrustUserPasswordStrength",
    "EntrustUserPasswordValidateParms",
    "EntrustUserPasswordValidationResponse",
    "RekeyApiKey",
    "RekeyApiKeyChange",
    "RekeyApiKeyCreation",
    "RekeyApiKeyList",
    "RekeyApiKeyRotation",
    "RekeyApplication",
    "RekeyApplicationChange",
    "RekeyApplicationCreation",
    "RekeyApplicationList",
    "RekeyAuditFlaw",
    "RekeyAuditFlawKind",
    "RekeyAuditVerdict",
    "RekeyBreachLookup",
    "RekeyBrokenRule",
    "RekeyBrokenRuleParams",
    "RekeyChangedPolicy",
    "RekeyChannel",
    "RekeyCheckpoint",
    "RekeyCheckpointList",
    "RekeyCreatedApiKey",
    "RekeyEffectivePolicy",
    "RekeyEffectivePolicyLevels",
    "RekeyEvent",
    "RekeyEventList",
    "RekeyFreshness",
    "RekeyInspectedTicket",
    "RekeyIssuedProof",
    "RekeyIssuedTicket",
    "RekeyKeyBoundary",
    "RekeyKnownAddress",
    "RekeyLocaleList",
    "RekeyLoggedIn",
    "RekeyLogin",
    "RekeyMessage",
    "RekeyMessageList",
    "RekeyMessageState",
    "RekeyMetadata",
    "RekeyPasswordAssignment",
    "RekeyPasswordChange",
    "RekeyPasswordChanged",
    "RekeyPasswordCheck",
    "RekeyPasswordRules",
    "RekeyPasswordRulesPatch",
    "RekeyPasswordSet",
    "RekeyPasswordState",
    "RekeyPasswordVerdict",
    "RekeyPendingHost",
    "RekeyPermissionList",
    "RekeyPermissionMeaning",
    "RekeyPolicy",
    "RekeyPolicyChange",
    "RekeyPolicyLevel",
    "RekeyPolicyPatch",
    "RekeyPolicyPreset",
    "RekeyPolicyPresetList",
    "RekeyPolicyPreview",
    "RekeyPolicyPreviewLevels",
    "RekeyPolicyRules",
    "RekeyPolicyRulesPatch",
    "RekeyPresetName",
    "RekeyProblem",
    "RekeyProof",
    "RekeyRecoveryCodes",
    "RekeyRedeemedTicket",
    "RekeyRefresh",
    "RekeyResetRequest",
    "RekeyResetRequestCreation",
    "RekeyRevocation",
    "RekeySecondFactor",
    "RekeySecondFactorMethod",
    "RekeySession",
    "RekeySessionList",
    "RekeySessionRules",
    "RekeySessionRulesPatch",
    "RekeySigningJwk",
    "RekeySigningKey",
    "RekeySigningKeyList",
    "RekeySigningKeyRotation",
    "RekeySigningKeyState",
    "RekeySortOrder",
    "RekeySpokenLocale",
    "RekeyTenant",
    "RekeyTenantChange",
    "RekeyTenantCreation",
    "RekeyTenantList",
    "RekeyTicket",
    "RekeyTicketCreation",
    "RekeyTicketDelivery",
    "RekeyTicketEnd",
    "RekeyTicketList",
    "RekeyTicketMedium",
    "RekeyTicketProof",
    "RekeyTicketPurpose",
    "RekeyTicketRedemption",
    "RekeyTicketRules",
    "RekeyTicketRulesPatch",
    "RekeyTicketState",
    "RekeyTokenType",
    "RekeyTotpCode",
    "RekeyTotpEnrollment",
    "RekeyUser",
    "RekeyUserAddress",
    "RekeyUserBoundary",
    "RekeyUserChange",
    "RekeyUserCreation",
    "RekeyUserList",
    "RekeyUserMetadata",
    "RekeyUserPhone",
    "RekeyUserSource",
    "RekeyViolation",
    "RekeyViolationParams",
    "WristbandChangePasswordInput",
    "WristbandConstraintAttributes",
    "WristbandEmailAuthCodeInput",
    "WristbandEmailAuthCodeIntrospection",
    "WristbandError",
    "WristbandErrorType",
    "WristbandJsonWebKey",
    "WristbandJsonWebKeySet",
    "WristbandOAuthError",
    "WristbandPasswordResetEmailInput",
    "WristbandPasswordResetLink",
    "WristbandPasswordResetLinkInput",
    "WristbandPasswordResetRequestInput",
    "WristbandPasswordResetRequestResult",
    "WristbandResetPasswordInput",
    "WristbandResetPasswordOutcome",
    "WristbandTokenInput",
    "WristbandTokenResult",
    "WristbandTokenRevocationInput",
    "WristbandVerificationCodeInput",
    "WristbandVerifyCodeOutcome",
    "WristbandViolation",
    "WristbandViolations",
    "ZitadelCheckPassword",
    "ZitadelChecks",
    "ZitadelChecksIdpIntentType0",
    "ZitadelChecksOtpEmailType0",
    "ZitadelChecksOtpSmsType0",
    "ZitadelChecksRecoveryCodeType0",
    "ZitadelChecksWebAuthNType0",
    "ZitadelCheckTOTP",
    "ZitadelCheckUser",
    "ZitadelCreateInviteCodeInput",
    "ZitadelCreateInviteCodeOutput",
    "ZitadelCreateSessionInput",
    "ZitadelCreateSessionInputUserAgentType0",
    "ZitadelCreateSessionOutput",
    "ZitadelDeleteSessionOutput",
    "ZitadelDetails",
    "ZitadelFactors",
    "ZitadelGetLockoutSettingsOutput",
    "ZitadelGetPasswordComplexitySettingsOutput",
    "ZitadelGetPasswordExpirySettingsOutput",
    "ZitadelGetSessionOutput",
    "ZitadelHashedPassword",
    "ZitadelIDsQuery",
    "ZitadelListDetails",
    "ZitadelListQuery",
    "ZitadelListSessionsInput",
    "ZitadelListSessionsOutput",
    "ZitadelLockoutSettings",
    "ZitadelLockUserInput",
    "ZitadelLockUserOutput",
    "ZitadelMetadata",
    "ZitadelNotificationType",
    "ZitadelOptionalPassword",
    "ZitadelPassword",
    "ZitadelPasswordComplexitySettings",
    "ZitadelPasswordExpirySettings",
    "ZitadelPasswordFactor",
    "ZitadelPasswordResetInput",
    "ZitadelPasswordResetOutput",
    "ZitadelRequestChallenges",
    "ZitadelRequestChallengesOtpEmailType0",
    "ZitadelRequestChallengesOtpSmsType0",
    "ZitadelRequestChallengesWebAuthNType0",
    "ZitadelResendInviteCodeInput",
    "ZitadelResendInviteCodeOutput",
    "ZitadelResourceOwnerType",
    "ZitadelReturnInviteCode",
    "ZitadelReturnPasswordResetCode",
    "ZitadelSearchQuery",
    "ZitadelSearchQueryCreationDateQueryType0",
    "ZitadelSearchQueryCreatorQueryType0",
    "ZitadelSearchQueryExpirationDateQueryType0",
    "ZitadelSearchQueryUserAgentQueryType0",
    "ZitadelSendInviteCode",
    "ZitadelSendPasswordResetLink",
    "ZitadelSession",
    "ZitadelSetHumanPassword",
    "ZitadelSetPasswordInput",
    "ZitadelSetPasswordOutput",
    "ZitadelSetSessionInput",
    "ZitadelSetSessionOutput",
    "ZitadelStatus",
    "ZitadelStatusDetail",
    "ZitadelStatusDetailType",
    "ZitadelTOTPFactor",
    "ZitadelUnlockUserInput",
    "ZitadelUnlockUserOutput",
    "ZitadelUpdateUserHuman",
    "ZitadelUpdateUserHumanEmailType0",
    "ZitadelUpdateUserHumanPhoneType0",
    "ZitadelUpdateUserHumanProfileType0",
    "ZitadelUpdateUserInput",
    "ZitadelUpdateUserInputMachineType0",
    "ZitadelUpdateUserOutput",
    "ZitadelUserFactor",
    "ZitadelUserIDQuery",
    "ZitadelVerifyInviteCodeInput",
    "ZitadelVerifyInviteCodeOutput",
)
