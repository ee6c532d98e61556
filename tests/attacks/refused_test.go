package attacks_test

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// spoilt is a way to send a secret in a request that is refused.
type spoilt struct {
	name  string
	value func(v string) any // what stands in the field instead
}

var spoiltValues = []spoilt{
	{"in an array", func(v string) any { return []any{v} }},
	{"in an object", func(v string) any { return j{"value": v} }},
	{"a thousand times", func(v string) any { return strings.Repeat(v, 1000) }},
	{"with NUL behind it", func(v string) any { return v + "\x00" }},
	{"with a line break behind it", func(v string) any { return v + "\r\nX-Injected: 1" }},
	{"with a letter too many", func(v string) any { return v + "x" }},
	{"with a letter missing", func(v string) any { return v[:len(v)-1] }},
	{"twice", func(v string) any { return v + v }},
	{"as a template", func(v string) any { return "{{.Code}}" + v + "%s%n" }},
}

// spoiltBodies break the body around the secret. The body holds it once.
var spoiltBodies = map[string]func(body, v string) string{
	"cut off behind it":        func(body, v string) string { return body[:strings.Index(body, v)+len(v)] },
	"with something behind it": func(body, _ string) string { return body + body },
	"with half a surrogate":    func(body, v string) string { return strings.Replace(body, v, v+`\ud800`, 1) },
	"with a broken character":  func(body, v string) string { return strings.Replace(body, v, v+"\xff", 1) },
	"with the field twice": func(body, v string) string {
		return strings.Replace(body, "{", `{"password":"`+v+`","password":"`+v+`",`, 1)
	},
	"in single quotes": func(body, v string) string { return strings.Replace(body, `"`+v+`"`, "'"+v+"'", 1) },
	"without quotes":   func(body, v string) string { return strings.Replace(body, `"`+v+`"`, v, 1) },
	"nested too deeply": func(body, v string) string {
		return strings.Replace(body, `"`+v+`"`, strings.Repeat("[", 40)+`"`+v+`"`+strings.Repeat("]", 40), 1)
	},
}

// spoiltCalls move the secret to where none belongs.
var spoiltCalls = map[string]func(c harness.Call, v string) harness.Call{
	"as text/plain":  func(c harness.Call, _ string) harness.Call { c.Type = "text/plain"; return c },
	"as a form":      func(c harness.Call, _ string) harness.Call { c.Type = "application/x-www-form-urlencoded"; return c },
	"without a type": func(c harness.Call, _ string) harness.Call { return header(c, "Content-Type", "") },
	"as gzip":        func(c harness.Call, _ string) harness.Call { return header(c, "Content-Encoding", "gzip") },
	"in the query":   func(c harness.Call, v string) harness.Call { return inQuery(c, v) },
	"as a Bearer":    func(c harness.Call, v string) harness.Call { return header(c, "Authorization", "Bearer "+plainText(v)) },
	"as a JWT": func(c harness.Call, v string) harness.Call {
		return header(c, "Authorization", "Bearer a."+encode(v)+".b")
	},
	"as an API key": func(c harness.Call, v string) harness.Call {
		return header(c, "Authorization", "Bearer rk_"+plainText(v))
	},
	"as ApiKey": func(c harness.Call, v string) harness.Call { return header(c, "ApiKey", plainText(v)) },
	"as Basic": func(c harness.Call, v string) harness.Call {
		return header(c, "Authorization", "Basic "+encode("x:"+v))
	},
	"as a cookie": func(c harness.Call, v string) harness.Call { return header(c, "Cookie", "session="+encode(v)) },
	"in the Referer": func(c harness.Call, v string) harness.Call {
		return header(c, "Referer", "https://x.test/?key="+url.QueryEscape(v))
	},
	"as X-Forwarded-For": func(c harness.Call, v string) harness.Call { return header(c, "X-Forwarded-For", plainText(v)) },
	"at an unknown path": func(c harness.Call, v string) harness.Call { c.Path = "/nothing/" + url.PathEscape(v); return c },
	"below the path":     func(c harness.Call, v string) harness.Call { return inPath(c, "/"+url.PathEscape(v)) },
	"in place of an id": func(c harness.Call, v string) harness.Call {
		c.Path = anyID.ReplaceAllString(c.Path, encode(v))
		return c
	},
	"as the request's id": func(c harness.Call, v string) harness.Call { return header(c, "X-Request-Id", v) },
}

var anyID = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)

// plainText keeps what a header may carry.
func plainText(v string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r > 0x7e {
			return -1
		}
		return r
	}, v)
}

func encode(v string) string { return base64.RawURLEncoding.EncodeToString([]byte(v)) }

func header(c harness.Call, name, value string) harness.Call {
	h := map[string]string{name: value}
	for k, v := range seed.InOrder(c.Header) {
		if k != name {
			h[k] = v
		}
	}
	if name == "Authorization" {
		c.Token = ""
	}
	c.Header = h
	return c
}

func inPath(c harness.Call, more string) harness.Call {
	path, query, _ := strings.Cut(c.Path, "?")
	c.Path = path + more
	if query != "" {
		c.Path += "?" + query
	}
	return c
}

func inQuery(c harness.Call, v string) harness.Call {
	path, _, _ := strings.Cut(c.Path, "?")
	q := url.Values{}
	for _, name := range []string{"key", "password", "newPassword", "code", "access_token", "api_key", "token", "sessionToken", "client_secret"} {
		q.Set(name, v)
	}
	c.Path = path + "?" + q.Encode()
	if c.Body != nil {
		c.Body = j{}
	}
	return c
}

func TestNoSecretLeaksFromWhatIsRefused(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		w := &witness{stage: s}
		for _, a := range seed.Draw(t, oneEach()) {
			w.misplace(a, a.play(s))
		}
		for _, a := range seed.Draw(t, acts()) {
			w.spoil(a, a.play(s))
		}
		s.Deliver()
		w.clean("after refusals")
		w.saysNothingOfWhatRuns()
	})
}

var secretField = regexp.MustCompile(`(?i)(password|code|token|secret|key|hash|sid)$`)

// misplace sends a secret in every place where none belongs.
func (w *witness) misplace(a act, call harness.Call) {
	w.T.Helper()
	planted := w.password()
	for name, spoil := range seed.InOrder(spoiltCalls) {
		if name == "in place of an id" && !anyID.MatchString(call.Path) {
			continue
		}
		if answer := w.do(a, spoil(call, planted)); answer.Status >= http.StatusInternalServerError {
			w.T.Errorf("%s, a secret %s: %d %s", a.name, name, answer.Status, answer.Body)
		}
	}
}

// spoil spoils each secret of the call's body in every way.
func (w *witness) spoil(a act, call harness.Call) {
	w.T.Helper()
	if call.Body == nil {
		w.do(a, inPath(call, "x"))
		return
	}
	body := fields(w.T, call)
	for _, leaf := range leaves(body) {
		if !secretField.MatchString(leaf) {
			continue
		}
		value, _ := tree(body).at(leaf).(string)
		for _, s := range spoiltValues {
			if _, isText := s.value(value).(string); !isText && call.Type != "" {
				continue // a form has nothing but texts
			}
			changed := fields(w.T, call)
			tree(changed).put(leaf, s.value(value))
			if answer := w.do(a, withFields(call, changed)); answer.Status >= http.StatusInternalServerError {
				w.T.Errorf("%s, %s %s: %d %s", a.name, leaf, s.name, answer.Status, answer.Body)
			}
		}
		changed := fields(w.T, call)
		tree(changed).put(leaf, w.short())
		w.do(a, withFields(call, changed))
		if call.Type != "" {
			continue
		}
		raw, err := json.Marshal(body)
		if err != nil {
			w.T.Fatal(err)
		}
		for _, spoil := range seed.InOrder(spoiltBodies) {
			broken := call
			broken.Body = spoil(string(raw), quoted(value))
			w.do(a, broken)
		}
	}
}

// short is a password that is too short for every policy, by one letter.
func (s *stage) short() string { return s.plant("a short password", s.text()[:14]) }

// insides are words of the libraries and files that an answer is made of.
var insides = []string{
	"goroutine", "panic", ".go:", "sqlite", "mysql", "mariadb", " sql", "error 1", "gorm", "select ", "insert into", "constraint failed",
	"openapi", "kin-", "reflect", "json: ", "strconv", "invalid character", "unmarshal", "runtime", "nil pointer", "/tmp/", "parsing time",
}

// saysNothingOfWhatRuns checks every refusal against them (S45).
func (w *witness) saysNothingOfWhatRuns() {
	w.T.Helper()
	said := lower(w.silent.String())
	for _, word := range insides {
		if at := strings.Index(said, word); at >= 0 {
			w.T.Errorf("an answer says %q: ...%s...", word, said[max(0, at-200):min(len(said), at+100)])
		}
	}
}
