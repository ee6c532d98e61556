// Package audit answers for the audit trail: it lists and exports events, verifies their
// chain, writes checkpoints and archives.
//
// Events are written by the other rooms, in the transactions of what they record; each
// tenant has a chain, in which an event holds the digest of its predecessor. The format of
// chain, checkpoint and archive, and its verification without a database, are in
// impl/trail, so that anybody can check the trail.
//
// [UseCases.VerifyAudit] walks a chain in steps and answers where it stands, or the first
// event that does not fit. [UseCases.WriteCheckpoints] is a background job: it signs how
// long each chain is. [UseCases.WriteArchive] and [UseCases.DropArchived] take old events
// out of the database, and leave an anchor from which the rest still verifies.
//
// Nothing here changes an event. Surfaces and the audit commands call this package; it
// knows no other room.
package audit
