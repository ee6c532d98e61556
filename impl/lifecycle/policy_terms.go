package lifecycle

import "github.com/rekeyhq/rekey/models"

// The terms of a policy are values without an owner: rules, the level that imposed one, and what a
// change of a password may end. They are stored as they are asked for, so that one type serves both.
type (
	Settings       = models.Settings       // every rule, resolved
	PasswordPolicy = models.PasswordPolicy // those for passwords
	Overlay        = models.Overlay        // the rules that one level sets
	Level          = models.Level
	Revocation     = models.Revocation
)

// DefaultSettings are the built-in rules, over which the levels lie.
func DefaultSettings() Settings { return models.DefaultSettings() }
