package boomi

import (
	"cmp"
	"context"
	"mime"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
)

// preference is how much a client wants a media type: the larger, the more.
type preference struct {
	quality  float64 // RFC 9110 section 12.4.2
	specific int     // how closely a range names the type: */* 1, application/* 2, the type itself 3
	position int     // earlier ranges count more: clients list what they like best first
}

func (p preference) compare(q preference) int {
	return cmp.Or(cmp.Compare(p.quality, q.quality), cmp.Compare(p.specific, q.specific), cmp.Compare(q.position, p.position))
}

// wantsJSON tells whether a bare string is answered as JSON. A client that says
// nothing, or */*, gets text/plain, as from ASP.NET Core, which the vendor's names
// look like; so does one that accepts neither.
func wantsJSON(ctx context.Context) bool {
	g, ok := ctx.(*gin.Context)
	if !ok {
		return false
	}
	accept := strings.Join(g.Request.Header.Values("Accept"), ",")
	return preferenceFor(accept, "application", "json").compare(preferenceFor(accept, "text", "plain")) > 0
}

// preferenceFor finds the range that names a type most closely.
func preferenceFor(accept, kind, subtype string) preference {
	best := preference{}
	for i, part := range strings.Split(accept, ",") {
		media, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		specific := 0
		switch media {
		case kind + "/" + subtype:
			specific = 3
		case kind + "/*":
			specific = 2
		case "*/*":
			specific = 1
		}
		if specific <= best.specific {
			continue
		}
		best = preference{quality: 1, specific: specific, position: i}
		if q, given := params["q"]; given {
			if best.quality, err = strconv.ParseFloat(q, 64); err != nil {
				best.quality = 0
			}
		}
	}
	return best
}
