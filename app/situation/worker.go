package situation

import (
	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
	"sitmap/store"
)

// tasks are what the worker still has to do. Whatever it does, it tells the
// subscribers afterwards.
type tasks struct {
	load   bool // read the store
	narrow bool // find the events that are wished for
	pick   bool // read the selected event
	fill   bool // read rows that the list wants
	rows   bool // word the list
	scenes bool // draw the scenes
	tell   bool // nothing but telling
}

func (t tasks) any() bool { return t != tasks{} }

func (t tasks) and(o tasks) tasks {
	return tasks{
		t.load || o.load, t.narrow || o.narrow, t.pick || o.pick, t.fill || o.fill,
		t.rows || o.rows, t.scenes || o.scenes, t.tell || o.tell,
	}
}

// built is what the worker made of the events.
type built struct {
	rows        Rows
	light, dark *scene.Scene
	bound       orb.Bound
}

func (b *built) empty(s *Situation) {
	*b = built{rows: Rows{s: s}, light: &scene.Scene{}, dark: &scene.Scene{}, bound: emptyBound()}
}

// kick has the worker do something soon. There is at most one worker; what is
// asked for while it works is done once, afterwards.
func (s *Situation) kick(t tasks) {
	s.mu.Lock()
	s.todo = s.todo.and(t)
	start := !s.running && s.ctx.Err() == nil
	if start {
		s.running = true
		s.work.Add(1)
	}
	s.mu.Unlock()
	if start {
		s.c.Go(func() {
			defer s.work.Done()
			s.run()
		})
	}
}

// run is the worker.
func (s *Situation) run() {
	for {
		s.mu.Lock()
		t := s.todo
		s.todo = tasks{}
		if !t.any() || s.ctx.Err() != nil {
			s.running = false
			s.mu.Unlock()
			return
		}
		s.mu.Unlock()
		if t.load {
			// Loading asks for rows and scenes; they come in the next round.
			s.load(s.ctx)
			s.later(tasks{pick: t.pick, fill: t.fill, rows: t.rows, scenes: t.scenes, tell: t.tell})
			continue
		}
		if t.narrow {
			// So does narrowing.
			_ = s.narrow(s.ctx) // what fails is kept for Err
			s.later(tasks{pick: t.pick, fill: t.fill, rows: t.rows, scenes: t.scenes, tell: t.tell})
			continue
		}
		if t.pick {
			s.pick(s.ctx)
		}
		if t.fill {
			s.fill(s.ctx)
		}
		if t.rows || t.scenes {
			s.build(t)
		}
		s.tell()
	}
}

// tell calls the subscribers.
func (s *Situation) tell() {
	s.telling.Lock()
	defer s.telling.Unlock()
	for _, f := range s.subscribers() {
		f()
	}
}

func (s *Situation) subscribers() []func() {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]func(), 0, len(s.subs))
	for n := range s.nextSub {
		if f, ok := s.subs[n]; ok {
			out = append(out, f)
		}
	}
	return out
}

// watch reads the store anew when somebody else changed it.
func (s *Situation) watch(notices <-chan store.Notice) {
	for n := range notices {
		s.mu.Lock()
		news := (n.Head != s.head || !s.loaded) && s.past == nil // the past never changes
		s.mu.Unlock()
		if news {
			s.kick(tasks{load: true})
		}
	}
}

// later adds to what is still to be done.
func (s *Situation) later(t tasks) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.todo = s.todo.and(t)
}

// build makes rows and scenes of the events as they are now. It works on a copy
// of the state, so nobody waits for it.
func (s *Situation) build(t tasks) {
	s.mu.Lock()
	at, former, picked := s.at, s.built, s.picked
	o := Options{
		Kinds: s.kinds, Measures: s.measures, Base: s.memo, Seats: s.c.Seats, POV: s.pov, Zone: s.c.Zone, Now: s.c.Clock(),
		ShowStatements: at.wish.show.statements, ShowRetracted: at.wish.show.retracted, Selected: s.selected,
		Encode: at.wish.encodings(), Measure: at.wish.measure,
	}
	s.mu.Unlock()

	from := s.from()
	light := newBuilder(o)
	o.Dark = true
	dark := newBuilder(o)
	o.Dark, o.Selected = false, ""
	b := built{rows: former.rows}
	rows := make([]Row, 0, len(at.whole))
	for i := range at.whole {
		e := &at.whole[i].Value
		n := light.count()
		if at.asPoint(at.whole[i], light.o.Selected) {
			n-- // drawn, though not here
		} else {
			light.event(*e)
			dark.event(*e)
		}
		if t.rows && at.few {
			rows = append(rows, light.row(at.whole[i].Stored, light.count() > n))
		}
	}
	if picked != nil && picked.Value.ID == light.o.Selected {
		light.event(picked.Value)
		dark.event(picked.Value)
	}
	if at.points != nil {
		light.notePoints(at.plan)
		dark.notePoints(at.plan)
	}
	b.light, b.dark = light.finish(), dark.finish()
	if at.points != nil {
		// Only the worker builds, so nobody else is at the crowds.
		b.light.Points, b.dark.Points = s.crowds.points(pointsOf{
			sel: at.points, mode: at.mode, o: o, read: from, titles: s.titleOf,
		})
	}
	b.bound, _ = DrawnBound(b.light, at.points)
	if t.rows {
		b.rows = Rows{s: s, fixed: rows, o: o}
		if !at.few && at.sel != nil {
			b.rows.fixed, b.rows.sel = nil, at.sel
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.built = b
	if t.rows {
		s.version++
	}
}

// titleOf is the title of an event whose row was read; "" where it was not.
func (s *Situation) titleOf(number int64) string {
	r, _ := s.cached(number)
	return r.Title
}
