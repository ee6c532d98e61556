package passhash

import (
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"hash"
	"strconv"
	"strings"
)

const (
	shaCryptAlphabet = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	shaCryptSalt     = 16 // characters at most
	defaultRounds    = 5000
	minRounds        = 5000
	maxRounds        = 500_000
	// maxShaCrypt bounds the password in bytes: each of many thousand rounds digests all of it
	// (CVE-2016-20013). libxcrypt, the crypt of most Linux systems, has the same bound.
	maxShaCrypt = 512
)

// shaCrypt is SHA-crypt, $5$ and $6$, of "Unix crypt using SHA-256 and SHA-512" (Drepper, 2008).
type shaCrypt struct {
	name   string
	digest func() hash.Hash
	rounds int
	salt   string
	key    string
}

func newSHACrypt(id string) *shaCrypt {
	if id == "5" {
		return &shaCrypt{name: "sha256-crypt", digest: sha256.New, rounds: defaultRounds}
	}
	return &shaCrypt{name: "sha512-crypt", digest: sha512.New, rounds: defaultRounds}
}

func parseSHACrypt(id string, fields []string) (scheme, error) {
	h := newSHACrypt(id)
	if len(fields) == 3 {
		text, ok := strings.CutPrefix(fields[0], "rounds=")
		if !ok {
			return nil, badFormat(h.name, "rounds=, salt and hash must follow")
		}
		rounds, err := number(h.name, "rounds", text)
		if err != nil {
			return nil, err
		}
		if err := within(h.name, "rounds", rounds, minRounds, maxRounds); err != nil {
			return nil, err
		}
		h.rounds, fields = int(rounds), fields[1:]
	}
	if len(fields) != 2 {
		return nil, badFormat(h.name, "salt and hash must follow")
	}
	h.salt, h.key = fields[0], fields[1]
	if len(h.salt) == 0 || len(h.salt) > shaCryptSalt || strings.Contains(h.salt, ":") {
		return nil, badFormat(h.name, "the salt must be 1 to 16 characters")
	}
	bits := 8 * h.digest().Size()
	if len(h.key) != (bits+5)/6 || strings.Trim(h.key, shaCryptAlphabet) != "" {
		return nil, badFormat(h.name, "the hash must be "+strconv.Itoa((bits+5)/6)+" characters of its alphabet")
	}
	if last := strings.IndexByte(shaCryptAlphabet, h.key[len(h.key)-1]); last >= 1<<(bits%6) {
		return nil, badFormat(h.name, "the unused bits of the last character must be zero")
	}
	return h, nil
}

func (h *shaCrypt) match(password []byte) bool {
	head := password[:min(len(password), maxShaCrypt)]
	same := subtle.ConstantTimeCompare([]byte(h.encode(h.derive(head))), []byte(h.key)) == 1
	return same && len(password) <= maxShaCrypt
}

func (h *shaCrypt) info() Info {
	return Info{Algorithm: h.name, Cost: "rounds=" + strconv.Itoa(h.rounds)}
}

// derive follows the numbered steps of the specification.
func (h *shaCrypt) derive(password []byte) []byte {
	salt := []byte(h.salt)
	b := h.sum(password, salt, password) // steps 4-8

	a := h.digest() // steps 1-3, 9-12
	a.Write(password)
	a.Write(salt)
	a.Write(stretch(b, len(password)))
	for bit := len(password); bit > 0; bit >>= 1 {
		if bit&1 == 1 {
			a.Write(b)
		} else {
			a.Write(password)
		}
	}
	c := a.Sum(nil)

	dp := h.digest() // steps 13-16: one copy of the password for each of its bytes
	for range len(password) {
		dp.Write(password)
	}
	p := stretch(dp.Sum(nil), len(password))

	ds := h.digest() // steps 17-20
	for range 16 + int(c[0]) {
		ds.Write(salt)
	}
	s := stretch(ds.Sum(nil), len(salt))

	round := h.digest() // step 21
	for i := range h.rounds {
		round.Reset()
		first, last := c, p
		if i%2 == 1 {
			first, last = p, c
		}
		round.Write(first)
		if i%3 != 0 {
			round.Write(s)
		}
		if i%7 != 0 {
			round.Write(p)
		}
		round.Write(last)
		c = round.Sum(c[:0])
	}
	return c
}

func (h *shaCrypt) sum(parts ...[]byte) []byte {
	d := h.digest()
	for _, part := range parts {
		d.Write(part)
	}
	return d.Sum(nil)
}

// stretch repeats a digest up to a length.
func stretch(digest []byte, length int) []byte {
	out := make([]byte, 0, length+len(digest))
	for len(out) < length {
		out = append(out, digest...)
	}
	return out[:length]
}

// encode is step 22: it takes groups of three bytes from the three thirds of the digest in turn, and
// writes six bits a character, the lowest first.
func (h *shaCrypt) encode(digest []byte) string {
	third := len(digest) / 3
	group := [3]int{0, third, 2 * third}
	var out strings.Builder
	write := func(value uint, characters int) {
		for range characters {
			out.WriteByte(shaCryptAlphabet[value&0x3f])
			value >>= 6
		}
	}
	for range third {
		x, y, z := group[0], group[1], group[2]
		write(uint(digest[x])<<16|uint(digest[y])<<8|uint(digest[z]), 4)
		if len(digest) == sha256.Size {
			group = [3]int{z + 1, x + 1, y + 1}
		} else {
			group = [3]int{y + 1, z + 1, x + 1}
		}
	}
	if len(digest) == sha256.Size {
		write(uint(digest[31])<<8|uint(digest[30]), 3)
	} else {
		write(uint(digest[63]), 2)
	}
	return out.String()
}
