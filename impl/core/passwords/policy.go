package passwords

import (
	"maps"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/models"
)

// Policy is the rules of one level. Its tenants or users inherit them.
type Policy struct {
	Rules   core.Overlay
	Preset  string // the label of the preset that the rules were taken from
	Version int64
}

func newPolicy(row *models.LevelPolicy) Policy {
	return Policy{Rules: row.Policy, Preset: row.PolicyPreset, Version: row.PolicyVersion}
}

// checkSettings refuses settings that are out of bounds or contradict each other. The violations point
// into the rules of the request, and name the tenant whose settings these are, if one is given.
func checkSettings(s models.Settings, tenantID string) error {
	broken := policy.ValidateSettings(s)
	if len(broken) == 0 {
		return nil
	}
	for i := range broken {
		broken[i].Pointer = "/rules" + broken[i].Pointer
		if tenantID != "" {
			with := fault.Params{fault.TenantID: tenantID}
			maps.Copy(with, broken[i].Params)
			broken[i].Params = with
		}
	}
	return core.ErrSettings.With(broken...)
}
