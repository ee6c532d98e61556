package contract_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestRekeyApplicationsAndTenants(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		var id string
		w.Step("an application is made, and renamed at its version", func(t *testing.T) {
			a := n.must(201, http.MethodPost, "/v1/applications", j{"name": "Shop"})
			if a.Header.Get("ETag") != `"1"` || a.Field(t, "name") != "Shop" {
				t.Errorf("created: %s %s", a.Header.Get("ETag"), a.Body)
			}
			id = a.Field(t, "id")
			a = n.must(200, http.MethodPatch, "/v1/applications/"+id, j{"name": "Shop Europe"}, "If-Match", `"1"`)
			if a.Header.Get("ETag") != `"2"` || n.get("/v1/applications/"+id).Field(t, "name") != "Shop Europe" {
				t.Errorf("renamed: %s", a.Body)
			}
		})
		app := "/v1/applications/" + id
		n.refuses(
			refusal{"renaming a former version of an application", 412, "version_mismatch", http.MethodPatch, app, j{"name": "Late"}, []string{"If-Match", `"1"`}},
			refusal{"deleting a former version of an application", 412, "version_mismatch", http.MethodDelete, app, nil, []string{"If-Match", `"1"`}},
			refusal{"changing nothing of an application", 400, "malformed_request", http.MethodPatch, app, j{}, nil},
		)
		made, other := n.keepsTenants(id)
		n.deletesWhatIsEmpty(app, made, models.Tenant{ID: other, ApplicationID: id})
	})
}

// keepsTenants of an application: one with a host, and another one.
func (n native) keepsTenants(applicationID string) (made, other string) {
	n.T.Helper()
	n.Step("a tenant's hosts are kept once, in lower case", func(t *testing.T) {
		a := n.must(201, http.MethodPost, "/v1/tenants", j{"applicationId": applicationID, "name": "Acme", "hosts": []string{"Acme.Example.com", "acme.example.com"}})
		made = a.Field(t, "id")
		if a.Field(t, "hosts") != "[acme.example.com]" || a.Field(t, "default") != "false" {
			t.Errorf("a tenant's hosts are kept once, in lower case: %s", a.Body)
		}
	})
	other = n.must(201, http.MethodPost, "/v1/tenants", j{"applicationId": applicationID, "name": "Other"}).Field(n.T, "id")
	n.refuses(
		refusal{"a new tenant at a host that is taken", 409, "host_taken", http.MethodPost, "/v1/tenants", j{"applicationId": applicationID, "name": "Thief", "hosts": []string{"ACME.example.com"}}, nil},
		refusal{"a tenant of no application", 404, "application_not_found", http.MethodPost, "/v1/tenants", j{"applicationId": "01hq3k9v5x7e2m4n8p6r1s0t9w", "name": "Lost"}, nil},
		refusal{"a tenant that takes another's host", 409, "host_taken", http.MethodPatch, "/v1/tenants/" + other, j{"hosts": []string{"acme.example.com"}}, nil},
	)
	tenant := "/v1/tenants/" + made
	n.Step("what is absent in a PATCH stays", func(t *testing.T) {
		n.must(200, http.MethodPatch, tenant, j{"name": "Acme Ltd"}, "If-Match", `"1"`)
		if got := n.get(tenant); got.Field(t, "name") != "Acme Ltd" || got.Field(t, "hosts") != "[acme.example.com]" {
			t.Errorf("what is absent in a PATCH stays: %s", got.Body)
		}
	})
	n.Step("a tenant gives up its hosts", func(t *testing.T) {
		n.must(200, http.MethodPatch, tenant, j{"hosts": []string{}})
	})
	n.refuses(
		refusal{"renaming a former version of a tenant", 412, "version_mismatch", http.MethodPatch, tenant, j{"name": "Late"}, []string{"If-Match", `"1"`}},
		refusal{"deleting a former version of a tenant", 412, "version_mismatch", http.MethodDelete, tenant, nil, []string{"If-Match", `"1"`}},
	)
	return made, other
}

// deletesWhatIsEmpty, and nothing else: made gets a user, other gets a key.
func (n native) deletesWhatIsEmpty(app, made string, other models.Tenant) {
	n.T.Helper()
	w, tenant := n.World, "/v1/tenants/"+made
	w.Person("anna", harness.Of(&models.Tenant{ID: made}))
	n.refuses(
		refusal{"deleting an application with tenants", 409, "application_not_empty", http.MethodDelete, app, nil, nil},
		refusal{"deleting the default tenant", 409, "tenant_is_default", http.MethodDelete, "/v1/tenants/" + w.Tenant.ID, nil, nil},
		refusal{"deleting a tenant with users", 409, "tenant_not_empty", http.MethodDelete, tenant, nil, nil},
	)
	n.get(tenant) // is still there, with all it had
	key := w.TenantKey(&other, "tenants:read")
	w.Step("an empty tenant is deleted", func(t *testing.T) {
		n.must(204, http.MethodDelete, "/v1/tenants/"+other.ID, nil, "If-Match", `"1"`)
		n.refused(404, "tenant_not_found", http.MethodGet, "/v1/tenants/"+other.ID, nil)
	})
	w.Check("the key of a deleted tenant is nobody's", func(t *testing.T) {
		if a := n.as(key.Key.Reveal()).get("/v1/tenants"); a.Status != http.StatusUnauthorized {
			t.Errorf("the key of a deleted tenant is answered %d", a.Status)
		}
	})
	w.Check("an empty application is deleted", func(t *testing.T) {
		empty := n.must(201, http.MethodPost, "/v1/applications", j{"name": "Empty"})
		n.must(204, http.MethodDelete, "/v1/applications/"+empty.Field(t, "id"), nil)
		n.refused(404, "application_not_found", http.MethodGet, "/v1/applications/"+empty.Field(t, "id"), nil)
	})
}

// TestRekeyListsArePaged: every object once, also those between which others were added
// meanwhile, and no cursor serves anybody else or another question.
func TestRekeyListsArePaged(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		var want []string
		for i := range 7 {
			want = append(want, n.must(201, http.MethodPost, "/v1/tenants", j{
				"applicationId": w.Tenant.ApplicationID, "name": fmt.Sprint("Tenant ", i),
			}).Field(t, "id"))
		}
		want = append(want, w.Tenant.ID)
		var got []string
		path := "/v1/tenants?limit=3&applicationId=" + w.Tenant.ApplicationID
		cursor := ""
		for range 9 {
			var page struct {
				Items      []struct{ ID string }
				NextCursor string
			}
			n.must(200, http.MethodGet, path+cursor, nil).JSON(t, &page)
			for _, item := range page.Items {
				got = append(got, item.ID)
			}
			if page.NextCursor == "" {
				break
			}
			cursor = "&cursor=" + page.NextCursor
			n.must(201, http.MethodPost, "/v1/applications", j{"name": "meanwhile"})
			n.must(201, http.MethodPost, "/v1/tenants", j{"applicationId": newest(t, n), "name": "meanwhile"})
		}
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("pages hold %v, want %v", got, want)
		}
		changed := []byte(cursor) // in the middle: the last letter has bits that nobody reads
		if at := len(changed) / 2; changed[at] != 'A' {
			changed[at] = 'A'
		} else {
			changed[at] = 'B'
		}
		const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
		last := len(cursor) - 1 // its last bit is none of a byte's
		for name, other := range seed.InOrder(map[string]string{
			"with other last bits": path + cursor[:last] + string(letters[strings.IndexByte(letters, cursor[last])^1]), "with a line end": path + cursor + "%0A",
			"without the filter": "/v1/tenants?limit=3" + cursor, "another list": "/v1/applications?limit=3" + cursor,
			"changed": path + string(changed),
		}) {
			if a := n.get(other); a.Status != http.StatusBadRequest {
				t.Errorf("a cursor %s: %d %s", name, a.Status, a.Body)
			}
		}
		if a := asOwner(w).get(path + cursor); a.Status != http.StatusBadRequest {
			t.Errorf("a cursor of another caller: %d", a.Status)
		}
	})
}

// newest is the application created last.
func newest(t *testing.T, n native) string {
	t.Helper()
	var list struct{ Items []struct{ ID string } }
	n.must(200, http.MethodGet, "/v1/applications?limit=200", nil).JSON(t, &list)
	return list.Items[len(list.Items)-1].ID
}

// Each boundary sees what it reaches, and the rest is not there.
func TestRekeyTenantsWithinTheBoundary(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		sibling, foreign := w.Sibling("Sibling"), w.NewTenant("Foreign", false, models.DefaultSettings())
		own := w.Tenant.ApplicationID
		for _, c := range []struct {
			name string
			key  keys.CreateAPIKeyInput
			sees []string
		}{
			{"platform", keys.CreateAPIKeyInput{Boundary: models.BoundaryPlatform}, []string{w.Tenant.ID, sibling.ID, foreign.ID}},
			{"application", keys.CreateAPIKeyInput{Boundary: models.BoundaryApplication, ApplicationID: own}, []string{w.Tenant.ID, sibling.ID}},
			{"tenant", keys.CreateAPIKeyInput{Boundary: models.BoundaryTenant, ApplicationID: own, TenantID: sibling.ID}, []string{sibling.ID}},
			{"inclusion list", keys.CreateAPIKeyInput{Boundary: models.BoundaryTenantInclusion, ApplicationID: own, TenantIDs: []string{w.Tenant.ID}}, []string{w.Tenant.ID}},
			{"exclusion list", keys.CreateAPIKeyInput{Boundary: models.BoundaryTenantExclusion, ApplicationID: own, TenantIDs: []string{w.Tenant.ID}}, []string{sibling.ID}},
		} {
			w.Check("a key of the boundary "+c.name+" sees what it reaches", func(t *testing.T) {
				c.key.Permissions = []string{"tenants:read", "tenants:write"}
				n := native{w, w.KeyWith(c.key).Key.Reveal()}
				var list struct{ Items []struct{ ID string } }
				n.must(200, http.MethodGet, "/v1/tenants", nil).JSON(t, &list)
				var sees []string
				for _, item := range list.Items {
					sees = append(sees, item.ID)
				}
				slices.Sort(sees)
				slices.Sort(c.sees)
				if !slices.Equal(sees, c.sees) {
					t.Errorf("it lists %v, want %v", sees, c.sees)
				}
				for _, one := range []*models.Tenant{w.Tenant, sibling, foreign} {
					status := http.StatusNotFound
					if slices.Contains(c.sees, one.ID) {
						status = http.StatusOK
					}
					n.must(status, http.MethodGet, "/v1/tenants/"+one.ID, nil)
				}
			})
		}
		n := native{w, w.Key("applications:read", "applications:write", "tenants:write").Key.Reveal()}
		w.Check("a key of an application reads it", func(t *testing.T) {
			n.must(200, http.MethodGet, "/v1/applications/"+own, nil)
		})
		n.refuses(
			refusal{"reading another application", 404, "application_not_found", http.MethodGet, "/v1/applications/" + foreign.ApplicationID, nil, nil},
			refusal{"renaming another application", 404, "application_not_found", http.MethodPatch, "/v1/applications/" + foreign.ApplicationID, j{"name": "Mine"}, nil},
			refusal{"a tenant of another application", 404, "application_not_found", http.MethodPost, "/v1/tenants", j{"applicationId": foreign.ApplicationID, "name": "Mine"}, nil},
			refusal{"renaming another's tenant", 404, "tenant_not_found", http.MethodPatch, "/v1/tenants/" + foreign.ID, j{"name": "Mine"}, nil},
			refusal{"deleting another's tenant", 404, "tenant_not_found", http.MethodDelete, "/v1/tenants/" + foreign.ID, nil, nil},
			refusal{"a new application", 403, "forbidden", http.MethodPost, "/v1/applications", j{"name": "Mine"}, nil},
			refusal{"deleting its own application", 403, "forbidden", http.MethodDelete, "/v1/applications/" + own, nil, nil},
		)
	})
}

func TestAResetRequestOfADeletedTenantIsForgotten(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		gone := w.NewTenant("Globex", false, models.DefaultSettings())
		must(w, post("/v1/reset-requests", j{"username": "anna", "tenantId": gone.ID}), http.StatusAccepted)
		asOwner(w).must(204, http.MethodDelete, "/v1/tenants/"+gone.ID, nil)
		if err := w.Settle(t.Context()); err != nil {
			t.Errorf("it is tried again and again: %v", err)
		}
	})
}
