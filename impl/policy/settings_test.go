package policy_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestValidateSettings(t *testing.T) {
	t.Parallel()
	if broken := policy.ValidateSettings(models.DefaultSettings()); len(broken) > 0 {
		t.Errorf("the default: %+v", broken)
	}
	for want, change := range seed.InOrder(map[string]func(*models.Settings){ // pointer and code, in order
		"/password/minLength out_of_range":          func(s *models.Settings) { s.Password.MinLength = 0 },
		"/tickets/otpMinutes out_of_range":          func(s *models.Settings) { s.Tickets.OTPMinutes = 16 }, // D10
		"/tickets/linkMinutes out_of_range":         func(s *models.Settings) { s.Tickets.LinkMinutes = 24*60 + 1 },
		"/tickets/setHours out_of_range":            func(s *models.Settings) { s.Tickets.SetHours = 7*24 + 1 },
		"/tickets/inviteHours out_of_range":         func(s *models.Settings) { s.Tickets.InviteHours = 0 },
		"/tickets/otpLength out_of_range":           func(s *models.Settings) { s.Tickets.OTPLength = 5 },
		"/tickets/accountTries out_of_range":        func(s *models.Settings) { s.Tickets.AccountTries = 101 },
		"/sessions/refreshDays out_of_range":        func(s *models.Settings) { s.Sessions.RefreshDays = 31 },
		"/sessions/idleMinutes out_of_range":        func(s *models.Settings) { s.Sessions.IdleMinutes = 43201 },
		"/sessions/idleMinutes contradictory":       func(s *models.Settings) { s.Sessions.IdleMinutes = 10 },
		"/sessions/backoffMaxSeconds contradictory": func(s *models.Settings) { s.Sessions.BackoffMaxSecs = 29 },
		"/sessions/revocation contradictory":        func(s *models.Settings) { s.Sessions.Revocation = []models.Revocation{"none"} },
		"/sessions/revocation/1 contradictory":      func(s *models.Settings) { s.Sessions.Revocation = []models.Revocation{"all", "all"} },
		"/sessions/revocation/1 not_allowed":        func(s *models.Settings) { s.Sessions.Revocation = []models.Revocation{"all", "some"} },
		"/resetBy not_allowed":                      func(s *models.Settings) { s.ResetBy = "fax" },
		"/linkTemplates out_of_range":               func(s *models.Settings) { s.LinkTemplates = make([]string, 51) },
		"/linkTemplates/0 not_allowed":              func(s *models.Settings) { s.LinkTemplates = []string{"https://"} },
		"/linkTemplates/1 not_allowed": func(s *models.Settings) {
			s.LinkTemplates = []string{"https://app.example.com", "https://u:p@app.example.com"}
		},
		"/linkTemplates/0 not_allowed ":                           func(s *models.Settings) { s.LinkTemplates = []string{"https://app.example.com/?q"} },
		"/linkTemplates/0 not_allowed  ":                          func(s *models.Settings) { s.LinkTemplates = []string{"https://аpp.example.com"} }, // a Cyrillic letter
		"/linkTemplates/0 not_allowed    ":                        func(s *models.Settings) { s.LinkTemplates = []string{"https://*.example.com"} },   // nothing is matched by a star
		"/linkTemplates/0 not_allowed   ":                         func(s *models.Settings) { s.LinkTemplates = []string{"javascript://app"} },
		"/password/breachLookup not_allowed /resetBy not_allowed": func(s *models.Settings) { s.Password.BreachLookup, s.ResetBy = "maybe", "" },
	}) {
		s := models.DefaultSettings()
		change(&s)
		var got []string
		for _, v := range policy.ValidateSettings(s) {
			got = append(got, v.Pointer, v.Code)
			if !strings.HasSuffix(v.Message, ".") {
				t.Errorf("%s: %q", want, v.Message)
			}
		}
		if !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%v, want %s", got, want)
		}
	}
}

// D12: length instead of composition, and no periodic change (D6).
func TestTheDefaultIsNIST(t *testing.T) {
	t.Parallel()
	p := models.DefaultSettings().Password
	if p.MinLength != 15 || p.MinLengthMFA != 8 || p.MaxLength != 1024 || !p.Blocklist || !p.ContextWords || p.LifetimeDays != 0 {
		t.Errorf("%+v", p)
	}
	if p.MinLower+p.MinUpper+p.MinDigit+p.MinSymbol+p.MaxRepeated+p.MinStrength != 0 {
		t.Errorf("composition rules: %+v", p)
	}
}

// Every code of a violation names a rule that a policy can set.
func TestRuleOf(t *testing.T) {
	t.Parallel()
	levels, err := models.Levels("", "")
	if err != nil {
		t.Fatal(err)
	}
	p := models.PasswordPolicy{MinLengthMFA: 8, HistoryDays: 3}
	for _, code := range []string{
		policy.TooShort, policy.TooLong, policy.NeedsLower, policy.NeedsUpper, policy.NeedsDigit, policy.NeedsSymbol, policy.Repeated,
		policy.TooWeak, policy.Blocklisted, policy.ContextWord, policy.InTheHistory, policy.Breached,
	} {
		if rule := policy.RuleOf(fault.Violation{Code: code}, p, false); levels["password."+rule] != models.LevelDefault {
			t.Errorf("%s is of %q, which is no rule", code, rule)
		}
	}
	for want, got := range seed.InOrder(map[string]string{
		"minLengthMfa": policy.RuleOf(fault.Violation{Code: policy.TooShort}, p, true),
		"historyDays":  policy.RuleOf(fault.Violation{Code: policy.InTheHistory}, p, true),
		"wordlist":     policy.RuleOf(fault.Violation{Code: policy.Blocklisted, Params: fault.Params{fault.List: fault.OwnList}}, p, true),
	}) {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
