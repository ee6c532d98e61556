package core

import (
	"net/url"
	"strings"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// pageLink is the hosted page's address with the secret in it. It is built from the
// configured base alone, never from anything a request says (CVE-2017-8295).
func (k *Kernel) pageLink(purpose models.Purpose, text secret.Text, userID string) string {
	page := "/reset"
	if purpose != models.PurposeReset {
		page = "/set"
	}
	q := url.Values{"key": {text.Reveal()}}
	if userID != "" {
		q.Set("user", userID)
	}
	return strings.TrimSuffix(k.publicURL, "/") + page + "?" + q.Encode()
}

// The placeholders of a link template, as in RFC 6570 level 1. Every surface that takes
// templates writes its own placeholders so.
const (
	PlaceUser   = "{userId}"
	PlaceCode   = "{code}"
	PlaceTenant = "{tenantId}"
)

// fillTemplate replaces the placeholders, each escaped so that its value cannot
// break out of its place.
func fillTemplate(template string, text secret.Text, userID, tenantID string) string {
	return strings.NewReplacer(
		PlaceUser, url.QueryEscape(userID),
		PlaceCode, url.QueryEscape(text.Reveal()),
		PlaceTenant, url.QueryEscape(tenantID),
	).Replace(template)
}
