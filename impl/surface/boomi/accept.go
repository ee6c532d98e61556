package boomi

import (
	"mime"
	"strconv"
	"strings"
)

// wantsText reports whether a client wants a bare string as text/plain rather than as JSON
// (RFC 9110 section 12.5.1): its Accept header gives text the higher quality. JSON is what
// the contract declares, and what all other clients get: those that send no Accept header or */*,
// those that prefer neither, and those that accept neither.
func wantsText(accept []string) bool {
	ranges := strings.Split(strings.Join(accept, ","), ",")
	return quality(ranges, "text", "plain") > quality(ranges, "application", "json")
}

// quality is the weight of the range that names a type most closely; 0 if none does, or if
// the type is not acceptable. A range that cannot be read is ignored.
func quality(ranges []string, kind, subtype string) float64 {
	found, nearest := 0.0, 0
	for _, part := range ranges {
		media, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		near := 0
		switch media {
		case kind + "/" + subtype:
			near = 3
		case kind + "/*":
			near = 2
		case "*/*":
			near = 1
		}
		if near <= nearest {
			continue
		}
		weight := 1.0
		if q, given := params["q"]; given {
			if weight, err = strconv.ParseFloat(q, 64); err != nil || weight < 0 || weight > 1 {
				continue
			}
		}
		found, nearest = weight, near
	}
	return found
}
