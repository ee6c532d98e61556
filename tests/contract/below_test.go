package contract_test

import (
	"context"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	documents "github.com/rekeyhq/rekey"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// publicBelow is a public URL with a path: the host has other applications beside Rekey.
const publicBelow = harness.PublicURL + "/id"

// below is a world behind a proxy that hands on what begins with /id/, and nothing else.
type below struct {
	*harness.World
	t       *testing.T
	proxy   string
	through http.RoundTripper // nil: the network
}

// TestAPublicURLWithAPathWorksEverywhere, whether the proxy takes the path off or not.
func TestAPublicURLWithAPathWorksEverywhere(t *testing.T) {
	t.Parallel()
	w := harness.New(t, harness.Stores(t)[0], harness.WithConfig(func(c *config.Config) { c.PublicURL = publicBelow + "/" }))
	owner := w.Owner().Key.Reveal()
	for name, proxy := range seed.InOrder(proxies(t, w.URL)) {
		w.Check(name+": every link of every page stays below the path", func(t *testing.T) { (&below{World: w, t: t, proxy: proxy}).crawl() })
		w.Check(name+": redirects, contract, problems and tokens name the path", func(t *testing.T) { (&below{World: w, t: t, proxy: proxy}).addresses(owner) })
		w.Check(name+": the subdomains of a host that is others' too are not forced to HTTPS", func(t *testing.T) {
			answer, err := http.Get(proxy + "/id/healthz")
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = answer.Body.Close() }()
			if got := answer.Header.Get("Strict-Transport-Security"); got != "max-age=63072000" {
				t.Error(got)
			}
		})
		w.Check(name+": a mailed link opens the page that sets the password", func(t *testing.T) { (&below{World: w, t: t, proxy: proxy}).page(w.Person("ada" + name)) })
	}
}

// proxies are the two that people configure.
func proxies(t *testing.T, service string) map[string]string {
	t.Helper()
	to, err := url.Parse(service)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for name, path := range seed.InOrder(map[string]string{"kept": "/id/", "taken": "/"}) {
		forward := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
			r.SetXForwarded()
			r.Out.Host = r.In.Host
			r.Out.URL.Scheme, r.Out.URL.Host = to.Scheme, to.Host
			r.Out.URL.Path = path + strings.TrimPrefix(r.In.URL.Path, "/id/")
			r.Out.URL.RawPath = path + strings.TrimPrefix(r.In.URL.EscapedPath(), "/id/")
		}}
		others := http.NewServeMux()
		others.Handle("/id/", forward)
		others.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "another application", http.StatusTeapot) })
		s := httptest.NewServer(others)
		t.Cleanup(s.Close)
		all[name] = s.URL
	}
	return all
}

// TestTheNginxLinesOfTheDocumentsServeAPath, as they are printed, and with the path taken off.
func TestTheNginxLinesOfTheDocumentsServeAPath(t *testing.T) {
	t.Parallel()
	nginx, err := exec.LookPath("nginx")
	if err != nil { // the same is tested with the proxy of Go's library
		seed.Count("ways through nginx", 0, 2)
		return
	}
	seed.Count("ways through nginx", 2, 2)
	w := harness.New(t, harness.Stores(t)[0], harness.WithConfig(func(c *config.Config) { c.PublicURL = publicBelow }))
	guide, err := fs.ReadFile(documents.Files, "docs/operate.md")
	if err != nil {
		t.Fatal(err)
	}
	_, lines, found := strings.Cut(string(guide), "```nginx\nlocation /id/ {")
	lines, _, closed := strings.Cut(lines, "```")
	if !found || !closed {
		t.Fatal("docs/operate.md has no lines for a path")
	}
	for name, service := range seed.InOrder(map[string]string{"kept": w.URL, "taken": w.URL + "/"}) {
		conf := strings.ReplaceAll("location /id/ {"+lines, "http://127.0.0.1:8080", service)
		w.Check("nginx, "+name, func(t *testing.T) {
			b := &below{World: w, t: t, proxy: "http://id.example.test", through: runNginx(t, nginx, "", conf)}
			b.page(w.Person("ada" + name))
			if a := b.do(get("/id/docs")); a.Status != http.StatusOK || !strings.Contains(a.Body, `href="/id/docs/start"`) {
				t.Errorf("docs: %d", a.Status)
			}
			if to := b.do(get("/id/docs/")).Header.Get("Location"); !strings.HasSuffix(to, "/id/docs") {
				t.Errorf("a redirect leads to %q", to)
			}
			for path, status := range seed.InOrder(map[string]int{"/id/docs/": http.StatusPermanentRedirect, "/id/readyz": http.StatusNotFound, "/docs": http.StatusTeapot}) {
				if a := b.do(get(path)); a.Status != status {
					t.Errorf("%s: %d", path, a.Status)
				}
			}
		})
	}
}

// runNginx serves lines of a server on a socket of its own, with what listen adds, and gives what dials it.
func runNginx(t *testing.T, nginx, listen, lines string) *http.Transport {
	t.Helper()
	dir, err := os.MkdirTemp("", "nginx") // a short name: a socket's has 107 bytes at most
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	temporary := ""
	for _, kind := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
		temporary += kind + "_temp_path " + dir + "/" + kind + ";\n"
	}
	conf := "daemon off; master_process off; pid " + dir + "/pid; error_log stderr;\nevents {}\nhttp {\naccess_log off;\n" + temporary +
		"server {\nlisten unix:" + dir + "/s" + listen + ";\n" + lines + "\nlocation / { return 418; }\n}\n}\n"
	if err := os.WriteFile(dir+"/conf", []byte(conf), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), nginx, "-e", "stderr", "-p", dir, "-c", dir+"/conf")
	complaints, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan string, 1)
	go func() {
		said, _ := io.ReadAll(complaints)
		_ = c.Wait()
		ended <- string(said)
	}()
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "unix", dir+"/s")
	}
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for {
		if conn, err := dial(t.Context(), "", ""); err == nil {
			_ = conn.Close()
			return &http.Transport{DialContext: dial, DisableKeepAlives: true}
		}
		select {
		case said := <-ended:
			t.Fatalf("nginx does not start: %s", said)
		case <-tick.C:
		}
	}
}

func (b *below) do(c harness.Call) harness.Answer {
	b.t.Helper()
	keep := &http.Client{Transport: b.through, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return harness.DoWith(b.t, keep, b.proxy, c)
}

var (
	attribute    = regexp.MustCompile(` (href|src|action|data-path)="([^"]*)"`)
	markdownLink = regexp.MustCompile(`\]\((/[^)]*)\)`)
)

// crawl follows what a browser follows from the first page.
func (b *below) crawl() {
	open, met := []string{"/id/docs", "/id/llms.txt", "/id/docs/start.md"}, map[string]bool{}
	for len(open) > 0 {
		at := open[0]
		open = open[1:]
		a := b.do(get(at))
		if a.Status != http.StatusOK {
			b.t.Errorf("%s: %d", at, a.Status)
			continue
		}
		var links []string
		switch kind, _, _ := strings.Cut(a.Header.Get("Content-Type"), ";"); kind {
		case "text/html":
			for _, m := range attribute.FindAllStringSubmatch(a.Body, -1) {
				if m[1] == "data-path" && !strings.HasPrefix(m[2], "/id/") {
					b.t.Errorf("%s would try %s", at, m[2])
				}
				if m[1] != "data-path" && strings.HasPrefix(m[2], "/") {
					links = append(links, m[2])
				}
			}
		case "text/markdown", "text/plain":
			for _, m := range markdownLink.FindAllStringSubmatch(a.Body, -1) {
				links = append(links, m[1])
			}
		}
		for _, link := range links {
			link, _, _ = strings.Cut(link, "#")
			if !strings.HasPrefix(link, "/id/") {
				b.t.Errorf("%s leads to %s", at, link)
			}
			if !met[link] {
				met[link] = true
				open = append(open, link)
			}
		}
	}
	if len(met) < 100 {
		b.t.Errorf("only %d addresses were found", len(met))
	}
}

func (b *below) addresses(owner string) {
	for from, to := range seed.InOrder(map[string]string{"/id/docs/": "/id/docs", "/id/docs/problems": "/id/problems"}) {
		if got := b.do(get(from)).Header.Get("Location"); got != to {
			b.t.Errorf("%s leads to %q", from, got)
		}
	}
	for path, server := range seed.InOrder(map[string]string{
		"/id/openapi.json": `"url": "` + publicBelow + `"`, "/id/openapi.yaml": "\nservers:\n  - url: " + publicBelow + "\n",
	}) {
		if a := b.do(get(path)); strings.Count(a.Body, server) != 1 {
			b.t.Errorf("%s does not name %s as its server", path, publicBelow)
		}
	}
	missing := get("/id/v1/users/01890000-0000-7000-8000-000000000000")
	missing.Token = owner
	kind := b.do(missing).Field(b.t, "type")
	page, ok := strings.CutPrefix(kind, harness.PublicURL)
	if !ok || !strings.HasPrefix(page, "/id/problems/") || b.do(get(page)).Status != http.StatusOK {
		b.t.Errorf("a problem is of type %q", kind)
	}
	if a := b.do(get("/id/v1/users/a%2Fb")); a.Status != http.StatusUnauthorized {
		b.t.Errorf("an encoded slash: %d", a.Status)
	}
	if a := b.do(get("/id/api/v1/oauth2/jwks")); a.Status != http.StatusOK || !strings.Contains(a.Body, `"keys"`) {
		b.t.Errorf("keys: %d %s", a.Status, a.Body)
	}
	if a := b.do(get("/id/dev/mailbox")); a.Status != http.StatusOK {
		b.t.Errorf("mailbox: %d", a.Status)
	}
	// The operator looks without the proxy.
	for _, path := range []string{"/readyz", "/docs", "/id/docs"} {
		if a := b.Do(get(path)); a.Status != http.StatusOK {
			b.t.Errorf("%s without a proxy: %d", path, a.Status)
		}
	}
	if a := b.Do(get("/identity")); a.Status != http.StatusNotFound {
		b.t.Errorf("a path that only begins so: %d", a.Status)
	}
}

func (b *below) page(p *harness.Person) {
	if a := b.do(post("/id/api/ForgotUser/forgotPassword", j{"username": p.Username})); a.Status != http.StatusOK {
		b.t.Fatalf("%d %s", a.Status, a.Body)
	}
	link := regexp.MustCompile(regexp.QuoteMeta(publicBelow) + `/reset\?[^\s<>"]+`).FindString(b.LastMail(p.Email).Text)
	opened := b.do(get(strings.TrimPrefix(link, harness.PublicURL)))
	cookies := (&http.Response{Header: opened.Header}).Cookies()
	if opened.Status != http.StatusSeeOther || len(cookies) != 1 {
		b.t.Fatalf("%q answers %d with %d cookies", link, opened.Status, len(cookies))
	}
	if c := cookies[0]; c.Path != "/id/" || c.Name != "__Secure-rekey-reset" || !c.Secure || !c.HttpOnly {
		b.t.Errorf("the cookie is %s", c)
	}
	at, err := url.Parse(link)
	if err != nil {
		b.t.Fatal(err)
	}
	if at, err = at.Parse(opened.Header.Get("Location")); err != nil || at.String() != publicBelow+"/reset" {
		b.t.Fatalf("it leads to %s", at)
	}
	form := get(at.Path)
	form.Header = map[string]string{"Cookie": cookies[0].Name + "=" + cookies[0].Value}
	shown := b.do(form)
	for _, m := range attribute.FindAllStringSubmatch(shown.Body, -1) {
		if strings.HasPrefix(m[2], "/") && !strings.HasPrefix(m[2], "/id/") {
			b.t.Errorf("the page leads to %s", m[2])
		}
	}
	chosen := sent(at.Path, submission(shown, harness.NewPassword, harness.NewPassword))
	chosen.Header = map[string]string{"Cookie": form.Header["Cookie"], "Origin": harness.PublicURL}
	a := b.do(chosen)
	if a.Status >= http.StatusBadRequest || !b.CanLogIn(p, harness.NewPassword) {
		b.t.Errorf("the form answers %d: %s", a.Status, a.Body)
	}
	for _, c := range (&http.Response{Header: a.Header}).Cookies() {
		if c.Path != "/id/" {
			b.t.Errorf("the form's answer has the cookie %s", c)
		}
	}
}
