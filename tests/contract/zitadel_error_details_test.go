package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// TestZitadelDetailsOfAnErrorCanBeReadWithoutMessages: clients that know JSON alone find the id in `debug`, as the vendor's
// server has it there.
func TestZitadelDetailsOfAnErrorCanBeReadWithoutMessages(t *testing.T) {
	t.Parallel()
	plain := strings.NewReplacer(`": "`, `":"`, `", "`, `","`) // protobuf's JSON varies its spaces
	harness.Each(t, func(t *testing.T, w *harness.World) {
		a := harness.DoWith(t, http.DefaultClient, w.URL, harness.Call{
			Method: http.MethodPost, Path: "/zitadel.user.v2.UserService/PasswordReset", Token: w.Key("user.write").Key.Reveal(),
			Body: map[string]any{"userId": "163840776835432799"},
		})
		for _, want := range []string{`"code":"not_found"`, `"value":"`, `"debug":{"id":"COMMAND-SAF4f","message":"User could not be found"}`} {
			if a.Status != http.StatusNotFound || !strings.Contains(plain.Replace(a.Body), want) {
				t.Errorf("%d %s has no %s", a.Status, a.Body, want)
			}
		}
	})
}
