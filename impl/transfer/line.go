// Package transfer moves users between installations, and from other systems into
// one, as JSON lines.
package transfer

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/impl/lifecycle"
	"github.com/rekeyhq/rekey/impl/secret"
)

// Format describes a line, for --help and docs/import.md.
const Format = `One JSON object a line, UTF-8, at most 64 KiB. Only username is required.

    tenantId           id of the tenant
    tenant             name of the tenant, if there is no tenantId or none of that id;
                       without both, the tenant of --tenant, else the default tenant
    username           unique in the tenant; may not be the address of another user
    id                 UUID; new if missing
    number             1 to 2147483647; new if missing
    givenName          how mails address the user
    email, phone       where the user is reached; unique in the tenant
    emailVerified      true: proven to be the user's; only proven addresses receive links
    phoneVerified      the same for the phone
    locale             language of mails, such as en or de-CH
    mfa                true: the user has a second factor
    directory          true: the password lives in a directory; there is no hash then
    disabled, locked   true: the user may not log in
    hash               PHC or modular-crypt text: argon2id, argon2i, bcrypt, scrypt, PBKDF2,
                       SHA-crypt; without one the user has no password yet
    hashKey            names the secret file that hash was made with; only in exports
    mustChange         true: the next login must choose a new password
    passwordChangedAt  of the hash, RFC 3339; now if missing
    passwordExpiresAt  of the hash, RFC 3339; never if missing`

// line is one user. Times are RFC 3339.
type line struct {
	ID                string     `json:"id,omitempty"`
	Number            int32      `json:"number,omitempty"`
	TenantID          string     `json:"tenantId,omitempty"`
	Tenant            string     `json:"tenant,omitempty"`
	Username          string     `json:"username"`
	GivenName         string     `json:"givenName,omitempty"`
	Email             string     `json:"email,omitempty"`
	EmailVerified     bool       `json:"emailVerified,omitempty"`
	Phone             string     `json:"phone,omitempty"`
	PhoneVerified     bool       `json:"phoneVerified,omitempty"`
	Locale            string     `json:"locale,omitempty"`
	MFA               bool       `json:"mfa,omitempty"`
	Directory         bool       `json:"directory,omitempty"`
	Disabled          bool       `json:"disabled,omitempty"`
	Locked            bool       `json:"locked,omitempty"`
	Hash              string     `json:"hash,omitempty"`
	HashKey           string     `json:"hashKey,omitempty"`
	MustChange        bool       `json:"mustChange,omitempty"`
	PasswordChangedAt *time.Time `json:"passwordChangedAt,omitempty"`
	PasswordExpiresAt *time.Time `json:"passwordExpiresAt,omitempty"`
}

// parse reads a line. Its errors name fields and rules, never what a field held.
func parse(raw []byte) (*line, error) {
	out := &line{}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	err := d.Decode(out)
	var wrongType *json.UnmarshalTypeError
	var wrongTime *time.ParseError
	switch {
	case errors.As(err, &wrongTime):
		return nil, errors.New("a time is not RFC 3339, such as 2026-01-02T03:04:05Z")
	case errors.As(err, &wrongType) && wrongType.Field != "":
		return nil, fmt.Errorf("%s is not a %s", wrongType.Field, wrongType.Type)
	case err != nil:
		if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
			return nil, fmt.Errorf("there is no field %.40s", name)
		}
		return nil, errors.New("it is not a JSON object of a user")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something follows the JSON object")
	}
	return out, out.check()
}

func (l *line) check() error {
	var errs []error
	refuse := func(broken bool, message string) {
		if broken {
			errs = append(errs, errors.New(message))
		}
	}
	refuse(l.Username == "", "username is missing")
	refuse(l.Number < 0, "number must be positive")
	refuse(len(l.GivenName) > 200, "givenName has more than 200 bytes")
	refuse(len(l.Locale) > 35, "locale has more than 35 bytes") // RFC 5646 section 4.4.1
	refuse(l.Directory && l.Hash != "", "a user of a directory has no hash")
	refuse(l.HashKey != "" && l.Hash == "" || len(l.HashKey) > 16, "hashKey belongs to a hash")
	refuse(l.EmailVerified && l.Email == "" || l.PhoneVerified && l.Phone == "", "what is missing cannot be verified")
	if l.ID != "" {
		id, err := uuid.Parse(l.ID)
		refuse(err != nil || len(l.ID) != 36, "id is not a UUID")
		l.ID = id.String()
	}
	return errors.Join(errs...)
}

// user is what the core takes.
func (l *line) user(tenantID string) lifecycle.ImportUser {
	locale := l.Locale
	if locale == "" {
		locale = "en"
	}
	return lifecycle.ImportUser{
		CreateUser: lifecycle.CreateUser{
			ID: l.ID, TenantID: tenantID, Username: l.Username, GivenName: l.GivenName, Email: l.Email, Phone: l.Phone,
			Locale: locale, MFA: l.MFA, Directory: l.Directory, Hash: secret.NewText(l.Hash),
		},
		Number: l.Number, EmailVerified: l.EmailVerified, PhoneVerified: l.PhoneVerified, Disabled: l.Disabled,
		Locked: l.Locked, MustChange: l.MustChange, HashKey: l.HashKey,
		ChangedAt: micros(l.PasswordChangedAt), ExpiresAt: micros(l.PasswordExpiresAt),
	}
}

// micros is the precision of both databases.
func micros(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	at := t.UTC().Truncate(time.Microsecond)
	return &at
}
