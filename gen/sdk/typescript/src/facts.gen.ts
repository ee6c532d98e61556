// Generated from openapi/ by specbundle; do not edit.

import type { components } from "./schemas.gen.js";

/** The version of the contract and of this SDK. */
export const version = "0.2.0";

/** The codes of the native surface. A server may know more of them. */
export const Code = {
  /** 500: Internal error. Something failed unexpectedly. Nothing was changed, unless the answer to a repeated request says so. */
  Internal: "internal",
  /** 503: Not available for the moment. A part that the request needs is down, or its queue is full. */
  Unavailable: "unavailable",
  /** 429: Too many requests. This address or this API key has used up its budget of requests, or the key already has its maximum of concurrent requests. */
  TooManyRequests: "too_many_requests",
  /** 413: Body too large. A request body has at most 64 KiB. */
  BodyTooLarge: "body_too_large",
  /** 415: Unsupported media type. The Content-Type is missing, the operation does not declare it, or the body is compressed. */
  UnsupportedMediaType: "unsupported_media_type",
  /** 400: Malformed request. The request does not match the contract. Each violation names the place and the rule. */
  MalformedRequest: "malformed_request",
  /** 401: Not authenticated. The credential is missing, unknown, expired or revoked. The answer does not say which. */
  Unauthenticated: "unauthenticated",
  /** 403: Not permitted. The caller lacks the permission that the operation needs, or its boundary is too narrow. The member permission names the missing permission. */
  Forbidden: "forbidden",
  /** 404: No such path. There is nothing at this path. */
  NoSuchPath: "no_such_path",
  /** 405: Method not allowed. The path exists, but does not answer this method. */
  MethodNotAllowed: "method_not_allowed",
  /** 412: Changed in the meantime. If-Match does not name the current version: another caller changed the object first. Nothing was changed. */
  VersionMismatch: "version_mismatch",
  /** 409: Name taken. The user name or address belongs to another user of the tenant. Names are compared in their canonical form: case, width and composition make no difference. */
  NameTaken: "name_taken",
  /** 409: Host taken. A host selects only one tenant, and this host already selects another. */
  HostTaken: "host_taken",
  /** 403: Host reserved. Only keys of the platform may set this host: it is the public host of the service, an IP address, localhost, a name without a dot, or another name that cannot have a DNS record. */
  HostReserved: "host_reserved",
  /** 404: No such host. The tenant neither has this host nor claimed it. */
  HostNotFound: "host_not_found",
  /** 409: Host not proven. The TXT record of the tenant's pending host was not found, or has another value. A new record may stay unseen until the cached earlier answer expires (its TTL). */
  HostUnproven: "host_unproven",
  /** 503: DNS not available. The resolver did not answer or failed, or this node already has two running look-ups of the tenant, or sixteen of all tenants. So it is not known whether the record exists. */
  DnsUnavailable: "dns_unavailable",
  /** 409: Application not empty. The application still has tenants. */
  ApplicationNotEmpty: "application_not_empty",
  /** 409: Tenant not empty. The tenant still has users. */
  TenantNotEmpty: "tenant_not_empty",
  /** 409: Default tenant. Requests that name no tenant act in this one, so it cannot be deleted. */
  TenantIsDefault: "tenant_is_default",
  /** 404: No such application. There is no such application, or it is not in the caller's scope. */
  ApplicationNotFound: "application_not_found",
  /** 404: No such tenant. There is no such tenant, or it is not in the caller's scope. */
  TenantNotFound: "tenant_not_found",
  /** 404: No such user. There is no such user, or he is not in the caller's scope. */
  UserNotFound: "user_not_found",
  /** 404: No such event. There is no such event, or it is not in the caller's scope. */
  EventNotFound: "event_not_found",
  /** 404: No such session. There is no such session, it has ended, or it is not in the caller's scope. */
  SessionNotFound: "session_not_found",
  /** 404: No such refresh token. There is no such refresh token, or it is not in the caller's scope. */
  RefreshTokenNotFound: "refresh_token_not_found",
  /** 422: Settings out of bounds. A setting is out of its safe bounds. Each violation names the setting and its bounds. */
  SettingsInvalid: "settings_invalid",
  /** 422: Not a name. The name or address is empty, too long, or not allowed: a name has invisible characters, an address cannot be mailed, or a number is not E.164. The violation says which. */
  NameInvalid: "name_invalid",
  /** 403: Grants more than the caller holds. The request would give a user or an API key a permission or a boundary that the caller does not have. Nothing was changed. */
  GrantsMore: "grants_more",
  /** 403: Holds more than the caller. The user or API key has a permission or a boundary that the caller does not have. A caller with fewer rights may not set its password, issue a ticket for it, lock, change, rotate or delete it. Nothing was changed, and nothing was mailed. */
  HoldsMore: "holds_more",
  /** 403: For callers of the platform. Only callers with the boundary platform may set the budgets of an API key. Nothing was changed. */
  PlatformOnly: "platform_only",
  /** 422: API key not possible. The API key is not possible as described: a permission is unknown, the application or tenants of the boundary are missing, or an application or tenant does not exist. Each violation names the place and the rule. */
  ApiKeyInvalid: "api_key_invalid",
  /** 404: No such API key. There is no such API key, or it is not in the caller's scope. */
  ApiKeyNotFound: "api_key_not_found",
  /** 409: API key revoked. A revoked API key can be read, but neither changed nor rotated. */
  ApiKeyRevoked: "api_key_revoked",
  /** 409: API key without secret. An API key with a public key has no secret that could be rotated. */
  ApiKeyWithoutSecret: "api_key_without_secret",
  /** 409: Tenant number taken. Another tenant of the installation has this number. */
  TenantNumberTaken: "tenant_number_taken",
  /** 409: Subject taken. Another API key that is not revoked has this subject: the program is registered already, perhaps in another tenant. */
  SubjectTaken: "subject_taken",
  /** 404: No such signing key. There is no such signing key. */
  SigningKeyNotFound: "signing_key_not_found",
  /** 409: The signing key signs. The key that signs cannot be retired: the service would have to sign with a key that no other service knows yet. */
  SigningKeySigns: "signing_key_signs",
  /** 409: Too many signing keys. There are 32 keys that are not retired. All of them are published. */
  SigningKeysTooMany: "signing_keys_too_many",
  /** 409: Idempotency-Key reused. The key was used for another request within the last 24 hours. Nothing was done. */
  IdempotencyKeyReused: "idempotency_key_reused",
  /** 409: Still being carried out. The first request with this key is not finished. */
  IdempotencyInProgress: "idempotency_in_progress",
  /** 409: Done before; the secret is gone. The request was carried out before. Its answer had a secret, and such answers are repeated for ten minutes only. */
  IdempotencyAnswerGone: "idempotency_answer_gone",
  /** 409: Done before; the answer was lost. The request was carried out before, and the node stopped before it stored the answer. */
  IdempotencyAnswerLost: "idempotency_answer_lost",
  /** 422: Link or code not usable. The link or code is unknown, used, superseded, expired, revoked, or not the caller's. The answer does not say which, since that would help an attacker who guesses. */
  TicketUnusable: "ticket_unusable",
  /** 422: Password against the policy. The password breaks rules of the policy. Each violation names the rule and its bounds. */
  PasswordPolicy: "password_policy",
  /** 503: Breach look-up not available. The policy requires that each new password is looked up among breached passwords, and the look-up did not answer. */
  BreachLookupUnavailable: "breach_lookup_unavailable",
  /** 422: Passwords differ. Password and confirmation are not the same. */
  PasswordsDiffer: "passwords_differ",
  /** 422: Password missing. The operation needs a password. */
  PasswordMissing: "password_missing",
  /** 422: Password not typable. The password has more than 1,024 characters or 4,096 bytes, or characters that cannot be typed. */
  PasswordNotText: "password_not_text",
  /** 422: Wrong current password. The current password is wrong. Wrong passwords count like failed logins. */
  WrongCurrentPassword: "wrong_current_password",
  /** 409: Changed too recently. The policy lets a user change his password again only after some time. */
  PasswordTooYoung: "password_too_young",
  /** 422: Hash not accepted. The hash has an unknown format, or a cost outside the accepted bounds. The violation says which rule or bound. */
  HashNotAccepted: "hash_not_accepted",
  /** 422: Expiry in the past. The expiry time is in the past. */
  ExpiryInPast: "expiry_in_past",
  /** 422: Expiry too far. The expiry time is more than 36,500 days ahead. */
  ExpiryTooFar: "expiry_too_far",
  /** 404: No password. The user has no password. */
  NoPassword: "no_password",
  /** 409: No expiry. The user's password does not expire. */
  NoExpiry: "no_expiry",
  /** 409: User inactive. The user is disabled or locked. */
  UserInactive: "user_inactive",
  /** 409: Already locked. The user is already locked. */
  AlreadyLocked: "already_locked",
  /** 409: Not locked. The user is not locked. */
  NotLocked: "not_locked",
  /** 409: No verified address. The user has no verified address for this kind of message. Only an invitation or a verification is sent to an unverified one. */
  NoVerifiedAddress: "no_verified_address",
  /** 409: Address unknown. The user has no such address. */
  AddressUnknown: "address_unknown",
  /** 409: Address verified. The address is already verified. */
  AddressVerified: "address_verified",
  /** 409: Address unchanged. The user has this address already. */
  AddressUnchanged: "address_unchanged",
  /** 409: Has a password. The user already has a password and needs no invitation. */
  HasPassword: "has_password",
  /** 409: Invitation open. The user has not accepted the invitation yet. */
  InviteOpen: "invite_open",
  /** 409: No invitation. The user has no open invitation. */
  NoInvite: "no_invite",
  /** 409: Directory user. The user's password is in a directory, and no directory is configured. */
  NoDirectory: "no_directory",
  /** 422: Link template refused. The URL template is not on the tenant's allow-list, or has unknown placeholders. */
  LinkTemplateRefused: "link_template_refused",
  /** 409: Password changed in the meantime. Another request changed the password first. This request changed nothing. */
  CredentialChanged: "credential_changed",
  /** 401: Login failed. User name or password is wrong, or the user may not log in now. The answer does not say which. */
  LoginFailed: "login_failed",
  /** 403: Change required. The password is right, but it may be used only to choose a new one. The member ticket redeems a reset. */
  PasswordChangeRequired: "password_change_required",
  /** 401: Second factor required. The password is right, and a second factor is needed. */
  SecondFactorRequired: "second_factor_required",
  /** 401: Refresh token not usable. The refresh token is unknown, used, revoked or expired. If a used one is sent again, it may have been stolen, and the session ends. A tenant may allow some seconds in which the same client gets the same successor (`sessions.refreshReuseSeconds`). */
  RefreshTokenUnusable: "refresh_token_unusable",
  /** 409: Session changed. Another request changed the session first. */
  SessionChanged: "session_changed",
  /** 422: Another user's session. The user of a session cannot be changed. */
  SessionOtherUser: "session_other_user",
  /** 422: Session without a user. The session has no user whose password could be checked. */
  SessionUserMissing: "session_user_missing",
  /** 404: No second factor. The user has no authenticator app. */
  NoSecondFactor: "no_second_factor",
  /** 409: Second factor exists. The user already has an authenticator app; a user can have only one. */
  SecondFactorExists: "second_factor_exists",
  /** 409: No such code. The session waits for no one-time code of this kind: none was ordered, or it was used, replaced, or tried too often. */
  NoSessionCode: "no_session_code",
  /** 422: Wrong code. The one-time code of the session is wrong. */
  SessionCodeWrong: "session_code_wrong",
  /** 409: Code expired. The one-time code of the session has expired. */
  SessionCodeExpired: "session_code_expired",
  /** 409: No codes accepted. Too many one-time codes of the user were wrong, and no more are accepted. */
  CodesExhausted: "codes_exhausted",
  /** 409: Nothing to confirm. The user has no authenticator app that waits for its first code, or it waited for more than an hour. */
  NoEnrollment: "no_enrollment",
  /** 422: Wrong code. The code of the authenticator app, or the recovery code, is wrong, old or used, or there were too many wrong ones. The answer does not say which. */
  FactorCodeWrong: "factor_code_wrong",
  /** 422: Code required. The account has a second factor, and this request also needs its code. Nothing was used up. */
  FactorCodeRequired: "factor_code_required",
  /** 422: Sessions must end. The policy of the tenant does not allow sessions to continue after a change of the password in this way. */
  RevocationNotAllowed: "revocation_not_allowed",
  /** 422: User not possible. The user is not possible as described. Each violation names the place and the rule. */
  UserInvalid: "user_invalid",
  /** 409: External id taken. An id of the new user belongs or belonged to another user: an external id to one of the tenant, and an id in the form of a UUID to one of the installation. Ids are never reused, so that nothing that another system keeps under an id is taken for that of another user. */
  ExternalIdTaken: "external_id_taken",
  /** 409: Several users. Several users in the caller's scope have the id: as their own, or as the external id in their tenants. None of them is chosen. */
  UserAmbiguous: "user_ambiguous",
  /** 409: Id used before. The id belonged to a user who was deleted. Ids are never reused, so that no link, right or event of the audit trail is taken for that of another user. */
  IdUsed: "id_used",
  /** 404: No such ticket. There is no such ticket, or it is not in the caller's scope. */
  TicketNotFound: "ticket_not_found",
  /** 409: Ticket over. The ticket was used, replaced or revoked, or it has expired. */
  TicketOver: "ticket_over",
  /** 422: Ticket would live too long. A short code lives at most 15 minutes, a reset link 24 hours, any other link 7 days. */
  TicketLifetime: "ticket_lifetime",
  /** 422: No short code for this purpose. A short code is only for a reset: a ticket that lives longer needs a longer secret. */
  TicketMedium: "ticket_medium",
  /** 404: No such message. There is no such message, or it is not in the caller's scope. */
  MessageNotFound: "message_not_found",
  /** 409: Content gone. The content of a message is deleted when it was sent, and that of a failed message when its ticket has ended. */
  MessageContentGone: "message_content_gone",
  /** 409: Enough messages for now. The user got as many messages within an hour as his tenant allows. */
  MailBudgetSpent: "mail_budget_spent",
} as const;
export type Code = (typeof Code)[keyof typeof Code] | (string & {});

/** The members and parameters of each surface whose values are never printed. */
export const secretNames: Readonly<Record<string, ReadonlySet<string>>> = {
  rekey: new Set(["accessToken", "access_token", "assertion", "authSessionCode", "authToken", "challenge", "clientSecret", "client_secret", "code", "confirmPassword", "currentPassword", "emailAuthCode", "emailCode", "factorCode", "hash", "inviteCode", "key", "link", "newPassword", "oneTimePasscode", "otpEmail", "otpSms", "password", "passwordResetCode", "passwordResetLink", "phoneCode", "recoveryCodes", "refreshToken", "refresh_token", "requestCode", "secret", "sessionToken", "sharedSecret", "ticket", "token", "totpSecret", "uri", "verificationCode"]),
  boomi: new Set(["accessToken", "access_token", "assertion", "authSessionCode", "authToken", "challenge", "clientSecret", "client_secret", "confirmPassword", "currentPassword", "emailAuthCode", "emailCode", "factorCode", "hash", "inviteCode", "key", "link", "newPassword", "oneTimePasscode", "otpEmail", "otpSms", "password", "passwordResetCode", "passwordResetLink", "phoneCode", "recoveryCodes", "refreshToken", "refresh_token", "requestCode", "secret", "sessionToken", "sharedSecret", "ticket", "token", "totpSecret", "uri", "verificationCode"]),
  entrust: new Set(["accessToken", "access_token", "assertion", "authSessionCode", "authToken", "challenge", "clientSecret", "client_secret", "confirmPassword", "currentPassword", "emailAuthCode", "emailCode", "factorCode", "hash", "inviteCode", "key", "link", "newPassword", "oneTimePasscode", "otpEmail", "otpSms", "password", "passwordResetCode", "passwordResetLink", "phoneCode", "recoveryCodes", "refreshToken", "refresh_token", "requestCode", "secret", "sessionToken", "sharedSecret", "ticket", "token", "totpSecret", "uri", "verificationCode"]),
  wristband: new Set(["accessToken", "access_token", "assertion", "authSessionCode", "authToken", "challenge", "clientSecret", "client_secret", "confirmPassword", "currentPassword", "emailAuthCode", "emailCode", "factorCode", "hash", "inviteCode", "key", "link", "newPassword", "oneTimePasscode", "otpEmail", "otpSms", "password", "passwordResetCode", "passwordResetLink", "phoneCode", "recoveryCodes", "refreshToken", "refresh_token", "requestCode", "secret", "sessionToken", "sharedSecret", "token", "totpSecret", "uri", "verificationCode"]),
  zitadel: new Set(["accessToken", "access_token", "assertion", "authSessionCode", "authToken", "challenge", "clientSecret", "client_secret", "code", "confirmPassword", "currentPassword", "emailAuthCode", "emailCode", "factorCode", "hash", "inviteCode", "link", "oneTimePasscode", "otpEmail", "otpSms", "password", "passwordResetCode", "passwordResetLink", "phoneCode", "recoveryCodes", "refreshToken", "refresh_token", "requestCode", "secret", "sessionToken", "sharedSecret", "ticket", "token", "totpSecret", "uri", "verificationCode"]),
};

export interface Operation {
  readonly id: string;
  readonly surface: string;
  readonly method: string;
  readonly path: string;
  readonly sends?: string;
  readonly accepts?: string;
  readonly idempotent?: true;
  readonly bearer?: true;
  /** The names of the errors' shapes, by status or in general. */
  readonly errors: Readonly<Record<number, keyof Schemas>> & { readonly default: keyof Schemas };
}

export const operations = {
  boomiAuthenticate: { id: "boomiAuthenticate", surface: "boomi", method: "POST", path: "/api/Users/authenticate", sends: "application/json", accepts: "application/json", errors: { default: "boomiProblemDetails", 409: "boomiMfaChallenge" } },
  boomiChangePassword: { id: "boomiChangePassword", surface: "boomi", method: "POST", path: "/api/Account/changePassword", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  boomiCreateAdminUser: { id: "boomiCreateAdminUser", surface: "boomi", method: "POST", path: "/api/AdminUsers", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  boomiDeleteAdminUser: { id: "boomiDeleteAdminUser", surface: "boomi", method: "DELETE", path: "/api/AdminUsers/{userId}", accepts: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  boomiForgotPassword: { id: "boomiForgotPassword", surface: "boomi", method: "POST", path: "/api/ForgotUser/forgotPassword", sends: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  boomiForgotUsername: { id: "boomiForgotUsername", surface: "boomi", method: "POST", path: "/api/ForgotUser/forgotUsername", sends: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  boomiGetAdminUser: { id: "boomiGetAdminUser", surface: "boomi", method: "GET", path: "/api/AdminUsers/{userId}", accepts: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  boomiListAdminUsers: { id: "boomiListAdminUsers", surface: "boomi", method: "GET", path: "/api/AdminUsers", accepts: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  boomiRefreshToken: { id: "boomiRefreshToken", surface: "boomi", method: "POST", path: "/api/Users/refreshToken", sends: "application/json", accepts: "application/json", errors: { default: "boomiProblemDetails" } },
  boomiResendActivation: { id: "boomiResendActivation", surface: "boomi", method: "POST", path: "/api/AdminUsers/{userId}/resendActivation", accepts: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  boomiResendMfa: { id: "boomiResendMfa", surface: "boomi", method: "POST", path: "/api/Users/resendMfa", sends: "application/json", errors: { default: "boomiProblemDetails" } },
  boomiResetPassword: { id: "boomiResetPassword", surface: "boomi", method: "POST", path: "/api/Password/resetPassword", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  boomiSetPassword: { id: "boomiSetPassword", surface: "boomi", method: "POST", path: "/api/Password/setPassword", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  boomiUnlockAdminUser: { id: "boomiUnlockAdminUser", surface: "boomi", method: "POST", path: "/api/AdminUsers/{userId}/unlock", accepts: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  boomiUpdateAdminUser: { id: "boomiUpdateAdminUser", surface: "boomi", method: "PUT", path: "/api/AdminUsers", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  boomiValidatePasswordResetLink: { id: "boomiValidatePasswordResetLink", surface: "boomi", method: "GET", path: "/api/Password/resetPassword", accepts: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  boomiValidatePasswordSetLink: { id: "boomiValidatePasswordSetLink", surface: "boomi", method: "GET", path: "/api/Password/setPassword", accepts: "application/json", bearer: true, errors: { default: "boomiProblemDetails" } },
  entrustAuthenticateAdminApiUsingPOST: { id: "entrustAuthenticateAdminApiUsingPOST", surface: "entrust", method: "POST", path: "/api/web/v1/adminapi/authenticate", sends: "application/json", accepts: "application/json", errors: { default: "entrustErrorInfo" } },
  entrustCreateUserUsingPOST: { id: "entrustCreateUserUsingPOST", surface: "entrust", method: "POST", path: "/api/web/v3/users", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustCreateUsersUsingPOST: { id: "entrustCreateUsersUsingPOST", surface: "entrust", method: "POST", path: "/api/web/v3/users/multiple", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustDeleteUserPasswordUsingDELETE: { id: "entrustDeleteUserPasswordUsingDELETE", surface: "entrust", method: "DELETE", path: "/api/web/v1/users/{userid}/passwords", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustDeleteUserUsingDELETE: { id: "entrustDeleteUserUsingDELETE", surface: "entrust", method: "DELETE", path: "/api/web/v3/users/{id}", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustDeleteUsersUsingDELETE: { id: "entrustDeleteUsersUsingDELETE", surface: "entrust", method: "DELETE", path: "/api/web/v3/users/multiple", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustGetUserPasswordSettingsUsingGET: { id: "entrustGetUserPasswordSettingsUsingGET", surface: "entrust", method: "GET", path: "/api/web/v1/users/{userid}/settings/password", accepts: "application/json", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustGetUserPasswordUsingGET: { id: "entrustGetUserPasswordUsingGET", surface: "entrust", method: "GET", path: "/api/web/v1/users/{userid}/passwords", accepts: "application/json", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustSendPasswordExpiryNotificationUsingPUT: { id: "entrustSendPasswordExpiryNotificationUsingPUT", surface: "entrust", method: "PUT", path: "/api/web/v1/users/{userid}/password/notify", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustSetUserPasswordUsingPUT: { id: "entrustSetUserPasswordUsingPUT", surface: "entrust", method: "PUT", path: "/api/web/v1/users/{userid}/passwords", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustUnlockUserUsingPUT: { id: "entrustUnlockUserUsingPUT", surface: "entrust", method: "PUT", path: "/api/web/v1/users/{userid}/unlock", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustUpdateUserStateUsingPUT: { id: "entrustUpdateUserStateUsingPUT", surface: "entrust", method: "PUT", path: "/api/web/v1/users/{userid}/state", sends: "application/json", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustUpdateUserUsingPUT: { id: "entrustUpdateUserUsingPUT", surface: "entrust", method: "PUT", path: "/api/web/v3/users/{id}", sends: "application/json", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustUpdateUsersUsingPUT: { id: "entrustUpdateUsersUsingPUT", surface: "entrust", method: "PUT", path: "/api/web/v3/users/multiple", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustUserByUseridUsingPOST: { id: "entrustUserByUseridUsingPOST", surface: "entrust", method: "POST", path: "/api/web/v3/users/userid", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustUserUsingGET: { id: "entrustUserUsingGET", surface: "entrust", method: "GET", path: "/api/web/v3/users/{id}", accepts: "application/json", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustUsersPagedUsingPOST: { id: "entrustUsersPagedUsingPOST", surface: "entrust", method: "POST", path: "/api/web/v4/userspaged", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "entrustErrorInfo" } },
  entrustValidateUserPasswordUsingPOST: { id: "entrustValidateUserPasswordUsingPOST", surface: "entrust", method: "POST", path: "/api/web/v1/users/{userid}/password/validate", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "entrustErrorInfo" } },
  rekeyCancelTicket: { id: "rekeyCancelTicket", surface: "rekey", method: "DELETE", path: "/v1/tickets/{ticketId}", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyChangePassword: { id: "rekeyChangePassword", surface: "rekey", method: "POST", path: "/v1/users/{userId}/password/change", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyCheckPassword: { id: "rekeyCheckPassword", surface: "rekey", method: "POST", path: "/v1/password-checks", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyConfirmTotp: { id: "rekeyConfirmTotp", surface: "rekey", method: "POST", path: "/v1/users/{userId}/totp/confirm", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyCreateApiKey: { id: "rekeyCreateApiKey", surface: "rekey", method: "POST", path: "/v1/api-keys", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyCreateApplication: { id: "rekeyCreateApplication", surface: "rekey", method: "POST", path: "/v1/applications", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyCreateSession: { id: "rekeyCreateSession", surface: "rekey", method: "POST", path: "/v1/sessions", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyCreateTenant: { id: "rekeyCreateTenant", surface: "rekey", method: "POST", path: "/v1/tenants", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyCreateTicket: { id: "rekeyCreateTicket", surface: "rekey", method: "POST", path: "/v1/tickets", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyCreateUser: { id: "rekeyCreateUser", surface: "rekey", method: "POST", path: "/v1/users", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyDeleteApplication: { id: "rekeyDeleteApplication", surface: "rekey", method: "DELETE", path: "/v1/applications/{applicationId}", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyDeleteTenant: { id: "rekeyDeleteTenant", surface: "rekey", method: "DELETE", path: "/v1/tenants/{tenantId}", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyDeleteUser: { id: "rekeyDeleteUser", surface: "rekey", method: "DELETE", path: "/v1/users/{userId}", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyDropSecondFactor: { id: "rekeyDropSecondFactor", surface: "rekey", method: "POST", path: "/v1/users/{userId}/second-factor/remove", sends: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyEndSessions: { id: "rekeyEndSessions", surface: "rekey", method: "DELETE", path: "/v1/users/{userId}/sessions", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyEnrollTotp: { id: "rekeyEnrollTotp", surface: "rekey", method: "POST", path: "/v1/users/{userId}/totp", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyExportEvents: { id: "rekeyExportEvents", surface: "rekey", method: "GET", path: "/v1/events/export", accepts: "application/x-ndjson", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyGetApiKey: { id: "rekeyGetApiKey", surface: "rekey", method: "GET", path: "/v1/api-keys/{apiKeyId}", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyGetApplication: { id: "rekeyGetApplication", surface: "rekey", method: "GET", path: "/v1/applications/{applicationId}", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyGetApplicationPolicy: { id: "rekeyGetApplicationPolicy", surface: "rekey", method: "GET", path: "/v1/applications/{applicationId}/policy", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyGetEffectivePolicy: { id: "rekeyGetEffectivePolicy", surface: "rekey", method: "GET", path: "/v1/tenants/{tenantId}/effective-policy", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyGetEvent: { id: "rekeyGetEvent", surface: "rekey", method: "GET", path: "/v1/events/{eventId}", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyGetMessage: { id: "rekeyGetMessage", surface: "rekey", method: "GET", path: "/v1/messages/{messageId}", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyGetPassword: { id: "rekeyGetPassword", surface: "rekey", method: "GET", path: "/v1/users/{userId}/password", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyGetSecondFactor: { id: "rekeyGetSecondFactor", surface: "rekey", method: "GET", path: "/v1/users/{userId}/second-factor", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyGetSession: { id: "rekeyGetSession", surface: "rekey", method: "GET", path: "/v1/sessions/{sessionId}", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyGetTenant: { id: "rekeyGetTenant", surface: "rekey", method: "GET", path: "/v1/tenants/{tenantId}", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyGetTenantPolicy: { id: "rekeyGetTenantPolicy", surface: "rekey", method: "GET", path: "/v1/tenants/{tenantId}/policy", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyGetTicket: { id: "rekeyGetTicket", surface: "rekey", method: "GET", path: "/v1/tickets/{ticketId}", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyGetUser: { id: "rekeyGetUser", surface: "rekey", method: "GET", path: "/v1/users/{userId}", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyInspectTicket: { id: "rekeyInspectTicket", surface: "rekey", method: "POST", path: "/v1/tickets/inspect", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyListApiKeys: { id: "rekeyListApiKeys", surface: "rekey", method: "GET", path: "/v1/api-keys", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyListApplications: { id: "rekeyListApplications", surface: "rekey", method: "GET", path: "/v1/applications", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyListCheckpoints: { id: "rekeyListCheckpoints", surface: "rekey", method: "GET", path: "/v1/audit/checkpoints", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyListEvents: { id: "rekeyListEvents", surface: "rekey", method: "GET", path: "/v1/events", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyListLocales: { id: "rekeyListLocales", surface: "rekey", method: "GET", path: "/v1/locales", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyListMessages: { id: "rekeyListMessages", surface: "rekey", method: "GET", path: "/v1/messages", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyListPermissions: { id: "rekeyListPermissions", surface: "rekey", method: "GET", path: "/v1/permissions", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyListPolicyPresets: { id: "rekeyListPolicyPresets", surface: "rekey", method: "GET", path: "/v1/policy-presets", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyListSessions: { id: "rekeyListSessions", surface: "rekey", method: "GET", path: "/v1/sessions", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyListSigningKeys: { id: "rekeyListSigningKeys", surface: "rekey", method: "GET", path: "/v1/signing-keys", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyListTenants: { id: "rekeyListTenants", surface: "rekey", method: "GET", path: "/v1/tenants", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyListTickets: { id: "rekeyListTickets", surface: "rekey", method: "GET", path: "/v1/tickets", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyListUsers: { id: "rekeyListUsers", surface: "rekey", method: "GET", path: "/v1/users", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyRedeemTicket: { id: "rekeyRedeemTicket", surface: "rekey", method: "POST", path: "/v1/tickets/redeem", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyRefreshSession: { id: "rekeyRefreshSession", surface: "rekey", method: "POST", path: "/v1/sessions/refresh", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyRegisterApiKey: { id: "rekeyRegisterApiKey", surface: "rekey", method: "POST", path: "/v1/api-keys/register", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyRemovePassword: { id: "rekeyRemovePassword", surface: "rekey", method: "DELETE", path: "/v1/users/{userId}/password", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyRemoveSecondFactor: { id: "rekeyRemoveSecondFactor", surface: "rekey", method: "DELETE", path: "/v1/users/{userId}/second-factor", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyRenewRecoveryCodes: { id: "rekeyRenewRecoveryCodes", surface: "rekey", method: "POST", path: "/v1/users/{userId}/recovery-codes", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyRequestReset: { id: "rekeyRequestReset", surface: "rekey", method: "POST", path: "/v1/reset-requests", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyResendMessage: { id: "rekeyResendMessage", surface: "rekey", method: "POST", path: "/v1/messages/{messageId}/resend", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyRetireSigningKey: { id: "rekeyRetireSigningKey", surface: "rekey", method: "POST", path: "/v1/signing-keys/{signingKeyId}/retire", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyRevokeApiKey: { id: "rekeyRevokeApiKey", surface: "rekey", method: "DELETE", path: "/v1/api-keys/{apiKeyId}", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyRevokeSession: { id: "rekeyRevokeSession", surface: "rekey", method: "DELETE", path: "/v1/sessions/{sessionId}", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyRotateApiKey: { id: "rekeyRotateApiKey", surface: "rekey", method: "POST", path: "/v1/api-keys/{apiKeyId}/rotate", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyRotateSigningKey: { id: "rekeyRotateSigningKey", surface: "rekey", method: "POST", path: "/v1/signing-keys/rotate", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeySetApplicationPolicy: { id: "rekeySetApplicationPolicy", surface: "rekey", method: "PUT", path: "/v1/applications/{applicationId}/policy", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeySetPassword: { id: "rekeySetPassword", surface: "rekey", method: "PUT", path: "/v1/users/{userId}/password", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeySetTenantPolicy: { id: "rekeySetTenantPolicy", surface: "rekey", method: "PUT", path: "/v1/tenants/{tenantId}/policy", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyUpdateApiKey: { id: "rekeyUpdateApiKey", surface: "rekey", method: "PATCH", path: "/v1/api-keys/{apiKeyId}", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyUpdateApplication: { id: "rekeyUpdateApplication", surface: "rekey", method: "PATCH", path: "/v1/applications/{applicationId}", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyUpdateApplicationPolicy: { id: "rekeyUpdateApplicationPolicy", surface: "rekey", method: "PATCH", path: "/v1/applications/{applicationId}/policy", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyUpdateTenant: { id: "rekeyUpdateTenant", surface: "rekey", method: "PATCH", path: "/v1/tenants/{tenantId}", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyUpdateTenantPolicy: { id: "rekeyUpdateTenantPolicy", surface: "rekey", method: "PATCH", path: "/v1/tenants/{tenantId}/policy", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyUpdateUser: { id: "rekeyUpdateUser", surface: "rekey", method: "PATCH", path: "/v1/users/{userId}", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyVerifyAddress: { id: "rekeyVerifyAddress", surface: "rekey", method: "POST", path: "/v1/tickets/verify-address", sends: "application/json", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  rekeyVerifyAudit: { id: "rekeyVerifyAudit", surface: "rekey", method: "GET", path: "/v1/audit/verify", accepts: "application/json", bearer: true, errors: { default: "rekeyProblem" } },
  rekeyVerifyTenantHost: { id: "rekeyVerifyTenantHost", surface: "rekey", method: "POST", path: "/v1/tenants/{tenantId}/hosts/{host}/verify", accepts: "application/json", idempotent: true, bearer: true, errors: { default: "rekeyProblem" } },
  wristbandChangePassword: { id: "wristbandChangePassword", surface: "wristband", method: "POST", path: "/api/v1/change-password", sends: "application/json", bearer: true, errors: { default: "wristbandError" } },
  wristbandCreatePasswordResetLink: { id: "wristbandCreatePasswordResetLink", surface: "wristband", method: "POST", path: "/api/v1/password-reset/create-password-reset-link", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "wristbandError" } },
  wristbandCreateUser: { id: "wristbandCreateUser", surface: "wristband", method: "POST", path: "/api/v1/users", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "wristbandError" } },
  wristbandDeleteUser: { id: "wristbandDeleteUser", surface: "wristband", method: "DELETE", path: "/api/v1/users/{userId}", bearer: true, errors: { default: "wristbandError" } },
  wristbandDeleteUserAuthSessions: { id: "wristbandDeleteUserAuthSessions", surface: "wristband", method: "DELETE", path: "/api/v1/users/{userId}/auth-sessions", bearer: true, errors: { default: "wristbandError" } },
  wristbandGetJwks: { id: "wristbandGetJwks", surface: "wristband", method: "GET", path: "/api/v1/oauth2/jwks", accepts: "application/json", errors: { default: "wristbandOAuthError" } },
  wristbandGetToken: { id: "wristbandGetToken", surface: "wristband", method: "POST", path: "/api/v1/oauth2/token", sends: "application/x-www-form-urlencoded", accepts: "application/json", errors: { default: "wristbandOAuthError" } },
  wristbandGetUser: { id: "wristbandGetUser", surface: "wristband", method: "GET", path: "/api/v1/users/{userId}", accepts: "application/json", bearer: true, errors: { default: "wristbandError" } },
  wristbandIntrospectPasswordResetEmailAuthCode: { id: "wristbandIntrospectPasswordResetEmailAuthCode", surface: "wristband", method: "POST", path: "/api/v1/password-reset/introspect-email-auth-code", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "wristbandError" } },
  wristbandPatchUser: { id: "wristbandPatchUser", surface: "wristband", method: "PATCH", path: "/api/v1/users/{userId}", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "wristbandError" } },
  wristbandQueryApplicationUsers: { id: "wristbandQueryApplicationUsers", surface: "wristband", method: "GET", path: "/api/v1/applications/{applicationId}/users", accepts: "application/json", bearer: true, errors: { default: "wristbandError" } },
  wristbandQueryTenantUsers: { id: "wristbandQueryTenantUsers", surface: "wristband", method: "GET", path: "/api/v1/tenants/{tenantId}/users", accepts: "application/json", bearer: true, errors: { default: "wristbandError" } },
  wristbandRequestPasswordReset: { id: "wristbandRequestPasswordReset", surface: "wristband", method: "POST", path: "/api/v1/password-reset/request-password-reset", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "wristbandError" } },
  wristbandResetPassword: { id: "wristbandResetPassword", surface: "wristband", method: "POST", path: "/api/v1/password-reset/reset-password", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "wristbandError" } },
  wristbandRevokeRefreshToken: { id: "wristbandRevokeRefreshToken", surface: "wristband", method: "POST", path: "/api/v1/refresh-tokens/{refreshTokenId}/revoke", bearer: true, errors: { default: "wristbandError" } },
  wristbandRevokeToken: { id: "wristbandRevokeToken", surface: "wristband", method: "POST", path: "/api/v1/oauth2/revoke", sends: "application/x-www-form-urlencoded", errors: { default: "wristbandOAuthError" } },
  wristbandSendPasswordResetEmail: { id: "wristbandSendPasswordResetEmail", surface: "wristband", method: "POST", path: "/api/v1/password-reset/send-password-reset-email", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "wristbandError" } },
  wristbandVerifyCode: { id: "wristbandVerifyCode", surface: "wristband", method: "POST", path: "/api/v1/password-reset/verify-code", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "wristbandError" } },
  zitadelAddHumanUser: { id: "zitadelAddHumanUser", surface: "zitadel", method: "POST", path: "/v2/users/human", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelCreateInviteCode: { id: "zitadelCreateInviteCode", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/invite_code", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelCreateSession: { id: "zitadelCreateSession", surface: "zitadel", method: "POST", path: "/v2/sessions", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelCreateUser: { id: "zitadelCreateUser", surface: "zitadel", method: "POST", path: "/v2/users/new", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelDeactivateUser: { id: "zitadelDeactivateUser", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/deactivate", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelDeleteSession: { id: "zitadelDeleteSession", surface: "zitadel", method: "DELETE", path: "/v2/sessions/{sessionId}", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelDeleteUser: { id: "zitadelDeleteUser", surface: "zitadel", method: "DELETE", path: "/v2/users/{userId}", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelGetKeys: { id: "zitadelGetKeys", surface: "zitadel", method: "GET", path: "/oauth/v2/keys", accepts: "application/json", errors: { default: "zitadelOAuthError" } },
  zitadelGetLockoutSettings: { id: "zitadelGetLockoutSettings", surface: "zitadel", method: "GET", path: "/v2/settings/lockout", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelGetLoginSettings: { id: "zitadelGetLoginSettings", surface: "zitadel", method: "GET", path: "/v2/settings/login", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelGetOpenidConfiguration: { id: "zitadelGetOpenidConfiguration", surface: "zitadel", method: "GET", path: "/.well-known/openid-configuration", accepts: "application/json", errors: { default: "zitadelOAuthError" } },
  zitadelGetPasswordComplexitySettings: { id: "zitadelGetPasswordComplexitySettings", surface: "zitadel", method: "GET", path: "/v2/settings/password/complexity", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelGetPasswordExpirySettings: { id: "zitadelGetPasswordExpirySettings", surface: "zitadel", method: "GET", path: "/v2/settings/password/expiry", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelGetSession: { id: "zitadelGetSession", surface: "zitadel", method: "GET", path: "/v2/sessions/{sessionId}", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelGetToken: { id: "zitadelGetToken", surface: "zitadel", method: "POST", path: "/oauth/v2/token", sends: "application/x-www-form-urlencoded", accepts: "application/json", errors: { default: "zitadelOAuthError" } },
  zitadelGetUserByID: { id: "zitadelGetUserByID", surface: "zitadel", method: "GET", path: "/v2/users/{userId}", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelListAuthenticationMethodTypes: { id: "zitadelListAuthenticationMethodTypes", surface: "zitadel", method: "GET", path: "/v2/users/{userId}/authentication_methods", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelListSessions: { id: "zitadelListSessions", surface: "zitadel", method: "POST", path: "/v2/sessions/search", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelListUsers: { id: "zitadelListUsers", surface: "zitadel", method: "POST", path: "/v2/users", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelLockUser: { id: "zitadelLockUser", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/lock", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelPasswordReset: { id: "zitadelPasswordReset", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/password_reset", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelReactivateUser: { id: "zitadelReactivateUser", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/reactivate", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelResendEmailCode: { id: "zitadelResendEmailCode", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/email/resend", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelResendInviteCode: { id: "zitadelResendInviteCode", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/invite_code/resend", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelResendPhoneCode: { id: "zitadelResendPhoneCode", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/phone/resend", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelSetEmail: { id: "zitadelSetEmail", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/email", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelSetPassword: { id: "zitadelSetPassword", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/password", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelSetPhone: { id: "zitadelSetPhone", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/phone", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelSetSession: { id: "zitadelSetSession", surface: "zitadel", method: "PATCH", path: "/v2/sessions/{sessionId}", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelUnlockUser: { id: "zitadelUnlockUser", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/unlock", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelUpdateUser: { id: "zitadelUpdateUser", surface: "zitadel", method: "PATCH", path: "/v2/users/{userId}", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelVerifyEmail: { id: "zitadelVerifyEmail", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/email/verify", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelVerifyInviteCode: { id: "zitadelVerifyInviteCode", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/invite_code/verify", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
  zitadelVerifyPhone: { id: "zitadelVerifyPhone", surface: "zitadel", method: "POST", path: "/v2/users/{userId}/phone/verify", sends: "application/json", accepts: "application/json", bearer: true, errors: { default: "zitadelStatus" } },
} as const satisfies Record<string, Operation>;

/** Every type of the contract by its name. */
export type Schemas = components["schemas"];

export type BoomiAdminActionResult = Schemas["boomiAdminActionResult"];
export type BoomiAdminUser = Schemas["boomiAdminUser"];
export type BoomiAdminUserModel = Schemas["boomiAdminUserModel"];
export type BoomiAdminUserResult = Schemas["boomiAdminUserResult"];
export type BoomiAdminUserRow = Schemas["boomiAdminUserRow"];
export type BoomiChangePassword = Schemas["boomiChangePassword"];
export type BoomiChangePasswordAnswer = Schemas["boomiChangePasswordAnswer"];
export type BoomiForgotModel = Schemas["boomiForgotModel"];
export type BoomiLoginModel = Schemas["boomiLoginModel"];
export type BoomiMfaChallenge = Schemas["boomiMfaChallenge"];
export type BoomiPasswordModel = Schemas["boomiPasswordModel"];
export type BoomiPasswordResult = Schemas["boomiPasswordResult"];
export type BoomiProblemDetails = Schemas["boomiProblemDetails"];
export type BoomiRefreshTokenModel = Schemas["boomiRefreshTokenModel"];
export type BoomiResendMfa = Schemas["boomiResendMfa"];
export type BoomiRuleViolation = Schemas["boomiRuleViolation"];
export type BoomiTokenPair = Schemas["boomiTokenPair"];
export type EntrustAdminApiAuthentication = Schemas["entrustAdminApiAuthentication"];
export type EntrustAdminApiAuthenticationResult = Schemas["entrustAdminApiAuthenticationResult"];
export type EntrustCharacterRule = Schemas["entrustCharacterRule"];
export type EntrustCreateUserResult = Schemas["entrustCreateUserResult"];
export type EntrustCreateUsersParms = Schemas["entrustCreateUsersParms"];
export type EntrustDeleteUserParms = Schemas["entrustDeleteUserParms"];
export type EntrustDeleteUserResult = Schemas["entrustDeleteUserResult"];
export type EntrustDeleteUsersParms = Schemas["entrustDeleteUsersParms"];
export type EntrustDirectoryType = Schemas["entrustDirectoryType"];
export type EntrustErrorInfo = Schemas["entrustErrorInfo"];
export type EntrustErrorParameter = Schemas["entrustErrorParameter"];
export type EntrustOrderByAttribute = Schemas["entrustOrderByAttribute"];
export type EntrustPaging = Schemas["entrustPaging"];
export type EntrustPasswordFormat = Schemas["entrustPasswordFormat"];
export type EntrustSearchByAttribute = Schemas["entrustSearchByAttribute"];
export type EntrustSearchOperator = Schemas["entrustSearchOperator"];
export type EntrustSearchParms = Schemas["entrustSearchParms"];
export type EntrustUpdateUserParms = Schemas["entrustUpdateUserParms"];
export type EntrustUpdateUserResult = Schemas["entrustUpdateUserResult"];
export type EntrustUpdateUsersParms = Schemas["entrustUpdateUsersParms"];
export type EntrustUser = Schemas["entrustUser"];
export type EntrustUserChangeStateParms = Schemas["entrustUserChangeStateParms"];
export type EntrustUserGetParms = Schemas["entrustUserGetParms"];
export type EntrustUserIdType = Schemas["entrustUserIdType"];
export type EntrustUserParms = Schemas["entrustUserParms"];
export type EntrustUserPassword = Schemas["entrustUserPassword"];
export type EntrustUserPasswordParms = Schemas["entrustUserPasswordParms"];
export type EntrustUserPasswordSettings = Schemas["entrustUserPasswordSettings"];
export type EntrustUserPasswordStrength = Schemas["entrustUserPasswordStrength"];
export type EntrustUserPasswordValidateParms = Schemas["entrustUserPasswordValidateParms"];
export type EntrustUserPasswordValidationResponse = Schemas["entrustUserPasswordValidationResponse"];
export type EntrustUserState = Schemas["entrustUserState"];
export type EntrustUserType = Schemas["entrustUserType"];
export type EntrustUsersPage = Schemas["entrustUsersPage"];
export type RekeyActorKind = Schemas["rekeyActorKind"];
export type RekeyApiKey = Schemas["rekeyApiKey"];
export type RekeyApiKeyChange = Schemas["rekeyApiKeyChange"];
export type RekeyApiKeyCreation = Schemas["rekeyApiKeyCreation"];
export type RekeyApiKeyList = Schemas["rekeyApiKeyList"];
export type RekeyApiKeyRegistration = Schemas["rekeyApiKeyRegistration"];
export type RekeyApiKeyRotation = Schemas["rekeyApiKeyRotation"];
export type RekeyApplication = Schemas["rekeyApplication"];
export type RekeyApplicationChange = Schemas["rekeyApplicationChange"];
export type RekeyApplicationCreation = Schemas["rekeyApplicationCreation"];
export type RekeyApplicationList = Schemas["rekeyApplicationList"];
export type RekeyAuditFlaw = Schemas["rekeyAuditFlaw"];
export type RekeyAuditFlawKind = Schemas["rekeyAuditFlawKind"];
export type RekeyAuditVerdict = Schemas["rekeyAuditVerdict"];
export type RekeyBreachLookup = Schemas["rekeyBreachLookup"];
export type RekeyBrokenRule = Schemas["rekeyBrokenRule"];
export type RekeyChangedPolicy = Schemas["rekeyChangedPolicy"];
export type RekeyChannel = Schemas["rekeyChannel"];
export type RekeyCheckpoint = Schemas["rekeyCheckpoint"];
export type RekeyCheckpointList = Schemas["rekeyCheckpointList"];
export type RekeyCreatedApiKey = Schemas["rekeyCreatedApiKey"];
export type RekeyEffectivePolicy = Schemas["rekeyEffectivePolicy"];
export type RekeyEvent = Schemas["rekeyEvent"];
export type RekeyEventAction = Schemas["rekeyEventAction"];
export type RekeyEventList = Schemas["rekeyEventList"];
export type RekeyEventOutcome = Schemas["rekeyEventOutcome"];
export type RekeyExternalId = Schemas["rekeyExternalId"];
export type RekeyFreshness = Schemas["rekeyFreshness"];
export type RekeyGender = Schemas["rekeyGender"];
export type RekeyHash = Schemas["rekeyHash"];
export type RekeyHost = Schemas["rekeyHost"];
export type RekeyInspectedTicket = Schemas["rekeyInspectedTicket"];
export type RekeyIssuedProof = Schemas["rekeyIssuedProof"];
export type RekeyIssuedTicket = Schemas["rekeyIssuedTicket"];
export type RekeyKeyBoundary = Schemas["rekeyKeyBoundary"];
export type RekeyKnownAddress = Schemas["rekeyKnownAddress"];
export type RekeyLocale = Schemas["rekeyLocale"];
export type RekeyLocaleList = Schemas["rekeyLocaleList"];
export type RekeyLoggedIn = Schemas["rekeyLoggedIn"];
export type RekeyLogin = Schemas["rekeyLogin"];
export type RekeyMessage = Schemas["rekeyMessage"];
export type RekeyMessageList = Schemas["rekeyMessageList"];
export type RekeyMessageState = Schemas["rekeyMessageState"];
export type RekeyMessageTemplate = Schemas["rekeyMessageTemplate"];
export type RekeyMetadata = Schemas["rekeyMetadata"];
export type RekeyMoment = Schemas["rekeyMoment"];
export type RekeyName = Schemas["rekeyName"];
export type RekeyPasswordAssignment = Schemas["rekeyPasswordAssignment"];
export type RekeyPasswordChange = Schemas["rekeyPasswordChange"];
export type RekeyPasswordChanged = Schemas["rekeyPasswordChanged"];
export type RekeyPasswordCheck = Schemas["rekeyPasswordCheck"];
export type RekeyPasswordRules = Schemas["rekeyPasswordRules"];
export type RekeyPasswordRulesPatch = Schemas["rekeyPasswordRulesPatch"];
export type RekeyPasswordSet = Schemas["rekeyPasswordSet"];
export type RekeyPasswordState = Schemas["rekeyPasswordState"];
export type RekeyPasswordVerdict = Schemas["rekeyPasswordVerdict"];
export type RekeyPendingHost = Schemas["rekeyPendingHost"];
export type RekeyPermission = Schemas["rekeyPermission"];
export type RekeyPermissionList = Schemas["rekeyPermissionList"];
export type RekeyPermissionMeaning = Schemas["rekeyPermissionMeaning"];
export type RekeyPolicy = Schemas["rekeyPolicy"];
export type RekeyPolicyChange = Schemas["rekeyPolicyChange"];
export type RekeyPolicyLevel = Schemas["rekeyPolicyLevel"];
export type RekeyPolicyPatch = Schemas["rekeyPolicyPatch"];
export type RekeyPolicyPreset = Schemas["rekeyPolicyPreset"];
export type RekeyPolicyPresetList = Schemas["rekeyPolicyPresetList"];
export type RekeyPolicyPreview = Schemas["rekeyPolicyPreview"];
export type RekeyPolicyRules = Schemas["rekeyPolicyRules"];
export type RekeyPolicyRulesPatch = Schemas["rekeyPolicyRulesPatch"];
export type RekeyPresetName = Schemas["rekeyPresetName"];
export type RekeyProblem = Schemas["rekeyProblem"];
export type RekeyProof = Schemas["rekeyProof"];
export type RekeyProofText = Schemas["rekeyProofText"];
export type RekeyRecoveryCodes = Schemas["rekeyRecoveryCodes"];
export type RekeyRedeemedTicket = Schemas["rekeyRedeemedTicket"];
export type RekeyRefresh = Schemas["rekeyRefresh"];
export type RekeyResetRequest = Schemas["rekeyResetRequest"];
export type RekeyResetRequestCreation = Schemas["rekeyResetRequestCreation"];
export type RekeyRevocation = Schemas["rekeyRevocation"];
export type RekeySecondFactor = Schemas["rekeySecondFactor"];
export type RekeySecondFactorMethod = Schemas["rekeySecondFactorMethod"];
export type RekeySequence = Schemas["rekeySequence"];
export type RekeySession = Schemas["rekeySession"];
export type RekeySessionList = Schemas["rekeySessionList"];
export type RekeySessionRules = Schemas["rekeySessionRules"];
export type RekeySessionRulesPatch = Schemas["rekeySessionRulesPatch"];
export type RekeyShortId = Schemas["rekeyShortId"];
export type RekeySigningJwk = Schemas["rekeySigningJwk"];
export type RekeySigningKey = Schemas["rekeySigningKey"];
export type RekeySigningKeyList = Schemas["rekeySigningKeyList"];
export type RekeySigningKeyRotation = Schemas["rekeySigningKeyRotation"];
export type RekeySigningKeyState = Schemas["rekeySigningKeyState"];
export type RekeySortOrder = Schemas["rekeySortOrder"];
export type RekeySpokenLocale = Schemas["rekeySpokenLocale"];
export type RekeyTenant = Schemas["rekeyTenant"];
export type RekeyTenantChange = Schemas["rekeyTenantChange"];
export type RekeyTenantCreation = Schemas["rekeyTenantCreation"];
export type RekeyTenantList = Schemas["rekeyTenantList"];
export type RekeyTenantNumber = Schemas["rekeyTenantNumber"];
export type RekeyTicket = Schemas["rekeyTicket"];
export type RekeyTicketCreation = Schemas["rekeyTicketCreation"];
export type RekeyTicketDelivery = Schemas["rekeyTicketDelivery"];
export type RekeyTicketEnd = Schemas["rekeyTicketEnd"];
export type RekeyTicketForm = Schemas["rekeyTicketForm"];
export type RekeyTicketList = Schemas["rekeyTicketList"];
export type RekeyTicketMedium = Schemas["rekeyTicketMedium"];
export type RekeyTicketProof = Schemas["rekeyTicketProof"];
export type RekeyTicketPurpose = Schemas["rekeyTicketPurpose"];
export type RekeyTicketRedemption = Schemas["rekeyTicketRedemption"];
export type RekeyTicketRules = Schemas["rekeyTicketRules"];
export type RekeyTicketRulesPatch = Schemas["rekeyTicketRulesPatch"];
export type RekeyTicketState = Schemas["rekeyTicketState"];
export type RekeyTokenType = Schemas["rekeyTokenType"];
export type RekeyTotpCode = Schemas["rekeyTotpCode"];
export type RekeyTotpEnrollment = Schemas["rekeyTotpEnrollment"];
export type RekeyUser = Schemas["rekeyUser"];
export type RekeyUserAddress = Schemas["rekeyUserAddress"];
export type RekeyUserBoundary = Schemas["rekeyUserBoundary"];
export type RekeyUserChange = Schemas["rekeyUserChange"];
export type RekeyUserCreation = Schemas["rekeyUserCreation"];
export type RekeyUserList = Schemas["rekeyUserList"];
export type RekeyUserPhone = Schemas["rekeyUserPhone"];
export type RekeyUserSource = Schemas["rekeyUserSource"];
export type RekeyUuid = Schemas["rekeyUuid"];
export type RekeyVerifiedAddress = Schemas["rekeyVerifiedAddress"];
export type RekeyVerifiedAddressKind = Schemas["rekeyVerifiedAddressKind"];
export type RekeyVersion = Schemas["rekeyVersion"];
export type RekeyViolation = Schemas["rekeyViolation"];
export type WristbandChangePasswordInput = Schemas["wristbandChangePasswordInput"];
export type WristbandConstraintAttributes = Schemas["wristbandConstraintAttributes"];
export type WristbandCreateUserInput = Schemas["wristbandCreateUserInput"];
export type WristbandEmailAuthCodeInput = Schemas["wristbandEmailAuthCodeInput"];
export type WristbandEmailAuthCodeIntrospection = Schemas["wristbandEmailAuthCodeIntrospection"];
export type WristbandError = Schemas["wristbandError"];
export type WristbandErrorType = Schemas["wristbandErrorType"];
export type WristbandJsonWebKey = Schemas["wristbandJsonWebKey"];
export type WristbandJsonWebKeySet = Schemas["wristbandJsonWebKeySet"];
export type WristbandMetadataNotServed = Schemas["wristbandMetadataNotServed"];
export type WristbandOAuthError = Schemas["wristbandOAuthError"];
export type WristbandPasswordResetEmailInput = Schemas["wristbandPasswordResetEmailInput"];
export type WristbandPasswordResetLink = Schemas["wristbandPasswordResetLink"];
export type WristbandPasswordResetLinkInput = Schemas["wristbandPasswordResetLinkInput"];
export type WristbandPasswordResetRequestInput = Schemas["wristbandPasswordResetRequestInput"];
export type WristbandPasswordResetRequestResult = Schemas["wristbandPasswordResetRequestResult"];
export type WristbandPatchUserInput = Schemas["wristbandPatchUserInput"];
export type WristbandResetPasswordInput = Schemas["wristbandResetPasswordInput"];
export type WristbandResetPasswordOutcome = Schemas["wristbandResetPasswordOutcome"];
export type WristbandTokenInput = Schemas["wristbandTokenInput"];
export type WristbandTokenResult = Schemas["wristbandTokenResult"];
export type WristbandTokenRevocationInput = Schemas["wristbandTokenRevocationInput"];
export type WristbandUser = Schemas["wristbandUser"];
export type WristbandUserMembersNotServed = Schemas["wristbandUserMembersNotServed"];
export type WristbandUserPage = Schemas["wristbandUserPage"];
export type WristbandUserStatus = Schemas["wristbandUserStatus"];
export type WristbandUserTimes = Schemas["wristbandUserTimes"];
export type WristbandVerificationCodeInput = Schemas["wristbandVerificationCodeInput"];
export type WristbandVerifyCodeOutcome = Schemas["wristbandVerifyCodeOutcome"];
export type WristbandViolation = Schemas["wristbandViolation"];
export type WristbandViolations = Schemas["wristbandViolations"];
export type ZitadelAddHumanUserInput = Schemas["zitadelAddHumanUserInput"];
export type ZitadelAddHumanUserOutput = Schemas["zitadelAddHumanUserOutput"];
export type ZitadelAndQuery = Schemas["zitadelAndQuery"];
export type ZitadelAuthenticationMethodType = Schemas["zitadelAuthenticationMethodType"];
export type ZitadelChallengeOTPEmail = Schemas["zitadelChallengeOTPEmail"];
export type ZitadelChallengeOTPSMS = Schemas["zitadelChallengeOTPSMS"];
export type ZitadelChallenges = Schemas["zitadelChallenges"];
export type ZitadelCheckOTPEmail = Schemas["zitadelCheckOTPEmail"];
export type ZitadelCheckOTPSMS = Schemas["zitadelCheckOTPSMS"];
export type ZitadelCheckPassword = Schemas["zitadelCheckPassword"];
export type ZitadelCheckTOTP = Schemas["zitadelCheckTOTP"];
export type ZitadelCheckUser = Schemas["zitadelCheckUser"];
export type ZitadelChecks = Schemas["zitadelChecks"];
export type ZitadelCreateInviteCodeInput = Schemas["zitadelCreateInviteCodeInput"];
export type ZitadelCreateInviteCodeOutput = Schemas["zitadelCreateInviteCodeOutput"];
export type ZitadelCreateSessionInput = Schemas["zitadelCreateSessionInput"];
export type ZitadelCreateSessionOutput = Schemas["zitadelCreateSessionOutput"];
export type ZitadelCreateUserHuman = Schemas["zitadelCreateUserHuman"];
export type ZitadelCreateUserInput = Schemas["zitadelCreateUserInput"];
export type ZitadelCreateUserOutput = Schemas["zitadelCreateUserOutput"];
export type ZitadelDeactivateUserInput = Schemas["zitadelDeactivateUserInput"];
export type ZitadelDeactivateUserOutput = Schemas["zitadelDeactivateUserOutput"];
export type ZitadelDeleteSessionOutput = Schemas["zitadelDeleteSessionOutput"];
export type ZitadelDeleteUserOutput = Schemas["zitadelDeleteUserOutput"];
export type ZitadelDetails = Schemas["zitadelDetails"];
export type ZitadelDisplayNameQuery = Schemas["zitadelDisplayNameQuery"];
export type ZitadelDuration = Schemas["zitadelDuration"];
export type ZitadelEmailQuery = Schemas["zitadelEmailQuery"];
export type ZitadelFactors = Schemas["zitadelFactors"];
export type ZitadelFirstNameQuery = Schemas["zitadelFirstNameQuery"];
export type ZitadelGender = Schemas["zitadelGender"];
export type ZitadelGetLockoutSettingsOutput = Schemas["zitadelGetLockoutSettingsOutput"];
export type ZitadelGetLoginSettingsOutput = Schemas["zitadelGetLoginSettingsOutput"];
export type ZitadelGetPasswordComplexitySettingsOutput = Schemas["zitadelGetPasswordComplexitySettingsOutput"];
export type ZitadelGetPasswordExpirySettingsOutput = Schemas["zitadelGetPasswordExpirySettingsOutput"];
export type ZitadelGetSessionOutput = Schemas["zitadelGetSessionOutput"];
export type ZitadelGetUserByIDOutput = Schemas["zitadelGetUserByIDOutput"];
export type ZitadelHashedPassword = Schemas["zitadelHashedPassword"];
export type ZitadelHumanEmail = Schemas["zitadelHumanEmail"];
export type ZitadelHumanPhone = Schemas["zitadelHumanPhone"];
export type ZitadelHumanProfile = Schemas["zitadelHumanProfile"];
export type ZitadelHumanUser = Schemas["zitadelHumanUser"];
export type ZitadelIDsQuery = Schemas["zitadelIDsQuery"];
export type ZitadelInUserEmailsQuery = Schemas["zitadelInUserEmailsQuery"];
export type ZitadelInUserIDQuery = Schemas["zitadelInUserIDQuery"];
export type ZitadelJsonWebKey = Schemas["zitadelJsonWebKey"];
export type ZitadelJsonWebKeySet = Schemas["zitadelJsonWebKeySet"];
export type ZitadelLastNameQuery = Schemas["zitadelLastNameQuery"];
export type ZitadelListAuthenticationMethodTypesOutput = Schemas["zitadelListAuthenticationMethodTypesOutput"];
export type ZitadelListDetails = Schemas["zitadelListDetails"];
export type ZitadelListQuery = Schemas["zitadelListQuery"];
export type ZitadelListSessionsInput = Schemas["zitadelListSessionsInput"];
export type ZitadelListSessionsOutput = Schemas["zitadelListSessionsOutput"];
export type ZitadelListUsersInput = Schemas["zitadelListUsersInput"];
export type ZitadelListUsersOutput = Schemas["zitadelListUsersOutput"];
export type ZitadelLockUserInput = Schemas["zitadelLockUserInput"];
export type ZitadelLockUserOutput = Schemas["zitadelLockUserOutput"];
export type ZitadelLockoutSettings = Schemas["zitadelLockoutSettings"];
export type ZitadelLoginNameQuery = Schemas["zitadelLoginNameQuery"];
export type ZitadelLoginSettings = Schemas["zitadelLoginSettings"];
export type ZitadelMetadata = Schemas["zitadelMetadata"];
export type ZitadelNickNameQuery = Schemas["zitadelNickNameQuery"];
export type ZitadelNotQuery = Schemas["zitadelNotQuery"];
export type ZitadelNotificationType = Schemas["zitadelNotificationType"];
export type ZitadelOAuthError = Schemas["zitadelOAuthError"];
export type ZitadelOTPFactor = Schemas["zitadelOTPFactor"];
export type ZitadelOpenidConfiguration = Schemas["zitadelOpenidConfiguration"];
export type ZitadelOptionalPassword = Schemas["zitadelOptionalPassword"];
export type ZitadelOrQuery = Schemas["zitadelOrQuery"];
export type ZitadelOrganization = Schemas["zitadelOrganization"];
export type ZitadelOrganizationIdQuery = Schemas["zitadelOrganizationIdQuery"];
export type ZitadelPassword = Schemas["zitadelPassword"];
export type ZitadelPasswordComplexitySettings = Schemas["zitadelPasswordComplexitySettings"];
export type ZitadelPasswordExpirySettings = Schemas["zitadelPasswordExpirySettings"];
export type ZitadelPasswordFactor = Schemas["zitadelPasswordFactor"];
export type ZitadelPasswordResetInput = Schemas["zitadelPasswordResetInput"];
export type ZitadelPasswordResetOutput = Schemas["zitadelPasswordResetOutput"];
export type ZitadelPhoneQuery = Schemas["zitadelPhoneQuery"];
export type ZitadelReactivateUserInput = Schemas["zitadelReactivateUserInput"];
export type ZitadelReactivateUserOutput = Schemas["zitadelReactivateUserOutput"];
export type ZitadelRequestChallenges = Schemas["zitadelRequestChallenges"];
export type ZitadelResendEmailCodeInput = Schemas["zitadelResendEmailCodeInput"];
export type ZitadelResendEmailCodeOutput = Schemas["zitadelResendEmailCodeOutput"];
export type ZitadelResendInviteCodeInput = Schemas["zitadelResendInviteCodeInput"];
export type ZitadelResendInviteCodeOutput = Schemas["zitadelResendInviteCodeOutput"];
export type ZitadelResendPhoneCodeInput = Schemas["zitadelResendPhoneCodeInput"];
export type ZitadelResendPhoneCodeOutput = Schemas["zitadelResendPhoneCodeOutput"];
export type ZitadelResourceOwnerType = Schemas["zitadelResourceOwnerType"];
export type ZitadelReturnChallengeCode = Schemas["zitadelReturnChallengeCode"];
export type ZitadelReturnEmailVerificationCode = Schemas["zitadelReturnEmailVerificationCode"];
export type ZitadelReturnInviteCode = Schemas["zitadelReturnInviteCode"];
export type ZitadelReturnPasswordResetCode = Schemas["zitadelReturnPasswordResetCode"];
export type ZitadelReturnPhoneVerificationCode = Schemas["zitadelReturnPhoneVerificationCode"];
export type ZitadelSearchQuery = Schemas["zitadelSearchQuery"];
export type ZitadelSecondFactorType = Schemas["zitadelSecondFactorType"];
export type ZitadelSendChallengeCode = Schemas["zitadelSendChallengeCode"];
export type ZitadelSendEmailVerificationCode = Schemas["zitadelSendEmailVerificationCode"];
export type ZitadelSendInviteCode = Schemas["zitadelSendInviteCode"];
export type ZitadelSendPasswordResetLink = Schemas["zitadelSendPasswordResetLink"];
export type ZitadelSendPhoneVerificationCode = Schemas["zitadelSendPhoneVerificationCode"];
export type ZitadelSession = Schemas["zitadelSession"];
export type ZitadelSetEmailInput = Schemas["zitadelSetEmailInput"];
export type ZitadelSetEmailOutput = Schemas["zitadelSetEmailOutput"];
export type ZitadelSetHumanEmail = Schemas["zitadelSetHumanEmail"];
export type ZitadelSetHumanPassword = Schemas["zitadelSetHumanPassword"];
export type ZitadelSetHumanPhone = Schemas["zitadelSetHumanPhone"];
export type ZitadelSetHumanProfile = Schemas["zitadelSetHumanProfile"];
export type ZitadelSetPasswordInput = Schemas["zitadelSetPasswordInput"];
export type ZitadelSetPasswordOutput = Schemas["zitadelSetPasswordOutput"];
export type ZitadelSetPhoneInput = Schemas["zitadelSetPhoneInput"];
export type ZitadelSetPhoneOutput = Schemas["zitadelSetPhoneOutput"];
export type ZitadelSetSessionInput = Schemas["zitadelSetSessionInput"];
export type ZitadelSetSessionOutput = Schemas["zitadelSetSessionOutput"];
export type ZitadelStatus = Schemas["zitadelStatus"];
export type ZitadelStatusDetail = Schemas["zitadelStatusDetail"];
export type ZitadelStatusDetailType = Schemas["zitadelStatusDetailType"];
export type ZitadelTOTPFactor = Schemas["zitadelTOTPFactor"];
export type ZitadelTextQueryMethod = Schemas["zitadelTextQueryMethod"];
export type ZitadelTokenInput = Schemas["zitadelTokenInput"];
export type ZitadelTokenOutput = Schemas["zitadelTokenOutput"];
export type ZitadelUnlockUserInput = Schemas["zitadelUnlockUserInput"];
export type ZitadelUnlockUserOutput = Schemas["zitadelUnlockUserOutput"];
export type ZitadelUnservedWebAuthN = Schemas["zitadelUnservedWebAuthN"];
export type ZitadelUpdateHumanProfile = Schemas["zitadelUpdateHumanProfile"];
export type ZitadelUpdateUserHuman = Schemas["zitadelUpdateUserHuman"];
export type ZitadelUpdateUserInput = Schemas["zitadelUpdateUserInput"];
export type ZitadelUpdateUserOutput = Schemas["zitadelUpdateUserOutput"];
export type ZitadelUser = Schemas["zitadelUser"];
export type ZitadelUserAgent = Schemas["zitadelUserAgent"];
export type ZitadelUserAgentHeaderValues = Schemas["zitadelUserAgentHeaderValues"];
export type ZitadelUserAgentHeaders = Schemas["zitadelUserAgentHeaders"];
export type ZitadelUserFactor = Schemas["zitadelUserFactor"];
export type ZitadelUserFieldName = Schemas["zitadelUserFieldName"];
export type ZitadelUserIDQuery = Schemas["zitadelUserIDQuery"];
export type ZitadelUserMetadata = Schemas["zitadelUserMetadata"];
export type ZitadelUserNameQuery = Schemas["zitadelUserNameQuery"];
export type ZitadelUserSearchQuery = Schemas["zitadelUserSearchQuery"];
export type ZitadelUserState = Schemas["zitadelUserState"];
export type ZitadelUserStateQuery = Schemas["zitadelUserStateQuery"];
export type ZitadelUserType = Schemas["zitadelUserType"];
export type ZitadelUserTypeQuery = Schemas["zitadelUserTypeQuery"];
export type ZitadelVerifyEmailInput = Schemas["zitadelVerifyEmailInput"];
export type ZitadelVerifyEmailOutput = Schemas["zitadelVerifyEmailOutput"];
export type ZitadelVerifyInviteCodeInput = Schemas["zitadelVerifyInviteCodeInput"];
export type ZitadelVerifyInviteCodeOutput = Schemas["zitadelVerifyInviteCodeOutput"];
export type ZitadelVerifyPhoneInput = Schemas["zitadelVerifyPhoneInput"];
export type ZitadelVerifyPhoneOutput = Schemas["zitadelVerifyPhoneOutput"];
