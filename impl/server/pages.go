package server

import (
	"embed"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/lifecycle"
	"github.com/rekeyhq/rekey/impl/secret"
)

//go:embed pages
var pageFiles embed.FS

// pages are the hosted forms that links in messages lead to.
type pages struct {
	server *Server
	page   *template.Template
	style  style
	origin *http.CrossOriginProtection
}

// page is one of the two forms.
type page struct {
	*pages
	name    string // of the path
	purpose lifecycle.Purpose
}

// mountPages adds /set for first passwords and invitations, and /reset.
func (s *Server) mountPages() error {
	p := &pages{server: s, origin: http.NewCrossOriginProtection()}
	public, err := url.Parse(s.PublicURL)
	if err != nil {
		return fmt.Errorf("server: pages: %w", err)
	}
	if err := p.origin.AddTrustedOrigin(public.Scheme + "://" + public.Host); err != nil {
		return fmt.Errorf("server: pages: %w", err)
	}
	if p.page, err = template.ParseFS(pageFiles, "pages/page.html"); err != nil {
		return fmt.Errorf("server: pages: %w", err)
	}
	if p.style, err = readStyle(); err != nil {
		return err
	}
	for _, f := range []page{{p, "set", lifecycle.PurposeSet}, {p, "reset", lifecycle.PurposeReset}} {
		s.engine.GET("/"+f.name, f.prepare, f.show)
		s.engine.HEAD("/"+f.name, f.prepare, f.show) // scanners of mails ask so
		s.engine.POST("/"+f.name, f.prepare, f.submit)
	}
	return nil
}

// prepare names the caller, takes his budget and sets the page's own policy.
func (p page) prepare(g *gin.Context) {
	s := p.server
	g.Set(keyOperation, "page_"+p.name)
	who := caller.Caller{
		Kind: caller.Anonymous, Host: hostOf(g.Request), RequestID: g.GetString(keyRequestID),
		Source: s.source(g.Request), Surface: "pages",
	}
	g.Set(keyCaller, who)
	g.Request = g.Request.WithContext(caller.Into(g.Request.Context(), who))
	g.Header("Content-Security-Policy", p.style.policy)
	g.Header("Vary", "Accept-Language")
	if err := s.sources.take(g.Writer.Header(), who.Source); err != nil {
		s.Refused(budgetAddress)
		p.fail(g, err)
	}
}

// show moves the key of a link out of the address bar, history and Referer into a
// cookie, and answers the form without it.
func (p page) show(g *gin.Context) {
	q := g.Request.URL.Query()
	if q.Has("key") {
		shown := link{key: q.Get("key"), user: q.Get("user")}
		if !shown.plain() {
			p.fail(g, lifecycle.ErrTicketUnusable)
			return
		}
		if o := p.last(g); o != nil && o.Username == "" { // who opens a link anew begins anew
			p.keep(g, p.outcomeCookie(), "", -time.Second)
		}
		p.keep(g, p.cookie(), shown.encode(), time.Hour)
		p.lead(g)
		return
	}
	l := p.kept(g)
	if l.key == "" {
		if o := p.last(g); o != nil && o.Username != "" {
			p.done(g, o)
			return
		}
		p.fail(g, errNoLink)
		return
	}
	p.form(g, l)
}

// lead answers with the way to the page, without a key in its address.
func (p page) lead(g *gin.Context) {
	g.Header("Location", p.name) // relative: a proxy may have put the pages below a prefix
	g.Status(http.StatusSeeOther)
}

// submit redeems the link that the cookie holds, if the form was made for that one.
func (p page) submit(g *gin.Context) {
	if !p.sameOrigin(g.Request) {
		p.fail(g, fault.ErrForbidden)
		return
	}
	form, err := readForm(g)
	if err != nil {
		p.fail(g, err)
		return
	}
	l, kept := link{key: form.Get("key"), user: form.Get("user")}, p.kept(g)
	switch {
	case l.key != "" && l == kept:
	case p.savedWith(g, l):
		p.fail(g, errUsedHere)
		return
	case kept.key == "":
		p.fail(g, errNoLink)
		return
	default:
		p.fail(g, errOtherLink)
		return
	}
	out, err := p.redeem(g, l, form)
	var f *fault.Fault
	switch {
	case err == nil:
		p.keep(g, p.cookie(), "", -time.Second)
		p.finish(g, l, &outcome{At: out.ChangedAt, Username: out.Username})
	case errors.Is(err, lifecycle.ErrTicketUnusable) && p.savedWith(g, l):
		p.fail(g, errUsedHere)
	case errors.As(err, &f) && f.Kind == fault.Invalid && !errors.Is(err, lifecycle.ErrTicketUnusable):
		g.Set(keyFault, f)
		p.finish(g, l, &outcome{At: p.server.Clock.Now(), Code: f.Code, Violations: f.Violations})
	default:
		p.fail(g, err)
	}
}

func (p page) redeem(g *gin.Context, l link, form url.Values) (*lifecycle.UserChange, error) {
	password := form.Get("password")
	if password != form.Get("confirm") {
		return nil, lifecycle.ErrPasswordsDiffer
	}
	pw, err := secret.NewPassword(password)
	if err != nil {
		return nil, lifecycle.ErrPasswordText.Because(err)
	}
	return p.server.Core.RedeemTicket(g.Request.Context(), lifecycle.RedeemTicket{
		Proof: p.proof(l), Password: pw, Factor: secret.NewText(form.Get("code")),
	})
}

func (p page) proof(l link) lifecycle.Proof {
	return lifecycle.Proof{Purpose: p.purpose, Secret: secret.NewText(l.key), UserID: l.user}
}

// sameOrigin refuses forms of other sites. A browser says where a form comes from, by
// Sec-Fetch-Site or by Origin; who says neither is no browser and is refused too.
func (p page) sameOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if r.Header.Get("Sec-Fetch-Site") == "" && origin == "" {
		return false
	}
	if p.server.Secure && strings.HasPrefix(origin, "http:") { // the same host, but somebody else on the line
		return false
	}
	return p.origin.Check(r) == nil
}

func readForm(g *gin.Context) (url.Values, error) {
	if mediaType(g.Request) != "application/x-www-form-urlencoded" {
		return nil, fault.ErrMediaType
	}
	body, err := readBody(g.Request)
	if err != nil {
		return nil, err
	}
	if err := strictForm(body); err != nil {
		return nil, err
	}
	return url.ParseQuery(string(body))
}
