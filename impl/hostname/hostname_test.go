package hostname

import (
	"strings"
	"testing"
)

func TestAHostIsWrittenInOneWay(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ given, want string }{
		{"id.example.com", "id.example.com"}, {"ID.Example.COM", "id.example.com"}, {"id.example.com.", "id.example.com"},
		{"id.example.com:8443", "id.example.com"}, {"id.example.com.:8443", "id.example.com"},
		{"Bücher.example", "xn--bcher-kva.example"}, {"BÜCHER.example:443", "xn--bcher-kva.example"}, {"XN--BCHER-KVA.example", "xn--bcher-kva.example"},
		{"id。example．com", "id.example.com"}, {"ｉｄ.example.com", "id.example.com"},
		{"127.0.0.1:8080", "127.0.0.1"}, {"[::1]", "::1"}, {"[::1]:8080", "::1"}, {"[0:0:0:0:0:0:0:1]:80", "::1"}, {"[::ffff:10.0.0.1]", "10.0.0.1"},
		{"[fe80::1%eth0]:80", "fe80::1"}, {"", ""}, {".", ""},
	} {
		if got := Canonical(c.given); got != c.want {
			t.Errorf("%q is written %q, want %q", c.given, got, c.want)
		}
	}
	for _, c := range []struct{ given, want string }{
		{"https://ID.example.com.:8443/x", "id.example.com"}, {"https://bücher.example", "xn--bcher-kva.example"},
		{"https://b%C3%BCcher.example/", "xn--bcher-kva.example"}, {"http://[::1]:8080", "::1"}, {"%", ""}, {"/x", ""},
	} {
		if got := OfURL(c.given); got != c.want {
			t.Errorf("the host of %q is %q, want %q", c.given, got, c.want)
		}
	}
}

func TestWhatNoRecordCanSpeakFor(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a.", 120) // the name of its record has 255 characters
	for _, host := range []string{
		"", "localhost", "a.localhost", "rekey", "127.0.0.1", "127.1", "0x7f.1", "0x7f.0x1", "a.0x", "2130706433", "1.2.3.256", "::1", "a.1",
		"a..b", ".a.b", "a.b.", "-a.b", "a-.b", "a.b-", "_a.b", "a_b.c", "*.b.c", "a b.c", "bücher.example", "A.example",
		strings.Repeat("a", 64) + ".b", long + "abc",
	} {
		if Provable(host) {
			t.Errorf("%q is provable", host)
		}
	}
	for _, host := range []string{"a.b", "id.example.com", "xn--bcher-kva.example", "1.2.3.example", "a.0xg", "127.0.0.1.example", "localhost.example", long + "a"} {
		if !Provable(host) {
			t.Errorf("%q is not provable", host)
		}
	}
}
