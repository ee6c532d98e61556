package console

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// problem has the members of an RFC 9457 problem that are printed. Others are never printed, since
// a problem can carry a secret for the caller.
type problem struct {
	Title      string `json:"title"`
	Detail     string `json:"detail"`
	Code       string `json:"code"`
	RequestID  string `json:"request_id"`
	Permission string `json:"permission"`
	Violations []struct {
		Pointer   string         `json:"pointer"`
		Parameter string         `json:"parameter"`
		Code      string         `json:"code"`
		Message   string         `json:"message"`
		Params    map[string]any `json:"params"`
	} `json:"violations"`
}

// problem prints what was wrong, and names the flags.
func (c *Console) problem(o *operation, a *answer) {
	var p problem
	if json.Unmarshal(a.body, &p) != nil || p.Title == "" {
		p = problem{Title: http.StatusText(a.status), RequestID: a.header.Get("X-Request-Id")}
		if a.status < http.StatusInternalServerError { // otherwise it may be a proxy's answer for a service that is down
			p.Detail = "This is no answer of the API: is --url (REKEY_URL) the whole address, with its path?"
		}
	}
	say := func(format string, args ...string) {
		values := make([]any, len(args))
		for i, arg := range args {
			values[i] = visible(arg)
		}
		fmt.Fprintf(c.Err, format+"\n", values...)
	}
	say("rekey: %s (%s)", p.Title, strings.TrimSpace(fmt.Sprint(a.status, " ", p.Code)))
	if p.Detail != "" {
		say("  %s", p.Detail)
	}
	if p.Permission != "" {
		say("  missing permission: %s", p.Permission)
	}
	for _, v := range p.Violations {
		var params []string
		for _, name := range sorted(v.Params) {
			params = append(params, fmt.Sprintf("%s=%v", name, v.Params[name]))
		}
		where := o.flagOf(v.Pointer, v.Parameter)
		said := strings.TrimSpace(v.Message + " (" + strings.Join(append([]string{v.Code}, params...), " ") + ")")
		say("  %s: %s", where, said)
		if v.Code == "invalid_format" && v.Params["format"] == "uuid" && (where == "<user>" || where == "--user") {
			say("  A user with an id of another system: rekey users list --external ID --only id")
		}
	}
	if p.RequestID != "" {
		say("  request %s", p.RequestID)
	}
}

// flagOf returns the flag or argument for a JSON pointer or a parameter.
func (o *operation) flagOf(pointer, parameter string) string {
	var member []string
	for _, part := range strings.Split(strings.TrimPrefix(pointer, "/"), "/") {
		member = append(member, strings.NewReplacer("~1", "/", "~0", "~").Replace(part))
	}
	for _, in := range o.inputs {
		switch {
		case parameter != "" && in.member[0] == parameter && in.place == inPath:
			return "<" + in.name + ">"
		case parameter != "" && in.member[0] == parameter && in.place == inQuery:
			return "--" + in.name
		case parameter == "" && in.place == inBody && len(member) >= len(in.member) && slices.Equal(member[:len(in.member)], in.member):
			return "--" + in.flags()[0]
		}
	}
	if parameter != "" {
		return parameter
	}
	return "body " + pointer
}
