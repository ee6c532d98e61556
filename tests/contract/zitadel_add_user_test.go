package contract_test

import (
	"net/http"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// zitNew is the message of a new user in the tenant.
func zitNew(w *harness.World, change j) j {
	body := j{
		"organization": j{"orgId": w.Tenant.ID}, "username": "carol", "profile": j{"givenName": "Carol", "familyName": "Shaw"},
		"email": j{"email": "carol@example.test", "isVerified": true}, "password": j{"password": harness.Password},
	}
	for name, value := range change {
		body[name] = value
	}
	return body
}

func TestZitadelAddHumanUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z := zit{w, w.Key("user.write", "user.read", "session.write").Key.Reveal()}
		var id string
		w.Step("a user is created by the id of another system", func(t *testing.T) {
			a := z.expect(z.post("/v2/users/human", zitNew(w, j{"userId": "163840776835432705", "metadata": []j{{"key": "costCentre", "value": "NDcxMQ"}}, "phone": j{"phone": "+12025550144", "isVerified": true}})), 201,
				`"userId":"163840776835432705"`, `"resourceOwner":"`+w.Tenant.ID+`"`)
			id = a.Field(t, "userId")
		})
		z.expects(
			zitCall{"the user is read", z.get("/v2/users/" + id), 200, []string{
				`"userId":"` + id + `"`, `"displayName":"Carol Shaw"`, `"email":"carol@example.test","isVerified":true`, `"phone":{"isVerified":true,"phone":"+12025550144"}`, `"state":"USER_STATE_ACTIVE"`,
			}},
			zitCall{"and logs in", z.post("/v2/sessions", zitLogin("carol", harness.Password)), 201, nil},
			zitCall{"the id is taken", z.post("/v2/users/human", zitNew(w, j{"userId": id, "username": "other", "email": j{"email": "other@example.test"}})), 400, zitFault(9, "COMMAND-7yiox1isql")},
			zitCall{"the name is taken", z.post("/v2/users/human", zitNew(w, j{"email": j{"email": "other@example.test"}})), 409, zitFault(6, "V3-DKcYh")},
			zitCall{"the address is taken", z.post("/v2/users/human", zitNew(w, j{"username": "other"})), 409, zitFault(6, "V3-DKcYh")},
			zitCall{"the address is the name", z.post("/v2/users/human", zitNew(w, j{"username": nil, "email": j{"email": "dave@example.test", "isVerified": true}})), 201, nil},
			zitCall{"by which he logs in", z.post("/v2/sessions", zitLogin("dave@example.test", harness.Password)), 201, nil},
			zitCall{"a password that is too short", z.post("/v2/users/human", zitNew(w, j{"username": "eve", "email": j{"email": "eve@example.test"}, "password": j{"password": "short"}})), 400, zitFault(3, "DOMAIN-HuJf6")},
			zitCall{"a hash that is none", z.post("/v2/users/human", zitNew(w, j{"username": "eve", "email": j{"email": "eve@example.test"}, "password": nil, "hashedPassword": j{"hash": "nonsense"}})), 400, zitFault(3, "REKEY-HashNotSupported")},
			zitCall{"an app that is none", z.post("/v2/users/human", zitNew(w, j{"username": "eve", "email": j{"email": "eve@example.test"}, "totpSecret": "1"})), 400, zitFault(3, "REKEY-UserInvalid")},
			zitCall{"metadata that is no text", z.post("/v2/users/human", zitNew(w, j{"username": "eve", "metadata": []j{{"key": "raw", "value": "/w=="}}})), 400, []string{`"code":3`}},
			zitCall{"two ways to verify", z.post("/v2/users/human", zitNew(w, j{"email": j{"email": "eve@example.test", "isVerified": true, "returnCode": j{}}})), 400, []string{"/email/returnCode and /email/isVerified exclude each other"}},
			zitCall{"identity providers", z.post("/v2/users/human", zitNew(w, j{"idpLinks": []j{{"idpId": "a"}}})), 501, zitFault(12, "REKEY-NotServed")},
			zitCall{"a machine", z.post("/v2/users/new", j{"organizationId": w.Tenant.ID, "machine": j{"name": "x"}}), 501, zitFault(12, "REKEY-NotServed")},
			zitCall{"another tenant", zitForeign(w).post("/v2/users/human", zitNew(w, nil)), 404, zitFault(5, "QUERY-iTTGJ")},
			zitCall{"without the permission", z.as(z.Key("user.read").Key.Reveal()).post("/v2/users/human", zitNew(w, nil)), 403, zitFault(7, "AUTH-5mWD2")},
		)
		w.Step("the app of a new user asks for its code", func(t *testing.T) {
			z.expect(z.post("/v2/users/new", j{"organizationId": w.Tenant.ID, "username": "fred", "human": j{
				"profile": j{"givenName": "Fred", "familyName": "Fox"}, "email": j{"email": "fred@example.test", "isVerified": true},
				"password": j{"password": harness.Password}, "totpSecret": "JBSWY3DPEHPK3PXP",
			}}), 200, `"id":"`, `"creationDate":"`)
			u, err := w.Store.Read(t.Context()).FindUserByUsername(w.Tenant.ID, core.UsernameKey("fred").Bytes())
			if err != nil || !u.MFA {
				t.Errorf("no second factor: %v", err)
			}
		})
		w.Step("a code is returned, and verifies the address", func(t *testing.T) {
			a := z.expect(z.post("/v2/users/human", zitNew(w, j{"username": "gina", "email": j{"email": "gina@example.test", "returnCode": j{}}})), 201)
			z.expect(z.post("/v2/users/"+a.Field(t, "userId")+"/email/verify", j{"verificationCode": a.Field(t, "emailCode")}), 200)
			z.expect(z.get("/v2/users/"+a.Field(t, "userId")), 200, `"isVerified":true`)
		})
	})
}

func TestZitadelUsersEnd(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z := zit{w, w.Key("user.write", "user.read", "session.write").Key.Reveal()}
		p := w.Person("minnie")
		path := "/v2/users/" + p.ID
		for _, c := range []struct {
			name, operation string
			status          int
			has             []string
		}{
			{"an active user is not reactivated", "reactivate", 400, zitFault(9, "COMMAND-s5qqcz97hf")},
			{"is deactivated", "deactivate", 200, nil},
			{"but once", "deactivate", 400, zitFault(9, "COMMAND-5gunjw0cd7")},
			{"and is reactivated", "reactivate", 200, nil},
			{"is deactivated again", "deactivate", 200, nil},
		} {
			w.Step(c.name, func(*testing.T) { z.expect(z.post(path+"/"+c.operation, j{}), c.status, c.has...) })
		}
		w.Step("is shown so, and logs in no more", func(*testing.T) {
			z.expect(z.get(path), 200, `"state":"USER_STATE_INACTIVE"`)
			z.expect(z.post("/v2/sessions", zitLogin("minnie", harness.Password)), 400)
		})
		foreign := w.NewTenant("Elsewhere", false, models.DefaultSettings())
		stranger := zit{w, w.TenantKey(foreign, "user.write").Key.Reveal()}
		del := func(z zit) harness.Call { return harness.Call{Method: http.MethodDelete, Path: path, Token: z.key} }
		w.Step("a stranger deletes nobody", func(*testing.T) { z.expect(del(stranger), 404, zitFault(5, "COMMAND-bd4ir1mblj")...) })
		w.Step("is deleted", func(*testing.T) { z.expect(del(z), 200, `"details":{`) })
		w.Step("but once", func(*testing.T) { z.expect(del(z), 404, zitFault(5, "COMMAND-bd4ir1mblj")...) })
		z.expects(
			zitCall{"nobody is deactivated", z.post(path+"/deactivate", j{}), 404, zitFault(5, "COMMAND-5gp2p62iin")},
			zitCall{"nobody is reactivated", z.post(path+"/reactivate", j{}), 404, zitFault(5, "COMMAND-9hy5kzbuk6")},
		)
	})
}

func TestZitadelUpdateUserChangesWhatItNames(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z := zit{w, w.Key("user.write", "user.read").Key.Reveal()}
		p := w.Person("minnie")
		w.Person("donald")
		path := "/v2/users/" + p.ID
		self := z.as(w.LogIn(p).AccessToken)
		for _, c := range []struct {
			name string
			body j
			has  []string
		}{
			{"a user name", j{"username": "mickey"}, []string{`"username":"mickey"`}},
			{"a profile", j{"human": j{"profile": j{"familyName": "Maus", "gender": "GENDER_FEMALE"}}}, []string{`"givenName":"Minnie"`, `"familyName":"Maus"`, `"gender":"GENDER_FEMALE"`}},
			{"an address", j{"human": j{"email": j{"email": "new@example.test", "isVerified": true}}}, []string{`"email":{"email":"new@example.test","isVerified":true}`}},
			{"a phone", j{"human": j{"phone": j{"phone": "+12025550144", "isVerified": true}}}, []string{`"phone":{"isVerified":true,"phone":"+12025550144"}`}},
		} {
			w.Step(c.name, func(*testing.T) {
				z.expect(z.patch(path, c.body), 200, `"changeDate":"`)
				z.expect(z.get(path), 200, c.has...)
			})
		}
		z.expects(
			zitCall{"a name that is taken", z.patch(path, j{"username": "donald"}), 409, zitFault(6, "V3-DKcYh")},
			zitCall{"an address that is taken", z.patch(path, j{"username": "minnie", "human": j{"email": j{"email": "donald@example.test"}}}), 409, zitFault(6, "V3-DKcYh")},
			zitCall{"by the user himself", self.patch(path, j{"human": j{"email": j{"email": "evil@example.test", "isVerified": true}}}), 403, zitFault(7, "AUTH-5mWD2")},
			zitCall{"nothing of a refused change is done", z.get(path), 200, []string{`"username":"mickey"`, `"email":"new@example.test"`}},
		)
		w.Step("a code is returned", func(t *testing.T) {
			code := z.expect(z.patch(path, j{"human": j{"email": j{"email": "newer@example.test", "returnCode": j{}}}}), 200).Field(t, "emailCode")
			z.expect(z.post(path+"/email/verify", j{"verificationCode": code}), 200)
		})
	})
}
