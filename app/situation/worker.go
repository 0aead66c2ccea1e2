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
	rows   bool // word the list
	scenes bool // draw the scenes
	tell   bool // nothing but telling
}

func (t tasks) any() bool { return t.load || t.rows || t.scenes || t.tell }

func (t tasks) and(o tasks) tasks {
	return tasks{t.load || o.load, t.rows || o.rows, t.scenes || o.scenes, t.tell || o.tell}
}

// built is what the worker made of the events.
type built struct {
	rows        []Row
	light, dark *scene.Scene
	bound       orb.Bound
}

func (b *built) empty() {
	*b = built{light: &scene.Scene{}, dark: &scene.Scene{}, bound: emptyBound()}
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
			continue
		}
		if t.rows || t.scenes {
			s.build(t)
		}
		for _, f := range s.subscribers() {
			f()
		}
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
		news := n.Head != s.head || !s.loaded
		s.mu.Unlock()
		if news {
			s.kick(tasks{load: true})
		}
	}
}

// build makes rows and scenes of the events as they are now. It works on a copy
// of the state, so nobody waits for it.
func (s *Situation) build(t tasks) {
	s.mu.Lock()
	events, pass, former := s.events, s.pass, s.built
	o := Options{
		Kinds: s.kinds, Base: s.memo, Seats: s.c.Seats, POV: s.pov, Zone: s.c.Zone, Now: s.c.Clock(),
		ShowStatements: s.show.statements, ShowRetracted: s.show.retracted, Selected: s.selected,
	}
	s.mu.Unlock()

	light := newBuilder(o)
	o.Dark = true
	dark := newBuilder(o)
	onMap := make(map[string]bool, len(events))
	for i := range events {
		e := &events[i].Value
		if pass != nil && !pass[e.ID] {
			continue
		}
		before := light.count()
		light.event(*e)
		dark.event(*e)
		onMap[e.ID] = light.count() > before
	}
	b := built{rows: former.rows, light: light.finish(), dark: dark.finish()}
	b.bound, _ = SceneBound(b.light)
	if t.rows {
		b.rows = make([]Row, 0, len(onMap))
		for i := range events {
			if drawn, ok := onMap[events[i].Value.ID]; ok {
				b.rows = append(b.rows, light.row(events[i], drawn))
			}
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.built = b
	if t.rows {
		s.version++
	}
}
