package main_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

func TestALostOwnerKeyHasAWayBack(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			p := installation(t, kind, sharedSecret)
			var key string
			p.step("a key is made beside the service that runs, and shown once", func(t *testing.T) {
				s := p.start("serve")
				url := s.ready()
				o := p.succeeds("owner-key", "--name", "found again")
				if key = ownerKey.FindString(o.out); key == "" || strings.Count(o.out, key) != 1 || o.err != "" {
					t.Fatalf("no key in:\n%s%s", o.out, o.err)
				}
				status, body := s.get(url+"/v1/api-keys", key)
				if status != http.StatusOK || !strings.Contains(body, "found again") || !strings.Contains(body, `"platform"`) {
					t.Errorf("it lists keys: %d %s", status, body)
				}
				status, body = s.get(url+"/v1/events?action=api_key.create", key)
				if status != http.StatusOK || !strings.Contains(body, `"owner-key"`) || !strings.Contains(body, `"system"`) {
					t.Errorf("its event: %d %s", status, body)
				}
				s.terminate()
				if strings.Contains(s.output(), key) {
					t.Error("serve says the key")
				}
			})
			p.check("a name that is none is refused", func(t *testing.T) {
				if o := p.run("owner-key", "--name", ""); o.code != 1 || ownerKey.MatchString(o.out) {
					t.Errorf("exit %d\n%s", o.code, o.out)
				}
			})
			p.check("without the secret file there is no key", func(t *testing.T) {
				p.remove("rekey.secret")
				if o := p.run("owner-key"); o.code != 1 || ownerKey.MatchString(o.out) {
					t.Errorf("exit %d\n%s", o.code, o.out)
				}
			})
		})
	}
}
