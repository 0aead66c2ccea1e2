package publication

import (
	"reflect"
	"slices"

	"sitmap/store"
)

// Corrects reports whether a change of an event puts something right that a reader of
// an earlier publication has from it: what it is called and what kind it is of, when and
// where it was, a figure, a claim that no longer stands, the event itself; or who may
// have it at all. What is only added to it does not, unless a figure becomes another.
func Corrects(before, after store.Event) bool {
	if after.Assessment == store.Retracted && before.Assessment != store.Retracted {
		return true
	}
	if before.Title != after.Title || before.Kind != after.Kind || confined(before.Protection, after.Protection) ||
		otherTime(before.When, after.When) || otherPlaces(before.Places, after.Places) {
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

// confined reports whether a record has come under a protection that it was not under.
func confined(was, is store.Protection) bool {
	return is.TLP != was.TLP && is.TLP != "" && is.TLP != "CLEAR" ||
		!is.Embargo.IsZero() && !is.Embargo.Equal(was.Embargo) || is.DoNotPublish && !was.DoNotPublish
}

// otherTime reports whether a time that was told has become another; the words it was
// told in do not count.
func otherTime(was, is store.When) bool {
	told := !was.Earliest.IsZero() || !was.Latest.IsZero()
	return told && (!is.Earliest.Equal(was.Earliest) || !is.Latest.Equal(was.Latest)) || was.CountsOn != is.CountsOn && was.CountsOn != ""
}

// otherPlaces reports whether a place has gone or become another one.
func otherPlaces(was, is []store.Place) bool {
	return slices.ContainsFunc(was, func(p store.Place) bool {
		at := slices.IndexFunc(is, func(q store.Place) bool { return q.ID == p.ID })
		if at < 0 {
			return true
		}
		q := is[at]
		return p.Name != q.Name || p.Role != q.Role || p.Country != q.Country || p.Admin1 != q.Admin1 ||
			p.Precision != q.Precision || p.RadiusM != q.RadiusM || !reflect.DeepEqual(p.Geometry, q.Geometry)
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
