package main_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// bcryptHash is of "correct horse battery staple".
const bcryptHash = "$2a$10$J009nsYxrSVpi1/CS73VnegWiwcUu0ISlkFfRSu9OF1Ro9vWfBuny"

// installation is a fresh one on a database of its own.
func installation(t *testing.T, s harness.StoreKind, secret string) *place {
	t.Helper()
	p := newPlace(t, "REKEY_DATABASE_URL="+s.Empty(t), "REKEY_PROFILE=development", "REKEY_PUBLIC_URL=http://localhost",
		"REKEY_ADDR=127.0.0.1:0")
	p.write("rekey.secret", secret)
	p.succeeds("init", "--tenant", "Berlin")
	return p
}

const sharedSecret = "one secret for two installations, long enough"

func logsIn(s *process, url, name, password string) bool {
	status, _ := s.call(http.MethodPost, url+"/api/Users/authenticate", "", fmt.Sprintf(`{"userName":%q,"password":%q}`, name, password))
	return status == http.StatusOK
}

func TestUsersTravelFromOneInstallationToAnother(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			from, to := installation(t, kind, sharedSecret), installation(t, kind, sharedSecret)
			to.listener = from.listener // one story of both
			from.importsTravellers()
			from.step("who logs in has his hash renewed, with the pepper", func(t *testing.T) {
				s := from.start("serve")
				if url := s.ready(); !logsIn(s, url, "ada", harness.Password) {
					t.Error("ada cannot log in with the imported hash")
				}
				s.terminate()
			})
			var full string
			from.step("an export holds hashes if it is told to, and only then", func(t *testing.T) {
				plain := from.succeeds("export")
				full = from.succeeds("export", "--hashes").out
				if strings.Contains(plain.out, "$") || !strings.Contains(full, `"hash":"$argon2id$`) || !strings.Contains(full, `"hashKey":"`) {
					t.Errorf("exports:\n%s%s", plain.out, full)
				}
			})
			to.step("the other installation takes all three", func(t *testing.T) {
				if o := to.runWith(full, "import", "-"); o.code != 0 || !strings.Contains(o.out, "3 users imported") {
					t.Fatalf("exit %d\n%s%s", o.code, o.out, o.err)
				}
			})
			to.step("they go as they came, into a file of the operator's own", func(t *testing.T) {
				again := to.succeeds("export", "--hashes", "--output", "out.jsonl")
				if got, want := nomads(t, to.read("out.jsonl")), nomads(t, full); got != want || again.out != "" {
					t.Errorf("came as\n%s\nwent as\n%s", got, want)
				}
				if info, err := os.Stat(to.path("out.jsonl")); err != nil || info.Mode().Perm() != 0o600 {
					t.Errorf("%v %v", info, err)
				}
			})
			to.check("after the move the password logs in, and no other", func(t *testing.T) {
				s := to.start("serve")
				if url := s.ready(); !logsIn(s, url, "ADA@example.test", harness.Password) || logsIn(s, url, "ada", "wrong horse battery staple") {
					t.Error("ada cannot log in after the move, or with anything")
				}
				s.terminate()
			})
			to.check("ids, addresses, metadata and rights came with them", func(t *testing.T) {
				contains(t, to.read("out.jsonl"), `"id":"0192f3a4-5b6c-7d8e-9f01-23456789abcd"`, `"number":77`, `"passwordExpiresAt":"2031-01-02T03:04:05.000006Z"`,
					`"emails":[{"address":"ada@second.test"},{"address":"ada@third.test","verified":true}]`, `"phones":[{"address":"+15550102","verified":true}]`,
					`"metadata":{"shoe":"42 & <more>"},"boundary":"tenant","permissions":["users:read"]`)
			})
		})
	}
}

// importsTravellers: three users, of which each has something that others lack.
func (p *place) importsTravellers() {
	p.t.Helper()
	lines := []string{
		`{"username":"ada","tenant":"Berlin","email":"Ada@example.test","emailVerified":true,"emails":[{"address":"ada@second.test"},{"address":"ada@third.test","verified":true}],"phone":"+15550101","phones":[{"address":"+15550102","verified":true}],"metadata":{"shoe":"42 & <more>"},"boundary":"tenant","permissions":["users:read"],"hash":"` + bcryptHash + `","passwordExpiresAt":"2031-01-02T03:04:05.000006Z"}`,
		`{"username":"bob","givenName":"Bob","locale":"de-CH","mfa":true,"disabled":true}`,
		`{"username":"cyd","id":"0192F3A4-5b6c-7d8e-9f01-23456789abcd","number":77,"directory":true,"email":"cyd@example.test"}`,
	}
	p.write("users.jsonl", "\xef\xbb\xbf"+strings.Join(lines, "\n")+"\n\n")
	p.check("a dry run tells what would be done, and does nothing", func(t *testing.T) {
		contains(t, p.succeeds("import", "users.jsonl", "--tenant", "Berlin", "--dry-run").out, "3 users can be imported")
		if o := p.succeeds("export"); o.out != "" {
			t.Fatalf("the dry run wrote:\n%s", o.out)
		}
	})
	p.step("three users are imported", func(t *testing.T) {
		contains(t, p.succeeds("import", "users.jsonl", "--tenant", "Berlin").out, "3 users imported, 0 were there already, 0 lines refused")
	})
	p.check("who is there already is skipped if the operator says so", func(t *testing.T) {
		contains(t, p.succeeds("import", "users.jsonl", "--skip-existing").out, "0 users imported, 3 were there already")
	})
}

// nomads is an export without what belongs to one installation.
func nomads(t *testing.T, export string) string {
	t.Helper()
	var out strings.Builder
	for l := range strings.Lines(export) {
		var user map[string]any
		if err := json.Unmarshal([]byte(l), &user); err != nil {
			t.Fatal(err)
		}
		delete(user, "tenantId")
		raw, err := json.Marshal(user)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(append(raw, '\n'))
	}
	return out.String()
}

// refusedLines are 28, of which the first and the last are good.
func refusedLines() []string {
	return []string{
		`{"username":"ada","email":"ada@example.test"}`,
		`{"username":"ADA"}`,                                                                       // 2: the same name
		`{"username":"ada@example.test"}`,                                                          // 3: a name that is another's address
		`{"username":"eve","email":"ADA@example.test"}`,                                            // 4: the same address
		`{"username":"hal","hash":"canary-plain"}`,                                                 // 5
		`{"username":"ida","hash":"$2a$04$AQV.hIDuNQbvrMRLF7IqzuVjajnZe5DCJCc/6aSV9N4L90xPU0MYa"}`, // 6: too cheap
		`{"username":"jon","hash":"` + bcryptHash + `","hashKey":"deadbeef"}`,                      // 7
		`{"username":"kim","colour":"canary"}`,                                                     // 8
		`{"username":"lea","mfa":"canary"}`,                                                        // 9
		`{"username":`,                                                                             // 10
		`{"username":"max"} {"username":"canary"}`,                                                 // 11
		`{"username":"nil","tenant":"canary"}`,                                                     // 12
		`{"email":"canary@example.test"}`,                                                          // 13
		`{"username":"oli","id":"canary"}`,                                                         // 14
		`{"username":"pia","passwordChangedAt":"canary"}`,                                          // 15
		`{"username":"quy","phoneVerified":true}`,                                                  // 16
		`{"username":"rex","email":"canary"}`,                                                      // 17
		`{"username":"sam","permissions":["canary"],"boundary":"tenant"}`,                          // 18
		`{"username":"tom","emails":[{"address":"tom@example.test"},{"address":"canary"}]}`,        // 19
		`{"username":"uma","emails":[{"address":"ADA@example.test"}]}`,                             // 20: the same address
		`{"username":"vic","history":[{"hash":"canary","setAt":"2026-01-02T03:04:05Z"}]}`,          // 21
		`{"username":"wes","history":[{"hash":"` + bcryptHash + `","colour":""}]}`,                 // 22
		`{"username":"xen","temporary":true}`,                                                      // 23
		`{"username":"yan","mfa":true,"totp":{"confirmedAt":"2026-01-02T03:04:05Z"}}`,              // 24: no secret
		`{"username":"yva","mfa":true,"totp":{"sealed":"canary!","confirmedAt":"canary"}}`,         // 25
		`{"username":"zac","metadata":{"canary":7}}`,                                               // 26
		`{"username":"zed","boundary":"canary"}`,                                                   // 27
		`{"username":"zoe"}`,
	}
}

func TestRefusedLinesAreToldByNumberAndNeverQuoted(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			p := installation(t, kind, sharedSecret)
			p.write("users.jsonl", strings.Join(refusedLines(), "\n"))
			order := []string{"import", "users.jsonl", "--tenant", "Berlin"}
			told := func(t *testing.T, more ...string) {
				t.Helper()
				o := p.run(append(order, more...)...)
				if o.code != 1 || strings.Contains(o.err, "canary") || strings.Count(o.err, "\n") != 26 {
					t.Errorf("exit %d\n%s", o.code, o.err)
				}
				for n := 2; n <= 27; n++ {
					contains(t, o.err, fmt.Sprintf("line %d: ", n))
				}
				contains(t, o.out, "2 users", "26 lines refused")
			}
			p.check("a dry run tells each of them", func(t *testing.T) { told(t, "--dry-run") })
			p.step("an import tells each of them", func(t *testing.T) { told(t) })
			p.check("the good ones are there, and nobody else", func(t *testing.T) {
				if o := p.succeeds("export"); strings.Count(o.out, "\n") != 2 {
					t.Errorf("written:\n%s", o.out)
				}
			})
			p.check("an import gives up after as many as it is told", func(t *testing.T) {
				o := p.run(append(order, "--max-errors", "3")...)
				if o.code != 1 || strings.Contains(o.err, "line 5") {
					t.Errorf("exit %d\n%s", o.code, o.err)
				}
				contains(t, o.err, "too many lines were refused")
			})
		})
	}
}

func TestABatchWithDuplicatesLosesNobodyElse(t *testing.T) {
	t.Parallel()
	for _, kind := range harness.Stores(t) {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			p := installation(t, kind, sharedSecret)
			var text strings.Builder
			for i := range 250 {
				fmt.Fprintf(&text, `{"username":"user%d","number":%d}`+"\n", i, i+1)
			}
			p.write("users.jsonl", text.String())
			p.write("first.jsonl", `{"username":"User77","number":1077}`+"\n"+`{"username":"other","number":150}`+"\n")
			p.succeeds("import", "first.jsonl", "--tenant", "Berlin")
			o := p.run("import", "users.jsonl", "--tenant", "Berlin")
			contains(t, o.out, "248 users imported", "2 lines refused")
			contains(t, o.err, "line 78: ", "line 150: ")
			if o := p.succeeds("export"); strings.Count(o.out, "\n") != 250 {
				t.Errorf("%d users", strings.Count(o.out, "\n"))
			}
		})
	}
}
