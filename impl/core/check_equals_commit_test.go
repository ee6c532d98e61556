package core

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestMain(m *testing.M) { os.Exit(seed.Main(m)) }

// TestCheckEqualsCommit: what the dry run says of a password is what the step says
// that every change goes through: the same verdict, the same violations with the same
// bounds in the same order. And both say what can be seen without their engine.
func TestCheckEqualsCommit(t *testing.T) {
	t.Parallel()
	world := newJudges(t)
	const parts, judgements = 4, 100_000 // pairs of a password and a policy
	for part := range parts {
		t.Run(fmt.Sprint("part ", part+1, " of ", parts), func(t *testing.T) {
			t.Parallel()
			n := seed.Rounds(t, judgements/parts)
			d, accepted := dice{seed.For(t, string(seed.Cases()))}, 0
			for range n {
				e, pw := world.evidence(d), world.password(t, d)
				if world.agree(t, e, pw) {
					accepted++
				}
				if t.Failed() {
					return
				}
			}
			// A list that refuses everything, or nothing, would prove little.
			if accepted < n/20 || accepted > n/2 {
				t.Errorf("%d of %d are accepted", accepted, n)
			}
		})
	}
}

// judges is a core without a store, and what passwords are made of.
type judges struct {
	core  *Kernel
	pool  []string              // earlier passwords
	used  []models.PasswordHash // of pool
	known map[string]bool       // from breaches
}

var errAway = errors.New("the look-up is away")

func newJudges(t *testing.T) *judges {
	t.Helper()
	words := filepath.Join(t.TempDir(), "words")
	if err := os.WriteFile(words, []byte("tangerine\nviolet radio\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	own, err := policy.LoadWords(words)
	if err != nil {
		t.Fatal(err)
	}
	keyring, err := secret.NewKeyring([]byte("a secret for tests, at least 32 bytes long"))
	if err != nil {
		t.Fatal(err)
	}
	hasher, err := passhash.New(passhash.Deps{
		Keyring: keyring, Params: passhash.Params{MemoryKiB: 8, Iterations: 1, Parallelism: 1}, Limit: 16, Queue: 1000,
	})
	if err != nil {
		t.Fatal(err)
	}
	j := &judges{pool: []string{"Qx7-wolke", "zp4 Kessel!", "nine copper kettles", "Yh8_tram"}, known: map[string]bool{"wv3-Lampe": true, "kd8 wo qpr7 zmx": true}}
	for _, earlier := range j.pool {
		pw, err := secret.NewPassword(earlier)
		if err != nil {
			t.Fatal(err)
		}
		hash, err := hasher.Hash(t.Context(), passhash.Share{}, pw)
		if err != nil {
			t.Fatal(err)
		}
		j.used = append(j.used, hash)
	}
	j.core = &Kernel{hasher: hasher, blocklist: policy.NewBlocklist().With(own), isBreached: func(_ context.Context, pw secret.Password) (bool, error) {
		if strings.HasPrefix(pw.Reveal(), "w") && !j.known[pw.Reveal()] {
			return false, errAway
		}
		return j.known[pw.Reveal()], nil
	}}
	return j
}

// dice are the random choices of a part.
type dice struct{ *rand.Rand }

// oneIn is a number from 1 to n with one chance in so many, else 0.
func (d dice) oneIn(chances, n int) int {
	if d.IntN(chances) > 0 {
		return 0
	}
	return 1 + d.IntN(n)
}

func (j *judges) evidence(d dice) *Evidence {
	rules := models.PasswordPolicy{
		MinLength: 1 + d.IntN(12), MinLengthMFA: d.oneIn(2, 8), MaxLength: 12 + d.IntN(30),
		MinLower: d.oneIn(4, 3), MinUpper: d.oneIn(4, 2), MinDigit: d.oneIn(4, 2), MinSymbol: d.oneIn(4, 2),
		MaxRepeated: d.oneIn(3, 3), MinStrength: d.oneIn(8, 4),
		Blocklist: d.IntN(2) == 0, Wordlist: d.IntN(2) == 0, ContextWords: d.IntN(2) == 0,
		History: d.oneIn(4, 3), HistoryDays: d.oneIn(8, 90),
		BreachLookup: []models.BreachLookup{"", models.BreachOff, models.BreachFailOpen, models.BreachFailClosed}[d.IntN(4)],
	}
	if d.IntN(4) == 0 {
		rules.ExtraWords = []string{"Zeppelin"}
	}
	var rows []models.PasswordHistory
	for _, hash := range j.used[:min(rules.HistoryRows(), d.IntN(len(j.used)+1))] {
		rows = append(rows, models.PasswordHistory{Hash: hash})
	}
	current := &models.Credential{Hash: j.used[0], MustChange: d.IntN(10) == 0}
	return &Evidence{
		Rules: rules, MFA: d.IntN(3) == 0, Used: formerHashes(current, rows, rules),
		names: map[Name][]string{NameUser: {"adalovely"}, NamePersonal: personalNames(&models.User{GivenName: "Ada", FamilyName: "Lovelace", Nickname: "Enchantress", DisplayName: "Lady Byron"}), NameAddress: {"a.byron@example.test", "a.byron"}, NameTenant: {"Rekey", "Acme Corp"}},
	}
}

// password puts one together of what people take, what they took before, and letters
// of all kinds.
func (j *judges) password(t *testing.T, d dice) secret.Password {
	t.Helper()
	words := []string{"password", "monkey", "qwerty", "tangerine", "violet radio", "adalovely", "acme corp", "zeppelin", "Rekey", "a.byron", "Lovelace", "adalovelace", "enchantress", "Lady Byron"}
	text := ""
	switch d.IntN(6) {
	case 0:
		text = j.pool[d.IntN(len(j.pool))]
	case 1:
		text = []string{"wv3-Lampe", "kd8 wo qpr7 zmx", "wz9-Ampel", "w unknown q7"}[d.IntN(4)]
	case 2:
		text = words[d.IntN(len(words))] + strings.Repeat(string("0123456789!"[d.IntN(11)]), d.IntN(5))
	default:
		letters := []rune("abcdefghijklmnopqrstuvwxyzABCDEFGHKLM0123456789 -_!?äÉß密😀\u0301")
		for range 1 + d.IntN(16) {
			text += strings.Repeat(string(letters[d.IntN(len(letters))]), 1+d.oneIn(6, 3))
		}
	}
	pw, err := secret.NewPassword(text)
	if err != nil {
		t.Fatal(err)
	}
	return pw
}

// agree runs both, compares them, and tells whether the password was accepted.
func (j *judges) agree(t *testing.T, e *Evidence, pw secret.Password) bool {
	t.Helper()
	checked, checkErr := j.core.DryRun(t.Context(), e, pw)
	s := &Subject{}
	hash, commitErr := j.core.hashIfAccepted(t.Context(), s, e, pw)
	var refusal *fault.Fault
	if commitErr != nil && !errors.As(commitErr, &refusal) {
		t.Fatal(commitErr)
	}
	switch {
	case errors.Is(commitErr, ErrBreachUnknown):
		if !errors.Is(checkErr, ErrBreachUnknown) {
			t.Errorf("the change cannot look %q up, the check answers %v %v", pw.Reveal(), checked, checkErr)
		}
		return false
	case checkErr != nil:
		t.Errorf("the check of %q fails alone: %v", pw.Reveal(), checkErr)
		return false
	case commitErr == nil:
		if len(checked) > 0 || !hash.Present() {
			t.Errorf("the change takes %q under %+v, the check names %v", pw.Reveal(), e.Rules, checked)
		}
	case !errors.Is(commitErr, ErrPasswordPolicy) || !reflect.DeepEqual(refusal.Violations, checked):
		t.Errorf("%q under %+v:\nthe change names %+v\nthe check names  %+v", pw.Reveal(), e.Rules, refusal.Violations, checked)
	}
	if got, want := plainCodes(checked), j.plainly(e, pw.Reveal(), checked); !slices.Equal(got, want) {
		t.Errorf("%q under %+v breaks %v, and is said to break %v", pw.Reveal(), e.Rules, want, got)
	}
	return commitErr == nil
}

// plainly names the broken rules that can be seen without the engine: all but those on
// words and strength, and the expensive ones only where the engine names no other.
func (j *judges) plainly(e *Evidence, text string, named []fault.Violation) []string {
	broken := []string{}
	say := func(code string, is bool) {
		if is {
			broken = append(broken, code)
		}
	}
	least := e.Rules.MinLength
	if e.MFA && e.Rules.MinLengthMFA > 0 {
		least = e.Rules.MinLengthMFA
	}
	say("too_short", utf8.RuneCountInString(text) < least)
	say("too_long", utf8.RuneCountInString(text) > e.Rules.MaxLength)
	count := func(is func(rune) bool) (n int) {
		for _, r := range text {
			if is(r) {
				n++
			}
		}
		return n
	}
	say("needs_lower", count(unicode.IsLower) < e.Rules.MinLower)
	say("needs_upper", count(unicode.IsUpper) < e.Rules.MinUpper)
	say("needs_digit", count(unicode.IsDigit) < e.Rules.MinDigit)
	say("needs_symbol", count(func(r rune) bool { return strings.ContainsRune(" -_!?.😀", r) }) < e.Rules.MinSymbol)
	again := false
	for _, r := range text {
		again = again || e.Rules.MaxRepeated > 0 && strings.Contains(text, strings.Repeat(string(r), e.Rules.MaxRepeated+1))
	}
	say("repeated_characters", again)
	if !slices.ContainsFunc(named, func(v fault.Violation) bool { return v.Code != policy.InTheHistory && v.Code != policy.Breached }) {
		earlier := slices.Index(j.pool, text)
		say("in_history", earlier >= 0 && slices.Contains(e.Used, j.used[earlier]))
		say("breached", e.Rules.BreachLookup.Asked() && j.known[text])
	}
	return broken
}

func plainCodes(violations []fault.Violation) []string {
	codes := []string{}
	for _, v := range violations {
		if !slices.Contains([]string{policy.TooWeak, policy.Blocklisted, policy.ContextWord}, v.Code) {
			codes = append(codes, v.Code)
		}
	}
	return codes
}
