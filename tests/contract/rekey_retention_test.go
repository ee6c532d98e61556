package contract_test

import (
	"encoding/base64"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/impl/transfer"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestRekeyWhatEndedIsNotFoundAfterItsRetention: it is read and listed until then, and like
// what never was from then on.
func TestRekeyWhatEndedIsNotFoundAfterItsRetention(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p := asOwner(w), w.Person("ada")
		ticket := n.must(201, http.MethodPost, "/v1/tickets", j{"userId": p.ID, "purpose": "reset", "medium": "link"}).Field(t, "id")
		w.Deliver()
		var sent struct{ Items []struct{ ID string } }
		n.must(200, http.MethodGet, "/v1/messages?userId="+p.ID, nil).JSON(t, &sent)
		message := sent.Items[0].ID
		key := n.must(201, http.MethodPost, "/v1/api-keys", j{"name": "over", "boundary": "platform", "permissions": []string{"users:read"}}).Field(t, "apiKey", "id")
		n.must(204, http.MethodDelete, "/v1/api-keys/"+key, nil)
		listed := func(path, id string, want bool) {
			t.Helper()
			if a := n.must(200, http.MethodGet, path, nil); strings.Contains(a.Body, id) != want {
				t.Errorf("%s lists %s: %t, want %t", path, id, !want, want)
			}
		}
		all := func(status int, there bool) {
			t.Helper()
			w.Deliver()
			n.must(status, http.MethodGet, "/v1/tickets/"+ticket, nil)
			n.must(status, http.MethodGet, "/v1/messages/"+message, nil)
			listed("/v1/tickets?userId="+p.ID, ticket, there)
			listed("/v1/messages?userId="+p.ID, message, there)
			listed("/v1/api-keys", key, there)
		}
		w.Clock.Advance(30*24*time.Hour - time.Second)
		all(200, true)
		w.Clock.Advance(2 * time.Hour) // the ticket lived an hour
		all(404, false)
	})
}

// TestRekeyAnArchiveIsTheExport: its events are the lines of an export, byte by byte; what is
// archived is not found any more, and the rest is verified as before.
func TestRekeyAnArchiveIsTheExport(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		w.Person("ada")
		must(w, harness.Call{Method: http.MethodPost, Path: "/api/Users/authenticate", Token: n.token, Body: j{"userName": "<b>&", "password": "wrong"}}, http.StatusUnauthorized)
		w.Clock.Advance(2 * time.Hour)
		w.Deliver() // a checkpoint is written
		w.Clock.Advance(2 * time.Hour)
		exported := n.must(200, http.MethodGet, "/v1/events/export", nil).Body
		first := n.export(t, "")[0]
		file := filepath.Join(t.TempDir(), "a.ndjson")
		operator := caller.Into(t.Context(), caller.Caller{Kind: caller.System, ID: "audit archive", Boundary: models.BoundaryPlatform})
		done, err := transfer.Archive{Audit: w.Core.Audit, File: file, Before: w.Clock.Now()}.Run(operator)
		if err != nil || done.Events == 0 {
			t.Fatalf("%+v %v", done, err)
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var events []string
		for line := range strings.Lines(string(raw)) {
			if !strings.HasPrefix(line, `{"checkpoint":`) && !strings.HasPrefix(line, `{"archive":`) {
				events = append(events, line)
			}
		}
		if got := strings.Join(events, ""); got != exported {
			t.Errorf("the archive:\n%s\nthe export:\n%s", got, exported)
		}
		n.must(404, http.MethodGet, "/v1/events/export?after="+first.ID, nil)
		if verdict := n.get("/v1/audit/verify"); verdict.Field(t, "intact") != "true" {
			t.Errorf("the rest: %s", verdict.Body)
		}
		var signed struct {
			Items []struct{ ID, TenantID, Jws string }
		}
		n.must(200, http.MethodGet, "/v1/audit/checkpoints", nil).JSON(t, &signed)
		var anchors []string
		for _, c := range signed.Items {
			header, err := base64.RawURLEncoding.DecodeString(strings.Split(c.Jws, ".")[0])
			if err != nil || !strings.Contains(string(header), trail.ArchiveType) {
				t.Errorf("%s %v", header, err)
			}
			anchors = append(anchors, c.TenantID)
			if a := (native{w, c.Jws}).get("/v1/events"); a.Status != http.StatusUnauthorized {
				t.Errorf("an archive is a credential: %d", a.Status)
			}
		}
		if want := []string{"", w.Tenant.ID}; !slices.Equal(slices.Sorted(slices.Values(anchors)), want) {
			t.Errorf("anchors of %q", anchors)
		}
		told := n.get("/v1/events?action=audit.archive").Body
		if strings.Count(told, `"audit.archive"`) != 2 || !strings.Contains(told, w.Tenant.ID) {
			t.Errorf("the events of it: %s", told)
		}
	})
}
