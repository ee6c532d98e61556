package accounts

import (
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/passhash"
)

// ErrPepperUnknown refuses a hash that only another installation's secret can check.
var ErrPepperUnknown = core.HashNotAccepted(passhash.ErrHashPepper)
