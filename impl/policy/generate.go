package policy

import (
	"crypto/rand"
	"math"
	"math/big"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

const (
	// minBits is the least entropy of a generated password (S11), unless MaxLength is too small.
	minBits = 80
	// maxDraws bounds the search under a policy that no password satisfies. Validate refuses such
	// policies.
	maxDraws = 100
)

// Generate makes a random password that Check accepts. It has at least 80 bits, unless MaxLength is too
// small for them.
func Generate(p models.PasswordPolicy, mfa bool, list *Blocklist) secret.Password {
	if list == nil {
		list = NewBlocklist()
	}
	var drawn secret.Password
	for range maxDraws {
		var err error
		if drawn, err = secret.NewPassword(draw(p, Minimum(p, mfa))); err != nil {
			panic(err) // unreachable: at most 1,024 ASCII characters
		}
		if len(Check(Input{Policy: p, Password: drawn, MFA: mfa, Blocklist: list})) == 0 {
			break
		}
	}
	return drawn
}

// draw gives each place of a password an alphabet: those of the required classes, and letters and digits
// for the rest. It shuffles the places and draws a character for each.
func draw(p models.PasswordPolicy, least int) string {
	const others = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
	var places []string // the alphabet of each place
	bits := 0.0
	add := func(alphabet string) {
		places = append(places, alphabet)
		bits += math.Log2(float64(len(alphabet)))
	}
	for _, c := range classes(p) {
		for range min(c.minimum, Maximum(p)) {
			add(c.letters)
		}
	}
	for len(places) < Maximum(p) && (len(places) < least || bits < minBits) {
		add(others)
	}
	places = places[:min(len(places), Maximum(p))]
	for i := len(places) - 1; i > 0; i-- {
		j := below(i + 1)
		places[i], places[j] = places[j], places[i]
	}
	var out []byte
	for _, alphabet := range places {
		if n := p.MaxRepeated; n > 0 && len(out) >= n && len(slices.Compact(slices.Clone(out[len(out)-n:]))) == 1 {
			alphabet = strings.ReplaceAll(alphabet, string(out[len(out)-1]), "")
		}
		out = append(out, alphabet[below(len(alphabet))])
	}
	return string(out)
}

// below is a uniformly random number from 0 to n-1.
func below(n int) int {
	i, err := rand.Int(rand.Reader, big.NewInt(int64(n)))
	if err != nil {
		panic(err) // unreachable: rand.Reader does not fail
	}
	return int(i.Int64())
}
