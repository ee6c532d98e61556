package models_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestResolveLaysTheLevelsOverTheDefaults(t *testing.T) {
	t.Parallel()
	s, err := models.Resolve(
		`{"password":{"minLength":12,"warnDays":[30],"history":5},"resetBy":"otp"}`,
		`{"password":{"minLength":20,"warnDays":[]},"sessions":{"revocation":["all","others"]}}`,
	)
	if err != nil {
		t.Fatal(err)
	}
	want := models.DefaultSettings()
	want.Password.MinLength, want.Password.History, want.Password.WarnDays = 20, 5, []int{}
	want.ResetBy, want.Sessions.Revocation = models.ResetByOTP, []models.Revocation{models.RevokeAll, models.RevokeOthers}
	if !reflect.DeepEqual(s, want) {
		t.Errorf("%+v", s)
	}
	if again, err := models.Resolve("", ""); err != nil || !reflect.DeepEqual(again, models.DefaultSettings()) {
		t.Errorf("no level: %+v %v", again, err)
	}
	if _, err := models.Resolve(`{"password":`); err == nil {
		t.Error("a broken overlay was read")
	}
}

func TestLevelsNameTheInnermost(t *testing.T) {
	t.Parallel()
	levels, err := models.Levels(`{"password":{"minLength":12,"history":5},"resetBy":"otp"}`, `{"password":{"minLength":15}}`)
	if err != nil {
		t.Fatal(err)
	}
	for rule, want := range seed.InOrder(map[string]models.Level{
		"password.minLength": models.LevelTenant, // also where the value is the default's
		"password.history":   models.LevelApplication, "resetBy": models.LevelApplication,
		"password.maxLength": models.LevelDefault, "tickets.otpMinutes": models.LevelDefault, "mailChosenPassword": models.LevelDefault,
	}) {
		if levels[rule] != want {
			t.Errorf("%s is of %q, want %q", rule, levels[rule], want)
		}
	}
	all, err := models.Difference(models.Settings{}, everything()).Rules()
	if err != nil || len(all) != len(levels) {
		t.Errorf("%d rules, %d levels, %v", len(all), len(levels), err)
	}
}

// everything is settings in which no rule has its zero value.
func everything() models.Settings {
	var s models.Settings
	fill(reflect.ValueOf(&s).Elem())
	return s
}

func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Int:
		v.SetInt(7)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.String:
		v.SetString("set")
	}
}

func TestDifferenceIsWhatResolveUndoes(t *testing.T) {
	t.Parallel()
	if o := models.Difference(models.DefaultSettings(), models.DefaultSettings()); o != "" {
		t.Errorf("nothing differs, and yet %s", o)
	}
	for name, s := range seed.InOrder(map[string]models.Settings{"every rule": everything(), "a rule of each group": func() models.Settings {
		s := models.DefaultSettings()
		s.Password.Blocklist, s.Tickets.OTPLength, s.Sessions.LoginFailures = false, 8, 7
		s.MailChosenPassword, s.Password.WarnDays = true, []int{}
		return s
	}()}) {
		back, err := models.Resolve(models.Difference(models.DefaultSettings(), s))
		if err != nil || !reflect.DeepEqual(back, s) {
			t.Errorf("%s: %v\n%+v\n%+v", name, err, back, s)
		}
	}
}

func TestOverTheExplicitRuleWins(t *testing.T) {
	t.Parallel()
	both, err := models.Overlay(`{"password":{"minLength":9},"resetBy":"link"}`).Over(`{"tickets":{"otpLength":8},"password":{"minLength":8,"minDigit":1}}`)
	if err != nil {
		t.Fatal(err)
	}
	if want := models.Overlay(`{"password":{"minDigit":1,"minLength":9},"resetBy":"link","tickets":{"otpLength":8}}`); both != want {
		t.Errorf("%s", both)
	}
	rules, err := both.Rules()
	if err != nil || !slices.Equal(rules, []string{"password.minDigit", "password.minLength", "resetBy", "tickets.otpLength"}) {
		t.Errorf("%v %v", rules, err)
	}
}

func TestOverlayPatched(t *testing.T) {
	const set = models.Overlay(`{"password":{"history":5,"minLength":12},"resetBy":"otp"}`)
	for _, c := range []struct {
		patch         models.Overlay
		want, removed models.Overlay
	}{
		{"", set, ""},
		{`{"password":{"minLength":14}}`, `{"password":{"history":5,"minLength":14},"resetBy":"otp"}`, ""},
		{`{"password":{"minLength":null},"tickets":{"otpTries":null}}`, `{"password":{"history":5},"resetBy":"otp"}`, `{"password":{"minLength":12}}`},
		{`{"password":{"history":null,"minLength":null},"resetBy":null}`, "", set},
	} {
		got, err := set.Patched(c.patch)
		if err != nil || got != c.want {
			t.Errorf("%s makes %s, %v, want %s", c.patch, got, err, c.want)
		}
		if gone, err := set.Without(got); err != nil || gone != c.removed {
			t.Errorf("%s removes %s, %v, want %s", c.patch, gone, err, c.removed)
		}
	}
}
