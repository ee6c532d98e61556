package service

import (
	"github.com/prometheus/client_golang/prometheus"

	"github.com/rekeyhq/rekey/impl/store"
)

// pools collects the use of the pools of database connections.
type pools struct{ read func() []store.Pool }

func describePool(name, help string, labels ...string) *prometheus.Desc {
	return prometheus.NewDesc(name, help, append([]string{"pool"}, labels...), nil)
}

var (
	poolLimit       = describePool("rekey_database_connections_limit", "The most connections to the database, by pool.")
	poolConnections = describePool("rekey_database_connections", "Open connections to the database, by pool and state.", "state")
	poolWaits       = describePool("rekey_database_waits_total", "How often something waited for a connection to the database, by pool.")
	poolWaited      = describePool("rekey_database_wait_seconds_total", "For how long something waited for a connection to the database, by pool.")
)

// Describe lists the metrics.
func (p *pools) Describe(to chan<- *prometheus.Desc) {
	to <- poolLimit
	to <- poolConnections
	to <- poolWaits
	to <- poolWaited
}

// Collect reads the pools.
func (p *pools) Collect(to chan<- prometheus.Metric) {
	for _, pool := range p.read() {
		to <- prometheus.MustNewConstMetric(poolLimit, prometheus.GaugeValue, float64(pool.Limit), pool.Name)
		to <- prometheus.MustNewConstMetric(poolConnections, prometheus.GaugeValue, float64(pool.InUse), pool.Name, "in_use")
		to <- prometheus.MustNewConstMetric(poolConnections, prometheus.GaugeValue, float64(pool.Idle), pool.Name, "idle")
		to <- prometheus.MustNewConstMetric(poolWaits, prometheus.CounterValue, float64(pool.Waits), pool.Name)
		to <- prometheus.MustNewConstMetric(poolWaited, prometheus.CounterValue, pool.Waited.Seconds(), pool.Name)
	}
}
