package server

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/problem"
	"github.com/rekeyhq/rekey/impl/fault"
)

// catalogue serves the list of problems: the `type` of a problem leads there.
type catalogue struct {
	server *Server
	page   *template.Template
	style  style
	all    []problem.Problem
}

func (s *Server) mountProblems() error {
	look, err := readStyle()
	if err != nil {
		return err
	}
	page, err := template.ParseFS(pageFiles, "pages/problems.html")
	if err != nil {
		return fmt.Errorf("server: problems: %w", err)
	}
	c := &catalogue{server: s, page: page, style: look, all: problem.Catalogue()}
	s.engine.GET("/problems", func(g *gin.Context) { c.show(g, "Problems", c.all) })
	s.engine.GET("/problems/:code", c.one)
	return nil
}

func (c *catalogue) one(g *gin.Context) {
	for _, p := range c.all {
		if p.Code == g.Param("code") {
			c.show(g, p.Title, []problem.Problem{p})
			return
		}
	}
	c.server.fail(g, nil, fault.ErrNoRoute)
}

func (c *catalogue) show(g *gin.Context, title string, list []problem.Problem) {
	var b bytes.Buffer
	err := c.page.Execute(&b, map[string]any{
		"Product": c.server.Core.Product, "Style": c.style.css, "Title": title, "Problems": list, "One": len(list) == 1,
	})
	if err != nil {
		c.server.fail(g, nil, err)
		return
	}
	g.Header("Content-Security-Policy", c.style.policy)
	g.Header("Cache-Control", "public, max-age=3600")
	g.Data(http.StatusOK, "text/html; charset=utf-8", b.Bytes())
}
