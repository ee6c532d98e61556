// Package zitadel speaks the password side of ZITADEL's user, session and settings
// services (v2, REST) over the core.
//
// Known differences from the vendor, each for a reason:
//
//   - sendLink together with returnCode is refused, although the vendor's own sample
//     sends both (D8).
//   - Permission is checked before anything else: a user who acts on somebody else is
//     answered 403 whether that user exists or not (S44). The vendor answers 404 first.
//   - returnCode needs the permission user.write: who may have a code mailed to himself
//     may not read it from the answer.
//   - Link templates must be on the tenant's allow-list and are not programs: only
//     {{.UserID}}, {{.Code}} and {{.OrgID}}, written exactly so, are replaced, each
//     escaped for its place.
//   - Codes have 20 characters instead of 6 (D13): they need no limit on guesses.
//   - A new password ends sessions, refresh tokens and open codes of the user (S55).
//   - A failed password check of a session is one answer for unknown, wrong, disabled
//     and locked users, without failedAttempts (S42).
//   - A session is a user's from the start and ends by the tenant's limit at the latest.
//     Of the second factors it knows totp, whose check also takes a recovery code.
//   - A user who was deleted is answered like one who never existed.
//   - An invitation proves an address only if it was mailed there.
//   - The header x-zitadel-orgid is not read: an API key acts in its own tenants.
//   - Faults that the vendor does not know have ids that begin with REKEY-.
//   - gRPC, gRPC-Web and Connect are not spoken.
package zitadel
