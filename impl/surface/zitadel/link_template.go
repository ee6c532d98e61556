package zitadel

import (
	"regexp"
	"strings"

	"github.com/rekeyhq/rekey/impl/core"
)

// checkTemplate checks the syntax of a template before the user is looked
// up, as the vendor does. It distinguishes the vendor's two error ids and evaluates nothing:
// the placeholders are text to replace. The core decides whether the link
// may be sent.
func checkTemplate(template string) error {
	unknown := false
	rest := placeholder.ReplaceAllStringFunc(template, func(p string) string {
		switch p {
		case "{{.UserID}}", "{{.Code}}", "{{.OrgID}}":
		default:
			unknown = true
		}
		return ""
	})
	switch {
	case strings.ContainsAny(rest, "{}"):
		return &refusal{core.ErrLinkTemplate, templateSyntax}
	case unknown:
		return &refusal{core.ErrLinkTemplate, templateField}
	}
	return nil
}

// placeholder is a field of the template's data, in the only form that is read.
var placeholder = regexp.MustCompile(`\{\{\.[A-Za-z][A-Za-z0-9]*\}\}`)
