package passwords

import (
	"maps"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/models"
)

// Policy is what one level decides: rules that its tenants or users inherit.
type Policy struct {
	Rules   core.Overlay
	Preset  string // that the rules were taken from; a label
	Version int64
}

func policyOf(row *models.LevelPolicy) Policy {
	return Policy{Rules: row.Policy, Preset: row.PolicyPreset, Version: row.PolicyVersion}
}

// sound refuses settings that are out of bounds, or contradict each other, with
// pointers into the rules that were sent. The tenant, if given, is whose settings they are.
func sound(s models.Settings, tenantID string) error {
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
