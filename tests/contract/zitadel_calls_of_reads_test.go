package contract_test

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// The message of a call whose operation has no body is in its query. What is of the wrong type is refused there, too:
// the policy of another organisation is not the answer.
func TestZitadelTheMessageOfAReadIsRefusedIfItIsOfTheWrongType(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := onWire(t, w)
		owner := map[string]string{"Authorization": "Bearer " + w.Owner().Key.Reveal()}
		for message, refused := range seed.InOrder(map[string]bool{
			`{}`:                           false,
			`{"ctx":null}`:                 false,
			`{"ctx":{}}`:                   false,
			`{"unknown":{"a":["b",1]}}`:    false,
			`[]`:                           true,
			`null`:                         true,
			`"orgId"`:                      true,
			`{"ctx":"x"}`:                  true,
			`{"ctx":[{"orgId":"x"}]}`:      true,
			`{"ctx":{"orgId":{"a":"x"}}}`:  true,
			`{"ctx":{"org_id":["x"]}}`:     true,
			`{"ctx":{"orgId":1}}`:          true,
			`{"ctx":{"instance":{"a":1}}}`: true,
			// The depth of what nobody knows costs nothing, before anybody has proven who they are.
			strings.Repeat(`{"a":`, 9000) + "1" + strings.Repeat("}", 9000): false,
		}) {
			name := message[:min(len(message), 40)]
			w.Check(name, func(t *testing.T) {
				want := ""
				if refused {
					want = "invalid_argument"
				}
				got := c.post(t, "/zitadel.settings.v2.SettingsService/GetLockoutSettings", "application/json", []byte(message), owner)
				if got.code() != want {
					t.Errorf("%d %s", got.status, got.body)
				}
			})
		}
	})
}
