package window

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"sitmap/app/mapview"
)

// frameLog writes a line for each frame in which the window did work of its own on the
// main goroutine: how long that took, how much processor time the longest piece had (the
// rest of it the system gave to others; 0 where that is not known), how long the toolkit then took to paint, and how
// old the picture of the map was that is shown.
//
// The toolkit paints right after it has ticked its animations, and takes calls from
// elsewhere only afterwards. So an animation that changes nothing is when painting
// begins, and a call queued by it is when painting has ended.
type frameLog struct {
	out   *bufio.Writer
	do    func(func()) // queues a call for the main goroutine
	now   func() time.Time
	spent func() time.Duration // processor time of the main goroutine's thread
	log   *slog.Logger
	from  time.Time

	// The rest belongs to the main goroutine.
	works   []string
	ours    time.Duration
	longest time.Duration
	busiest time.Duration // the most processor time of one of the works
	last    mapview.FrameRecord
	painted bool // a call is queued
	flushed time.Time
	err     error
}

// frameColumns head the file.
const frameColumns = "at_ms\twork\tours_ms\tlongest_ms\tlongest_cpu_ms\tfyne_ms\tpicture_age_ms\tpicture_draw_ms\tcrisp\n"

// CreateFrameLog opens a file for a frame log: a new one, or one that holds an older
// log, which it replaces. Any other file is left as it is; the error is a sentence.
func CreateFrameLog(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the frame log cannot be written: %w", err)
	}
	head := make([]byte, len(frameColumns))
	n, err := io.ReadFull(f, head)
	switch {
	case n == 0 && errors.Is(err, io.EOF), err == nil && string(head) == frameColumns:
		if err = f.Truncate(0); err == nil {
			_, err = f.Seek(0, io.SeekStart)
		}
	case err == nil || errors.Is(err, io.ErrUnexpectedEOF):
		err = errors.New("it holds something else; name another file for the frame log")
	}
	if err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("%s cannot be a frame log: %w", path, err)
	}
	return f, nil
}

func newFrameLog(w io.Writer, do func(func()), now func() time.Time, spent func() time.Duration, log *slog.Logger) *frameLog {
	f := &frameLog{out: bufio.NewWriterSize(w, 1<<16), do: do, now: now, spent: spent, log: log, from: now()}
	_, f.err = f.out.WriteString(frameColumns)
	return f
}

// ofMap is told about the map's work.
func (f *frameLog) ofMap(r mapview.FrameRecord) {
	f.last = r
	f.add("map "+r.Work, r.Took, r.Spent)
}

func (f *frameLog) add(work string, took, spent time.Duration) {
	f.works = append(f.works, work)
	f.ours += took
	f.longest, f.busiest = max(f.longest, took), max(f.busiest, spent)
}

// timed has a call's time counted. What the map tells of itself within the call is
// part of it and not counted twice.
func (f *frameLog) timed(work string, call func()) func() {
	return func() {
		began, spent, before, n := f.now(), f.spent(), f.ours, len(f.works)
		call()
		took, used := f.now().Sub(began), f.spent()-spent
		f.ours, f.works = before, f.works[:min(n, len(f.works))]
		f.add(work, took, used)
	}
}

// tick is called before the toolkit paints.
func (f *frameLog) tick() {
	if len(f.works) == 0 || f.painted {
		return
	}
	f.painted = true
	began := f.now()
	line := fmt.Sprintf("%.1f\t%s\t%.3f\t%.3f\t%.3f\t", millis(began.Sub(f.from)), strings.Join(f.works, ", "), millis(f.ours), millis(f.longest), millis(f.busiest))
	r := f.last
	if began.Sub(f.flushed) > time.Second {
		f.flushed = began
		f.err = errors.Join(f.err, f.out.Flush())
	}
	f.works, f.ours, f.longest, f.busiest = f.works[:0], 0, 0, 0
	// Queued from a goroutine of its own: from the main one the call would be made at
	// once, before the painting.
	go f.do(func() {
		f.painted = false
		if f.err != nil {
			return
		}
		_, f.err = fmt.Fprintf(f.out, "%s%.3f\t%.1f\t%.1f\t%t\n", line, millis(f.now().Sub(began)), millis(r.Age), millis(r.Draw), r.Crisp)
		if f.err != nil {
			f.log.Error("the frame log cannot be written", "err", f.err)
		}
	})
}

func millis(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// close writes out what is left.
func (f *frameLog) close() error {
	if f.err != nil {
		return f.err
	}
	return f.out.Flush()
}

// run begins to log until ctx ends.
func (f *frameLog) run(ctx context.Context) {
	a := &fyne.Animation{
		Duration: time.Hour, RepeatCount: fyne.AnimationRepeatForever,
		Tick: func(float32) { f.tick() },
	}
	a.Start()
	context.AfterFunc(ctx, a.Stop)
}

// logged is a runner whose calls on the main goroutine are counted.
func (f *frameLog) logged(r runner) runner {
	do, after := r.Do, r.After
	r.Do = func(call func()) { do(f.timed("window", call)) }
	r.After = func(d time.Duration, call func()) func() { return after(d, f.timed("window", call)) }
	return r
}
