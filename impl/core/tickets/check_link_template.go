package tickets

import (
	"net/url"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/core"
)

const maxTemplateBytes = 200

// checkLinkTemplate accepts a caller's link template if it begins with an allow-listed origin or
// prefix, and contains only plain URL text and the three placeholders. The placeholders are
// replaced as text: a template engine would run what a caller writes (OWASP WSTG-INPV-18).
func checkLinkTemplate(template string, allowed []string) error {
	if template == "" || len(template) > maxTemplateBytes {
		return core.ErrLinkTemplate
	}
	rest := template
	for _, p := range []string{core.PlaceUser, core.PlaceCode, core.PlaceTenant} {
		rest = strings.ReplaceAll(rest, p, "x")
	}
	u, err := url.Parse(rest)
	if err != nil || u.User != nil || u.Host == "" || (u.Scheme != "https" && !isLoopback(u)) ||
		strings.ContainsAny(rest, "{}\\#\"'<>`^| ") {
		return core.ErrLinkTemplate
	}
	if !slices.ContainsFunc(allowed, func(entry string) bool { return matchesEntry(template, u, entry) }) {
		return core.ErrLinkTemplate
	}
	for _, r := range rest {
		if r <= 0x20 || r >= 0x7f { // no control characters, spaces or look-alike letters
			return core.ErrLinkTemplate
		}
	}
	path := strings.ToLower(u.EscapedPath())
	if strings.Contains(path, "//") || strings.Contains(path, "..") || strings.Contains(path, "%2f") ||
		strings.Contains(path, "%2e") || strings.Contains(path, "%5c") {
		return core.ErrLinkTemplate
	}
	return nil
}

// matchesEntry compares a template with one entry of the allow-list, both as text and as a parsed
// URL. An entry without a host, such as "https://", allows nothing.
func matchesEntry(template string, u *url.URL, entry string) bool {
	base, err := url.Parse(entry)
	if err != nil || base.Host == "" || base.Host != u.Host || base.Scheme != u.Scheme {
		return false
	}
	tail, ok := strings.CutPrefix(template, strings.TrimSuffix(entry, "/"))
	return ok && (strings.HasPrefix(tail, "/") || strings.HasPrefix(tail, "?"))
}

func isLoopback(u *url.URL) bool {
	h := u.Hostname()
	return u.Scheme == "http" && (h == "127.0.0.1" || h == "localhost" || h == "::1")
}
