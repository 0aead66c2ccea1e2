package situation

import (
	"fmt"
	"strconv"
	"time"

	"sitmap/mapdata/scene"
	"sitmap/store"
)

// Ranks: what is drawn over what, and labelled before what.
const (
	rankStatement = 10
	rankGeneral   = 20
	rankTransfer  = 30
	rankCall      = 40
	rankMeeting   = 50
	rankStrike    = 60
	rankSelected  = 1000
)

// The legend's notes.
const (
	noteAssumed = "Seats of leaders and states are assumed"
	noteNotHeld = "Grey: not told to have been held (planned, announced, postponed or cancelled)"
	noteExtent  = "Circles without a stated radius show how imprecise the place is, not its extent"
)

// Build draws events as a scene: marks, links, discs and areas in the order of
// the events, with the legend's kinds and notes. Events that have no place, or
// that are not to be seen on a map, leave nothing in it.
func Build(events []store.Event, o Options) *scene.Scene {
	b := newBuilder(o)
	for i := range events {
		b.event(events[i])
	}
	return b.finish()
}

// notePoints says in the legend what points do not show.
func (b *builder) notePoints(p plan) {
	// Where few are in view they are drawn as symbols of their kinds: the legend, which
	// tells of what is seen and nothing else, has to know these.
	for _, code := range p.points.Columns().Kinds() {
		b.used[code] = true
	}
	if p.few {
		return
	}
	if p.coarse > 0 {
		b.extra = append(b.extra, fmt.Sprintf("%s known no closer than a district or region stand at its middle", grouped(p.coarse, "event", "events")))
	}
	if p.beyond > 0 {
		b.extra = append(b.extra, fmt.Sprintf("Lines are drawn of the newest %s; %s without", grouped(linked, "call, talks or transfer", "calls, talks and transfers"), grouped(p.beyond, "is", "are")))
	}
}

// grouped is a number with the word that goes with it.
func grouped(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s + " " + many
}

// builder gathers a scene.
type builder struct {
	o     Options
	now   time.Time
	zones *zones
	kinds map[string]store.Kind
	used  map[string]bool            // kinds that are drawn
	notes map[string]map[string]bool // of the legend, with the ids of the events they are due to
	id    string                     // of the event being drawn
	extra []string                   // further notes
	out   *scene.Scene
}

func newBuilder(o Options) *builder {
	b := &builder{
		o: o, now: o.Now, zones: newZones(o.Zone),
		kinds: make(map[string]store.Kind, len(o.Kinds)),
		used:  map[string]bool{}, notes: map[string]map[string]bool{}, out: &scene.Scene{},
	}
	if b.now.IsZero() {
		b.now = time.Now()
	}
	for _, k := range o.Kinds {
		b.kinds[k.Code] = k
	}
	return b
}

// event draws one event by the form its kind is entered with.
func (b *builder) event(e store.Event) {
	if e.Assessment == store.Retracted && !b.o.ShowRetracted {
		return
	}
	b.id = e.ID
	before := b.count()
	s := b.stroke(e)
	switch s.kind.Form {
	case store.FormStrike:
		b.strike(s)
	case store.FormMeeting:
		b.meeting(s)
	case store.FormCall:
		b.call(s)
	case store.FormTransfer:
		b.transfer(s)
	case store.FormStatement:
		b.statement(s)
	default:
		b.general(s)
	}
	if b.count() > before {
		b.used[e.Kind] = true
	}
}

func (b *builder) count() int {
	return len(b.out.Marks) + len(b.out.Links) + len(b.out.Areas) + len(b.out.Discs)
}

// finish adds the legend's entries.
func (b *builder) finish() *scene.Scene {
	b.sizeMarks()
	seen := map[string]bool{}
	for _, k := range b.o.Kinds {
		if b.used[k.Code] && !seen[k.Code] {
			seen[k.Code] = true
			b.out.Kinds = append(b.out.Kinds, scene.KindStyle{
				Icon: k.Icon, Name: KindName(b.o.Kinds, k.Code), Colour: kindColour(k, b.o.Dark),
			})
		}
	}
	b.out.Plain = !b.o.Encode.Has(ByAssessment)
	b.out.Notes = b.noted(nil)
	return b.out
}

// note keeps a note for the legend because of the event being drawn.
func (b *builder) note(text string) {
	if b.notes[text] == nil {
		b.notes[text] = map[string]bool{}
	}
	b.notes[text][b.id] = true
}

// noted are the notes that are due to any of some events, by their ids; nil: to any.
func (b *builder) noted(seen map[string]bool) []string {
	var out []string
	for _, n := range []string{noteAssumed, noteNotHeld, noteExtent} {
		for id := range b.notes[n] {
			if seen == nil || seen[id] {
				out = append(out, n)
				break
			}
		}
	}
	return append(out, b.extra...)
}
