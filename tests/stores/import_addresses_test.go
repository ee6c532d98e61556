package stores_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/impl/locale"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/impl/transfer"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestAnImportRefusesAddressesThatCannotBeMailed line by line, says why, and never what the field held.
func TestAnImportRefusesAddressesThatCannotBeMailed(t *testing.T) {
	t.Parallel()
	type fields = map[string]any
	mail := func(address string) []fields {
		return []fields{{"email": address}, {"emails": []fields{{"address": address}}}, {"email": "ok@example.test", "emails": []fields{{"address": address}}}}
	}
	phone := func(number string) []fields {
		return []fields{{"phone": number}, {"phones": []fields{{"address": number}}}}
	}
	harness.Each(t, func(t *testing.T, w *harness.World) {
		serial := 0
		run := func(lines ...fields) []string {
			var file strings.Builder
			for i, line := range lines {
				if line["username"] == nil {
					line["username"] = fmt.Sprintf("user-%d-%d", serial, i)
				}
				raw, err := json.Marshal(line)
				must(t, err)
				file.Write(append(raw, '\n'))
			}
			serial++
			got := make([]string, len(lines))
			_, err := transfer.Import{
				Accounts: w.Core.Accounts, From: strings.NewReader(file.String()), MaxErrors: 1000,
				Refuse: func(line int, why error) { got[line-1] = why.Error() },
			}.Run(setup.AsOperator(t.Context(), "import"))
			must(t, err)
			return got
		}
		add := func(why string, lines ...fields) {
			for _, line := range lines {
				if got := run(line)[0]; (got == "") != (why == "") || !strings.Contains(got, why) {
					t.Errorf("%v: %q, want %q", line, got, why)
				}
			}
		}
		for address, why := range seed.InOrder(map[string]error{
			"x@probe..test": identifier.ErrMailDomain, "x@-evil.test": identifier.ErrMailDomain, ".x@evil.test": identifier.ErrMailLocal,
			"x@evil.test\u200b": identifier.ErrMailShape, "x@a\u2028b.test": identifier.ErrMailShape, "=?utf-8?q?=41?=@evil.test": identifier.ErrMailEncoded,
			"x@evil.test.": identifier.ErrMailDomain,
		}) {
			add(why.Error()[1:], mail(address)...)
		}
		for _, number := range []string{"call me", "0151 12345678", "0049151000111", "+49 (0) 151 0001"} {
			add(identifier.ErrPhone.Error()[1:], phone(number)...)
		}
		add(identifier.ErrNameShape.Error()[1:], fields{"username": "ro\u00adot"}, fields{"username": "ro\U000e0061ot"})
		add(locale.Err.Error()[1:], fields{"locale": "xx"}, fields{"locale": "C"}, fields{"locale": "english"})
		add("must be 10 to 16", fields{"hash": "$2b$04$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/2"})
		if got := run(fields{"phone": "+1 555 010 9999"}, fields{"phone": "+1 (555) 010-9999"}); got[0] != "" || !strings.Contains(got[1], "an address of line 1") {
			t.Errorf("one number twice: %q", got)
		}
		add("", fields{"username": "taken", "email": "x@bücher.example", "phone": "+49 151/000-111", "locale": "de_CH.UTF-8@euro"})
		u, err := w.Store.Read(t.Context()).FindUserByUsername(w.Tenant.ID, core.UsernameKeys("taken")...)
		must(t, err)
		rows, err := w.Store.Read(t.Context()).AddressesOf(u.ID)
		must(t, err)
		for _, a := range rows {
			if want := map[models.AddressKind]string{models.AddressEmail: "x@bücher.example", models.AddressPhone: "+49151000111"}[a.Kind]; a.Value != want {
				t.Errorf("%s is stored, want %s", a.Value, want)
			}
		}
		if u.Locale != "de-CH" {
			t.Errorf("the locale is %s", u.Locale)
		}
	})
}
