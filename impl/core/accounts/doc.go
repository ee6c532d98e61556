// Package accounts creates, reads, changes, locks and deletes users with their addresses, and
// imports and exports users with their password hashes.
//
// A user belongs to a tenant, has a user name, and has e-mail addresses and phone numbers. A
// user name is never the address of another user of the tenant (CVE-2022-39229). Creation,
// import and update check this again in the transaction that writes. Disabling, locking or
// deleting a user ends every login, challenge and ticket in the same transaction.
//
// Users have versions: an update or a deletion that names an old version is refused. A caller
// cannot grant rights that the caller does not hold, and cannot change a user who holds more.
//
// [UseCases.ImportUsers] imports users in batches, and refuses each user alone.
// [UseCases.CheckImport] checks a batch in the same way and writes nothing. Hashes are
// accepted only within bounds on their cost, since each login pays it.
// [UseCases.ExportUsers], [UseCases.FindImportTenant] and [UseCases.HasUsername] are for the
// operator's commands, and refuse every other caller.
//
// Surfaces, the import and export commands and the demo call this package. It knows no other
// room.
package accounts
