package config

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// OwnPaths are the first segments of the paths that Rekey answers.
func OwnPaths() []string {
	return []string{
		".well-known", "api", "dev", "docs", "docs.md", "healthz", "llms.txt", "metrics", "oauth", "openapi.json", "openapi.yaml", "problems", "problems.md", "readyz", "reset", "set", "verify", "v1", "v2", "v2beta",
	}
}

// PathOf returns the path of a public URL without a trailing slash; empty if it has no path.
func PathOf(publicURL string) string {
	u, err := url.Parse(publicURL)
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(u.Path, "/")
}

// plainPath matches paths that no proxy and no browser rewrites.
var plainPath = regexp.MustCompile(`^(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?$`)

// checkPath refuses a path of the public URL that begins like a path of Rekey. The server sees
// only from the path of a request whether the proxy has removed that prefix already.
func checkPath(u *url.URL) error {
	if !plainPath.MatchString(u.EscapedPath()) {
		return errors.New("REKEY_PUBLIC_URL: the path may only have letters, digits and . _ ~ -, such as https://id.example.com/id")
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(u.Path, "/"), "/")
	if slices.ContainsFunc(OwnPaths(), func(own string) bool { return strings.EqualFold(own, first) }) { // some match in any case
		return fmt.Errorf("REKEY_PUBLIC_URL: the path must not begin with /%s, which Rekey answers itself", first)
	}
	return nil
}
