package passhash

import (
	"crypto/subtle"
	"encoding/base64"
	"fmt"

	"golang.org/x/crypto/argon2"
)

const (
	argon2id = "argon2id"
	argon2i  = "argon2i"
)

// Bounds: at most 128 MiB, ten passes and eight lanes, and at most the memory traffic of four passes
// over 128 MiB, which take about half a second of one core.
const (
	maxArgon2Memory  = 128 << 10 // KiB
	maxArgon2Passes  = 10
	maxArgon2Lanes   = 8
	maxArgon2Traffic = 4 * maxArgon2Memory
)

type argon2Hash struct {
	variant   string
	params    Params
	salt, key []byte
}

// parseArgon2 reads the PHC string of version 0x13, the version of RFC 9106.
func parseArgon2(variant string, fields []string) (scheme, error) {
	if len(fields) != 4 || fields[0] != "v=19" {
		return nil, badFormat(variant, "version, parameters, salt and hash must follow, the version being v=19")
	}
	n, err := numbers(variant, fields[1], "m", "t", "p")
	if err != nil {
		return nil, err
	}
	if err := required(variant, n, "m", "t", "p"); err != nil {
		return nil, err
	}
	if err := within(variant, "p", n["p"], 1, maxArgon2Lanes); err != nil {
		return nil, err
	}
	h := &argon2Hash{variant: variant, params: Params{MemoryKiB: uint32(n["m"]), Iterations: uint32(n["t"]), Parallelism: uint8(n["p"])}}
	if err := h.bounded(); err != nil {
		return nil, err
	}
	if h.salt, h.key, err = saltAndKey(variant, fields[2], fields[3]); err != nil {
		return nil, err
	}
	return h, nil
}

func (h *argon2Hash) bounded() error {
	m, t, p := uint64(h.params.MemoryKiB), uint64(h.params.Iterations), uint64(h.params.Parallelism)
	if err := within(h.variant, "p", p, 1, maxArgon2Lanes); err != nil {
		return err
	}
	if err := within(h.variant, "m", m, 8*p, maxArgon2Memory); err != nil { // RFC 9106 section 3.1
		return err
	}
	if err := within(h.variant, "t", t, 1, maxArgon2Passes); err != nil {
		return err
	}
	return within(h.variant, "m times t", m*t, 1, maxArgon2Traffic)
}

func (h *argon2Hash) derive(password []byte) []byte {
	derive := argon2.IDKey
	if h.variant == argon2i {
		derive = argon2.Key
	}
	return derive(password, h.salt, h.params.Iterations, h.params.MemoryKiB, h.params.Parallelism, uint32(len(h.key)))
}

func (h *argon2Hash) match(password []byte) bool {
	return subtle.ConstantTimeCompare(h.derive(password), h.key) == 1
}

func (h *argon2Hash) info() Info { return Info{Algorithm: h.variant, Cost: h.params.String()} }

// String is the parameters in the form of a PHC string.
func (p Params) String() string {
	return fmt.Sprintf("m=%d,t=%d,p=%d", p.MemoryKiB, p.Iterations, p.Parallelism)
}

// encode returns the PHC string. It is not named String, so that no log prints a hash.
func (h *argon2Hash) encode() string {
	b64 := base64.RawStdEncoding
	return "$" + h.variant + "$v=19$" + h.params.String() + "$" + b64.EncodeToString(h.salt) + "$" + b64.EncodeToString(h.key)
}
