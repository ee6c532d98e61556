// Package accounts keeps users and their addresses, and moves users in and out with their
// hashes.
//
// A user belongs to a tenant, is named by a user name and is reached by addresses. A user
// name is never another user's address (CVE-2022-39229); this is checked again in the
// transaction of every change, including imports. A disabled or locked user gets no ticket
// and no login, and every session ends.
//
// Users have versions: a change that names an old one is refused. Nobody grants what the
// caller does not hold, and nobody changes a user who holds more.
//
// [UseCases.ImportUsers] takes users in batches and refuses line by line;
// [UseCases.CheckImport] refuses the same lines and changes nothing. Hashes are accepted
// within bounds on their cost alone, since each login pays it. [UseCases.ExportUsers] gives
// users with their hashes to the operator's command, and to nobody else.
//
// Surfaces, the import and export commands and setup call this package; it knows no other
// room.
package accounts
