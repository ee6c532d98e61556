// Package audit reads the audit trail: it lists and exports events, verifies their chains, and
// writes checkpoints and archives.
//
// The other rooms write the events, in the transaction of the recorded change. Each tenant has a
// chain, and the platform has one: every event contains the digest of its predecessor. The end of a
// chain is a row with the sequence and the digest of its last event, sealed with the secret file.
// impl/trail defines the formats of chain, checkpoint and archive, and verifies them without a
// database, so that an auditor can check the trail without this service.
//
// [UseCases.VerifyAudit] checks the chains in steps, and returns where the next step starts, or the
// first flaw. [UseCases.WriteCheckpoints] is a background job that signs the end of each chain.
// [UseCases.WriteArchive] copies old events to a file. [UseCases.DropArchived] moves the anchor of
// each chain, from which the remaining events still verify, and [UseCases.DeleteArchived] deletes
// the archived events.
//
// Nothing here changes an event. Surfaces and the audit commands call this package; it imports no
// other room.
package audit
