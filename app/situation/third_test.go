package situation

import (
	"testing"

	"sitmap/store"
)

func TestAThirdOfAMonthIsNotTenExactDays(t *testing.T) {
	for _, tt := range []struct{ from, to, text, words, short string }{
		{"2025-06-30T22:00", "2025-07-10T22:00", "early July 2025", "early July 2025", "early July"},
		{"2025-07-10T22:00", "2025-07-20T22:00", "mid-July", "mid-July 2025", "mid-July"},
		{"2025-07-20T22:00", "2025-07-31T22:00", "late July", "late July 2025", "late July"},
		// Ten days that somebody did count stay ten days.
		{"2025-06-30T22:00", "2025-07-10T22:00", "1 to 10 July", "1–10 July 2025", "1–10 July"},
		{"2025-06-30T22:00", "2025-07-09T22:00", "early July", "1–9 July 2025", "1–9 July"},
	} {
		w := when(tt.from, tt.to, store.Interval, "Europe/Berlin")
		w.Text = tt.text
		if got := FormatWhen(w, nil); got != tt.words {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.words)
		}
		if got := ShortDate(w, nil); got != tt.short {
			t.Errorf("%s: short %q, want %q", tt.text, got, tt.short)
		}
	}
}
