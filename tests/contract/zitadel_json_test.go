package contract_test

import (
	"net/http"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestZitadelBothSpellingsOfAFieldAreRead(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		code := z.expect(z.user(p, "password_reset", `{"return_code":{}}`), 200).Field(t, "verificationCode")
		z.expect(z.user(p, "password", `{"new_password":{"password":"`+harness.NewPassword+`","change_required":true},"verification_code":"`+code+`"}`), 200)
		p.Password = harness.NewPassword
		z.logIn(p)
		z.expect(z.post("/v2/sessions", `{"checks":{"user":{"login_name":"minnie"},"password":{"password":"`+harness.NewPassword+`"}},"metadata":{"a_b":"eA==","aB":"eQ=="}}`), 201)
	})
}

func TestZitadelAFieldInBothSpellingsIsRefused(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		for body, pointer := range seed.InOrder(map[string]string{
			`{"sendLink":{},"send_link":{}}`:                                                         "/sendLink",
			`{"send_link":null,"sendLink":{}}`:                                                       "/sendLink",
			`{"sendLink":{"urlTemplate":"x","url_template":"y"}}`:                                    "/sendLink/urlTemplate",
			`{"sendLink":{"notification_type":1,"notificationType":"NOTIFICATION_TYPE_SMS","x":[]}}`: "/sendLink/notificationType",
		}) {
			z.expect(z.user(p, "password_reset", body), 400, zitMalformed("invalid PasswordResetRequest: "+pointer+": the field appears in two spellings")...)
		}
		z.expect(z.post("/v2/sessions/search", `{"queries":[{},{"userIdQuery":{"id":"x"},"user_id_query":{"id":"y"}}]}`), 400, "/queries/1/userIdQuery: the field appears in two spellings")
		z.untouched(p)
		both := z.user(p, "password_reset", `{"send_link":{},"returnCode":{}}`)
		z.expect(both, 400, zitMalformed("invalid PasswordResetRequest: /sendLink and /returnCode exclude each other")...)
		for _, body := range []string{
			`{"Sendlink":{"urlTemplate":"https://evil.test/"},"sendLink":{}}`, `{"SENDLINK":{},"returncode":{}}`, `{"ReturnCode":{}}`,
		} {
			z.expect(z.user(p, "password_reset", body), 200) // another name is another, unknown field
		}
		if n := len(w.Mails()); n != 3 {
			t.Errorf("%d mails", n)
		}
	})
}

func TestZitadelPathsAndVerbsAreAnsweredInItsShape(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		z.expect(z.get("/v2/nothing"), 404, `{"code":5,"message":"Not Found"}`)
		z.expect(z.user(p, "password_reset/", `{}`), 404, `"code":5`)
		a := z.expect(z.get("/v2/users/"+p.ID+"/password_reset"), 405, `{"code":12,"message":"Method Not Allowed"}`)
		if a.Header.Get("Allow") != http.MethodPost || a.Header.Get("Content-Type") != "application/json" {
			t.Error(a.Header)
		}
	})
}

// TestZitadelAnUnknownValueNeverWidensAFilter: outside of queries it is absent, as for the vendor.
func TestZitadelAnUnknownValueNeverWidensAFilter(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w).as(w.Owner().Key.Reveal()), w.Person("minnie")
		for _, value := range []string{`"TYPE_EMAIL"`, `"NOTIFICATION_TYPE_EMAIL"`, "77", "-1"} { // what public programs send
			z.expect(z.user(p, "password_reset", `{"sendLink":{"notificationType":`+value+`}}`), 200)
			w.LastMail(p.Email) // fails if there is none
			z.expect(z.post("/v2/users", `{"sortingColumn":`+value+`,"queries":[{"loginNameQuery":{"loginName":"minnie"}}]}`), 200)
			z.expect(z.post("/v2/users", `{"queries":[{"loginNameQuery":{"loginName":"minnie","method":`+value+`}}]}`), 400, `"code":3`, "/queries/0/loginNameQuery/method")
			z.expect(z.post("/v2/users", `{"queries":[{"stateQuery":{"state":`+value+`}}]}`), 400, `"code":3`)
		}
		z.expect(z.post("/v2/users", `{"sorting_column":1,"queries":[{"login_name_query":{"login_name":"MINNIE","method":1}}]}`), 200, `"userId":"`+p.ID+`"`)
	})
}
