package window

import (
	"context"
	"fmt"
	"strings"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// historian knows the changes of a record; a store is one.
type historian interface {
	History(ctx context.Context, e store.Entity, id string) ([]store.Change, error)
}

// trueReason gives a change that only did something again the reason of what it
// did: people undo a recording, not the redoing of one. c may be nil.
func trueReason(ctx context.Context, h historian, c *store.Change) error {
	if c == nil || len(c.Items) == 0 || !again(*c) {
		return nil
	}
	// A change that is undone or redone touched the same records each time.
	past, err := h.History(ctx, c.Items[0].Entity, c.Items[0].ID)
	if err != nil {
		return err
	}
	bySeq := make(map[int64]store.Change, len(past))
	for _, p := range past {
		bySeq[p.Seq] = p
	}
	for first := *c; ; {
		earlier, ok := bySeq[first.Undoes]
		if !ok || earlier.Seq >= first.Seq {
			return nil
		}
		if first = earlier; !again(first) {
			c.Reason = first.Reason
			return nil
		}
	}
}

func again(c store.Change) bool { return c.Reason == store.ReasonUndo || c.Reason == store.ReasonRedo }

// changeName says what a change was, short enough for a menu.
func changeName(c store.Change) string {
	verb := string(c.Reason)
	switch c.Reason {
	case store.ReasonNew:
		verb = "recording"
	case store.ReasonUpdate, store.ReasonCorrected, store.ReasonOurError, "":
		verb = "change of"
	case store.ReasonDeleted:
		verb = "deletion of"
	case store.ReasonImported:
		verb = "import of"
	case store.ReasonMerged:
		verb = "merge of"
	}
	events, title := 0, ""
	for _, i := range c.Items {
		if i.Entity == store.EntityEvent {
			events++
			title = i.Title
		}
	}
	switch {
	case events == 1 && title != "":
		return fmt.Sprintf("%s “%s”", verb, look.Shorten(title, 32))
	case events > 1:
		return fmt.Sprintf("%s %d events", verb, events)
	case len(c.Items) > 0 && c.Items[0].Entity.IsDefinition():
		// Layers, views and layouts are set up, not recorded.
		if c.Reason == store.ReasonNew {
			verb = "adding"
		}
		if len(c.Items) > 1 {
			return fmt.Sprintf("%s %d %ss", verb, len(c.Items), c.Items[0].Entity)
		}
		return fmt.Sprintf("%s %s “%s”", verb, c.Items[0].Entity, look.Shorten(c.Items[0].Title, 32))
	case len(c.Items) == 1 && retiring(c.Items[0]) != "":
		return fmt.Sprintf("retirement of “%s”", look.Shorten(retiring(c.Items[0]), 32))
	case len(c.Items) == 1 && c.Items[0].Title != "":
		return fmt.Sprintf("%s %s “%s”", verb, situation.Words(string(c.Items[0].Entity)), look.Shorten(c.Items[0].Title, 32))
	case len(c.Items) > 0:
		return fmt.Sprintf("%s %s", verb, situation.Words(string(c.Items[0].Entity)))
	}
	return verb + " something"
}

// retiring is the code of what a change of the settings retires, or uses again; "" for
// another change.
func retiring(i store.ChangeItem) string {
	_, id, ok := store.RetiredIn(i.ID)
	if i.Entity != store.EntitySetting || !ok {
		return ""
	}
	return id[strings.LastIndexByte(id, '/')+1:]
}

// changedTitles names what a change touched.
func changedTitles(c store.Change) string {
	events, title := 0, ""
	for _, i := range c.Items {
		if i.Entity == store.EntityEvent {
			events++
			title = i.Title
		}
	}
	switch {
	case events == 1 && title != "":
		return "“" + look.Shorten(title, 48) + "”"
	case events > 1:
		return look.Count(events, "event")
	case len(c.Items) == 1 && c.Items[0].Entity.IsDefinition():
		return string(c.Items[0].Entity) + " “" + look.Shorten(c.Items[0].Title, 48) + "”"
	}
	return "done"
}
