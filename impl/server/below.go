package server

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/config"
)

// below takes the path of the public URL off a request. A proxy that takes it off itself
// and one that hands it on are both right: no path of ours begins with it.
func (s *Server) below(r *http.Request) *http.Request {
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
	plain, err := url.PathUnescape(path)
	if err != nil {
		return r
	}
	short, at := *r, *r.URL
	at.Path, at.RawPath = plain, path // an encoded slash stays inside its segment
	short.URL = &at
	return &short
}

// ownsItsPaths holds what config refuses as a public URL's path against the routes there
// are: a path that was both could be taken off once too often.
func (s *Server) ownsItsPaths() error {
	for _, route := range s.engine.Routes() {
		first, _, _ := strings.Cut(strings.TrimPrefix(route.Path, "/"), "/")
		if !slices.Contains(config.OwnPaths(), first) {
			return fmt.Errorf("server: config.OwnPaths lacks %q", first)
		}
	}
	return nil
}

// server is where the contract names its server.
var server = regexp.MustCompile(`(?m)^(  "servers": \[\{"url": ")/"`)

// located names the public URL as the contract's server, if it has a path: from the root,
// where the contract has it, clients that are made of it would talk to another application.
func (s *Server) located(contract []byte) ([]byte, error) {
	if s.base == "" {
		return contract, nil
	}
	if len(server.FindAll(contract, 2)) != 1 {
		return nil, errors.New("server: the contract names no server, or several")
	}
	return server.ReplaceAll(contract, []byte("${1}"+strings.TrimSuffix(s.PublicURL, "/")+`"`)), nil
}
