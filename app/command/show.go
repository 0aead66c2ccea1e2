package command

import (
	"encoding/json"
	"fmt"
	"time"

	"sitmap/app/publication"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

type showCommand struct {
	database
	ID   string `arg:"" name:"id" help:"The event's id, as list --json prints it."`
	JSON bool   `name:"json" help:"Print one JSON object: the event, its revision and its history."`
}

// Help is printed below the flags.
func (showCommand) Help() string {
	return "The dossier has every claim with who made it and where it stands, the phases, the sources\n" +
		"and every change with who made it. A deleted event is shown too, and said to be deleted."
}

// Run shows the event.
func (c *showCommand) Run(s *session) error {
	return s.reading(c.DB, func(st *store.Store) error {
		e, err := st.Event(s.ctx, c.ID)
		if err != nil {
			return err
		}
		history, err := st.History(s.ctx, store.EntityEvent, c.ID)
		if err != nil {
			return fmt.Errorf("reading the history: %w", err)
		}
		published, err := publication.Touching(s.ctx, st, c.ID, gazetteer.Open())
		if err != nil {
			return fmt.Errorf("reading the publications: %w", err)
		}
		if c.JSON {
			return showJSON(s, e, history, published)
		}
		kinds, err := st.Kinds(s.ctx)
		if err != nil {
			return fmt.Errorf("reading the kinds: %w", err)
		}
		d := dossier{e: e, kinds: kinds, history: history, published: published, titles: map[string]string{}}
		for _, r := range e.Value.Relations {
			// An event that is not in this store stays an id.
			if other, err := st.Event(s.ctx, r.Event); err == nil {
				d.titles[r.Event] = other.Value.Title
			}
		}
		_, err = s.out.Write([]byte(d.text()))
		return err
	})
}

// shownEvent is what show --json prints.
type shownEvent struct {
	Event    store.Event   `json:"event"`
	Revision int64         `json:"revision"`
	Recorded time.Time     `json:"recorded"`
	By       string        `json:"by"`
	Deleted  bool          `json:"deleted,omitempty"`
	History  []shownChange `json:"history"`
	// Published are the exported pictures and files that showed it.
	Published []store.Publication `json:"published,omitempty"`
}

// shownChange is a change as far as it concerns the event.
type shownChange struct {
	Seq      int64           `json:"seq"`
	Time     time.Time       `json:"time"`
	By       string          `json:"by"`
	Reason   store.Reason    `json:"reason"`
	Note     string          `json:"note,omitempty"`
	Undoes   int64           `json:"undoes,omitempty"`
	Revision int64           `json:"revision,omitempty"`
	Hash     string          `json:"hash"`
	Before   json.RawMessage `json:"before,omitempty"`
	After    json.RawMessage `json:"after,omitempty"`
}

func showJSON(s *session, e store.Stored[store.Event], history []store.Change, published []store.Publication) error {
	out := shownEvent{Event: e.Value, Revision: e.Revision, Recorded: e.Recorded, By: e.By, Deleted: e.Deleted, History: []shownChange{}, Published: published}
	for _, c := range history {
		h := shownChange{Seq: c.Seq, Time: c.Time, By: c.By, Reason: c.Reason, Note: c.Note, Undoes: c.Undoes, Hash: c.Hash}
		if len(c.Items) > 0 {
			h.Revision, h.Before, h.After = c.Items[0].Revision, c.Items[0].Before, c.Items[0].After
		}
		out.History = append(out.History, h)
	}
	enc := json.NewEncoder(s.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}
