package surface

import "strings"

// LinkTemplate writes a link template, or the beginning of one, in the core's notation. The
// surfaces that take templates publish {{.UserID}}, {{.Code}} and {{.OrgID}}; the core has
// placeholders of URI templates (RFC 6570 level 1) and keeps those. Any other brace is doubled,
// which is not a placeholder of the core: it refuses {code} and {{.Other}} where a surface
// published neither.
func LinkTemplate(published string) string { return fromPublished.Replace(published) }

// PublishedLinkTemplate undoes LinkTemplate.
func PublishedLinkTemplate(kept string) string { return toPublished.Replace(kept) }

// A Replacer prefers the pair that comes first, so the placeholders come before the braces.
var (
	fromPublished = strings.NewReplacer(
		"{{.UserID}}", "{userId}", "{{.Code}}", "{code}", "{{.OrgID}}", "{tenantId}", "{", "{{", "}", "}}",
	)
	toPublished = strings.NewReplacer(
		"{userId}", "{{.UserID}}", "{code}", "{{.Code}}", "{tenantId}", "{{.OrgID}}", "{{", "{", "}}", "}",
	)
)
