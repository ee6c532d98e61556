package contract_test

import (
	"crypto/rsa"
	"encoding/base64"
	"fmt"
	"io"
	"maps"
	"math/big"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestRekeyAThirdPartyChecksAnExport, and an export continues where it stopped.
func TestRekeyAThirdPartyChecksAnExport(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		w.Person("ada")
		must(w, harness.Call{Method: http.MethodPost, Path: "/api/Users/authenticate", Body: j{"userName": "ada", "password": "wrong"}}, http.StatusUnauthorized)
		w.Clock.Advance(time.Hour)
		noon := w.Clock.Now()
		w.Person("bob")
		w.Clock.Advance(time.Hour)
		w.Person("eve")
		must(w, harness.Call{Method: http.MethodPost, Path: "/api/Users/authenticate", Token: n.token, Body: j{"userName": "<b>&", "password": "wrong"}}, http.StatusUnauthorized)
		var all, one []line
		w.Step("all of it is whole chains: the tenant's, and the platform's with the keys", func(t *testing.T) {
			all = n.export(t, "")
			whole(t, all, 2)
		})
		w.Step("what is of one tenant is one chain", func(t *testing.T) {
			one = n.export(t, "tenantId="+w.Tenant.ID)
			whole(t, one, 1)
		})
		w.Check("it goes on after each event", func(t *testing.T) {
			for i, e := range all {
				if rest := n.export(t, "after="+e.ID); !slices.Equal(ids(rest), ids(all[i+1:])) {
					t.Errorf("after event %d of %d: %d more", i, len(all), len(rest))
				}
			}
			if rest := n.export(t, "after="+one[1].ID+"&tenantId="+w.Tenant.ID); !slices.Equal(ids(rest), ids(one[2:])) {
				t.Errorf("after an event of the tenant: %v", ids(rest))
			}
		})
		w.Check("it does not go on after an event of another chain", func(t *testing.T) {
			platform := all[0]
			if platform.TenantID != "" {
				t.Fatalf("the platform's chain does not come first: %+v", platform)
			}
			n.refused(404, "event_not_found", http.MethodGet, "/v1/events/export?tenantId="+w.Tenant.ID+"&after="+platform.ID, nil)
		})
		escaped := func(when time.Time) string { return url.QueryEscape(when.Format(time.RFC3339Nano)) }
		w.Check("it can be of one moment", func(t *testing.T) {
			within := n.export(t, "tenantId="+w.Tenant.ID+"&from="+escaped(noon)+"&to="+escaped(noon.Add(time.Microsecond)))
			first := slices.IndexFunc(one, func(e line) bool { return e.At.Equal(noon) })
			if len(within) == 0 || !slices.Equal(ids(within), ids(one[first:first+len(within)])) || within[len(within)-1].At.After(noon) {
				t.Errorf("an export of one moment: %v", within)
			}
		})
		w.Check("of the future there is nothing", func(t *testing.T) {
			if none := n.export(t, "from="+escaped(noon.AddDate(1, 0, 0))); len(none) != 0 {
				t.Errorf("an export of the future has %d events", len(none))
			}
		})
		for _, query := range []string{"from=x", "to=1", "after=x", "tenantId=X"} {
			n.refuses(refusal{"an export with " + query, 400, "malformed_request", http.MethodGet, "/v1/events/export?" + query, nil, nil})
		}
	})
}

// TestRekeyAnInterruptedExportIsNotComplete: the connection ends without the last chunk.
func TestRekeyAnInterruptedExportIsNotComplete(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		manyEvents(w, 1100)
		reads := 0
		w.BreakStore(func(statement string) bool {
			if statement == "select events" {
				reads++
			}
			return reads > 3
		})
		defer w.BreakStore(nil)
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.URL+"/v1/events/export?tenantId="+w.Tenant.ID, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer "+n.token)
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = resp.Body.Close() }()
		body, err := io.ReadAll(resp.Body)
		if resp.StatusCode != http.StatusOK || err == nil || strings.Count(string(body), "\n") < 500 {
			t.Errorf("%d, %d bytes, %v", resp.StatusCode, len(body), err)
		}
	})
}

// manyEvents writes so many in the default tenant, at once.
func manyEvents(w *harness.World, n int) {
	w.T.Helper()
	err := w.Store.InTx(w.T.Context(), func(tx *store.Tx) error {
		for range n {
			if err := tx.AppendEvent(&models.Event{ApplicationID: w.Tenant.ApplicationID, TenantID: w.Tenant.ID, ActorKind: models.ActorSystem, Action: models.ActionUserImport, Outcome: models.OutcomeDone}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		w.T.Fatal(err)
	}
}

// TestRekeyVerifyNamesTheFirstFlaw over the wire; what flaws there are, tests/stores tells.
func TestRekeyVerifyNamesTheFirstFlaw(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		w.Person("ada")
		w.Clock.Advance(time.Hour)
		w.Deliver()
		w.Check("a whole chain is intact", func(t *testing.T) {
			whole := n.must(200, http.MethodGet, "/v1/audit/verify?tenantId="+w.Tenant.ID, nil)
			if strings.TrimSpace(whole.Body) != `{"chains":1,"checked":2,"intact":true}` {
				t.Errorf("%s", whole.Body)
			}
		})
		e := n.events("action=user.create")[0]
		manyEvents(w, 5_000)
		var resume string
		w.Step("a long one is verified in two requests", func(t *testing.T) {
			first := n.must(200, http.MethodGet, "/v1/audit/verify?tenantId="+w.Tenant.ID, nil)
			resume = first.Field(t, "resume")
			rest := n.must(200, http.MethodGet, "/v1/audit/verify?tenantId="+w.Tenant.ID+"&resume="+resume, nil)
			if first.Field(t, "checked") != "5000" || first.Field(t, "chains") != "0" || strings.TrimSpace(rest.Body) != `{"chains":1,"checked":2,"intact":true}` {
				t.Errorf("in two requests: %s %s", first.Body, rest.Body)
			}
		})
		n.refuses(refusal{"going on with another question", 400, "malformed_request", http.MethodGet, "/v1/audit/verify?resume=" + resume, nil, nil})
		w.Spoil("UPDATE events SET actor_id = ? WHERE id = ?", "nobody", e.ID)
		for name, query := range seed.InOrder(map[string]string{"of all chains": "", "of one chain": "?tenantId=" + w.Tenant.ID}) {
			w.Check("the first flaw "+name+" is named", func(t *testing.T) {
				a := n.must(200, http.MethodGet, "/v1/audit/verify"+query, nil)
				var verdict struct {
					Intact   bool
					FirstBad struct {
						TenantID, EventID, Why string
						Sequence               int64
					}
				}
				a.JSON(t, &verdict)
				bad := verdict.FirstBad
				if verdict.Intact || bad.TenantID != w.Tenant.ID || bad.EventID != e.ID || bad.Why != "changed" || bad.Sequence != e.Sequence {
					t.Errorf("%s", a.Body)
				}
			})
		}
		for _, query := range []string{"resume=", "resume=AAAA", "tenantId=x"} {
			n.refuses(refusal{"a verification with " + query, 400, "malformed_request", http.MethodGet, "/v1/audit/verify?" + query, nil, nil})
		}
		w.Check("looking at the trail does not change it", func(t *testing.T) {
			for _, l := range n.events("") {
				if l.Action == "audit.verify" {
					t.Error("looking at the trail changes it")
				}
			}
		})
	})
}

// TestRekeyCheckpointsAreVerifiedByTheirKeys: by the keys that are published, and as
// nothing else.
func TestRekeyCheckpointsAreVerifiedByTheirKeys(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		w.Clock.Advance(time.Hour)
		w.Deliver()
		var list struct {
			Items []struct {
				TenantID, Head, Jws string
				Sequence            int64
				CreatedAt           time.Time
			}
		}
		n.must(200, http.MethodGet, "/v1/audit/checkpoints?tenantId="+w.Tenant.ID, nil).JSON(t, &list)
		if len(list.Items) != 1 {
			t.Fatalf("%d checkpoints", len(list.Items))
		}
		c := list.Items[0]
		keys := map[string]*rsa.PublicKey{}
		published, err := w.Access.PublicKeys(t.Context()) // what the JWKS says
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range published {
			modulus, err := base64.RawURLEncoding.DecodeString(k.Modulus)
			if err != nil {
				t.Fatal(err)
			}
			keys[k.KeyID] = &rsa.PublicKey{N: new(big.Int).SetBytes(modulus), E: 65537}
		}
		claims := jwt.MapClaims{}
		token, err := jwt.NewParser(jwt.WithValidMethods([]string{"RS256"}), jwt.WithTimeFunc(w.Clock.Now)).ParseWithClaims(c.Jws, claims, func(x *jwt.Token) (any, error) {
			return keys[fmt.Sprint(x.Header["kid"])], nil
		})
		if err != nil || token.Header["typ"] != "rekey-checkpoint+jwt" {
			t.Fatalf("%v: %v", token, err)
		}
		events := n.export(t, "tenantId="+w.Tenant.ID)
		last := events[c.Sequence-1]
		want := jwt.MapClaims{
			"iss": harness.PublicURL, "iat": float64(c.CreatedAt.Unix()), "tenantId": w.Tenant.ID, "sequence": float64(last.Sequence), "head": last.Hash,
		}
		if !maps.Equal(claims, want) || c.Head != last.Hash {
			t.Errorf("%v, want %v", claims, want)
		}
		if a := (native{w, c.Jws}).get("/v1/events"); a.Status != http.StatusUnauthorized {
			t.Errorf("a checkpoint is a credential: %d", a.Status)
		}
		if signed, err := w.Access.ReadAttested(t.Context(), trail.CheckpointType, w.LogIn(w.Person("ada")).AccessToken); err != nil || signed != nil {
			t.Errorf("an access token is a checkpoint: %s %v", signed, err)
		}
	})
}
