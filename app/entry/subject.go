package entry

import (
	"slices"
	"strings"

	"sitmap/app/entry/field"
	"sitmap/app/entry/figure"
	"sitmap/store"
)

// subject is what a line of the claims' table is about: a measure and what was
// counted, or the outcome, a time, a place.
type subject struct {
	about, measure, of string
	unknown            bool // the measure is in no list
}

func (s subject) blank() bool { return s.about == "" }

// subjectOf takes apart what was typed: “killed”, “killed civilians”, “launched,
// Shahed-136”, “outcome”.
func (f *Form) subjectOf(text string) subject {
	text = strings.TrimSpace(text)
	if text == "" {
		return subject{}
	}
	for _, a := range aspects {
		if t := folded(text); t == a.code || t == a.name || t == a.also {
			return subject{about: a.code}
		}
	}
	var best subject
	longest := -1
	for _, t := range f.voc.terms[vocMeasure] {
		for _, name := range []string{t.Name, strings.ReplaceAll(t.Code, "_", " "), t.Code} {
			rest, ok := after(text, name)
			if name == "" || !ok || len(name) <= longest {
				continue
			}
			longest, best = len(name), subject{about: aboutMeasure, measure: t.Code, of: rest}
		}
	}
	if longest < 0 {
		return subject{about: aboutMeasure, measure: text, unknown: true}
	}
	return best
}

// after is what stands behind a name that a text begins with: a word of its own, or
// behind a comma.
func after(text, name string) (string, bool) {
	if len(text) < len(name) || !strings.EqualFold(text[:len(name)], name) {
		return "", false
	}
	rest := text[len(name):]
	cut := strings.TrimLeft(rest, " ,·:")
	if rest != "" && cut == rest {
		return "", false
	}
	if of, ok := strings.CutPrefix(cut, "of "); ok {
		cut = of
	}
	return strings.TrimSpace(cut), true
}

// subjectText is how a subject stands in its field, so that subjectOf reads the same
// again.
func (f *Form) subjectText(s subject) string {
	if s.about != aboutMeasure {
		for _, a := range aspects {
			if a.code == s.about {
				return a.name
			}
		}
		return s.about
	}
	name := f.voc.name(vocMeasure, s.measure)
	if s.of != "" {
		name += ", " + s.of
	}
	return name
}

// searchSubjects completes a measure, and behind it what was counted.
func (f *Form) searchSubjects(typed string) []field.Option {
	if s := f.subjectOf(typed); s.about == aboutMeasure && !s.unknown && folded(typed) != folded(f.voc.name(vocMeasure, s.measure)) {
		var out []field.Option
		for _, o := range field.Choices(f.ofOptions)(s.of) {
			of := subject{about: aboutMeasure, measure: s.measure, of: o.Text}
			out = append(out, field.Option{Text: f.subjectText(of), Value: of})
		}
		return out
	}
	out := append(aspectOptions(typed), field.Choices(f.measureOptions)(typed)...)
	if s := f.subjectOf(typed); s.unknown && !f.isFigure(typed) {
		out = append(out, field.Option{Text: s.measure, Detail: "a new measure", Value: f.newMeasure(s.measure)})
	}
	return out
}

// isFigure reports whether a text is a number, which no measure is called.
func (f *Form) isFigure(text string) bool {
	fig, err := figure.Parse(text, f.voc.words()...)
	return err == nil && !fig.IsZero() || figure.IsPair(text)
}

// newMeasure is a measure that will be added to the vocabulary with the event.
func (f *Form) newMeasure(name string) newTerm {
	code := strings.ReplaceAll(folded(name), " ", "_")
	return newTerm{store.Term{Vocabulary: vocMeasure, Code: code, Name: strings.TrimSpace(name), Forms: []store.Form{f.voc.form(f.d.Kind)}}}
}

// aspectOptions are what is no figure, when, where, who …, by its name or another word for
// it that begins as was typed: the one that is named in full first.
func aspectOptions(typed string) []field.Option {
	var whole, begin []field.Option
	want := folded(typed)
	for _, a := range aspects {
		words := []string{a.name, a.also, a.code}
		o := field.Option{Text: a.name, Detail: a.detail + ", not a figure", Value: subject{about: a.code}}
		switch {
		case slices.Contains(words, want):
			whole = append(whole, o)
		case slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, want) }):
			begin = append(begin, o)
		}
	}
	return append(whole, begin...)
}

func (f *Form) measureOptions() []field.Option {
	out := f.voc.options(vocMeasure, f.voc.form(f.d.Kind))
	for i, o := range out {
		code, _ := o.Value.(string)
		out[i].Value = subject{about: aboutMeasure, measure: code}
	}
	return out
}

// ofOptions are what is counted: the vocabulary's weapons, and what other claims
// of this event counted.
func (f *Form) ofOptions() []field.Option {
	out := f.voc.options(vocWeapon, f.voc.form(f.d.Kind))
	for i, o := range out {
		out[i].Value = o.Text
	}
	for _, w := range append([]string{"civilians", "soldiers", "buildings"}, f.countedElsewhere()...) {
		if !slices.ContainsFunc(out, func(o field.Option) bool { return o.Text == w }) {
			out = append(out, field.Option{Text: w, Value: w})
		}
	}
	return out
}

func (f *Form) countedElsewhere() []string {
	var out []string
	for _, c := range f.d.Claims {
		if c.Of != "" {
			out = append(out, c.Of)
		}
	}
	return out
}
