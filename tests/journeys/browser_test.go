package journeys_test

import (
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"time"
)

// browser follows links and submits forms as one without scripts does: the pages need
// no more.
type browser struct {
	in      *installation
	client  *http.Client
	address string
}

func newBrowser(in *installation) *browser {
	in.t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		in.t.Fatal(err)
	}
	return &browser{in: in, client: &http.Client{Jar: jar, Timeout: 30 * time.Second}}
}

func (b *browser) open(address string) string {
	b.in.t.Helper()
	return b.do(http.MethodGet, address, nil)
}

var (
	hidden = regexp.MustCompile(`<input[^>]*type="hidden"[^>]*>`)
	attr   = regexp.MustCompile(`(name|value)="([^"]*)"`)
	action = regexp.MustCompile(`<form[^>]*action="([^"]*)"`)
)

// submit fills the page's form in and sends it.
func (b *browser) submit(page string, fields url.Values) string {
	b.in.t.Helper()
	for _, input := range hidden.FindAllString(page, -1) {
		found := map[string]string{}
		for _, a := range attr.FindAllStringSubmatch(input, -1) {
			found[a[1]] = html.UnescapeString(a[2])
		}
		fields.Set(found["name"], found["value"])
	}
	to := b.address
	if m := action.FindStringSubmatch(page); m != nil && m[1] != "" {
		to = b.in.url + html.UnescapeString(m[1])
	}
	return b.do(http.MethodPost, to, fields)
}

func (b *browser) do(method, address string, form url.Values) string {
	b.in.t.Helper()
	r, err := http.NewRequestWithContext(b.in.t.Context(), method, address, strings.NewReader(form.Encode()))
	if err != nil {
		b.in.t.Fatal(err)
	}
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", b.in.url)
		r.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	resp, err := b.client.Do(r)
	if err != nil {
		b.in.t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		b.in.t.Fatal(err)
	}
	b.address = resp.Request.URL.String()
	return string(body)
}
