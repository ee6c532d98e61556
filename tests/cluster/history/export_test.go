package history

// Again forgets what was checked and found, so that a test can check one history several times.
func (l *Load) Again() {
	l.checked = checked{}
	for _, c := range l.clients {
		for _, u := range c.users {
			u.checked = false
		}
	}
	l.record.mu.Lock()
	defer l.record.mu.Unlock()
	l.record.violations = nil
}
