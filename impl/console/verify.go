package console

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
)

// finding is the result of a check of the audit trail, the only success with an exit code of its
// own.
type finding struct {
	Intact  *bool  `json:"intact"`
	Checked int64  `json:"checked"`
	Chains  int64  `json:"chains"`
	Resume  string `json:"resume"`
}

func verdict(a *answer) int {
	var f finding
	if json.Unmarshal(a.body, &f) == nil && f.Intact != nil && !*f.Intact {
		return ExitNotIntact
	}
	return ExitDone
}

// toTheEnd completes a check that takes several requests, and adds up their counts: a check of a
// part proves nothing.
func (k *call) toTheEnd(ctx context.Context, a *answer) (*answer, error) {
	const member = "resume"
	if !slices.ContainsFunc(k.inputs, func(in *input) bool { return in.place == inQuery && in.member[0] == member }) {
		return a, nil
	}
	var total finding
	for {
		var f finding
		var all map[string]json.RawMessage
		if json.Unmarshal(a.body, &f) != nil || json.Unmarshal(a.body, &all) != nil {
			return nil, fmt.Errorf("the answer is not what the contract says")
		}
		total.Checked, total.Chains = total.Checked+f.Checked, total.Chains+f.Chains
		if f.Resume == "" || f.Intact == nil || !*f.Intact {
			all["checked"] = json.RawMessage(fmt.Sprint(total.Checked))
			all["chains"] = json.RawMessage(fmt.Sprint(total.Chains))
			body, err := json.Marshal(all)
			return &answer{status: a.status, header: a.header, body: body}, err
		}
		address, err := k.operation.address(k.given.with(flagName(member), f.Resume))
		if err != nil {
			return nil, err
		}
		if a, err = k.send(ctx, address); err != nil {
			return nil, err
		}
		if a.status != http.StatusOK {
			k.console.problem(k.operation, a)
			return nil, &cutShort{a.status}
		}
	}
}
