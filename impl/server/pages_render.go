package server

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/models"
)

// view is what the template shows: a form, or a message.
type view struct {
	Words   *words
	Product string
	Style   template.CSS
	Title   string
	Message string
	Form    *formView
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
func (p page) form(g *gin.Context, status int, l link, refused *fault.Fault) {
	ctx := g.Request.Context()
	t, err := p.server.Core.InspectTicket(ctx, p.proof(l))
	if err != nil {
		p.fail(g, err)
		return
	}
	least, err := p.server.Core.MinLength(ctx, t)
	if err != nil {
		p.fail(g, err)
		return
	}
	factor, err := p.server.Core.NeedsFactor(ctx, t)
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
	if p.purpose == models.PurposeReset {
		v.Title, v.Form.For = w.ResetTitle, w.ResetFor
	}
	if refused != nil {
		v.Form.Problems = w.problems(refused)
	}
	p.render(g, status, w, v)
}

func (p page) done(g *gin.Context) {
	w := wordsFor(g.GetHeader("Accept-Language"))
	p.render(g, http.StatusOK, w, view{Title: w.DoneTitle, Message: w.Done})
}

// fail says a fault to a person, and leaves it for the log.
func (p page) fail(g *gin.Context, err error) {
	w := wordsFor(g.GetHeader("Accept-Language"))
	p.server.failAs(g, err, func(g *gin.Context, f *fault.Fault) {
		status := plainStatus(f)
		v := view{Title: w.SorryTitle, Message: w.Sorry}
		switch f.Kind {
		case fault.Invalid, fault.Malformed:
			v = view{Title: w.UnusableTitle, Message: w.Unusable}
		case fault.Limited, fault.Unavailable:
			v.Message = w.Busy
		case fault.Forbidden:
			v.Message = w.Foreign
		}
		p.render(g, status, w, v)
	})
}

func (p page) render(g *gin.Context, status int, w *words, v view) {
	v.Words, v.Product, v.Style = w, p.server.Core.Product, p.style.css
	var b bytes.Buffer
	if err := p.page.Execute(&b, v); err != nil {
		p.server.fail(g, nil, err)
		return
	}
	g.Header("Content-Language", w.Language)
	g.Data(status, "text/html; charset=utf-8", b.Bytes())
}
