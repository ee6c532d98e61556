package store

import (
	"time"

	"gorm.io/gorm"
)

// Pool describes the connections of a pool to the database.
type Pool struct {
	Name   string // write, or read where reads have connections of their own
	Limit  int    // the most connections
	InUse  int
	Idle   int
	Waits  int64 // how often something had to wait for a connection
	Waited time.Duration
}

// Pools describes the pools of connections.
func (s *Store) Pools() []Pool {
	pools := []Pool{describePool("write", s.write)}
	if s.read != s.write {
		pools = append(pools, describePool("read", s.read))
	}
	return pools
}

func describePool(name string, db *gorm.DB) Pool {
	pool, err := db.DB()
	if err != nil { // only of a Store that Open did not return
		return Pool{Name: name}
	}
	now := pool.Stats()
	return Pool{
		Name: name, Limit: now.MaxOpenConnections, InUse: now.InUse, Idle: now.Idle, Waits: now.WaitCount, Waited: now.WaitDuration,
	}
}
