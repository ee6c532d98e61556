package vendors_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"testing"

	"golang.org/x/crypto/bcrypt"
)

// password is that of the imported users.
const password = "Quiet rivers run north, 3 times"

// user is one who was imported with the id that the vendor gave him.
type user struct {
	ID      string `json:"userId"`
	Name    string `json:"username"`
	Address string `json:"address"`
}

// imports brings users with their ids and the hash of their password.
func (in *installation) imports(t *testing.T, org string, users ...user) {
	t.Helper()
	in.importsWith(t, org, "externalId", users...)
}

// importsWith is imports with the member that keeps the ids: id for UUIDs, externalId for others.
func (in *installation) importsWith(t *testing.T, org, member string, users ...user) {
	t.Helper()
	var lines []map[string]any
	for _, u := range users {
		lines = append(lines, map[string]any{
			member: u.ID, "username": u.Name, "email": u.Address, "emailVerified": true, "givenName": "Minnie", "hash": hashed(t),
		})
	}
	in.importLines(t, org, lines)
}

func (in *installation) importLines(t *testing.T, org string, users []map[string]any) {
	t.Helper()
	var lines strings.Builder
	for _, u := range users {
		lines.WriteString(inJSON(t, u) + "\n")
	}
	in.run(t, lines.String(), "import", "--tenant", org, "-")
}

func inJSON(t *testing.T, of any) string {
	t.Helper()
	raw, err := json.Marshal(of)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// hashed is the hash of the imported users' password.
func hashed(t *testing.T) string {
	t.Helper()
	hash, err := hashOnce()
	if err != nil {
		t.Fatal(err)
	}
	return string(hash)
}

var hashOnce = sync.OnceValues(func() ([]byte, error) { return bcrypt.GenerateFromPassword([]byte(password), 10) })

// tenant makes one with a policy.
func (in *installation) tenant(t *testing.T, name string, policy map[string]any) string {
	t.Helper()
	var made struct{ ID string }
	in.do(t, http.MethodPost, "/v1/tenants", map[string]any{"applicationId": in.application, "name": name}, &made)
	in.do(t, http.MethodPatch, "/v1/tenants/"+made.ID+"/policy", policy, nil)
	return made.ID
}

type createdKey struct {
	APIKey            struct{ ID string }
	Key, ClientSecret string
}

// apiKey makes one that no limit stops.
func (in *installation) apiKey(t *testing.T, key map[string]any) (made createdKey) {
	t.Helper()
	key["applicationId"], key["requestsPerMinute"], key["requestsAtOnce"] = in.application, 1_000_000, 1000
	in.do(t, http.MethodPost, "/v1/api-keys", key, &made)
	return made
}
