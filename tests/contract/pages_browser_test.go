package contract_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// browser is a person's browser: it keeps cookies and says where forms come from.
type browser struct {
	w        *harness.World
	cookies  map[string]string
	language string
	site     string // Sec-Fetch-Site of what it sends
}

func newBrowser(w *harness.World) *browser {
	return &browser{w: w, cookies: map[string]string{}, language: "en", site: "same-origin"}
}

func (b *browser) do(c harness.Call) harness.Answer {
	b.w.T.Helper()
	if c.Header == nil {
		c.Header = map[string]string{"Sec-Fetch-Site": b.site}
	}
	c.Header["Accept-Language"] = b.language
	var jar []string
	for name, value := range seed.InOrder(b.cookies) {
		jar = append(jar, name+"="+value)
	}
	c.Header["Cookie"] = strings.Join(jar, "; ")
	a := b.w.Do(c)
	for _, k := range (&http.Response{Header: a.Header}).Cookies() {
		b.cookies[k.Name] = k.Value
		if k.MaxAge < 0 {
			delete(b.cookies, k.Name)
		}
	}
	return a
}

// open follows a link of a mail to the form, or to what there is instead.
func (b *browser) open(link string, status int) harness.Answer {
	b.w.T.Helper()
	a := b.do(get(strings.TrimPrefix(link, harness.PublicURL)))
	if a.Status != http.StatusSeeOther {
		b.w.T.Fatalf("the link answers %d: %s", a.Status, a.Body)
	}
	return b.see("/"+a.Header.Get("Location"), status)
}

func (b *browser) see(path string, status int) harness.Answer {
	b.w.T.Helper()
	a := b.do(get(path))
	if a.Status != status {
		b.w.T.Fatalf("%s: status %d, want %d: %s", path, a.Status, status, a.Body)
	}
	return a
}

// saves sends a form that is right, and follows to the page that says so.
func (b *browser) saves(path string, form url.Values, whose string) harness.Answer {
	b.w.T.Helper()
	a := b.do(sent(path, form))
	if a.Status != http.StatusSeeOther || a.Body != "" || "/"+a.Header.Get("Location") != path {
		b.w.T.Fatalf("%s answers %d, Location %q: %s", path, a.Status, a.Header.Get("Location"), a.Body)
	}
	page := b.see(path, http.StatusOK)
	title := map[bool]string{true: "Address confirmed", false: "Password saved"}[path == "/verify"]
	if !strings.Contains(page.Body, title) || !strings.Contains(page.Body, "<strong>"+whose+"</strong>") || strings.Contains(page.Body, "<form") {
		b.w.T.Fatalf("%s does not say that it is done: %s", path, page.Body)
	}
	return page
}

// refused sends a form that is not right, and follows to the page that says why.
func (b *browser) refused(path string, form url.Values) harness.Answer {
	b.w.T.Helper()
	a := b.do(sent(path, form))
	if a.Status != http.StatusSeeOther || a.Body != "" || "/"+a.Header.Get("Location") != path {
		b.w.T.Fatalf("%s answers %d, Location %q: %s", path, a.Status, a.Header.Get("Location"), a.Body)
	}
	return b.see(path, http.StatusOK)
}

var hiddenField = regexp.MustCompile(`<input type="hidden" name="(key|user)" value="([^"]*)">`)

// submission is the form of a page, filled in.
func submission(page harness.Answer, password, confirmation string) url.Values {
	form := url.Values{"username": {"whoever"}, "password": {password}, "confirm": {confirmation}}
	for _, m := range hiddenField.FindAllStringSubmatch(page.Body, -1) {
		form.Set(m[1], m[2])
	}
	return form
}

func sent(path string, form url.Values) harness.Call {
	return harness.Call{Method: http.MethodPost, Path: path, Body: form.Encode(), Type: "application/x-www-form-urlencoded"}
}

var linkOfMail = regexp.MustCompile(regexp.QuoteMeta(harness.PublicURL) + `/[a-z]+\?[^\s<>"]+`)

func mailedLink(w *harness.World, to string) string {
	w.T.Helper()
	link := linkOfMail.FindString(w.LastMail(to).Text)
	if link == "" {
		w.T.Fatal("the mail has no link")
	}
	return link
}

// resetLink asks for a reset and gives the mailed link.
func resetLink(w *harness.World, p *harness.Person) string {
	w.T.Helper()
	resetKey(w, p)
	return mailedLink(w, p.Email)
}
