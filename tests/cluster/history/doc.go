// Package history puts a mixed load on one or more servers, records what they acknowledged, and checks
// afterwards that all of it is true: nothing acknowledged was lost, nothing happened twice, and nothing
// happened that was refused.
//
//	load := history.New(t, history.Setup{Servers: []string{a, b}, Key: ownerKey, Clients: 6})
//	load.Run(200)                 // 200 steps; or load.Resume() until load.Pause()
//	end := load.Fault()           // from here, a connection may be cut
//	node.Kill(); node.Start()
//	end()
//	load.Servers(a, c)            // where clients send from now on
//	load.Pause()                  // every operation has its answer
//	found := load.Check(db, history.Checks{Mails: smtp.Mails})
//
// # Nouns
//
// A client is a goroutine that does one step after the other. A step is one operation on a user that the
// client owns, so that the client knows what must be true of it; or a race, in which several goroutines
// redeem one ticket, refresh one token, create one user or set one password at the same time. An
// operation has one Idempotency-Key and one or more attempts, each with its own X-Request-Id. It ends
// acknowledged (2xx), refused (4xx), or unsettled: its outcome is unknown, and the load ended before it
// could be repeated. An attempt whose outcome is unknown (connection lost, no answer in time, 5xx) is
// repeated with the same Idempotency-Key, at any server.
//
// # What must not be done here
//
// Nothing here starts or breaks a process: that is tests/cluster/rig. Nothing here fails a test after New:
// what is wrong is returned as violations, so that a control can expect them.
package history
