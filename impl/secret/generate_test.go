package secret_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/tests/seed"
)

// S28.
func TestGeneratedSecretsDiffer(t *testing.T) {
	t.Parallel()
	for name, draw := range seed.InOrder(map[string]func() secret.Text{"key": secret.NewLinkKey, "code": secret.NewCode, "token": secret.NewToken}) {
		seen, prefixes := map[string]bool{}, map[string]bool{}
		for range 20_000 {
			s := draw().Reveal()
			seen[s] = true
			prefixes[s[:16]] = true
		}
		if len(seen) != 20_000 || len(prefixes) != 20_000 {
			t.Errorf("%s: %d distinct, %d distinct beginnings", name, len(seen), len(prefixes))
		}
	}
}

func TestForms(t *testing.T) {
	t.Parallel()
	for range 100 {
		if id, err := uuid.Parse(secret.NewLinkKey().Reveal()); err != nil || id.Version() != 4 {
			t.Errorf("D1: key %v, %v", id, err)
		}
		if code := secret.NewCode().Reveal(); len(code) != 20 || strings.ContainsAny(code, "0O1Il") {
			t.Errorf("D13: code of %d characters", len(code))
		}
		if raw, err := base64.RawURLEncoding.DecodeString(secret.NewToken().Reveal()); err != nil || len(raw) != 32 {
			t.Errorf("token of %d bytes, %v", len(raw), err)
		}
		if id, err := uuid.Parse(secret.NewID()); err != nil || id.Version() != 7 {
			t.Errorf("row id %v, %v", id, err)
		}
	}
}

// Each character of a code is uniform: a chi-square test per position, 56 degrees
// of freedom; 122 is exceeded once in a million positions.
func TestCodesAreUniform(t *testing.T) {
	t.Parallel()
	const draws = 20_000
	var counts [secret.CodeLength]map[byte]int
	for i := range counts {
		counts[i] = map[byte]int{}
	}
	for range draws {
		for i, c := range []byte(secret.NewCode().Reveal()) {
			counts[i][c]++
		}
	}
	for i, count := range counts {
		if x := chiSquare(count, 57, draws); x > 122 {
			t.Errorf("position %d: chi-square %.0f over %d letters", i, x, len(count))
		}
	}
}

// S29. With 9 degrees of freedom 45 is exceeded once in a million positions.
func TestOTPsAreUniform(t *testing.T) {
	t.Parallel()
	const draws = 50_000
	var counts [6]map[byte]int
	for i := range counts {
		counts[i] = map[byte]int{}
	}
	for range draws {
		otp := secret.NewOTP(6).Reveal()
		if len(otp) != 6 || strings.Trim(otp, "0123456789") != "" {
			t.Fatalf("OTP of %d characters", len(otp))
		}
		for i, c := range []byte(otp) {
			counts[i][c]++
		}
	}
	for i, count := range counts {
		if x := chiSquare(count, 10, draws); x > 45 {
			t.Errorf("position %d: chi-square %.0f, leading zeros %d of %d", i, x, count['0'], draws)
		}
	}
}

func chiSquare(counts map[byte]int, letters, draws int) float64 {
	expected, sum := float64(draws)/float64(letters), 0.0
	for _, n := range seed.InOrder(counts) {
		sum += (float64(n) - expected) * (float64(n) - expected) / expected
	}
	return sum + float64(letters-len(counts))*expected
}

func TestShortIDRoundTrip(t *testing.T) {
	t.Parallel()
	for range 1000 {
		id := uuid.New()
		s := secret.ShortID(id)
		back, ok := secret.ParseShortID(s)
		if !ok || back != id || len(s) != 26 || s != strings.ToLower(s) {
			t.Fatalf("%v: %s, %v", id, s, back)
		}
	}
	if _, ok := secret.ParseShortID(secret.NewShortID()); !ok {
		t.Error("a new one does not parse")
	}
	good := secret.ShortID(uuid.Max)
	for _, bad := range []string{"", good[:25], good + "0", strings.ToUpper(good), good[:25] + "z", "i" + good[1:], "\n" + good, good[:25] + "=", good + "\n"} {
		if _, ok := secret.ParseShortID(bad); ok {
			t.Errorf("%q parses", bad)
		}
	}
}

func TestShortIDsSortByTime(t *testing.T) {
	t.Parallel()
	last := ""
	for range 1000 {
		id := secret.NewShortID()
		if id <= last {
			t.Fatalf("%s after %s", id, last)
		}
		last = id
	}
}
