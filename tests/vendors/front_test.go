package vendors_test

import (
	"net"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// front is the proxy that an operator has before Rekey, for clients that speak nothing but https. It tells the host and the
// port at which it answers, and the file with the certificate of its authority, which the clients have to trust.
func front(t *testing.T, to string) (domain, authority string) {
	t.Helper()
	config, authority := harness.TLS(t, "localhost", "127.0.0.1")
	proxy := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(&url.URL{Scheme: "http", Host: to})
		r.Out.Host = r.In.Host
	}}
	server := httptest.NewUnstartedServer(proxy)
	server.TLS = config
	server.StartTLS()
	t.Cleanup(server.Close)
	_, port, err := net.SplitHostPort(server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return net.JoinHostPort("localhost", port), authority
}
