package server

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/gin-gonic/gin"
)

// leaving is an operation's way out: since when it is deprecated, and when it will be
// gone. The contract says it with `deprecated`, `x-deprecated-since` and `x-sunset`.
type leaving struct {
	since time.Time
	until time.Time
}

// minimumNotice lies between the two (the promise of docs/deprecation.md).
const minimumNotice = 180 * 24 * time.Hour

func readLeaving(op *openapi3.Operation) (*leaving, error) {
	if !op.Deprecated {
		return nil, nil
	}
	l := &leaving{}
	for name, at := range map[string]*time.Time{"x-deprecated-since": &l.since, "x-sunset": &l.until} {
		text, _ := op.Extensions[name].(string)
		day, err := time.Parse(time.DateOnly, text)
		if err != nil {
			return nil, fmt.Errorf("%s: a deprecated operation needs %s as a date", op.OperationID, name)
		}
		*at = day
	}
	if l.until.Before(l.since.Add(minimumNotice)) {
		return nil, fmt.Errorf("%s: the sunset must lie 180 days behind the deprecation", op.OperationID)
	}
	return l, nil
}

// announce says it in every answer (RFC 9745, RFC 8594); base is the path of the public URL.
func (l *leaving) announce(g *gin.Context, base string) {
	if l == nil {
		return
	}
	g.Header("Deprecation", "@"+strconv.FormatInt(l.since.Unix(), 10))
	g.Header("Sunset", l.until.UTC().Format(http.TimeFormat))
	g.Header("Link", "<"+base+`/docs/deprecation>; rel="deprecation"; type="text/html"`)
}
