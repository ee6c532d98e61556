package contract_test

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// zitBrowser is what a login page says of a browser.
var zitBrowser = j{
	"fingerprintId": "5c9f2b1e", "ip": "203.0.113.7", "description": "Firefox on Linux",
	"header": j{"user-agent": j{"values": []string{"Mozilla/5.0"}}, "accept-language": j{"values": []string{"de", "en"}}},
}

// TestZitadelASessionKeepsTheBrowser follows what a login page says of the browser through the life of
// a session, over REST and as a call.
func TestZitadelASessionKeepsTheBrowser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		minnie := w.Person("minnie")
		z := zitadel(w)
		s := z.logIn(minnie, j{"userAgent": zitBrowser})
		want := []string{
			`"fingerprintId":"5c9f2b1e"`, `"ip":"203.0.113.7"`, `"description":"Firefox on Linux"`,
			`"user-agent":{"values":["Mozilla/5.0"]}`, `"accept-language":{"values":["de","en"]}`,
		}
		shows := func(step string, a harness.Answer) {
			t.Helper()
			for _, part := range want {
				if !strings.Contains(string(a.Body), part) {
					t.Errorf("%s: the answer lacks %s: %s", step, part, a.Body)
				}
			}
		}
		shows("read", z.expect(z.get(s.path()), 200))
		shows("listed", z.expect(z.post("/v2/sessions/search", j{"queries": []j{{"idsQuery": j{"ids": []string{s.id}}}}}), 200))
		shows("read by a call", z.expect(z.post("/zitadel.session.v2.SessionService/GetSession", j{"sessionId": s.id}), 200))
		z.expect(z.patch(s.path(), j{"metadata": j{"note": "AAAA"}}), 200)
		shows("changed", z.expect(z.get(s.path()), 200))
		for name, none := range seed.InOrder(map[string]any{"null": nil, "an empty message": j{}, "empty texts": j{"ip": "", "fingerprintId": nil}}) {
			s := z.logIn(minnie, j{"userAgent": none})
			if a := z.expect(z.get(s.path()), 200); strings.Contains(string(a.Body), "userAgent") {
				t.Errorf("%s: %s", name, a.Body)
			}
		}
	})
}

func TestZitadelABrowserThatIsNotKept(t *testing.T) {
	t.Parallel()
	login := func(header j) any {
		body := zitLogin("minnie", harness.Password)
		body["userAgent"] = j{"header": header}
		return body
	}
	many := j{}
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		many[name] = j{"values": []string{strings.Repeat("x", 4000)}}
	}
	cases := []harness.Case{
		{Name: "too much of it", Given: zitCreate(login(many)), Status: 400, Has: []string{`"code":3,`, "/userAgent"}, Never: []string{"xxxx"}},
	}
	for _, name := range []string{"Cookie", "AUTHORIZATION", "set-cookie", "proxy-authorization"} {
		cases = append(cases, harness.Case{
			Name: "a header that carries a credential: " + name, Status: 400,
			Given: zitCreate(login(j{name: j{"values": []string{"sid=s3cr3t"}}})),
			Has:   []string{`"code":3,`, "/userAgent/header"}, Never: []string{"s3cr3t", "rs_"},
		})
	}
	harness.Run(t, cases)
}
