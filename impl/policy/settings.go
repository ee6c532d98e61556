package policy

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/models"
)

// Bounds of lists.
const (
	maxLinkTemplates = 50
	maxLinkTemplate  = 200 // bytes
)

// NotAllowed is the code of a value that is not one of the allowed ones.
const NotAllowed = "not_allowed"

// ValidateSettings returns a violation for everything that is wrong with settings, with JSON pointers into
// them: values beyond the hard limits of decision D10 and SP 800-63B-4 section 3.2.2, and rules that
// contradict each other.
func ValidateSettings(s models.Settings) []fault.Violation {
	broken := Validate(s.Password)
	for i := range broken {
		broken[i].Pointer = "/password" + broken[i].Pointer
	}
	broken = append(broken, validateTickets(s.Tickets)...)
	broken = append(broken, validateSessions(s.Sessions)...)
	if s.ResetBy != models.ResetByLink && s.ResetBy != models.ResetByOTP {
		broken = append(broken, notAllowed("/resetBy", string(models.ResetByLink), string(models.ResetByOTP)))
	}
	return append(broken, validateLinks(s.LinkTemplates)...)
}

// bound is a number with its limits.
type bound struct {
	pointer          string
	value, low, high int
}

func within(bounds []bound) []fault.Violation {
	var broken []fault.Violation
	for _, b := range bounds {
		if b.value < b.low || b.value > b.high {
			broken = append(broken, outOfRange(b.pointer, b.low, b.high))
		}
	}
	return broken
}

func validateTickets(t models.TicketSettings) []fault.Violation {
	return within([]bound{
		{"/tickets/otpMinutes", t.OTPMinutes, 1, 15},
		{"/tickets/linkMinutes", t.LinkMinutes, 1, 24 * 60},
		{"/tickets/setHours", t.SetHours, 1, 7 * 24},
		{"/tickets/inviteHours", t.InviteHours, 1, 7 * 24},
		{"/tickets/otpLength", t.OTPLength, 6, 10},
		{"/tickets/otpTries", t.OTPTries, 1, 10},
		{"/tickets/accountTries", t.AccountTries, 1, 100},
		{"/tickets/mailsPerHour", t.MailsPerHour, 1, 20},
		{"/tickets/tempPassHours", t.TempPassHours, 1, 7 * 24},
	})
}

func validateSessions(s models.SessionSettings) []fault.Violation {
	broken := within([]bound{
		{"/sessions/accessMinutes", s.AccessMinutes, 1, 15},
		{"/sessions/refreshDays", s.RefreshDays, 1, 30},
		{"/sessions/sessionHours", s.SessionHours, 1, 30 * 24},
		{"/sessions/idleMinutes", s.IdleMinutes, 0, 30 * 24 * 60},
		{"/sessions/refreshReuseSeconds", s.RefreshReuseSeconds, 0, 60},
		{"/sessions/loginFailures", s.LoginFailures, 1, 100},
		{"/sessions/backoffSeconds", s.BackoffSeconds, 1, 3600},
		{"/sessions/backoffMaxSeconds", s.BackoffMaxSecs, 1, 24 * 3600},
	})
	if len(broken) == 0 && s.BackoffMaxSecs < s.BackoffSeconds {
		broken = append(broken, contradictory("/sessions/backoffMaxSeconds", "The longest wait is below the first one."))
	}
	if s.IdleMinutes > 0 && s.IdleMinutes <= s.AccessMinutes {
		broken = append(broken, contradictory("/sessions/idleMinutes", "A session would be over before its access token."))
	}
	choices := []models.Revocation{models.RevokeAll, models.RevokeOthers, models.RevokeNone}
	for i, r := range s.Revocation {
		at := "/sessions/revocation/" + strconv.Itoa(i)
		if !slices.Contains(choices, r) {
			broken = append(broken, notAllowed(at, "all", "others", "none"))
		} else if slices.Index(s.Revocation, r) < i {
			broken = append(broken, contradictory(at, "The choice is listed twice."))
		}
	}
	// All sessions end unless the user chooses otherwise (ASVS 5.0 7.4.3).
	if !slices.Contains(s.Revocation, models.RevokeAll) {
		broken = append(broken, contradictory("/sessions/revocation", "The choice all is the default and must be among them."))
	}
	return broken
}

// validateLinks checks that each entry of the allow-list can be the beginning of a link.
func validateLinks(list []string) []fault.Violation {
	if len(list) > maxLinkTemplates {
		return []fault.Violation{outOfRange("/linkTemplates", 0, maxLinkTemplates)}
	}
	var broken []fault.Violation
	for i, entry := range list {
		u, err := url.Parse(entry)
		if err != nil || linkTemplateBytes(entry) > maxLinkTemplate || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" ||
			u.Scheme != "https" && u.Scheme != "http" || strings.Contains(entry, "*") || strings.ContainsFunc(entry, func(r rune) bool { return r <= ' ' || r >= 0x7f }) {
			broken = append(broken, fault.Violation{
				Pointer: "/linkTemplates/" + strconv.Itoa(i), Code: NotAllowed,
				Message: "The entry must be the beginning of a link: scheme, host and perhaps a path, in ASCII and without *.",
			})
		}
	}
	return broken
}

// linkTemplateBytes counts an escaped brace, which is stored as two, once: the caller gave one.
func linkTemplateBytes(entry string) int {
	return len(entry) - strings.Count(entry, "{{") - strings.Count(entry, "}}")
}

func contradictory(pointer, message string) fault.Violation {
	return fault.Violation{Pointer: pointer, Code: Contradictory, Message: message}
}

func notAllowed(pointer string, allowed ...string) fault.Violation {
	return fault.Violation{
		Pointer: pointer, Code: NotAllowed, Message: "The value must be one of: " + strings.Join(allowed, ", ") + ".",
		Params: fault.Params{fault.Allowed: strings.Join(allowed, " ")},
	}
}
