package contract_test

import (
	"net/http"
	"slices"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// hosted is a tenant as it is answered.
type hosted struct {
	ID           string
	Version      int64
	Hosts        []string
	PendingHosts []struct{ Host, RecordName, RecordValue string }
}

func hostsIn(t *testing.T, a harness.Answer) (h hosted) {
	t.Helper()
	a.JSON(t, &h)
	return h
}

// owner of one application, and of no other.
func applicationOwner(w *harness.World) native {
	return native{w, w.Key("tenants:read", "tenants:write").Key.Reveal()}
}

// opens tells whether a login without a credential is one of the person's tenant there.
func (n native) opens(p *harness.Person, host string) bool {
	n.T.Helper()
	c := post("/v1/sessions", j{"username": p.Username, "password": p.Password})
	c.Host = host
	return n.Do(c).Status == http.StatusCreated
}

const shopHost = "login.shop.example.com"

func TestRekeyAHostIsProven(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, owner := applicationOwner(w), asOwner(w)
		made := hostsIn(t, n.must(201, http.MethodPost, "/v1/tenants", j{"applicationId": w.Tenant.ApplicationID, "name": "Shop", "hosts": []string{"Login.Shop.example.com"}}))
		shop, verify := "/v1/tenants/"+made.ID, "/v1/tenants/"+made.ID+"/hosts/"+shopHost+"/verify"
		p, other := w.Person("ada", harness.Of(&models.Tenant{ID: made.ID})), w.Person("bob")
		w.Step("it is pending, and shows the record that it waits for", func(t *testing.T) {
			if len(made.Hosts) != 0 || len(made.PendingHosts) != 1 || made.PendingHosts[0].Host != shopHost ||
				made.PendingHosts[0].RecordName != "_rekey-host."+shopHost || len(made.PendingHosts[0].RecordValue) != 26 {
				t.Fatalf("%+v", made)
			}
			if n.opens(p, shopHost) || !n.opens(other, shopHost) {
				t.Error("a pending host chooses its tenant")
			}
		})
		pending := made.PendingHosts[0]
		w.Check("no login asks the DNS", func(t *testing.T) {
			if asked := w.DNS.Asked(); len(asked) != 0 {
				t.Errorf("it was asked for %q", asked)
			}
		})
		n.refuses(
			refusal{"a record that is not there", 409, "host_unproven", http.MethodPost, verify, nil, nil},
			refusal{"a host that nobody asked for", 404, "host_not_found", http.MethodPost, shop + "/hosts/other.example.com/verify", nil, nil},
			refusal{"a host of a tenant that is not there", 404, "tenant_not_found", http.MethodPost, "/v1/tenants/01hq3k0000000000000000000w/hosts/x.example.com/verify", nil, nil},
		)
		w.Step("a record that says something else proves nothing", func(t *testing.T) {
			w.DNS.Publish(shopHost, pending.RecordValue)
			w.DNS.Publish(pending.RecordName, "v=spf1 -all")
			w.DNS.Publish(pending.RecordName, pending.RecordValue+"x")
			w.DNS.Publish(pending.RecordName, pending.RecordValue[:25])
			n.refused(409, "host_unproven", http.MethodPost, verify, nil)
		})
		w.Step("a resolver that does not answer is no proof of the contrary", func(t *testing.T) {
			w.DNS.Break(true)
			a := n.refused(503, "dns_unavailable", http.MethodPost, verify, nil)
			if a.Header.Get("Retry-After") == "" {
				t.Error("nobody says when to try again")
			}
			w.DNS.Break(false)
		})
		w.Step("the record makes it active", func(t *testing.T) {
			w.DNS.Publish(pending.RecordName, pending.RecordValue[:10], pending.RecordValue[10:])
			a := n.must(200, http.MethodPost, "/v1/tenants/"+made.ID+"/hosts/LOGIN.shop.example.com/verify", nil)
			got := hostsIn(t, a)
			if !slices.Equal(got.Hosts, []string{shopHost}) || len(got.PendingHosts) != 0 || got.Version != made.Version+1 || a.Header.Get("ETag") != `"2"` {
				t.Errorf("%s", a.Body)
			}
			if !n.opens(p, shopHost+".:443") || n.opens(other, shopHost) {
				t.Error("an active host does not choose its tenant")
			}
		})
		w.Step("what is active stays so without the record", func(t *testing.T) {
			w.DNS.Withdraw(pending.RecordName)
			asked := len(w.DNS.Asked())
			if got := hostsIn(t, n.must(200, http.MethodPost, verify, nil)); got.Version != made.Version+1 || len(w.DNS.Asked()) != asked {
				t.Errorf("%+v", got)
			}
			got := hostsIn(t, n.must(200, http.MethodPatch, shop, j{"hosts": []string{shopHost, "b.example.com"}}))
			if !slices.Equal(got.Hosts, []string{shopHost}) || len(got.PendingHosts) != 1 || got.PendingHosts[0].Host != "b.example.com" {
				t.Errorf("%+v", got)
			}
		})
		w.Step("a pending host that is listed again keeps its record", func(t *testing.T) {
			before := hostsIn(t, n.get(shop)).PendingHosts
			got := hostsIn(t, n.must(200, http.MethodPatch, shop, j{"hosts": []string{"b.example.com", shopHost}})).PendingHosts
			if !slices.Equal(got, before) {
				t.Errorf("%v, before %v", got, before)
			}
		})
		w.Step("a key of the platform that repeats the active hosts gives no other one", func(t *testing.T) {
			got := hostsIn(t, owner.must(200, http.MethodPatch, shop, j{"hosts": hostsIn(t, owner.get(shop)).Hosts}))
			if !slices.Equal(got.Hosts, []string{shopHost}) || len(got.PendingHosts) != 0 {
				t.Errorf("%+v", got)
			}
		})
		w.Step("a host that was given up is proven anew", func(t *testing.T) {
			n.must(200, http.MethodPatch, shop, j{"hosts": []string{}})
			if n.opens(p, shopHost) {
				t.Error("it chooses the tenant still")
			}
			again := hostsIn(t, n.must(200, http.MethodPatch, shop, j{"hosts": []string{shopHost}})).PendingHosts
			w.DNS.Publish(pending.RecordName, pending.RecordValue)
			if len(again) != 1 || again[0].RecordValue == pending.RecordValue {
				t.Errorf("the former record proves it: %v", again)
			}
			n.refused(409, "host_unproven", http.MethodPost, verify, nil)
		})
		w.Check("the trail tells", func(t *testing.T) {
			for action, want := range seed.InOrder(map[string]int{
				"tenant.host_claim": 3, "tenant.host_verify": 1, "tenant.host_set": 1, "tenant.host_remove": 2,
			}) {
				var page struct{ Items []struct{ Detail string } }
				owner.must(200, http.MethodGet, "/v1/events?limit=50&action="+action, nil).JSON(t, &page)
				if len(page.Items) != want || page.Items[0].Detail == "" {
					t.Errorf("%s: %+v, want %d", action, page.Items, want)
				}
			}
		})
	})
}

// TestRekeyAClaimDoesNotBlockOthers: who asks first has no right by it; who proves first has.
func TestRekeyAClaimDoesNotBlockOthers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, owner := applicationOwner(w), asOwner(w)
		claim := func(name string) hosted {
			return hostsIn(t, n.must(201, http.MethodPost, "/v1/tenants", j{"applicationId": w.Tenant.ApplicationID, "name": name, "hosts": []string{shopHost}}))
		}
		verify := func(h hosted) string { return "/v1/tenants/" + h.ID + "/hosts/" + shopHost + "/verify" }
		mallory, alice, late := claim("Mallory"), claim("Alice"), claim("Late")
		w.Step("each waits for a record of its own", func(t *testing.T) {
			if mallory.PendingHosts[0].RecordValue == alice.PendingHosts[0].RecordValue {
				t.Error("one record proves it for both")
			}
			w.DNS.Publish("_rekey-host."+shopHost, alice.PendingHosts[0].RecordValue)
			n.refused(409, "host_unproven", http.MethodPost, verify(mallory), nil)
		})
		w.Step("the first who proves it has it", func(t *testing.T) {
			n.must(200, http.MethodPost, verify(alice), nil)
			w.DNS.Publish("_rekey-host."+shopHost, mallory.PendingHosts[0].RecordValue)
			n.refused(409, "host_taken", http.MethodPost, verify(mallory), nil)
			n.refused(409, "host_taken", http.MethodPost, "/v1/tenants", j{"applicationId": w.Tenant.ApplicationID, "name": "x", "hosts": []string{"a.example.com", shopHost}})
		})
		w.Step("it moves once the former one gives it up", func(t *testing.T) {
			owner.refused(409, "host_taken", http.MethodPatch, "/v1/tenants/"+mallory.ID, j{"hosts": []string{shopHost}})
			n.must(200, http.MethodPatch, "/v1/tenants/"+alice.ID, j{"hosts": []string{}})
			n.must(200, http.MethodPost, verify(mallory), nil)
		})
		w.Step("a deleted tenant leaves no host behind", func(t *testing.T) {
			n.must(204, http.MethodDelete, "/v1/tenants/"+mallory.ID, nil)
			n.refused(404, "tenant_not_found", http.MethodPost, verify(mallory), nil)
			if got := hostsIn(t, owner.must(200, http.MethodPatch, "/v1/tenants/"+alice.ID, j{"hosts": []string{shopHost}})); len(got.Hosts) != 1 {
				t.Errorf("%+v", got)
			}
		})
		w.Step("what the platform sets is taken, also from who asked before", func(t *testing.T) {
			n.refused(409, "host_taken", http.MethodPost, verify(late), nil)
		})
	})
}

// TestRekeyASilentNameServerHoldsFewRequests: beyond two look-ups of a tenant nobody is asked, and nobody
// waits; other tenants' look-ups go on.
func TestRekeyASilentNameServerHoldsFewRequests(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, other := applicationOwner(w), applicationOwner(w)
		claim := func(name string, hosts ...string) hosted {
			return hostsIn(t, n.must(201, http.MethodPost, "/v1/tenants", j{"applicationId": w.Tenant.ApplicationID, "name": name, "hosts": hosts}))
		}
		path := func(h hosted, host string) string { return "/v1/tenants/" + h.ID + "/hosts/" + host + "/verify" }
		shop, bank := claim("Shop", "a.example.com", "b.example.com", "c.example.com"), claim("Bank", "d.example.com")
		w.ProveHosts()
		names, release := w.DNS.Hold()
		answers := make(chan harness.Answer, 3)
		asked := func(h hosted, host string) {
			go func() { answers <- n.call(http.MethodPost, path(h, host), nil) }()
			select {
			case name := <-names:
				if name != "_rekey-host."+host {
					t.Fatalf("it was asked for %s", name)
				}
			case a := <-answers:
				t.Fatalf("%s: %d %s", host, a.Status, a.Body)
			}
		}
		asked(shop, "a.example.com")
		asked(shop, "b.example.com")
		a := other.refused(503, "dns_unavailable", http.MethodPost, path(shop, "c.example.com"), nil)
		if a.Header.Get("Retry-After") != "10" || slices.Contains(w.DNS.Asked(), "_rekey-host.c.example.com") {
			t.Errorf("it waited: asked for %q, %v", w.DNS.Asked(), a.Header)
		}
		asked(bank, "d.example.com")
		release()
		for range 3 {
			if a := <-answers; a.Status != http.StatusOK {
				t.Errorf("%d %s", a.Status, a.Body)
			}
		}
		other.must(200, http.MethodPost, path(shop, "c.example.com"), nil)
	})
}

// TestRekeyThePlatformSetsItsHosts, the public one among them, and a caller who may change the
// tenant keeps or gives them up.
func TestRekeyThePlatformSetsItsHosts(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, owner := applicationOwner(w), asOwner(w)
		shop := w.Sibling("Shop")
		p, path := w.Person("ada", harness.Of(shop)), "/v1/tenants/"+shop.ID
		own := []string{"127.0.0.1", "id.example.test", "localhost", "rekey"}
		w.Step("a key of the platform sets them", func(t *testing.T) {
			if got := hostsIn(t, owner.must(200, http.MethodPatch, path, j{"hosts": []string{"localhost", "127.0.0.1", "ID.example.test", "rekey"}})); !slices.Equal(got.Hosts, own) {
				t.Errorf("%+v", got)
			}
			for _, host := range own {
				if !n.opens(p, host) {
					t.Errorf("%s does not choose the tenant", host)
				}
			}
		})
		w.Step("an owner of the application who repeats them keeps them", func(t *testing.T) {
			if got := hostsIn(t, n.must(200, http.MethodPatch, path, j{"hosts": own})); !slices.Equal(got.Hosts, own) || !n.opens(p, "id.example.test") {
				t.Errorf("%+v", got)
			}
		})
		w.Step("and does not get back what he gave up", func(t *testing.T) {
			n.must(200, http.MethodPatch, path, j{"hosts": own[:1]})
			n.refused(403, "host_reserved", http.MethodPatch, path, j{"hosts": own})
			if got := hostsIn(t, n.get(path)); !slices.Equal(got.Hosts, own[:1]) {
				t.Errorf("%+v", got)
			}
		})
		w.Step("what was pending becomes active by the platform's word", func(t *testing.T) {
			n.must(200, http.MethodPatch, path, j{"hosts": []string{shopHost}})
			if got := hostsIn(t, owner.must(200, http.MethodPatch, path, j{"hosts": []string{shopHost}})); len(got.PendingHosts) != 0 || !n.opens(p, shopHost) {
				t.Errorf("%+v", got)
			}
		})
	})
}
