package entrust

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/fault"
)

// CreateUsersUsingPOST creates several users, each in a transaction of his own.
func (h *handlers) CreateUsersUsingPOST(ctx context.Context, r entrustapi.CreateUsersUsingPOSTRequestObject) (entrustapi.CreateUsersUsingPOSTResponseObject, error) {
	results, err := changeAll(r.Body.Users, isTrue(r.Body.StopOnError), func(p entrustapi.UserParms) (out entrustapi.CreateUserResult, err error) {
		u, err := h.createUser(ctx, p)
		if err == nil {
			out.User = new(user(u))
		}
		return out, err
	}, func(out *entrustapi.CreateUserResult, refused *entrustapi.ErrorInfo) {
		out.Success, out.Error = refused == nil, refused
	})
	if err != nil {
		return nil, err
	}
	return entrustapi.CreateUsersUsingPOST200JSONResponse(results), nil
}

// UpdateUsersUsingPUT changes several users, each in a transaction of his own.
func (h *handlers) UpdateUsersUsingPUT(ctx context.Context, r entrustapi.UpdateUsersUsingPUTRequestObject) (entrustapi.UpdateUsersUsingPUTResponseObject, error) {
	results, err := changeAll(r.Body.Users, isTrue(r.Body.StopOnError), func(p entrustapi.UpdateUserParms) (out entrustapi.UpdateUserResult, err error) {
		id, err := h.resolveUser(ctx, p.ID, p.IDType)
		if err == nil {
			err = h.updateUser(ctx, id, p.Parms)
		}
		return out, err
	}, func(out *entrustapi.UpdateUserResult, refused *entrustapi.ErrorInfo) {
		out.Success, out.Error = refused == nil, refused
	})
	if err != nil {
		return nil, err
	}
	return entrustapi.UpdateUsersUsingPUT200JSONResponse(results), nil
}

// DeleteUsersUsingDELETE deletes several users, each in a transaction of his own.
func (h *handlers) DeleteUsersUsingDELETE(ctx context.Context, r entrustapi.DeleteUsersUsingDELETERequestObject) (entrustapi.DeleteUsersUsingDELETEResponseObject, error) {
	results, err := changeAll(r.Body.Users, isTrue(r.Body.StopOnError), func(p entrustapi.DeleteUserParms) (out entrustapi.DeleteUserResult, err error) {
		id, err := h.resolveUser(ctx, p.ID, p.IDType)
		if err == nil {
			err = h.deleteUser(ctx, id)
		}
		return out, err
	}, func(out *entrustapi.DeleteUserResult, refused *entrustapi.ErrorInfo) {
		out.Success, out.Error = refused == nil, refused
	})
	if err != nil {
		return nil, err
	}
	return entrustapi.DeleteUsersUsingDELETE200JSONResponse(results), nil
}

// changeAll makes one change after the other and collects the results. A failure of the service before anything
// was changed fails the request; later, the users who are left get the error, too, and are not tried.
func changeAll[P, R any](list []P, stop bool, change func(P) (R, error), settle func(*R, *entrustapi.ErrorInfo)) ([]R, error) {
	results := make([]R, 0, len(list))
	changed, down := false, (*entrustapi.ErrorInfo)(nil)
	for _, p := range list {
		var out R
		var err error
		refused := down
		if down == nil {
			out, err = change(p)
		}
		if err != nil {
			f := fault.From(err)
			failed := f.Kind == fault.Internal || f.Kind == fault.Unavailable
			if failed && !changed {
				return nil, err
			}
			info := errorInfo(f)
			refused = &info
			if failed {
				down = refused
			}
		}
		changed = changed || refused == nil
		settle(&out, refused)
		if results = append(results, out); stop && refused != nil {
			break
		}
	}
	return results, nil
}

// resolveUser returns the native id of the user whom an item names.
func (h *handlers) resolveUser(ctx context.Context, id string, kind *entrustapi.UserIDType) (string, error) {
	if kind == nil || *kind == entrustapi.UserIDTypeUUID {
		native, err := h.ResolveUsers(ctx, []string{id})
		if err != nil {
			return "", err
		}
		return native[0], nil
	}
	if *kind == entrustapi.UserIDTypeUSERID {
		u, err := h.Core.Accounts.FindUserByName(ctx, id)
		if err != nil {
			return "", err
		}
		return u.ID, nil
	}
	found, _, err := h.Core.Accounts.ListUsers(ctx, accounts.ListUsersInput{ExternalID: id, Page: core.Page{Limit: 2}})
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", core.ErrUserNotFound
	case len(found) > 1:
		return "", core.ErrUserAmbiguous
	}
	return found[0].ID, nil
}
