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

func names(all ...string) map[string]bool {
	set := map[string]bool{}
	for _, name := range all {
		set[name] = true
	}
	return set
}

func (s *settings) trace(ctx context.Context, r *request, resp *http.Response, raw []byte, attempt int) {
	if s.log == nil {
		return
	}
	if since := resp.Header.Get("Deprecation"); since != "" {
		s.log.WarnContext(ctx, "rekey: a deprecated operation", "operation", r.id, "since", since, "until", resp.Header.Get("Sunset"))
	}
	if !s.log.Enabled(ctx, slog.LevelDebug) {
		return
	}
	headers := []any{}
	for _, name := range shownHeaders {
		if v := resp.Header.Get(name); v != "" {
			headers = append(headers, slog.String(name, v))
		}
	}
	s.log.DebugContext(ctx, "rekey", "operation", r.id, "method", r.method, "path", r.operation.path, "query", shownQuery(r),
		"request", shown(r), "attempt", attempt, "status", resp.StatusCode, "request_id", resp.Header.Get("X-Request-Id"),
		slog.Group("headers", headers...), "answer", shownText(raw, secretNames[r.surface], resp.StatusCode))
}

func (s *settings) traceLost(ctx context.Context, r *request, err error) {
	if s.log == nil {
		return
	}
	s.log.DebugContext(ctx, "rekey", "operation", r.id, "method", r.method, "path", r.operation.path, "lost", reason(err))
}

func shownQuery(r *request) string {
	out := url.Values{}
	for name, values := range r.query {
		for _, v := range values {
			if secretNames[r.surface][name] {
				v = redacted
			}
			out.Add(name, v)
		}
	}
	return out.Encode()
}

func shown(r *request) string {
	if r.body == nil {
		return ""
	}
	raw, err := json.Marshal(r.body)
	if err != nil {
		return ""
	}
	return shownText(raw, secretNames[r.surface], 0)
}

// shownText is a body without its secrets; what is not JSON is not shown, since nothing
// tells where its secrets are.
func shownText(raw []byte, secret map[string]bool, status int) string {
	if len(raw) == 0 {
		return ""
	}
	var value any
	if json.Unmarshal(raw, &value) != nil {
		return "[not JSON]"
	}
	out, err := json.Marshal(hide(value, secret, status))
	if err != nil {
		return ""
	}
	return string(out)
}

func hide(value any, secret map[string]bool, status int) any {
	switch v := value.(type) {
	case map[string]any:
		for name, member := range v {
			// The code of an error is its name; any other code is a secret.
			if secret[name] && !(name == "code" && status >= http.StatusBadRequest) {
				v[name] = redacted
				continue
			}
			v[name] = hide(member, secret, status)
		}
	case []any:
		for i, member := range v {
			v[i] = hide(member, secret, status)
		}
	}
	return value
}
