package core

import (
	"net/url"
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

// fillTemplate replaces the placeholders by their values. Each value is escaped, so that it cannot
// change another part of the URL.
func fillTemplate(template string, text secret.Text, userID, tenantID string) string {
	return strings.NewReplacer(
		PlaceUser, url.QueryEscape(userID),
		PlaceCode, url.QueryEscape(text.Reveal()),
		PlaceTenant, url.QueryEscape(tenantID),
	).Replace(template)
}
