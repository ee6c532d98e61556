// Package totp computes and checks the codes of authenticator apps (TOTP, RFC 6238 over HOTP, RFC 4226).
//
// A Key is the secret that the app and the service share, with the URI that an app reads from a QR code.
// A step is a period of thirty seconds since 1970; a code belongs to one step. The parameters are those
// that every app knows: SHA-1, six digits, thirty seconds. SHA-1 is secure in HMAC, and the usual apps
// ignore other choices.
//
// The core makes keys at enrolment and matches codes at login. It stores the last step that was used and
// passes it to Match, so that a code works once (RFC 6238 section 5.2); it also counts wrong codes,
// which this package does not.
//
// Codes and secrets are pquerna/otp's, which nothing else imports. The URI and the comparison are written
// here: the library's URI does not escape an ampersand, and its Validate does not say which step matched.
package totp

import (
	"crypto/subtle"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"

	"github.com/rekeyhq/rekey/impl/secret"
)

const (
	// Digits is the length of a code.
	Digits = 6
	// Period is how long an app shows one code.
	Period = 30 * time.Second
	// secretSize is 160 bits, as RFC 4226 section 4 (R6) recommends.
	secretSize = 20
	// skew is how many steps the app's clock may differ (RFC 6238 section 5.2 recommends one).
	skew = 1
)

// Key is a new secret, with the URI by which an app imports it.
type Key struct {
	Secret secret.Text // base32
	URI    secret.Text // otpauth://totp/...
}

// NewKey makes a random secret. The app shows issuer and account.
func NewKey(issuer, account string) (Key, error) {
	k, err := totp.Generate(totp.GenerateOpts{
		Issuer: issuer, AccountName: account, SecretSize: secretSize,
		Period: uint(Period / time.Second), Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1,
	})
	if err != nil {
		return Key{}, fmt.Errorf("totp: %w", err)
	}
	// The library's own URI does not escape an ampersand.
	u := url.URL{Scheme: "otpauth", Host: "totp", Path: "/" + issuer + ":" + account}
	u.RawQuery = strings.ReplaceAll(url.Values{
		"secret": {k.Secret()}, "issuer": {issuer}, "period": {"30"}, "algorithm": {"SHA1"}, "digits": {"6"},
	}.Encode(), "+", "%20") // apps do not read a plus as a space
	return Key{Secret: secret.NewText(k.Secret()), URI: secret.NewText(u.String())}, nil
}

// Step is the step of a time.
func Step(at time.Time) int64 { return at.Unix() / int64(Period/time.Second) }

// Code is the code that an app shows in a step.
func Code(key secret.Text, step int64) (string, error) {
	if step < 0 {
		return "", fmt.Errorf("totp: a time before 1970")
	}
	code, err := hotp.GenerateCodeCustom(key.Reveal(), uint64(step), hotp.ValidateOpts{
		Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1,
	})
	if err != nil {
		return "", fmt.Errorf("totp: the stored secret is no base32")
	}
	return code, nil
}

// Match finds the step of a code, among the steps around now that are later than the last one used.
func Match(key secret.Text, code secret.Text, now time.Time, last int64) (step int64, ok bool, err error) {
	for s := Step(now) - skew; s <= Step(now)+skew; s++ {
		want, err := Code(key, s)
		if err != nil {
			return 0, false, err
		}
		if subtle.ConstantTimeCompare([]byte(want), []byte(code.Reveal())) == 1 && s > last {
			step, ok = s, true
		}
	}
	return step, ok, nil
}
