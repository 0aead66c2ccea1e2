package publication

import (
	"slices"

	"sitmap/store"
)

// Corrects reports whether a change of an event puts something right that a reader of
// an earlier publication has from it: a figure, a claim that no longer stands, the
// event itself. What is only added to it does not, unless a figure becomes another.
func Corrects(before, after store.Event) bool {
	if after.Assessment == store.Retracted && before.Assessment != store.Retracted {
		return true
	}
	was, is := shownFigures(before), shownFigures(after)
	for key, value := range was {
		if is[key] != value {
			return true
		}
	}
	return slices.ContainsFunc(before.Claims, func(c store.Claim) bool {
		at := slices.IndexFunc(after.Claims, func(x store.Claim) bool { return x.ID == c.ID })
		return at < 0 || live(c) && !live(after.Claims[at]) || c.Value != after.Claims[at].Value
	})
}

func live(c store.Claim) bool { return c.State == "" || c.State == store.Live }

// shownFigures are the figures of an event as a picture has them.
func shownFigures(e store.Event) map[[3]string]string {
	out := map[[3]string]string{}
	for _, f := range store.Figures(e) {
		out[[3]string{f.Measure, f.Of, f.Scope.Text}] = f.Text()
	}
	return out
}
