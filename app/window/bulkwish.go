package window

import (
	"errors"
	"fmt"
	"strings"

	"sitmap/app/entry/when"
	"sitmap/store"
)

// protections are what the picker offers: codes and names.
func protections() [][2]string {
	return [][2]string{
		{"", "Leave as it is"},
		{"none", "None"},
		{"CLEAR", "TLP:CLEAR, no limit"},
		{"GREEN", "TLP:GREEN, within the community"},
		{"AMBER", "TLP:AMBER, organisation and its clients"},
		{"AMBER+STRICT", "TLP:AMBER+STRICT, within the organisation"},
		{"RED", "TLP:RED, for those named only"},
	}
}

// reviews are what the picker offers to who uses the window.
func reviews(who string) [][2]string {
	return [][2]string{
		{"", "Leave as it is"},
		{string(store.Reviewed), "Mark reviewed by " + who},
		{string(store.Draft), "Back to draft"},
	}
}

// empty reports whether an edit would change nothing of any event.
func empty(b store.Bulk) bool {
	return len(b.Tag) == 0 && len(b.Untag) == 0 && b.Assessment == "" && b.Review == "" && b.Protection == nil && b.ActorFrom == ""
}

// words are what stands between commas.
func words(text string) []string {
	var out []string
	for w := range strings.SplitSeq(text, ",") {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// wish is what the fields say: an edit, or a merge of two actors.
func (x *bulkDialog) wish() (b store.Bulk, merge *[2]string, err error) {
	b = store.Bulk{Tag: words(x.tag.Text), Untag: words(x.untag.Text), Assessment: store.Assessment(x.assessment.code()), AssessmentNote: strings.TrimSpace(x.why.Text)}
	if b.Assessment == "" {
		b.AssessmentNote = ""
	}
	if b.Review = store.Review(x.review.code()); b.Review == store.Reviewed {
		b.ReviewedBy = x.d.author()
	}
	tlp, until := x.protection.code(), strings.TrimSpace(x.embargo.Text)
	switch {
	case tlp == "" && (until != "" || x.secret.Checked):
		return b, nil, errors.New("choose the TLP that goes with the embargo or “do not publish”, or None: they take the place of what there is")
	case tlp != "":
		p := store.Protection{DoNotPublish: x.secret.Checked}
		if tlp != "none" {
			p.TLP = tlp
		}
		if until != "" {
			at, err := when.Instant(until, x.d.zone())
			if err != nil {
				return b, nil, fmt.Errorf("the embargo: %w", err)
			}
			p.Embargo = at.UTC()
		}
		b.Protection = &p
	}
	from, to := strings.TrimSpace(x.from.Text), strings.TrimSpace(x.to.Text)
	if from == "" && to == "" {
		if x.merge.Checked {
			return b, nil, errors.New("name the actor that goes, and the one that is kept")
		}
		return b, nil, nil
	}
	if from == "" || to == "" {
		return b, nil, errors.New("name both: the actor named now, and the one to name instead")
	}
	if b.ActorFrom, err = x.actor(from); err != nil {
		return b, nil, err
	}
	if b.ActorTo, err = x.actor(to); err != nil {
		return b, nil, err
	}
	if b.ActorFrom == b.ActorTo {
		return b, nil, errors.New("an actor is replaced by another one: the two are the same")
	}
	if x.merge.Checked {
		pair := [2]string{b.ActorTo, b.ActorFrom}
		b.ActorFrom, b.ActorTo = "", ""
		if !empty(b) {
			return b, nil, errors.New("a merge is a change of its own: leave the other fields empty")
		}
		return b, &pair, nil
	}
	return b, nil, nil
}
