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
	Words   *texts // the template calls them Words
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
	Button    bool // ask for no password: the form is a button
	Problems  []string
}

// texts are the words of this page in the language of the browser.
func (p page) texts(g *gin.Context) *texts {
	w := *textsFor(g.GetHeader("Accept-Language"))
	if p.purpose == core.PurposeVerify {
		w.DoneTitle, w.Done, w.SavedFor, w.Already = w.Verify.DoneTitle, w.Verify.Done, w.Verify.DoneFor, w.Verify.Already
		w.Lost, w.Unchanged = w.Verify.Lost, w.Verify.Unchanged
	}
	return &w
}

// showForm shows the form of a valid link, with the problems of the last attempt. It consumes nothing:
// mail scanners open links too.
func (p page) showForm(g *gin.Context, l link) {
	ctx := g.Request.Context()
	t, err := p.Tickets.InspectTicket(ctx, p.proof(l))
	last := p.lastOutcomeOf(g, l)
	if last != nil && last.Username != "" && errors.Is(err, core.ErrTicketUnusable) {
		p.showSaved(g, last)
		return
	}
	if err != nil {
		p.fail(g, err)
		return
	}
	if p.purpose == core.PurposeVerify {
		p.showButton(g, l, t.Username)
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
	admitForm(g)
	w := p.texts(g)
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

// showButton shows the form that confirms an address. It has nothing to fill in: the button keeps mail
// scanners, which open links, from confirming what nobody has seen.
func (p page) showButton(g *gin.Context, l link, username string) {
	admitForm(g)
	w := p.texts(g)
	p.render(g, http.StatusOK, w, view{Title: w.Verify.Title, Form: &formView{
		For: w.Verify.For, Username: username, Key: l.key, User: l.user, Button: true,
	}})
}

// admitForm lets the form of this page be sent. With no-referrer browsers send Origin: null with it, and
// older ones send no Sec-Fetch-Site. The address has no key any more.
func admitForm(g *gin.Context) { g.Header("Referrer-Policy", "same-origin") }

// fail shows a fault to the user, and adds it to the access log.
func (p page) fail(g *gin.Context, err error) {
	w := p.texts(g)
	p.Edge.FailAs(g, err, func(g *gin.Context, f *fault.Fault) {
		status := p.Edge.Status(f)
		p.render(g, status, w, w.trouble(f, g.Request.Method == http.MethodPost))
	})
}

// trouble describes a fault. It says that nothing was changed only after a form was sent: a page that
// is merely shown may belong to a form that changed the password before.
func (w *texts) trouble(f *fault.Fault, sent bool) view {
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

func (p page) render(g *gin.Context, status int, w *texts, v view) {
	v.Words, v.Product, v.Style = w, p.Product, p.style.css
	var b bytes.Buffer
	if err := p.page.Execute(&b, v); err != nil {
		p.Edge.Fail(g, err)
		return
	}
	g.Header("Content-Language", w.Language)
	g.Data(status, "text/html; charset=utf-8", b.Bytes())
}
