package secret

import (
	"crypto/rand"
	"encoding/base32"
	"encoding/base64"
	"math/big"
	"strings"

	"github.com/google/uuid"
)

// The alphabet of codes has no letters that people confuse when they retype one.
const (
	codeAlphabet  = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz" // 57: no 0 O 1 I l
	shortAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"                          // 32: no 0 O 1 I
	digits        = "0123456789"
)

// CodeLength gives 20 x log2(57) = 116 bits. ASVS 5.0 6.5.2 requires 112 of a code that is stored as a
// plain digest, and D13 keeps it at 20 characters.
const CodeLength = 20

// ShortCodeLength gives 6 x 5 = 30 bits. A short code can be guessed, so it has tries, and is stored as a
// MAC.
const ShortCodeLength = 6

var lower32 = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// NewLinkKey is the key of a link: a version-4 UUID. 122 of its bits are random (RFC 9562 section 5.4),
// and 112 are enough for a secret that is stored as a plain digest (ASVS 6.5.2).
func NewLinkKey() Text { return NewText(uuid.NewString()) }

// NewCode is a code of 20 characters with 116 bits.
func NewCode() Text { return NewText(pick(codeAlphabet, CodeLength)) }

// NewShortCode is a code of 6 capital letters and digits, with 30 bits.
func NewShortCode() Text { return NewText(pick(shortAlphabet, ShortCodeLength)) }

// NewOTP is a uniformly random decimal code; it may begin with zeros.
func NewOTP(length int) Text { return NewText(pick(digits, length)) }

// NewToken is 256 random bits in base64url, for sessions, refresh tokens and API keys.
func NewToken() Text {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails since Go 1.24: it aborts the program instead
	return NewText(base64.RawURLEncoding.EncodeToString(b))
}

// TokenOf is a token that is derived instead of random, in the form of NewToken.
func TokenOf(d Digest) Text { return NewText(base64.RawURLEncoding.EncodeToString(d.Bytes())) }

// NewID is a time-ordered UUID for rows.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// NewShortID is a time-ordered identifier of 26 lower-case characters, for
// applications and tenants.
func NewShortID() string { return ShortID(uuid.Must(uuid.NewV7())) }

// ShortID writes a UUID in 26 characters.
func ShortID(id uuid.UUID) string { return lower32.EncodeToString(id[:]) }

// ParseShortID reverses ShortID.
func ParseShortID(s string) (uuid.UUID, bool) {
	b, err := lower32.DecodeString(s)
	if err != nil || len(b) != 16 || len(s) != 26 {
		return uuid.UUID{}, false
	}
	id := uuid.UUID(b)
	return id, ShortID(id) == s // another spelling of the trailing bits is refused
}

func pick(alphabet string, n int) string {
	var b strings.Builder
	size := big.NewInt(int64(len(alphabet)))
	for range n {
		i, err := rand.Int(rand.Reader, size)
		if err != nil {
			panic(err) // unreachable: rand.Reader does not fail
		}
		b.WriteByte(alphabet[i.Int64()])
	}
	return b.String()
}

// recoveryLength gives 16 x 5 = 80 bits. SP 800-63B-4 section 4.2.1.1 requires 64 of a saved recovery
// code.
const recoveryLength = 16

// NewRecoveryCode is a code to keep on paper, in groups of four characters.
func NewRecoveryCode() Text {
	code := pick("0123456789abcdefghjkmnpqrstvwxyz", recoveryLength)
	return NewText(code[:4] + "-" + code[4:8] + "-" + code[8:12] + "-" + code[12:])
}

// PlainCode is a typed code in its plain form: without the spaces and hyphens that group it, and with
// digits in place of the letters that look like them (as in Crockford's base 32).
func PlainCode(typed Text) Text {
	return NewText(strings.NewReplacer(" ", "", "-", "", "o", "0", "i", "1", "l", "1").Replace(strings.ToLower(typed.Reveal())))
}
