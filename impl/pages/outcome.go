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

// outcomeLife is how long a browser is told what became of its form: for a reload, the way
// back, and a second look at the link.
const outcomeLife = 10 * time.Minute

// What a person can do about a form is told by these; to programs they are one.
var (
	errNoLink = fault.New(fault.Invalid, "page_cookie_missing",
		"The browser sent no cookie that names a link. Open the link again.")
	errOtherLink = fault.New(fault.Invalid, "page_link_changed",
		"Another link was opened in this browser after the form was shown. Open the link again.")
	errUsedHere = fault.New(fault.Invalid, "page_link_used",
		"A password was already saved with this link in this browser.")
)

// outcome is what became of the form of a link. The answer to a form could only be sent
// again, so it leads to a page that can be loaded again (RFC 9110 section 15.4.4), and this
// is what the browser brings there. It is sealed, so that no page says of anybody that his
// password was saved unless it was, and holds nothing to redeem.
type outcome struct {
	Link       []byte // MAC
	At         time.Time
	Username   string            `json:",omitempty"` // whose password was saved; empty: it was refused
	Code       string            `json:",omitempty"` // of the fault
	Violations []fault.Violation `json:",omitempty"`
}

func (o *outcome) fault() *fault.Fault {
	return fault.New(fault.Invalid, o.Code, "").With(o.Violations...)
}

func (p page) outcomeCookie() string { return p.cookie() + "-outcome" }

func (p page) sealedFor() string { return "outcome:" + p.name }

func (p page) linkMAC(l link) []byte {
	return p.Sealer.MAC("page-link", p.name, l.key, l.user).Bytes()
}

// finish leads to the page that says what became of a form.
func (p page) finish(g *gin.Context, l link, o *outcome) {
	o.Link = p.linkMAC(l)
	plain, err := json.Marshal(o)
	if err == nil {
		plain, err = p.Sealer.Seal(plain, p.sealedFor())
	}
	if err != nil && o.Username != "" { // it is saved all the same
		p.done(g, o)
		return
	}
	if err != nil {
		p.fail(g, err)
		return
	}
	p.keep(g, p.outcomeCookie(), base64.RawURLEncoding.EncodeToString(plain), outcomeLife)
	p.lead(g)
}

// last is what became of this browser's last form; nil: it is long ago, or there is none.
func (p page) last(g *gin.Context) *outcome {
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

// lastOf is the same, if the form was of this link.
func (p page) lastOf(g *gin.Context, l link) *outcome {
	if o := p.last(g); o != nil && bytes.Equal(o.Link, p.linkMAC(l)) {
		return o
	}
	return nil
}

// savedWith tells whether this browser saved a password with a link.
func (p page) savedWith(g *gin.Context, l link) bool {
	o := p.lastOf(g, l)
	return o != nil && o.Username != ""
}

// done says that a password was saved, whose and when.
func (p page) done(g *gin.Context, o *outcome) {
	w := wordsFor(g.GetHeader("Accept-Language"))
	p.render(g, http.StatusOK, w, view{Title: w.DoneTitle, Message: w.Done, Saved: &savedView{
		Username: o.Username, At: o.At.UTC().Format(time.RFC3339), Clock: o.At.UTC().Format("15:04 UTC"),
	}})
}
