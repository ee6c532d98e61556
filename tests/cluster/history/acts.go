package history

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// What each act does to a user, once it was acknowledged, is what the contract says of the operation.

func (u *user) path(rest string) string { return "/v1/users/" + u.id + rest }

// ends ends sessions, and with a password or access the tickets too.
func (u *user) endsSessions() {
	u.ended = append(u.ended, u.sessions...)
	u.ended = u.ended[max(0, len(u.ended)-kept):]
	u.sessions = nil
}

func (u *user) endsTickets() {
	u.over = append(u.over, u.tickets...)
	u.over = u.over[max(0, len(u.over)-kept):]
	u.tickets = nil
}

// hasPassword takes over a new password, which ended sessions and tickets.
func (u *user) hasPassword(password string) {
	if u.password != "" {
		u.former = u.password
	}
	u.password, u.possible = password, nil
	u.changes++
	u.endsSessions()
	u.endsTickets()
}

// doubt gives a user up after an unsettled operation that may have set a password, or may have not.
func (u *user) doubt(password string) {
	u.uncertain = true
	if password != "" {
		u.possible = append(u.possible, u.password, password)
	}
}

func (c *client) setPassword(u *user) {
	password := newPassword(c.random)
	o := c.do(settingOf(u, password))
	if c.must(o, Acknowledged, "nobody else changes the user") {
		u.hasPassword(password)
	} else {
		u.doubt(password)
	}
}

func settingOf(u *user, password string) Request {
	return Request{Kind: SetPassword, UserID: u.id, Method: http.MethodPut, Path: u.path("/password"), Body: map[string]any{"password": password}}
}

func (c *client) changePassword(u *user) {
	password := newPassword(c.random)
	o := c.do(Request{Kind: ChangePassword, UserID: u.id, Method: http.MethodPost, Path: u.path("/password/change"), Body: map[string]any{
		"currentPassword": u.password, "newPassword": password,
	}})
	if c.must(o, Acknowledged, "the current password is right") {
		u.hasPassword(password)
	} else {
		u.doubt(password)
	}
}

func (c *client) login(u *user, password string) Request {
	return Request{Kind: LogIn, UserID: u.id, Method: http.MethodPost, Path: "/v1/sessions", Body: map[string]any{
		"tenantId": c.load.tenant, "username": u.name, "password": password,
	}}
}

func (c *client) logIn(u *user) {
	o := c.do(c.login(u, u.password))
	if !c.must(o, Acknowledged, "the password was acknowledged last") {
		u.doubt("")
		return
	}
	if !o.AnswerLost {
		u.sessions = append(u.sessions, sessionOf(o))
	}
}

func sessionOf(o *Operation) *session {
	var answer struct {
		AccessToken, RefreshToken string
		AccessTokenExpiresAt      time.Time
		Session                   struct{ ID string }
	}
	_ = json.Unmarshal(o.Body, &answer) // what is missing stays empty, and is refused later
	return &session{id: answer.Session.ID, access: answer.AccessToken, refresh: answer.RefreshToken, until: answer.AccessTokenExpiresAt}
}

// fresh tells whether the access token has not expired, so that only the end of its session can make it useless.
func (s *session) fresh() bool { return time.Now().Add(time.Minute).Before(s.until) }

func (c *client) formerPassword(u *user) {
	if u.former == "" {
		c.logIn(u)
		return
	}
	c.must(c.do(c.login(u, u.former)), Refused, "the password was replaced")
}

func (c *client) issueTicket(u *user) {
	o := c.do(Request{Kind: IssueTicket, UserID: u.id, Method: http.MethodPost, Path: "/v1/tickets", Body: map[string]any{
		"userId": u.id, "purpose": "set", "medium": "link", "deliver": "return",
	}})
	if !c.must(o, Acknowledged, "the user is active") {
		u.doubt("")
		return
	}
	u.endsTickets() // the older ones of the purpose
	var answer struct{ Proof struct{ Ticket string } }
	_ = json.Unmarshal(o.Body, &answer)
	if !o.AnswerLost {
		u.tickets = []string{answer.Proof.Ticket}
	}
}

func redemption(u *user, ticket, password string) Request {
	return Request{Kind: RedeemTicket, UserID: u.id, Method: http.MethodPost, Path: "/v1/tickets/redeem", Body: map[string]any{
		"ticket": ticket, "newPassword": password,
	}}
}

func (c *client) redeem(u *user) {
	password := newPassword(c.random)
	if c.must(c.do(redemption(u, u.tickets[0], password)), Acknowledged, "the ticket is live") {
		u.hasPassword(password)
	} else {
		u.doubt(password)
	}
}

func (c *client) redeemOver(u *user) {
	password := newPassword(c.random)
	if o := c.do(redemption(u, u.over[c.random.IntN(len(u.over))], password)); !c.must(o, Refused, "the ticket was used, or ended") {
		u.doubt(password)
	}
}

func refreshing(u *user, token string) Request {
	return Request{Kind: Refresh, UserID: u.id, Method: http.MethodPost, Path: "/v1/sessions/refresh", Body: map[string]any{"refreshToken": token}}
}

func (c *client) refresh(u *user) {
	s := u.sessions[c.random.IntN(len(u.sessions))]
	if s.refresh == "" {
		c.useAccess(u)
		return
	}
	o := c.do(refreshing(u, s.refresh))
	switch {
	case !c.must(o, Acknowledged, "the token was not used, and the session lives"):
		u.doubt("")
	case o.AnswerLost:
		s.refresh = ""
	default:
		*s = *sessionOf(o)
	}
}

func (c *client) reading(u *user, s *session) Request {
	return Request{Kind: Read, UserID: u.id, Method: http.MethodGet, Path: "/v1/sessions/" + s.id, Token: s.access}
}

func (c *client) useAccess(u *user) {
	if s := u.sessions[c.random.IntN(len(u.sessions))]; s.fresh() && !c.must(c.do(c.reading(u, s)), Acknowledged, "the session lives") {
		u.doubt("")
	}
}

// useEnded shows the tokens of a session that ended.
func (c *client) useEnded(u *user) {
	s := u.ended[c.random.IntN(len(u.ended))]
	if s.fresh() && (s.refresh == "" || c.random.IntN(2) == 0) {
		c.must(c.do(c.reading(u, s)), Refused, "the session of the access token ended")
	} else if s.refresh != "" {
		c.must(c.do(refreshing(u, s.refresh)), Refused, "the session of the refresh token ended")
	}
}

func (c *client) endSession(u *user) {
	n := c.random.IntN(len(u.sessions))
	s := u.sessions[n]
	o := c.do(Request{Kind: EndSession, UserID: u.id, Method: http.MethodDelete, Path: "/v1/sessions/" + s.id})
	if !c.must(o, Acknowledged, "the session lives") {
		u.doubt("")
		return
	}
	u.sessions = append(u.sessions[:n:n], u.sessions[n+1:]...)
	u.ended = append(u.ended[max(0, len(u.ended)-kept+1):], s)
}

func (c *client) endSessions(u *user) {
	if c.must(c.do(Request{Kind: EndSessions, UserID: u.id, Method: http.MethodDelete, Path: u.path("/sessions")}), Acknowledged, "the user exists") {
		u.endsSessions()
	} else {
		u.doubt("")
	}
}

func (c *client) requestReset(u *user) {
	o := c.do(Request{Kind: RequestReset, UserID: u.id, Method: http.MethodPost, Path: "/v1/reset-requests", Body: map[string]any{
		"tenantId": c.load.tenant, "username": u.name,
	}})
	u.resets++
	if !c.must(o, Acknowledged, "the answer is the same for everybody") {
		u.doubt("")
	}
}

func (c *client) update(u *user, kind Kind, change map[string]any) *Operation {
	return c.do(Request{Kind: kind, UserID: u.id, Method: http.MethodPatch, Path: u.path(""), Body: change})
}

func (c *client) disable(u *user) {
	if !c.must(c.update(u, Disable, map[string]any{"disabled": true}), Acknowledged, "the user is enabled") {
		u.doubt("")
		return
	}
	u.disabled, u.everOff = true, true
	u.endsSessions()
	u.endsTickets()
}

func (c *client) whileDisabled(u *user) {
	if u.password != "" && c.random.IntN(3) == 0 {
		c.must(c.do(c.login(u, u.password)), Refused, "the user is disabled")
		return
	}
	if c.must(c.update(u, Enable, map[string]any{"disabled": false}), Acknowledged, "the user is disabled") {
		u.disabled = false
	} else {
		u.doubt("")
	}
}

func (c *client) changeAddress(u *user) {
	u.moves++
	address := fmt.Sprintf("%s.%d@b.example.test", u.name, u.moves)
	o := c.update(u, ChangeAddress, map[string]any{"emails": []any{map[string]any{"address": address, "verified": true}}})
	if !c.must(o, Acknowledged, "the address is new") {
		u.doubt("")
		return
	}
	u.address = address
	u.endsTickets()
}
