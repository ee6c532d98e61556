package locale_test

import (
	"testing"

	"github.com/rekeyhq/rekey/impl/locale"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestCanonical: one spelling for what LDAP, Java, POSIX and browsers write; empty: refused.
func TestCanonical(t *testing.T) {
	t.Parallel()
	for given, want := range seed.InOrder(map[string]string{
		"en": "en", "EN": "en", "en_US": "en-US", "de_DE": "de-DE", "de_CH.UTF-8": "de-CH", "de_DE@euro": "de-DE", "de_DE.ISO8859-15@euro": "de-DE",
		"zh-hant-tw": "zh-Hant-TW", "ZH_hans": "zh-Hans", "de-CH-1996": "de-CH-1996", "es-419": "es-419", "fr": "fr", "deu": "de", "sr-latn-rs": "sr-Latn-RS", "iw": "iw",
		"": "", "C": "", "POSIX": "", "english": "", "xx": "", "de-": "", "-de": "", "d": "", "und": "", "x-klingon": "", "../de": "", "de\n": "", "de-DE-DE": "",
		"de-CH-abcdefgh-abcdefgh-abcdefgh-abcdefgh": "",
	}) {
		got, err := locale.Canonical(given)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q is %q (%v), want %q", given, got, err, want)
		}
		if again, _ := locale.Canonical(got); again != got {
			t.Errorf("%q becomes %q", got, again)
		}
	}
}

// TestNearest is what messages are written in.
func TestNearest(t *testing.T) {
	t.Parallel()
	for wanted, want := range seed.InOrder(map[string]string{
		"de": "de", "de-AT": "de", "de_CH.UTF-8": "de", "en-GB": "en", "fr": "en", "": "en", "xx": "en", "den": "en", "english": "en",
	}) {
		if got := locale.Nearest(wanted); got != want {
			t.Errorf("%q is written in %q, want %q", wanted, got, want)
		}
	}
}
