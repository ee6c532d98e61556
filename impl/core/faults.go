package core

import (
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/fault"
)

// The faults of users, tenants and applications that are created or changed.
var (
	// ErrIDUsed refuses the id of a deleted user: links, events and permissions of the deleted user
	// must not become those of another user (CVE-2021-25961).
	ErrIDUsed = fault.New(fault.Conflict, "id_used", "The id belonged to a deleted user, and ids are never reused. Leave the id out.")
	// ErrExternalIDTaken refuses an id that would name two users, or that named a deleted one: what
	// other systems granted to the deleted user must not become that of another user.
	ErrExternalIDTaken = fault.New(fault.Conflict, "external_id_taken",
		"An id of the user belongs or belonged to another user. Ids are never reused: choose another one, or leave it out.")
	// ErrUserAmbiguous refuses to choose between users: the caller's scope has several with the id.
	ErrUserAmbiguous = fault.New(fault.Conflict, "user_ambiguous",
		"Several users in your scope have this id. Use the user's own id of this service, or a key of the user's tenant.")
	ErrNameShape = fault.New(fault.Invalid, "name_invalid", "The name or address is empty, too long or contains characters that are not allowed. Choose another one.")
	ErrNameTaken = fault.New(fault.Conflict, "name_taken", "The user name or address belongs to another user of the tenant. Choose another one.")
	// ErrSettings lists the settings that are out of bounds.
	ErrSettings = fault.New(fault.Invalid, "settings_invalid", "Some settings are out of bounds. Choose values within the bounds that the violations name.")
	ErrUser     = fault.New(fault.Invalid, "user_invalid", "The user is not valid as described. Correct the places that the violations name.")
)

// The faults of the core. Each surface maps them once, in its problem.go.
var (
	// ErrTicketUnusable is the same fault for tickets that are unknown, used, superseded, expired,
	// exhausted or of another application: a difference would help an attacker to guess
	// (ASVS 5.0 6.3.8). TicketRefusal has the reason, for surfaces whose callers are authorised.
	ErrTicketUnusable = fault.New(fault.Invalid, "ticket_unusable",
		"The link or code is not valid or has expired. Request a new one.")
	ErrTicketNotFound = fault.New(fault.NotFound, "ticket_not_found", "There is no such ticket.")
	ErrTicketOver     = fault.New(fault.Conflict, "ticket_over",
		"The ticket has already ended: it was used, replaced or revoked, or it has expired. There is nothing to cancel.")
	// ErrLifetime refuses a lifetime above the limit for all tenants (D10), see LifetimeTooLong.
	ErrLifetime = fault.New(fault.Invalid, "ticket_lifetime", "The lifetime is longer than a ticket of this kind may have. Request a shorter one.")
	// ErrTicketMedium refuses a short code for anything but a reset. A longer lifetime requires a
	// longer secret.
	ErrTicketMedium    = fault.New(fault.Invalid, "ticket_medium", "A short code is for a reset only. Use a link.")
	ErrMessageNotFound = fault.New(fault.NotFound, "message_not_found", "There is no such message.")
	// ErrMessageGone refuses to send a message again whose content was wiped, or whose link has ended.
	ErrMessageGone = fault.New(fault.Conflict, "message_content_gone",
		"The content of the message was deleted, or its link or code is no longer valid. Issue a new ticket instead.")
	// ErrMailBudget prevents a flood of mails to a mailbox (S48).
	ErrMailBudget = fault.New(fault.Conflict, "mail_budget_spent", "The user received the maximum number of messages for one hour. Try again later.")
	// ErrPasswordPolicy lists every rule that the password breaks (D7).
	ErrPasswordPolicy = fault.New(fault.Invalid, "password_policy", "The password does not meet the password policy.")
	// ErrBreachUnknown refuses a password that could not be looked up, if the policy requires the
	// look-up (fail closed).
	ErrBreachUnknown = fault.New(fault.Unavailable, "breach_lookup_unavailable",
		"The password could not be checked against known data breaches. Try again in a moment.").After(5 * time.Second)
	ErrPasswordsDiffer = fault.New(fault.Invalid, "passwords_differ", "The two passwords are not the same. Type both again.")
	ErrPasswordMissing = fault.New(fault.Invalid, "password_missing", "A password is required.")
	ErrPasswordText    = fault.New(fault.Invalid, "password_not_text",
		"The password is too long or contains characters that cannot be typed. Choose another one.")
	// ErrWrongCurrent counts against the same limit as a login (S10).
	ErrWrongCurrent = fault.New(fault.Invalid, "wrong_current_password", "The current password is wrong. Try again, or reset the password.")
	ErrTooYoung     = fault.New(fault.Precondition, "password_too_young", "The password was changed too recently to be changed again. Try again later.")
	// ErrHashNotAccepted refuses an imported hash that cannot be verified, or whose verification at
	// each login would be too expensive.
	ErrHashNotAccepted = fault.New(fault.Invalid, "hash_not_accepted",
		"The password hash has an unknown format or a cost outside the accepted bounds.")
	ErrExpiryPast = fault.New(fault.Invalid, "expiry_in_past", "The expiry time is in the past. Send a time in the future.")
	// ErrExpiryFar refuses a time that databases or RFC 3339 cannot represent.
	ErrExpiryFar           = fault.New(fault.Invalid, "expiry_too_far", "The expiry time is more than 36,500 days ahead. Send an earlier time.")
	ErrUserNotFound        = fault.New(fault.NotFound, "user_not_found", "There is no such user.")
	ErrAPIKeyNotFound      = fault.New(fault.NotFound, "api_key_not_found", "There is no such API key.")
	ErrTenantNotFound      = fault.New(fault.NotFound, "tenant_not_found", "There is no such tenant.")
	ErrApplicationNotFound = fault.New(fault.NotFound, "application_not_found", "There is no such application.")
	// ErrVersion refuses a change of an object that another request has changed
	// (RFC 9110 section 13.1.1).
	ErrVersion           = fault.New(fault.Conflict, "version_mismatch", "The object was changed in the meantime. Read it again.")
	ErrHostTaken         = fault.New(fault.Conflict, "host_taken", "The host already selects another tenant. Remove it from that tenant first.")
	ErrTenantNumberTaken = fault.New(fault.Conflict, "tenant_number_taken", "Another tenant has this number. Choose another one, or leave it out.")
	// ErrHostReserved refuses the public host of the service, and hosts whose ownership cannot be
	// proven.
	ErrHostReserved = fault.New(fault.Forbidden, "host_reserved",
		"Only keys of the platform may set this host: it is the public host of the service, an IP address, localhost, or a name that cannot have a DNS record.")
	ErrHostNotFound = fault.New(fault.NotFound, "host_not_found", "The tenant has no such host.")
	ErrHostUnproven = fault.New(fault.Conflict, "host_unproven",
		"The DNS record was not found, or it has another value. Compare it with the pending host of the tenant, and try again.")
	ErrDNSUnavailable = fault.New(fault.Unavailable, "dns_unavailable",
		"The DNS record could not be checked: the DNS did not answer, or too many look-ups are in progress. Try again in a moment.").After(10 * time.Second)
	ErrApplicationNotEmpty = fault.New(fault.Conflict, "application_not_empty", "The application still has tenants. Delete its tenants first.")
	ErrTenantNotEmpty      = fault.New(fault.Conflict, "tenant_not_empty", "The tenant still has users. Delete its users first.")
	ErrTenantIsDefault     = fault.New(fault.Conflict, "tenant_is_default", "This is the default tenant: requests that name no tenant act in it. It cannot be deleted.")
	ErrNoPassword          = fault.New(fault.NotFound, "no_password", "The user has no password.")
	ErrNoExpiry            = fault.New(fault.Precondition, "no_expiry", "The user's password does not expire.")
	ErrUserInactive        = fault.New(fault.Precondition, "user_inactive", "The user is disabled or locked.")
	ErrAlreadyLocked       = fault.New(fault.Precondition, "already_locked", "The user is already locked.")
	ErrNotLocked           = fault.New(fault.Precondition, "not_locked", "The user is not locked.")
	ErrNoAddress           = fault.New(fault.Precondition, "no_verified_address",
		"The user has no verified address for this kind of message.")
	// ErrAddressUnknown and the two faults below are about an address that is to be verified or replaced.
	ErrAddressUnknown   = fault.New(fault.Precondition, "address_unknown", "The user has no such address.")
	ErrAddressVerified  = fault.New(fault.Precondition, "address_verified", "The address is already verified.")
	ErrAddressUnchanged = fault.New(fault.Precondition, "address_unchanged", "The user has this address already.")
	ErrHasPassword      = fault.New(fault.Precondition, "has_password", "The user already has a password and needs no invitation.")
	// ErrInviteOpen refuses a reset for an invited user, who must first prove the address by accepting
	// the invitation.
	ErrInviteOpen = fault.New(fault.Precondition, "invite_open", "The user has not accepted the invitation yet. Send the invitation again.")
	ErrNoInvite   = fault.New(fault.Precondition, "no_invite", "The user has no open invitation.")
	// ErrNoDirectory refuses to verify a password that a directory stores, if none is configured.
	ErrNoDirectory = fault.New(fault.Invalid, "no_directory",
		"This user's password is kept in a directory, and no directory is configured. Change the password in the directory.")
	// ErrLinkTemplate refuses every template that is not on the tenant's allow-list.
	ErrLinkTemplate = fault.New(fault.Invalid, "link_template_refused",
		"The URL template is not on the tenant's allow-list, or has an unknown placeholder. Add it to the policy, or choose another one.")
	// ErrCredentialChanged means that another request changed the password in the meantime.
	ErrCredentialChanged = fault.New(fault.Conflict, "credential_changed",
		"Another request changed the password in the meantime. Repeat the request if you still want the change.")
	// ErrLoginFailed is the same fault for an unknown, disabled, locked or throttled user and for a
	// wrong password (S42).
	ErrLoginFailed = fault.New(fault.Unauthenticated, "login_failed", "The user name or password is wrong. Try again, or reset the password.")
	// ErrNoFactor and the faults below are only returned to authorised callers, and to users who have
	// proved the password.
	ErrNoFactor     = fault.New(fault.NotFound, "no_second_factor", "The user has no authenticator app.")
	ErrFactorExists = fault.New(fault.Conflict, "second_factor_exists",
		"The user already has an authenticator app. Remove it before you enroll another one.")
	ErrNoEnrollment = fault.New(fault.Precondition, "no_enrollment",
		"No authenticator app is waiting to be confirmed, or it waited too long. Enroll it again.")
	// ErrFactorCode is the same fault for wrong, old and used codes, and for too many tries.
	ErrFactorCode = fault.New(fault.Invalid, "factor_code_wrong", "The code of the second factor is wrong. Wait for the next code, and try again.")
	// ErrFactorRequired does not change the ticket: the same call with a code redeems it (S13).
	ErrFactorRequired = fault.New(fault.Invalid, "factor_code_required",
		"The account has a second factor. Send its code together with the new password.")
	// ErrNoSessionCode and the faults below are returned to callers who may log users in.
	ErrNoSessionCode      = fault.New(fault.Precondition, "no_session_code", "The session waits for no such code. Order one first.")
	ErrSessionCode        = fault.New(fault.Invalid, "session_code_wrong", "The code is wrong. Try again, or order another one.")
	ErrSessionCodeExpired = fault.New(fault.Precondition, "session_code_expired", "The code has expired. Order another one.")
	ErrCodesExhausted     = fault.New(fault.Precondition, "codes_exhausted",
		"Too many one-time codes of the user were wrong, and no more are accepted. A reset of the password by a link ends this.")
	ErrRevocation = fault.New(fault.Invalid, "revocation_not_allowed",
		"The policy of the tenant does not allow sessions to continue after this change of the password. Leave the choice out, so that all sessions end.")
	ErrRefreshInvalid = fault.New(fault.Unauthenticated, "refresh_token_unusable", "The refresh token is not valid. Log in again.")
	// ErrGrantsMore and ErrHoldsMore prevent an escalation of privileges: a caller cannot grant a
	// permission that they lack, nor change a user or key that holds one (S72, A-087).
	ErrGrantsMore = fault.New(fault.Forbidden, "grants_more", "The request grants permissions or a boundary that the caller does not hold.")
	ErrHoldsMore  = fault.New(fault.Forbidden, "holds_more", "The user or API key holds permissions or a boundary that the caller does not hold.")
	ErrAPIKey     = fault.New(fault.Invalid, "api_key_invalid", "The API key is not valid as described. Correct the places that the violations name.")
	// ErrPlatformOnly refuses other callers to set a budget, which protects what all applications
	// share.
	ErrPlatformOnly       = fault.New(fault.Forbidden, "platform_only", "Only callers with the boundary platform may set the request budgets of an API key. Leave the budgets out.")
	ErrKeyWithoutSecret   = fault.New(fault.Precondition, "api_key_without_secret", "The API key has a public key and no secret. Register another one, and revoke this one.")
	ErrSubjectTaken       = fault.New(fault.Conflict, "subject_taken", "Another API key has this subject. Revoke that key first, or choose another subject.")
	ErrKeyRevoked         = fault.New(fault.Precondition, "api_key_revoked", "The API key is revoked. Create a new one.")
	ErrSigningKeyNotFound = fault.New(fault.NotFound, "signing_key_not_found", "There is no such signing key.")
	// ErrSigningKeySigns refuses to retire the current key: only a key that verifiers do not have yet
	// could sign then.
	ErrSigningKeySigns      = fault.New(fault.Conflict, "signing_key_signs", "The key is the one that signs. Rotate first, and retire it when the next key signs.")
	ErrSigningKeysMany      = fault.New(fault.Conflict, "signing_keys_too_many", "There are too many signing keys that are not retired. Retire one first.")
	ErrEventNotFound        = fault.New(fault.NotFound, "event_not_found", "There is no such event.")
	ErrSessionNotFound      = fault.New(fault.NotFound, "session_not_found", "There is no such session.")
	ErrSessionChanged       = fault.New(fault.Conflict, "session_changed", "Another request changed the session in the meantime. Read it again.")
	ErrSessionOtherUser     = fault.New(fault.Invalid, "session_other_user", "The session belongs to another user, and the user of a session cannot be changed. Create a new session.")
	ErrSessionUser          = fault.New(fault.Invalid, "session_user_missing", "The session has no user whose password could be checked. Name the user.")
	ErrRefreshTokenNotFound = fault.New(fault.NotFound, "refresh_token_not_found", "There is no such refresh token.")
)

// errNoLookup is the cause if a policy requires the breach look-up, and none is configured.
var errNoLookup = errors.New("core: REKEY_BREACH_URL is not configured, and a policy asks for the breach look-up")

// Faults lists the faults of the core; golden tables of tests contain them all.
func Faults() []*fault.Fault {
	return []*fault.Fault{
		ErrTicketUnusable, ErrTicketNotFound, ErrTicketOver, ErrLifetime, ErrTicketMedium, ErrMessageNotFound, ErrMessageGone, ErrMailBudget,
		ErrPasswordPolicy, ErrBreachUnknown, ErrPasswordsDiffer, ErrPasswordMissing, ErrPasswordText,
		ErrWrongCurrent, ErrTooYoung, ErrHashNotAccepted, ErrExpiryPast, ErrExpiryFar, ErrUserNotFound, ErrTenantNotFound,
		ErrNoPassword, ErrNoExpiry, ErrUserInactive, ErrAlreadyLocked, ErrNotLocked, ErrNoAddress, ErrAddressUnknown, ErrAddressVerified, ErrAddressUnchanged, ErrNoInvite,
		ErrHasPassword, ErrInviteOpen, ErrSessionOtherUser,
		ErrNoDirectory, ErrLinkTemplate, ErrCredentialChanged, ErrLoginFailed,
		ErrRefreshInvalid, ErrSessionNotFound, ErrSessionChanged,
		ErrSessionUser, ErrRefreshTokenNotFound, ErrEventNotFound, ErrGrantsMore, ErrHoldsMore, ErrAPIKey, ErrAPIKeyNotFound, ErrKeyRevoked, ErrPlatformOnly, ErrUser, ErrIDUsed, ErrExternalIDTaken, ErrUserAmbiguous,
		ErrApplicationNotFound, ErrVersion, ErrHostTaken, ErrTenantNumberTaken, ErrHostReserved, ErrHostNotFound, ErrHostUnproven, ErrDNSUnavailable,
		ErrApplicationNotEmpty, ErrTenantNotEmpty, ErrTenantIsDefault, ErrNameTaken, ErrNameShape, ErrSettings,
		ErrSigningKeyNotFound, ErrSigningKeySigns, ErrSigningKeysMany, ErrKeyWithoutSecret, ErrSubjectTaken,
		ErrNoFactor, ErrFactorExists, ErrNoEnrollment, ErrFactorCode, ErrFactorRequired, ErrRevocation,
		ErrNoSessionCode, ErrSessionCode, ErrSessionCodeExpired, ErrCodesExhausted,
	}
}

// NewViolation is a rule that a member of the request breaks.
func NewViolation(pointer, code, message string) fault.Violation {
	return fault.Violation{Pointer: pointer, Code: code, Message: message}
}
