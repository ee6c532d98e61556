package contract_test

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func wbUsernameKey(name string) []byte {
	canonical, _ := identifier.Canonical(name)
	return core.UsernameKey(canonical).Bytes()
}

// wbBasic adds HTTP Basic to a call.
func wbBasic(c harness.Call, id, pass string) harness.Call {
	c.Header = map[string]string{"Authorization": "Basic " + base64.StdEncoding.EncodeToString([]byte(id+":"+pass))}
	return c
}

// percent writes every byte as an escape, which a form decoder must undo.
func percent(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}

func TestWristbandClientCredentials(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := wristband(w)
		id, pass := c.key.ID, c.key.Secret.Reveal()
		short := strings.Split(c.key.Key.Reveal(), "_")[1]
		ask := wbForm("token", "grant_type", "client_credentials", "scope", "everything")
		for name, call := range seed.InOrder(map[string]harness.Call{
			"Basic": wbBasic(ask, id, pass), "Basic, escaped": wbBasic(ask, percent(id), percent(pass)),
			"Basic, short id": wbBasic(ask, short, pass), "form": c.oauth("token", "grant_type", "client_credentials"),
		}) {
			a := must(w, call, http.StatusOK)
			var got map[string]any
			a.JSON(t, &got)
			token, ok := got["access_token"].(string)
			life, number := got["expires_in"].(float64)
			if !ok || !number || life != 900 || got["token_type"] != "Bearer" || got["refresh_token"] != nil ||
				got["scope"] != strings.Join(wbPermissions(), " ") {
				t.Errorf("%s: %s", name, a.Body)
			}
			if a.Header.Get("Cache-Control") != "no-store" || a.Header.Get("Pragma") != "no-cache" {
				t.Errorf("%s: %v", name, a.Header)
			}
			by := harness.Call{Method: http.MethodPost, Path: wbResets + "introspect-email-auth-code", Token: token, Body: j{"emailAuthCode": "x"}}
			must(w, by, http.StatusBadRequest)
		}
		token := w.Do(wbBasic(ask, id, pass)).Field(t, "access_token")
		by := harness.Call{Method: http.MethodPost, Path: wbResets + "introspect-email-auth-code", Token: token, Body: j{"emailAuthCode": "x"}}
		w.Clock.Advance(15*time.Minute - time.Second)
		must(w, by, http.StatusBadRequest)
		w.Clock.Advance(time.Minute + time.Second) // the leeway of clocks
		must(w, by, http.StatusUnauthorized)
	})
}

func TestWristbandOAuthClientAuthentication(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := wristband(w)
		id, pass := c.key.ID, c.key.Secret.Reveal()
		soon := w.Clock.Now().Add(time.Second)
		expired := w.KeyWith(keys.CreateAPIKeyInput{Boundary: models.BoundaryApplication, ApplicationID: w.Tenant.ApplicationID, ExpiresAt: &soon})
		w.Clock.Advance(time.Second)
		revoked := w.Key()
		if _, err := w.Store.Write(t.Context()).RevokeAPIKey(revoked.ID); err != nil {
			t.Fatal(err)
		}
		for _, operation := range []string{"token", "revoke"} {
			values := []string{"grant_type", "client_credentials", "token", "unknown"}
			form := wbForm(operation, values...)
			with := func(more ...string) harness.Call { return wbForm(operation, append(values[:4:4], more...)...) }
			inQuery := form
			inQuery.Path += "?client_id=" + id + "&client_secret=" + url.QueryEscape(pass)
			bearer := form
			bearer.Token = c.key.Key.Reveal()
			broken := form
			broken.Header = map[string]string{"Authorization": "Basic !!!"}
			first := must(w, form, http.StatusUnauthorized)
			if first.Field(t, "error") != "invalid_client" || first.Header.Get("WWW-Authenticate") != `Basic realm="rekey"` ||
				first.Header.Get("Pragma") != "no-cache" || first.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("%v %s", first.Header, first.Body)
			}
			for name, call := range seed.InOrder(map[string]harness.Call{
				"wrong secret": wbBasic(form, id, pass+"x"), "no secret": wbBasic(form, id, ""), "unknown client": wbBasic(form, "01890a5d-ac96-774b-bcce-b302099a8057", pass),
				"malformed client": wbBasic(form, "nobody", pass), "bad escape": wbBasic(form, id, "%zz"), "broken header": broken,
				"expired": wbBasic(form, expired.ID, expired.Secret.Reveal()), "revoked": wbBasic(form, revoked.ID, revoked.Secret.Reveal()),
				"in the query": inQuery, "bearer": bearer, "id alone": with("client_id", id), "secret alone": with("client_secret", pass),
				"wrong in the form": with("client_id", id, "client_secret", pass+"x"),
			}) {
				same(t, operation+", "+name, first, w.Do(call))
			}
			// Clients of some generators always send the header, and mean nobody by an empty pair.
			must(w, wbBasic(with("client_id", id, "client_secret", pass), "", ""), http.StatusOK)
			same(t, operation+", an empty pair", first, w.Do(wbBasic(form, "", "")))
			both := must(w, wbBasic(with("client_id", id, "client_secret", pass), id, pass), http.StatusBadRequest)
			if both.Field(t, "error") != "invalid_request" {
				t.Error(both.Body)
			}
		}
	})
}

func TestWristbandOAuthRefusals(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := wristband(w)
		for _, r := range []struct {
			call        harness.Call
			code, about string
		}{
			{c.oauth("token"), "invalid_request", "The field grant_type is required."},
			{c.oauth("token", "grant_type", "password"), "unsupported_grant_type", "The grant_type is not supported."},
			{c.oauth("token", "grant_type", "refresh_token"), "invalid_request", "The field refresh_token is required."},
			{c.oauth("token", "grant_type", "refresh_token", "refresh_token", "unknown"), "invalid_grant", ""},
			{c.oauth("revoke"), "invalid_request", "The field token is required."},
			{c.oauth("revoke", "token", w.LogIn(w.Person("ada")).AccessToken), "unsupported_token_type", "Only refresh tokens can be revoked."},
		} {
			a := must(w, r.call, http.StatusBadRequest)
			if a.Field(t, "error") != r.code || r.about != "" && a.Field(t, "error_description") != r.about || a.Field(t, "type") != "" {
				t.Errorf("%s, want %s", a.Body, r.code)
			}
		}
		twice := c.oauth("token", "grant_type", "client_credentials")
		twice.Body = twice.Body.(string) + "&grant_type=client_credentials"
		if a := must(w, twice, http.StatusBadRequest); a.Field(t, "error_description") != "The field grant_type appears twice." {
			t.Error(a.Body)
		}
		odd := c.oauth("token", "grant_type", "client_credentials")
		odd.Body = odd.Body.(string) + "&%22evil%22=1&%22evil%22=1"
		if a := must(w, odd, http.StatusBadRequest); strings.Contains(a.Body, "evil") {
			t.Error(a.Body)
		}
	})
}

// Rotation, reuse and binding (S58, RFC 9700 section 4.14).
func TestWristbandRefresh(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := wristband(w), w.Person("ada")
		sibling, foreign := wbCaller{w, w.Key()}, wbForeign(w)
		login := w.LogIn(p)
		unknown := c.refresh("unknown")
		same(t, "foreign application", unknown, foreign.refresh(login.RefreshToken))
		first := c.refresh(login.RefreshToken)
		if first.Status != http.StatusOK || !c.admits(first.Field(t, "access_token")) || first.Field(t, "scope") != "" || first.Field(t, "expires_in") != "600" {
			t.Fatal(first.Body)
		}
		second := first.Field(t, "refresh_token")
		same(t, "another client of the application", unknown, sibling.refresh(second))
		third := c.refresh(second).Field(t, "refresh_token")
		if third == "" || third == second || second == login.RefreshToken {
			t.Fatal("the token does not rotate")
		}
		same(t, "reuse", unknown, c.refresh(second))
		same(t, "the newest one after a reuse", unknown, c.refresh(third))
		if c.admits(first.Field(t, "access_token")) {
			t.Error("the session goes on after a reuse")
		}

		again := w.LogIn(p)
		bound := c.refresh(again.RefreshToken).Field(t, "refresh_token")
		w.Clock.Advance(30*24*time.Hour - time.Second)
		kept := c.refresh(bound).Field(t, "refresh_token")
		if kept == "" {
			t.Error("the chain ended before its time")
		}
		w.Clock.Advance(time.Second)
		same(t, "after its absolute end", unknown, c.refresh(kept))
	})
}

func TestWristbandParallelRefreshesLeaveAtMostOneChain(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := wristband(w)
		login := w.LogIn(w.Person("ada"))
		answers := make([]harness.Answer, 20)
		var group sync.WaitGroup
		for i := range answers {
			group.Go(func() { answers[i] = c.refresh(login.RefreshToken) })
		}
		group.Wait()
		winners, live := 0, 0
		for _, a := range answers {
			if a.Status != http.StatusOK {
				if a.Status != http.StatusBadRequest || a.Field(t, "error") != "invalid_grant" {
					t.Error(a.Body)
				}
				continue
			}
			winners++
			if c.refresh(a.Field(t, "refresh_token")).Status == http.StatusOK {
				live++
			}
		}
		if winners > 1 || live > 1 {
			t.Errorf("%d refreshes went well, %d chains live", winners, live)
		}
	})
}

// Revocation (S60, RFC 7009 sections 2.1 and 2.2).
func TestWristbandRevokeToken(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := wristband(w), w.Person("ada")
		sibling, foreign := wbCaller{w, w.Key()}, wbForeign(w)
		unknown := must(w, c.oauth("revoke", "token", "unknown", "token_type_hint", "access_token"), http.StatusOK)
		if unknown.Body != "" {
			t.Error(unknown.Body)
		}
		login := w.LogIn(p)
		refreshed := c.refresh(login.RefreshToken)
		token := refreshed.Field(t, "refresh_token")
		for _, other := range []wbCaller{sibling, foreign} {
			if a := must(w, other.oauth("revoke", "token", token), http.StatusBadRequest); a.Field(t, "error") != "invalid_grant" {
				t.Error(a.Body)
			}
		}
		token = c.refresh(token).Field(t, "refresh_token")
		if token == "" || !c.admits(login.AccessToken) {
			t.Fatal("another client ended the chain")
		}
		for range 2 {
			same(t, "revoked", unknown, must(w, c.oauth("revoke", "token", token, "token_type_hint", "refresh_token"), http.StatusOK))
		}
		if c.admits(login.AccessToken) || c.admits(refreshed.Field(t, "access_token")) || c.refresh(token).Status != http.StatusBadRequest {
			t.Error("the chain, or an access token of it, goes on")
		}
	})
}

func TestWristbandJwks(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		a := must(w, get(wbOAuth+"jwks"), http.StatusOK)
		var set struct{ Keys []map[string]string }
		a.JSON(t, &set)
		if len(set.Keys) != 1 || a.Header.Get("Cache-Control") != "public, max-age=300" {
			t.Fatalf("%v %s", a.Header, a.Body)
		}
		key := wbSigner(w)
		want := map[string]string{
			"kty": "RSA", "use": "sig", "alg": "RS256", "kid": key.id, "e": "AQAB",
			"n": base64.RawURLEncoding.EncodeToString(key.private.N.Bytes()),
		}
		if fmt.Sprint(set.Keys[0]) != fmt.Sprint(want) {
			t.Errorf("%v, want %v", set.Keys[0], want)
		}
	})
}
