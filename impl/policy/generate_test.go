package policy_test

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

// S11.
func TestGeneratedPasswordsDifferAndAreLongEnough(t *testing.T) {
	t.Parallel()
	list, seen := policy.NewBlocklist(), map[string]bool{}
	for range 1000 {
		p := policy.Generate(standard(), false, list)
		seen[p.Reveal()] = true
		if p.Points() < 15 || strings.ContainsAny(p.Reveal(), "0O1Il") {
			t.Fatalf("%d characters: %q", p.Points(), p.Reveal())
		}
	}
	if len(seen) != 1000 {
		t.Errorf("%d distinct passwords", len(seen))
	}
}

func TestGenerateMeetsNarrowPolicies(t *testing.T) {
	t.Parallel()
	list := policy.NewBlocklist()
	for name, p := range seed.InOrder(map[string]models.PasswordPolicy{
		"eight characters":  {MinLength: 8, MaxLength: 8, MinLower: 2, MinUpper: 2, MinDigit: 2, MinSymbol: 2, MinStrength: 3, Blocklist: true},
		"one character":     {MinLength: 1, MaxLength: 1},
		"digits, unlike":    {MinLength: 200, MaxLength: 200, MinDigit: 200, MaxRepeated: 1},
		"nothing repeated":  {MinLength: 255, MaxLength: 1024, MaxRepeated: 1, MinSymbol: 255},
		"everything":        {MinLength: 15, MaxLength: 1024, MinLower: 255, MinUpper: 255, MinDigit: 255, MinSymbol: 255, MaxRepeated: 2, MinStrength: 4},
		"sixteen digits up": {MinLength: 4, MaxLength: 64, MinDigit: 16},
	}) {
		for range 5 {
			drawn := policy.Generate(p, false, list)
			if broken := policy.Check(policy.Input{Policy: p, Password: drawn, Blocklist: list}); len(broken) > 0 {
				t.Errorf("%s: %v", name, codes(broken))
			}
		}
	}
	if drawn := policy.Generate(models.PasswordPolicy{MinLength: 4, MaxLength: 64, MinDigit: 16}, false, list); drawn.Points() < 20 {
		t.Errorf("16 digits carry 48 bits, yet nothing was added: %d characters", drawn.Points())
	}
}

func TestGenerateMeetsRandomPolicies(t *testing.T) {
	t.Parallel()
	list, d := policy.NewBlocklist(), seed.For(t)
	valid := 0
	for range 1000 {
		p := models.PasswordPolicy{
			MinLength: 1 + d.IntN(30), MinLengthMFA: d.IntN(20), MaxLength: 4 + d.IntN(60),
			MinLower: d.IntN(8), MinUpper: d.IntN(8), MinDigit: d.IntN(8), MinSymbol: d.IntN(8),
			MaxRepeated: d.IntN(4), MinStrength: d.IntN(5), Blocklist: d.IntN(2) == 1, ContextWords: d.IntN(2) == 1,
			ExtraWords: []string{"Acme"},
		}
		if len(policy.Validate(p)) > 0 {
			continue
		}
		valid++
		mfa := d.IntN(2) == 1
		drawn := policy.Generate(p, mfa, list)
		if broken := policy.Check(policy.Input{Policy: p, Password: drawn, MFA: mfa, Blocklist: list}); len(broken) > 0 {
			t.Errorf("%+v: %v", p, codes(broken))
		}
	}
	if valid < 150 {
		t.Errorf("only %d policies were valid", valid)
	}
}

func TestGenerateEndsUnderAnImpossiblePolicy(t *testing.T) {
	t.Parallel()
	drawn := policy.Generate(models.PasswordPolicy{MinLength: 20, MaxLength: 10, MinDigit: 2000}, false, nil)
	if drawn.Points() != 10 {
		t.Errorf("%d characters", drawn.Points())
	}
}
