package server

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/spec"
	"github.com/rekeyhq/rekey/impl/surface"
)

const jsonMedia = "application/json"

// readTolerances reads from the contract what a surface accepts besides what its operations declare.
func (c *contract) readTolerances() error {
	info := c.surface.Spec.Info.Extensions
	switch info[spec.LetterCase] {
	case nil:
	case "ignore":
		c.ignoreCase = true
	default:
		return fmt.Errorf("server: %s: %s has to be ignore, or absent", c.surface.Name, spec.LetterCase)
	}
	switch info[spec.Head] {
	case nil:
	case "as-get":
		c.head = true
	default:
		return fmt.Errorf("server: %s: %s has to be as-get, or absent", c.surface.Name, spec.Head)
	}
	types, _ := info[spec.JSONTypes].([]any)
	for _, t := range types {
		text, _ := t.(string)
		if strings.Count(text, "/") != 1 || strings.Contains(strings.TrimPrefix(text, anyJSON), "*") {
			return fmt.Errorf("server: %s: %s: %q is not a media type", c.surface.Name, spec.JSONTypes, text)
		}
		c.jsonTypes = append(c.jsonTypes, text)
	}
	return nil
}

// anyJSON is the one pattern of media types: those whose suffix says that they are JSON (RFC 6839).
const anyJSON = "application/*+json"

// isJSON reports whether the surface takes a media type for JSON.
func (c *contract) isJSON(media string) bool {
	for _, known := range c.jsonTypes {
		if known == media {
			return true
		}
		if name, ok := strings.CutPrefix(media, "application/"); ok && known == anyJSON {
			if name, ok = strings.CutSuffix(name, "+json"); ok && name != "" {
				return true
			}
		}
	}
	return false
}

// mountHead adds HEAD for each GET of a surface, with the same handler: net/http sends no body, and
// the headers of the answer are the same (RFC 9110 section 9.3.2). Nothing that GET spares is done.
func (c *contract) mountHead(group gin.IRouter, routes gin.RoutesInfo) {
	if !c.head {
		return
	}
	for _, route := range routes {
		if _, ours := c.operations[route.Method+" "+route.Path]; ours && route.Method == http.MethodGet {
			group.HEAD(route.Path, route.HandlerFunc)
		}
	}
}

// methodsOf returns the methods with which an operation is requested.
func (c *contract) methodsOf(o *operation) []string {
	if c.head && o.route.Method == http.MethodGet {
		return []string{http.MethodGet, http.MethodHead}
	}
	return []string{o.route.Method}
}

// ignoresCase reports whether the paths of a surface match in any case.
func ignoresCase(sf *surface.Surface) bool {
	return sf.Spec.Info.Extensions[spec.LetterCase] == "ignore"
}
