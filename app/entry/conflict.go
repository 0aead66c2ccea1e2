package entry

import (
	"encoding/json"
	"fmt"
	"strings"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// resolve says who changed the event meanwhile and offers the ways out. All that
// was typed stays in the form.
func (f *Form) resolve(c *store.ConflictError, mine store.Event) {
	f.ask(f.whoChanged(c), f.waysOut(c, mine, true)...)
}

func (f *Form) waysOut(c *store.ConflictError, mine store.Event, compare bool) []answer {
	out := []answer{{'m', "Save mine on top", func() {
		merged, err := draft.Rebase(f.d.Base, mine, c.Current.Value)
		if err != nil {
			f.tell("The two versions cannot be put together: " + err.Error() + ".")
			return
		}
		f.save(merged, c.Current.Revision)
	}}}
	if compare {
		out = append(out, answer{'t', "Show theirs", func() {
			f.ask(f.whoChanged(c)+"\n"+compareVersions(c, mine), f.waysOut(c, mine, false)...)
		}})
	} else {
		out = append(out, answer{'u', "Use theirs", func() {
			f.forget(f.keeper.key, f.d)
			f.Edit(c.Current)
		}})
	}
	return append(out, answer{0, "Cancel", f.Focus})
}

// user is the name under which the form saves; "" if it is not known.
func (f *Form) user() string {
	if s, ok := f.deps.Store.(interface{ User() string }); ok {
		return s.User()
	}
	return ""
}

func (f *Form) whoChanged(c *store.ConflictError) string {
	who, how := c.By, ""
	switch {
	case who == "":
		who = "Somebody"
	case who == f.user():
		who, how = "You", ", in another window or program"
	}
	at := ""
	if !c.At.IsZero() {
		at = " on " + c.At.In(f.deps.Zone).Format("2 January 2006 at 15:04:05")
	}
	what := "this event"
	if len(c.Fields) > 0 {
		what = strings.ReplaceAll(strings.Join(c.Fields, ", "), "_", " ")
	}
	verb := " changed "
	if c.Current.Deleted {
		verb, what = " deleted ", "this event"
	}
	return who + verb + what + at + how + ", while you were writing. Nothing of yours is lost."
}

// compareVersions puts their values beside mine, for each member they changed.
func compareVersions(c *store.ConflictError, mine store.Event) string {
	theirs, my := membersOf(c.Current.Value), membersOf(mine)
	var lines []string
	for _, name := range c.Fields {
		lines = append(lines, fmt.Sprintf("%s\n   theirs: %s\n   yours: %s", strings.ReplaceAll(name, "_", " "), brief(theirs[name]), brief(my[name])))
	}
	return strings.Join(lines, "\n")
}

func membersOf(e store.Event) map[string]json.RawMessage {
	out := map[string]json.RawMessage{}
	if raw, err := json.Marshal(e); err == nil {
		_ = json.Unmarshal(raw, &out) // an event always is an object
	}
	return out
}

// brief shows a member in a line: texts as they are, parts by what names them.
func brief(raw json.RawMessage) string {
	var v any
	if len(raw) == 0 || json.Unmarshal(raw, &v) != nil {
		return "nothing"
	}
	s := []rune(inBrief(v))
	if len(s) > 160 {
		return string(s[:160]) + "…"
	}
	return string(s)
}

func inBrief(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, inBrief(e))
		}
		return strings.Join(out, "; ")
	case map[string]any:
		var out []string
		for _, k := range []string{
			"role", "name", "text", "earliest", "latest", "title", "phase", "measure", "about", "qualifier", "low", "high", "of",
			"value", "actor", "item", "quote", "type", "event", "dataset", "tlp", "embargo_until", "id",
		} {
			if e, ok := v[k]; ok && (k != "id" || len(out) == 0) && (k == "actor" || k == "item" || !isObject(e)) {
				out = append(out, inBrief(e))
			}
		}
		return strings.Join(out, " ")
	}
	return fmt.Sprint(v)
}

func isObject(v any) bool { _, ok := v.(map[string]any); return ok }
