package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/rekeyhq/rekey/tests/seed"
)

// sayLeftOut adds up what the packages of a run counted, for the run's last line.
func sayLeftOut(from, run string) error {
	files, err := filepath.Glob(filepath.Join(from, "left-out", run, "*.json"))
	if err != nil {
		return err
	}
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var figures []seed.Figure
		if err := json.Unmarshal(raw, &figures); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		for _, f := range figures {
			seed.Count(f.Kind, f.Played, f.Of)
		}
	}
	if len(files) == 0 {
		return errors.New("no package of this run has left a count")
	}
	fmt.Println(seed.LeftOut(seed.Counted()))
	if run == string(seed.Some) {
		fmt.Printf("to run that: %s=%d make test-exhaustive; what is played on one store: REKEY_TEST_CASES=all make test\n", seed.Variable, seed.Value())
	}
	return nil
}
