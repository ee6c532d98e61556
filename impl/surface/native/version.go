package native

import (
	"strconv"
	"strings"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
)

// etag writes a version as the validator of If-Match (RFC 9110 section 8.8.3).
func etag(version int64) *string { return some(`"` + strconv.FormatInt(version, 10) + `"`) }

// version reads If-Match; without it, any version matches.
func version(ifMatch *string) (int64, error) {
	if ifMatch == nil || *ifMatch == "*" {
		return core.AnyVersion, nil
	}
	v, err := strconv.ParseInt(strings.Trim(*ifMatch, `"`), 10, 64)
	if err != nil { // 19 digits can be too large a number
		return 0, fault.ErrMalformed.With(fault.Violation{
			Pointer: "header:If-Match", Code: "invalid_format", Message: "The value does not have the required form.",
		})
	}
	return v, nil
}
