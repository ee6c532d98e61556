package model

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/anishathalye/porcupine"

	"github.com/rekeyhq/rekey/tests/seed"
)

// Game is one account with its clients.
type Game struct {
	Name       string   // which the choices depend on, beside the seed
	Servers    []string // base URLs; each call goes to a drawn one
	Client     *http.Client
	Key        string // API key for everything that the user himself does not do
	UserID     string
	Username   string
	Password   string // of the beginning
	Clients    int
	Operations int // of each client
}

// History is what the clients of a game saw.
type History struct {
	Operations []porcupine.Operation
	Odd        []string // answers that no model explains: 5xx without Retry-After, 429, ...
}

// Outcomes counts the operations by outcome.
func (h History) Outcomes() map[Outcome]int {
	n := map[Outcome]int{}
	for _, o := range h.Operations {
		n[o.Output.(Outcome)]++
	}
	return n
}

// draw is a source of random choices.
type draw interface{ IntN(n int) int }

// forever is when an operation without an answer ends: it may happen at any time.
const forever = int64(1) << 62

// game is a Game while it is played.
type game struct {
	Game
	t     testing.TB
	began time.Time

	mu      sync.Mutex // guards everything below
	number  int
	newest  int // password that was last acknowledged
	logins  []login
	tickets []ticket
	history History
}

type login struct {
	session       int
	token         int
	id            string
	refresh, call string
}

type ticket struct {
	number     int
	key        string
	code, wait string // of a short code: the code, and its request code
}

// Play lets the clients work side by side until each has done its operations.
func Play(t testing.TB, g Game) History {
	t.Helper()
	p := &game{Game: g, t: t, began: time.Now()}
	var clients sync.WaitGroup
	for c := range g.Clients {
		draw := seed.For(t, g.Name, fmt.Sprint("client ", c))
		clients.Go(func() {
			for range g.Operations {
				p.play(c, draw)
			}
		})
	}
	clients.Wait()
	return p.history
}

// Check fails the test if no order of the operations explains the history.
func Check(t testing.TB, h History) {
	t.Helper()
	for _, odd := range h.Odd {
		t.Errorf("an answer that nothing explains: %s", odd)
	}
	switch porcupine.CheckOperationsTimeout(linear(), h.Operations, time.Minute) {
	case porcupine.Ok:
		return
	case porcupine.Unknown:
		t.Error("the history is too long to be checked in a minute")
	case porcupine.Illegal:
		t.Error("no order of these operations explains their outcomes")
	}
	slices.SortFunc(h.Operations, func(a, b porcupine.Operation) int { return int(a.Call - b.Call) })
	for _, o := range h.Operations {
		end := "never"
		if o.Return != forever {
			end = time.Duration(o.Return).Round(time.Microsecond).String()
		}
		t.Logf("client %d, %v to %s, %s (%s)", o.ClientId, time.Duration(o.Call).Round(time.Microsecond), end,
			describe(o.Input.(Operation), o.Output.(Outcome)), o.Metadata)
	}
}

// choose draws an operation from what all clients know so far.
func (p *game) choose(draw draw) (Operation, login, ticket) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.number++
	o := Operation{Number: p.number, Kind: kinds[draw.IntN(len(kinds))]}
	var l login
	var t ticket
	switch o.Kind {
	case Refresh, Use:
		if len(p.logins) == 0 {
			o.Kind = Login
			break
		}
		l = recent(p.logins, draw)
		o.Session, o.Token = l.session, l.token
	case Redeem:
		if len(p.tickets) == 0 {
			o.Kind = Issue
			break
		}
		t = recent(p.tickets, draw)
		o.Ticket, o.Code, o.Next = t.number, t.code != "", o.Number
		o.Wrong = o.Code && draw.IntN(2) == 0
	case Reset, Change:
		o.Next = o.Number
	}
	switch o.Kind {
	case Login, Change:
		if o.Password = p.newest; draw.IntN(8) == 0 {
			o.Password = draw.IntN(o.Number)
		}
	case Issue:
		o.Code = draw.IntN(2) == 0
	}
	return o, l, t
}

// kinds is what a client draws from, as often as it should do each.
var kinds = []Kind{
	Login, Login, Login, Login, Login, Refresh, Refresh, Refresh, Use, Use, Use, Issue, Issue, Issue, Issue, Redeem, Redeem, Redeem,
	Redeem, Redeem, Reset, Change, Disable, Enable, Enable, Enable, Address, End,
}

// recent draws from what was learnt, mostly from the end.
func recent[T any](of []T, draw draw) T {
	back := draw.IntN(3) / 2
	if draw.IntN(6) == 0 {
		back = draw.IntN(len(of))
	}
	return of[max(0, len(of)-1-back)]
}

// play does one operation, and records it.
func (p *game) play(client int, draw draw) {
	o, l, t := p.choose(draw)
	base := p.Servers[draw.IntN(len(p.Servers))]
	called := time.Since(p.began)
	status, header, body := p.send(base, p.request(o, l, t))
	if status == notSent {
		return
	}
	returned := int64(time.Since(p.began))
	got := outcome(o, status)
	if got == Unknown {
		returned = forever
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if odd(status, header) {
		p.history.Odd = append(p.history.Odd, fmt.Sprintf("%s: %d %s", describe(o, got), status, body))
	}
	if got == Done {
		p.learn(o, body)
	}
	p.history.Operations = append(p.history.Operations, porcupine.Operation{
		ClientId: client, Input: o, Call: int64(called), Output: got, Return: returned, Metadata: summary(status, body),
	})
}

// summary is the status of an answer, and the code of its problem.
func summary(status int, body []byte) string {
	var problem struct {
		Code string `json:"code"`
	}
	_ = json.Unmarshal(body, &problem) // most answers are no problems
	return strings.TrimSpace(fmt.Sprint(status, " ", problem.Code))
}

func outcome(o Operation, status int) Outcome {
	switch {
	case status >= 200 && status < 300:
		return Done
	case status == http.StatusConflict && (o.Kind == Reset || o.Kind == Change):
		return Conflict
	case status >= 400 && status < 500:
		return Refused
	}
	return Unknown
}

// odd tells whether an answer is none that a client should get.
func odd(status int, header http.Header) bool {
	return status == http.StatusTooManyRequests || status >= 500 && (status != http.StatusServiceUnavailable || header.Get("Retry-After") == "")
}

// text is the password with a number.
func (p *game) text(n int) string {
	if n == 0 {
		return p.Password
	}
	return fmt.Sprintf("violet otters paddle past pier %d", n)
}

// call is a request to be sent.
type call struct {
	method, path, token string
	body                any
}

type object map[string]any

// request is the HTTP request of an operation.
func (p *game) request(o Operation, l login, t ticket) call {
	user := "/v1/users/" + p.UserID
	switch o.Kind {
	case Login:
		return call{"POST", "/v1/sessions", p.Key, object{"username": p.Username, "password": p.text(o.Password)}}
	case Refresh:
		return call{"POST", "/v1/sessions/refresh", p.Key, object{"refreshToken": l.refresh}}
	case Use:
		return call{"GET", "/v1/sessions/" + l.id, l.call, nil}
	case Issue:
		medium := "link"
		if o.Code {
			medium = "otp"
		}
		return call{"POST", "/v1/tickets", p.Key, object{"userId": p.UserID, "medium": medium, "deliver": "return"}}
	case Redeem:
		proof := object{"newPassword": p.text(o.Next)}
		switch {
		case !o.Code:
			proof["ticket"] = t.key
		case o.Wrong:
			proof["requestCode"], proof["code"] = t.wait, wrong(t.code)
		default:
			proof["requestCode"], proof["code"] = t.wait, t.code
		}
		return call{"POST", "/v1/tickets/redeem", p.Key, proof}
	case Reset:
		return call{"PUT", user + "/password", p.Key, object{"password": p.text(o.Next)}}
	case Change:
		return call{"POST", user + "/password/change", p.Key, object{"currentPassword": p.text(o.Password), "newPassword": p.text(o.Next)}}
	case Disable, Enable:
		return call{"PATCH", user, p.Key, object{"disabled": o.Kind == Disable}}
	case Address:
		address := fmt.Sprintf("%s-%d@example.com", p.Username, o.Number)
		return call{"PATCH", user, p.Key, object{"emails": []object{{"address": address, "verified": true}}}}
	default: // End
		return call{"DELETE", user + "/sessions", p.Key, nil}
	}
}

// wrong is another code of the same length.
func wrong(code string) string {
	changed := []byte(code)
	changed[0] = '0' + (changed[0]-'0'+1)%10
	return string(changed)
}

// notSent is the status of a request that no server took: it is known not to have happened, and says nothing. As an
// operation without an answer, it would make the search for an order long.
const notSent = -1

// send answers status 0 if there is no answer.
func (p *game) send(base string, c call) (int, http.Header, []byte) {
	var body io.Reader
	if c.body != nil {
		raw, err := json.Marshal(c.body)
		if err != nil {
			p.t.Error(err)
			return 0, nil, nil
		}
		body = bytes.NewReader(raw)
	}
	r, err := http.NewRequestWithContext(context.Background(), c.method, base+c.path, body)
	if err != nil {
		p.t.Error(err)
		return 0, nil, nil
	}
	r.Header.Set("Authorization", "Bearer "+c.token)
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	answer, err := p.Client.Do(r)
	if failed := (*net.OpError)(nil); errors.As(err, &failed) && failed.Op == "dial" {
		return notSent, nil, nil
	}
	if err != nil {
		return 0, nil, nil
	}
	defer func() { _ = answer.Body.Close() }()
	raw, err := io.ReadAll(answer.Body)
	if err != nil {
		return 0, nil, nil
	}
	return answer.StatusCode, answer.Header, raw
}

// learn keeps what later operations show.
func (p *game) learn(o Operation, body []byte) {
	var answered struct {
		AccessToken  string `json:"accessToken"`
		RefreshToken string `json:"refreshToken"`
		Session      struct {
			ID string `json:"id"`
		} `json:"session"`
		Proof struct {
			Ticket      string `json:"ticket"`
			RequestCode string `json:"requestCode"`
			Code        string `json:"code"`
		} `json:"proof"`
	}
	switch o.Kind {
	case Login, Refresh, Issue:
		if err := json.Unmarshal(body, &answered); err != nil {
			p.t.Errorf("%s: %v", describe(o, Done), err)
		}
	}
	switch o.Kind {
	case Login:
		p.logins = append(p.logins, login{o.Number, o.Number, answered.Session.ID, answered.RefreshToken, answered.AccessToken})
	case Refresh:
		p.logins = append(p.logins, login{o.Session, o.Number, answered.Session.ID, answered.RefreshToken, answered.AccessToken})
	case Issue:
		p.tickets = append(p.tickets, ticket{o.Number, answered.Proof.Ticket, answered.Proof.Code, answered.Proof.RequestCode})
	case Redeem, Reset, Change:
		p.newest = o.Next
	}
}
