package zitadel

import (
	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core/logins"
)

// device reads what the caller knows of the user's browser; an empty message says nothing.
func device(in nullable.Nullable[zitadelapi.UserAgent]) *logins.Device {
	u, ok := optional(in)
	if !ok {
		return nil
	}
	var d logins.Device
	d.Fingerprint, _ = optional(u.FingerprintID)
	d.Address, _ = optional(u.IP)
	d.Description, _ = optional(u.Description)
	for name, header := range orZero(u.Header) {
		if d.Headers == nil {
			d.Headers = map[string][]string{}
		}
		d.Headers[name] = orZero(header.Values)
	}
	if d.Fingerprint == "" && d.Address == "" && d.Description == "" && len(d.Headers) == 0 {
		return nil
	}
	return &d
}

// userAgent describes the browser as the client described it.
func userAgent(d *logins.Device) nullable.Nullable[zitadelapi.UserAgent] {
	if d == nil {
		return nil
	}
	var u zitadelapi.UserAgent
	for to, text := range map[*nullable.Nullable[string]]string{&u.FingerprintID: d.Fingerprint, &u.IP: d.Address, &u.Description: d.Description} {
		if text != "" {
			to.Set(text)
		}
	}
	if len(d.Headers) > 0 {
		headers := make(zitadelapi.UserAgentHeaders, len(d.Headers))
		for name, values := range d.Headers {
			headers[name] = zitadelapi.UserAgentHeaderValues{Values: &values}
		}
		u.Header = &headers
	}
	return nullable.NewNullableWithValue(u)
}
