package surface

import (
	"errors"
	"strings"

	"github.com/rekeyhq/rekey/impl/core"
)

// LinkTemplate writes a link template, or the beginning of one, in the core's notation. The
// surfaces that take templates publish {{.UserID}}, {{.Code}}, {{.OrgID}} and, for the codes of
// sessions, {{.SessionID}}; the core has
// placeholders of URI templates (RFC 6570 level 1) and keeps those. Any other brace is doubled,
// which is not a placeholder of the core: it refuses {code} and {{.Other}} where a surface
// published neither.
func LinkTemplate(published string) string { return fromPublished.Replace(published) }

// PublishedLinkTemplate undoes LinkTemplate.
func PublishedLinkTemplate(kept string) string { return toPublished.Replace(kept) }

// A Replacer prefers the pair that comes first, so the placeholders come before the braces.
var (
	fromPublished = strings.NewReplacer(
		"{{.UserID}}", "{userId}", "{{.Code}}", "{code}", "{{.OrgID}}", "{tenantId}", "{{.SessionID}}", "{sessionId}", "{", "{{", "}", "}}",
	)
	toPublished = strings.NewReplacer(
		"{userId}", "{{.UserID}}", "{code}", "{{.Code}}", "{tenantId}", "{{.OrgID}}", "{sessionId}", "{{.SessionID}}", "{{", "{", "}}", "}",
	)
)

// AllowingCommand is the command with which an operator allows the template that was refused, as
// a sentence; empty if no entry of the allow-list would help. It repeats no more of the template
// than its scheme and host: a path or a query may have the caller's secrets.
func AllowingCommand(err error) string {
	refused := (*core.OriginNotAllowed)(nil)
	if !errors.As(err, &refused) {
		return ""
	}
	text := "To allow it: rekey tenants set-policy " + refused.TenantID + " --rules.link-templates " + refused.Origin
	if refused.Others {
		text += " (this replaces the list: repeat the option for each entry to keep)"
	}
	return text
}
