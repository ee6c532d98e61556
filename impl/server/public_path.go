package server

import (
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/surface"
)

// stripPublicPath removes the path of the public URL from a request. A proxy may remove it, or
// pass it on: both work, since no path of the server begins with it.
func (s *Server) stripPublicPath(r *http.Request) *http.Request {
	if s.base == "" {
		return r
	}
	path, ok := strings.CutPrefix(r.URL.EscapedPath(), s.base)
	if !ok || path != "" && path[0] != '/' {
		return r
	}
	if path == "" {
		path = "/"
	}
	return withPath(r, path)
}

// checkOwnPaths compares the routes with the paths that config refuses for a public URL. If a
// route began with the path of the public URL, stripPublicPath would damage requests for it.
func (s *Server) checkOwnPaths() error {
	for _, route := range s.engine.Routes() {
		if s.base != "" && strings.HasPrefix(route.Path, s.base+"/") {
			return fmt.Errorf("server: REKEY_PUBLIC_URL: the path must not begin like %s, which Rekey answers itself", route.Path)
		}
		if s.isProcedure(route.Path) {
			continue
		}
		first, _, _ := strings.Cut(strings.TrimPrefix(route.Path, "/"), "/")
		if !slices.Contains(config.OwnPaths(), first) {
			return fmt.Errorf("server: config.OwnPaths lacks %q", first)
		}
	}
	return nil
}

// isProcedure reports whether a route is that of a procedure. The names of procedures have a dot, and
// are compared with the public URL one by one.
func (s *Server) isProcedure(path string) bool {
	return slices.ContainsFunc(s.surfaces, func(sf *surface.Surface) bool {
		return sf.Procedures != nil && strings.HasPrefix(path, sf.Procedures.Prefix())
	})
}

// contractServer matches the place where the contract names its server.
var contractServer = regexp.MustCompile(`(?m)^(  "servers": \[\{"url": ")/"`)

// withPublicURL sets the public URL as the contract's server, if the URL has a path. The contract
// names the root: clients generated from it would call another application of the host.
func (s *Server) withPublicURL(contract []byte) ([]byte, error) {
	if s.base == "" {
		return contract, nil
	}
	if len(contractServer.FindAll(contract, 2)) != 1 {
		return nil, errors.New("server: the contract must name exactly one server")
	}
	return contractServer.ReplaceAll(contract, []byte("${1}"+strings.TrimSuffix(s.PublicURL, "/")+`"`)), nil
}
