// Package totp computes the codes of authenticator apps (RFC 6238 over RFC 4226), as the
// apps expect them: SHA-1, six digits, thirty seconds. SHA-1 is sound in HMAC, and the
// usual apps ignore every other choice.
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
	// Digits of a code.
	Digits = 6
	// Period is how long one code is shown.
	Period = 30 * time.Second
	// secretSize is that of SHA-1, as RFC 4226 section 4 (R6) recommends.
	secretSize = 20
	// skew is how many steps a clock may be off (RFC 6238 section 5.2 recommends one).
	skew = 1
)

// Key is a new secret, and the address by which an app takes it over.
type Key struct {
	Secret secret.Text // base32
	URI    secret.Text // otpauth://totp/...
}

// NewKey draws a secret. Issuer and account are what the app shows.
func NewKey(issuer, account string) (Key, error) {
	k, err := totp.Generate(totp.GenerateOpts{
		Issuer: issuer, AccountName: account, SecretSize: secretSize,
		Period: uint(Period / time.Second), Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1,
	})
	if err != nil {
		return Key{}, fmt.Errorf("totp: %w", err)
	}
	// The library's own address does not escape an ampersand.
	u := url.URL{Scheme: "otpauth", Host: "totp", Path: "/" + issuer + ":" + account}
	u.RawQuery = strings.ReplaceAll(url.Values{
		"secret": {k.Secret()}, "issuer": {issuer}, "period": {"30"}, "algorithm": {"SHA1"}, "digits": {"6"},
	}.Encode(), "+", "%20") // apps do not read a plus as a blank
	return Key{Secret: secret.NewText(k.Secret()), URI: secret.NewText(u.String())}, nil
}

// Step is the time step of a moment.
func Step(at time.Time) int64 { return at.Unix() / int64(Period/time.Second) }

// Code is what an app shows in a time step.
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

// Match finds the time step that a code is of, among those around now and behind the
// last one that was used.
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
