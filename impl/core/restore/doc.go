// Package restore ends what must not be used again after a database was restored from a backup.
//
// The restored database has the tickets, sessions and codes of the day of the backup, and those that
// were used or ended since can be used again. Nobody knows which ones, so all of them end. Messages
// that wait may have been sent since: they are dropped. Signing keys that were retired since, perhaps
// because somebody read them, are valid again: all of them are retired, which also ends the access
// tokens of API clients.
//
// Each use case handles one bounded batch, and says whether there is more. A batch that was handled
// is not found again, so a run that was stopped is continued by the next one, and a run too many
// changes nothing. [UseCases.RecordRestore] writes what was done into the audit trail.
//
// What people chose (passwords, rights, API keys) stays as it was on the day of the backup: ending it
// would lock everybody out. Records of requests with an Idempotency-Key stay too: they contain answers
// of that day, whose tokens have ended, and without them a change would be carried out twice.
//
// The command `rekey restored` calls this package, through impl/setup; no surface does.
package restore
