package entry

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

const (
	typesEnv  = "SITMAP_TEST_TYPES_INTO" // the folder of drafts of the process that is killed
	keyEvery  = 20 * time.Millisecond    // between two keys, on its own clock
	keysLost  = int(time.Second / keyEvery)
	keptQuote = "Russian drones struck Kharkiv on 4 July 2025."
)

// ticking is a clock that moves with the keys, so that a busy machine loses no more
// than an idle one.
type ticking struct {
	now    time.Duration
	timers []*timer
}

type timer struct {
	at time.Duration
	f  func()
}

func (c *ticking) after(d time.Duration, f func()) func() {
	t := &timer{c.now + d, f}
	c.timers = append(c.timers, t)
	return func() { c.timers = slices.DeleteFunc(c.timers, func(o *timer) bool { return o == t }) }
}

func (c *ticking) tick() {
	c.now += keyEvery
	for {
		i := slices.IndexFunc(c.timers, func(t *timer) bool { return t.at <= c.now })
		if i < 0 {
			return
		}
		t := c.timers[i]
		c.timers = slices.Delete(c.timers, i, i+1)
		t.f()
	}
}

// typeUntilKilled is the other process: it takes words of a report, and then types into
// a cell of the claims, telling of each key.
func typeUntilKilled(t *testing.T, dir string) {
	b := newBench(t)
	clock := &ticking{}
	b.form.deps.After, b.form.keeper.deps.After, b.form.keeper.deps.Drafts = clock.after, clock.after, Folder(dir)
	b.form.New(store.Event{})
	b.write("s")
	it := itemNight
	it.Text = keptQuote
	b.form.Take(Excerpt{Item: it, Words: "Kharkiv", Quote: keptQuote, Use: UsePlace})
	b.ctrlShift(fyne.KeyC)
	for n := 1; n < 100_000; n++ {
		b.write("7")
		clock.tick()
		fmt.Println("typed", n)
	}
}

// kill -9 in the middle of a form loses at most the last second of typing: of the
// claims' table, and of the words that were taken from a report with their quote.
func TestKilledFormLosesAtMostASecondOfTyping(t *testing.T) {
	if dir := os.Getenv(typesEnv); dir != "" {
		typeUntilKilled(t, dir)
		return
	}
	dir := t.TempDir()
	cmd := exec.Command(os.Args[0], "-test.run=^TestKilledFormLosesAtMostASecondOfTyping$")
	cmd.Env = append(os.Environ(), typesEnv+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	killAt, typed := 60+rand.IntN(90), 0
	for lines := bufio.NewScanner(out); typed < killAt && lines.Scan(); {
		if s, ok := strings.CutPrefix(lines.Text(), "typed "); ok {
			if typed, err = strconv.Atoi(s); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it was killed
	if typed < killAt {
		t.Fatalf("the other process ended after %d keys", typed)
	}

	b := newBench(t)
	b.form.keeper.deps.Drafts = Folder(dir)
	b.form.New(store.Event{})
	if b.form.asking == nil {
		t.Fatal("nothing is offered")
	}
	b.write("r")
	d := b.form.d
	i := slices.IndexFunc(d.Claims, func(c *draft.Claim) bool { return c.Figure != "" })
	if i < 0 || len(d.Claims[i].Figure) < typed-keysLost || strings.Trim(d.Claims[i].Figure, "7") != "" {
		raw, _ := json.Marshal(d.Claims)
		t.Fatalf("after %d keys the claims are %s", typed, raw)
	}
	j := slices.IndexFunc(d.Places, func(p *draft.Place) bool { return p.Name == "Kharkiv" && p.GeonameID == "706483" })
	if j < 0 || !slices.ContainsFunc(d.Citations, func(q *draft.Citation) bool { return q.About == d.Places[j].ID && q.Quote == keptQuote }) {
		t.Errorf("the place with its quote is lost: %+v", d.Places)
	}
}
