package sources

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"sitmap/app/dossier"
	"sitmap/store"
)

// sheet is everything that is shown of an outlet or an item; one of the two is set.
type sheet struct {
	entity  store.Entity
	number  int64
	outlet  *store.NumberedOutlet
	item    *store.NumberedItem // with its text
	history []store.Change      // oldest first
	words   dossier.Words       // for what differs in it
	rests   store.Resting
}

func (s *sheet) id() string {
	if s.outlet != nil {
		return s.outlet.Value.ID
	}
	return s.item.Value.ID
}

func (s *sheet) title() string {
	if s.outlet != nil {
		return s.outlet.Value.Name
	}
	return s.item.Value.Title
}

func (s *sheet) revision() int64 {
	if s.outlet != nil {
		return s.outlet.Revision
	}
	return s.item.Revision
}

// readSheet reads what is known of a record by its number.
func readSheet(ctx context.Context, st *store.Store, e store.Entity, number int64) (*sheet, error) {
	s := &sheet{entity: e, number: number}
	gone := fmt.Errorf("this %s is no longer in the store", e)
	switch e {
	case store.EntityOutlet:
		list, err := st.OutletsNumbered(ctx, []int64{number})
		if err != nil {
			return nil, err
		}
		if len(list) == 0 {
			return nil, gone
		}
		s.outlet = &list[0]
	default:
		list, err := st.ItemsNumbered(ctx, []int64{number})
		if err != nil {
			return nil, err
		}
		if len(list) == 0 {
			return nil, gone
		}
		s.item = &list[0]
		whole, err := st.Item(ctx, s.item.Value.ID)
		if err != nil {
			return nil, err
		}
		s.item.Stored = whole
	}
	var err error
	if s.rests, err = st.RestsOn(ctx, e, s.id()); err != nil {
		return nil, err
	}
	if err = s.words.Names.Read(ctx, st); err != nil {
		return nil, err
	}
	if s.history, err = st.History(ctx, e, s.id()); err == nil && s.item != nil && len(s.history) > 1 {
		s.words.Titles, err = outletNames(ctx, st)
	}
	return s, err
}

// outletNames are the names of all outlets by id: the states of an item have just that.
func outletNames(ctx context.Context, st *store.Store) (map[string]string, error) {
	all, err := st.Outlets(ctx)
	names := make(map[string]string, len(all))
	for _, o := range all {
		names[o.Value.ID] = o.Value.Name
	}
	return names, err
}

// edits are what a change did to the record.
func (s *sheet) edits(zone *time.Location, item store.ChangeItem) []dossier.Edit {
	words := s.words
	words.Zone = zone
	if s.outlet != nil {
		return words.Outlet(item.Before, item.After)
	}
	return words.Item(item.Before, item.After)
}

// judgement is how an outlet was judged from a change on.
type judgement struct {
	reliability string
	party       *bool
	change      store.Change
	first       bool // it was there from the beginning
}

// judgements are the changes of an outlet that judged it anew, newest first.
func judgements(history []store.Change) []judgement {
	var out []judgement
	for _, c := range history {
		for _, item := range c.Items {
			if item.After == nil {
				continue
			}
			now, was := judged(item.After), judged(item.Before)
			if item.Before != nil && now.reliability == was.reliability && sameParty(now.party, was.party) {
				continue
			}
			now.change, now.first = c, item.Before == nil && len(out) == 0
			if now.first && now.reliability == "" && now.party == nil {
				continue // nobody judged it yet
			}
			out = append(out, now)
		}
	}
	slices.Reverse(out)
	return out
}

// judged reads a payload's judgement.
func judged(payload []byte) judgement {
	var o struct {
		Reliability string `json:"reliability"`
		Party       *bool  `json:"party_to_conflict"`
	}
	if len(bytes.TrimSpace(payload)) > 0 {
		_ = json.Unmarshal(payload, &o) // the store checked it when it was written
	}
	return judgement{reliability: o.Reliability, party: o.Party}
}

func sameParty(a, b *bool) bool {
	return (a == nil) == (b == nil) && (a == nil || *a == *b)
}
