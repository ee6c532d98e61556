// Package rig starts databases and servers of Rekey as processes, and breaks them: kill -9, SIGSTOP,
// SIGTERM, cut off from the others, restart. It knows nothing of users and passwords: the clients and
// what is checked about them are in tests/cluster/history.
//
// A test takes a database, and then servers that use it:
//
//	db := rig.Galera(t)              // or rig.SQLite(t), rig.MariaDB(t)
//	service := rig.Serve(t, db, 3)   // `rekey init` once, then three `rekey serve`, each ready
//	service.Servers[0].URL           // http://127.0.0.1:port; service.Key is an API key of the platform
//	service.Mail.Mails()             // every mail, with its Message-Id
//
//	db.Nodes[2].Kill()               // kill -9, like each process: Kill, Freeze, Thaw, Log, RSS, ExitCode
//	db.Nodes[2].Start()              // recovers, joins the others, and is ready again
//	db.Nodes[1].CutOff()             // the others no longer hear it; its clients still do. Rejoin ends it
//	db.Nodes[0].Bootstrap()          // after a lost quorum: this node is the cluster (pc.bootstrap)
//	service.Servers[1].Terminate()   // SIGTERM; gives the exit code
//	service.Servers[1].Start()       // and AwaitReady
//	service.Run("audit", "verify")   // a command with the settings and the owner key
//
// Launch starts a process and does not wait; Start waits until it is ready. Each wait has a limit and
// polls. The methods end the test if they fail, so they belong to its goroutine, and the load to
// others. Processes end with their test, also after a panic, and on Linux even if the test itself is
// killed. If a test fails, it prints the last lines of each process.
//
// Tests that start servers set Binary with harness.WithBinary in their TestMain. Ports are below those
// that the system gives to outgoing connections, so that a process finds its own free again.
package rig
