package entry

import (
	"strings"

	"sitmap/app/entry/draft"
	"sitmap/store"
)

// askWhy asks of each claim that now says something else than what is stored why it
// does, and reports whether there was one to ask about.
func (f *Form) askWhy() bool {
	for _, c := range f.d.Claims {
		if !c.Corrected() || c.Settled || f.d.Revision == 0 {
			continue
		}
		was, now := c.WasCell(), strings.TrimSpace(c.Cell())
		because := func(why store.Reason) func() {
			return func() {
				f.correct(c, why, f.subjectText(subject{about: c.About, measure: c.Measure, of: c.Of})+": "+was+" → "+now)
				f.trySave()
			}
		}
		f.ask("“"+f.subjectText(subject{about: c.About, measure: c.Measure, of: c.Of})+"” was "+was+", now "+now+". Why? What it replaces is kept.",
			answer{'u', "Update", because(store.ReasonUpdate)},
			answer{'s', "Source corrected", because(store.ReasonCorrected)},
			answer{'o', "Our error", because(store.ReasonOurError)},
			answer{0, "Back", f.Focus})
		return true
	}
	return false
}

// correct carries a correction out, and gives the change its reason: an error of ours
// comes before all others.
func (f *Form) correct(c *draft.Claim, why store.Reason, what string) {
	f.d.Correct(c, why, f.deps.NewID)
	if f.d.Reason == "" || why == store.ReasonOurError {
		f.d.Reason = string(why)
	}
	f.d.ReasonNote = strings.TrimPrefix(f.d.ReasonNote+"; "+what, "; ")
	if f.built(secClaims) {
		f.refreshSection(secClaims)
	}
	f.refreshSection(secReason)
}

func (f *Form) built(name string) bool {
	for _, s := range f.sections {
		if s.name == name {
			return s.built
		}
	}
	return false
}
