// Package pages serves the hosted forms that links in messages open: /set, where users choose their
// first password or accept an invitation, /reset, and /verify, where they confirm an address.
//
// # Nouns
//
// A link is the address in a message: a ticket's key and perhaps a user's id. The first request moves
// it into a cookie, so that the key stays out of the address bar, the history and the Referer. An
// outcome is the result of a form. It is sealed in a cookie too, and shown on a page that can be
// loaded again. The texts are the words of the pages in one language.
//
// # Promises
//
//   - Showing a page consumes nothing.
//   - A form of another site is refused.
//   - A page shows no more about a user than the link proves.
//
// # What must not be done here
//
// No page decides: the core checks tickets and passwords. Text from a request must not be shown
// without the template's escaping. impl/service mounts the pages on the server, and Edge is all that
// they use of it.
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

// Edge is what the server does for a page, as for every other request.
type Edge interface {
	// Admit records the operation and an anonymous caller, and spends from the budget of its address.
	Admit(g *gin.Context, operation string) error
	// Form reads the body of a form, with the checks of other bodies.
	Form(g *gin.Context) (url.Values, error)
	// Fail answers with a fault in plain text; FailAs answers with what write writes.
	Fail(g *gin.Context, err error)
	FailAs(g *gin.Context, err error, write func(*gin.Context, *fault.Fault))
	// Status returns the HTTP status of a fault.
	Status(f *fault.Fault) int
	// LogFault adds a fault to the line in the access log. The next page shows it.
	LogFault(g *gin.Context, f *fault.Fault)
}

// Deps are what the pages need; every field is required.
type Deps struct {
	Tickets   *tickets.UseCases
	Edge      Edge
	Clock     clock.Clock
	Sealer    secret.Sealer // of outcomes
	PublicURL string
	Product   string // the service's name
}

// pages are the hosted forms, and what they share.
type pages struct {
	Deps
	secure bool   // the public URL is https
	base   string // the path of the public URL, such as /id; empty: none
	page   *template.Template
	style  style
	origin *http.CrossOriginProtection
}

// page is one of the forms.
type page struct {
	*pages
	name    string // of the path
	purpose core.Purpose
}

// Mount adds /set for first passwords and invitations, /reset, and /verify.
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
	for _, f := range []page{{p, "set", core.PurposeSet}, {p, "reset", core.PurposeReset}, {p, "verify", core.PurposeVerify}} {
		routes.GET("/"+f.name, f.prepare, f.show)
		routes.HEAD("/"+f.name, f.prepare, f.show) // for mail scanners
		routes.POST("/"+f.name, f.prepare, f.submit)
	}
	return nil
}

// prepare sets the page's own policy and asks the edge to admit the request.
func (p page) prepare(g *gin.Context) {
	g.Header("Content-Security-Policy", p.style.policy)
	g.Header("Vary", "Accept-Language")
	if err := p.Edge.Admit(g, "page_"+p.name); err != nil {
		p.fail(g, err)
	}
}

// show moves a link from the address into a cookie, so that the key is not in the address bar, the
// history or the Referer, and then shows the form.
func (p page) show(g *gin.Context) {
	q := g.Request.URL.Query()
	if q.Has("key") {
		l := link{key: q.Get("key"), user: q.Get("user")}
		if !l.valid() {
			p.fail(g, core.ErrTicketUnusable)
			return
		}
		if o := p.lastOutcome(g); o != nil && o.Username == "" { // a link that is opened again starts again
			p.setCookie(g, p.outcomeCookie(), "", -time.Second)
		}
		p.setCookie(g, p.cookieName(), l.encode(), time.Hour)
		p.redirect(g)
		return
	}
	l := p.cookieLink(g)
	if l.key == "" {
		if o := p.lastOutcome(g); o != nil && o.Username != "" {
			p.showSaved(g, o)
			return
		}
		p.fail(g, errNoLink)
		return
	}
	p.showForm(g, l)
}

// redirect redirects to the page, without a key in its address.
func (p page) redirect(g *gin.Context) {
	g.Header("Location", p.name) // relative: a proxy may serve the pages below a prefix
	g.Status(http.StatusSeeOther)
}

// submit redeems the link in the cookie, if the form was shown for the same link.
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
	l, current := link{key: form.Get("key"), user: form.Get("user")}, p.cookieLink(g)
	switch {
	case l.key != "" && l == current:
	case p.savedWith(g, l):
		p.fail(g, errUsedHere)
		return
	case current.key == "":
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
		p.setCookie(g, p.cookieName(), "", -time.Second)
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
	if p.purpose == core.PurposeVerify {
		out, err := p.Tickets.VerifyAddress(g.Request.Context(), tickets.VerifyAddressInput{Proof: p.proof(l)})
		if err != nil {
			return nil, err
		}
		return &out.Change, nil
	}
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

// sameOrigin reports whether a form was sent from this site. Browsers send Sec-Fetch-Site or Origin. A
// request with neither is refused.
func (p page) sameOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if r.Header.Get("Sec-Fetch-Site") == "" && origin == "" {
		return false
	}
	if p.secure && strings.HasPrefix(origin, "http:") { // the same host, but a network attacker can send from it
		return false
	}
	return p.origin.Check(r) == nil
}
