package zitadel_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/gen/proto"
	"github.com/rekeyhq/rekey/impl/rpc"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestCanonical(t *testing.T) {
	t.Parallel()
	schema, err := rpc.Read(proto.Descriptors)
	if err != nil {
		t.Fatal(err)
	}
	const create, list, reset = "zitadel.session.v2.SessionService/CreateSession", "zitadel.session.v2.SessionService/ListSessions", "zitadel.user.v2.UserService/PasswordReset"
	for _, c := range [][3]string{
		{reset, `{"send_link":{"url_template":"a_b<&>"},"un_known":1.50,"big":12345678901234567890}`, `{"big":12345678901234567890,"sendLink":{"urlTemplate":"a_b<&>"},"un_known":1.50}`},
		{reset, `{"send__link":{},"sendLink_":{}}`, `{"sendLink_":{},"send__link":{}}`},
		{reset, `{"sendLink":{"notificationType":2.0}}`, `{"sendLink":{"notificationType":"NOTIFICATION_TYPE_SMS"}}`},
		{reset, `{"sendLink":{"notificationType":7},"returnCode":null}`, `{"sendLink":{}}`},
		{reset, `{"sendLink":{"notificationType":"TYPE_EMAIL"}}`, `{"sendLink":{}}`},
		{reset, `{"sendLink":{"notificationType":1.5}}`, `{"sendLink":{"notificationType":1.5}}`},
		{create, `{"metadata":{"a_b":"Zm8","aB":"-_8=","c":null,"d":5,"e":"-/8=","f":"Zm8====","g":"Zg="}}`, `{"metadata":{"aB":"+/8=","a_b":"Zm8=","c":null,"d":5,"e":"-/8=","f":"Zm8====","g":"Zg="}}`},
		{create, `{"lifetime":"+05s"}`, `{"lifetime":"+05s"}`}, {create, `{"lifetime":"+5.s"}`, `{"lifetime":"5s"}`}, {create, `{"lifetime":".5s"}`, `{"lifetime":"0.5s"}`},
		{create, `{"lifetime":"-5s"}`, `{"lifetime":"-5s"}`}, {create, `{"lifetime":".s"}`, `{"lifetime":".s"}`}, {create, `{"lifetime":5}`, `{"lifetime":5}`},
		{list, `{"query":{"offset":1.5,"limit":"1.5"}}`, `{"query":{"limit":"1.5","offset":1.5}}`},
		{list, `{"query":{"offset":20.0,"limit":"0x1p2"},"sorting_column":1}`, `{"query":{"limit":"0x1p2","offset":"20"},"sortingColumn":"SESSION_FIELD_NAME_CREATION_DATE"}`},
		{list, `{"query":{"limit":2e1,"offset":"18446744073709551616"}}`, `{"query":{"limit":20,"offset":"18446744073709551616"}}`},
		{list, `{"queries":[{"creation_date_query":{"method":99,"creation_date":"2026-01-01T02:00:00.5+02:00"}},null]}`, `{"queries":[{"creationDateQuery":{"creationDate":"2026-01-01T00:00:00.5Z","method":99}},null]}`},
		{list, `{"queries":[]}`, `{}`}, {create, `{"metadata":{}}`, `{}`},
		{list, `[]`, `[]`}, {list, `null`, `null`}, {list, `{"queries":{},"query":[]}`, `{"queries":{},"query":[]}`},
	} {
		got, err := schema.Canonical(c[0], []byte(c[1]), "queries")
		if err != nil || strings.TrimSpace(string(got)) != c[2] {
			t.Errorf("%s became %s (%v)", c[1], got, err)
		}
	}
	for body, want := range seed.InOrder(map[string]rpc.Ambiguous{
		`{"send_link":{},"sendLink":null}`:                                            {One: "/sendLink", Other: "/sendLink"},
		`{"returnCode":{},"send_link":{}}`:                                            {One: "/sendLink", Other: "/returnCode"},
		`{"sendLink":{"notification_type":1,"notificationType":null},"returnCode":1}`: {One: "/sendLink", Other: "/returnCode"},
		`{"sendLink":{"notification_type":1,"notificationType":null}}`:                {One: "/sendLink/notificationType", Other: "/sendLink/notificationType"},
	}) {
		found := (*rpc.Ambiguous)(nil)
		if _, err := schema.Canonical(reset, []byte(body)); !errors.As(err, &found) || *found != want {
			t.Errorf("%s: %v", body, err)
		}
	}
	for _, refused := range [][2]string{{"nothing", "{}"}, {reset, "{"}} {
		if _, err := schema.Canonical(refused[0], []byte(refused[1])); err == nil {
			t.Errorf("%v is read", refused)
		}
	}
}
