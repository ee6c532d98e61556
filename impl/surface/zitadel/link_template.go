package zitadel

import (
	"regexp"
	"strings"

	"github.com/rekeyhq/rekey/impl/core"
)

// checkTemplate says what is wrong with a template as such, before the user is looked
// up, as the vendor does. It tells the vendor's two ids apart and evaluates nothing:
// the placeholders are text to replace. Whether the link may be sent is the
// core's to decide.
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
