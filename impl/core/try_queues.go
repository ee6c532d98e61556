package core

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/rekeyhq/rekey/impl/fault"
)

const (
	queueWait      = 5 * time.Second // how long a request waits for other tries at the same secret
	maxQueueLength = 64              // requests that wait at one server, for one secret
	// queuePoll is how often the first request in a queue looks for tries that other servers
	// settled; this server signals its own.
	queuePoll = 50 * time.Millisecond
)

var (
	errQueueFull = errors.New("core: too many requests wait to try the same secret")
	errQueueWait = errors.New("core: other tries at the same secret did not end in time")
)

// tryQueues are the queues of requests at this server that want to try a secret. Only the first
// request of a queue asks the database, so that they do not block each other there. A request in a
// queue uses no connection and no slot of the hash limiter.
type tryQueues struct {
	mu    sync.Mutex
	byKey map[string]*tryQueue
}

type tryQueue struct {
	length  int           // guarded by tryQueues.mu
	first   chan struct{} // held by the first request
	settled chan struct{} // a try was settled at this server
}

func newTryQueues() *tryQueues { return &tryQueues{byKey: map[string]*tryQueue{}} }

// await calls begin, in the order of arrival, until it is done or the wait is over. It reports
// whether the request had to wait.
func (q *tryQueues) await(ctx context.Context, key string, begin func() (done bool, err error)) (waited bool, err error) {
	queue, err := q.join(key)
	if err != nil {
		return false, err
	}
	defer q.leave(key, queue)
	ctx, cancel := context.WithTimeoutCause(ctx, queueWait, errQueueWait)
	defer cancel()
	select {
	case queue.first <- struct{}{}:
	default:
		waited = true
		select {
		case queue.first <- struct{}{}:
		case <-ctx.Done():
			return true, fault.ErrUnavailable.Because(context.Cause(ctx))
		}
	}
	defer func() { <-queue.first }()
	poll := time.NewTicker(queuePoll)
	defer poll.Stop()
	for {
		if done, err := begin(); done || err != nil {
			return waited, err
		}
		waited = true
		select {
		case <-queue.settled:
		case <-poll.C:
		case <-ctx.Done():
			return true, fault.ErrUnavailable.Because(context.Cause(ctx))
		}
	}
}

// signal wakes the first request of a queue after a try was settled.
func (q *tryQueues) signal(key string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if queue := q.byKey[key]; queue != nil {
		select {
		case queue.settled <- struct{}{}:
		default:
		}
	}
}

func (q *tryQueues) join(key string) (*tryQueue, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	queue := q.byKey[key]
	if queue == nil {
		queue = &tryQueue{first: make(chan struct{}, 1), settled: make(chan struct{}, 1)}
		q.byKey[key] = queue
	}
	if queue.length > maxQueueLength { // the first request is in the queue as well
		return nil, fault.ErrUnavailable.Because(errQueueFull)
	}
	queue.length++
	return queue, nil
}

func (q *tryQueues) leave(key string, queue *tryQueue) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if queue.length--; queue.length == 0 {
		delete(q.byKey, key)
	}
}
