package logins

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/models"
)

// Device is what a client said of a user's browser or device.
type Device = models.Device

// maxDeviceBytes is the size of the stored device: room for a browser's headers.
const maxDeviceBytes = 16 << 10

// requireStorable refuses a device that is too large, or whose headers carry credentials: a page that
// hands on all headers of its request would have the user's cookies stored as plain text.
func requireStorable(d *Device) error {
	if d == nil {
		return nil
	}
	for name := range d.Headers {
		switch strings.ToLower(name) {
		case "authorization", "proxy-authorization", "cookie", "set-cookie":
			return fault.ErrMalformed.With(core.NewViolation("/userAgent/header", "not_allowed", "The headers must not carry credentials or cookies."))
		}
	}
	text, err := json.Marshal(d)
	if err != nil {
		return fmt.Errorf("logins: the device of a session: %w", err)
	}
	if len(text) > maxDeviceBytes {
		return fault.ErrMalformed.With(core.NewViolation("/userAgent", "too_long", "The description of the browser is too long."))
	}
	return nil
}
