package journeys_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"testing"
)

// Every way to a new password, driven by the Go SDK, whose own tests do it against a demo. They are a program of their
// own: the SDK is a module of its own, and a replacement in our go.mod would keep people from go install.
func TestEveryResetPathByTheGoSDK(t *testing.T) {
	t.Parallel()
	onEachStore(t, func(in *installation) {
		type mail struct{ To, Text string }
		mailbox := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			all := []mail{}
			for _, m := range in.mail.Mails() {
				all = append(all, mail{m.To[0], m.Text})
			}
			_ = json.NewEncoder(w).Encode(all)
		}))
		defer mailbox.Close()
		var client string
		in.step("the owner's key may call as often as the tests do", func(t *testing.T) {
			var keys struct{ Items []struct{ ID string } }
			in.answered(http.StatusOK, http.MethodGet, "/v1/api-keys", in.key, nil).JSON(t, &keys)
			client = keys.Items[0].ID
			in.answered(http.StatusOK, http.MethodPatch, "/v1/api-keys/"+client, in.key, `{"requestsPerMinute":100000,"requestsAtOnce":1000}`)
		})
		in.step("every path ends with a login", func(t *testing.T) {
			c := exec.CommandContext(t.Context(), "go", "test", "-count=1", "-vet=off", "-run", "^Test(Rekey|Boomi|Entrust|Wristband|Zitadel)$", ".")
			c.Dir = "../sdk/go"
			c.Env = append(slices.DeleteFunc(os.Environ(), ours),
				"REKEY_URL="+in.url, "REKEY_API_KEY="+in.key, "REKEY_APPLICATION_ID="+in.application, "REKEY_TENANT_ID="+in.tenant,
				"REKEY_CLIENT_ID="+client, "REKEY_CLIENT_SECRET="+in.secretOfKey(), "REKEY_MAILBOX="+mailbox.URL)
			if out, err := c.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	})
}
