package accounts

import (
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
)

// maxAttempts is how often a change of any version is attempted.
const maxAttempts = 5

// retryOnVersion repeats a change of any version if the user was changed in the meantime:
// a caller who keeps requesting links for a user must not prevent an administrator from
// locking that user. A change of one version is attempted once.
func retryOnVersion(version int64, change func() error) error {
	for n := 1; ; n++ {
		err := change()
		if version != core.AnyVersion || n >= maxAttempts || !errors.Is(err, core.ErrVersion) {
			return err
		}
	}
}
