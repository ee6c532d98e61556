package zitadel

import (
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/surface"
)

// message is the answer to a fault in an operation (empty: in any) for a reason.
type message struct {
	operation string
	fault     *fault.Fault
	why       reason
	problem
}

// messageTable lists the messages, the more specific ones first. Ids without REKEY- are
// the vendor's. A fault that is not listed has an id made from its code.
func messageTable() []message {
	return slices.Concat(addressMessages(), userMessages(), proofMessages(), sessionMessages(), edgeMessages())
}

func userMessages() []message {
	const noUser = "User could not be found"
	return []message{
		{"PasswordReset", core.ErrUserNotFound, anyReason, problem{notFound, "COMMAND-SAF4f", noUser}},
		{"SetPassword", core.ErrUserNotFound, anyReason, problem{failedPrecondition, "COMMAND-3M0fs", noUser}},
		{"UpdateUser", core.ErrUserNotFound, anyReason, problem{notFound, "COMMAND-ugjs0upun6", noUser}},
		{"DeactivateUser", core.ErrUserNotFound, anyReason, problem{notFound, "COMMAND-5gp2p62iin", noUser}},
		{"DeactivateUser", core.ErrAlreadyLocked, anyReason, problem{failedPrecondition, "COMMAND-5gunjw0cd7", "User is already inactive"}},
		{"ReactivateUser", core.ErrUserNotFound, anyReason, problem{notFound, "COMMAND-9hy5kzbuk6", noUser}},
		{"ReactivateUser", core.ErrNotLocked, anyReason, problem{failedPrecondition, "COMMAND-s5qqcz97hf", "User is not inactive"}},
		{"DeleteUser", core.ErrUserNotFound, anyReason, problem{notFound, "COMMAND-bd4ir1mblj", noUser}},
		{"", core.ErrNameTaken, anyReason, problem{alreadyExists, "V3-DKcYh", "User already exists"}},
		{"", core.ErrExternalIDTaken, anyReason, problem{failedPrecondition, "COMMAND-7yiox1isql", "User already exists"}},
		{"LockUser", core.ErrUserNotFound, anyReason, problem{notFound, "COMMAND-450yxuqrh1", noUser}},
		{"UnlockUser", core.ErrUserNotFound, anyReason, problem{notFound, "COMMAND-x377t913pw", noUser}},
		{"CreateInviteCode", core.ErrUserNotFound, anyReason, problem{notFound, "COMMAND-Wgvn4", noUser}},
		{"ResendInviteCode", core.ErrUserNotFound, anyReason, problem{notFound, "COMMAND-H3b2a", noUser}},
		{"VerifyInviteCode", core.ErrUserNotFound, anyReason, problem{notFound, "COMMAND-F5g2h", noUser}},
		{"", core.ErrUserNotFound, anyReason, problem{notFound, "QUERY-Dfbg2", noUser}},
	}
}

// addressMessages are those of the operations for one address. They come before the others: one text
// answers every code that is not accepted.
func addressMessages() []message {
	var all []message
	for _, kind := range []struct{ name, invalid, resend string }{
		{"Email", "EMAIL-599BI", "EMAIL-5w5ilin4yt"}, {"Phone", "PHONE-so0wa", "PHONE-5xrra88eq8"},
	} {
		set, resend, verify := "Set"+kind.name, "Resend"+kind.name+"Code", "Verify"+kind.name
		for _, operation := range []string{set, resend, verify} {
			all = append(all, message{operation, core.ErrUserNotFound, anyReason, problem{notFound, "COMMAND-ieJ2e", kind.name + " not found"}})
		}
		all = append(all,
			message{set, core.ErrNameShape, anyReason, problem{invalidArgument, kind.invalid, kind.name + " is invalid"}},
			message{set, core.ErrAddressUnchanged, anyReason, problem{failedPrecondition, "COMMAND-Uch5e", kind.name + " not changed"}},
			message{resend, core.ErrAddressVerified, anyReason, problem{failedPrecondition, kind.resend, "Code is empty"}},
			message{resend, core.ErrAddressUnknown, anyReason, problem{failedPrecondition, kind.resend, "Code is empty"}},
			message{verify, core.ErrTicketUnusable, anyReason, problem{invalidArgument, "COMMAND-eis9R", "Code is invalid"}},
		)
	}
	return all
}

func proofMessages() []message {
	const (
		noCode  = "Code not found"
		badWord = "Password is invalid"
		badURL  = "URL template is invalid"

		noMailForCodes = "User has no verified email address for one-time passwords"
	)
	return []message{
		{"VerifyInviteCode", core.ErrTicketUnusable, anyReason, problem{invalidArgument, "COMMAND-Wgn4q", "Code is invalid"}},
		{"", core.ErrTicketUnusable, codeWrong, problem{invalidArgument, "CODE-woT0xc", "Code is invalid"}},
		{"", core.ErrTicketUnusable, codeExpired, problem{failedPrecondition, "CODE-QvUQ4P", "Code is expired"}},
		{"", core.ErrTicketUnusable, anyReason, problem{failedPrecondition, "COMMAND-2M9fs", noCode}},
		{"", core.ErrInviteOpen, anyReason, problem{failedPrecondition, "COMMAND-Sfe4g", "User is not yet initialised"}},
		{"ResendInviteCode", core.ErrHasPassword, anyReason, problem{failedPrecondition, "COMMAND-Gg42s", "User is already initialised"}},
		{"", core.ErrHasPassword, anyReason, problem{failedPrecondition, "COMMAND-EF34g", "User is already initialised"}},
		{"", core.ErrNoInvite, anyReason, problem{failedPrecondition, "COMMAND-Wr3gq", noCode}},
		{"", core.ErrNoAddress, bySMS, problem{failedPrecondition, "COMMAND-BJ2g3", "User has no verified phone for one-time passwords"}},
		{"CreateSession", core.ErrNoAddress, anyReason, problem{failedPrecondition, "COMMAND-JKLJ3", noMailForCodes}},
		{"SetSession", core.ErrNoAddress, anyReason, problem{failedPrecondition, "COMMAND-JKLJ3", noMailForCodes}},
		{"", core.ErrNoAddress, phoneMissing, problem{failedPrecondition, "REKEY-PhoneNotVerified", "User has no verified phone"}},
		{"", core.ErrNoAddress, anyReason, problem{failedPrecondition, "REKEY-EmailNotVerified", "User has no verified email address"}},
		{"", core.ErrLinkTemplate, templateSyntax, problem{invalidArgument, "DOMAIN-oGh5e", badURL}},
		{"", core.ErrLinkTemplate, templateField, problem{invalidArgument, "DOMAIN-ieYa7", badURL}},
		{"", core.ErrLinkTemplate, anyReason, problem{invalidArgument, "REKEY-UrlTemplateNotAllowed", "URL template is not allowed"}},
		{"", core.ErrWrongCurrent, anyReason, problem{invalidArgument, "COMMAND-3M0fs", badWord}},
		{"", core.ErrLoginFailed, anyReason, problem{invalidArgument, "COMMAND-3M0fs", badWord}},
		{"", core.ErrFactorCode, anyReason, problem{invalidArgument, "EVENT-8isk2", "Invalid code"}},
		{"", core.ErrHashNotAccepted, anyReason, problem{invalidArgument, "REKEY-HashNotSupported", "Password hash is not supported"}},
		{"", surface.ErrChangeRequired, anyReason, problem{failedPrecondition, "REKEY-PasswordChangeRequired", "Password must be changed first"}},
		{"", core.ErrAlreadyLocked, anyReason, problem{failedPrecondition, "COMMAND-lgws8wtsqf", "User is neither active nor new"}},
		{"", core.ErrNotLocked, anyReason, problem{failedPrecondition, "COMMAND-olb9vb0oca", "User is not locked"}},
		{"", core.ErrNoDirectory, anyReason, problem{failedPrecondition, "REKEY-NoDirectory", "Password is kept in a directory, and none is configured"}},
	}
}

func sessionMessages() []message {
	const noSess = "Session does not exist"
	return []message{
		{"", core.ErrSessionUser, smsCodeOfNobody, problem{failedPrecondition, "COMMAND-VDrh3", "User ID is missing"}},
		{"", core.ErrSessionUser, codeOfNobody, problem{failedPrecondition, "COMMAND-ejo2w", "User ID is missing"}},
		{"", core.ErrSessionUser, smsForNobody, problem{failedPrecondition, "COMMAND-JKL3g", "User ID is missing"}},
		{"", core.ErrSessionUser, codeForNobody, problem{failedPrecondition, "COMMAND-JK3gp", "User ID is missing"}},
		{"", core.ErrNoSessionCode, bySMS, problem{failedPrecondition, "COMMAND-SF3tv", "Code not found"}},
		{"", core.ErrNoSessionCode, anyReason, problem{failedPrecondition, "COMMAND-zF3g3", "Code not found"}},
		{"", core.ErrSessionCode, anyReason, problem{invalidArgument, "CODE-woT0xc", "Code is invalid"}},
		{"", core.ErrSessionCodeExpired, anyReason, problem{failedPrecondition, "CODE-QvUQ4P", "Code is expired"}},
		{"", core.ErrSessionUser, anyReason, problem{failedPrecondition, "COMMAND-Sfw3f", "User ID is missing"}},
		{"", core.ErrSessionOtherUser, anyReason, problem{invalidArgument, "REKEY-SessionOtherUser", "user change not possible"}},
		{"SetSession", core.ErrSessionNotFound, sessionEnded, problem{failedPrecondition, "COMMAND-Hewfq", "Session already terminated"}},
		{"SetSession", core.ErrSessionNotFound, sessionExpired, problem{failedPrecondition, "COMMAND-Hkl3d", "Session has expired"}},
		{"GetSession", core.ErrSessionNotFound, anyReason, problem{notFound, "QUERY-SFeaa", noSess}},
		{"", core.ErrSessionNotFound, anyReason, problem{notFound, "COMMAND-Flk38", noSess}},
		{"", core.ErrTenantNotFound, anyReason, problem{notFound, "QUERY-iTTGJ", "Organisation not found"}},
	}
}

func edgeMessages() []message {
	return []message{
		{"", fault.ErrForbidden, tokenWrong, problem{permissionDenied, "COMMAND-sGr42", "Session Token is invalid"}},
		{"", fault.ErrForbidden, permissionsNone, problem{permissionDenied, "AUTHZ-cdgFk", "membership not found"}},
		{"", fault.ErrForbidden, anyReason, problem{permissionDenied, "AUTH-5mWD2", "No matching permissions found"}},
		{"", fault.ErrUnauthenticated, headerMissing, problem{unauthenticated, "", "auth header missing"}},
		{"", fault.ErrUnauthenticated, anyReason, problem{unauthenticated, "AUTH-7fs1e", "Token is invalid"}},
		{"", fault.ErrNoRoute, anyReason, problem{notFound, "", "Not Found"}},
		{"", fault.ErrNoMethod, anyReason, problem{unimplemented, "", "Method Not Allowed"}},
		{"", fault.ErrBodyTooLarge, anyReason, problem{resourceExhausted, "", "The request body is larger than 65536 bytes"}},
		{"", fault.ErrMediaType, anyReason, problem{invalidArgument, "", "The content type must be application/json"}},
		{"", fault.ErrTooManyRequests, anyReason, problem{resourceExhausted, "", "Too many requests, try again later"}},
		{"", fault.ErrUnavailable, anyReason, problem{unavailable, "", "The service is busy, try again later"}},
		{"", fault.ErrInternal, anyReason, problem{internal, "", "An internal error occurred"}},
	}
}

// ruleProblem is the answer for one broken rule of the password policy. The vendor knows five rules and
// the history; the others have ids made from their codes.
func ruleProblem(v fault.Violation) problem {
	switch v.Code {
	case policy.TooShort:
		return problem{invalidArgument, "DOMAIN-HuJf6", "Password is too short"}
	case policy.NeedsLower:
		return problem{invalidArgument, "DOMAIN-co3Xw", "Password must contain a lowercase letter"}
	case policy.NeedsUpper:
		return problem{invalidArgument, "DOMAIN-VoaRj", "Password must contain an uppercase letter"}
	case policy.NeedsDigit:
		return problem{invalidArgument, "DOMAIN-ZBv4H", "Password must contain a number"}
	case policy.NeedsSymbol:
		return problem{invalidArgument, "DOMAIN-ZDLwA", "Password must contain a symbol"}
	case policy.InTheHistory:
		return problem{failedPrecondition, "COMMAND-Aesh5", "New password must differ from the former ones"}
	}
	return problem{invalidArgument, "REKEY-Password" + camel(v.Code), strings.TrimSuffix(v.Message, ".")}
}
