package contract_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const linkDead = `"detail":"Password link is not valid or has expired."`

func TestBoomiCheckOfALink(t *testing.T) {
	t.Parallel()
	harness.Run(t, []harness.Case{{
		Name: "a live set link answers the model with null passwords", Status: http.StatusOK,
		Given: func(w *harness.World) harness.Call {
			return check(setPath, setKey(w, w.Person("ada", harness.NoPassword)))
		},
		Has: []string{`"username":"ada"`, `"mfaEnabled":false`, `"password":null`, `"confirmPassword":null`},
	}, {
		Name: "a live reset link of a user with a second factor says so", Status: http.StatusOK,
		Given: func(w *harness.World) harness.Call {
			return check(resetPath, resetKey(w, w.Person("ada", harness.WithMFA)))
		},
		Has: []string{`"username":"ada"`, `"mfaEnabled":true`, `"password":null`, `"confirmPassword":null`},
		Then: func(w *harness.World, a harness.Answer) {
			if a.Header.Get("Cache-Control") != "no-store" {
				w.T.Error("an answer with a key may be stored")
			}
		},
	}, {
		Name: "an unknown set key tells nothing", Status: http.StatusBadRequest,
		Given: func(*harness.World) harness.Call { return check(setPath, unknownKey) },
		Has:   []string{linkDead, `"type":"about:blank"`, `"title":"Bad Request"`},
		Never: []string{"username", "errors", unknownKey},
	}, {
		Name: "an unknown reset key tells nothing", Status: http.StatusBadRequest,
		Given: func(*harness.World) harness.Call { return check(resetPath, unknownKey) },
		Has:   []string{linkDead}, Never: []string{"username", "errors"},
	}, {
		Name: "a key is found in any spelling of its UUID", Status: http.StatusOK,
		Given: func(w *harness.World) harness.Call {
			return check(resetPath, strings.ToUpper(resetKey(w, w.Person("ada"))))
		},
	}, {
		Name: "a disabled user's link is dead", Status: http.StatusBadRequest,
		Given: func(w *harness.World) harness.Call {
			p := w.Person("ada")
			key := resetKey(w, p)
			now := w.Clock.Now()
			if _, err := w.Store.Write(t.Context()).SetDisabled(p.ID, &now); err != nil {
				w.T.Fatal(err)
			}
			return check(resetPath, key)
		},
		Like: func(*harness.World) harness.Call { return check(resetPath, unknownKey) },
	}, {
		Name: "an API key of another application finds no link", Status: http.StatusBadRequest,
		Given: func(w *harness.World) harness.Call {
			other := w.NewTenant("Globex", false, models.DefaultSettings())
			c := check(resetPath, resetKey(w, w.Person("ada")))
			c.Token = w.TenantKey(other, "*").Key.Reveal()
			return c
		},
		Like: func(*harness.World) harness.Call { return check(resetPath, unknownKey) },
	}})
}

// deadKeys are all the ways in which a key can be no good, for one path.
func deadKeys(w *harness.World, path string, fresh func(*harness.World, *harness.Person) string) map[string]string {
	used := fresh(w, w.Person("used"))
	must(w, redeem(path, used, harness.NewPassword), http.StatusOK)
	superseded, p := "", w.Person("superseded")
	superseded = fresh(w, p)
	fresh(w, p)
	expired := fresh(w, w.Person("expired"))
	w.Clock.Advance(80 * time.Hour)
	return map[string]string{
		"unknown": unknownKey, "used": used, "superseded": superseded, "expired": expired, "empty": "",
		"malformed": "not-a-key", "without hyphens": strings.ReplaceAll(unknownKey, "-", ""), "in braces": "{" + unknownKey + "}",
		"too long": strings.Repeat("a", 300), "of zeros": "00000000-0000-0000-0000-000000000000", "with a blank": unknownKey + "%20",
	}
}

func TestBoomiEveryDeadKeyIsAnsweredAlike(t *testing.T) {
	t.Parallel()
	for path, fresh := range seed.InOrder(map[string]func(*harness.World, *harness.Person) string{setPath: setKey, resetPath: resetKey}) {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				checked := must(w, get(path), http.StatusBadRequest)
				twice := must(w, get(path+"?key="+unknownKey+"&key="+unknownKey), http.StatusBadRequest)
				same(t, "given twice", checked, twice)
				redeemed := must(w, post(path, j{"password": harness.NewPassword, "confirmPassword": harness.NewPassword}), http.StatusBadRequest)
				for why, key := range seed.InOrder(deadKeys(w, path, fresh)) {
					same(t, "check "+why, checked, w.Do(check(path, key)))
					same(t, "redeem "+why, redeemed, w.Do(redeem(path, strings.ReplaceAll(key, "%20", " "), harness.NewPassword)))
				}
				for why, key := range seed.InOrder(map[string]any{"null": nil, "a number": 9, "true": true, "a list": []string{unknownKey}, "an object": j{"$gt": ""}}) {
					body := j{"key": key, "password": harness.NewPassword, "confirmPassword": harness.NewPassword}
					same(t, "redeem "+why, redeemed, w.Do(post(path, body)))
				}
				same(t, "bad entries with a dead key", redeemed, w.Do(post(path, j{"key": unknownKey, "password": "a", "confirmPassword": "b"})))
				if !strings.Contains(checked.Body, linkDead) {
					t.Errorf("unexpected answer: %s", checked.Body)
				}
			})
		})
	}
}

func TestBoomiTheAnswerIsABareStringByAccept(t *testing.T) {
	t.Parallel()
	const asJSON, asText = "application/json", "text/plain"
	cases := []struct{ accept, media string }{
		{"", asJSON}, // who says nothing
		{"*/*", asJSON},
		{"application/json", asJSON},
		{"application/*", asJSON},
		{"application/json, text/plain, */*", asJSON}, // axios
		{"text/plain, application/json", asJSON},      // both alike, whichever is first
		{"text/*, */*", asJSON},
		{"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", asJSON}, // a browser
		{"text/plain;q=0.1, application/json;q=0.9, */*;q=0.1", asJSON},
		{"text/plain;q=0.5, */*", asJSON},
		{"text/plain;q=0", asJSON},
		{"text/plain;q=0, */*;q=0", asJSON}, // who takes neither
		{"application/xml", asJSON},
		{"application/json;q=0", asJSON},
		{"text/plain;q=oops", asJSON}, // what cannot be read was not said
		{"text/plain;q=NaN, application/json;q=0.1", asJSON},
		{"text/plain;q=1e3, application/json;q=0.1", asJSON},
		{"application/json; charset=utf-8", asJSON},
		{"text/plain", asText},
		{"TEXT/Plain; charset=utf-8", asText},
		{"text/*", asText},
		{"text/plain;q=0.001", asText}, // little, and JSON not at all
		{"text/plain;q=0.5, */*;q=0.1", asText},
		{"application/json;q=0.5, text/plain", asText},
		{"application/json;q=0, */*", asText},
		{"application/*;q=0.2, */*;q=0.3", asText}, // the range that names a type most closely counts
		{"text/plain, application/json;q=0.9, */*;q=0.8", asText},
		{"text/*, application/json;q=oops", asText},
	}
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for i, c := range cases {
			path, fresh := setPath, setKey
			if i%2 == 0 {
				path, fresh = resetPath, resetKey
			}
			sentence := map[string]string{setPath: "Password has been set.", resetPath: "Password has been reset."}[path]
			call := redeem(path, fresh(w, w.Person(fmt.Sprintf("ada%02d", i))), harness.NewPassword)
			call.Header = map[string]string{"Accept": c.accept}
			a := must(w, call, http.StatusOK)
			want := map[string]string{asText: sentence, asJSON: `"` + sentence + `"`}[c.media]
			if a.Body != want || a.Header.Get("Content-Type") != c.media {
				t.Errorf("Accept %q: %s %q, want %q", c.accept, a.Header.Get("Content-Type"), a.Body, want)
			}
		}
	})
}

func TestBoomiASetLinkSetsTheFirstPassword(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada", harness.NoPassword)
		must(w, login("ada", harness.NewPassword), http.StatusUnauthorized)
		a := must(w, redeem(setPath, setKey(w, p), harness.NewPassword), http.StatusOK)
		if a.Body != `"Password has been set."` || len(a.Header.Values("Set-Cookie")) > 0 {
			t.Errorf("a set answers only its sentence: %v %s", a.Header, a.Body)
		}
		must(w, login("ada", harness.NewPassword), http.StatusOK)
	})
}

func TestBoomiARefusedPasswordLeavesTheLinkAlive(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		for path, fresh := range seed.InOrder(map[string]func(*harness.World, *harness.Person) string{setPath: setKey, resetPath: resetKey}) {
			key := fresh(w, p)
			for _, c := range []struct {
				body j
				has  []string
			}{
				{j{"password": harness.NewPassword, "confirmPassword": harness.NewPassword + "x"}, []string{`"/confirmPassword":["The two passwords are not the same. Type both again."]`}},
				{j{"password": harness.NewPassword}, []string{`"/confirmPassword"`}},
				{j{"confirmPassword": harness.NewPassword}, []string{`"/confirmPassword"`}},
				{j{"password": harness.NewPassword, "confirmPassword": nil}, []string{`"/confirmPassword"`}},
				{j{}, []string{`"/password":["A password is required."]`}},
				{j{"password": "", "confirmPassword": ""}, []string{`"/password"`}},
				{j{"password": "nul\x00in a long password", "confirmPassword": "nul\x00in a long password"}, []string{`"/password"`}},
				{j{"password": "password", "confirmPassword": "password"}, []string{
					"urn:rekey:fault:password_policy", `"code":"too_short"`, `"parameters":{"min":"15"}`, `"code":"blocklisted"`, `"pointer":"/password"`,
				}},
				{j{"password": 5, "confirmPassword": harness.NewPassword}, []string{`"/password":["The value has the wrong type."]`}},
				{j{"password": strings.Repeat("a", 1025), "confirmPassword": "x"}, []string{`"/password":["The value is too long."]`}},
			} {
				c.body["key"] = key
				a := must(w, post(path, c.body), http.StatusBadRequest)
				for _, s := range c.has {
					if !strings.Contains(a.Body, s) {
						t.Errorf("body lacks %s: %s", s, a.Body)
					}
				}
			}
			must(w, check(path, key), http.StatusOK)
			must(w, redeem(path, key, harness.NewPassword+path), http.StatusOK)
		}
	})
}

func TestBoomiSetAndResetKeysAreTwoSpaces(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		set, reset := setKey(w, w.Person("ada", harness.NoPassword)), resetKey(w, w.Person("bob"))
		unknown := w.Do(check(resetPath, unknownKey))
		same(t, "set key at reset", unknown, w.Do(check(resetPath, set)))
		same(t, "reset key at set", unknown, w.Do(check(setPath, reset)))
		same(t, "set key at reset", unknown, w.Do(redeem(resetPath, set, harness.NewPassword)))
		same(t, "reset key at set", unknown, w.Do(redeem(setPath, reset, harness.NewPassword)))
		must(w, redeem(setPath, set, harness.NewPassword), http.StatusOK)
		must(w, redeem(resetPath, reset, harness.NewPassword), http.StatusOK)
	})
}

func TestBoomiChecksConsumeNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		key := resetKey(w, w.Person("ada"))
		first := must(w, check(resetPath, key), http.StatusOK)
		for range 5 {
			prefetch := check(resetPath, key)
			prefetch.Header = map[string]string{"Purpose": "prefetch"}
			same(t, "prefetch", first, w.Do(prefetch))
			for method, status := range seed.InOrder(map[string]int{http.MethodHead: http.StatusOK, http.MethodOptions: http.StatusMethodNotAllowed}) {
				c := check(resetPath, key)
				c.Method = method
				must(w, c, status)
			}
		}
		same(t, "after it all", first, w.Do(check(resetPath, key)))
		must(w, redeem(resetPath, key, harness.NewPassword), http.StatusOK)
	})
}

func TestBoomiOneOfTwentyRedeemersWins(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		key := resetKey(w, p)
		answers := make([]harness.Answer, 20)
		var group sync.WaitGroup
		for i := range answers {
			group.Go(func() {
				answers[i] = w.Do(redeem(resetPath, key, harness.NewPassword+strings.Repeat("!", i)))
			})
		}
		group.Wait()
		winner := -1
		dead := w.Do(check(resetPath, key))
		for i, a := range answers {
			if a.Status == http.StatusOK {
				if winner >= 0 {
					t.Fatalf("%d and %d both won", winner, i)
				}
				winner = i
				continue
			}
			same(t, "loser", dead, a)
		}
		if winner < 0 {
			t.Fatal("nobody won")
		}
		must(w, login("ada", harness.NewPassword+strings.Repeat("!", winner)), http.StatusOK)
		told := 0
		for _, m := range w.Mails() {
			if strings.Contains(m.Subject, "changed") {
				told++
			}
		}
		if told != 1 {
			t.Errorf("%d mails tell of the change, want 1", told)
		}
	})
}

func TestBoomiOnlyTheNewestLinkWorks(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		keys := []string{resetKey(w, p), resetKey(w, p), resetKey(w, p)}
		must(w, redeem(resetPath, keys[0], harness.NewPassword), http.StatusBadRequest)
		must(w, redeem(resetPath, keys[1], harness.NewPassword), http.StatusBadRequest)
		must(w, redeem(resetPath, keys[2], harness.NewPassword), http.StatusOK)
	})
}

func TestBoomiALinkLivesExactlyItsTime(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		set, reset := setKey(w, w.Person("ada", harness.NoPassword)), resetKey(w, w.Person("bob"))
		w.Clock.Advance(time.Hour - time.Second)
		must(w, check(resetPath, reset), http.StatusOK)
		w.Clock.Advance(time.Second)
		must(w, redeem(resetPath, reset, harness.NewPassword), http.StatusBadRequest)
		w.Clock.Advance(71*time.Hour - time.Second)
		must(w, check(setPath, set), http.StatusOK)
		w.Clock.Advance(time.Second)
		must(w, redeem(setPath, set, harness.NewPassword), http.StatusBadRequest)
		w.Clock.Advance(-2 * time.Second)
		must(w, redeem(setPath, set, harness.NewPassword), http.StatusOK)
	})
}

func TestBoomiALinkNeitherRenamesNorSwitchesOff(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada", harness.WithMFA)
		must(w, post(resetPath, j{
			"key": resetKey(w, p), "password": harness.NewPassword, "confirmPassword": harness.NewPassword,
			"mfaEnabled": false, "username": "mallory", "userId": unknownKey, "email": "mallory@example.test", "forceUpdate": true,
		}), http.StatusOK)
		u, err := w.Store.Read(t.Context()).FindUser(p.ID)
		if err != nil || !u.MFA || u.Username != "ada" {
			t.Errorf("the user was changed: %v %+v", err, u)
		}
		must(w, login("ada", harness.NewPassword), http.StatusConflict)
	})
}

func TestBoomiAResetEndsEverythingThatTheOldPasswordAdmitted(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		first, second := w.LogIn(p), must(w, login("ada", p.Password), http.StatusOK)
		other := setKey(w, p)
		must(w, redeem(resetPath, resetKey(w, p), harness.NewPassword), http.StatusOK)
		w.Check("no access token of before admits", func(t *testing.T) {
			for _, token := range []string{first.AccessToken, second.Field(t, "accessToken")} {
				c := post(changePath, j{"currentPassword": harness.NewPassword, "newPassword": harness.Password, "confirmPassword": harness.Password})
				c.Token = token
				must(w, c, http.StatusUnauthorized)
			}
		})
		w.Check("no refresh token of before is exchanged", func(t *testing.T) {
			for _, token := range []string{first.RefreshToken, second.Field(t, "refreshToken")} {
				must(w, post("/api/Users/refreshToken", j{"refreshToken": token}), http.StatusUnauthorized)
			}
		})
		w.Check("another link of before is dead", func(t *testing.T) { must(w, check(setPath, other), http.StatusBadRequest) })
		w.Check("the new password logs in, and the former does not", func(t *testing.T) {
			must(w, login("ada", p.Password), http.StatusUnauthorized)
			must(w, login("ada", harness.NewPassword), http.StatusOK)
		})
		w.Check("the notice does not hold the password", func(t *testing.T) {
			if m := w.LastMail(p.Email); strings.Contains(m.Text+m.HTML, harness.NewPassword) {
				t.Error("the notice holds the password")
			}
		})
	})
}

func TestBoomiAFailedWriteLeavesTheLinkAlive(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		key := resetKey(w, p)
		w.BreakStore(func(s string) bool { return strings.Contains(s, "credentials") && strings.HasPrefix(s, "update") })
		must(w, redeem(resetPath, key, harness.NewPassword), http.StatusInternalServerError)
		w.BreakStore(nil)
		if !w.CanLogIn(p, p.Password) {
			t.Error("the old password is gone")
		}
		must(w, redeem(resetPath, key, harness.NewPassword), http.StatusOK)
	})
}

func TestBoomiALinkBindsToItsUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, bob := w.Person("ada"), w.Person("bob")
		key := resetKey(w, p)
		c := redeem(resetPath, key, harness.NewPassword)
		c.Token = w.LogIn(bob).AccessToken
		must(w, c, http.StatusBadRequest)
		c.Token = w.LogIn(p).AccessToken
		must(w, c, http.StatusOK)
		if !w.CanLogIn(bob, bob.Password) || !w.CanLogIn(p, harness.NewPassword) {
			t.Error("the wrong person's password was set")
		}
	})
}
