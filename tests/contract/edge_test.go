package contract_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestEveryOperation holds what every operation of the contract does alike: each rule in a
// world of its own, each operation in a sub-test by its name in the bundle.
func TestEveryOperation(t *testing.T) {
	t.Parallel()
	for _, rule := range []struct {
		name string
		hold func(t *testing.T, w *harness.World, owner *keys.CreatedAPIKey, o *harness.Operation)
		with []harness.Option
	}{
		{"admits nobody without credentials", withoutCredentials, nil},
		{"refuses a bad credential, even where none is needed", badCredential, nil},
		{"takes an empty bearer for no credential", emptyBearer, nil},
		{"does nothing without the permission", withoutPermission, nil},
		{"refuses a body over 64 KiB", largeBody, nil},
		{"refuses other content types", otherContentTypes, nil},
		{"refuses broken JSON", brokenJSON, nil},
		{"slows down one address that says not who it is", tooMany, []harness.Option{
			harness.WithConfig(func(c *config.Config) { c.PerMinute = 1 }),
		}},
		{"slows down an API key that spent its budget", keySpent, nil},
		{"tells nothing of a broken store", brokenStore, nil},
	} {
		t.Run(rule.name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(_ *testing.T, w *harness.World) {
				owner := w.Owner()
				for _, o := range harness.Contract() {
					w.Check(o.BundleID(), func(t *testing.T) { rule.hold(t, w, owner, o) })
				}
			}, rule.with...)
		})
	}
}

func want(t *testing.T, o *harness.Operation, a harness.Answer, status int) {
	t.Helper()
	if a.Status != status {
		t.Errorf("%s: status %d, want %d: %s", o, a.Status, status, a.Body)
	}
}

func withoutCredentials(t *testing.T, w *harness.World, _ *keys.CreatedAPIKey, o *harness.Operation) {
	if o.Anonymous() {
		return
	}
	want(t, o, w.Do(o.Example(nil)), http.StatusUnauthorized)
}

// emptyBearer: clients that are generated send the header whether or not they have a token.
func emptyBearer(t *testing.T, w *harness.World, _ *keys.CreatedAPIKey, o *harness.Operation) {
	without := w.Do(o.Example(nil))
	for _, empty := range []string{"Bearer", "bearer", "Bearer ", "Bearer \t "} {
		c := o.Example(nil)
		c.Header = map[string]string{"Authorization": empty}
		if a := w.Do(c); a.Status != without.Status || a.Status == http.StatusUnauthorized && harness.Comparable(a) != harness.Comparable(without) {
			t.Errorf("%s: %q is answered\n%s\nand no credential\n%s", o, empty, harness.Comparable(a), harness.Comparable(without))
		}
	}
	if !o.ReadsBearer() {
		return
	}
	for _, invalid := range []string{"Basic", "Basic Og==", "Bearer,", "Bearer x"} {
		c := o.Example(nil)
		c.Header = map[string]string{"Authorization": invalid}
		want(t, o, w.Do(c), http.StatusUnauthorized)
	}
}

func badCredential(t *testing.T, w *harness.World, owner *keys.CreatedAPIKey, o *harness.Operation) {
	if !o.ReadsBearer() {
		return
	}
	whole := owner.Key.Reveal()
	for _, token := range []string{
		whole[:len(whole)-1], whole + "x", whole + " ", strings.ToUpper(whole), "rk_", "rk__", "rs_unknown", "a.b.c",
		strings.Repeat(".", 5000),
	} {
		c := o.Example(nil)
		c.Header = map[string]string{"Authorization": "Bearer " + token}
		if token == whole+" " {
			c.Header["Authorization"] = "Basic " + whole
			if o.Surface == "entrust" { // its header is the bare token: a scheme is part of no token
				c.Header["Authorization"] = "Bearer Bearer " + whole
			}
		}
		want(t, o, w.Do(c), http.StatusUnauthorized)
	}
	c := o.Example(nil)
	c.Path += "?access_token=" + whole + "&api_key=" + whole
	if !o.Anonymous() {
		want(t, o, w.Do(c), http.StatusUnauthorized)
	}
}

func withoutPermission(t *testing.T, w *harness.World, _ *keys.CreatedAPIKey, o *harness.Operation) {
	if o.Permission() == "" {
		return
	}
	for _, key := range []models.APIKey{
		{Boundary: models.BoundaryPlatform},
		{Boundary: models.BoundaryPlatform, Permissions: []string{"", "x", strings.ToLower(o.Permission()) + "x"}},
		{Boundary: "invented", ApplicationID: w.Tenant.ApplicationID, Permissions: []string{"*"}},
	} {
		c := o.Example(nil)
		c.Token = w.PlantKey(key)
		want(t, o, w.Do(c), http.StatusForbidden)
	}
}

func largeBody(t *testing.T, w *harness.World, owner *keys.CreatedAPIKey, o *harness.Operation) {
	if !o.HasBody() {
		return
	}
	c := o.Example(owner)
	c.Body = `{"password":"` + strings.Repeat("a", 65<<10) + `"}`
	want(t, o, w.Do(c), http.StatusRequestEntityTooLarge)
}

func otherContentTypes(t *testing.T, w *harness.World, owner *keys.CreatedAPIKey, o *harness.Operation) {
	if !o.HasBody() {
		return
	}
	for _, media := range []string{
		"text/plain", "application/xml", "application/x-yaml", "multipart/form-data; boundary=x", "application/grpc-web",
		"application/json; charset=utf-16", "json", "application/problem+json",
	} {
		if o.Procedure() != "" && media == "application/grpc-web" || o.Surface == "boomi" && media == "application/problem+json" {
			continue // a call, and JSON
		}
		c := o.Example(owner)
		c.Type = media
		want(t, o, w.Do(c), http.StatusUnsupportedMediaType)
	}
	c := o.Example(owner)
	c.Header = map[string]string{"Content-Type": "", "Authorization": c.Header["Authorization"]}
	if c.Token != "" {
		c.Header["Authorization"] = "Bearer " + c.Token
	}
	want(t, o, w.Do(c), http.StatusUnsupportedMediaType)
	c = o.Example(owner)
	if c.Header == nil {
		c.Header = map[string]string{}
	}
	c.Header["Content-Encoding"] = "gzip"
	want(t, o, w.Do(c), http.StatusUnsupportedMediaType)
}

// brokenBodies are that are no JSON object, or none that two parsers read alike.
var brokenBodies = []string{
	``, `{`, `[]`, `null`, `"x"`, `1`, `{} {}`, `{}x`, `{"a":1,"a":2}`, `{"x":{"a":1,"a":2}}`, "\xef\xbb\xbf{}",
	"{\"a\":\"\xff\"}", `{"a":"\ud800"}`, `{"a":"\udc00x"}`, `{"a":NaN}`, `{"a":1e999999}`, `{a:1}`, `{'a':1}`,
	`{"x":` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}`,
	`{"x":[` + strings.Repeat("1,", 2000) + `1]}`,
}

func brokenJSON(t *testing.T, w *harness.World, owner *keys.CreatedAPIKey, o *harness.Operation) {
	if !o.HasBody() || o.Client() {
		return
	}
	for _, body := range brokenBodies {
		c := o.Example(owner)
		c.Body = body
		a := w.Do(c)
		if a.Status != http.StatusBadRequest {
			// NaN and huge numbers in fields that the operation does not know are no fault
			t.Errorf("%s: status %d for body %q: %s", o, a.Status, body[:min(len(body), 30)], a.Body)
		}
	}
}

func tooMany(t *testing.T, w *harness.World, _ *keys.CreatedAPIKey, o *harness.Operation) {
	if !o.Anonymous() {
		return
	}
	w.Clock.Advance(60e9)
	c := o.Example(nil)
	_ = w.Do(c)
	a := w.Do(c)
	want(t, o, a, http.StatusTooManyRequests)
	wait, err := strconv.Atoi(a.Header.Get("Retry-After"))
	if err != nil || wait < 1 || wait > 60 {
		t.Errorf("%s: Retry-After %q", o, a.Header.Get("Retry-After"))
	}
	w.Clock.Advance(60e9)
	if a := w.Do(c); a.Status == http.StatusTooManyRequests {
		t.Errorf("%s: still slowed down after Retry-After", o)
	}
	w.Clock.Advance(60e9)
	if forged := w.Do(withHeader(c, "X-Forwarded-For", "203.0.113.7")); forged.Status == http.StatusTooManyRequests {
		t.Errorf("%s: slowed down after a pause", o)
	}
	if forged := w.Do(withHeader(c, "X-Forwarded-For", "203.0.113.8")); forged.Status != http.StatusTooManyRequests {
		t.Errorf("%s: a forged address widened the limit", o)
	}
}

func keySpent(t *testing.T, w *harness.World, _ *keys.CreatedAPIKey, o *harness.Operation) {
	if !o.ReadsBearer() {
		return
	}
	c := o.Example(w.KeyWith(keys.CreateAPIKeyInput{Boundary: models.BoundaryPlatform, Permissions: []string{"*"}, RequestsPerMinute: new(2)}))
	for range 2 {
		if a := w.Do(c); a.Status == http.StatusTooManyRequests {
			t.Errorf("%s: slowed down within its budget", o)
		}
	}
	a := w.Do(c)
	want(t, o, a, http.StatusTooManyRequests)
	for name, value := range seed.InOrder(map[string]string{
		"Retry-After": "30", "RateLimit": `"key";r=0;t=60, "key-at-once";r=64`,
		"RateLimit-Policy": `"key";q=2;w=60, "key-at-once";q=64;qu="concurrent-requests"`,
	}) {
		if a.Header.Get(name) != value {
			t.Errorf("%s: %s is %s", o, name, a.Header.Get(name))
		}
	}
}

func withHeader(c harness.Call, name, value string) harness.Call {
	h := map[string]string{name: value}
	for k, v := range seed.InOrder(c.Header) {
		h[k] = v
	}
	c.Header = h
	return c
}

func brokenStore(t *testing.T, w *harness.World, owner *keys.CreatedAPIKey, o *harness.Operation) {
	c := o.Example(owner)
	w.BreakStore(func(string) bool { return true })
	a := w.Do(c)
	w.BreakStore(nil)
	want(t, o, a, http.StatusInternalServerError)
	if strings.Contains(a.Body, harness.ErrBroken.Error()) || strings.Contains(a.Body, "select") {
		t.Errorf("%s tells what broke: %s", o, a.Body)
	}
}

func TestOverloadIsAnsweredAtOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		owner := w.Owner()
		operations := harness.Contract()
		arrived, release := make(chan struct{}), make(chan struct{})
		w.BreakStore(func(string) bool {
			arrived <- struct{}{}
			<-release
			return true
		})
		slow := make(chan harness.Answer)
		go func() { slow <- w.Do(operations[0].Example(owner)) }()
		<-arrived // the only slot is taken now
		for _, o := range operations {
			a := w.Do(o.Example(owner))
			want(t, o, a, http.StatusServiceUnavailable)
			if wait, err := strconv.Atoi(a.Header.Get("Retry-After")); err != nil || wait < 1 {
				t.Errorf("%s: Retry-After %q", o, a.Header.Get("Retry-After"))
			}
		}
		health := harness.DoWith(t, http.DefaultClient, w.URL, harness.Call{Method: http.MethodGet, Path: "/healthz"})
		if health.Status != http.StatusOK {
			t.Errorf("health answers %d under load", health.Status)
		}
		close(release)
		<-slow
	}, harness.WithConfig(func(c *config.Config) { c.InFlight = 1 }))
}

func TestUnknownPathsAndWrongVerbsAreAnsweredInTheSurfacesShape(t *testing.T) {
	t.Parallel()
	shapes := map[string]string{
		"/v1/nothing": `"code":"no_such_path"`, "/v1": `"code":"no_such_path"`,
		"/api/Password/nothing": `"status":404`, "/api/AdminMfaSettings": `"status":404`, "/api/Account": `"status":404`, "/api": `"status":404`,
		"/API/PASSWORD/nothing": `"status":404`, "/api/password": `"status":404`, "/api/Password/resetPassword/": `"status":404`,
		"/api/V1/oauth2/token": `"status":404`, "/API/v1/oauth2/token": `"status":404`, "/api/Web/v1/nothing": `"status":404`,
		"/api/web/v1/nothing": `"errorCode"`, "/api/web/v3/nothing": `"errorCode"`, "/api/web": `"errorCode"`,
		"/api/v1/nothing": `"type":"base_error"`, "/api/v1": `"type":"base_error"`,
		"/oauth/v2/nothing": `"error":"not_found"`, "/oauth/v2": `"code":5`,
		"/v2/nothing": `"code":5`, "/v2beta/nothing": `"code":5`, "/management/v1/nothing": `"code":5`, "/auth/v1/nothing": `"code":5`, "/admin/v1/nothing": `"code":5`,
	}
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for path, has := range seed.InOrder(shapes) {
			a := w.Do(harness.Call{Method: http.MethodPost, Path: path, Body: "{}"})
			if a.Status != http.StatusNotFound || !strings.Contains(a.Body, has) {
				t.Errorf("%s: %d %s", path, a.Status, a.Body)
			}
		}
		for _, o := range harness.Contract() {
			c := o.Example(nil)
			for _, method := range []string{http.MethodPatch, http.MethodOptions, http.MethodHead, http.MethodTrace, "BREW"} {
				if harness.Answers(method, c.Path) {
					continue
				}
				a := harness.DoWith(t, http.DefaultClient, w.URL, harness.Call{Method: method, Path: c.Path})
				if a.Status != http.StatusMethodNotAllowed || !strings.Contains(a.Header.Get("Allow"), o.Method) {
					t.Errorf("%s %s: %d, Allow %q", method, c.Path, a.Status, a.Header.Get("Allow"))
				}
			}
		}
		for _, path := range []string{
			"//api/v1/password-reset/reset-password", "/api/v1/password-reset/reset-password/", "/api/v1/./password-reset/reset-password",
			"/api/v1/password-reset/../password-reset/reset-password", "/api%2fv1/password-reset/reset-password",
			"/API/V1/password-reset/reset-password", "/api/v1/password-reset/reset-password;x",
			"/api/Password//resetPassword", "/api/P%61ssword/resetPassword", "/api/./Password/resetPassword", "/api/password/x/../resetpassword",
		} {
			a := harness.DoWith(t, &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
				w.URL, harness.Call{Method: http.MethodPost, Path: path, Body: "{}"})
			if a.Status != http.StatusNotFound {
				t.Errorf("%s: %d, Location %q", path, a.Status, a.Header.Get("Location"))
			}
		}
	})
}

// A path that is written out is not the one with a parameter that it happens to fit, with
// any method (OpenAPI 3.0.3, paths object).
func TestAPathThatIsWrittenOutHasItsOwnMethods(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for _, path := range []string{"/v1/sessions/refresh", "/v1/tickets/inspect", "/v1/tickets/redeem", "/v2/sessions/search"} {
			for _, method := range []string{http.MethodGet, http.MethodDelete, http.MethodPatch, http.MethodOptions} {
				a := harness.DoWith(t, http.DefaultClient, w.URL, harness.Call{Method: method, Path: path})
				if allow := a.Header.Get("Allow"); a.Status != http.StatusMethodNotAllowed || allow != http.MethodPost {
					t.Errorf("%s %s: %d, Allow %q", method, path, a.Status, allow)
				}
			}
		}
	})
}
