package main

import (
	"context"
	"encoding/hex"
	"net/http"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"
	"golang.org/x/crypto/argon2"

	"github.com/rekeyhq/rekey/impl/passhash"
)

// serveFloor is the least that validating a link can cost: the same router, one
// prepared SELECT by the same key on the same table, a small JSON answer.
func serveFloor(ctx context.Context, r role) (http.Handler, func(), error) {
	db, err := openPlain(r.DatabaseURL)
	if err != nil {
		return nil, nil, err
	}
	find, err := db.PrepareContext(ctx, "SELECT user_id, purpose FROM tickets WHERE lookup = ?")
	if err != nil {
		return nil, nil, err
	}
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.GET("/ticket", func(g *gin.Context) {
		lookup, err := hex.DecodeString(g.Query("lookup"))
		if err != nil {
			g.Status(http.StatusBadRequest)
			return
		}
		var user, purpose string
		if err := find.QueryRowContext(g.Request.Context(), lookup).Scan(&user, &purpose); err != nil {
			g.Status(http.StatusNotFound)
			return
		}
		g.JSON(http.StatusOK, gin.H{"user": user, "purpose": purpose})
	})
	return engine, func() { _ = db.Close() }, nil
}

// rawHashes computes password hashes on all cores and nothing else. It answers how
// many were made and what CPU they took.
func rawHashes(ctx context.Context, length time.Duration) (int, time.Duration, error) {
	before, err := processCPU()
	if err != nil {
		return 0, 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, length)
	defer cancel()
	p := passhash.Default()
	password, salt := make([]byte, 32), make([]byte, 16)
	var made atomic.Int64
	var workers sync.WaitGroup
	for range runtime.NumCPU() {
		workers.Go(func() {
			for ctx.Err() == nil {
				_ = argon2.IDKey(password, salt, p.Iterations, p.MemoryKiB, p.Parallelism, 32)
				made.Add(1)
			}
		})
	}
	workers.Wait()
	after, err := processCPU()
	return int(made.Load()), after - before, err
}
