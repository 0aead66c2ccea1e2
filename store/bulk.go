package store

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Bulk is an edit of many events at a time. Zero members leave things as they are.
type Bulk struct {
	Tag, Untag []string
	Assessment Assessment
	// AssessmentNote says why; a retraction needs it.
	AssessmentNote string
	// Review is a change of its own where it is Reviewed, by the one named; see [ReviewBy].
	Review     Review
	ReviewedBy string
	Protection *Protection // put in the place of what there is
	// Actor is named instead of another, in these events alone; ids.
	ActorFrom, ActorTo string
}

// check says in a sentence what is wrong with an edit by itself.
func (b Bulk) check() error {
	v := &ValidationError{}
	if b.Assessment == Retracted && b.AssessmentNote == "" {
		v.Problems = append(v.Problems, "why the events are retracted must be said: they stay in the store with that reason")
	}
	if (b.ActorFrom == "") != (b.ActorTo == "") || b.ActorFrom != "" && b.ActorFrom == b.ActorTo {
		v.Problems = append(v.Problems, "an actor is replaced by another one: name both")
	}
	for _, t := range b.Tag {
		if slices.Contains(b.Untag, t) {
			v.Problems = append(v.Problems, fmt.Sprintf("the tag %s cannot be set and taken away", quoted(t)))
		}
	}
	if b.Review == Reviewed && b.ReviewedBy == "" {
		v.Problems = append(v.Problems, "by whom the events were reviewed must be said")
	}
	if b.Review == Reviewed && !reflect.DeepEqual(b, Bulk{Review: b.Review, ReviewedBy: b.ReviewedBy}) {
		v.Problems = append(v.Problems, "a review is a change of its own: leave all else as it is")
	}
	if len(v.Problems) > 0 {
		return v
	}
	return nil
}

// reviews reports of an event whether a review would change it, and whether it may: who
// made its newest change does not review it. One that nobody changed since its review
// is left alone.
func (b Bulk) reviews(e Stored[Event]) (changes, may bool) {
	if b.Review != Reviewed {
		return true, true
	}
	is := e.Value.Review == Reviewed
	return !is || e.By != e.Value.ReviewedBy, e.By != b.ReviewedBy
}

// Apply is an event after the edit, and says in words what differs; nothing where it is
// as it was. It does not change e.
func (b Bulk) Apply(e Event) (_ Event, what []string) {
	told := func(format string, args ...any) { what = append(what, fmt.Sprintf(format, args...)) }
	e.Tags = slices.Clone(e.Tags)
	for _, t := range b.Untag {
		if i := slices.Index(e.Tags, t); i >= 0 {
			e.Tags = slices.Delete(e.Tags, i, i+1)
			told("tag “%s” is taken away", t)
		}
	}
	for _, t := range b.Tag {
		if t = strings.TrimSpace(t); t != "" && !slices.Contains(e.Tags, t) {
			e.Tags = append(e.Tags, t)
			told("tag “%s” is set", t)
		}
	}
	if b.Assessment != "" && (e.Assessment != b.Assessment || b.AssessmentNote != "" && e.AssessmentNote != b.AssessmentNote) {
		told("assessment %s becomes %s", orWord(string(e.Assessment), string(Reported)), b.Assessment)
		e.Assessment = b.Assessment
		if b.AssessmentNote != "" {
			e.AssessmentNote = b.AssessmentNote
		}
	}
	if b.Review != "" && (e.Review != b.Review || e.ReviewedBy != b.ReviewedBy) {
		told("review %s becomes %s", orWord(string(e.Review), string(Draft)), b.Review)
		e.Review, e.ReviewedBy = b.Review, b.ReviewedBy
	}
	if b.Protection != nil && e.Protection != *b.Protection {
		told("protection %s becomes %s", e.Protection.words(), b.Protection.words())
		e.Protection = *b.Protection
	}
	if b.ActorFrom != "" {
		if n := named(e, b.ActorFrom); n > 0 {
			e.Parties, e.Claims, e.Citations = slices.Clone(e.Parties), slices.Clone(e.Claims), slices.Clone(e.Citations)
			replaceActor(&e, b.ActorFrom, b.ActorTo)
			told("the actor is replaced in %d places", n)
			if n == 1 {
				what[len(what)-1] = "the actor is replaced in one place"
			}
		}
	}
	if len(what) > 0 && e.Review == Reviewed && b.Review != Reviewed {
		e = Redraft(e)
		told("it becomes a draft again, for a second person to review")
	}
	return e, what
}

func orWord(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// words say what a protection limits.
func (p Protection) words() string {
	var w []string
	if p.TLP != "" {
		w = append(w, "TLP:"+p.TLP)
	}
	if !p.Embargo.IsZero() {
		w = append(w, "embargo until "+stampUTC(p.Embargo))
	}
	if p.DoNotPublish {
		w = append(w, "do not publish")
	}
	if len(w) == 0 {
		return "none"
	}
	return strings.Join(w, ", ")
}

// named counts how often an event names an actor.
func named(e Event, actor string) (n int) {
	for i := range e.Parties {
		if e.Parties[i].Actor.ID == actor {
			n++
		}
	}
	for i := range e.Claims {
		if a := e.Claims[i].AccordingTo; a != nil && a.ID == actor {
			n++
		}
	}
	return n
}

// BulkChange is what an edit would do to one event.
type BulkChange struct {
	ID, Title string
	Revision  int64    // that was looked at
	What      []string // in words
}

// PreviewBulk says what an edit would do to which of some events, in the order of their
// ids given, and to which it may not: those that the reviewer changed last. Deleted ones,
// and those that it leaves as they are, are left out.
func (s *Store) PreviewBulk(ctx context.Context, ids []string, b Bulk) (list, own []BulkChange, err error) {
	if err := b.check(); err != nil {
		return nil, nil, err
	}
	err = s.snapshot(ctx, func(r *reader) error {
		return r.bulk(ctx, ids, func(x *row) error {
			_, what := b.Apply(x.Value)
			changes, may := b.reviews(x.Stored)
			switch c := (BulkChange{ID: x.Value.ID, Title: x.Value.Title, Revision: x.revision, What: what}); {
			case len(what) == 0 || !changes || x.Stored.Deleted:
			case may:
				list = append(list, c)
			default:
				own = append(own, c)
			}
			return nil
		})
	})
	return list, own, explain("reading", s.path, err)
}

// bulk reads events by their ids, in batches, in the order given.
func (r *reader) bulk(ctx context.Context, ids []string, one func(*row) error) error {
	for part := range slices.Chunk(ids, batch) {
		list, err := encode(part)
		if err != nil {
			return err
		}
		ns, err := r.numbersOf(ctx, `SELECT e.n FROM event e JOIN json_each(?) j ON j.value = e.id`, string(list))
		if err != nil {
			return err
		}
		rows, err := r.eventsBare(ctx, someEvents(ns))
		if err != nil {
			return err
		}
		byID := make(map[string]*row, len(rows))
		for _, x := range rows {
			byID[x.Value.ID] = x
		}
		for _, id := range part {
			x := byID[id]
			if x == nil {
				return say(ErrNotFound, "there is no event %s to edit", id)
			}
			if err := one(x); err != nil {
				return err
			}
		}
	}
	return nil
}

// ApplyBulk carries out what a preview showed, as one change and one undo. An event that
// was changed since the preview is a *ConflictError, and then nothing is changed.
func (s *Store) ApplyBulk(ctx context.Context, preview []BulkChange, b Bulk, reason Reason, note string, p Progress) (Change, error) {
	if err := b.check(); err != nil {
		return Change{}, err
	}
	if reason == "" {
		reason = ReasonUpdate
	}
	ids := make([]string, len(preview))
	seen := make(map[string]int64, len(preview))
	for i, x := range preview {
		ids[i], seen[x.ID] = x.ID, x.Revision
	}
	return s.write(ctx, "editing events in", always(reason, note), func(w *writer) error {
		w.keep = len(preview) <= listed
		w.v.oneOf("the change's reason", string(reason), reasons...)
		w.v.text("the change's note", note)
		if err := w.v.take(); err != nil {
			return err
		}
		if b.ActorTo != "" {
			if h, found, err := w.head(tables[EntityActor], b.ActorTo); err != nil {
				return err
			} else if !found || h.deleted {
				return say(ErrNotFound, "there is no actor %s to name instead", b.ActorTo)
			}
		}
		done := int64(0)
		return w.bulk(background, ids, func(x *row) error {
			if err := w.ctx.Err(); err != nil {
				return err
			}
			base := seen[x.Value.ID]
			if _, may := b.reviews(x.Stored); !may && base == x.revision {
				return say(ErrConflict, "%s made the newest change of ‘%s’: a review is for a second person", b.ReviewedBy, x.Value.Title)
			}
			e, _ := b.Apply(x.Value)
			after, err := prepare(e, w.v)
			if err != nil {
				return fmt.Errorf("event ‘%s’: %w", e.Title, err)
			}
			if _, err := w.putEvent(after, &base); err != nil {
				return err
			}
			if done++; p != nil && done%64 == 0 {
				p(done, int64(len(ids)))
			}
			return nil
		})
	})
}
