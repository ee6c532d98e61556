package stores_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/factors"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/impl/transfer"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// ofPassword is a bcrypt hash of harness.Password.
const ofPassword = "$2a$10$J009nsYxrSVpi1/CS73VnegWiwcUu0ISlkFfRSu9OF1Ro9vWfBuny"

func exported(t *testing.T, w *harness.World, hashes bool) string {
	t.Helper()
	var out bytes.Buffer
	_, err := transfer.Export{Accounts: w.Core.Accounts, To: &out, Hashes: hashes}.Run(setup.AsOperator(t.Context(), "export"))
	must(t, err)
	return strings.ReplaceAll(out.String(), w.Tenant.ID, "TENANT")
}

// brought imports lines, or only checks them, and answers what was refused.
func brought(t *testing.T, to *accounts.UseCases, lines string, dry bool) (transfer.Imported, string) {
	t.Helper()
	var refused strings.Builder
	done, err := transfer.Import{
		Accounts: to, From: strings.NewReader(lines), DryRun: dry, MaxErrors: 100,
		Refuse: func(_ int, why error) { refused.WriteString(why.Error() + "\n") },
	}.Run(setup.AsOperator(t.Context(), "import"))
	must(t, err)
	return done, refused.String()
}

// TestTheOperatorsUseCasesRefuseEveryKey: no operation stands for them, so that no permission may,
// not even all of them.
func TestTheOperatorsUseCasesRefuseEveryKey(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, of := w.Person("ada"), w.Core.Accounts
		for name, ctx := range seed.InOrder(map[string]context.Context{
			"the owner's key": asOwner(t.Context()), "an anonymous caller": t.Context(),
		}) {
			users, exported := of.ExportUsers(ctx, accounts.ExportUsersInput{Limit: 10, Secrets: true})
			tenant, found := of.FindImportTenant(ctx, w.Tenant.ID, "")
			there, asked := of.HasUsername(ctx, w.Tenant.ID, "ada")
			right, compared := w.Core.Passwords.HasPassword(ctx, p.ID, secret.Password{})
			for _, err := range []error{exported, found, asked, compared} {
				if !errors.Is(err, fault.ErrForbidden) {
					t.Errorf("%s: %v", name, err)
				}
			}
			if len(users) > 0 || tenant != "" || there || right {
				t.Errorf("%s gets %v %q %v %v", name, users, tenant, there, right)
			}
		}
	})
}

// edited is the line of a user with a change.
func edited(t *testing.T, lines, name string, change func(user map[string]any)) string {
	t.Helper()
	for l := range strings.Lines(lines) {
		var user map[string]any
		must(t, json.Unmarshal([]byte(l), &user))
		if user["username"] == name {
			change(user)
			raw, err := json.Marshal(user)
			must(t, err)
			return string(raw)
		}
	}
	t.Fatalf("no line of %s", name)
	return ""
}

// TestNothingGainedIsLostInAMove: what users gained in one installation they have in
// the next one with the same secret file, and what they used up stays used up.
func TestNothingGainedIsLostInAMove(t *testing.T) {
	t.Parallel()
	rules := harness.WithSettings(func(s *models.Settings) {
		s.Password.History, s.Password.WarnDays = 5, []int{10}
	})
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			from, to := harness.New(t, kind, rules), harness.New(t, kind, rules)
			had := gain(t, from)
			lines := exported(t, from, true)
			elsewhere(t, to, lines)
			to.Clock.Advance(from.Clock.Now().Sub(to.Clock.Now()))
			to.Step("everybody comes with all that he had", func(t *testing.T) {
				if done, refused := brought(t, to.Core.Accounts, lines, false); done.Users != 4 || refused != "" {
					t.Fatalf("%+v\n%s", done, refused)
				}
				if got := exported(t, to, true); got != lines || strings.Count(got, `"totp":{"key"`) != 3 || !strings.Contains(got, `"passwordWarnAt"`) {
					t.Errorf("came as\n%s\nwent as\n%s", got, lines)
				}
			})
			had.logsInAt(to)
			to.Check("the app goes on", func(t *testing.T) {
				to.Clock.Advance(totp.Period)
				must(t, tries(t, to, "ada", harness.NewPassword, had.code(t, to)))
			})
			to.Check("a former password is remembered", func(t *testing.T) {
				_, err := to.Core.Passwords.SetPassword(asOwner(t.Context()), passwords.SetPasswordInput{UserID: had.ada, Password: password(t, harness.Password)})
				if !errors.Is(err, core.ErrPasswordPolicy) {
					t.Errorf("a former password: %v", err)
				}
			})
			to.Check("the log does not tell what was imported", func(t *testing.T) {
				if log := to.Log.String(); strings.Contains(log, "$argon2") || strings.Contains(log, "$2a$") || strings.Contains(log, had.key.Reveal()) {
					t.Error("the log tells what was imported")
				}
			})
		})
	}
}

// TestUsersOfEarlierVersionsMove: there, the number of a user was drawn beside an external id that is a number.
func TestUsersOfEarlierVersionsMove(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			from, to := harness.New(t, kind), harness.New(t, kind)
			ada := from.Person("ada", harness.WithExternalID("4711"))
			from.Spoil("UPDATE users SET number = 555 WHERE id = ?", ada.ID)
			lines := strings.ReplaceAll(exported(t, from, false), "TENANT", to.Tenant.ID)
			if done, refused := brought(t, to.Core.Accounts, lines, false); done.Users != 1 || refused != "" {
				t.Errorf("%+v\n%s%s", done, refused, lines)
			}
		})
	}
}

// gained is what the users of an installation have, and what they used up.
type gained struct {
	ada       string // the id of the one who has most
	key       secret.Text
	recovery  []secret.Text // of which the first was used
	used      string        // a code of the app
	temporary string        // tom's password, which was used
}

// gain lets four people live in an installation: ada with an app, tom with a temporary
// password, dan with an imported one and an app, eve with an app that she had before and has not used here.
func gain(t *testing.T, from *harness.World) (g gained) {
	t.Helper()
	ada := from.Person("ada", harness.WithPhone("+41791234567"), func(in *accounts.CreateUserInput) {
		in.Emails = []accounts.UserAddress{{Value: "ada@second.test"}, {Value: "ada@third.test", Verified: true}}
		in.Metadata, in.Boundary, in.Permissions = map[string]string{"shoe": "42"}, models.BoundaryTenant, []string{"users:read"}
	})
	enrolled, err := from.Core.Factors.EnrollTOTP(asOwner(t.Context()), factors.EnrollTOTPInput{UserID: ada.ID})
	must(t, err)
	g.ada, g.key = ada.ID, enrolled.Secret
	g.recovery, err = from.Core.Factors.ConfirmTOTP(asOwner(t.Context()), ada.ID, secret.NewText(g.code(t, from)))
	must(t, err)
	from.Clock.Advance(totp.Period)
	expires := from.Clock.Now().Add(30 * day)
	_, err = from.Core.Passwords.SetPassword(asOwner(t.Context()), passwords.SetPasswordInput{
		UserID: ada.ID, Password: password(t, harness.NewPassword), ExpiresAt: &expires, Quiet: true,
	})
	must(t, err)
	must(t, tries(t, from, "ada", harness.NewPassword, g.recovery[0].Reveal()))
	g.used = g.code(t, from)
	must(t, tries(t, from, "ada", harness.NewPassword, g.used))

	tom := from.Person("tom", harness.NoPassword)
	once, err := from.Core.Passwords.SetPassword(asOwner(t.Context()), passwords.SetPasswordInput{UserID: tom.ID, Generate: true, Return: true})
	must(t, err)
	g.temporary = once.Generated.Reveal()
	if err := tries(t, from, "tom", g.temporary, ""); !errors.Is(err, surface.ErrChangeRequired) {
		t.Fatal(err)
	}
	withApp(t, from, from.Person("dan", harness.Imported(ofPassword), harness.WithMFA))
	from.Person("eve", func(in *accounts.CreateUserInput) { in.TOTPSecret = secret.NewText("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP") })
	return g
}

// code is what ada's app shows.
func (g gained) code(t *testing.T, w *harness.World) string {
	t.Helper()
	code, err := totp.Code(g.key, totp.Step(w.Clock.Now()))
	must(t, err)
	return code
}

// tries to log in.
func tries(t *testing.T, w *harness.World, name, pw, code string) error {
	t.Helper()
	_, err := loggedIn(w.Core.Logins.LogIn(t.Context(), logins.LogInInput{Username: name, Password: password(t, pw), Code: secret.NewText(code)}))
	return err
}

// logsInAt another installation, with what was not used up.
func (g gained) logsInAt(to *harness.World) {
	to.T.Helper()
	for _, c := range []struct {
		name, who, password, code string
		want                      error
	}{
		{"no code", "ada", harness.NewPassword, "", surface.ErrSecondFactor},
		{"a code that was used before the move", "ada", harness.NewPassword, g.used, core.ErrLoginFailed},
		{"a recovery code that was used before the move", "ada", harness.NewPassword, g.recovery[0].Reveal(), core.ErrLoginFailed},
		{"a recovery code, by the third address", "ada@third.test", harness.NewPassword, g.recovery[1].Reveal(), nil},
		{"the same again", "ada", harness.NewPassword, g.recovery[1].Reveal(), core.ErrLoginFailed},
		{"an unproven address", "ada@second.test", harness.NewPassword, g.recovery[2].Reveal(), core.ErrLoginFailed},
		{"the password before", "ada", harness.Password, g.recovery[2].Reveal(), core.ErrLoginFailed},
		{"a temporary password that was used before the move", "tom", g.temporary, "", core.ErrLoginFailed},
		{"an imported password without the app", "dan", harness.Password, "", surface.ErrSecondFactor},
	} {
		to.Check(c.name, func(t *testing.T) {
			if err := tries(t, to, c.who, c.password, c.code); !errors.Is(err, c.want) || (err == nil) != (c.want == nil) {
				t.Errorf("%v", err)
			}
		})
	}
}

// accountsWithKeys are the accounts of a world's database under another secret file.
func accountsWithKeys(t *testing.T, w *harness.World, ring *secret.Keyring) *accounts.UseCases {
	t.Helper()
	kernel, err := core.New(core.Deps{
		Store: w.Store, Hasher: w.Hasher, Blocklist: policy.NewBlocklist(), Keyring: ring, Clock: w.Clock,
		PublicURL: harness.PublicURL, Product: "Rekey",
	})
	must(t, err)
	users, err := accounts.New(accounts.Deps{Kernel: kernel, Store: w.Store, Hasher: w.Hasher, Keyring: ring, Clock: w.Clock, Refused: func(core.Budget) {}, Wake: func() {}})
	must(t, err)
	return users
}

// elsewhere: an installation with another secret takes nobody with an app, unless his
// line says that he comes without.
func elsewhere(t *testing.T, to *harness.World, lines string) {
	t.Helper()
	ring, err := secret.NewKeyring([]byte("another secret for tests, at least 32 bytes long"))
	must(t, err)
	other := accountsWithKeys(t, to, ring)
	for name, dry := range seed.InOrder(map[string]bool{"tried": true, "done": false}) {
		to.Check("nobody comes where the secret is another: "+name, func(t *testing.T) {
			if done, refused := brought(t, other, lines, dry); done.Users != 0 || done.Refused != 4 {
				t.Errorf("%+v\n%s", done, refused)
			}
		})
	}
	seal := func(user map[string]any) map[string]any { return user["totp"].(map[string]any) }
	for _, c := range []struct {
		name   string
		into   *accounts.UseCases
		change func(user map[string]any)
		want   string // in the refusal; empty: he comes
	}{
		{"another secret", other, func(map[string]any) {}, "not in the secret file"},
		{"another secret and a forged key", other, func(u map[string]any) { seal(u)["key"] = ring.PepperID() }, "not in the secret file"},
		{"another id", to.Core.Accounts, func(u map[string]any) { u["id"] = secret.NewID() }, "another user id"},
		{"no id", to.Core.Accounts, func(u map[string]any) { delete(u, "id") }, "needs key"},
		{"no mfa", to.Core.Accounts, func(u map[string]any) { delete(u, "mfa") }, "needs key"},
		{"no step", to.Core.Accounts, func(u map[string]any) { delete(seal(u), "lastStep") }, "needs key"},
		{"an app of the far future", to.Core.Accounts, func(u map[string]any) { seal(u)["confirmedAt"] = "9999-06-01T00:00:00Z" }, "in the future"},
		{"an app of no time", to.Core.Accounts, func(u map[string]any) { seal(u)["confirmedAt"] = "0001-01-01T00:00:00Z" }, "before the year 1000"},
		{"a short recovery code", to.Core.Accounts, func(u map[string]any) {
			seal(u)["recoveryCodes"].([]any)[3].(map[string]any)["mac"] = "AAAA"
		}, "32 bytes"},
		{"a recovery code twice", to.Core.Accounts, func(u map[string]any) {
			seal(u)["recoveryCodes"].([]any)[3] = seal(u)["recoveryCodes"].([]any)[4]
		}, "32 bytes"},
		{"the secret left out", to.Core.Accounts, func(u map[string]any) { delete(seal(u), "sealed") }, "--hashes"},
		{"no app", other, func(u map[string]any) { delete(u, "totp") }, ""},
		{"nothing of the kind", to.Core.Accounts, func(map[string]any) {}, ""},
	} {
		to.Check("a line of "+c.name, func(t *testing.T) {
			var sealed string
			line := edited(t, lines, "dan", func(u map[string]any) {
				sealed = seal(u)["sealed"].(string)
				delete(u, "history") // made with the pepper
				c.change(u)
			})
			done, refused := brought(t, c.into, line, true)
			if done.Users+done.Refused != 1 || (done.Users == 1) != (c.want == "") || !strings.Contains(refused, c.want) || strings.Contains(refused, sealed) {
				t.Errorf("%+v %s", done, refused)
			}
		})
	}
	to.Step("nothing of it was written", func(t *testing.T) {
		for l := range strings.Lines(exported(t, to, false)) {
			t.Errorf("written: %s", l)
		}
	})
}
