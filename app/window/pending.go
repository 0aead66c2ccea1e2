package window

import "sync"

// pendingCall keeps one call outstanding at a time.
type pendingCall struct {
	mu sync.Mutex
	on bool
}

// begin reports whether a call has to be made; further ones are not until end.
func (p *pendingCall) begin() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.on {
		return false
	}
	p.on = true
	return true
}

func (p *pendingCall) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.on = false
}
