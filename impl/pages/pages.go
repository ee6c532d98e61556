// Package pages has the hosted forms that links in messages lead to: /set, where somebody chooses
// his first password or accepts an invitation, and /reset.
//
// A link is the address that a message holds: a ticket's key and perhaps a user's id. The first
// request moves it into a cookie, so that the key stays out of the address bar, the history and
// the Referer; an outcome is what a browser is told of the form that it sent, sealed in a cookie
// too, on a page that can be loaded again.
//
// impl/service mounts the pages on the server; the server does for them what it does for all
// requests, by Edge. They promise that looking at a page consumes nothing, that a form of
// another site is refused, and that no page tells more of a user than his link does.
//
// No page decides: what a ticket is worth and which password is accepted, the core says. Nothing
// here may be read from a request and shown without the template's escaping.
package pages

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

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

//go:embed templates
var files embed.FS

// Edge is what the server does for a page, as it does for every other request.
type Edge interface {
	// Admit names the operation and the caller, who is anonymous, and takes from the budget of
	// his address.
	Admit(g *gin.Context, operation string) error
	// Form reads the body of a form, bounded and strictly.
	Form(g *gin.Context) (url.Values, error)
	// Fail answers with a fault in plain text, FailAs as write does.
	Fail(g *gin.Context, err error)
	FailAs(g *gin.Context, err error, write func(*gin.Context, *fault.Fault))
	// Status is the one that a fault is answered with.
	Status(f *fault.Fault) int
	// LogFault has the access log name a fault that is told on the next page.
	LogFault(g *gin.Context, f *fault.Fault)
}

// Deps are what the pages need; every field is required.
type Deps struct {
	Tickets   *tickets.UseCases
	Edge      Edge
	Clock     clock.Clock
	Sealer    secret.Sealer // of what a browser is told of its last form
	PublicURL string
	Product   string // the service's name
}

// pages are the hosted forms that links in messages lead to.
type pages struct {
	Deps
	secure bool   // the public URL is https
	base   string // the path of the public URL, such as /id; empty: none
	page   *template.Template
	style  style
	origin *http.CrossOriginProtection
}

// page is one of the two forms.
type page struct {
	*pages
	name    string // of the path
	purpose core.Purpose
}

// Mount adds /set for first passwords and invitations, and /reset.
func Mount(routes gin.IRoutes, d Deps) error {
	if d.Tickets == nil || d.Edge == nil || d.Clock == nil || d.Sealer == nil || d.PublicURL == "" || d.Product == "" {
		return errors.New("pages: Tickets, Edge, Clock, Sealer, PublicURL and Product are required")
	}
	public, err := url.Parse(d.PublicURL)
	if err != nil {
		return fmt.Errorf("pages: %w", err)
	}
	p := &pages{Deps: d, origin: http.NewCrossOriginProtection(), secure: public.Scheme == "https", base: config.PathOf(d.PublicURL)}
	if err := p.origin.AddTrustedOrigin(public.Scheme + "://" + public.Host); err != nil {
		return fmt.Errorf("pages: %w", err)
	}
	if p.page, err = template.ParseFS(files, "templates/page.html"); err != nil {
		return fmt.Errorf("pages: %w", err)
	}
	if p.style, err = readStyle(); err != nil {
		return err
	}
	for _, f := range []page{{p, "set", core.PurposeSet}, {p, "reset", core.PurposeReset}} {
		routes.GET("/"+f.name, f.prepare, f.show)
		routes.HEAD("/"+f.name, f.prepare, f.show) // scanners of mails ask so
		routes.POST("/"+f.name, f.prepare, f.submit)
	}
	return nil
}

// prepare has the request admitted and sets the page's own policy.
func (p page) prepare(g *gin.Context) {
	g.Header("Content-Security-Policy", p.style.policy)
	g.Header("Vary", "Accept-Language")
	if err := p.Edge.Admit(g, "page_"+p.name); err != nil {
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
			p.fail(g, core.ErrTicketUnusable)
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
	form, err := p.Edge.Form(g)
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
	case errors.Is(err, core.ErrTicketUnusable) && p.savedWith(g, l):
		p.fail(g, errUsedHere)
	case errors.As(err, &f) && f.Kind == fault.Invalid && !errors.Is(err, core.ErrTicketUnusable):
		p.Edge.LogFault(g, f)
		p.finish(g, l, &outcome{At: p.Clock.Now(), Code: f.Code, Violations: f.Violations})
	default:
		p.fail(g, err)
	}
}

func (p page) redeem(g *gin.Context, l link, form url.Values) (*core.UserChange, error) {
	password := form.Get("password")
	if password != form.Get("confirm") {
		return nil, core.ErrPasswordsDiffer
	}
	pw, err := secret.NewPassword(password)
	if err != nil {
		return nil, core.ErrPasswordText.Because(err)
	}
	return p.Tickets.RedeemTicket(g.Request.Context(), tickets.RedeemTicketInput{
		Proof: p.proof(l), Password: pw, Factor: secret.NewText(form.Get("code")),
	})
}

func (p page) proof(l link) core.Proof {
	return core.Proof{Purpose: p.purpose, Secret: secret.NewText(l.key), UserID: l.user}
}

// sameOrigin refuses forms of other sites. A browser says where a form comes from, by
// Sec-Fetch-Site or by Origin; who says neither is no browser and is refused too.
func (p page) sameOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if r.Header.Get("Sec-Fetch-Site") == "" && origin == "" {
		return false
	}
	if p.secure && strings.HasPrefix(origin, "http:") { // the same host, but somebody else on the line
		return false
	}
	return p.origin.Check(r) == nil
}
