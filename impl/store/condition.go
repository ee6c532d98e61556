package store

import (
	"database/sql/driver"
	"errors"
	"net"
	"slices"

	mysqldriver "github.com/go-sql-driver/mysql"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store/failover"
)

// condition classifies an error of the database.
type condition int

const (
	defective  condition = iota // the statement, the data or the schema is wrong: waiting does not help
	raceLost                    // another process was faster: repeating the statement or transaction helps
	outOfOrder                  // the server is unavailable: waiting helps
)

// conditionOf classifies an error: of the connection, or of the engine.
func conditionOf(err error) condition {
	var (
		network net.Error
		server  *mysqldriver.MySQLError
		sqlite  interface{ Code() int }
	)
	switch {
	case errors.Is(err, driver.ErrBadConn), errors.Is(err, mysqldriver.ErrInvalidConn), errors.Is(err, failover.ErrRefuses), errors.As(err, &network):
		return outOfOrder
	case errors.As(err, &server):
		return mysqlCondition(server.Number)
	case errors.As(err, &sqlite):
		return sqliteCondition(sqlite.Code() & 0xff) // the extended code only adds detail
	}
	return defective
}

// mysqlCondition classifies the error numbers of MySQL, MariaDB and Galera
// (https://mariadb.com/kb/en/mariadb-error-code-reference/).
func mysqlCondition(number uint16) condition {
	switch number {
	case 1213, // deadlock; on Galera a failed certification, also at COMMIT
		1205,       // the wait for a lock was too long; on Galera also a read's wait for the cluster
		1020,       // the row changed since the snapshot (newer MariaDB servers)
		1412, 1615, // a migration changed the table since the snapshot, or since the statement was prepared
		3101: // the group rolled the transaction back at COMMIT (MySQL Group Replication)
		return raceLost
	case 1040, 1203, 1226, // too many connections, of all or of this user
		1044, 1045, 1049, // login refused: a password, a right or a database that is being moved
		1042, 1043, 1129, 1158, 1159, 1160, 1161, // this host is not resolved or blocked, the network failed
		1037, 1038, 1041, 1135, 1206, 1637, // out of memory, threads, room for locks or transactions
		3, 1021, 1026, 1030, 1114, // the disk or the table is full, a write failed
		1053, 1077, 1079, 1080, 1317, 1927, 3169, 4031, // shutdown, interrupted, killed, ended after a long pause
		1243, 3168, // a proxy went on to a server that does not know the statement, or has none
		1969, 3024, // longer than the server lets a statement last (MariaDB, MySQL)
		1180, 1181, 1568, // COMMIT or ROLLBACK failed; a transaction is open already
		1290, 1792, 1836, 3100, // read-only: a replica, a demoted primary; the group refuses
		1047: // the cluster's node joins, or has no quorum
		return outOfOrder
	}
	return defective
}

// sqliteCondition classifies the primary result codes (https://www.sqlite.org/rescode.html).
func sqliteCondition(code int) condition {
	switch code {
	case 5, 6, // BUSY, LOCKED
		17: // SCHEMA: a migration changed the table since the statement was prepared
		return raceLost
	case 7, // NOMEM
		8,  // READONLY
		9,  // INTERRUPT: the request's time was over
		10, // IOERR
		13, // FULL
		14, // CANTOPEN
		15: // PROTOCOL: the lock of the log was not to be had
		return outOfOrder
	}
	return defective
}

// full tells whether an error means that a table or the disk is full.
func full(err error) bool {
	var (
		server *mysqldriver.MySQLError
		sqlite interface{ Code() int }
	)
	return errors.As(err, &server) && slices.Contains([]uint16{3, 1021, 1026, 1114}, server.Number) ||
		errors.As(err, &sqlite) && sqlite.Code()&0xff == 13
}

// ForOperator returns the text of an error together with the cause for which the service is
// unavailable. Callers do not see the cause; the operator at the command line needs it.
func ForOperator(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) && f.Kind == fault.Unavailable && f.Cause() != nil {
		return err.Error() + ": " + f.Cause().Error()
	}
	return err.Error()
}

// refused tells whether a server executed nothing, and will not for a while: the node of a cluster without
// quorum, or a read-only server.
func refused(err error) bool {
	var server *mysqldriver.MySQLError
	return errors.As(err, &server) && slices.Contains(failover.Refusals, server.Number)
}

// severed tells whether an error ended the use of a connection, while another one may work.
func severed(err error) bool {
	var everywhere *failover.Refusal
	return !errors.As(err, &everywhere) && (refused(err) || errors.Is(err, driver.ErrBadConn) || errors.Is(err, mysqldriver.ErrInvalidConn))
}

// retryable tells whether a transaction or a single statement is repeated.
func retryable(err error) bool { return conditionOf(err) == raceLost }
