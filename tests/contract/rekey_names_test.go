package contract_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// A name may be in any script, so that the contract has no pattern for it; control characters are refused all the same.
func TestRekeyNamesAreOfAnyScriptAndWithoutControlCharacters(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		for _, name := range []string{"Ünal", "Łukasz", "日本", "Ñandú & Co. (Köln)"} {
			n.Check("an application is named "+name, func(t *testing.T) {
				if a := n.must(201, http.MethodPost, "/v1/applications", j{"name": name}); a.Field(t, "name") != name {
					t.Errorf("created: %s", a.Body)
				}
			})
		}
		for _, r := range []rune{0x00, '\t', '\n', 0x1f, 0x7f, 0x85, 0x9f} {
			n.Check(fmt.Sprintf("a name with U+%04X is refused", r), func(t *testing.T) {
				n.badForm("/name", "/v1/applications", j{"name": "Shop" + string(r) + "Europe"})
				n.badForm("/emails/0/address", "/v1/users", j{
					"tenantId": w.Tenant.ID, "username": "ada", "emails": []j{{"address": "ada" + string(r) + "@example.com"}},
				})
			})
		}
	})
}

func (n native) badForm(pointer, path string, body j) {
	n.T.Helper()
	a := n.must(400, http.MethodPost, path, body)
	want := `{"code":"invalid_format","message":"The value does not have the required form.","pointer":"` + pointer + `"}`
	if !strings.Contains(string(a.Body), want) {
		n.T.Errorf("%s: %s, want %s", path, a.Body, want)
	}
}
