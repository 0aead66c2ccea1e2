package sources

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// labelWidth is how wide the left column of facts is, in device-independent pixels.
const labelWidth = 24 * look.Grid

// letterWidth is how wide that of a reliability's letter is.
const letterWidth = 6 * look.Grid

// mostText is how much of an item's text the page shows, in characters.
const mostText = 3000

// page is the chosen outlet or item: what it is, and below what rests on it.
type page struct {
	p       *Panel
	sheet   *sheet // nil: nothing is chosen
	content *fyne.Container
	facts   *fyne.Container
	scroll  *container.Scroll
	edit    *look.Button
	merge   *look.Button
	remove  *look.Button
	rests   *rests
}

func newPage(p *Panel) *page {
	g := &page{p: p, facts: container.New(look.Rows{Gap: look.Grid})}
	button := func(name, icon, hint string, do func()) *look.Button {
		return look.NewButton(name, look.UIIcon(icon), hint, p.deps.Hints, do).Quiet()
	}
	g.edit = button("Edit", "edit", "Edit this source (Enter or E)", p.edit)
	g.merge = button("Merge …", "duplicate", "Let it become part of another one that it is the same as (M); you see first what that does", p.beginMerge)
	g.remove = button("Delete …", "delete", "Delete it, where nothing rests on it (Delete)", p.remove)
	g.rests = newRests(p)
	g.scroll = container.NewVScroll(container.New(look.Inset{
		Left: 4 * look.Grid, Top: 3 * look.Grid, Right: 4 * look.Grid, Bottom: 4 * look.Grid,
	}, look.Tight(g.facts)))
	bar := container.NewVBox(container.NewHBox(g.edit, g.merge, g.remove), look.Hairline())
	parts := container.NewVSplit(container.NewBorder(bar, nil, nil, nil, g.scroll), g.rests.content)
	parts.SetOffset(0.55)
	g.content = container.NewStack(parts)
	return g
}

// set shows a sheet. The place that was scrolled to stays when it is the same source
// anew.
func (g *page) set(s *sheet) {
	same := s != nil && g.sheet != nil && s.entity == g.sheet.entity && s.number == g.sheet.number
	g.sheet = s
	g.facts.RemoveAll()
	g.rests.set(s, same)
	if s == nil {
		return
	}
	if s.outlet != nil {
		g.outlet(s.outlet.Value)
		g.judgements(s)
	} else {
		g.item(s.item.Value)
	}
	g.history(s)
	g.facts.Refresh()
	if !same {
		g.scroll.ScrollToTop()
	}
	g.scroll.Refresh()
}

func (g *page) outlet(o store.Outlet) {
	g.facts.Add(look.Heading(o.Name))
	if o.Kind != "" {
		g.facts.Add(look.Caption(situation.Sentence(o.Kind)))
	}
	badges := []fyne.CanvasObject{look.NewChip(judgedAs(o.Reliability), ratingTone(o.Reliability))}
	if words := party(o.PartyToConflict); words != "" {
		tone := look.Neutral
		if *o.PartyToConflict {
			tone = look.Caution
		}
		badges = append(badges, look.NewChip(words, tone))
	}
	g.badges(badges)
	g.web("Address", o.URL)
	if o.Note != "" {
		g.facts.Add(look.Body(o.Note))
	}
}

// judgedAs is a reliability as a badge has it.
func judgedAs(letter string) string {
	if letter == "" {
		return "reliability not judged"
	}
	return "reliability " + rating(letter)
}

func (g *page) item(it store.Item) {
	g.facts.Add(look.Heading(it.Title))
	outlet := "Outlet not recorded"
	if it.Outlet != nil {
		outlet = it.Outlet.Name
		if it.Outlet.Reliability != "" {
			outlet += " (" + it.Outlet.Reliability + ")"
		}
	}
	g.facts.Add(look.Caption(look.Join(" · ", outlet, it.Author, it.Kind, it.Language, day(it.Published))))
	var badges []fyne.CanvasObject
	switch it.Inbox {
	case "new":
		badges = append(badges, look.NewChip("waits in the inbox", look.Accented))
	case "used":
		badges = append(badges, look.NewChip("used", look.Good))
	case "rejected":
		badges = append(badges, look.NewChip("rejected", look.Neutral))
	}
	if words := protection(it.Protection); words != "" {
		badges = append(badges, look.NewChip(words, protectionTone(it.Protection)))
	}
	if it.Outlet != nil && it.Outlet.PartyToConflict != nil && *it.Outlet.PartyToConflict {
		badges = append(badges, look.NewChip("party to the conflict", look.Caution))
	}
	g.badges(badges)
	if it.InboxNote != "" {
		g.fact("Inbox", look.Body(it.InboxNote))
	}
	g.web("Address", it.URL)
	g.web("Archived", it.ArchiveURL)
	if !it.Protection.Embargo.IsZero() {
		g.fact("Embargo until", look.Body(situation.FormatInstant(it.Protection.Embargo, g.p.deps.Zone)))
	}
	if !it.Captured.IsZero() {
		g.fact("Captured", look.Body(look.Join(", ", situation.FormatInstant(it.Captured.At, g.p.deps.Zone), it.Captured.By, it.Captured.How)))
	}
	if it.File != nil {
		g.fact("File", look.Body(it.File.Name), look.Caption("SHA-256 "+it.File.SHA256))
	}
	if it.Note != "" {
		g.facts.Add(look.Body(it.Note))
	}
	if it.Text != "" {
		text := []rune(it.Text)
		note := ""
		if len(text) > mostText {
			note = fmt.Sprintf("the first %s of %s characters", look.Grouped(mostText), look.Grouped(len(text)))
			text = append(text[:mostText:mostText], '…')
		}
		g.facts.Add(look.NewSection("Text", note))
		g.facts.Add(look.Body(string(text)))
	}
}

// judgements lists how an outlet was judged, by whom, when and why, newest first.
func (g *page) judgements(s *sheet) {
	all := judgements(s.history)
	g.facts.Add(look.NewSection("Reliability", ""))
	if len(all) == 0 {
		g.facts.Add(look.Caption("Nobody has judged this outlet yet. Edit it (E) to say how reliable it is, and why."))
		return
	}
	for i, j := range all {
		since := "since " + situation.FormatInstant(j.change.Time, g.p.deps.Zone)
		if i > 0 {
			since = "from " + situation.FormatInstant(j.change.Time, g.p.deps.Zone)
		}
		rows := []fyne.CanvasObject{look.Body(situation.Sentence(look.Join("; ", rating(j.reliability), party(j.party))))}
		if i == 0 {
			rows[0] = look.Strong(situation.Sentence(look.Join("; ", rating(j.reliability), party(j.party))))
		}
		rows = append(rows, look.Caption(look.Join(" · ", since, j.change.By, why(j.change, j.first))))
		if j.change.Note != "" {
			rows = append(rows, look.Body("“"+strings.Trim(j.change.Note, "“”")+"”"))
		}
		letter := j.reliability
		if letter == "" {
			letter = "–"
		}
		g.facts.Add(container.New(beside{letterWidth}, look.Strong(letter), container.New(look.Rows{Gap: 1}, rows...)))
	}
}

// why is the reason of a change in words.
func why(c store.Change, first bool) string {
	switch {
	case first:
		return "when it was recorded"
	case c.Reason == store.ReasonUpdate || c.Reason == store.ReasonNew:
		return ""
	case c.Undoes > 0:
		return fmt.Sprintf("%s of change %d", c.Reason, c.Undoes)
	}
	return string(c.Reason)
}

// recent is how many changes the page tells.
const recent = 12

// history lists who changed what, newest first.
func (g *page) history(s *sheet) {
	n := len(s.history)
	if n == 0 {
		return
	}
	note := look.Count(n, "change")
	if n > recent {
		note = fmt.Sprintf("the newest %d of %s", recent, look.Count(n, "change"))
	}
	g.facts.Add(look.NewSection("History", note))
	shown := 0
	for _, c := range slices.Backward(s.history) {
		if shown++; shown > recent {
			break
		}
		rows := []fyne.CanvasObject{look.Body(look.Join(", ", situation.Sentence(string(c.Reason)), c.By)), look.Caption(situation.FormatInstant(c.Time, g.p.deps.Zone))}
		if c.Note != "" {
			rows = append(rows, look.Caption(situation.Sentence(c.Note)))
		}
		for _, item := range c.Items {
			if item.Before != nil && item.After != nil {
				for _, e := range s.edits(g.p.deps.Zone, item) {
					rows = append(rows, look.Caption(e.Line(120)))
				}
			}
		}
		g.facts.Add(container.New(look.Inset{Top: look.Grid, Bottom: look.Grid}, container.New(look.Rows{Gap: 1}, rows...)))
	}
	g.facts.Add(look.Caption("Id " + s.id() + " · revision " + fmt.Sprint(s.revision())))
}

func (g *page) badges(badges []fyne.CanvasObject) {
	if len(badges) > 0 {
		g.facts.Add(container.New(look.Inset{Top: look.Grid, Bottom: look.Grid}, container.New(&look.Flow{Gap: look.Grid}, badges...)))
	}
}

// fact adds rows with what they are at their left.
func (g *page) fact(name string, rows ...fyne.CanvasObject) {
	label := look.Caption(name)
	label.Selectable = false
	g.facts.Add(container.New(beside{labelWidth}, label, container.New(look.Rows{Gap: 1}, rows...)))
}

// web adds an address, as a link where a browser can open it.
func (g *page) web(name, address string) {
	if address == "" {
		return
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		g.fact(name, look.Body(address))
		return
	}
	h := widget.NewHyperlink(address, u)
	h.Wrapping = fyne.TextWrapBreak
	g.fact(name, h)
}

// beside sets what something is at the left and what is known of it at the right.
type beside struct{ left float32 }

// Layout implements fyne.Layout.
func (b beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(b.left, size.Height))
	o[0].Move(fyne.NewPos(0, look.Grid/2))
	o[1].Resize(fyne.NewSize(max(0, size.Width-b.left-2*look.Grid), size.Height))
	o[1].Move(fyne.NewPos(b.left+2*look.Grid, look.Grid/2))
}

// MinSize implements fyne.Layout.
func (b beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	l, r := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(b.left+2*look.Grid+r.Width, max(l.Height, r.Height)+look.Grid)
}
