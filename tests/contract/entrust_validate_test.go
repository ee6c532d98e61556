package contract_test

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func entrustValidate(w *harness.World, p *harness.Person, body any) harness.Call {
	w.T.Helper()
	return entrustAs(w, http.MethodPost, p, "/password/validate", body)
}

// entrustFailed lists the flags that are false.
func entrustFailed(t *testing.T, a harness.Answer) []string {
	t.Helper()
	var flags map[string]any
	a.JSON(t, &flags)
	var failed []string
	for _, name := range slices.Sorted(maps.Keys(flags)) {
		if flags[name] == false {
			failed = append(failed, name)
		}
	}
	return failed
}

// entrustRules is a policy in which every rule is in force.
func entrustRules(s *models.Settings) {
	s.Password = models.PasswordPolicy{
		MinLength: 10, MinLengthMFA: 8, MaxLength: 40, MinLower: 1, MinUpper: 1, MinDigit: 1, MinSymbol: 1, MaxRepeated: 3,
		MinStrength: 3, Blocklist: true, ContextWords: true, ExtraWords: []string{"Zeppelin"}, History: 50,
	}
}

// entrustCandidates are passwords with the flags that they lower under entrustRules.
func entrustCandidates() map[string][]string {
	return map[string][]string{
		"Violet-Submarine-7":                      nil,
		"x7!Kq2#Vz9@Lm":                           nil,
		"7 Blue Horses, in a row":                 nil,
		"Käse & Brötchen 12":                      nil,
		"Tr0ub4dor&3 yes":                         nil,
		"日本語Aa1! 日本語の":                            nil,
		"😀😀 Laughing aloud 5":                     nil,
		"aA1!":                                    {"length", "strength"},
		"qX7!kP2#z":                               {"length"},
		"violet-submarine-7":                      {"upperCase"},
		"VIOLET-SUBMARINE-7":                      {"lowerCase"},
		"Violet-Submarine-x":                      {"numeric"},
		"VioletSubmarine7q":                       {"alphaNumeric"},
		"violetsubmarineunder":                    {"alphaNumeric", "numeric", "upperCase"},
		"Violet-Subbbbmarine-7":                   {"repeatedCharacters"},
		"Violet-Submarine-7 under the rain again": nil,
		"Violet-Submarine-7 under the rain again and again": {"length"},
		"Password-1234!!":     {"blacklisted", "strength"},
		"Qwertyuiop123!":      {"blacklisted", "strength"},
		"1!Aa1!Aa1!Aa1!Aa":    {"blacklisted", "strength"},
		"Lovelace.1843!!":     {"fullName"},
		"Adalovely.1843!!":    {"userID"},
		"Ada.Byron.1843!!":    {"alias"},
		"Acme.1843!!1":        {"blacklisted"},
		"Zeppelin.1843!!":     {"blacklisted"},
		"Rekey.1843!!1":       {"blacklisted"},
		"Quartz-Ferry-19x":    {"passwordHistory"},
		"Lantern+Moss 42":     {"passwordHistory"},
		"quartz-ferry-19x":    {"upperCase"},
		" Violet-Submarine-7": nil,
		"Violet\tSubmarine 7": nil,
	}
}

func TestEntrustTheVerdictIsTheSetters(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("adalovely", func(in *accounts.CreateUserInput) { in.GivenName, in.Email = "Lovelace", "ada.byron@example.test" })
		for _, earlier := range []string{"Quartz-Ferry-19x", "Lantern+Moss 42"} {
			if a := w.Do(entrustPut(w, p, entrustBody{"password": earlier, "emailPassword": false})); a.Status != 200 {
				t.Fatal(a.Body)
			}
		}
		for candidate, want := range seed.InOrder(entrustCandidates()) {
			a := w.Do(entrustValidate(w, p, entrustBody{"password": candidate}))
			if a.Status != 200 {
				t.Fatalf("%d %s", a.Status, a.Body)
			}
			got := entrustFailed(t, a)
			for _, flag := range want {
				if !slices.Contains(got, flag) {
					t.Errorf("%q passes %s: %v", candidate, flag, got)
				}
			}
			// Whatever is easy to type may be weak besides.
			extra := slices.DeleteFunc(slices.Clone(got), func(f string) bool { return slices.Contains(want, f) || f == "strength" })
			if len(extra) > 0 || len(want) == 0 && len(got) > 0 {
				t.Errorf("%q fails %v, want %v", candidate, got, want)
			}
			set := w.Do(entrustPut(w, p, entrustBody{"password": candidate, "emailPassword": false}))
			if (set.Status == 200) != (len(got) == 0) || set.Status != 200 && set.Status != 400 {
				t.Errorf("%q: validate fails %v, the setter answers %d %s", candidate, got, set.Status, set.Body)
			}
		}
	}, harness.WithSettings(entrustRules))
}

func TestEntrustValidate(t *testing.T) {
	t.Parallel()
	short := func(w *harness.World) harness.Call {
		return entrustValidate(w, w.Person("ada"), entrustBody{"password": "monkey"})
	}
	harness.Run(t, []harness.Case{
		{
			Name: "a bad candidate is still answered 200", Given: short, Status: 200,
			Has:   []string{`"length":false`, `"blacklisted":false`, `"upperCase":true`, `"nondeterministicValidations":[]`, `"score":0`},
			Never: []string{"monkey", "adComplexity", "directoryType"},
		},
		{
			Name: "a good one passes every rule", Status: 200, Has: []string{`"passwordHistory":true`, `"score":4`}, Never: []string{"false"},
			Given: func(w *harness.World) harness.Call {
				return entrustValidate(w, w.Person("ada"), entrustBody{"password": harness.NewPassword})
			},
		},
		{
			Name: "a second factor shortens the least length", Status: 200, Has: []string{`"length":true`},
			Given: func(w *harness.World) harness.Call {
				return entrustValidate(w, w.Person("ada", harness.WithMFA), entrustBody{"password": "qX7!kP2#z"})
			},
		},
		{
			Name: "an empty candidate is none", Status: 400, Has: []string{"/password", "too_short"},
			Given: func(w *harness.World) harness.Call {
				return entrustValidate(w, w.Person("ada"), entrustBody{"password": ""})
			},
		},
		{
			Name: "no candidate is none", Status: 400, Has: []string{"/password", "required"},
			Given: func(w *harness.World) harness.Call {
				return entrustValidate(w, w.Person("ada"), entrustBody{"PASSWORD": harness.NewPassword})
			},
		},
		{
			Name: "a candidate that is no text is none", Status: 400, Has: []string{"/password", "password_not_text"},
			Given: func(w *harness.World) harness.Call {
				return entrustValidate(w, w.Person("ada"), `{"password":"a\u0000b"}`)
			},
		},
		{
			Name: "the rules of a directory are its own", Status: 400, Has: []string{"directory_not_configured"},
			Given: func(w *harness.World) harness.Call {
				return entrustValidate(w, w.Person("rex", harness.InDirectory), entrustBody{"password": harness.NewPassword})
			},
		},
	})
}

func TestEntrustValidateStoresNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		for _, password := range []string{harness.Password, harness.NewPassword, "x"} {
			entrustUnchanged(t, w, ada, entrustValidate(w, ada, entrustBody{"password": password}), 200)
		}
		if !strings.Contains(w.Do(entrustValidate(w, ada, entrustBody{"password": harness.Password})).Body, `"passwordHistory":false`) {
			t.Error("the history rule is not asked")
		}
		a := w.Do(entrustValidate(w, ada, entrustBody{"password": harness.Password, "ignorePasswordHistory": true}))
		if strings.Contains(a.Body, "passwordHistory") || len(entrustFailed(t, a)) > 0 {
			t.Errorf("a rule that was left out is answered: %s", a.Body)
		}
		w.Clock.Advance(time.Hour)
		if !w.CanLogIn(ada, harness.Password) {
			t.Error("the password changed")
		}
	}, harness.WithSettings(func(s *models.Settings) { s.Password.History = 2 }))
}
