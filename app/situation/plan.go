package situation

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sitmap/mapdata/scene"
	"sitmap/store"
	"sitmap/store/index"
)

// Style is how the events of a situation are put on the map when they are many.
type Style uint8

// The styles.
const (
	Automatic Style = iota // each event whole while they are few, clusters beyond
	Symbols                // each event whole while they are few, small symbols beyond
	Clusters               // rings that say how many of which kind
	Heat                   // how many events are near each place
)

// styleNames are the styles as commands and settings call them.
var styleNames = [...]string{"auto", "symbols", "clusters", "heat"}

// String is the style's name: auto, symbols, clusters or heat.
func (s Style) String() string {
	if int(s) < len(styleNames) {
		return styleNames[s]
	}
	return styleNames[0]
}

// ParseStyle reads a style's name. The error is a sentence.
func ParseStyle(name string) (Style, error) {
	for i, n := range styleNames {
		if n == name {
			return Style(i), nil
		}
	}
	return 0, fmt.Errorf("events cannot be drawn as “%s”; choose %s", name, strings.Join(styleNames[:], ", "))
}

// Few is up to how many events are drawn whole: with label, disc or area, and links.
// Beyond that they would be illegible, and reading them would take longer than a hand
// waits; they are drawn as points from the index's columns.
const Few = 2000

// linked is up to how many calls, talks and transfers are drawn with their lines among
// very many events; the newest are.
const linked = 600

// wholes reads events whole. A store does.
type wholes interface {
	EventsNumbered(ctx context.Context, numbers []int64) ([]store.NumberedEvent, error)
}

// plan says which events of a selection are drawn whole and which as points.
type plan struct {
	whole  []store.NumberedEvent // in the order of the list
	few    bool                  // whole has every event of the selection
	points *index.Selection      // nil: none
	mode   scene.PointMode
	beyond int // calls, talks and transfers that are drawn without their lines
	coarse int // points whose place is known no closer than a district
}

// planner makes plans.
type planner struct {
	read  wholes
	kinds []store.Kind
	show  shown
	style Style
	sized bool // symbols are sized by a measure, which rings would hide
	// linkless reports that nothing but a symbol is drawn of an event.
	linkless func(store.Event) bool
}

// plan decides for a selection. Reading the events is what takes time.
func (p *planner) plan(ctx context.Context, sel *index.Selection) (plan, error) {
	out := plan{few: sel.Len() <= Few, mode: scene.Clusters}
	switch {
	case p.style == Symbols || p.style == Automatic && p.sized:
		out.mode = scene.Symbols
	case p.style == Heat:
		out.mode = scene.Heat
	}
	if out.few {
		var err error
		if out.whole, err = p.events(ctx, sel.Ranks(), sel.Columns()); err != nil {
			return plan{}, err
		}
		if p.style == Clusters || p.style == Heat {
			out.points = sel.Columns().Ranks(p.pointlike(sel))
		}
		return out, nil
	}
	c := sel.Columns()
	out.points = c.Select(index.Filter{Within: sel, With: index.Placed, Kinds: p.codes(p.drawn), Assessments: p.assessments()})
	lines := c.Select(index.Filter{Within: sel, Kinds: p.codes(withLines), Assessments: p.assessments()})
	ranks := lines.Ranks()
	if len(ranks) > linked {
		ranks = ranks[len(ranks)-linked:]
	}
	found, err := p.events(ctx, ranks, c)
	if err != nil {
		return plan{}, err
	}
	var numbers []int64
	for _, e := range found {
		if p.linkless == nil || !p.linkless(e.Value) {
			out.whole = append(out.whole, e)
			numbers = append(numbers, e.Number)
		}
	}
	if len(out.whole) > 0 { // where the newest have no lines, nor will the others
		out.beyond = lines.Len() - len(ranks)
	}
	out.points = out.points.Without(c.Numbers(numbers))
	out.coarse = c.Select(index.Filter{Within: out.points, Precisions: coarse}).Len()
	return out, nil
}

// coarse are the precisions of places that are no points.
var coarse = []store.PlacePrecision{store.PlaceDistrict, store.PlaceRegion, store.PlaceCountry}

// events reads events by their ranks.
func (p *planner) events(ctx context.Context, ranks []index.Rank, c *index.Columns) ([]store.NumberedEvent, error) {
	numbers := make([]int64, 0, len(ranks))
	for _, r := range ranks {
		if e, ok := c.Event(r); ok {
			numbers = append(numbers, e.Number)
		}
	}
	found, err := p.read.EventsNumbered(ctx, numbers)
	if err != nil {
		return nil, fmt.Errorf("reading the events: %w", err)
	}
	return found, nil
}

// pointlike are the events of few that a symbol at a point stands for entirely.
func (p *planner) pointlike(sel *index.Selection) []index.Rank {
	codes, assessments := p.codes(p.drawn), p.assessments()
	var out []index.Rank
	for e := range sel.Events() {
		if e.State&index.Placed != 0 && slices.Contains(codes, e.Kind) && slices.Contains(assessments, e.State.Assessment()) &&
			!slices.Contains(coarse, e.Precision) && !slices.Contains(p.codes(withLines), e.Kind) {
			out = append(out, e.Rank)
		}
	}
	return out
}

// codes are those of the kinds that a rule takes. A kind that the vocabulary lacks is
// an ordinary one.
func (p *planner) codes(takes func(store.Kind) bool) []string {
	out := []string{""} // of no event: an empty list would let all pass
	for _, k := range p.kinds {
		if takes(k) {
			out = append(out, k.Code)
		}
	}
	return out
}

// drawn reports whether events of a kind are on the map at all.
func (p *planner) drawn(k store.Kind) bool { return k.Form != store.FormStatement || p.show.statements }

// withLines reports whether events of a kind have lines to or from who took part.
func withLines(k store.Kind) bool {
	return k.Form == store.FormCall || k.Form == store.FormMeeting || k.Form == store.FormTransfer
}

func (p *planner) assessments() []store.Assessment {
	all := []store.Assessment{store.Reported, store.Corroborated, store.Confirmed, store.Disputed}
	if p.show.retracted {
		all = append(all, store.Retracted)
	}
	return all
}
