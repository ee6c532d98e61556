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
	return strings.TrimSuffix(c.publicURL, "/") + page + "?" + q.Encode()
}

const maxTemplateBytes = 200

// The placeholders of a link template, as in RFC 6570 level 1. Every surface that takes
// templates writes its own placeholders so.
const (
	placeUser   = "{userId}"
	placeCode   = "{code}"
	placeTenant = "{tenantId}"
)

// checkTemplate admits a caller's link template if it begins with an allow-listed
// origin or prefix, and holds nothing but plain URL text and the three placeholders.
// Templates are text to replace in, never programs: an engine of templates would run
// what a caller writes (OWASP WSTG-INPV-18).
func checkTemplate(template string, allowed []string) error {
	if template == "" || len(template) > maxTemplateBytes {
		return ErrLinkTemplate
	}
	rest := template
	for _, p := range []string{placeUser, placeCode, placeTenant} {
		rest = strings.ReplaceAll(rest, p, "x")
	}
	u, err := url.Parse(rest)
	if err != nil || u.User != nil || u.Host == "" || (u.Scheme != "https" && !loopback(u)) ||
		strings.ContainsAny(rest, "{}\\#\"'<>`^| ") {
		return ErrLinkTemplate
	}
	if !slices.ContainsFunc(allowed, func(entry string) bool { return begins(template, u, entry) }) {
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

// begins compares with one entry of the allow-list, as text and by what it means. An
// entry without a host, such as "https://", allows nothing.
func begins(template string, u *url.URL, entry string) bool {
	base, err := url.Parse(entry)
	if err != nil || base.Host == "" || base.Host != u.Host || base.Scheme != u.Scheme {
		return false
	}
	tail, ok := strings.CutPrefix(template, strings.TrimSuffix(entry, "/"))
	return ok && (strings.HasPrefix(tail, "/") || strings.HasPrefix(tail, "?"))
}

func loopback(u *url.URL) bool {
	h := u.Hostname()
	return u.Scheme == "http" && (h == "127.0.0.1" || h == "localhost" || h == "::1")
}

// fillTemplate replaces the placeholders, each escaped so that its value cannot
// break out of its place.
func fillTemplate(template string, text secret.Text, userID, tenantID string) string {
	return strings.NewReplacer(
		placeUser, url.QueryEscape(userID),
		placeCode, url.QueryEscape(text.Reveal()),
		placeTenant, url.QueryEscape(tenantID),
	).Replace(template)
}
