// Package transfer moves users between installations, and from other systems into one, as JSON
// lines; it also moves old audit events into archive files.
//
// A line is one user; Format describes it. Import reads lines and hands them to the core's use
// case in batches; Export writes them; Archive writes and deletes old events. The commands import,
// export and audit of cmd/rekey call them, on the machine of the database.
//
// The package promises that a line is imported completely or refused with the number of the line,
// that no error contains a value of a line, and that secrets stay sealed under the key they were
// sealed with. The rules for users are those of the core: they must not be repeated here.
package transfer

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// Format describes a line, for --help and docs/import.md.
const Format = `One JSON object a line, UTF-8, at most 256 KiB. Only username is required.

    tenantId           id of the tenant
    tenant             name of the tenant, if there is no tenantId or none of
                       that id; without both, the tenant of --tenant, else the
                       default tenant
    username           unique in the tenant; may not be the address of another
                       user
    id                 UUID; new if missing
    externalId         the user's id in the system that he comes from, which
                       the vendors' surfaces find him by: 1 to 64 of
                       A-Z a-z 0-9 . _ | : @ -
    number             1 to 2147483647, unique in the tenant; if missing, the
                       externalId if that is such a number, else new
    givenName          how mails address the user
    familyName, nickname, displayName
                       further names
    gender             female, male or diverse; unspecified if missing
    email, phone       where the user is reached; unique in the tenant; phones
                       with + and the country's code (E.164)
    emailVerified      true: proven to be the user's; only proven addresses
                       receive links
    phoneVerified      the same for the phone
    emails, phones     further ones: a list of {"address", "verified"}; 10 of a
                       kind in all
    locale             language of mails, such as en, de-CH or de_CH.UTF-8
    mfa                true: the user has a second factor: mailed codes, unless
                       there is totp
    totp               the user's authenticator app; only in exports with
    metadata           up to 50 texts by name
    boundary           self, tenant, application or platform; self if missing
    permissions        a list of what the user may do within that boundary
    directory          true: the password is kept in a directory, and the
                       line has no hash
    disabled, locked   true: the user may not log in
    hash               PHC or modular-crypt text: argon2id, argon2i, bcrypt,
                       scrypt, PBKDF2, SHA-crypt; without one the user has no
                       password yet
    hashKey            names the secret file that hash was made with; only in
                       exports
    mustChange         true: the next login must choose a new password
    temporary          true: the hash is of a password that can be used once
    temporaryUsedAt    when it was used
    passwordChangedAt  of the hash, RFC 3339; now if missing
    passwordExpiresAt  of the hash, RFC 3339; as the policy says if missing
    passwordWarnAt     when the next warning of that is due; as the policy says
                       if missing
    history            earlier passwords and the current one: a list of
                       {"hash", "hashKey", "setAt"}

Times of what has happened do not lie in the future, the others at most 36,500
days ahead; 24 hours are allowed for clocks that differ. No time lies before
the year 1000.`

// line is one user. Times are RFC 3339.
type line struct {
	ID                string            `json:"id,omitempty"`
	ExternalID        string            `json:"externalId,omitempty"`
	Number            int32             `json:"number,omitempty"`
	TenantID          string            `json:"tenantId,omitempty"`
	Tenant            string            `json:"tenant,omitempty"`
	Username          string            `json:"username"`
	GivenName         string            `json:"givenName,omitempty"`
	FamilyName        string            `json:"familyName,omitempty"`
	Nickname          string            `json:"nickname,omitempty"`
	DisplayName       string            `json:"displayName,omitempty"`
	Gender            models.Gender     `json:"gender,omitempty"`
	Email             string            `json:"email,omitempty"`
	EmailVerified     bool              `json:"emailVerified,omitempty"`
	Emails            []address         `json:"emails,omitempty"`
	Phone             string            `json:"phone,omitempty"`
	PhoneVerified     bool              `json:"phoneVerified,omitempty"`
	Phones            []address         `json:"phones,omitempty"`
	Locale            string            `json:"locale,omitempty"`
	MFA               bool              `json:"mfa,omitempty"`
	TOTP              *app              `json:"totp,omitempty"`
	Directory         bool              `json:"directory,omitempty"`
	Disabled          bool              `json:"disabled,omitempty"`
	Locked            bool              `json:"locked,omitempty"`
	Metadata          map[string]string `json:"metadata,omitempty"`
	Boundary          models.Boundary   `json:"boundary,omitempty"`
	Permissions       []string          `json:"permissions,omitempty"`
	Hash              string            `json:"hash,omitempty"`
	HashKey           string            `json:"hashKey,omitempty"`
	MustChange        bool              `json:"mustChange,omitempty"`
	Temporary         bool              `json:"temporary,omitempty"`
	TemporaryUsedAt   *time.Time        `json:"temporaryUsedAt,omitempty"`
	PasswordChangedAt *time.Time        `json:"passwordChangedAt,omitempty"`
	PasswordExpiresAt *time.Time        `json:"passwordExpiresAt,omitempty"`
	PasswordWarnAt    *time.Time        `json:"passwordWarnAt,omitempty"`
	History           []former          `json:"history,omitempty"`
}

// address is an address after the primary one.
type address struct {
	Address  string `json:"address"`
	Verified bool   `json:"verified,omitempty"`
}

// parse reads a line. Its errors name fields and rules, never the value of a field.
func parse(raw []byte) (*line, error) {
	if !utf8.Valid(raw) {
		return nil, errors.New("it is not UTF-8") // the decoder would replace the bytes, and the name would be refused for the replacement
	}
	out := &line{}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	err := d.Decode(out)
	var wrongType *json.UnmarshalTypeError
	var wrongTime *time.ParseError
	switch {
	case errors.As(err, &wrongTime):
		return nil, errors.New("a time is not RFC 3339, such as 2026-01-02T03:04:05Z")
	case errors.As(err, new(base64.CorruptInputError)):
		return nil, errors.New("sealed or mac is not base64")
	case errors.As(err, &wrongType) && wrongType.Field == "metadata" && wrongType.Type.Kind() == reflect.String:
		return nil, errors.New("a value of metadata is not a string")
	case errors.As(err, &wrongType) && wrongType.Field != "":
		return nil, fmt.Errorf("%s is not %s", wrongType.Field, inWords(wrongType.Type))
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

// inWords names a type of JSON for the author of the line: that of Go says nothing about quotes.
func inWords(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Int32:
		return "a whole number up to 2147483647, without quotes"
	case reflect.Bool:
		return "true or false, without quotes"
	case reflect.String:
		return "a text in quotes"
	case reflect.Slice:
		return "a list"
	default:
		return "an object"
	}
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
	refuse(l.Directory && l.Hash != "", "a user of a directory has no hash")
	refuse(l.HashKey != "" && l.Hash == "" || len(l.HashKey) > 16, "hashKey belongs to a hash")
	refuse(l.EmailVerified && l.Email == "" || l.PhoneVerified && l.Phone == "", "what is missing cannot be verified")
	refuse((l.Temporary || l.TemporaryUsedAt != nil) && l.Hash == "", "temporary belongs to a hash")
	refuse(l.TemporaryUsedAt != nil && !l.Temporary, "temporaryUsedAt belongs to temporary")
	refuse(l.PasswordWarnAt != nil && l.PasswordExpiresAt == nil, "passwordWarnAt belongs to passwordExpiresAt")
	for _, f := range l.History {
		refuse(f.SetAt == nil || len(f.HashKey) > 16, "a password of the history needs hash, setAt and perhaps hashKey")
	}
	if l.TOTP != nil {
		errs = append(errs, l.TOTP.check(l))
	}
	if l.ID != "" {
		id, err := uuid.Parse(l.ID)
		refuse(err != nil || len(l.ID) != 36, "id is not a UUID")
		l.ID = id.String()
	}
	return errors.Join(errs...)
}

// user converts the line to the input of the core.
func (l *line) user(tenantID string) accounts.ImportUser {
	return accounts.ImportUser{
		CreateUserInput: accounts.CreateUserInput{
			ID: l.ID, ExternalID: l.ExternalID, TenantID: tenantID, Username: l.Username, GivenName: l.GivenName,
			FamilyName: l.FamilyName, Nickname: l.Nickname, DisplayName: l.DisplayName, Gender: l.Gender,
			Emails: addresses(l.Email, l.EmailVerified, l.Emails), Phones: addresses(l.Phone, l.PhoneVerified, l.Phones),
			Locale: l.Locale, MFA: l.MFA, Directory: l.Directory, Disabled: l.Disabled, Locked: l.Locked, Metadata: l.Metadata,
			Boundary: l.Boundary, Permissions: l.Permissions, Hash: secret.NewText(l.Hash),
		},
		Number: l.Number, MustChange: l.MustChange, HashKey: l.HashKey,
		Temporary: l.Temporary, UsedAt: micros(l.TemporaryUsedAt), ChangedAt: micros(l.PasswordChangedAt),
		ExpiresAt: micros(l.PasswordExpiresAt), WarnAt: micros(l.PasswordWarnAt), Former: l.former(), App: l.TOTP.input(),
	}
}

// addresses returns all addresses of a kind, the primary one first.
func addresses(primary string, verified bool, further []address) []accounts.UserAddress {
	var out []accounts.UserAddress
	if primary != "" {
		out = append(out, accounts.UserAddress{Value: primary, Verified: verified})
	}
	for _, a := range further {
		out = append(out, accounts.UserAddress{Value: a.Address, Verified: a.Verified})
	}
	return out
}

// micros truncates a time to the precision of both databases.
func micros(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	at := t.UTC().Truncate(time.Microsecond)
	return &at
}
