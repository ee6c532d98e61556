package attacks_test

import "github.com/rekeyhq/rekey/tests/harness"

func rekeyPolicyActs() []act {
	return []act{
		{name: "rekey getApplicationPolicy", play: func(s *stage) harness.Call {
			return s.byOwner(get("/v1/applications/" + s.shop().ApplicationID + "/policy"))
		}},
		{name: "rekey setApplicationPolicy", play: func(s *stage) harness.Call {
			return s.byOwner(put("/v1/applications/"+s.shop().ApplicationID+"/policy", j{"preset": "nist", "rules": j{"password": j{"history": 5}}}))
		}},
		{name: "rekey updateApplicationPolicy", play: func(s *stage) harness.Call {
			return s.byOwner(patch("/v1/applications/"+s.shop().ApplicationID+"/policy", j{"preset": "nist", "rules": j{"password": j{"history": 5}}}))
		}},
		{name: "rekey getTenantPolicy", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/tenants/" + s.shop().ID + "/policy")) }},
		{name: "rekey setTenantPolicy", play: func(s *stage) harness.Call {
			return s.byOwner(put("/v1/tenants/"+s.shop().ID+"/policy", j{"rules": j{"password": j{"history": 5}}}))
		}},
		{name: "rekey updateTenantPolicy", play: func(s *stage) harness.Call {
			return s.byOwner(patch("/v1/tenants/"+s.shop().ID+"/policy", j{"rules": j{"password": j{"history": 5, "lifetimeDays": nil}}}))
		}},
		{name: "rekey getEffectivePolicy", play: func(s *stage) harness.Call {
			return s.byOwner(get("/v1/tenants/" + s.shop().ID + "/effective-policy"))
		}},
		{name: "rekey listPolicyPresets", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/policy-presets")) }},
		{name: "rekey checkPassword", play: func(s *stage) harness.Call {
			return s.byOwner(post("/v1/password-checks", j{"userId": s.person().ID, "password": s.password()}))
		}},
		{name: "rekey checkPassword for a newcomer", play: func(s *stage) harness.Call {
			return s.byOwner(post("/v1/password-checks", j{"tenantId": s.shop().ID, "username": "ada", "email": "ada@example.test", "password": s.password()}))
		}},
	}
}
