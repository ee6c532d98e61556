package access

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/publickey"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const (
	// maxAssertion is enough for an RSA signature of 4,096 bits and the registered claims.
	maxAssertion = 4096
	// assertionLife is how far ahead an assertion may expire (RFC 7523 section 3 lets the server decide).
	assertionLife = time.Hour
	maxJTI        = 256
)

// errAssertion stands for every reason for which an assertion is not accepted.
var errAssertion = errors.New("access: the assertion is not valid")

// The two reasons that a program's settings or its clock cause. The log has them; an answer does not.
var (
	errAudience       = errors.New("access: the audience of the assertion is not the public URL of this server")
	errAssertionTimes = errors.New("access: the assertion has expired, is not valid yet, or expires too late")
)

// AuthenticateAssertion admits a program that signed an assertion with its private key (RFC 7523 section 3). The
// assertion names the program and its key; all that is believed of it is what the stored public key of this program
// verifies. A refusal is always the same.
//
// A sender of an assertion proves nothing before it is verified. So the claims are compared first, then one row is
// read, then one signature is verified; nothing is written before that.
//
// An assertion with a jti is accepted once, on all servers together. One without may be used again until it expires,
// which RFC 7523 section 3 leaves to the server: no client of the vendors puts a jti into an assertion, so that to
// require it would refuse all of them. An attacker who reads an assertion can also read the token that answers it.
func (a *Access) AuthenticateAssertion(ctx context.Context, assertion secret.Text) (caller.Caller, error) {
	s, err := a.readAssertion(assertion.Reveal())
	if err != nil {
		return caller.Caller{}, fault.ErrUnauthenticated.Because(err)
	}
	k, err := a.Store.Read(ctx).FindAPIKeyOfSubject(s.subject)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return caller.Caller{}, fault.ErrUnauthenticated
	case err != nil:
		return caller.Caller{}, err
	case !k.Usable(a.Clock.Now()) || !s.signedBy(k):
		return caller.Caller{}, fault.ErrUnauthenticated
	}
	if s.id != "" {
		first, err := a.Store.Write(ctx).SpendBudget(secret.Sum("assertion", k.ID, s.id), 1, s.expires.Add(clockLeeway).Sub(a.Clock.Now()))
		if err != nil {
			return caller.Caller{}, err
		}
		if !first {
			return caller.Caller{}, fault.ErrUnauthenticated
		}
	}
	return a.admit(ctx, k, secretID(k.Digest))
}

// AssertionAlgorithms lists the algorithms of assertions.
func AssertionAlgorithms() []string { return publickey.Algorithms() }

// signedAssertion is an assertion whose claims are valid, and whose signature nobody has verified yet.
type signedAssertion struct {
	subject, keyID, algorithm, id string
	expires                       time.Time
	signed                        string // what the signature is of
	signature                     []byte
}

// signedBy tells whether the key of a program made the signature. The type of the key decides the algorithm, never
// the assertion (RFC 8725 section 3.1).
func (s *signedAssertion) signedBy(k *models.APIKey) bool {
	if !k.SignsAssertions() || k.PublicKeyID != s.keyID {
		return false
	}
	key, err := publickey.FromDER(k.PublicKey)
	if err != nil || key.Algorithm != s.algorithm {
		return false
	}
	return jwt.GetSigningMethod(key.Algorithm).Verify(s.signed, s.signature, key.Public) == nil
}

// assertionName is what may name a program or its key.
var assertionName = regexp.MustCompile(`^[A-Za-z0-9._|:@-]{1,64}$`)

// readAssertion reads an assertion and compares its claims.
func (a *Access) readAssertion(text string) (*signedAssertion, error) {
	parts := strings.Split(text, ".")
	if len(text) > maxAssertion || len(parts) != 3 {
		return nil, errAssertion
	}
	header, err := readPart(parts[0])
	if err != nil {
		return nil, err
	}
	claims, err := readPart(parts[1])
	if err != nil {
		return nil, err
	}
	s := &signedAssertion{
		subject: claims.text("sub"), keyID: header.text("kid"), algorithm: header.text("alg"), signed: parts[0] + "." + parts[1],
	}
	if s.signature, err = base64.RawURLEncoding.Strict().DecodeString(parts[2]); err != nil {
		return nil, errAssertion
	}
	if !header.ours() || !assertionName.MatchString(s.keyID) || !assertionName.MatchString(s.subject) ||
		claims.text("iss") != s.subject {
		return nil, errAssertion
	}
	if !claims.only("aud", a.Issuer) {
		return nil, errAudience
	}
	if err := s.checkTimes(claims, a.Clock.Now()); err != nil {
		return nil, err
	}
	if raw, has := claims["jti"]; has {
		if s.id = claims.text("jti"); s.id == "" || len(raw) > maxJTI {
			return nil, errAssertion
		}
	}
	return s, nil
}

// checkTimes compares exp, which is required, with nbf and iat.
func (s *signedAssertion) checkTimes(claims part, now time.Time) error {
	expires, has, ok := claims.time("exp")
	if !has || !ok || !now.Before(expires.Add(clockLeeway)) || expires.After(now.Add(assertionLife+clockLeeway)) {
		return errAssertionTimes
	}
	for _, name := range []string{"nbf", "iat"} {
		if at, _, ok := claims.time(name); !ok || at.After(now.Add(clockLeeway)) {
			return errAssertionTimes
		}
	}
	s.expires = expires
	return nil
}

// part is the header or the claims of an assertion. Names are compared exactly, unlike those of a struct.
type part map[string]json.RawMessage

// readPart reads an object that has each name once: of two values, another reader might take the other one
// (RFC 7519 section 4).
func readPart(encoded string) (part, error) {
	raw, err := base64.RawURLEncoding.Strict().DecodeString(encoded)
	if err != nil {
		return nil, errAssertion
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	if first, err := d.Token(); err != nil || first != json.Delim('{') {
		return nil, errAssertion
	}
	p := part{}
	for d.More() {
		name, err := d.Token()
		text, ok := name.(string)
		if _, twice := p[text]; err != nil || !ok || twice {
			return nil, errAssertion
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, errAssertion
		}
		p[text] = value
	}
	if _, err := d.Token(); err != nil {
		return nil, errAssertion
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errAssertion
	}
	return p, nil
}

// ours tells whether a header is one that we read whole: it brings no key of its own and no critical extension
// (RFC 7515 sections 4.1.2 to 4.1.11), and it is that of a JWT of no other kind (RFC 8725 section 3.11).
func (p part) ours() bool {
	for _, name := range []string{"jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256", "crit", "b64", "enc", "zip"} {
		if _, has := p[name]; has {
			return false
		}
	}
	_, typed := p["typ"]
	return !typed || strings.EqualFold(p.text("typ"), "JWT")
}

// text is a member that is a string; otherwise it is empty.
func (p part) text(name string) string {
	var s string
	if json.Unmarshal(p[name], &s) != nil {
		return ""
	}
	return s
}

// only tells whether a member is one text, alone or in an array.
func (p part) only(name, want string) bool {
	if p.text(name) == want {
		return true
	}
	var list []string
	return json.Unmarshal(p[name], &list) == nil && len(list) == 1 && list[0] == want
}

// latest is the last second of the year 9999.
const latest = 253402300799

// time is a member that is a NumericDate (RFC 7519 section 2); not ok if it is another thing.
func (p part) time(name string) (at time.Time, has, ok bool) {
	raw, has := p[name]
	if !has {
		return at, false, true
	}
	var seconds float64
	if string(raw) == "null" || json.Unmarshal(raw, &seconds) != nil || seconds < 0 || seconds > latest {
		return at, true, false
	}
	return time.Unix(int64(seconds), 0), true, true
}
