package vendors_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"golang.org/x/crypto/bcrypt"

	"github.com/rekeyhq/rekey/tests/harness"
)

// installation is a Rekey as an operator sets it up, with the mailbox of the development profile.
type installation struct {
	t           *testing.T
	dir         string
	environment []string
	url         string
	key         string // of the owner
	application string
	hired       atomic.Int64
}

// account is what one client is told: an organisation of its own, and the ways in.
type account struct {
	org, otherOrg          string
	token, readerToken     string
	clientID, clientSecret string
	keyFile                string
	users                  []user // imported
	prefix                 string // of its users' names
}

// password is that of the imported users.
const password = "Quiet rivers run north, 3 times"

// install does what the README tells an operator: init, serve.
func install(t *testing.T, database string) *installation {
	t.Helper()
	listen := harness.FreeAddress(t)
	in := &installation{t: t, dir: t.TempDir(), url: "http://" + listen}
	foreign := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "REKEY_") })
	in.environment = append(foreign,
		"REKEY_ADDR="+listen, "REKEY_PUBLIC_URL="+in.url, "REKEY_DATABASE_URL="+database, "REKEY_PROFILE=development",
		"REKEY_ANONYMOUS_PER_MINUTE=1000000", "REKEY_URL="+in.url)
	said := in.run(t, "", "init", "--application", "Acme", "--tenant", "Acme")
	in.key = find(t, said, `rk_[0-9a-z]+_[A-Za-z0-9_-]+`)
	in.application = find(t, said, `Application ([0-9a-z]{26})`)
	in.serve()
	in.environment = append(in.environment, "REKEY_API_KEY="+in.key)
	in.run(t, "", "api-keys", "update", strings.TrimSpace(in.run(t, "", "api-keys", "list", "--all", "--only", "id")),
		"--requests-per-minute", "1000000", "--requests-at-once", "1000")
	return in
}

// run is a command of the operator.
func (in *installation) run(t *testing.T, input string, args ...string) string {
	t.Helper()
	c := exec.CommandContext(t.Context(), binary, args...)
	c.Dir, c.Env, c.Stdin = in.dir, in.environment, strings.NewReader(input)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		t.Fatalf("rekey %s: %v\n%s%s", strings.Join(args, " "), err, out.String(), errs.String())
	}
	return out.String()
}

func (in *installation) serve() {
	in.t.Helper()
	c := exec.CommandContext(context.WithoutCancel(in.t.Context()), binary, "serve")
	c.Dir, c.Env = in.dir, in.environment
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Start(); err != nil {
		in.t.Fatal(err)
	}
	in.t.Cleanup(func() {
		_ = c.Process.Signal(syscall.SIGTERM)
		if err := c.Wait(); err != nil {
			in.t.Errorf("serve did not stop cleanly: %v", err)
		}
		if in.t.Failed() {
			for line := range strings.Lines(said.String()) {
				if strings.Contains(line, `"level":"ERROR"`) || strings.Contains(line, "panic") {
					in.t.Log(line)
				}
			}
		}
	})
	ctx, cancel := context.WithTimeout(in.t.Context(), 30*time.Second)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		if r, err := http.Get(in.url + "/readyz"); err == nil { // bounded by ctx
			_ = r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return
			}
		}
		select {
		case <-ctx.Done():
			in.t.Fatalf("not ready within 30 s: %s", said.String())
		case <-tick.C:
		}
	}
}

// hire makes what a client needs.
func (in *installation) hire(t *testing.T, c client) account {
	t.Helper()
	n := in.hired.Add(1)
	a := account{org: in.tenant(t, c.name), otherOrg: in.tenant(t, c.name+", other"), prefix: fmt.Sprintf("guest%d", n)}
	key := in.apiKey(t, a, "portal", permissions())
	a.token, a.clientID, a.clientSecret = key.Key, key.APIKey.ID, key.ClientSecret
	a.readerToken = in.apiKey(t, a, "reader", []string{"policy.read"}).Key
	if c.keyFile {
		a.keyFile = filepath.Join(t.TempDir(), "key.json")
		in.oldKeyFile(t, a, a.keyFile)
	}
	for i := range 40 {
		name := fmt.Sprintf("%s-imported-%d", a.prefix, i)
		a.users = append(a.users, user{ID: fmt.Sprintf("1638407768%04d%04d", n, i), Name: name, Address: name + "@example.com"})
	}
	in.imports(t, a.org, a.users...)
	return a
}

// user is one of the vendor's, who was imported with his id.
type user struct {
	ID      string `json:"userId"`
	Name    string `json:"username"`
	Address string `json:"address"`
}

// imports brings users with their ids and the hash of their password.
func (in *installation) imports(t *testing.T, org string, users ...user) {
	t.Helper()
	hash, err := hashed()
	if err != nil {
		t.Fatal(err)
	}
	var lines strings.Builder
	for _, u := range users {
		fmt.Fprintf(&lines, `{"externalId":%q,"username":%q,"email":%q,"emailVerified":true,"givenName":"Minnie","hash":%q}`+"\n", u.ID, u.Name, u.Address, hash)
	}
	in.run(t, lines.String(), "import", "--tenant", org, "-")
}

var hashed = sync.OnceValues(func() ([]byte, error) { return bcrypt.GenerateFromPassword([]byte(password), 10) })

// permissions are those that the guide gives to the key of such a program.
func permissions() []string {
	return []string{"user.read", "user.write", "session.write", "session.read", "session.delete", "policy.read"}
}

// tenant makes an organisation with the vendor's rules for passwords and codes.
func (in *installation) tenant(t *testing.T, name string) string {
	t.Helper()
	var made struct{ ID string }
	in.do(t, http.MethodPost, "/v1/tenants", map[string]any{"applicationId": in.application, "name": name}, &made)
	in.do(t, http.MethodPatch, "/v1/tenants/"+made.ID+"/policy",
		map[string]any{"preset": "zitadel", "rules": map[string]any{"linkTemplates": []string{"https://app.example.com"}}}, nil)
	return made.ID
}

// oldKeyFile is the file of a service user as the vendor's console gave it to him. Its public half is registered.
func (in *installation) oldKeyFile(t *testing.T, a account, path string) {
	t.Helper()
	private, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	n := in.hired.Add(1)
	file, err := json.Marshal(map[string]string{
		"type": "serviceaccount", "userId": fmt.Sprintf("1740000000000%05d", n), "keyId": fmt.Sprintf("2391205511788%05d", n),
		"key": string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(private)})),
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	in.programKey(t, a, "--public-key-of", path)
}

// programKey makes an API key for a program that has a key file.
func (in *installation) programKey(t *testing.T, a account, how ...string) {
	t.Helper()
	for _, p := range permissions() {
		how = append(how, "--permissions", p)
	}
	in.run(t, "", append([]string{"api-keys", "create", "--name", "service", "--boundary", "tenant", "--application", in.application,
		"--tenant", a.org, "--requests-per-minute", "1000000", "--requests-at-once", "1000"}, how...)...)
}

type createdKey struct {
	APIKey            struct{ ID string }
	Key, ClientSecret string
}

func (in *installation) apiKey(t *testing.T, a account, name string, may []string) (made createdKey) {
	t.Helper()
	in.do(t, http.MethodPost, "/v1/api-keys", map[string]any{
		"name": name, "boundary": "tenant", "applicationId": in.application, "tenantId": a.org, "permissions": may,
		"requestsPerMinute": 1_000_000, "requestsAtOnce": 1000,
	}, &made)
	return made
}

// do makes a request of the operator that has to succeed.
func (in *installation) do(t *testing.T, method, path string, body, into any) {
	t.Helper()
	raw, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(t.Context(), method, in.url+path, bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+in.key)
	r.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	got, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode >= 300 {
		t.Fatalf("%s %s: %d %s %v", method, path, answer.StatusCode, got, err)
	}
	if into != nil {
		if err := json.Unmarshal(got, into); err != nil {
			t.Fatal(err)
		}
	}
}

// find is the pattern's first group, or all of it, in a text.
func find(t *testing.T, text, pattern string) string {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if m == nil {
		t.Fatalf("no %s in:\n%s", pattern, text)
	}
	return m[len(m)-1]
}
