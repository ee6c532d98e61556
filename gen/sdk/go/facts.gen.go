// Code generated from openapi/ by specbundle; DO NOT EDIT.

package rekey

// Version is the version of the contract and of this SDK.
const Version = "0.2.0"

// The codes of the native surface. A server may know more of them: compare, and have a default.
const (
	// CodeInternal comes with 500: Internal error.
	CodeInternal Code = "internal"
	// CodeUnavailable comes with 503: Not available for the moment.
	CodeUnavailable Code = "unavailable"
	// CodeTooManyRequests comes with 429: Too many requests.
	CodeTooManyRequests Code = "too_many_requests"
	// CodeBodyTooLarge comes with 413: Body too large.
	CodeBodyTooLarge Code = "body_too_large"
	// CodeUnsupportedMediaType comes with 415: Unsupported media type.
	CodeUnsupportedMediaType Code = "unsupported_media_type"
	// CodeMalformedRequest comes with 400: Malformed request.
	CodeMalformedRequest Code = "malformed_request"
	// CodeUnauthenticated comes with 401: Not authenticated.
	CodeUnauthenticated Code = "unauthenticated"
	// CodeForbidden comes with 403: Not permitted.
	CodeForbidden Code = "forbidden"
	// CodeNoSuchPath comes with 404: No such path.
	CodeNoSuchPath Code = "no_such_path"
	// CodeMethodNotAllowed comes with 405: Method not allowed.
	CodeMethodNotAllowed Code = "method_not_allowed"
	// CodeVersionMismatch comes with 412: Changed in the meantime.
	CodeVersionMismatch Code = "version_mismatch"
	// CodeNameTaken comes with 409: Name taken.
	CodeNameTaken Code = "name_taken"
	// CodeHostTaken comes with 409: Host taken.
	CodeHostTaken Code = "host_taken"
	// CodeHostReserved comes with 403: Host reserved.
	CodeHostReserved Code = "host_reserved"
	// CodeHostNotFound comes with 404: No such host.
	CodeHostNotFound Code = "host_not_found"
	// CodeHostUnproven comes with 409: Host not proven.
	CodeHostUnproven Code = "host_unproven"
	// CodeDnsUnavailable comes with 503: DNS not available.
	CodeDnsUnavailable Code = "dns_unavailable"
	// CodeApplicationNotEmpty comes with 409: Application not empty.
	CodeApplicationNotEmpty Code = "application_not_empty"
	// CodeTenantNotEmpty comes with 409: Tenant not empty.
	CodeTenantNotEmpty Code = "tenant_not_empty"
	// CodeTenantIsDefault comes with 409: Default tenant.
	CodeTenantIsDefault Code = "tenant_is_default"
	// CodeApplicationNotFound comes with 404: No such application.
	CodeApplicationNotFound Code = "application_not_found"
	// CodeTenantNotFound comes with 404: No such tenant.
	CodeTenantNotFound Code = "tenant_not_found"
	// CodeUserNotFound comes with 404: No such user.
	CodeUserNotFound Code = "user_not_found"
	// CodeEventNotFound comes with 404: No such event.
	CodeEventNotFound Code = "event_not_found"
	// CodeSessionNotFound comes with 404: No such session.
	CodeSessionNotFound Code = "session_not_found"
	// CodeRefreshTokenNotFound comes with 404: No such refresh token.
	CodeRefreshTokenNotFound Code = "refresh_token_not_found"
	// CodeSettingsInvalid comes with 422: Settings out of bounds.
	CodeSettingsInvalid Code = "settings_invalid"
	// CodeNameInvalid comes with 422: Not a name.
	CodeNameInvalid Code = "name_invalid"
	// CodeGrantsMore comes with 403: Grants more than the caller holds.
	CodeGrantsMore Code = "grants_more"
	// CodeHoldsMore comes with 403: Holds more than the caller.
	CodeHoldsMore Code = "holds_more"
	// CodePlatformOnly comes with 403: For callers of the platform.
	CodePlatformOnly Code = "platform_only"
	// CodeApiKeyInvalid comes with 422: API key not possible.
	CodeApiKeyInvalid Code = "api_key_invalid"
	// CodeApiKeyNotFound comes with 404: No such API key.
	CodeApiKeyNotFound Code = "api_key_not_found"
	// CodeApiKeyRevoked comes with 409: API key revoked.
	CodeApiKeyRevoked Code = "api_key_revoked"
	// CodeApiKeyWithoutSecret comes with 409: API key without secret.
	CodeApiKeyWithoutSecret Code = "api_key_without_secret"
	// CodeTenantNumberTaken comes with 409: Tenant number taken.
	CodeTenantNumberTaken Code = "tenant_number_taken"
	// CodeSubjectTaken comes with 409: Subject taken.
	CodeSubjectTaken Code = "subject_taken"
	// CodeSigningKeyNotFound comes with 404: No such signing key.
	CodeSigningKeyNotFound Code = "signing_key_not_found"
	// CodeSigningKeySigns comes with 409: The signing key signs.
	CodeSigningKeySigns Code = "signing_key_signs"
	// CodeSigningKeysTooMany comes with 409: Too many signing keys.
	CodeSigningKeysTooMany Code = "signing_keys_too_many"
	// CodeIdempotencyKeyReused comes with 409: Idempotency-Key reused.
	CodeIdempotencyKeyReused Code = "idempotency_key_reused"
	// CodeIdempotencyInProgress comes with 409: Still being carried out.
	CodeIdempotencyInProgress Code = "idempotency_in_progress"
	// CodeIdempotencyAnswerGone comes with 409: Done before; the secret is gone.
	CodeIdempotencyAnswerGone Code = "idempotency_answer_gone"
	// CodeIdempotencyAnswerLost comes with 409: Done before; the answer was lost.
	CodeIdempotencyAnswerLost Code = "idempotency_answer_lost"
	// CodeTicketUnusable comes with 422: Link or code not usable.
	CodeTicketUnusable Code = "ticket_unusable"
	// CodePasswordPolicy comes with 422: Password against the policy.
	CodePasswordPolicy Code = "password_policy"
	// CodeBreachLookupUnavailable comes with 503: Breach look-up not available.
	CodeBreachLookupUnavailable Code = "breach_lookup_unavailable"
	// CodePasswordsDiffer comes with 422: Passwords differ.
	CodePasswordsDiffer Code = "passwords_differ"
	// CodePasswordMissing comes with 422: Password missing.
	CodePasswordMissing Code = "password_missing"
	// CodePasswordNotText comes with 422: Password not typable.
	CodePasswordNotText Code = "password_not_text"
	// CodeWrongCurrentPassword comes with 422: Wrong current password.
	CodeWrongCurrentPassword Code = "wrong_current_password"
	// CodePasswordTooYoung comes with 409: Changed too recently.
	CodePasswordTooYoung Code = "password_too_young"
	// CodeHashNotAccepted comes with 422: Hash not accepted.
	CodeHashNotAccepted Code = "hash_not_accepted"
	// CodeExpiryInPast comes with 422: Expiry in the past.
	CodeExpiryInPast Code = "expiry_in_past"
	// CodeExpiryTooFar comes with 422: Expiry too far.
	CodeExpiryTooFar Code = "expiry_too_far"
	// CodeNoPassword comes with 404: No password.
	CodeNoPassword Code = "no_password"
	// CodeNoExpiry comes with 409: No expiry.
	CodeNoExpiry Code = "no_expiry"
	// CodeUserInactive comes with 409: User inactive.
	CodeUserInactive Code = "user_inactive"
	// CodeAlreadyLocked comes with 409: Already locked.
	CodeAlreadyLocked Code = "already_locked"
	// CodeNotLocked comes with 409: Not locked.
	CodeNotLocked Code = "not_locked"
	// CodeNoVerifiedAddress comes with 409: No verified address.
	CodeNoVerifiedAddress Code = "no_verified_address"
	// CodeAddressUnknown comes with 409: Address unknown.
	CodeAddressUnknown Code = "address_unknown"
	// CodeAddressVerified comes with 409: Address verified.
	CodeAddressVerified Code = "address_verified"
	// CodeAddressUnchanged comes with 409: Address unchanged.
	CodeAddressUnchanged Code = "address_unchanged"
	// CodeHasPassword comes with 409: Has a password.
	CodeHasPassword Code = "has_password"
	// CodeInviteOpen comes with 409: Invitation open.
	CodeInviteOpen Code = "invite_open"
	// CodeNoInvite comes with 409: No invitation.
	CodeNoInvite Code = "no_invite"
	// CodeNoDirectory comes with 409: Directory user.
	CodeNoDirectory Code = "no_directory"
	// CodeLinkTemplateRefused comes with 422: Link template refused.
	CodeLinkTemplateRefused Code = "link_template_refused"
	// CodeCredentialChanged comes with 409: Password changed in the meantime.
	CodeCredentialChanged Code = "credential_changed"
	// CodeLoginFailed comes with 401: Login failed.
	CodeLoginFailed Code = "login_failed"
	// CodePasswordChangeRequired comes with 403: Change required.
	CodePasswordChangeRequired Code = "password_change_required"
	// CodeSecondFactorRequired comes with 401: Second factor required.
	CodeSecondFactorRequired Code = "second_factor_required"
	// CodeRefreshTokenUnusable comes with 401: Refresh token not usable.
	CodeRefreshTokenUnusable Code = "refresh_token_unusable"
	// CodeSessionChanged comes with 409: Session changed.
	CodeSessionChanged Code = "session_changed"
	// CodeSessionOtherUser comes with 422: Another user's session.
	CodeSessionOtherUser Code = "session_other_user"
	// CodeSessionUserMissing comes with 422: Session without a user.
	CodeSessionUserMissing Code = "session_user_missing"
	// CodeNoSecondFactor comes with 404: No second factor.
	CodeNoSecondFactor Code = "no_second_factor"
	// CodeSecondFactorExists comes with 409: Second factor exists.
	CodeSecondFactorExists Code = "second_factor_exists"
	// CodeNoSessionCode comes with 409: No such code.
	CodeNoSessionCode Code = "no_session_code"
	// CodeSessionCodeWrong comes with 422: Wrong code.
	CodeSessionCodeWrong Code = "session_code_wrong"
	// CodeSessionCodeExpired comes with 409: Code expired.
	CodeSessionCodeExpired Code = "session_code_expired"
	// CodeCodesExhausted comes with 409: No codes accepted.
	CodeCodesExhausted Code = "codes_exhausted"
	// CodeNoEnrollment comes with 409: Nothing to confirm.
	CodeNoEnrollment Code = "no_enrollment"
	// CodeFactorCodeWrong comes with 422: Wrong code.
	CodeFactorCodeWrong Code = "factor_code_wrong"
	// CodeFactorCodeRequired comes with 422: Code required.
	CodeFactorCodeRequired Code = "factor_code_required"
	// CodeRevocationNotAllowed comes with 422: Sessions must end.
	CodeRevocationNotAllowed Code = "revocation_not_allowed"
	// CodeUserInvalid comes with 422: User not possible.
	CodeUserInvalid Code = "user_invalid"
	// CodeExternalIdTaken comes with 409: External id taken.
	CodeExternalIdTaken Code = "external_id_taken"
	// CodeUserAmbiguous comes with 409: Several users.
	CodeUserAmbiguous Code = "user_ambiguous"
	// CodeIdUsed comes with 409: Id used before.
	CodeIdUsed Code = "id_used"
	// CodeTicketNotFound comes with 404: No such ticket.
	CodeTicketNotFound Code = "ticket_not_found"
	// CodeTicketOver comes with 409: Ticket over.
	CodeTicketOver Code = "ticket_over"
	// CodeTicketLifetime comes with 422: Ticket would live too long.
	CodeTicketLifetime Code = "ticket_lifetime"
	// CodeTicketMedium comes with 422: No short code for this purpose.
	CodeTicketMedium Code = "ticket_medium"
	// CodeMessageNotFound comes with 404: No such message.
	CodeMessageNotFound Code = "message_not_found"
	// CodeMessageContentGone comes with 409: Content gone.
	CodeMessageContentGone Code = "message_content_gone"
	// CodeMailBudgetSpent comes with 409: Enough messages for now.
	CodeMailBudgetSpent Code = "mail_budget_spent"
)

// secretNames are the members and parameters of each surface whose values are never printed.
var secretNames = map[string]map[string]bool{
	"rekey":     names("accessToken", "access_token", "assertion", "authSessionCode", "authToken", "challenge", "clientSecret", "client_secret", "code", "confirmPassword", "currentPassword", "emailAuthCode", "emailCode", "factorCode", "hash", "inviteCode", "key", "link", "newPassword", "oneTimePasscode", "otpEmail", "otpSms", "password", "passwordResetCode", "passwordResetLink", "phoneCode", "recoveryCodes", "refreshToken", "refresh_token", "requestCode", "secret", "sessionToken", "sharedSecret", "ticket", "token", "totpSecret", "uri", "verificationCode"),
	"boomi":     names("accessToken", "access_token", "assertion", "authSessionCode", "authToken", "challenge", "clientSecret", "client_secret", "confirmPassword", "currentPassword", "emailAuthCode", "emailCode", "factorCode", "hash", "inviteCode", "key", "link", "newPassword", "oneTimePasscode", "otpEmail", "otpSms", "password", "passwordResetCode", "passwordResetLink", "phoneCode", "recoveryCodes", "refreshToken", "refresh_token", "requestCode", "secret", "sessionToken", "sharedSecret", "ticket", "token", "totpSecret", "uri", "verificationCode"),
	"entrust":   names("accessToken", "access_token", "assertion", "authSessionCode", "authToken", "challenge", "clientSecret", "client_secret", "confirmPassword", "currentPassword", "emailAuthCode", "emailCode", "factorCode", "hash", "inviteCode", "key", "link", "newPassword", "oneTimePasscode", "otpEmail", "otpSms", "password", "passwordResetCode", "passwordResetLink", "phoneCode", "recoveryCodes", "refreshToken", "refresh_token", "requestCode", "secret", "sessionToken", "sharedSecret", "ticket", "token", "totpSecret", "uri", "verificationCode"),
	"wristband": names("accessToken", "access_token", "assertion", "authSessionCode", "authToken", "challenge", "clientSecret", "client_secret", "confirmPassword", "currentPassword", "emailAuthCode", "emailCode", "factorCode", "hash", "inviteCode", "key", "link", "newPassword", "oneTimePasscode", "otpEmail", "otpSms", "password", "passwordResetCode", "passwordResetLink", "phoneCode", "recoveryCodes", "refreshToken", "refresh_token", "requestCode", "secret", "sessionToken", "sharedSecret", "token", "totpSecret", "uri", "verificationCode"),
	"zitadel":   names("accessToken", "access_token", "assertion", "authSessionCode", "authToken", "challenge", "clientSecret", "client_secret", "code", "confirmPassword", "currentPassword", "emailAuthCode", "emailCode", "factorCode", "hash", "inviteCode", "link", "oneTimePasscode", "otpEmail", "otpSms", "password", "passwordResetCode", "passwordResetLink", "phoneCode", "recoveryCodes", "refreshToken", "refresh_token", "requestCode", "secret", "sessionToken", "sharedSecret", "ticket", "token", "totpSecret", "uri", "verificationCode"),
}

var operations = map[string]operation{
	"boomiAuthenticate":                             {id: "boomiAuthenticate", surface: "boomi", method: "POST", path: "/api/Users/authenticate", sends: "application/json", accepts: "application/json", failure: refused[BoomiProblemDetails], failures: map[int]func() error{409: refused[BoomiMfaChallenge]}},
	"boomiChangePassword":                           {id: "boomiChangePassword", surface: "boomi", method: "POST", path: "/api/Account/changePassword", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"boomiCreateAdminUser":                          {id: "boomiCreateAdminUser", surface: "boomi", method: "POST", path: "/api/AdminUsers", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"boomiDeleteAdminUser":                          {id: "boomiDeleteAdminUser", surface: "boomi", method: "DELETE", path: "/api/AdminUsers/{userId}", accepts: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"boomiForgotPassword":                           {id: "boomiForgotPassword", surface: "boomi", method: "POST", path: "/api/ForgotUser/forgotPassword", sends: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"boomiForgotUsername":                           {id: "boomiForgotUsername", surface: "boomi", method: "POST", path: "/api/ForgotUser/forgotUsername", sends: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"boomiGetAdminUser":                             {id: "boomiGetAdminUser", surface: "boomi", method: "GET", path: "/api/AdminUsers/{userId}", accepts: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"boomiListAdminUsers":                           {id: "boomiListAdminUsers", surface: "boomi", method: "GET", path: "/api/AdminUsers", accepts: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"boomiRefreshToken":                             {id: "boomiRefreshToken", surface: "boomi", method: "POST", path: "/api/Users/refreshToken", sends: "application/json", accepts: "application/json", failure: refused[BoomiProblemDetails]},
	"boomiResendActivation":                         {id: "boomiResendActivation", surface: "boomi", method: "POST", path: "/api/AdminUsers/{userId}/resendActivation", accepts: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"boomiResendMfa":                                {id: "boomiResendMfa", surface: "boomi", method: "POST", path: "/api/Users/resendMfa", sends: "application/json", failure: refused[BoomiProblemDetails]},
	"boomiResetPassword":                            {id: "boomiResetPassword", surface: "boomi", method: "POST", path: "/api/Password/resetPassword", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"boomiSetPassword":                              {id: "boomiSetPassword", surface: "boomi", method: "POST", path: "/api/Password/setPassword", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"boomiUnlockAdminUser":                          {id: "boomiUnlockAdminUser", surface: "boomi", method: "POST", path: "/api/AdminUsers/{userId}/unlock", accepts: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"boomiUpdateAdminUser":                          {id: "boomiUpdateAdminUser", surface: "boomi", method: "PUT", path: "/api/AdminUsers", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"boomiValidatePasswordResetLink":                {id: "boomiValidatePasswordResetLink", surface: "boomi", method: "GET", path: "/api/Password/resetPassword", accepts: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"boomiValidatePasswordSetLink":                  {id: "boomiValidatePasswordSetLink", surface: "boomi", method: "GET", path: "/api/Password/setPassword", accepts: "application/json", bearer: true, failure: refused[BoomiProblemDetails]},
	"entrustAuthenticateAdminApiUsingPOST":          {id: "entrustAuthenticateAdminApiUsingPOST", surface: "entrust", method: "POST", path: "/api/web/v1/adminapi/authenticate", sends: "application/json", accepts: "application/json", failure: refused[EntrustErrorInfo]},
	"entrustCreateUserUsingPOST":                    {id: "entrustCreateUserUsingPOST", surface: "entrust", method: "POST", path: "/api/web/v3/users", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustCreateUsersUsingPOST":                   {id: "entrustCreateUsersUsingPOST", surface: "entrust", method: "POST", path: "/api/web/v3/users/multiple", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustDeleteUserPasswordUsingDELETE":          {id: "entrustDeleteUserPasswordUsingDELETE", surface: "entrust", method: "DELETE", path: "/api/web/v1/users/{userid}/passwords", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustDeleteUserUsingDELETE":                  {id: "entrustDeleteUserUsingDELETE", surface: "entrust", method: "DELETE", path: "/api/web/v3/users/{id}", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustDeleteUsersUsingDELETE":                 {id: "entrustDeleteUsersUsingDELETE", surface: "entrust", method: "DELETE", path: "/api/web/v3/users/multiple", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustGetUserPasswordSettingsUsingGET":        {id: "entrustGetUserPasswordSettingsUsingGET", surface: "entrust", method: "GET", path: "/api/web/v1/users/{userid}/settings/password", accepts: "application/json", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustGetUserPasswordUsingGET":                {id: "entrustGetUserPasswordUsingGET", surface: "entrust", method: "GET", path: "/api/web/v1/users/{userid}/passwords", accepts: "application/json", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustSendPasswordExpiryNotificationUsingPUT": {id: "entrustSendPasswordExpiryNotificationUsingPUT", surface: "entrust", method: "PUT", path: "/api/web/v1/users/{userid}/password/notify", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustSetUserPasswordUsingPUT":                {id: "entrustSetUserPasswordUsingPUT", surface: "entrust", method: "PUT", path: "/api/web/v1/users/{userid}/passwords", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustUnlockUserUsingPUT":                     {id: "entrustUnlockUserUsingPUT", surface: "entrust", method: "PUT", path: "/api/web/v1/users/{userid}/unlock", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustUpdateUserStateUsingPUT":                {id: "entrustUpdateUserStateUsingPUT", surface: "entrust", method: "PUT", path: "/api/web/v1/users/{userid}/state", sends: "application/json", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustUpdateUserUsingPUT":                     {id: "entrustUpdateUserUsingPUT", surface: "entrust", method: "PUT", path: "/api/web/v3/users/{id}", sends: "application/json", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustUpdateUsersUsingPUT":                    {id: "entrustUpdateUsersUsingPUT", surface: "entrust", method: "PUT", path: "/api/web/v3/users/multiple", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustUserByUseridUsingPOST":                  {id: "entrustUserByUseridUsingPOST", surface: "entrust", method: "POST", path: "/api/web/v3/users/userid", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustUserUsingGET":                           {id: "entrustUserUsingGET", surface: "entrust", method: "GET", path: "/api/web/v3/users/{id}", accepts: "application/json", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustUsersPagedUsingPOST":                    {id: "entrustUsersPagedUsingPOST", surface: "entrust", method: "POST", path: "/api/web/v4/userspaged", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[EntrustErrorInfo]},
	"entrustValidateUserPasswordUsingPOST":          {id: "entrustValidateUserPasswordUsingPOST", surface: "entrust", method: "POST", path: "/api/web/v1/users/{userid}/password/validate", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[EntrustErrorInfo]},
	"rekeyCancelTicket":                             {id: "rekeyCancelTicket", surface: "rekey", method: "DELETE", path: "/v1/tickets/{ticketId}", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyChangePassword":                           {id: "rekeyChangePassword", surface: "rekey", method: "POST", path: "/v1/users/{userId}/password/change", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyCheckPassword":                            {id: "rekeyCheckPassword", surface: "rekey", method: "POST", path: "/v1/password-checks", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyConfirmTotp":                              {id: "rekeyConfirmTotp", surface: "rekey", method: "POST", path: "/v1/users/{userId}/totp/confirm", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyCreateApiKey":                             {id: "rekeyCreateApiKey", surface: "rekey", method: "POST", path: "/v1/api-keys", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyCreateApplication":                        {id: "rekeyCreateApplication", surface: "rekey", method: "POST", path: "/v1/applications", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyCreateSession":                            {id: "rekeyCreateSession", surface: "rekey", method: "POST", path: "/v1/sessions", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyCreateTenant":                             {id: "rekeyCreateTenant", surface: "rekey", method: "POST", path: "/v1/tenants", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyCreateTicket":                             {id: "rekeyCreateTicket", surface: "rekey", method: "POST", path: "/v1/tickets", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyCreateUser":                               {id: "rekeyCreateUser", surface: "rekey", method: "POST", path: "/v1/users", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyDeleteApplication":                        {id: "rekeyDeleteApplication", surface: "rekey", method: "DELETE", path: "/v1/applications/{applicationId}", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyDeleteTenant":                             {id: "rekeyDeleteTenant", surface: "rekey", method: "DELETE", path: "/v1/tenants/{tenantId}", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyDeleteUser":                               {id: "rekeyDeleteUser", surface: "rekey", method: "DELETE", path: "/v1/users/{userId}", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyDropSecondFactor":                         {id: "rekeyDropSecondFactor", surface: "rekey", method: "POST", path: "/v1/users/{userId}/second-factor/remove", sends: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyEndSessions":                              {id: "rekeyEndSessions", surface: "rekey", method: "DELETE", path: "/v1/users/{userId}/sessions", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyEnrollTotp":                               {id: "rekeyEnrollTotp", surface: "rekey", method: "POST", path: "/v1/users/{userId}/totp", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyExportEvents":                             {id: "rekeyExportEvents", surface: "rekey", method: "GET", path: "/v1/events/export", accepts: "application/x-ndjson", bearer: true, failure: refused[RekeyProblem]},
	"rekeyGetApiKey":                                {id: "rekeyGetApiKey", surface: "rekey", method: "GET", path: "/v1/api-keys/{apiKeyId}", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyGetApplication":                           {id: "rekeyGetApplication", surface: "rekey", method: "GET", path: "/v1/applications/{applicationId}", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyGetApplicationPolicy":                     {id: "rekeyGetApplicationPolicy", surface: "rekey", method: "GET", path: "/v1/applications/{applicationId}/policy", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyGetEffectivePolicy":                       {id: "rekeyGetEffectivePolicy", surface: "rekey", method: "GET", path: "/v1/tenants/{tenantId}/effective-policy", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyGetEvent":                                 {id: "rekeyGetEvent", surface: "rekey", method: "GET", path: "/v1/events/{eventId}", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyGetMessage":                               {id: "rekeyGetMessage", surface: "rekey", method: "GET", path: "/v1/messages/{messageId}", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyGetPassword":                              {id: "rekeyGetPassword", surface: "rekey", method: "GET", path: "/v1/users/{userId}/password", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyGetSecondFactor":                          {id: "rekeyGetSecondFactor", surface: "rekey", method: "GET", path: "/v1/users/{userId}/second-factor", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyGetSession":                               {id: "rekeyGetSession", surface: "rekey", method: "GET", path: "/v1/sessions/{sessionId}", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyGetTenant":                                {id: "rekeyGetTenant", surface: "rekey", method: "GET", path: "/v1/tenants/{tenantId}", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyGetTenantPolicy":                          {id: "rekeyGetTenantPolicy", surface: "rekey", method: "GET", path: "/v1/tenants/{tenantId}/policy", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyGetTicket":                                {id: "rekeyGetTicket", surface: "rekey", method: "GET", path: "/v1/tickets/{ticketId}", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyGetUser":                                  {id: "rekeyGetUser", surface: "rekey", method: "GET", path: "/v1/users/{userId}", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyInspectTicket":                            {id: "rekeyInspectTicket", surface: "rekey", method: "POST", path: "/v1/tickets/inspect", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyListApiKeys":                              {id: "rekeyListApiKeys", surface: "rekey", method: "GET", path: "/v1/api-keys", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyListApplications":                         {id: "rekeyListApplications", surface: "rekey", method: "GET", path: "/v1/applications", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyListCheckpoints":                          {id: "rekeyListCheckpoints", surface: "rekey", method: "GET", path: "/v1/audit/checkpoints", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyListEvents":                               {id: "rekeyListEvents", surface: "rekey", method: "GET", path: "/v1/events", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyListLocales":                              {id: "rekeyListLocales", surface: "rekey", method: "GET", path: "/v1/locales", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyListMessages":                             {id: "rekeyListMessages", surface: "rekey", method: "GET", path: "/v1/messages", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyListPermissions":                          {id: "rekeyListPermissions", surface: "rekey", method: "GET", path: "/v1/permissions", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyListPolicyPresets":                        {id: "rekeyListPolicyPresets", surface: "rekey", method: "GET", path: "/v1/policy-presets", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyListSessions":                             {id: "rekeyListSessions", surface: "rekey", method: "GET", path: "/v1/sessions", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyListSigningKeys":                          {id: "rekeyListSigningKeys", surface: "rekey", method: "GET", path: "/v1/signing-keys", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyListTenants":                              {id: "rekeyListTenants", surface: "rekey", method: "GET", path: "/v1/tenants", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyListTickets":                              {id: "rekeyListTickets", surface: "rekey", method: "GET", path: "/v1/tickets", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyListUsers":                                {id: "rekeyListUsers", surface: "rekey", method: "GET", path: "/v1/users", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyRedeemTicket":                             {id: "rekeyRedeemTicket", surface: "rekey", method: "POST", path: "/v1/tickets/redeem", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyRefreshSession":                           {id: "rekeyRefreshSession", surface: "rekey", method: "POST", path: "/v1/sessions/refresh", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyRegisterApiKey":                           {id: "rekeyRegisterApiKey", surface: "rekey", method: "POST", path: "/v1/api-keys/register", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyRemovePassword":                           {id: "rekeyRemovePassword", surface: "rekey", method: "DELETE", path: "/v1/users/{userId}/password", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyRemoveSecondFactor":                       {id: "rekeyRemoveSecondFactor", surface: "rekey", method: "DELETE", path: "/v1/users/{userId}/second-factor", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyRenewRecoveryCodes":                       {id: "rekeyRenewRecoveryCodes", surface: "rekey", method: "POST", path: "/v1/users/{userId}/recovery-codes", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyRequestReset":                             {id: "rekeyRequestReset", surface: "rekey", method: "POST", path: "/v1/reset-requests", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyResendMessage":                            {id: "rekeyResendMessage", surface: "rekey", method: "POST", path: "/v1/messages/{messageId}/resend", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyRetireSigningKey":                         {id: "rekeyRetireSigningKey", surface: "rekey", method: "POST", path: "/v1/signing-keys/{signingKeyId}/retire", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyRevokeApiKey":                             {id: "rekeyRevokeApiKey", surface: "rekey", method: "DELETE", path: "/v1/api-keys/{apiKeyId}", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyRevokeSession":                            {id: "rekeyRevokeSession", surface: "rekey", method: "DELETE", path: "/v1/sessions/{sessionId}", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyRotateApiKey":                             {id: "rekeyRotateApiKey", surface: "rekey", method: "POST", path: "/v1/api-keys/{apiKeyId}/rotate", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyRotateSigningKey":                         {id: "rekeyRotateSigningKey", surface: "rekey", method: "POST", path: "/v1/signing-keys/rotate", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeySetApplicationPolicy":                     {id: "rekeySetApplicationPolicy", surface: "rekey", method: "PUT", path: "/v1/applications/{applicationId}/policy", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeySetPassword":                              {id: "rekeySetPassword", surface: "rekey", method: "PUT", path: "/v1/users/{userId}/password", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeySetTenantPolicy":                          {id: "rekeySetTenantPolicy", surface: "rekey", method: "PUT", path: "/v1/tenants/{tenantId}/policy", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyUpdateApiKey":                             {id: "rekeyUpdateApiKey", surface: "rekey", method: "PATCH", path: "/v1/api-keys/{apiKeyId}", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyUpdateApplication":                        {id: "rekeyUpdateApplication", surface: "rekey", method: "PATCH", path: "/v1/applications/{applicationId}", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyUpdateApplicationPolicy":                  {id: "rekeyUpdateApplicationPolicy", surface: "rekey", method: "PATCH", path: "/v1/applications/{applicationId}/policy", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyUpdateTenant":                             {id: "rekeyUpdateTenant", surface: "rekey", method: "PATCH", path: "/v1/tenants/{tenantId}", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyUpdateTenantPolicy":                       {id: "rekeyUpdateTenantPolicy", surface: "rekey", method: "PATCH", path: "/v1/tenants/{tenantId}/policy", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyUpdateUser":                               {id: "rekeyUpdateUser", surface: "rekey", method: "PATCH", path: "/v1/users/{userId}", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyVerifyAddress":                            {id: "rekeyVerifyAddress", surface: "rekey", method: "POST", path: "/v1/tickets/verify-address", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"rekeyVerifyAudit":                              {id: "rekeyVerifyAudit", surface: "rekey", method: "GET", path: "/v1/audit/verify", accepts: "application/json", bearer: true, failure: refused[RekeyProblem]},
	"rekeyVerifyTenantHost":                         {id: "rekeyVerifyTenantHost", surface: "rekey", method: "POST", path: "/v1/tenants/{tenantId}/hosts/{host}/verify", accepts: "application/json", idempotent: true, bearer: true, failure: refused[RekeyProblem]},
	"wristbandChangePassword":                       {id: "wristbandChangePassword", surface: "wristband", method: "POST", path: "/api/v1/change-password", sends: "application/json", bearer: true, failure: refused[WristbandError]},
	"wristbandCreatePasswordResetLink":              {id: "wristbandCreatePasswordResetLink", surface: "wristband", method: "POST", path: "/api/v1/password-reset/create-password-reset-link", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[WristbandError]},
	"wristbandCreateUser":                           {id: "wristbandCreateUser", surface: "wristband", method: "POST", path: "/api/v1/users", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[WristbandError]},
	"wristbandDeleteUser":                           {id: "wristbandDeleteUser", surface: "wristband", method: "DELETE", path: "/api/v1/users/{userId}", bearer: true, failure: refused[WristbandError]},
	"wristbandDeleteUserAuthSessions":               {id: "wristbandDeleteUserAuthSessions", surface: "wristband", method: "DELETE", path: "/api/v1/users/{userId}/auth-sessions", bearer: true, failure: refused[WristbandError]},
	"wristbandGetJwks":                              {id: "wristbandGetJwks", surface: "wristband", method: "GET", path: "/api/v1/oauth2/jwks", accepts: "application/json", failure: refused[WristbandOAuthError]},
	"wristbandGetToken":                             {id: "wristbandGetToken", surface: "wristband", method: "POST", path: "/api/v1/oauth2/token", sends: "application/x-www-form-urlencoded", accepts: "application/json", failure: refused[WristbandOAuthError]},
	"wristbandGetUser":                              {id: "wristbandGetUser", surface: "wristband", method: "GET", path: "/api/v1/users/{userId}", accepts: "application/json", bearer: true, failure: refused[WristbandError]},
	"wristbandIntrospectPasswordResetEmailAuthCode": {id: "wristbandIntrospectPasswordResetEmailAuthCode", surface: "wristband", method: "POST", path: "/api/v1/password-reset/introspect-email-auth-code", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[WristbandError]},
	"wristbandPatchUser":                            {id: "wristbandPatchUser", surface: "wristband", method: "PATCH", path: "/api/v1/users/{userId}", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[WristbandError]},
	"wristbandQueryApplicationUsers":                {id: "wristbandQueryApplicationUsers", surface: "wristband", method: "GET", path: "/api/v1/applications/{applicationId}/users", accepts: "application/json", bearer: true, failure: refused[WristbandError]},
	"wristbandQueryTenantUsers":                     {id: "wristbandQueryTenantUsers", surface: "wristband", method: "GET", path: "/api/v1/tenants/{tenantId}/users", accepts: "application/json", bearer: true, failure: refused[WristbandError]},
	"wristbandRequestPasswordReset":                 {id: "wristbandRequestPasswordReset", surface: "wristband", method: "POST", path: "/api/v1/password-reset/request-password-reset", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[WristbandError]},
	"wristbandResetPassword":                        {id: "wristbandResetPassword", surface: "wristband", method: "POST", path: "/api/v1/password-reset/reset-password", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[WristbandError]},
	"wristbandRevokeRefreshToken":                   {id: "wristbandRevokeRefreshToken", surface: "wristband", method: "POST", path: "/api/v1/refresh-tokens/{refreshTokenId}/revoke", bearer: true, failure: refused[WristbandError]},
	"wristbandRevokeToken":                          {id: "wristbandRevokeToken", surface: "wristband", method: "POST", path: "/api/v1/oauth2/revoke", sends: "application/x-www-form-urlencoded", failure: refused[WristbandOAuthError]},
	"wristbandSendPasswordResetEmail":               {id: "wristbandSendPasswordResetEmail", surface: "wristband", method: "POST", path: "/api/v1/password-reset/send-password-reset-email", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[WristbandError]},
	"wristbandVerifyCode":                           {id: "wristbandVerifyCode", surface: "wristband", method: "POST", path: "/api/v1/password-reset/verify-code", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[WristbandError]},
	"zitadelAddHumanUser":                           {id: "zitadelAddHumanUser", surface: "zitadel", method: "POST", path: "/v2/users/human", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelCreateInviteCode":                       {id: "zitadelCreateInviteCode", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/invite_code", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelCreateSession":                          {id: "zitadelCreateSession", surface: "zitadel", method: "POST", path: "/v2/sessions", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelCreateUser":                             {id: "zitadelCreateUser", surface: "zitadel", method: "POST", path: "/v2/users/new", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelDeactivateUser":                         {id: "zitadelDeactivateUser", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/deactivate", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelDeleteSession":                          {id: "zitadelDeleteSession", surface: "zitadel", method: "DELETE", path: "/v2/sessions/{sessionId}", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelDeleteUser":                             {id: "zitadelDeleteUser", surface: "zitadel", method: "DELETE", path: "/v2/users/{userId}", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelGetKeys":                                {id: "zitadelGetKeys", surface: "zitadel", method: "GET", path: "/oauth/v2/keys", accepts: "application/json", failure: refused[ZitadelOAuthError]},
	"zitadelGetLockoutSettings":                     {id: "zitadelGetLockoutSettings", surface: "zitadel", method: "GET", path: "/v2/settings/lockout", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelGetLoginSettings":                       {id: "zitadelGetLoginSettings", surface: "zitadel", method: "GET", path: "/v2/settings/login", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelGetOpenidConfiguration":                 {id: "zitadelGetOpenidConfiguration", surface: "zitadel", method: "GET", path: "/.well-known/openid-configuration", accepts: "application/json", failure: refused[ZitadelOAuthError]},
	"zitadelGetPasswordComplexitySettings":          {id: "zitadelGetPasswordComplexitySettings", surface: "zitadel", method: "GET", path: "/v2/settings/password/complexity", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelGetPasswordExpirySettings":              {id: "zitadelGetPasswordExpirySettings", surface: "zitadel", method: "GET", path: "/v2/settings/password/expiry", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelGetSession":                             {id: "zitadelGetSession", surface: "zitadel", method: "GET", path: "/v2/sessions/{sessionId}", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelGetToken":                               {id: "zitadelGetToken", surface: "zitadel", method: "POST", path: "/oauth/v2/token", sends: "application/x-www-form-urlencoded", accepts: "application/json", failure: refused[ZitadelOAuthError]},
	"zitadelGetUserByID":                            {id: "zitadelGetUserByID", surface: "zitadel", method: "GET", path: "/v2/users/{userId}", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelListAuthenticationMethodTypes":          {id: "zitadelListAuthenticationMethodTypes", surface: "zitadel", method: "GET", path: "/v2/users/{userId}/authentication_methods", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelListSessions":                           {id: "zitadelListSessions", surface: "zitadel", method: "POST", path: "/v2/sessions/search", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelListUsers":                              {id: "zitadelListUsers", surface: "zitadel", method: "POST", path: "/v2/users", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelLockUser":                               {id: "zitadelLockUser", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/lock", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelPasswordReset":                          {id: "zitadelPasswordReset", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/password_reset", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelReactivateUser":                         {id: "zitadelReactivateUser", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/reactivate", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelResendEmailCode":                        {id: "zitadelResendEmailCode", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/email/resend", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelResendInviteCode":                       {id: "zitadelResendInviteCode", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/invite_code/resend", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelResendPhoneCode":                        {id: "zitadelResendPhoneCode", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/phone/resend", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelSetEmail":                               {id: "zitadelSetEmail", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/email", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelSetPassword":                            {id: "zitadelSetPassword", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/password", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelSetPhone":                               {id: "zitadelSetPhone", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/phone", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelSetSession":                             {id: "zitadelSetSession", surface: "zitadel", method: "PATCH", path: "/v2/sessions/{sessionId}", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelUnlockUser":                             {id: "zitadelUnlockUser", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/unlock", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelUpdateUser":                             {id: "zitadelUpdateUser", surface: "zitadel", method: "PATCH", path: "/v2/users/{userId}", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelVerifyEmail":                            {id: "zitadelVerifyEmail", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/email/verify", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelVerifyInviteCode":                       {id: "zitadelVerifyInviteCode", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/invite_code/verify", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
	"zitadelVerifyPhone":                            {id: "zitadelVerifyPhone", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/phone/verify", sends: "application/json", accepts: "application/json", bearer: true, failure: refused[ZitadelStatus]},
}
