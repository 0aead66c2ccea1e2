package command

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"sitmap/app/publication"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

type publicationsCommand struct {
	database
	ID       string `arg:"" optional:"" name:"id" help:"A publication's id, as it is printed on it."`
	Touching string `placeholder:"EVENT" help:"List only those that showed this event."`
	JSON     bool   `name:"json" help:"Print JSON Lines: one object a publication."`
}

// Help is printed below the flags.
func (publicationsCommand) Help() string {
	return "Each picture and file that was exported is logged, with the state of the store that it\n" +
		"shows. By its id it is opened again: what it showed, and what has become of that since.\n" +
		"For its events as they were give the number of its change to list --as-known-at.\n\n" +
		"  sitmap publications --db s.gpkg\n" +
		"  sitmap publications --db s.gpkg 0197d1e0-5c00-7000-8000-0000000000ab"
}

// Run lists the publications, or opens one.
func (c *publicationsCommand) Run(s *session) error {
	if c.ID != "" && c.Touching != "" {
		return usage{fmt.Errorf("give the id of a publication or --touching, not both; see sitmap publications --help")}
	}
	return s.reading(c.DB, func(st *store.Store) error {
		names := gazetteer.Open()
		if c.ID != "" {
			r, err := publication.Open(s.ctx, st, c.ID, names)
			if err != nil {
				return err
			}
			if c.JSON {
				return reopenedJSON(s.out, r)
			}
			_, err = io.WriteString(s.out, reopenedText(r))
			return err
		}
		list, err := st.Publications(s.ctx)
		if c.Touching != "" {
			list, err = publication.Touching(s.ctx, st, c.Touching, names)
		}
		if err != nil {
			return err
		}
		for _, p := range list {
			if c.JSON {
				err = writeJSON(s.out, p)
			} else {
				_, err = fmt.Fprintln(s.out, publicationLine(p))
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// publicationLine is a publication on one line.
func publicationLine(p store.Publication) string {
	line := fmt.Sprintf("%s  %s  %s  %s", p.ID, p.Time.Format("2006-01-02 15:04 UTC"), oneLine(p.File), plural(p.Events, "event", "events"))
	if p.Title != "" {
		line += "  “" + oneLine(p.Title) + "”"
	}
	if p.Filter != "" {
		line += "  filter “" + oneLine(p.Filter) + "”"
	}
	return line
}

const longStamp = "2 January 2006, 15:04 UTC"

// reopenedText is a publication with what has become of it.
func reopenedText(r publication.Reopened) string {
	var b strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	title := r.File
	if r.Title != "" {
		title = fmt.Sprintf("“%s”, %s", r.Title, r.File)
	}
	say("%s", oneLine(title))
	say("Made on %s by %s, as publication %s", r.Time.Format(longStamp), r.By, r.ID)
	if !r.AsKnownAt.IsZero() {
		say("Shows what was known at %s", r.AsKnownAt.Format(longStamp))
	}
	if r.Filter != "" {
		say("Filter “%s”", oneLine(r.Filter))
	}
	if r.View != "" {
		say("View %s", r.View)
	}
	if r.Past == nil {
		say("It was made before anything was recorded.")
		return b.String()
	}
	shown := plural(r.Events, "event", "events")
	if !r.Listed {
		shown += fmt.Sprintf(", which the store has no list of; by filter and view %d", len(r.Numbers))
	}
	say("Shows %s as of change %d: sitmap list --as-known-at '#%d'", shown, r.Head, r.Head)
	if len(r.Changes) == 0 {
		say("Nothing of it has changed since.")
		return b.String()
	}
	say("\nChanged since")
	for _, d := range r.Changes {
		say("  - %s", differenceLine(d))
	}
	if r.More {
		say("  - and more: these are the first %d", publication.MostChanges)
	}
	return b.String()
}

func differenceLine(d store.Difference) string {
	line := fmt.Sprintf("%s: “%s” %s", d.Became, oneLine(d.Title()), d.ID)
	if len(d.Fields) > 0 && (d.Became == store.BecameChanged || d.Became == store.BecameAdded) {
		line += " (" + strings.ReplaceAll(strings.Join(d.Fields, ", "), "_", " ") + ")"
	}
	if d.Became == store.BecameRetracted && d.Now.Value.AssessmentNote != "" {
		line += ": " + oneLine(d.Now.Value.AssessmentNote)
	}
	if d.Reason != "" {
		line += fmt.Sprintf("; %s, %s, %s", d.Reason, d.By, d.When.Format(longStamp))
		if d.Note != "" {
			line += ": " + oneLine(d.Note)
		}
	}
	return line
}

// reopened is what publications --json prints of one.
type reopened struct {
	store.Publication
	Changes []changedEvent `json:"changes"`
	More    bool           `json:"more,omitempty"`
}

type changedEvent struct {
	Event  string       `json:"event"`
	Title  string       `json:"title"`
	Became store.Became `json:"became"`
	Fields []string     `json:"fields,omitempty"`
	When   time.Time    `json:"when,omitzero"`
	By     string       `json:"by,omitempty"`
	Reason store.Reason `json:"reason,omitempty"`
	Note   string       `json:"note,omitempty"`
	Then   *store.Event `json:"then,omitempty"`
	Now    *store.Event `json:"now,omitempty"`
}

func reopenedJSON(w io.Writer, r publication.Reopened) error {
	out := reopened{Publication: r.Publication, Changes: []changedEvent{}, More: r.More}
	for _, d := range r.Changes {
		c := changedEvent{
			Event: d.ID, Title: d.Title(), Became: d.Became, Fields: d.Fields,
			When: d.When, By: d.By, Reason: d.Reason, Note: d.Note,
		}
		if d.Then != nil {
			c.Then = &d.Then.Value
		}
		if d.Now != nil {
			c.Now = &d.Now.Value
		}
		out.Changes = append(out.Changes, c)
	}
	return writeJSON(w, out)
}
