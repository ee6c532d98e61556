package lifecycle

import (
	"net/url"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// pageLink is the hosted page's address with the secret in it. It is built from the
// configured base alone, never from anything a request says (CVE-2017-8295).
func (c *Core) pageLink(purpose models.Purpose, text secret.Text, userID string) string {
	page := "/reset"
	if purpose != models.PurposeReset {
		page = "/set"
	}
	q := url.Values{"key": {text.Reveal()}}
	if userID != "" {
		q.Set("user", userID)
	}
	return strings.TrimSuffix(c.PublicURL, "/") + page + "?" + q.Encode()
}

const maxTemplateBytes = 200

var placeholders = []string{"{{.UserID}}", "{{.Code}}", "{{.OrgID}}"}

// checkTemplate admits a caller's link template if it begins with an allow-listed
// origin or prefix, and holds nothing but plain URL text and the three placeholders.
// Templates are text to replace in, never programs: text/template would run
// {{printf "%0999999999d" 1}}.
func checkTemplate(template string, allowed []string) error {
	if template == "" || len(template) > maxTemplateBytes {
		return ErrLinkTemplate
	}
	rest := template
	for _, p := range placeholders {
		rest = strings.ReplaceAll(rest, p, "x")
	}
	prefixed := slices.ContainsFunc(allowed, func(prefix string) bool {
		tail, ok := strings.CutPrefix(template, strings.TrimSuffix(prefix, "/"))
		return ok && prefix != "" && (strings.HasPrefix(tail, "/") || strings.HasPrefix(tail, "?"))
	})
	u, err := url.Parse(rest)
	if !prefixed || err != nil || strings.ContainsAny(rest, "{}\\#\"'<>`^| ") || u.User != nil || u.Host == "" ||
		(u.Scheme != "https" && !loopback(u)) {
		return ErrLinkTemplate
	}
	for _, r := range rest {
		if r <= 0x20 || r >= 0x7f { // no control characters, blanks, look-alike letters
			return ErrLinkTemplate
		}
	}
	path := strings.ToLower(u.EscapedPath())
	if strings.Contains(path, "//") || strings.Contains(path, "..") || strings.Contains(path, "%2f") ||
		strings.Contains(path, "%2e") || strings.Contains(path, "%5c") {
		return ErrLinkTemplate
	}
	return nil
}

func loopback(u *url.URL) bool {
	h := u.Hostname()
	return u.Scheme == "http" && (h == "127.0.0.1" || h == "localhost" || h == "::1")
}

// fillTemplate replaces the placeholders, each escaped so that its value cannot
// break out of its place.
func fillTemplate(template string, text secret.Text, userID, tenantID string) string {
	return strings.NewReplacer(
		"{{.UserID}}", url.QueryEscape(userID),
		"{{.Code}}", url.QueryEscape(text.Reveal()),
		"{{.OrgID}}", url.QueryEscape(tenantID),
	).Replace(template)
}
