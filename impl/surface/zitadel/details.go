package zitadel

import (
	"strconv"
	"time"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/logins"
)

// changed describes where and when a user changed.
func changed(r core.UserChange) zitadelapi.Details {
	return details(r.Version, r.ChangedAt, r.CreatedAt, r.TenantID)
}

// sessionDetails describes where and when a session changed.
func sessionDetails(s *logins.Session) zitadelapi.Details {
	return details(s.Version, s.UpdatedAt, s.CreatedAt, s.TenantID)
}

// details writes a version as the vendor's sequence: both grow with every change, and a client may
// compare two of them.
func details(version int64, changed, created time.Time, owner string) zitadelapi.Details {
	return zitadelapi.Details{
		Sequence: count(version), ChangeDate: at(changed), CreationDate: at(created), ResourceOwner: unlessZero(owner),
	}
}

// count writes a 64-bit number as protobuf's JSON does, in a string.
func count(n int64) *string {
	if n == 0 {
		return nil
	}
	s := strconv.FormatInt(n, 10)
	return &s
}

func at(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC()
	return &t
}
