package secret

import (
	"crypto/rand"
	"encoding/base32"
	"encoding/base64"
	"math/big"
	"strings"

	"github.com/google/uuid"
)

// Alphabets without letters that people confuse when they retype a code.
const (
	codeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz" // 57: no 0 O 1 I l
	digits       = "0123456789"
)

// CodeLength gives 20 x log2(57) = 116 bits, above the 112 that ASVS 5.0 6.5.2 asks
// of codes stored as a plain digest, within the 20 characters one surface allows (D13).
const CodeLength = 20

var lower32 = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// NewKey is a version-4 UUID: 122 random bits, the key of a link (D1).
func NewKey() Text { return NewText(uuid.NewString()) }

// NewCode is a 20-character code of 116 bits.
func NewCode() Text { return NewText(pick(codeAlphabet, CodeLength)) }

// NewOTP is a uniform decimal code, leading zeros allowed.
func NewOTP(length int) Text { return NewText(pick(digits, length)) }

// NewToken is 256 random bits in base64url: sessions, refresh tokens, API keys.
func NewToken() Text {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails since Go 1.24: it aborts the program instead
	return NewText(base64.RawURLEncoding.EncodeToString(b))
}

// TokenOf is a token that is derived instead of drawn, in the form of NewToken.
func TokenOf(d Digest) Text { return NewText(base64.RawURLEncoding.EncodeToString(d.Bytes())) }

// NewID is a time-ordered UUID for rows.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// NewShortID is a time-ordered identifier of 26 lower-case characters, for
// applications and tenants.
func NewShortID() string { return ShortID(uuid.Must(uuid.NewV7())) }

// ShortID writes a UUID in 26 characters.
func ShortID(id uuid.UUID) string { return lower32.EncodeToString(id[:]) }

// ParseShortID reads what ShortID wrote.
func ParseShortID(s string) (uuid.UUID, bool) {
	b, err := lower32.DecodeString(s)
	if err != nil || len(b) != 16 || len(s) != 26 {
		return uuid.UUID{}, false
	}
	id := uuid.UUID(b)
	return id, ShortID(id) == s // refuse non-canonical trailing bits
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

// recoveryLength gives 16 x 5 = 80 bits, above the 64 that SP 800-63B-4 section 4.2.1.1
// asks of saved recovery codes.
const recoveryLength = 16

// NewRecoveryCode is a code to be kept on paper, in groups of four.
func NewRecoveryCode() Text {
	code := pick("0123456789abcdefghjkmnpqrstvwxyz", recoveryLength)
	return NewText(code[:4] + "-" + code[4:8] + "-" + code[8:12] + "-" + code[12:])
}

// PlainCode is a typed code without the blanks and hyphens that group it, and with the
// letters that were read for digits put right (as in Crockford's base 32).
func PlainCode(typed Text) Text {
	return NewText(strings.NewReplacer(" ", "", "-", "", "o", "0", "i", "1", "l", "1").Replace(strings.ToLower(typed.Reveal())))
}
