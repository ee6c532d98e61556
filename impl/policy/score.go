package policy

// Strength estimates the strength of a candidate, from 0 (guessed at once) to 4.
func Strength(in Input) int {
	list := in.Blocklist
	if list == nil {
		list = NewBlocklist()
	}
	return list.strength(in.Password.Reveal(), contextWords(in.Context, in.Policy.ExtraWords))
}
