package threadtime

import (
	"runtime"
	"testing"
)

func TestTimePassesWithWork(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	before := Now()
	x := 1.0
	for range 10_000_000 {
		x *= 1.0000001
	}
	if took := Now() - before; took <= 0 || x == 0 {
		t.Errorf("ten million multiplications took %v", took)
	}
}
