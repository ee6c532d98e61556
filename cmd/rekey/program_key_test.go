package main_test

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// TestAKeyFileIsMadeHere: the private key is in the file alone, and nobody else may read it.
func TestAKeyFileIsMadeHere(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			p := installation(t, kind, sharedSecret)
			s := p.start("serve")
			url := s.ready()
			key := ownerKey.FindString(p.succeeds("owner-key").out)
			with := p.with("REKEY_URL="+url, "REKEY_API_KEY="+key)
			create := []string{"api-keys", "create", "--name", "sync", "--boundary", "platform", "--permissions", "user.write"}
			var file map[string]string
			p.step("it has the form that the vendors' clients read", func(t *testing.T) {
				o := with.succeeds(append(create, "--new-key-file", "sync.json")...)
				if err := json.Unmarshal([]byte(p.read("sync.json")), &file); err != nil || file["type"] != "serviceaccount" || file["userId"] == "" ||
					file["keyId"] == "" || !strings.HasPrefix(file["key"], "-----BEGIN RSA PRIVATE KEY-----") {
					t.Fatalf("%v %v", file, err)
				}
				info, err := os.Stat(p.path("sync.json"))
				if err != nil || info.Mode().Perm() != 0o600 {
					t.Errorf("%v %v", info, err)
				}
				for _, part := range []string{"PRIVATE", file["key"][40:80]} {
					if strings.Contains(o.out+o.err, part) {
						t.Error("the private key is shown")
					}
				}
				if strings.Contains(o.out, `"key":`) || !strings.Contains(o.out, file["keyId"]) || !strings.Contains(o.err, "sync.json") {
					t.Errorf("%s%s", o.out, o.err)
				}
			})
			p.check("a file that exists is not overwritten", func(t *testing.T) {
				before := p.read("sync.json")
				if o := with.run(append(create, "--new-key-file", "sync.json")...); o.code != 2 || !strings.Contains(o.err, "not overwritten") || p.read("sync.json") != before {
					t.Errorf("%d %s", o.code, o.err)
				}
			})
			p.check("a refused request leaves no file", func(t *testing.T) {
				o := with.run("api-keys", "create", "--name", "sync", "--boundary", "tenant", "--new-key-file", "none.json")
				if _, err := os.Stat(p.path("none.json")); o.code != 2 || !os.IsNotExist(err) {
					t.Errorf("%d %s %v", o.code, o.err, err)
				}
			})
			p.check("what is registered already is a conflict, and works again once it is revoked", func(t *testing.T) {
				if o := with.run(append(create, "--public-key-of", "sync.json")...); o.code != 6 {
					t.Errorf("%d %s", o.code, o.err)
				}
				id := with.succeeds("api-keys", "list", "--only", "id").out
				for line := range strings.Lines(id) {
					if strings.TrimSpace(line) == file["userId"] {
						with.succeeds("api-keys", "revoke", file["userId"])
					}
				}
				o := with.succeeds(append(create, "--public-key-of", "sync.json")...)
				if !strings.Contains(o.out, file["keyId"]) || !strings.Contains(o.out, file["userId"]) {
					t.Error(o.out)
				}
			})
			p.check("what is no key is told so, without its content", func(t *testing.T) {
				p.write("other.json", `{"type":"application","key":"hidden"}`)
				if o := with.run(append(create, "--public-key-of", "other.json")...); o.code != 2 || strings.Contains(o.err, "hidden") || !strings.Contains(o.err, "serviceaccount") {
					t.Errorf("%d %s", o.code, o.err)
				}
			})
			status, body := s.get(url+"/v1/events?action=api_key.create", key)
			s.terminate()
			if status != http.StatusOK || strings.Contains(body+s.output(), file["key"][40:80]) {
				t.Errorf("%d: the private key left the machine", status)
			}
		})
	}
}

func TestTheHelpOfAKeyFitsATerminal(t *testing.T) {
	t.Parallel()
	for line := range strings.Lines(newPlace(t).run("help", "api-keys", "create").out) {
		if len(strings.TrimSuffix(line, "\n")) > 80 {
			t.Error(line)
		}
	}
}
