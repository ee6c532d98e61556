package server

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/gin-gonic/gin"
)

// deprecation holds the two dates of a deprecated operation: the day since which it is deprecated
// and the day on which it is removed. The contract declares them with `deprecated`,
// `x-deprecated-since` and `x-sunset`.
type deprecation struct {
	since  time.Time
	sunset time.Time
}

// minimumNotice is the least time between the two dates. docs/deprecation.md promises it.
const minimumNotice = 180 * 24 * time.Hour

// readDeprecation returns nil if the operation is not deprecated.
func readDeprecation(op *openapi3.Operation) (*deprecation, error) {
	if !op.Deprecated {
		return nil, nil
	}
	d := &deprecation{}
	for name, at := range map[string]*time.Time{"x-deprecated-since": &d.since, "x-sunset": &d.sunset} {
		text, _ := op.Extensions[name].(string)
		day, err := time.Parse(time.DateOnly, text)
		if err != nil {
			return nil, fmt.Errorf("%s: a deprecated operation needs %s as a date", op.OperationID, name)
		}
		*at = day
	}
	if d.sunset.Before(d.since.Add(minimumNotice)) {
		return nil, fmt.Errorf("%s: the sunset must be at least 180 days after the deprecation", op.OperationID)
	}
	return d, nil
}

// writeHeaders adds the headers of RFC 9745 and RFC 8594; base is the path of the public URL.
func (d *deprecation) writeHeaders(g *gin.Context, base string) {
	if d == nil {
		return
	}
	g.Header("Deprecation", "@"+strconv.FormatInt(d.since.Unix(), 10))
	g.Header("Sunset", d.sunset.UTC().Format(http.TimeFormat))
	g.Header("Link", "<"+base+`/docs/deprecation>; rel="deprecation"; type="text/html"`)
}
