package pages

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/fault"
)

// outcomeLife is how long a browser can show the outcome of its form again: after a reload, after
// going back, or when the link is opened a second time.
const outcomeLife = 10 * time.Minute

// These faults differ in what the user can do about them. Programs never see them.
var (
	errNoLink = fault.New(fault.Invalid, "page_cookie_missing",
		"The browser sent no cookie that names a link. Open the link again.")
	errOtherLink = fault.New(fault.Invalid, "page_link_changed",
		"Another link was opened in this browser after the form was shown. Open the link again.")
	errUsedHere = fault.New(fault.Invalid, "page_link_used",
		"This link was already used in this browser.")
)

// outcome is the result of a form. If the page answered the form directly, a reload would send it
// again. It redirects instead (RFC 9110 section 15.4.4), and the browser brings the outcome in a
// cookie. The outcome is sealed, so that no page can claim a password was saved when it was not, and
// it holds nothing that can be redeemed.
type outcome struct {
	Link       []byte // the MAC of the link
	At         time.Time
	Username   string            `json:",omitempty"` // of the user whose password was saved or address confirmed; empty: it was refused
	Code       string            `json:",omitempty"` // of the fault
	Violations []fault.Violation `json:",omitempty"`
}

func (o *outcome) fault() *fault.Fault {
	return fault.New(fault.Invalid, o.Code, "").With(o.Violations...)
}

func (p page) outcomeCookie() string { return p.cookieName() + "-outcome" }

func (p page) sealedFor() string { return "outcome:" + p.name }

func (p page) linkMAC(l link) []byte {
	return p.Sealer.MAC("page-link", p.name, l.key, l.user).Bytes()
}

// finish stores the outcome in a cookie and redirects to the page that shows it.
func (p page) finish(g *gin.Context, l link, o *outcome) {
	o.Link = p.linkMAC(l)
	plain, err := json.Marshal(o)
	if err == nil {
		plain, err = p.Sealer.Seal(plain, p.sealedFor())
	}
	if err != nil && o.Username != "" { // the password is saved nevertheless
		p.showSaved(g, o)
		return
	}
	if err != nil {
		p.fail(g, err)
		return
	}
	p.setCookie(g, p.outcomeCookie(), base64.RawURLEncoding.EncodeToString(plain), outcomeLife)
	p.redirect(g)
}

// lastOutcome returns the outcome of this browser's last form; nil if there is none, or it is too old.
func (p page) lastOutcome(g *gin.Context) *outcome {
	cookies := g.Request.CookiesNamed(p.outcomeCookie())
	if len(cookies) != 1 {
		return nil
	}
	sealed, err := base64.RawURLEncoding.DecodeString(cookies[0].Value)
	if err != nil {
		return nil
	}
	plain, err := p.Sealer.Unseal(sealed, p.sealedFor())
	o := &outcome{}
	if err != nil || json.Unmarshal(plain, o) != nil || !p.Clock.Now().Before(o.At.Add(outcomeLife)) {
		return nil
	}
	return o
}

// lastOutcomeOf returns the last outcome if it is of this link.
func (p page) lastOutcomeOf(g *gin.Context, l link) *outcome {
	if o := p.lastOutcome(g); o != nil && bytes.Equal(o.Link, p.linkMAC(l)) {
		return o
	}
	return nil
}

// savedWith reports whether a form of this browser was carried out with a link.
func (p page) savedWith(g *gin.Context, l link) bool {
	o := p.lastOutcomeOf(g, l)
	return o != nil && o.Username != ""
}

// showSaved shows that the form was carried out, for which user and when.
func (p page) showSaved(g *gin.Context, o *outcome) {
	w := p.texts(g)
	p.render(g, http.StatusOK, w, view{Title: w.DoneTitle, Message: w.Done, Saved: &savedView{
		Username: o.Username, At: o.At.UTC().Format(time.RFC3339), Clock: o.At.UTC().Format("15:04 UTC"),
	}})
}
