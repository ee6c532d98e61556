package passhash

import (
	"crypto/pbkdf2"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"hash"
	"strconv"
	"strings"
)

const (
	pbkdf2SHA256  = "pbkdf2-sha256"
	pbkdf2SHA512  = "pbkdf2-sha512"
	minIterations = 10_000
	maxIterations = 2_000_000
)

type pbkdf2Hash struct {
	name       string
	iterations int
	salt, key  []byte
}

// parsePBKDF2 reads two forms: the PHC string, i=.. with or without l=.., which only repeats the length of
// the hash; and the older form of Python's passlib, the bare count and base64 with . in place of +.
func parsePBKDF2(name string, fields []string) (scheme, error) {
	if len(fields) != 3 {
		return nil, badFormat(name, "parameters, salt and hash must follow")
	}
	parameters, salt, key := fields[0], fields[1], fields[2]
	values := map[string]uint64{}
	var err error
	if strings.Contains(parameters, "=") {
		if values, err = numbers(name, parameters, "i", "l"); err == nil {
			err = required(name, values, "i")
		}
	} else {
		values["i"], err = number(name, "the count", parameters)
		if strings.Contains(salt+key, "+") {
			return nil, badFormat(name, "this form writes . in place of +")
		}
		salt, key = strings.ReplaceAll(salt, ".", "+"), strings.ReplaceAll(key, ".", "+")
	}
	if err != nil {
		return nil, err
	}
	if err := within(name, "the count", values["i"], minIterations, maxIterations); err != nil {
		return nil, err
	}
	h := &pbkdf2Hash{name: name, iterations: int(values["i"])}
	if h.salt, h.key, err = saltAndKey(name, salt, key); err != nil {
		return nil, err
	}
	if length, ok := values["l"]; ok && length != uint64(len(h.key)) {
		return nil, badFormat(name, "l must be the length of the hash")
	}
	return h, nil
}

func (h *pbkdf2Hash) match(password []byte) bool {
	digest := func() hash.Hash { return sha256.New() }
	if h.name == pbkdf2SHA512 {
		digest = func() hash.Hash { return sha512.New() }
	}
	key, err := pbkdf2.Key(digest, string(password), h.salt, h.iterations, len(h.key))
	return err == nil && subtle.ConstantTimeCompare(key, h.key) == 1
}

func (h *pbkdf2Hash) info() Info {
	return Info{Algorithm: h.name, Cost: "i=" + strconv.Itoa(h.iterations)}
}
