package breach_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/breach"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/tests/seed"
)

// The SHA-1 of "password" is 5BAA6 1E4C9B93F3F0682250B6CF8331B7EE68FD8.
const (
	prefix = "5BAA6"
	suffix = "1E4C9B93F3F0682250B6CF8331B7EE68FD8"
	other  = "0018A45C4D1DEF81644B54AB7F969B88D65"
)

func password(t *testing.T, text string) secret.Password {
	t.Helper()
	p, err := secret.NewPassword(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func lookup(t *testing.T, answer http.HandlerFunc) *breach.Lookup {
	t.Helper()
	s := httptest.NewServer(answer)
	t.Cleanup(s.Close)
	l, err := breach.New(breach.Config{URL: s.URL + "/range"})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestBreached(t *testing.T) {
	t.Parallel()
	for name, c := range seed.InOrder(map[string]struct {
		status int
		body   string
		want   bool
		fails  string
	}{
		"known":               {200, other + ":3\r\n" + suffix + ":9545824\r\n", true, ""},
		"in lower case":       {200, strings.ToLower(suffix) + ":1\n", true, ""},
		"unknown":             {200, other + ":3\r\n", false, ""},
		"padding is nothing":  {200, suffix + ":0\r\n" + other + ":0\r\n", false, ""},
		"an error":            {500, suffix + ":1", false, "HTTP 500"},
		"too many requests":   {429, "", false, "HTTP 429"},
		"a redirect":          {302, "", false, "HTTP 302"},
		"a login page":        {200, "<html>Welcome</html>", false, "not a range"},
		"half a page":         {200, other + ":3\r\n<html>", false, "not a range"},
		"no count":            {200, suffix + ":many", false, "not a range"},
		"nothing":             {200, "", false, "empty"},
		"more than any range": {200, strings.Repeat(other+":3\r\n", 30_000), false, "too long"},
		"a line without end":  {200, strings.Repeat("A", 100_000), false, "broke off"},
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := lookup(t, func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path != "/range/"+prefix || r.Method != http.MethodGet || r.Header.Get("Add-Padding") != "true" || r.URL.RawQuery != "" {
					t.Errorf("asked %s %s %v", r.Method, r.URL, r.Header)
				}
				if c.status == http.StatusFound {
					w.Header().Set("Location", "/elsewhere")
				}
				w.WriteHeader(c.status)
				_, _ = w.Write([]byte(c.body))
			})
			got, err := l.Breached(t.Context(), password(t, "password"))
			switch {
			case c.fails == "" && (err != nil || got != c.want):
				t.Errorf("%v %v, want %v", got, err, c.want)
			case c.fails != "" && (err == nil || got || !strings.Contains(err.Error(), c.fails)):
				t.Errorf("%v %v, want an error with %q", got, err, c.fails)
			}
		})
	}
}

// TestWhatLeavesTheMachine: five digits, whatever happens to the connection.
func TestWhatLeavesTheMachine(t *testing.T) {
	t.Parallel()
	questions := make(chan string, 10)
	l := lookup(t, func(_ http.ResponseWriter, r *http.Request) {
		questions <- fmt.Sprintf("%s %s %v", r.URL, r.Host, r.Header)
		panic(http.ErrAbortHandler) // the line breaks
	})
	_, err := l.Breached(t.Context(), password(t, "password"))
	if err == nil || strings.Contains(err.Error(), prefix) || strings.Contains(err.Error(), "password") {
		t.Errorf("the error tells what was asked: %v", err)
	}
	asked := <-questions
	if strings.Contains(asked, suffix[:5]) || strings.Contains(asked, "password") || !strings.Contains(asked, prefix) {
		t.Errorf("asked %s", asked)
	}
}

func TestTheCallerDoesNotWaitForever(t *testing.T) {
	t.Parallel()
	held := make(chan struct{})
	l := lookup(t, func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-held:
		case <-r.Context().Done():
		}
	})
	t.Cleanup(func() { close(held) })
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.Breached(ctx, password(t, "password")); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	for url, ok := range seed.InOrder(map[string]bool{
		"https://api.example.com/range": true, "https://api.example.com/range/": true, "http://127.0.0.1:9/range": true,
		"http://localhost": true, "http://[::1]:9": true,
		"": false, "api.example.com": false, "http://api.example.com/range": false, "ftp://api.example.com": false,
		"https://api.example.com/range?key=1": false, "https://api.example.com/#range": false,
	}) {
		if err := (breach.Config{URL: url}).Check(); (err == nil) != ok {
			t.Errorf("%q: %v", url, err)
		}
		if _, err := breach.New(breach.Config{URL: url}); (err == nil) != ok {
			t.Errorf("%q: %v", url, err)
		}
	}
}
