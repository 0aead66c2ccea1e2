package title_test

import (
	"testing"

	"sitmap/app/entry/title"
	"sitmap/store"
)

func TestFor(t *testing.T) {
	who := func(role string, names ...string) (out []store.Party) {
		for _, n := range names {
			out = append(out, store.Party{Role: role, Actor: store.Actor{Name: n}})
		}
		return out
	}
	at := func(role, name string) []store.Place { return []store.Place{{Role: role, Name: name}} }
	for _, c := range []struct {
		form store.Form
		kind string
		e    store.Event
		want string
	}{
		{store.FormStrike, "Strike", store.Event{Places: at("target", "Kharkiv")}, "Strike on Kharkiv"},
		{store.FormStrike, "Strike", store.Event{Places: at("launch", "Kursk")}, ""},
		{store.FormMeeting, "Talks", store.Event{Places: at("venue", "Istanbul"), Parties: who("participant", "Ukraine", "Russia")}, "Talks in Istanbul: Ukraine, Russia"},
		{store.FormMeeting, "Talks", store.Event{Places: at("venue", "Istanbul")}, "Talks in Istanbul"},
		{store.FormMeeting, "Visit", store.Event{Parties: who("participant", "Donald Trump")}, "Visit: Donald Trump"},
		{store.FormMeeting, "Talks", store.Event{}, ""},
		{store.FormCall, "Call", store.Event{Parties: who("participant", "Donald Trump", "Vladimir Putin")}, "Call: Donald Trump – Vladimir Putin"},
		{store.FormCall, "Call", store.Event{Parties: who("participant", "Donald Trump")}, ""},
		{store.FormStatement, "Statement", store.Event{Parties: who("speaker", "Kremlin")}, "Statement by Kremlin"},
		{store.FormTransfer, "Aid", store.Event{Parties: append(who("donor", "Pentagon"), who("recipient", "Ukraine")...)}, "Aid from Pentagon to Ukraine"},
		{store.FormTransfer, "Aid", store.Event{Parties: who("donor", "Pentagon")}, ""},
		{store.FormGeneral, "Protest", store.Event{Places: at("scene", " Kyiv ")}, "Protest in Kyiv"},
	} {
		if got := title.For(c.form, title.Of(c.e, c.kind)); got != c.want {
			t.Errorf("%s: %q, want %q", c.kind, got, c.want)
		}
	}
}
