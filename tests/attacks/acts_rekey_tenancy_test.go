package attacks_test

import (
	"net/http"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// deleted is a call that deletes something.
func deleted(path string) harness.Call { return harness.Call{Method: http.MethodDelete, Path: path} }

func patch(path string, body any) harness.Call {
	return harness.Call{Method: http.MethodPatch, Path: path, Body: body}
}

// shop is a new application with one tenant.
func (s *stage) shop() *models.Tenant {
	s.T.Helper()
	return s.NewTenant("Shop", false, models.DefaultSettings())
}

// emptyApplication is a new one without tenants.
func (s *stage) emptyApplication() string {
	s.T.Helper()
	a, err := s.Core.Tenants.CreateApplication(operator(), "Empty")
	if err != nil {
		s.T.Fatal(err)
	}
	return a.ID
}

func rekeyTenancyActs() []act {
	return []act{
		{name: "rekey listApplications", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/applications")) }},
		{name: "rekey createApplication", play: func(s *stage) harness.Call {
			return s.byOwner(post("/v1/applications", j{"name": "Shop"}))
		}},
		{name: "rekey getApplication", play: func(s *stage) harness.Call {
			return s.byOwner(get("/v1/applications/" + s.shop().ApplicationID))
		}},
		{name: "rekey updateApplication", play: func(s *stage) harness.Call {
			return s.byOwner(patch("/v1/applications/"+s.shop().ApplicationID, j{"name": "Shop Europe"}))
		}},
		{name: "rekey deleteApplication", play: func(s *stage) harness.Call {
			return s.byOwner(deleted("/v1/applications/" + s.emptyApplication()))
		}},
		{name: "rekey listTenants", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/tenants")) }},
		{name: "rekey createTenant", play: func(s *stage) harness.Call {
			return s.byOwner(post("/v1/tenants", j{"applicationId": s.Tenant.ApplicationID, "name": "Acme"}))
		}},
		{name: "rekey getTenant", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/tenants/" + s.shop().ID)) }},
		{name: "rekey updateTenant", play: func(s *stage) harness.Call {
			return s.byOwner(patch("/v1/tenants/"+s.shop().ID, j{"name": "Acme Ltd", "hosts": []string{}}))
		}},
		{name: "rekey verifyTenantHost", play: func(s *stage) harness.Call {
			key := s.applicationOwner()
			host := lower(s.text()) + ".example.com"
			made := s.must(as(key, post("/v1/tenants", j{"applicationId": s.Tenant.ApplicationID, "name": "Acme", "hosts": []string{host}})), http.StatusCreated)
			s.ProveHosts()
			return as(key, post("/v1/tenants/"+made.Field(s.T, "id")+"/hosts/"+host+"/verify", nil))
		}},
		{name: "rekey deleteTenant", play: func(s *stage) harness.Call { return s.byOwner(deleted("/v1/tenants/" + s.shop().ID)) }},
	}
}
