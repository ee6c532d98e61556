package surface

import "strings"

// Fits compares a path with a pattern, segment by segment. {} is any segment but an empty one.
func Fits(pattern, path string) bool {
	want, have := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(want) != len(have) {
		return false
	}
	for i, w := range want {
		if w != have[i] && (w != "{}" || have[i] == "") {
			return false
		}
	}
	return true
}
