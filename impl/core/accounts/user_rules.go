package accounts

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/impl/locale"
	"github.com/rekeyhq/rekey/models"
)

// maxPersonalName is the length of the columns of personal names, in characters. SQLite would store more, and
// both engines must refuse the same.
const maxPersonalName = 200

const (
	maxMetadata      = 50
	maxMetadataName  = 64   // characters
	maxMetadataValue = 1000 // characters
	maxMetadataTotal = 16 << 10
)

// checkUser lists the violations of a user's description, except those of names and addresses.
func checkUser(u *models.User) []fault.Violation {
	var violations []fault.Violation
	for _, name := range []struct{ pointer, words, text string }{
		{"/givenName", "given name", u.GivenName}, {"/familyName", "family name", u.FamilyName},
		{"/nickname", "nickname", u.Nickname}, {"/displayName", "display name", u.DisplayName},
	} {
		if utf8.RuneCountInString(name.text) > maxPersonalName || !utf8.ValidString(name.text) {
			violations = append(violations, core.NewViolation(name.pointer, "length", "A "+name.words+" has at most 200 characters."))
		}
	}
	genders := []models.Gender{models.GenderUnspecified, models.GenderFemale, models.GenderMale, models.GenderDiverse}
	if !slices.Contains(genders, u.Gender) {
		violations = append(violations, core.NewViolation("/gender", "not_allowed", "A gender is unspecified, female, male or diverse."))
	}
	boundaries := []models.Boundary{models.BoundarySelf, models.BoundaryTenant, models.BoundaryApplication, models.BoundaryPlatform}
	if !slices.Contains(boundaries, u.Boundary) {
		violations = append(violations, core.NewViolation("/boundary", "not_allowed", "The boundary of a user is self, tenant, application or platform."))
	}
	if u.Boundary == models.BoundarySelf && len(u.Permissions) > 0 {
		violations = append(violations, core.NewViolation("/permissions", "boundary", "A user with permissions needs a boundary other than self."))
	}
	violations = append(violations, core.CheckPermissions(u.Permissions)...)
	return append(violations, checkMetadata(u.Metadata)...)
}

func checkMetadata(metadata map[string]string) []fault.Violation {
	valid := func(name, value string) bool {
		return name != "" && utf8.RuneCountInString(name) <= maxMetadataName && utf8.RuneCountInString(value) <= maxMetadataValue &&
			utf8.ValidString(name) && utf8.ValidString(value)
	}
	raw, err := json.Marshal(metadata)
	ok := err == nil && len(raw) <= maxMetadataTotal && len(metadata) <= maxMetadata
	for name, value := range metadata {
		ok = ok && valid(name, value)
	}
	if ok {
		return nil
	}
	return []fault.Violation{core.NewViolation("/metadata", "length",
		fmt.Sprintf("Metadata has at most %d values of %d characters, with names of at most %d characters, and at most %d bytes as JSON.",
			maxMetadata, maxMetadataValue, maxMetadataName, maxMetadataTotal))}
}

// canonicalizeUsername checks a new user name, and sets the key under which it is found.
func canonicalizeUsername(u *models.User) error {
	if err := identifier.CheckName(u.Username); err != nil {
		return core.ErrNameShape.With(core.NewViolation("/username", "format", sentence(err)))
	}
	canonical, _ := identifier.Canonical(u.Username)
	u.UsernameKey = core.UsernameKey(canonical).Bytes()
	return nil
}

// canonicalizeLocale checks a new locale, and replaces it with its canonical spelling.
func canonicalizeLocale(u *models.User) error {
	if u.Locale == "" {
		u.Locale = locale.Fallback
	}
	tag, err := locale.Canonical(u.Locale)
	if err != nil {
		return core.ErrUser.With(core.NewViolation("/locale", "format", sentence(err)))
	}
	u.Locale = tag
	return nil
}

// sentence returns the text of an error as the message of a violation.
func sentence(err error) string {
	text := err.Error()
	return strings.ToUpper(text[:1]) + text[1:] + "."
}
