package look

import (
	"fmt"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Status is the line at the bottom of the window: what was done last, or what went
// wrong, in words; what the thing under the pointer does; and long work with its
// progress and a way to stop it. All methods but those of [Task] belong to the
// main goroutine.
type Status struct {
	box     *fyne.Container
	text    *widget.Label
	right   *widget.Label
	bar     *widget.ProgressBar
	endless *widget.ProgressBarInfinite
	cancel  *widget.Button
	work    *fyne.Container

	said  string
	tone  widget.Importance
	hint  string
	tasks []*Task
}

// NewStatus makes an empty status line.
func NewStatus() *Status {
	s := &Status{
		text: widget.NewLabel(""), right: widget.NewLabel(""),
		bar: widget.NewProgressBar(), endless: widget.NewProgressBarInfinite(),
	}
	for _, l := range []*widget.Label{s.text, s.right} {
		l.SizeName = theme.SizeNameCaptionText
		l.Truncation = fyne.TextTruncateEllipsis
	}
	s.right.Truncation = fyne.TextTruncateOff
	s.right.Importance = widget.LowImportance
	s.endless.Stop()
	s.cancel = widget.NewButton("Cancel", func() {
		if t := s.current(); t != nil {
			t.stop()
		}
	})
	s.work = container.NewHBox(container.New(Width(40*Grid), s.bar, s.endless), s.cancel)
	s.work.Hide()
	s.box = container.NewBorder(nil, nil, nil, container.NewHBox(s.work, s.right), s.text)
	return s
}

// Content is the line as it stands in the window.
func (s *Status) Content() fyne.CanvasObject { return s.box }

// Say tells what was done. It takes the place of a hint, whose button may be gone.
func (s *Status) Say(format string, args ...any) {
	s.hint = ""
	s.said, s.tone = fmt.Sprintf(format, args...), widget.MediumImportance
	s.show()
}

// Fail tells what went wrong, in the place of a hint as well.
func (s *Status) Fail(err error) {
	s.hint = ""
	s.said, s.tone = Sentence(err), widget.DangerImportance
	s.show()
}

// Hint implements [Hinter].
func (s *Status) Hint(text string) {
	if s.hint == text {
		return
	}
	s.hint = text
	s.show()
}

// Right sets the words at the right end, such as the number of events.
func (s *Status) Right(text string) { s.right.SetText(text) }

// Text is what the line says now.
func (s *Status) Text() string { return s.text.Text }

// Said is what was said last, whatever the pointer is on.
func (s *Status) Said() string { return s.said }

// Begin shows that something long has begun. cancel stops it; nil: it cannot be
// stopped.
func (s *Status) Begin(title string, cancel func()) *Task {
	t := &Task{status: s, title: title, cancel: cancel}
	s.tasks = append(s.tasks, t)
	s.show()
	return t
}

func (s *Status) current() *Task {
	if len(s.tasks) == 0 {
		return nil
	}
	return s.tasks[len(s.tasks)-1]
}

func (s *Status) show() {
	text, tone := s.said, s.tone
	if t := s.current(); t != nil {
		text, tone = t.title+" …", widget.MediumImportance
		done, total, stopping := t.state()
		if stopping {
			text = t.title + ": stopping …"
		}
		if total > 0 {
			s.endless.Stop()
			s.endless.Hide()
			s.bar.Max, s.bar.Value = float64(total), float64(done)
			s.bar.Show()
			s.bar.Refresh()
		} else {
			s.bar.Hide()
			s.endless.Show()
			s.endless.Start()
		}
		if t.cancel == nil || stopping {
			s.cancel.Hide()
		} else {
			s.cancel.Show()
		}
		s.work.Show()
	} else {
		s.endless.Stop()
		s.work.Hide()
	}
	if s.hint != "" {
		text, tone = s.hint, widget.LowImportance
	}
	if s.text.Text == text && s.text.Importance == tone {
		return
	}
	s.text.Importance = tone
	s.text.SetText(text)
}

// Task is long work on the status line.
type Task struct {
	status *Status
	title  string
	cancel func()

	mu          sync.Mutex
	done, total int64
	stopping    bool
	pending     bool // a redraw is on its way: Fyne's queue starves when filled
}

// Progress tells how far the work is; total 0 is unknown. Any goroutine may call it.
func (t *Task) Progress(done, total int64) {
	t.mu.Lock()
	t.done, t.total = done, total
	due := !t.pending
	t.pending = true
	t.mu.Unlock()
	if due {
		fyne.Do(func() {
			t.mu.Lock()
			t.pending = false
			t.mu.Unlock()
			t.status.show()
		})
	}
}

// End takes the task off the line. It belongs to the main goroutine.
func (t *Task) End() {
	for i, other := range t.status.tasks {
		if other == t {
			t.status.tasks = append(t.status.tasks[:i], t.status.tasks[i+1:]...)
			break
		}
	}
	t.status.show()
}

func (t *Task) stop() {
	t.mu.Lock()
	t.stopping = true
	t.mu.Unlock()
	t.status.show()
	if t.cancel != nil {
		t.cancel()
	}
}

func (t *Task) state() (done, total int64, stopping bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.done, t.total, t.stopping
}
