package pages

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
)

// view is what the template shows: a form, or a message.
type view struct {
	Words   *words
	Product string
	Style   template.CSS
	Title   string
	Message string
	Form    *formView
	Saved   *savedView
}

type savedView struct {
	Username  string
	At, Clock string
}

type formView struct {
	For       string
	Username  string
	Key       string
	User      string
	MinLength int
	Hint      string
	Factor    bool // ask for the code of the second factor
	Problems  []string
}

// form shows the form of a live link, with what was wrong with the last try. Looking
// consumes nothing: mail scanners do it too.
func (p page) form(g *gin.Context, l link) {
	ctx := g.Request.Context()
	t, err := p.Tickets.InspectTicket(ctx, p.proof(l))
	last := p.lastOf(g, l)
	if last != nil && last.Username != "" && errors.Is(err, core.ErrTicketUnusable) {
		p.done(g, last)
		return
	}
	if err != nil {
		p.fail(g, err)
		return
	}
	least, err := p.Tickets.MinLength(ctx, t)
	if err != nil {
		p.fail(g, err)
		return
	}
	factor, err := p.Tickets.NeedsFactor(ctx, t)
	if err != nil {
		p.fail(g, err)
		return
	}
	// Else browsers send Origin: null with the form, which older ones say nothing else beside.
	// The key left the address before.
	g.Header("Referrer-Policy", "same-origin")
	w := wordsFor(g.GetHeader("Accept-Language"))
	v := view{Title: w.SetTitle, Form: &formView{
		For: w.SetFor, Username: t.Username, Key: l.key, User: l.user, MinLength: least, Factor: factor, Hint: fmt.Sprintf(w.Hint, least),
	}}
	if p.purpose == core.PurposeReset {
		v.Title, v.Form.For = w.ResetTitle, w.ResetFor
	}
	if last != nil && last.Code != "" {
		v.Form.Problems = w.problems(last.fault())
	}
	p.render(g, http.StatusOK, w, v)
}

// fail says a fault to a person, and leaves it for the log.
func (p page) fail(g *gin.Context, err error) {
	w := wordsFor(g.GetHeader("Accept-Language"))
	p.Edge.FailAs(g, err, func(g *gin.Context, f *fault.Fault) {
		status := p.Edge.Status(f)
		p.render(g, status, w, w.trouble(f, g.Request.Method == http.MethodPost))
	})
}

// trouble says a fault in plain words. Only of a form that was sent it is true that nothing
// was changed by it: the page may be what is left of one that did.
func (w *words) trouble(f *fault.Fault, sent bool) view {
	v := view{Title: w.SorryTitle, Message: w.Sorry}
	switch {
	case errors.Is(f, errNoLink):
		v = view{Title: w.LostTitle, Message: w.Lost}
	case errors.Is(f, errOtherLink):
		return view{Title: w.LostTitle, Message: w.Other}
	case errors.Is(f, errUsedHere):
		return view{Title: w.AlreadyTitle, Message: w.Already}
	case f.Kind == fault.Invalid, f.Kind == fault.Malformed:
		return view{Title: w.UnusableTitle, Message: w.Unusable}
	case f.Kind == fault.Limited, f.Kind == fault.Unavailable:
		v.Message = w.Busy
	case f.Kind == fault.Forbidden:
		v.Message = w.Foreign
		return v
	}
	if sent {
		v.Message += " " + w.Unchanged
	}
	return v
}

func (p page) render(g *gin.Context, status int, w *words, v view) {
	v.Words, v.Product, v.Style = w, p.Product, p.style.css
	var b bytes.Buffer
	if err := p.page.Execute(&b, v); err != nil {
		p.Edge.Fail(g, err)
		return
	}
	g.Header("Content-Language", w.Language)
	g.Data(status, "text/html; charset=utf-8", b.Bytes())
}
