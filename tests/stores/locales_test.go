package stores_test

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/models/migrations"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestStoredLocalesAreBroughtIntoTheirOneSpelling: what an import of version 0.1 took unseen.
func TestStoredLocalesAreBroughtIntoTheirOneSpelling(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		engine := "sqlite"
		if strings.HasPrefix(w.DBURL, "mysql") {
			engine = "mysql"
		}
		var steps []string
		for _, name := range []string{"0085_users_locale_cut", "0086_users_locale_region", "0087_users_locale_language"} {
			raw, err := migrations.Files.ReadFile(engine + "/" + name + ".sql")
			must(t, err)
			up, _, _ := strings.Cut(string(raw), "-- +goose Down")
			steps = append(steps, up)
		}
		want := seed.InOrder(map[string]string{
			"en_US": "en-US", "de_CH.UTF-8@euro": "de-CH", "de_DE.UTF-8": "de-DE", "fr_FR@euro": "fr-FR", "EN": "en", "en-us": "en-US", "DE-de": "de-DE",
			"de-CH-1996": "de-CH-1996", "zh_Hant_TW": "zh-Hant-TW", "en": "en", "": "", "GSW": "gsw",
		})
		people := map[string]string{}
		n := 0
		for given := range want {
			p := w.Person("p" + string(rune('a'+n)))
			n++
			w.Spoil("UPDATE users SET locale = ? WHERE id = ?", given, p.ID)
			people[given] = p.ID
		}
		for range 2 { // once more changes nothing
			for _, step := range steps {
				w.Spoil(step)
			}
			for given, locale := range want {
				u, err := w.Store.Read(t.Context()).FindUser(people[given])
				must(t, err)
				if u.Locale != locale {
					t.Errorf("%q became %q, want %q", given, u.Locale, locale)
				}
			}
		}
	})
}
