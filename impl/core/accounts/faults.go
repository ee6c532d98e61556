package accounts

import (
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/passhash"
)

// ErrPepperUnknown refuses a hash that needs the secret of another installation.
var ErrPepperUnknown = core.HashNotAccepted(passhash.ErrHashPepper)
