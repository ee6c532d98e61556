package pages

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// link is what the address of a hosted page carries.
type link struct{ key, user string }

// plain admits what keys and user ids are made of, and nothing that a cookie or a
// page would have to escape.
func (l link) plain() bool {
	return plainText(l.key) && (l.user == "" || plainText(l.user))
}

func (l link) encode() string { return url.Values{"key": {l.key}, "user": {l.user}}.Encode() }

// cookie is named for its page, so that two links can be open at once. The prefix
// __Host- keeps subdomains from planting one (RFC 6265bis section 4.1.3.2); browsers
// take it over https alone, and for all paths alone. Below a path the other applications
// of the host must not be sent the key, so there it is __Secure-.
func (p page) cookie() string {
	switch {
	case p.secure && p.base == "":
		return "__Host-rekey-" + p.name
	case p.secure:
		return "__Secure-rekey-" + p.name
	}
	return "rekey-" + p.name
}

// keep stores a cookie for the browser's next request. Lax and not Strict: the first
// request comes from a mail program's page.
func (p page) keep(g *gin.Context, name, value string, life time.Duration) {
	http.SetCookie(g.Writer, &http.Cookie{
		Name: name, Value: value, Path: p.base + "/", MaxAge: int(life / time.Second),
		HttpOnly: true, Secure: p.secure, SameSite: http.SameSiteLaxMode,
	})
}

// kept is the link that the browser brought back. Two cookies of the name mean that
// somebody planted one: neither counts.
func (p page) kept(g *gin.Context) link {
	cookies := g.Request.CookiesNamed(p.cookie())
	if len(cookies) != 1 {
		return link{}
	}
	v, err := url.ParseQuery(cookies[0].Value)
	if err != nil {
		return link{}
	}
	l := link{key: v.Get("key"), user: v.Get("user")}
	if !l.plain() {
		return link{}
	}
	return l
}

// plainText admits a text that is short and that no header, page or log line has to escape.
func plainText(text string) bool {
	const longest = 64
	return text != "" && len(text) <= longest && !strings.ContainsFunc(text, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' || r == '.')
	})
}
