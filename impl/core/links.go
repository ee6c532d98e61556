package core

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// pageLink is the address of the hosted page with the secret in it. It is built from the configured
// URL alone, never from what a request contains (CVE-2017-8295).
func (k *Kernel) pageLink(purpose models.Purpose, text secret.Text, userID string) string {
	page := "/set"
	switch purpose {
	case models.PurposeReset:
		page = "/reset"
	case models.PurposeVerify:
		page = "/verify"
	}
	q := url.Values{"key": {text.Reveal()}}
	if userID != "" {
		q.Set("user", userID)
	}
	return strings.TrimSuffix(k.publicURL, "/") + page + "?" + q.Encode()
}

// The placeholders of a link template, as in RFC 6570 level 1. A surface that accepts templates
// translates its own placeholders to these.
const (
	PlaceUser   = "{userId}"
	PlaceCode   = "{code}"
	PlaceTenant = "{tenantId}"
)

// PlaceSession is a placeholder for the session's id, in the link of a session's code alone.
const PlaceSession = "{sessionId}"

// CheckSessionTemplate is CheckLinkTemplate for the link of a session's code.
func (k *Kernel) CheckSessionTemplate(template string, t *models.Tenant) error {
	return k.CheckLinkTemplate(strings.ReplaceAll(template, PlaceSession, "x"), t)
}

// SessionLink is the link of a session's code, by the caller's template.
func SessionLink(template string, code secret.Text, s *Subject, sessionID string) secret.Text {
	userID := linkUserID(s, TicketPlan{Form: models.ProofUserCode}) // the id that the caller's system has
	filled := fillTemplate(template, code, userID, s.Tenant.ID)
	return secret.NewText(strings.ReplaceAll(filled, PlaceSession, url.QueryEscape(sessionID)))
}

// fillTemplate replaces the placeholders by their values. Each value is escaped, so that it cannot
// change another part of the URL.
func fillTemplate(template string, text secret.Text, userID, tenantID string) string {
	return strings.NewReplacer(
		PlaceUser, url.QueryEscape(userID),
		PlaceCode, url.QueryEscape(text.Reveal()),
		PlaceTenant, url.QueryEscape(tenantID),
	).Replace(template)
}

const maxTemplateBytes = 200

// OriginNotAllowed is ErrLinkTemplate for a template that an entry with its origin would allow.
type OriginNotAllowed struct {
	Origin   string // scheme and host, which a shell takes as they are
	TenantID string
	Others   bool // the tenant's list has entries already
}

func (*OriginNotAllowed) Error() string { return ErrLinkTemplate.Error() }

// Unwrap returns the fault.
func (*OriginNotAllowed) Unwrap() error { return ErrLinkTemplate }

// CheckLinkTemplate accepts a caller's link template if it begins with an allow-listed origin or
// prefix, and contains only plain URL text and the three placeholders. The placeholders are
// replaced as text: a template engine would run what a caller writes (OWASP WSTG-INPV-18).
func (k *Kernel) CheckLinkTemplate(template string, t *models.Tenant) error {
	u, err := parseTemplate(template)
	if err != nil {
		return err
	}
	origin, allowed := u.Scheme+"://"+u.Host, t.Settings.LinkTemplates
	if k.trialLinks && len(allowed) == 0 && isTrialHost(u) {
		allowed = []string{origin}
	}
	if slices.ContainsFunc(allowed, func(entry string) bool { return matchesEntry(template, u, entry) }) {
		return nil
	}
	if plainHost.MatchString(u.Host) && matchesEntry(template, u, origin) {
		return &OriginNotAllowed{Origin: origin, TenantID: t.ID, Others: len(allowed) > 0}
	}
	return ErrLinkTemplate
}

// parseTemplate reads a template as a URL, with a letter for each placeholder.
func parseTemplate(template string) (*url.URL, error) {
	if template == "" || len(template) > maxTemplateBytes {
		return nil, ErrLinkTemplate
	}
	rest := template
	for _, p := range []string{PlaceUser, PlaceCode, PlaceTenant} {
		rest = strings.ReplaceAll(rest, p, "x")
	}
	u, err := url.Parse(rest)
	if err != nil || u.User != nil || u.Host == "" || (u.Scheme != "https" && (u.Scheme != "http" || !isLoopback(u))) ||
		strings.ContainsAny(rest, "{}\\#\"'<>`^| ") {
		return nil, ErrLinkTemplate
	}
	for _, r := range rest {
		if r <= 0x20 || r >= 0x7f { // no control characters, spaces or look-alike letters
			return nil, ErrLinkTemplate
		}
	}
	path := strings.ToLower(u.EscapedPath())
	if strings.Contains(path, "//") || strings.Contains(path, "..") || strings.Contains(path, "%2f") ||
		strings.Contains(path, "%2e") || strings.Contains(path, "%5c") {
		return nil, ErrLinkTemplate
	}
	return u, nil
}

// plainHost matches a host that an operator can copy into a command: nothing that a shell reads
// in another way.
var plainHost = regexp.MustCompile(`^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$`)

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

// isTrialHost reports whether a link leads to this machine, or to a host that belongs to nobody: the
// documentation of many products has links to example.com (RFC 6761 section 6.5).
func isTrialHost(u *url.URL) bool {
	return isLoopback(u) || u.Scheme == "https" && (u.Host == "example.com" || strings.HasSuffix(u.Host, ".example.com"))
}

func isLoopback(u *url.URL) bool {
	h := u.Hostname()
	return h == "127.0.0.1" || h == "localhost" || h == "::1"
}
