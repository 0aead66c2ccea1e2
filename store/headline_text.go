package store

import (
	"slices"
	"strconv"
	"strings"
)

// notTold stands for the number of a claim that has none.
const notTold = "number not told"

// Text is the figure in words, with who says so: "539 drones launched (Ukrainian
// Air Force)", "≥ 1 civilian killed, unattributed", "3–5 killed (ministry: 3;
// hospital: 5)".
func (f Figure) Text() string {
	var b strings.Builder
	b.WriteString(f.Value())
	if s := f.Scope.name(); s != "" {
		b.WriteString(", " + s)
	}
	if f.unattributed() {
		b.WriteString(", unattributed")
		if len(f.By) == 1 {
			b.WriteString(f.By[0].note())
		}
	} else {
		b.WriteString(" (" + f.Attribution() + ")")
	}
	return b.String()
}

// Attribution names the originators, each with what it says where they differ, and with
// the rule by which one of several claims of it was taken: "ministry: 3; hospital: 5",
// "mayor, newest of 2".
func (f Figure) Attribution() string {
	amounts := f.Qualifier == QualifierRange || f.mixed()
	var parts []string
	for _, o := range f.By {
		part := o.Name()
		if amounts {
			part += ": " + o.Amounts()
		}
		if part += o.note(); !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "; ")
}

// Name is the originator's name; "unattributed" where nobody is named.
func (o Originator) Name() string { return o.Claims[0].originatorName() }

// Amounts are the numbers that count of the originator, as it told them.
func (o Originator) Amounts() string {
	var all []string
	for _, c := range o.Claims {
		all = append(all, c.Amount())
	}
	if n := len(all) - 1; n > 0 {
		return strings.Join(all[:n], ", ") + " or " + all[n]
	}
	return strings.Join(all, "")
}

// note says by which rule the claims of the originator count; "" where it made but one.
func (o Originator) note() string {
	switch {
	case o.Unordered():
		return ", order unknown"
	case o.Superseded():
		return ", newest of " + strconv.Itoa(1+len(o.Older))
	}
	return ""
}

// Value is the figure without who says so: "≥ 1 civilian killed", "3 killed or none
// reported".
func (f Figure) Value() string {
	if f.denied() {
		return f.counted() + " or " + noneReported
	}
	return f.counted()
}

func (f Figure) counted() string {
	measure := strings.ReplaceAll(f.Measure, "_", " ")
	amount := f.Amount()
	switch {
	case amount == noneReported && f.Of != "":
		return "no " + f.Of + " reported " + measure
	case amount == notTold:
		return strings.TrimSpace(f.Of+" "+measure) + ", " + notTold
	case f.Of == "":
		return amount + " " + measure
	case amount == "several" || amount == "a few":
		return amount + " " + f.Of + " " + measure
	case amount != "" && !strings.ContainsAny(amount, "0123456789"):
		return amount + " of " + f.Of + " " + measure // dozens of drones
	case f.Low != nil && *f.Low == 1 && (f.High == nil || *f.High == 1) && !strings.Contains(amount, " to "):
		return amount + " " + singular(f.Of) + " " + measure
	}
	return amount + " " + f.Of + " " + measure
}

// Amount is the figure's number alone: "539", "≥ 1", "3–5", "dozens".
func (f Figure) Amount() string {
	lowest, highest := -1, -1
	for i, c := range f.Claims {
		if c.numberless() {
			continue
		}
		if lowest < 0 || c.startsBelow(f.Claims[lowest]) {
			lowest = i
		}
		if highest < 0 || c.reachesFurther(f.Claims[highest]) {
			highest = i
		}
	}
	switch {
	case len(f.Claims) == 0:
		return ""
	case lowest < 0:
		return f.Claims[0].Amount()
	case lowest == highest:
		return f.Claims[lowest].Amount()
	}
	low, high := f.Claims[lowest], f.Claims[highest]
	switch {
	case low.Amount() == high.Amount():
		return low.Amount()
	case low.exact() && high.High == nil && *low.Low == *high.Low && *low.High == *low.Low && (high.Qualifier == "at least" || high.Qualifier == "more than"):
		return "≥ " + grouped(*low.Low)
	case low.exact() && high.exact():
		return grouped(*low.Low) + "–" + grouped(*high.High)
	}
	// The range says itself that its ends are bounds: "2 to 30", not "≥ 2 to ≤ 30".
	return strings.TrimPrefix(low.Amount(), "≥ ") + " to " + strings.TrimPrefix(high.Amount(), "≤ ")
}

// AccordingTo names the originators, each once; "unattributed" stands for those
// whom nobody names.
func (f Figure) AccordingTo() string {
	var names []string
	seen := map[string]bool{}
	for _, c := range f.Claims {
		if n := c.originatorName(); !seen[n] {
			seen[n] = true
			names = append(names, n)
		}
	}
	return strings.Join(names, "; ")
}

// name says what a scope is, in its words or by its code; "" for the event itself.
func (s Scope) name() string {
	for _, name := range []string{s.Text, s.Admin1, s.Country} {
		if name != "" {
			return name
		}
	}
	return ""
}

func (f Figure) unattributed() bool {
	for _, c := range f.Claims {
		if c.AccordingTo != nil {
			return false
		}
	}
	return true
}

// mixed reports whether some tell a number and others none.
func (f Figure) mixed() bool {
	without := 0
	for _, c := range f.Claims {
		if c.numberless() {
			without++
		}
	}
	return without > 0 && without < len(f.Claims)
}

func (c Claim) originatorName() string {
	if c.AccordingTo == nil {
		return "unattributed"
	}
	return c.AccordingTo.Name
}

// exact reports whether a claim is a plain number or a plain range of two.
func (c Claim) exact() bool {
	return (c.Qualifier == "" || c.Qualifier == "exactly" || c.Qualifier == "between") && c.Low != nil && c.High != nil
}

// startsBelow reports whether a claim begins lower than another: 3 does than "> 3".
func (c Claim) startsBelow(than Claim) bool {
	if a, b := c.told(), than.told(); a != b {
		return a < b
	}
	return than.Qualifier == "more than" && c.Qualifier != "more than"
}

// reachesFurther reports whether a claim goes beyond another: "> 3" goes beyond 3.
func (c Claim) reachesFurther(than Claim) bool {
	if a, b := c.toldHigh(), than.toldHigh(); a != b {
		return a > b
	}
	return c.High == nil && than.High != nil
}

// toldHigh is the highest number a claim tells.
func (c Claim) toldHigh() float64 {
	if c.High != nil {
		return *c.High
	}
	return *c.Low
}

// Amount is the number of a claim as it was told: "≥ 40", "about 100", "dozens",
// "none reported".
func (c Claim) Amount() string {
	span := ""
	switch {
	case c.Low != nil && c.High != nil && *c.Low != *c.High:
		span = grouped(*c.Low) + "–" + grouped(*c.High)
	case c.Low != nil:
		span = grouped(*c.Low)
	case c.High != nil:
		span = grouped(*c.High)
	}
	if span == "" {
		switch c.Qualifier {
		case "", "exactly", "between", "at least", "more than", "up to", "at most", "less than", "fewer than", "about":
			return notTold // these say nothing without a figure
		}
		return c.Qualifier
	}
	switch c.Qualifier {
	case "", "exactly", "between":
		switch {
		case c.High == nil:
			return "≥ " + span
		case c.Low == nil:
			return "≤ " + span
		}
		return span
	case "at least":
		return "≥ " + span
	case "more than":
		return "> " + span
	case "up to", "at most":
		return "≤ " + span
	case "less than", "fewer than":
		return "< " + span
	case "about":
		return "about " + span
	}
	// A word that is no figure of its own: its bounds are a convention and would
	// feign a precision that nobody told.
	return c.Qualifier
}

// grouped writes a count with its thousands apart.
func grouped(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	whole, frac, dot := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if dot {
		whole += "." + frac
	}
	return sign + whole
}

// singular takes the plural's s off the last word: "1 civilian". Words it cannot
// judge ("personnel", "glass") stay.
func singular(s string) string {
	if strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "ies") && !strings.HasSuffix(s, "ses") {
		return s[:len(s)-1]
	}
	return s
}
