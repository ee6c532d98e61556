package contract_test

import (
	"database/sql"
	"maps"
	"net/http"
	"slices"
	"testing"

	"github.com/rekeyhq/rekey/impl/conformance"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// Each example of an operation that has a procedure is played once over REST, and once over each face: the answers
// are those of the contract, and what is stored afterwards is the same. One store is enough: a call becomes a request
// of REST before the store is asked, and TestEveryExampleIsTrue plays all of these requests on each store.
func TestEveryFaceIsTheSame(t *testing.T) {
	t.Parallel()
	if seed.RaceDetector {
		return // calls one after the other: there is no race to be found in them
	}
	contract, elsewhere := played(t), besides(t)
	called := map[string]bool{} // surfaces with procedures
	for _, o := range harness.Contract() {
		if o.Procedure() != "" {
			called[o.Surface] = true
		}
	}
	for surface := range seed.InOrder(called) {
		t.Run(surface, func(t *testing.T) {
			t.Parallel()
			for _, kind := range harness.DrawnStore(t) {
				t.Run(kind.Name, func(t *testing.T) {
					t.Parallel()
					overREST := playFace(t, contract, harness.New(t, kind), elsewhere, surface, "")
					for _, face := range harness.FaceNames() {
						t.Run(face, func(t *testing.T) {
							over := playFace(t, contract, harness.New(t, kind), elsewhere, surface, face)
							for operation, want := range seed.InOrder(overREST) {
								if got := over[operation]; !maps.Equal(got, want) {
									t.Errorf("%s leaves %v, and over REST %v", operation, different(got, want), different(want, got))
								}
							}
						})
					}
				})
			}
		})
	}
}

// playFace plays the examples of all operations that have a procedure, and returns what each of them left behind.
func playFace(t *testing.T, contract *conformance.Contract, w *harness.World, elsewhere hooks, surface, name string) map[string]map[string]int {
	t.Helper()
	server := bed(w, elsewhere)
	var face *harness.Face
	if name != "" {
		face = harness.NewFace(t, name, w.Client.Transport)
		server.Client = &http.Client{Transport: face, CheckRedirect: w.Client.CheckRedirect}
	}
	player, db := contract.Player(server), harness.Beside(t, w.DBURL)
	left := map[string]map[string]int{}
	for _, o := range harness.Contract() {
		if o.Surface != surface || o.Procedure() == "" {
			continue
		}
		before := stored(t, db)
		w.Check(o.ID, func(t *testing.T) {
			err := player.Examples(t.Context(), o.BundleID(), func(r conformance.Result) {
				if r.Verdict != conformance.Passed {
					t.Errorf("%s: %s: %s", r.Case, r.Verdict, r.Why)
				}
			})
			if err != nil {
				t.Error(err)
			}
			if face != nil && face.Made == 0 {
				t.Error("no call was made")
			}
		})
		if face != nil {
			face.Made = 0
		}
		left[o.ID] = different(stored(t, db), before)
	}
	return left
}

// stored counts what is stored, by what tells one row from another for people.
func stored(t *testing.T, db *sql.DB) map[string]int {
	t.Helper()
	found := map[string]int{}
	for name, query := range seed.InOrder(map[string]string{
		"event":    "SELECT CONCAT_WS(' ', action, outcome, actor_kind, surface, detail = ''), COUNT(*) FROM events GROUP BY 1",
		"user":     "SELECT CONCAT_WS(' ', locked_at IS NULL), COUNT(*) FROM users GROUP BY 1",
		"password": "SELECT CONCAT_WS(' ', version), COUNT(*) FROM credentials GROUP BY 1",
		"ticket":   "SELECT CONCAT_WS(' ', purpose, medium, consumed_at IS NULL, ended_because), COUNT(*) FROM tickets GROUP BY 1",
		"session":  "SELECT CONCAT_WS(' ', ended_at IS NULL, password_at IS NULL, second_at IS NULL), COUNT(*) FROM sessions GROUP BY 1",
		"message":  "SELECT CONCAT_WS(' ', template, channel, state), COUNT(*) FROM messages GROUP BY 1",
	}) {
		rows, err := db.QueryContext(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var what string
			var n int
			if err := rows.Scan(&what, &n); err != nil {
				t.Fatal(err)
			}
			found[name+" "+what] = n
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return found
}

// different is what one count has besides the other.
func different(one, other map[string]int) map[string]int {
	found := map[string]int{}
	for what, n := range one {
		if n != other[what] {
			found[what] = n - other[what]
		}
	}
	return found
}

// Each operation of a surface with procedures has one, or a reason to have none, and each procedure an operation.
func TestEveryProcedureHasAnOperation(t *testing.T) {
	t.Parallel()
	none := map[string]string{
		"GetToken":               "OAuth 2.0 has it (RFC 6749)",
		"GetOpenidConfiguration": "OpenID Connect has it (Discovery 1.0)",
		"GetKeys":                "OpenID Connect has it (Discovery 1.0)",
	}
	procedures, surfaces := map[string]string{}, map[string]bool{}
	for _, o := range harness.Contract() {
		if p := o.Procedure(); p != "" {
			if other, twice := procedures[p]; twice {
				t.Errorf("%s and %s both have %s", o.ID, other, p)
			}
			procedures[p], surfaces[o.Surface] = o.ID, true
		}
	}
	for _, o := range harness.Contract() {
		_, excused := none[o.ID]
		if surfaces[o.Surface] && (o.Procedure() == "") != excused {
			t.Errorf("%s: x-procedure is %q, excused: %v", o.ID, o.Procedure(), excused)
		}
	}
	declared := harness.Schema().Procedures()
	for _, p := range declared {
		if procedures[p] == "" {
			t.Errorf("no operation has the procedure %s", p)
		}
	}
	for p, o := range seed.InOrder(procedures) {
		if !slices.Contains(declared, p) {
			t.Errorf("%s has the procedure %s, which openapi/proto has not", o, p)
		}
	}
}
