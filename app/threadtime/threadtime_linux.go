package threadtime

import (
	"time"

	"golang.org/x/sys/unix"
)

// Known says that this system tells the time of a thread.
const Known = true

// Now is the processor time that the calling thread has had. The caller has to stay on its
// thread, as a toolkit's main goroutine does.
func Now() time.Duration {
	var ts unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &ts); err != nil {
		return 0
	}
	return time.Duration(ts.Nano())
}
