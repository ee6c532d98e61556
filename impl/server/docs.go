package server

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"

	documents "github.com/rekeyhq/rekey"
	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/gen/postman"
	"github.com/rekeyhq/rekey/gen/problem"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/docs"
	"github.com/rekeyhq/rekey/impl/fault"
)

var documentPaths = []string{"/docs", "/docs.md", "/docs/*path", "/problems", "/problems.md", "/problems/:code", "/llms.txt"}

// isDocument reports whether a request is for the documentation or the contract.
func isDocument(g *gin.Context) bool {
	path := g.FullPath()
	return slices.Contains(documentPaths, path) || path == "/openapi.json" || path == "/openapi.yaml"
}

// mountDocs adds the documentation, and the pages of problems that the `type` of an error refers
// to. The pages are rendered on the first request.
func (s *Server) mountDocs() {
	pages := sync.OnceValues(func() (map[string]docs.Page, error) { return docs.New(s.documents()) })
	show := func(g *gin.Context) {
		all, err := pages()
		if err != nil {
			s.fail(g, nil, fmt.Errorf("server: %w", err))
			return
		}
		p, ok := all[g.Request.URL.Path]
		if !ok {
			s.redirectOrFail(g, all)
			return
		}
		s.sendPage(g, p)
	}
	for _, path := range documentPaths {
		s.engine.GET(path, show)
		s.engine.HEAD(path, show)
	}
}

// documents collects the input of the pages.
func (s *Server) documents() docs.Input {
	in := docs.Input{Documents: documents.Files, Contract: openapi.JSON, Postman: postman.Files, Snippets: openapi.Snippets, Base: s.base}
	for _, sf := range s.surfaces {
		in.Surfaces = append(in.Surfaces, sf.Name)
	}
	for _, p := range problem.Catalogue() {
		in.Problems = append(in.Problems, docs.Problem{Code: p.Code, Title: p.Title, Meaning: p.Meaning, Remedy: p.Remedy, Status: p.Status})
	}
	for _, p := range caller.Permissions() {
		in.Permissions = append(in.Permissions, docs.Permission(p))
	}
	if s.demo != nil {
		in.Demo = &docs.Demo{Key: "Its key is REKEY_API_KEY in " + s.demo.KeyFile + ".", Live: s.demo.replacements()}
	}
	return in
}

// Demo holds the ids of a demo that replace those in the examples of the contract.
type Demo struct {
	ApplicationID, TenantID, UserID, UserNumber string
	KeyFile                                     string
}

// ShowDemo makes the documentation show the ids of a demo in its examples. It must be called before
// the first request.
func (s *Server) ShowDemo(d Demo) { s.demo = &d }

// replacements maps the ids of the examples to the ids of the demo.
func (d *Demo) replacements() map[string]string {
	var playbook struct {
		Fixtures struct{ Made map[string]string }
	}
	if err := json.Unmarshal(openapi.Playbook, &playbook); err != nil {
		return nil // the examples stay unchanged
	}
	made, found := playbook.Fixtures.Made, map[string]string{}
	for example, here := range map[string]string{
		made["applicationId"]: d.ApplicationID, made["tenantId"]: d.TenantID, made["userId"]: d.UserID, made["userNumber"]: d.UserNumber,
	} {
		if example != "" && here != "" {
			found[example] = here
		}
	}
	return found
}

// redirectOrFail redirects an address with a trailing slash to the page without it.
func (s *Server) redirectOrFail(g *gin.Context, all map[string]docs.Page) {
	if at, slash := strings.CutSuffix(g.Request.URL.Path, "/"); slash && all[at].Body != nil {
		g.Header("Location", s.base+at) // the key of a page, not text from the request
		g.Status(http.StatusPermanentRedirect)
		return
	}
	s.fail(g, nil, fault.ErrNoRoute)
}

func (s *Server) sendPage(g *gin.Context, p docs.Page) {
	g.Header("Content-Security-Policy", docs.Policy)
	g.Header("Cache-Control", "public, max-age=0, must-revalidate")
	if p.Lasting {
		g.Header("Cache-Control", "public, max-age=31536000, immutable")
	}
	if p.Location != "" {
		g.Header("Location", s.base+p.Location)
		g.Status(http.StatusPermanentRedirect)
		return
	}
	body, etag := p.Body, p.ETag
	if p.Compressed != nil {
		g.Header("Vary", "Accept-Encoding")
		if acceptsGzip(g.GetHeader("Accept-Encoding")) {
			body, etag = p.Compressed, strings.TrimSuffix(etag, `"`)+`-gzip"`
			g.Header("Content-Encoding", "gzip")
		}
	}
	g.Header("ETag", etag)
	if matchesETag(g.GetHeader("If-None-Match"), etag) {
		g.Writer.Header().Del("Content-Encoding")
		g.Status(http.StatusNotModified)
		return
	}
	g.Data(http.StatusOK, p.Type, body)
}

// acceptsGzip reports whether Accept-Encoding names gzip with a weight above zero
// (RFC 9110 section 12.5.3).
func acceptsGzip(header string) bool {
	for _, part := range strings.Split(header, ",") {
		coding, weight, _ := strings.Cut(part, ";")
		if strings.EqualFold(strings.TrimSpace(coding), "gzip") {
			weight = strings.ReplaceAll(weight, " ", "")
			return strings.Trim(strings.TrimPrefix(weight, "q="), "0.") != "" || !strings.HasPrefix(weight, "q=")
		}
	}
	return false
}
