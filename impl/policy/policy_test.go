package policy_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

const passphrase = "correct horse battery staple"

func standard() models.PasswordPolicy { return models.DefaultSettings().Password }

func password(t *testing.T, text string) secret.Password {
	t.Helper()
	p, err := secret.NewPassword(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func codes(violations []fault.Violation) []string {
	out := []string{}
	for _, v := range violations {
		out = append(out, v.Code)
	}
	return out
}

func TestCheck(t *testing.T) {
	t.Parallel()
	list := policy.NewBlocklist()
	classes := models.PasswordPolicy{MinLength: 8, MaxLength: 20, MinLower: 2, MinUpper: 1, MinDigit: 2, MinSymbol: 1, MaxRepeated: 2}
	for _, c := range []struct {
		name     string
		policy   models.PasswordPolicy
		password string
		mfa      bool
		want     []string
	}{
		{"S01: 14 characters are too few", standard(), "kd8 wo qpr7 zm", false, []string{"too_short"}},
		{"S01: 15 characters are enough", standard(), "kd8 wo qpr7 zmx", false, nil},
		{"S01: 7 characters are too few beside a second factor", standard(), "kd8 wo ", true, []string{"too_short"}},
		{"S01: 8 characters are enough beside a second factor", standard(), "kd8 wo q", true, nil},
		{"S01: 15 emoji count as 15", standard(), strings.Repeat("😀", 15), false, nil},
		{"S01: 14 emoji count as 14", standard(), strings.Repeat("😀", 14), false, []string{"too_short"}},
		{"S01: 8 flags of two code points count as 16", standard(), "🇩🇪🇫🇷🇮🇹🇪🇸🇵🇱🇨🇿🇦🇹🇨🇭", false, nil},
		{"S01: the empty password is never allowed", models.PasswordPolicy{}, "", false, []string{"too_short"}},
		{"S02: 64 ASCII characters", standard(), strings.Repeat("Zq7-vTw2", 8), false, nil},
		{"S02: 128 ASCII characters", standard(), strings.Repeat("Zq7-vTw2kLm,9xBd", 8), false, nil},
		{"S02: 64 CJK characters", standard(), strings.Repeat("密码学习生活电话", 8), false, nil},
		{"S02: 1,024 characters", standard(), strings.Repeat("Zq7-vTw2", 128), false, nil},
		{"S04: spaces alone differ from nothing", standard(), "  " + passphrase + "  ", false, nil},
		{"S05: fullwidth letters are not refused", standard(), "Ａfullwidth beginning", false, nil},
		{"S06: lower-case letters alone", standard(), "marblelanternocean", false, nil},
		{"S06: digits alone", standard(), "83640297155092738416", false, nil},
		{"S07: a passphrase with a listed word in it", standard(), "my dragon eats 3 letters", false, nil},
		{"all classes met", classes, "aB3$c9dd", false, nil},
		{"every broken rule is named, in order", classes, "AAA", false, []string{"too_short", "needs_lower", "needs_digit", "needs_symbol", "repeated_characters"}},
		{"too long", classes, "aB3$c9ddaB3$c9ddaB3$c9dd", false, []string{"too_long"}},
		{"letters of any script are letters", classes, "éàÉ12-xyz", false, nil},
		{"a combining mark is no symbol", classes, "éxq\u0323ÀB12yz", false, []string{"needs_symbol"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := codes(policy.Check(policy.Input{Policy: c.policy, Password: password(t, c.password), MFA: c.mfa, Blocklist: list}))
			if !slices.Equal(got, append([]string{}, c.want...)) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestViolationsCarryBoundsAndNoValue(t *testing.T) {
	t.Parallel()
	p := models.PasswordPolicy{
		MinLength: 20, MaxLength: 64, MinLower: 1, MinUpper: 2, MinDigit: 3, MinSymbol: 4, MaxRepeated: 2,
		MinStrength: 4, Blocklist: true, ContextWords: true,
	}
	got := policy.Check(policy.Input{Policy: p, Password: password(t, "qqqqqq"), Context: []string{"qqqqqq"}})
	want := map[string]map[string]string{
		"too_short": {"min": "20"}, "needs_upper": {"min": "2"}, "needs_digit": {"min": "3"}, "needs_symbol": {"min": "4"},
		"repeated_characters": {"max": "2"}, "too_weak": {"min": "4"}, "blocklisted": nil, "context_word": nil,
	}
	if len(got) != len(want) {
		t.Errorf("%v", codes(got))
	}
	for _, v := range append(got, policy.InHistory(models.PasswordPolicy{History: 5})) {
		params, known := want[v.Code]
		if v.Code == "in_history" {
			params, known = map[string]string{"history": "5"}, true
		}
		if !known || len(params) != len(v.Params) || v.Pointer != "" {
			t.Errorf("%+v", v)
		}
		for name, value := range seed.InOrder(params) {
			if v.Params.Strings()[name] != value {
				t.Errorf("%s: %v, want %v", v.Code, v.Params, params)
			}
		}
		if strings.Contains(v.Message, "qqq") || !strings.HasSuffix(v.Message, ".") || strings.Contains(v.Message, "%!") {
			t.Errorf("%s: %q", v.Code, v.Message)
		}
	}
}

// S08.
func TestContextWords(t *testing.T) {
	t.Parallel()
	context := []string{"Rekey", "Acme Rockets", "jane.doe@example.com", "Zoë", "al", "wandering42"}
	p := standard()
	p.Blocklist, p.ExtraWords = false, []string{"Roadrunner"}
	for candidate, refused := range seed.InOrder(map[string]bool{
		"acmerockets0000":                               true,
		"Acme Rockets 2026!":                            true,
		"ACME-ROCKETS-12":                               true,
		"123456789acme!!":                               true,
		"acmeacmeacmeacme":                              true,
		"Acme1Acme1Acme1!":                              true,
		"jane.doe12345678":                              true,
		"JaneDoe!!!!!!!!!":                              true,
		"jane.doe@example.com":                          true,
		"rekeyrekeyrekey":                               true,
		"ｒｅｋｅｙ0123456789":                               true,
		"zoe\u0308zoe\u0308zoe\u0308zoe\u0308zoe\u0308": true,
		"wandering424242":                               true,
		"wandering!!!!!!!!":                             true,
		"roadrunner-roadrunner":                         true,
		"alalalalalalalal":                              false, // shorter than three
		"acme makes anvils":                             false,
		"janedoeandhercat":                              false,
		"83640297155092738416":                          false,
	}) {
		got := codes(policy.Check(policy.Input{Policy: p, Password: password(t, candidate), Context: context}))
		if slices.Contains(got, "context_word") != refused || len(got) > 1 {
			t.Errorf("%q: %v, want refused %v", candidate, got, refused)
		}
	}
	p.ContextWords = false
	if got := policy.Check(policy.Input{Policy: p, Password: password(t, "acmerockets0000"), Context: context}); len(got) > 0 {
		t.Errorf("switched off: %v", codes(got))
	}
}

func TestMinimumAndMaximum(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		policy         models.PasswordPolicy
		mfa            bool
		least, longest int
	}{
		{models.PasswordPolicy{}, false, 1, 1024},
		{models.PasswordPolicy{MinLength: 15, MinLengthMFA: 8, MaxLength: 72}, false, 15, 72},
		{models.PasswordPolicy{MinLength: 15, MinLengthMFA: 8, MaxLength: 72}, true, 8, 72},
		{models.PasswordPolicy{MinLength: 15, MaxLength: 5000}, true, 15, 1024},
	} {
		if least, longest := policy.Minimum(c.policy, c.mfa), policy.Maximum(c.policy); least != c.least || longest != c.longest {
			t.Errorf("%+v: %d, %d", c, least, longest)
		}
	}
}

func TestValidate(t *testing.T) {
	t.Parallel()
	with := func(change func(*models.PasswordPolicy)) models.PasswordPolicy {
		p := standard()
		change(&p)
		return p
	}
	for pointer, p := range seed.InOrder(map[string]models.PasswordPolicy{
		"":                   standard(),
		"/minLength":         with(func(p *models.PasswordPolicy) { p.MinLength = 0 }),
		"/minLength ":        with(func(p *models.PasswordPolicy) { p.MinLength = 256 }),
		"/minLengthMfa":      with(func(p *models.PasswordPolicy) { p.MinLengthMFA = -1 }),
		"/maxLength":         with(func(p *models.PasswordPolicy) { p.MaxLength = 14 }),
		"/maxLength ":        with(func(p *models.PasswordPolicy) { p.MaxLength = 1025 }),
		"/maxLength  ":       with(func(p *models.PasswordPolicy) { p.MaxLength = 0 }),
		"/maxLength   ":      with(func(p *models.PasswordPolicy) { p.MaxLength, p.MinUpper, p.MinDigit = 20, 11, 10 }),
		"/minLower":          with(func(p *models.PasswordPolicy) { p.MinLower = -1 }),
		"/minSymbol":         with(func(p *models.PasswordPolicy) { p.MinSymbol = 256 }),
		"/maxRepeated":       with(func(p *models.PasswordPolicy) { p.MaxRepeated = -1 }),
		"/minStrength":       with(func(p *models.PasswordPolicy) { p.MinStrength = 5 }),
		"/minStrength ":      with(func(p *models.PasswordPolicy) { p.MinLength, p.MaxLength, p.MinStrength = 8, 9, 4 }),
		"/history":           with(func(p *models.PasswordPolicy) { p.History = 256 }),
		"/historyDays":       with(func(p *models.PasswordPolicy) { p.HistoryDays = -1 }),
		"/breachLookup":      with(func(p *models.PasswordPolicy) { p.BreachLookup = "sometimes" }),
		"/lifetimeDays":      with(func(p *models.PasswordPolicy) { p.LifetimeDays = 36501 }),
		"/minLifetimeHours":  with(func(p *models.PasswordPolicy) { p.MinLifetimeHours = -1 }),
		"/minLifetimeHours ": with(func(p *models.PasswordPolicy) { p.LifetimeDays, p.MinLifetimeHours = 1, 25 }),
		"/warnDays":          with(func(p *models.PasswordPolicy) { p.WarnDays = make([]int, 11) }),
		"/warnDays/1":        with(func(p *models.PasswordPolicy) { p.WarnDays = []int{7, 0} }),
		"/extraWords/0":      with(func(p *models.PasswordPolicy) { p.ExtraWords = []string{"ab", "abc"} }),
	}) {
		broken := policy.Validate(p)
		if pointer == "" {
			if len(broken) > 0 {
				t.Errorf("the default: %+v", broken)
			}
			continue
		}
		if len(broken) == 0 || broken[0].Pointer != strings.TrimSpace(pointer) || broken[0].Message == "" {
			t.Errorf("%s: %+v", pointer, broken)
		}
	}
}

func TestCheckIsDeterministic(t *testing.T) {
	t.Parallel()
	in := policy.Input{Policy: standard(), Password: password(t, "acme"), Context: []string{"Acme"}, Blocklist: policy.NewBlocklist()}
	first := codes(policy.Check(in))
	for range 20 {
		if got := codes(policy.Check(in)); !slices.Equal(got, first) {
			t.Fatalf("%v, then %v", first, got)
		}
	}
}

func FuzzCheck(f *testing.F) {
	list := policy.NewBlocklist()
	for _, seed := range []string{"", passphrase, "qwertyuiop", "\ufdfa", "İstanbul", "ﬃﬃﬃ", "aa\u0301aa\u0301", "1q2w3e4r"} {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, text, context string) {
		p, err := secret.NewPassword(text)
		if err != nil {
			return
		}
		rules := models.PasswordPolicy{MinLength: 8, MaxLength: 64, MinUpper: 1, MaxRepeated: 3, MinStrength: 3, Blocklist: true, ContextWords: true}
		for _, v := range policy.Check(policy.Input{Policy: rules, Password: p, Context: []string{context}, Blocklist: list}) {
			if v.Code == "" || !unicode.IsUpper(rune(v.Message[0])) {
				t.Errorf("%+v", v)
			}
		}
	})
}
