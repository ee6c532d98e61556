package contract_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// respelt is a call with another spelling of its path, of its parameters and of its members.
func respelt(t *testing.T, c harness.Call, spell func(string) string) harness.Call {
	t.Helper()
	path, query, asks := strings.Cut(c.Path, "?")
	c.Path = spell(path)
	if asks {
		name, value, _ := strings.Cut(query, "=")
		c.Path += "?" + spell(name) + "=" + value
	}
	if c.Body == nil {
		return c
	}
	raw, isText := c.Body.(string)
	if !isText {
		b, err := json.Marshal(c.Body)
		if err != nil {
			t.Fatal(err)
		}
		raw = string(b)
	}
	var sent map[string]any
	if err := json.Unmarshal([]byte(raw), &sent); err != nil {
		t.Fatal(err)
	}
	body := j{}
	for name, value := range seed.InOrder(sent) {
		body[spell(name)] = value
	}
	c.Body = body
	return c
}

var spellings = map[string]func(string) string{"lower case": strings.ToLower, "upper case": strings.ToUpper}

// TestBoomiPathsAndNamesMatchInAnyCase: each operation answers in any spelling as in its own.
func TestBoomiPathsAndNamesMatchInAnyCase(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for _, o := range harness.Contract() {
			if o.Surface != "boomi" {
				continue
			}
			for name, spell := range seed.InOrder(spellings) {
				for _, c := range []harness.Call{o.Example(nil), o.Example(w.Owner())} {
					w.Do(c) // what can be done only once is done
					same(t, o.String()+" in "+name, w.Do(respelt(t, c, spell)), w.Do(c))
				}
				c := o.Example(nil)
				c.Method, c.Path, c.Body = http.MethodPatch, spell(c.Path), nil
				wrong := w.Do(c)
				want(t, o, wrong, http.StatusMethodNotAllowed)
				c.Path += "/x/y"
				unknown := w.Do(c)
				want(t, o, unknown, http.StatusNotFound)
				for _, a := range []harness.Answer{wrong, unknown} {
					if a.Header.Get("Content-Type") != "application/problem+json" || !strings.Contains(a.Body, `"title":"`+http.StatusText(a.Status)+`"`) {
						t.Errorf("%s: %s %s is answered %s: %s", o, c.Method, c.Path, a.Header.Get("Content-Type"), a.Body)
					}
				}
			}
		}
		for line := range strings.Lines(w.Log.String()) {
			var entry struct{ Msg, Route, Operation string }
			if err := json.Unmarshal([]byte(line), &entry); err != nil {
				t.Fatal(err)
			}
			if entry.Msg == "request" && (strings.ToLower(entry.Route) == entry.Route || strings.ToUpper(entry.Route) == entry.Route) && entry.Route != "" {
				t.Errorf("the log names the route %s", entry.Route)
			}
		}
		metrics := must(w, get("/metrics"), http.StatusOK).Body
		if strings.Contains(metrics, `surface="boomi",operation="none",status="200"`) || strings.Contains(metrics, `surface="none",operation="resetPassword"`) {
			t.Error("the metrics have a label for a spelling")
		}
	})
}

// TestBoomiStoryInAnotherCase: a client that spells all names in its own way resets a password and logs in.
func TestBoomiStoryInAnotherCase(t *testing.T) {
	t.Parallel()
	for name, spell := range seed.InOrder(spellings) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				ada := w.Person("ada")
				do := func(c harness.Call, status int) harness.Answer { return must(w, respelt(t, c, spell), status) }
				do(post("/api/ForgotUser/forgotPassword", j{"username": "ada"}), http.StatusOK)
				key := mailedKey(w, ada.Email)
				if checked := do(check(resetPath, key), http.StatusOK); checked.Field(t, "username") != "ada" {
					t.Errorf("the check answers %s", checked.Body)
				}
				refused := do(post(resetPath, j{"key": key, "password": "short", "confirmPassword": "short"}), http.StatusBadRequest)
				if !strings.Contains(refused.Body, `"/password"`) {
					t.Errorf("the refusal names a member by another name than the contract's: %s", refused.Body)
				}
				do(redeem(resetPath, key, harness.NewPassword), http.StatusOK)
				in := do(login("ada", harness.NewPassword), http.StatusOK)
				change := own(in.Field(t, "accessToken"), j{"currentPassword": harness.NewPassword, "newPassword": harness.Password + "s", "confirmPassword": harness.Password + "s"})
				do(change, http.StatusOK)
				do(login("ada", harness.NewPassword), http.StatusUnauthorized)
				do(login("ada", harness.Password+"s"), http.StatusOK)
			})
		})
	}
}

// TestBoomiTwoSpellingsOfOneNameAreRefused: which of two values counts must not depend on who reads them.
func TestBoomiTwoSpellingsOfOneNameAreRefused(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		key := resetKey(w, ada)
		for _, query := range []string{"key=" + key + "&KEY=" + key, "Key=" + unknownKey + "&key=" + key, "key=" + key + "&%4bey=" + unknownKey, "KEY=" + key + "&KEY=" + key} {
			must(w, get(resetPath+"?"+query), http.StatusBadRequest)
		}
		whole := `"key":"` + key + `","password":"` + harness.NewPassword + `","confirmPassword":"` + harness.NewPassword + `"`
		for _, more := range []string{
			`"Password":"x"`, `"PASSWORD":"` + harness.NewPassword + `"`, `"\u0050assword":null`, `"Key":"` + key + `"`, `"mfaenabled":true,"MfaEnabled":true`,
		} {
			for _, body := range []string{"{" + whole + "," + more + "}", "{" + more + "," + whole + "}"} {
				a := must(w, post(resetPath, body), http.StatusBadRequest)
				if !strings.Contains(a.Body, "A field appears twice.") {
					t.Errorf("%s is answered %s", more, a.Body)
				}
			}
		}
		// Letters that fold to ASCII in Unicode are other letters: the long s, the dotless i and the Kelvin sign.
		for _, name := range []string{"pa\u017f\u017fword", "confirmPa\u017fsword", "\u212aey", "con\ufb01rmPassword", "mfaEnabled\u0131"} {
			body := "{" + whole + `,"` + name + `":"x"}`
			if strings.HasSuffix(name, "ssword") {
				continue
			}
			a := must(w, post(resetPath, strings.Replace(body, key, unknownKey, 1)), http.StatusBadRequest)
			if strings.Contains(a.Body, "errors") {
				t.Errorf("%s is read: %s", name, a.Body)
			}
		}
		for _, name := range []string{`"\u212aey"`, "\"\u212aey\""} {
			same(t, name, w.Do(post(resetPath, "{"+strings.Replace(whole, `"key"`, name, 1)+"}")), w.Do(redeem(resetPath, unknownKey, harness.NewPassword)))
		}
		same(t, "the Kelvin sign in the query", w.Do(get(resetPath+"?\u212aey="+key)), w.Do(check(resetPath, unknownKey)))
		must(w, post(loginPath, `{"u\u017ferName":"ada","password":"`+harness.Password+`"}`), http.StatusBadRequest)
		must(w, redeem(resetPath, key, harness.NewPassword), http.StatusOK) // none of it used the link
	})
}

// TestBoomiSpellingsShareLimits: another spelling is no other budget.
func TestBoomiSpellingsShareLimits(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		must(w, get(resetPath+"?key="+unknownKey), http.StatusBadRequest)
		for _, path := range []string{strings.ToLower(resetPath), strings.ToUpper(resetPath), "/api/password/resetPassword", resetPath} {
			must(w, get(path+"?KEY="+unknownKey), http.StatusTooManyRequests)
		}
	}, harness.WithConfig(func(c *config.Config) { c.PerMinute = 1 }))
}

// TestOtherSurfacesKeepTheirCase: a path of another surface in another case is unknown.
func TestOtherSurfacesKeepTheirCase(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for _, o := range harness.Contract() {
			if o.Surface == "boomi" {
				continue
			}
			c := o.Example(w.Owner())
			fixed, _, _ := strings.Cut(o.Path, "{")
			for name, spell := range seed.InOrder(spellings) {
				spelt := c
				spelt.Path = spell(fixed) + c.Path[len(fixed):]
				if spelt.Path == c.Path {
					continue
				}
				if a := w.Do(spelt); a.Status != http.StatusNotFound {
					t.Errorf("%s in %s: %d", o, name, a.Status)
				}
			}
		}
	})
}

// TestBoomiTakesFurtherMediaTypesForJSON: ASP.NET Core reads text/json and any application/*+json as JSON.
func TestBoomiTakesFurtherMediaTypesForJSON(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Person("ada")
		right, wrong := must(w, login("ada", harness.Password), http.StatusOK), must(w, login("ada", harness.NewPassword), http.StatusUnauthorized)
		for _, media := range []string{"text/json", "application/vnd.client.v1+json", "application/problem+json; charset=utf-8", "Text/JSON", "APPLICATION/X+JSON;charset=UTF-8"} {
			c := login("ada", harness.Password)
			c.Type = media
			if a := must(w, c, http.StatusOK); a.Header.Get("Content-Type") != right.Header.Get("Content-Type") {
				t.Errorf("%s: the answer is %s", media, a.Header.Get("Content-Type"))
			}
			c = login("ada", harness.NewPassword)
			c.Type = media
			same(t, media, w.Do(c), wrong)
			c.Body = `{"userName":"ada","userName":"ada"}`
			must(w, c, http.StatusBadRequest)
		}
		for _, media := range []string{"application/+json", "text/x+json", "text/json; charset=utf-16", "application/json+x", "text/json, application/json", "application/jsonx"} {
			c := login("ada", harness.Password)
			c.Type = media
			must(w, c, http.StatusUnsupportedMediaType)
		}
	})
}

// TestBoomiAnswersHeadWhereGetIs: mail scanners ask with HEAD. They use up nothing.
func TestBoomiAnswersHeadWhereGetIs(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, eve := w.Person("ada"), w.Person("eve", harness.NoPassword)
		reset, set := resetKey(w, ada), setKey(w, eve)
		for name, c := range seed.InOrder(map[string]harness.Call{
			"a live reset link": check(resetPath, reset), "a live set link": check(setPath, set), "a key of the other kind": check(setPath, reset),
			"no link": check(resetPath, unknownKey), "nothing": get(resetPath), "another spelling": get("/api/PASSWORD/setpassword?KEY=" + set),
			"an unknown path": get("/api/Password/nothing"),
			"a wrong key":     {Method: http.MethodGet, Path: resetPath, Header: map[string]string{"ApiKey": "rk_wrong"}},
		}) {
			whole := w.Do(c)
			c.Method = http.MethodHead
			for range 3 {
				head := w.Do(c)
				if head.Body != "" || head.Header.Get("Content-Length") == "" {
					t.Errorf("%s: HEAD answers the body %q, Content-Length %q", name, head.Body, head.Header.Get("Content-Length"))
				}
				head.Body, whole.Body = "", ""
				whole.Header.Set("Content-Length", head.Header.Get("Content-Length")) // the body has the request's id
				same(t, "HEAD for "+name, head, whole)
			}
		}
		for _, o := range harness.Contract() {
			if o.Surface != "boomi" || o.Method != http.MethodGet {
				continue
			}
			for _, c := range []harness.Call{o.Example(nil), o.Example(w.Owner())} {
				whole := w.Do(c)
				c.Method = http.MethodHead
				if head := w.Do(c); head.Status != whole.Status || head.Body != "" || head.Header.Get("Content-Type") != whole.Header.Get("Content-Type") {
					t.Errorf("%s: HEAD answers %d %s, GET %d", o, head.Status, head.Body, whole.Status)
				}
			}
		}
		for _, path := range []string{"/api/Account/changePassword", loginPath} {
			if a := must(w, harness.Call{Method: http.MethodHead, Path: path}, http.StatusMethodNotAllowed); a.Header.Get("Allow") != "POST" {
				t.Errorf("%s: Allow %s", path, a.Header.Get("Allow"))
			}
		}
		if a := must(w, harness.Call{Method: http.MethodPut, Path: "/api/password/setpassword"}, http.StatusMethodNotAllowed); a.Header.Get("Allow") != "GET, HEAD, POST" {
			t.Errorf("Allow %s", a.Header.Get("Allow"))
		}
		must(w, redeem(resetPath, reset, harness.NewPassword), http.StatusOK)
		must(w, redeem(setPath, set, harness.NewPassword), http.StatusOK)
	})
}
