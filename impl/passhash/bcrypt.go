package passhash

import (
	"strings"

	"golang.org/x/crypto/bcrypt"
)

const (
	bcryptAlphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	bcryptSalt     = 22 // characters
	bcryptKey      = 31
	bcryptMax      = 72 // bytes of a password that bcrypt reads
	minBcryptCost  = 10
	maxBcryptCost  = 16 // about five seconds of one core
)

type bcryptHash struct {
	encoded string
	cost    string
}

func parseBcrypt(encoded string, fields []string) (scheme, error) {
	if len(fields) != 2 || len(fields[0]) != 2 {
		return nil, badFormat("bcrypt", "a cost of two digits and the hash must follow")
	}
	cost, err := number("bcrypt", "the cost", strings.TrimPrefix(fields[0], "0"))
	if err != nil {
		return nil, err
	}
	if err := within("bcrypt", "the cost", cost, minBcryptCost, maxBcryptCost); err != nil {
		return nil, err
	}
	body := fields[1]
	if len(body) != bcryptSalt+bcryptKey || strings.Trim(body, bcryptAlphabet) != "" {
		return nil, badFormat("bcrypt", "53 characters of its alphabet must follow the cost")
	}
	// The last character has two unused bits. If they were set, no password could match.
	if strings.IndexByte(bcryptAlphabet, body[len(body)-1])%4 != 0 {
		return nil, badFormat("bcrypt", "the unused bits of the last character must be zero")
	}
	return &bcryptHash{encoded: encoded, cost: fields[0]}, nil
}

// match compares the 72 bytes that bcrypt reads, as the system that made the hash did: the limit is a
// property of the hash. The hash is replaced at that login by one of the whole password; no password
// that is set here is truncated (S03).
func (h *bcryptHash) match(password []byte) bool {
	return bcrypt.CompareHashAndPassword([]byte(h.encoded), password[:min(len(password), bcryptMax)]) == nil
}

func (h *bcryptHash) info() Info { return Info{Algorithm: "bcrypt", Cost: "cost=" + h.cost} }
