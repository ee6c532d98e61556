package native

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/surface"
)

//go:embed presets/*.json
var presetFiles embed.FS

// presets are read once, in the order in which the contract names them. A broken file
// does not start: it is compiled in.
var presets = sync.OnceValue(func() []rekeyapi.PolicyPreset {
	var all []rekeyapi.PolicyPreset
	for _, name := range []rekeyapi.PresetName{
		rekeyapi.PresetNameNist, rekeyapi.PresetNameBoomi, rekeyapi.PresetNameEntrust,
		rekeyapi.PresetNameWristband, rekeyapi.PresetNameZitadel,
	} {
		var p rekeyapi.PolicyPreset
		raw, err := presetFiles.ReadFile("presets/" + string(name) + ".json")
		if err == nil {
			err = json.Unmarshal(raw, &p)
		}
		if err != nil {
			panic(fmt.Sprintf("rekey: the preset %s compiled into the program cannot be read: %v", name, err))
		}
		all = append(all, p)
	}
	return all
})

// ListPolicyPresets lists sets of rules to begin with.
func (h *handlers) ListPolicyPresets(context.Context, rekeyapi.ListPolicyPresetsRequestObject) (rekeyapi.ListPolicyPresetsResponseObject, error) {
	return rekeyapi.ListPolicyPresets200JSONResponse{Items: presets()}, nil
}

// presetRules are the rules of the presets, by name.
var presetRules = sync.OnceValues(func() (map[string]core.Overlay, error) {
	all := map[string]core.Overlay{}
	for _, p := range presets() {
		rules, err := overlay(&p.Rules)
		if err != nil {
			return nil, err
		}
		all[string(p.Name)] = rules
	}
	return all, nil
})

// chosen is the rules of a preset, if one is named, overlaid with the caller's own, even null ones.
func chosen(all map[string]core.Overlay, name string, own core.Overlay) (core.Overlay, error) {
	under, known := all[name]
	if name != "" && !known {
		return "", fmt.Errorf("rekey: the contract names a preset %q that there is not", name)
	}
	return own.Over(under)
}

// overlay writes rules, or a patch of them, as they are stored: the names are the same on
// purpose, and only link templates have a notation of their own here.
func overlay[T rekeyapi.PolicyRules | rekeyapi.PolicyRulesPatch](r *T) (core.Overlay, error) {
	if r == nil {
		return "", nil
	}
	kept := *r // what the generated code bound stays as it was
	switch k := any(&kept).(type) {
	case *rekeyapi.PolicyRules:
		if k.LinkTemplates != nil {
			k.LinkTemplates = some(linkTemplates(*k.LinkTemplates, surface.LinkTemplate))
		}
	case *rekeyapi.PolicyRulesPatch:
		if list, err := k.LinkTemplates.Get(); err == nil {
			k.LinkTemplates = nullable.NewNullableWithValue(linkTemplates(list, surface.LinkTemplate))
		}
	}
	raw, err := json.Marshal(kept)
	return core.Overlay(raw), err
}

func linkTemplates(list []string, notation func(string) string) []string {
	out := make([]string, len(list))
	for i, entry := range list {
		out[i] = notation(entry)
	}
	return out
}

// rules reads what is stored, an overlay or all settings.
func rules[T core.Overlay | core.Settings](stored T) (out rekeyapi.PolicyRules, err error) {
	raw := []byte("{}")
	switch s := any(stored).(type) {
	case core.Overlay:
		if s != "" {
			raw = []byte(s)
		}
	case core.Settings:
		if raw, err = json.Marshal(s); err != nil {
			return out, err
		}
	}
	if err := json.Unmarshal(raw, &out); err != nil {
		return out, err
	}
	if out.LinkTemplates != nil {
		out.LinkTemplates = some(linkTemplates(*out.LinkTemplates, surface.PublishedLinkTemplate))
	}
	return out, nil
}
