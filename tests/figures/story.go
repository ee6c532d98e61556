package figures

import (
	"slices"
	"strings"
	"time"
)

// Story is what a test counted that broke servers or databases under load, for docs/reliability.md. Lost are
// acknowledged operations that were not there, Doubled those that happened twice, Wrong every other
// violation.
type Story struct {
	Story   string `json:"story"` // in plain words: "a node killed and started again"
	Store   string `json:"store"` // sqlite, mariadb or galera
	Servers int    `json:"servers"`

	Operations   int `json:"operations"`
	Acknowledged int `json:"acknowledged"`
	Faults       int `json:"faults"`
	Lost         int `json:"lost"`
	Doubled      int `json:"doubled"`
	Wrong        int `json:"wrong"`

	// How long after its cause was over all servers were ready, and the longest time in which no operation was
	// acknowledged.
	RecoveryMedian float64 `json:"recovery_seconds_median"`
	RecoveryMax    float64 `json:"recovery_seconds_max"`
	Stall          float64 `json:"stall_seconds"`

	Command string `json:"command"`
}

// Recovered sets the figures of recovery.
func (s *Story) Recovered(times []time.Duration) {
	if len(times) == 0 {
		return
	}
	sorted := slices.Sorted(slices.Values(times))
	s.RecoveryMedian, s.RecoveryMax = sorted[len(sorted)/2].Seconds(), sorted[len(sorted)-1].Seconds()
}

// Leave writes the story where REKEY_REPORT says; without it nobody asked.
func (s Story) Leave() error {
	return Note("reliability/"+strings.NewReplacer(" ", "-", ",", "").Replace(s.Store+" "+s.Story), s)
}
