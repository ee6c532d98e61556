package server

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// extAliases lists further paths of a path of the contract, for clients of an earlier version of an
// API whose messages are the same. A request to one of them is a request to the path: operation,
// permission and limits are the same, and so is its route in the access log.
const extAliases = "x-aliases"

// alias is a further path of a path of the contract.
type alias struct {
	pattern *regexp.Regexp
	path    string // of the contract, with ${name} for a parameter
}

// readAliases reads the aliases of a path. They have the same parameters.
func readAliases(path string, item *openapi3.PathItem) (all []alias, err error) {
	list, _ := item.Extensions[extAliases].([]any)
	for _, entry := range list {
		text, _ := entry.(string)
		same := strings.Join(pathParameter.FindAllString(text, -1), "") == strings.Join(pathParameter.FindAllString(path, -1), "")
		if !strings.HasPrefix(text, "/") || !same {
			return nil, fmt.Errorf("%s: not a path with the same parameters: %q", extAliases, text)
		}
		parts := pathParameter.Split(text, -1)
		var b strings.Builder
		for i, name := range pathParameter.FindAllStringSubmatch(text, -1) {
			b.WriteString(regexp.QuoteMeta(parts[i]) + "(?P<" + name[1] + ">[^/]*)")
		}
		pattern, err := regexp.Compile("^" + b.String() + regexp.QuoteMeta(parts[len(parts)-1]) + "$")
		if err != nil {
			return nil, err
		}
		all = append(all, alias{pattern, pathParameter.ReplaceAllString(path, "$${$1}")})
	}
	return all, nil
}

// resolveAlias gives a request to an alias the path of the contract.
func (s *Server) resolveAlias(r *http.Request) *http.Request {
	path := r.URL.EscapedPath()
	for _, a := range s.aliases {
		if a.pattern.MatchString(path) {
			return withPath(r, a.pattern.ReplaceAllString(path, a.path))
		}
	}
	return r
}

// withPath is the request with another path, which is escaped. It is like a request that was sent with
// that path: gin reads RawPath, if there is one, as a query, in which a plus sign means a space.
func withPath(r *http.Request, path string) *http.Request {
	plain, err := url.PathUnescape(path)
	if err != nil {
		return r
	}
	short, at := *r, *r.URL
	at.Path, at.RawPath = plain, ""
	if at.EscapedPath() != path {
		at.RawPath = path // an encoded slash stays inside its segment
	}
	short.URL = &at
	return &short
}
