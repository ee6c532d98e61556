package passhash

import (
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// maxEncoded is the width of the column. No accepted format needs more.
const maxEncoded = 512

// Errors of Inspect and Verify. The errors that wrap them name the rule, never the hash.
var (
	// ErrHashFormat means that the format is not supported, or that the hash is malformed.
	ErrHashFormat = errors.New("passhash: not a password hash in a supported format")
	// ErrHashCost means that the cost is out of bounds: too low a cost protects nobody, and the server
	// pays for too high a cost at each login.
	ErrHashCost = errors.New("passhash: the cost of the password hash is out of bounds")
	// ErrHashPepper means that its pepper is neither in the secret file nor in an earlier one.
	ErrHashPepper = errors.New("passhash: the secret file does not hold the pepper of the password hash")
)

// Info describes an encoded hash.
type Info struct {
	Algorithm string // argon2id, argon2i, bcrypt, scrypt, pbkdf2-sha256, pbkdf2-sha512, sha256-crypt, sha512-crypt
	Cost      string // such as "m=19456,t=2,p=1" or "cost=12"
}

// scheme is a hash that was parsed; its cost is within the bounds.
type scheme interface {
	info() Info
	match(password []byte) bool
}

// Reason is a sentence for the caller who sent a hash: which rule or bound it broke, without the hash. It
// is empty for other errors.
func Reason(err error) string {
	for _, kind := range []error{ErrHashFormat, ErrHashCost, ErrHashPepper} {
		if errors.Is(err, kind) {
			rule := strings.TrimPrefix(strings.TrimPrefix(err.Error(), kind.Error()), ": ")
			if rule == "" {
				rule = strings.TrimPrefix(err.Error(), "passhash: ")
			}
			return "Not accepted: " + rule + "."
		}
	}
	return ""
}

// Inspect parses an imported hash and checks its cost. It does not hash.
func Inspect(encoded string) (Info, error) {
	s, err := parse(encoded)
	if err != nil {
		return Info{}, err
	}
	return s.info(), nil
}

func parse(encoded string) (scheme, error) {
	if len(encoded) > maxEncoded {
		return nil, fmt.Errorf("%w: more than %d characters", ErrHashFormat, maxEncoded)
	}
	for i := range len(encoded) { // base64 decoders ignore line breaks
		if encoded[i] <= ' ' || encoded[i] > '~' {
			return nil, fmt.Errorf("%w: a character is not printing ASCII", ErrHashFormat)
		}
	}
	fields := strings.Split(encoded, "$")
	if len(fields) < 2 || fields[0] != "" {
		return nil, fmt.Errorf("%w: it must begin with $ and the name of the algorithm", ErrHashFormat)
	}
	name, fields := fields[1], fields[2:]
	switch name {
	case argon2id, argon2i:
		return parseArgon2(name, fields)
	case "2a", "2b", "2y": // 2x is the version of a faulty implementation
		return parseBcrypt(encoded, fields)
	case "scrypt":
		return parseScrypt(fields)
	case pbkdf2SHA256, pbkdf2SHA512:
		return parsePBKDF2(name, fields)
	case "5", "6":
		return parseSHACrypt(name, fields)
	}
	return nil, fmt.Errorf("%w: the algorithm must be argon2id, argon2i, bcrypt, scrypt, pbkdf2-sha256, pbkdf2-sha512 or SHA-crypt", ErrHashFormat)
}

func badFormat(algorithm, rule string) error {
	return fmt.Errorf("%w: %s: %s", ErrHashFormat, algorithm, rule)
}

// within checks a cost.
func within(algorithm, name string, value, low, high uint64) error {
	if value < low || value > high {
		return fmt.Errorf("%w: %s: %s must be %d to %d", ErrHashCost, algorithm, name, low, high)
	}
	return nil
}

// number reads a decimal number in the form that every implementation writes: no sign, no leading zero.
func number(algorithm, name, text string) (uint64, error) {
	n, err := strconv.ParseUint(text, 10, 32)
	if err != nil || strconv.FormatUint(n, 10) != text {
		return 0, badFormat(algorithm, name+" must be a decimal number")
	}
	return n, nil
}

// numbers reads "m=1,t=2": each name at most once, in any order. The PHC format has an order for each
// algorithm, but libraries that write the members of an object do not keep it.
func numbers(algorithm, text string, names ...string) (map[string]uint64, error) {
	values := map[string]uint64{}
	for part := range strings.SplitSeq(text, ",") {
		name, digits, ok := strings.Cut(part, "=")
		_, twice := values[name]
		if !ok || twice || !slices.Contains(names, name) {
			return nil, badFormat(algorithm, "the parameters must be "+strings.Join(names, "=, ")+"=, each once")
		}
		value, err := number(algorithm, name, digits)
		if err != nil {
			return nil, err
		}
		values[name] = value
	}
	return values, nil
}

// required refuses parameters that lack one of the names.
func required(algorithm string, values map[string]uint64, names ...string) error {
	for _, name := range names {
		if _, ok := values[name]; !ok {
			return badFormat(algorithm, "the parameter "+name+"= is missing")
		}
	}
	return nil
}

// saltAndKey decodes the last two fields of a PHC string, which are in base64 without padding.
func saltAndKey(algorithm, salt, key string) (s, k []byte, err error) {
	if s, err = base64.RawStdEncoding.Strict().DecodeString(salt); err != nil || len(s) < 8 || len(s) > 64 {
		return nil, nil, badFormat(algorithm, "the salt must be 8 to 64 bytes in base64 without =")
	}
	if k, err = base64.RawStdEncoding.Strict().DecodeString(key); err != nil || len(k) < 16 || len(k) > 64 {
		return nil, nil, badFormat(algorithm, "the hash must be 16 to 64 bytes in base64 without =")
	}
	return s, k, nil
}
