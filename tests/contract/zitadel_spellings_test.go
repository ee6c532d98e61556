package contract_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// TestZitadelSpellingsOfTheVendorsDecoder: each line of the table in docs/migrate-zitadel.md is sent as it may come and as
// it is read, and both do the same.
func TestZitadelSpellingsOfTheVendorsDecoder(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/migrate-zitadel.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "| what | sent | read as |\n| --- | --- | --- |\n")
	table, _, _ = strings.Cut(table, "\n\n")
	lines := strings.Split(table, "\n")
	if len(lines) < 14 {
		t.Fatalf("the table has %d lines", len(lines))
	}
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie", harness.WithPhone("+15005550006"))
		for range 3 {
			z.logIn(p) // for searches to find
		}
		for _, line := range lines {
			cells := strings.Split(line, " | ")
			sent, read := strings.Trim(cells[1], "`| "), strings.Trim(cells[2], "`| ")
			if got, want := z.does(p, sent), z.does(p, read); got != want {
				t.Errorf("%s does %s,\n%s does %s", sent, got, read, want)
			}
		}
	})
}

// does sends a body to the operation that it belongs to, and tells what came of it.
func (z zit) does(p *harness.Person, body string) string {
	z.T.Helper()
	var named map[string]json.RawMessage
	if err := json.Unmarshal([]byte(body), &named); err != nil {
		z.T.Fatal(err)
	}
	switch {
	case named["query"] != nil:
		var found struct{ Sessions []struct{ ID string } }
		z.expect(z.post("/v2/sessions/search", body), 200).JSON(z.T, &found)
		if n := len(found.Sessions); n == 0 || n > 2 {
			z.T.Errorf("%s: %d sessions are no part of all", body, n)
		}
		return fmt.Sprint("found ", found.Sessions)
	case named["lifetime"] != nil:
		var kept struct {
			Session struct{ ExpirationDate string }
		}
		s := z.logIn(p, j{"lifetime": named["lifetime"]})
		z.expect(z.get(s.path()), 200).JSON(z.T, &kept)
		return "ends " + kept.Session.ExpirationDate
	case named["metadata"] != nil:
		var kept struct {
			Session struct{ Metadata map[string]string }
		}
		s := z.logIn(p, j{"metadata": named["metadata"]})
		z.expect(z.get(s.path()), 200).JSON(z.T, &kept)
		return fmt.Sprint("kept ", kept.Session.Metadata)
	}
	before := len(z.Mails())
	z.expect(z.user(p, "password_reset", body), 200)
	after := z.Mails()[before:]
	if len(after) != 1 {
		z.T.Fatalf("%s: %d messages", body, len(after))
	}
	return fmt.Sprint("reached ", after[0].Channel, " ", after[0].To)
}
