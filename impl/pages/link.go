package pages

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// link is what the address in a message contains.
type link struct{ key, user string }

// valid reports whether key and user have only characters that keys and user ids have, and that
// neither a cookie nor a page has to escape.
func (l link) valid() bool {
	return validToken(l.key) && (l.user == "" || validToken(l.user))
}

func (l link) encode() string { return url.Values{"key": {l.key}, "user": {l.user}}.Encode() }

// cookieName has the page's name, so that a link of each page can be open at once. The prefix __Host-
// prevents subdomains from setting the cookie (RFC 6265bis section 4.1.3.2). Browsers accept it with
// https and the path / alone. If the public URL has a path, the cookie is limited to that path, so that
// other applications of the host do not receive the key, and the prefix is __Secure-.
func (p page) cookieName() string {
	switch {
	case p.secure && p.base == "":
		return "__Host-rekey-" + p.name
	case p.secure:
		return "__Secure-rekey-" + p.name
	}
	return "rekey-" + p.name
}

// setCookie sets a cookie with SameSite=Lax. With Strict, a browser would not send it after a click in
// a webmail page.
func (p page) setCookie(g *gin.Context, name, value string, life time.Duration) {
	http.SetCookie(g.Writer, &http.Cookie{
		Name: name, Value: value, Path: p.base + "/", MaxAge: int(life / time.Second),
		HttpOnly: true, Secure: p.secure, SameSite: http.SameSiteLaxMode,
	})
}

// cookieLink reads the link from the cookie. If there are two cookies of the name, another site set one
// of them, and both are ignored.
func (p page) cookieLink(g *gin.Context) link {
	cookies := g.Request.CookiesNamed(p.cookieName())
	if len(cookies) != 1 {
		return link{}
	}
	v, err := url.ParseQuery(cookies[0].Value)
	if err != nil {
		return link{}
	}
	l := link{key: v.Get("key"), user: v.Get("user")}
	if !l.valid() {
		return link{}
	}
	return l
}

// validToken accepts a text that is short and that no header, page or log line has to escape.
func validToken(text string) bool {
	const longest = 64
	return text != "" && len(text) <= longest && !strings.ContainsFunc(text, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' || r == '.')
	})
}
