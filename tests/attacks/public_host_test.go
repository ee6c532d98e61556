package attacks_test

import (
	"net/http"
	"testing"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/tests/harness"
)

// logIn is a login of somebody who shows no credential, at a host.
func (s *stage) logIn(p *harness.Person, host string) int {
	s.T.Helper()
	c := post("/v1/sessions", j{"username": p.Username, "password": p.Password})
	c.Host = host
	return s.Do(c).Status
}

// applicationOwner holds the tenants of the default application, and nothing else.
func (s *stage) applicationOwner() string {
	s.T.Helper()
	return s.plant("an application owner's key", s.Key("tenants:read", "tenants:write").Key.Reveal())
}

// hostsOfThePlatform are the installation's own host, and those that nobody's record in
// the DNS can speak for, in the spellings that the contract admits.
var hostsOfThePlatform = []string{
	"id.example.test", "ID.Example.TEST", "Id.example.test",
	"127.0.0.1", "10.0.0.7", "127.1", "0x7f.1", "0x7F.0x1", "2130706433", "0x7f000001", "017700000001", "0177.0.0.1", "1.2.3.256", "a.1.0x",
	"localhost", "LOCALHOST", "a.localhost", "A.b.LocalHost", "rekey", "intranet", "id", "X",
	"a..example.test", "a.-b.example.test", "a-.example.test",
}

// TestAnApplicationsOwnerDoesNotTakeThePublicHost: an owner of one application who listed
// the host of REKEY_PUBLIC_URL had every anonymous call of the installation.
func TestAnApplicationsOwnerDoesNotTakeThePublicHost(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		p, key := s.person(), s.applicationOwner()
		own := s.Do(as(key, post("/v1/tenants", j{"applicationId": s.Tenant.ApplicationID, "name": "Mallory"}))).Field(t, "id")
		for _, host := range hostsOfThePlatform {
			made := s.Do(as(key, post("/v1/tenants", j{"applicationId": s.Tenant.ApplicationID, "name": "x", "hosts": []string{host}})))
			changed := s.Do(as(key, patch("/v1/tenants/"+own, j{"hosts": []string{"shop.example.com", host}})))
			for _, a := range []harness.Answer{made, changed} {
				if a.Status != http.StatusForbidden || a.Field(t, "code") != "host_reserved" {
					t.Errorf("%s: %d %s", host, a.Status, a.Body)
				}
			}
			for _, at := range []string{host, host + ".", host + ":443", host + ".:8443"} {
				if got := s.logIn(p, at); got != http.StatusCreated {
					t.Errorf("the default tenant's user is answered %d at %s", got, at)
				}
			}
		}
		for _, host := range []string{"id.example.test.", "id.example.test:443", "[::1]", "::1", "*.example.com", "_x.example.com", "bücher.example", "id.example.test\u3002", ""} {
			a := s.Do(as(key, patch("/v1/tenants/"+own, j{"hosts": []string{host}})))
			if a.Status != http.StatusBadRequest {
				t.Errorf("%q: %d %s", host, a.Status, a.Body)
			}
		}
		if a := s.Do(as(key, get("/v1/tenants/"+own))); a.Field(t, "hosts") != "[]" {
			t.Errorf("something was kept: %s", a.Body)
		}
	})
}

// TestAHostHasToBeProven: an unregistered host in the domain of another owner
// could be claimed without proof.
func TestAHostHasToBeProven(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		p, key := s.person(), s.applicationOwner()
		a := s.Do(as(key, post("/v1/tenants", j{"applicationId": s.Tenant.ApplicationID, "name": "Mallory", "hosts": []string{"login.customer.example.com"}})))
		if a.Status != http.StatusCreated {
			t.Fatalf("%d %s", a.Status, a.Body)
		}
		if got := s.logIn(p, "login.customer.example.com"); got != http.StatusCreated {
			t.Errorf("the default tenant's user is answered %d there", got)
		}
		other := s.shop()
		b := s.Do(s.byOwner(patch("/v1/tenants/"+other.ID, j{"hosts": []string{"login.customer.example.com"}})))
		if b.Status != http.StatusOK {
			t.Fatalf("a claim was in the way of the platform: %d %s", b.Status, b.Body)
		}
		if got := s.logIn(s.person(harness.Of(other)), "login.customer.example.com"); got != http.StatusCreated {
			t.Errorf("the tenant's own user is answered %d there", got)
		}
	})
}

// TestThePublicHostHasManySpellings: what the operator writes and what requests name are
// compared as the same host.
func TestThePublicHostHasManySpellings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, url, host string }{
		{"a port", "https://id.example.test:8443", "id.example.test"},
		{"a trailing dot", "https://id.example.test./", "id.example.test"},
		{"capital letters", "https://ID.Example.Test", "id.example.test"},
		{"an umlaut", "https://id.bücher.example", "id.xn--bcher-kva.example"},
		{"an address", "https://127.0.0.1:8080", "127.0.0.1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			onStage(t, func(t *testing.T, s *stage) {
				a := s.Do(as(s.applicationOwner(), post("/v1/tenants", j{"applicationId": s.Tenant.ApplicationID, "name": "x", "hosts": []string{c.host}})))
				if a.Status != http.StatusForbidden {
					t.Errorf("%s: %d %s", c.url, a.Status, a.Body)
				}
			}, harness.WithConfig(func(conf *config.Config) { conf.PublicURL = c.url }))
		})
	}
}
