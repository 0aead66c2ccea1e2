package window

import (
	"errors"
	"fmt"
	"os"
	"os/user"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/store"
)

// author is who makes changes, as the history shows it: the name given in the window,
// else what the program was started with.
func (d *desk) author() string {
	if d.prefs != nil && d.prefs.Author != "" {
		return d.prefs.Author
	}
	if d.opts.User != "" {
		return d.opts.User
	}
	if name := os.Getenv("SITMAP_USER"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "unknown"
}

// longAuthor is how many characters a name may have.
const longAuthor = 80

// readAuthor reads the name that was typed.
func readAuthor(text string) (string, error) {
	name := strings.Join(strings.Fields(text), " ")
	switch {
	case name == "":
		return "", errors.New("write a name: the history says who made a change")
	case len([]rune(name)) > longAuthor:
		return "", fmt.Errorf("the name is longer than %d characters: shorten it", longAuthor)
	case strings.ContainsFunc(name, unicode.IsControl):
		return "", errors.New("the name has a character that cannot be shown: type it anew")
	}
	return name, nil
}

// askAuthor asks under whose name changes are made from now on.
func (d *desk) askAuthor() {
	name := d.newField(d.author())
	says := look.Caption("")
	text := look.Body("The history shows this name with every change. A review is for a second person: on a computer that two share, the second one gives another name first.")
	text.Selectable = false
	var dlg *dialog.CustomDialog
	set := widget.NewButton("Set", nil)
	set.Importance = widget.HighImportance
	set.OnTapped = func() {
		now, err := readAuthor(name.Text)
		if err != nil {
			says.Importance = widget.DangerImportance
			says.SetText(look.Sentence(err))
			d.win.Canvas().Focus(name)
			return
		}
		dlg.Hide()
		d.setAuthor(now)
	}
	name.OnSubmitted = func(string) { set.OnTapped() }
	dlg = dialog.NewCustomWithoutButtons("Who makes changes",
		container.New(look.Width(110*look.Grid), container.New(look.Rows{Gap: look.Grid}, text, labelled("Name", name), says)), d.win)
	dlg.SetButtons([]fyne.CanvasObject{widget.NewButton("Cancel", dlg.Hide), set})
	d.show(dlg)
	d.win.Canvas().Focus(name)
}

// setAuthor takes a name from now on. The open store is opened again under it.
func (d *desk) setAuthor(name string) {
	if name == d.author() {
		return
	}
	take := func() {
		d.prefs.Author = name
		d.prefs.save()
		d.status.Say("Changes are made by %s from now on.", name)
	}
	o := d.open
	if o == nil {
		take()
		return
	}
	d.leaveForm(func() {
		take()
		d.openStore(o.sit.Store().Path())
	})
}

// notReviewed says why an event cannot be reviewed, and how a second person can.
func notReviewed(err error) error {
	if errors.Is(err, store.ErrConflict) {
		return fmt.Errorf("%w. Whoever that is says so first: Edit, Your name", err)
	}
	return err
}
