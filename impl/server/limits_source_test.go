package server

import (
	"net/http"
	"net/netip"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// TestSourceFromForwardedFor reads addresses with and without a port.
func TestSourceFromForwardedFor(t *testing.T) {
	t.Parallel()
	s := &Server{Deps: Deps{TrustedProxies: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("10.0.0.0/8")}}}
	for forwarded, want := range seed.InOrder(map[string]string{
		"203.0.113.7": "203.0.113.7", "203.0.113.7:51234": "203.0.113.7", "198.51.100.1, 203.0.113.7:51234, 10.0.0.9:443": "203.0.113.7",
		"2001:db8::1": "2001:db8::/64", "[2001:db8::1]:443": "2001:db8::/64", "[2001:db8::1]": "2001:db8::/64", "::ffff:203.0.113.7": "203.0.113.7",
		"[::ffff:203.0.113.7]:80": "203.0.113.7", "": "127.0.0.1", "unknown": "127.0.0.1", "203.0.113.7:x": "127.0.0.1", "203.0.113.7, nonsense": "127.0.0.1",
	}) {
		r := &http.Request{RemoteAddr: "127.0.0.1:40000", Header: http.Header{"X-Forwarded-For": {forwarded}}}
		if got := s.source(r); got != want {
			t.Errorf("%q: %s, want %s", forwarded, got, want)
		}
	}
}
