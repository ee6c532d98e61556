package rekey

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/url"
)

// shownHeaders are those that a log may hold; Authorization and Idempotency-Key are not
// among them.
var shownHeaders = []string{"Content-Type", "ETag", "Retry-After", "RateLimit", "Location", "Deprecation", "Sunset"}

func (s *settings) trace(ctx context.Context, r *request, resp *http.Response, raw []byte, attempt int) {
	if s.log == nil || !s.log.Enabled(ctx, slog.LevelDebug) {
		return
	}
	headers := []any{}
	for _, name := range shownHeaders {
		if v := resp.Header.Get(name); v != "" {
			headers = append(headers, slog.String(name, v))
		}
	}
	s.log.DebugContext(ctx, "rekey", "operation", r.id, "method", r.method, "path", r.operation.path, "query", shownQuery(r.query),
		"request", shown(r.body, 0), "attempt", attempt, "status", resp.StatusCode, "request_id", resp.Header.Get("X-Request-Id"),
		slog.Group("headers", headers...), "answer", shownText(raw, resp.StatusCode))
}

func (s *settings) traceLost(ctx context.Context, r *request, err error) {
	if s.log == nil {
		return
	}
	s.log.DebugContext(ctx, "rekey", "operation", r.id, "method", r.method, "path", r.operation.path, "lost", reason(err))
}

func shownQuery(q url.Values) string {
	out := url.Values{}
	for name, values := range q {
		for _, v := range values {
			if secretNames[name] {
				v = redacted
			}
			out.Add(name, v)
		}
	}
	return out.Encode()
}

func shown(body any, status int) string {
	if body == nil {
		return ""
	}
	raw, err := json.Marshal(body)
	if err != nil {
		return ""
	}
	return shownText(raw, status)
}

// shownText is a body without its secrets; what is not JSON is not shown, since nothing
// tells where its secrets are.
func shownText(raw []byte, status int) string {
	if len(raw) == 0 {
		return ""
	}
	var value any
	if json.Unmarshal(raw, &value) != nil {
		return "[not JSON]"
	}
	out, err := json.Marshal(hide(value, status))
	if err != nil {
		return ""
	}
	return string(out)
}

func hide(value any, status int) any {
	switch v := value.(type) {
	case map[string]any:
		for name, member := range v {
			// The code of an error is its name; elsewhere a code opens doors.
			if secretNames[name] && !(name == "code" && status >= http.StatusBadRequest) {
				v[name] = redacted
				continue
			}
			v[name] = hide(member, status)
		}
	case []any:
		for i, member := range v {
			v[i] = hide(member, status)
		}
	}
	return value
}
