package passhash

import (
	"crypto/subtle"
	"fmt"

	"golang.org/x/crypto/scrypt"
)

// Bounds: the memory is 128 x r x 2^ln bytes, which is at most 256 MiB.
const (
	minScryptLn = 10
	maxScryptLn = 17
	maxScryptR  = 16
	maxScryptP  = 4
)

type scryptHash struct {
	ln, r, p  int
	salt, key []byte
}

// parseScrypt reads the PHC string.
func parseScrypt(fields []string) (scheme, error) {
	if len(fields) != 3 {
		return nil, badFormat("scrypt", "parameters, salt and hash must follow")
	}
	n, err := numbers("scrypt", fields[0], "ln", "r", "p")
	if err != nil {
		return nil, err
	}
	if err := required("scrypt", n, "ln", "r", "p"); err != nil {
		return nil, err
	}
	if err := within("scrypt", "ln", n["ln"], minScryptLn, maxScryptLn); err != nil {
		return nil, err
	}
	if err := within("scrypt", "r", n["r"], 1, maxScryptR); err != nil {
		return nil, err
	}
	if err := within("scrypt", "p", n["p"], 1, maxScryptP); err != nil {
		return nil, err
	}
	h := &scryptHash{ln: int(n["ln"]), r: int(n["r"]), p: int(n["p"])}
	if h.salt, h.key, err = saltAndKey("scrypt", fields[1], fields[2]); err != nil {
		return nil, err
	}
	return h, nil
}

func (h *scryptHash) match(password []byte) bool {
	key, err := scrypt.Key(password, h.salt, 1<<h.ln, h.r, h.p, len(h.key))
	return err == nil && subtle.ConstantTimeCompare(key, h.key) == 1
}

func (h *scryptHash) info() Info {
	return Info{Algorithm: "scrypt", Cost: fmt.Sprintf("ln=%d,r=%d,p=%d", h.ln, h.r, h.p)}
}
