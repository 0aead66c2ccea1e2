package look

import "testing"

func TestWords(t *testing.T) {
	for got, want := range map[string]string{
		Count(1, "event"):             "1 event",
		Count(0, "event"):             "0 events",
		Count(1234567, "event"):       "1,234,567 events",
		Grouped(-999):                 "-999",
		Grouped(-1000):                "-1,000",
		Join(" · ", "", "a", "", "b"): "a · b",
		Shorten("Київ", 4):            "Київ",
		Shorten("Харків", 4):          "Хар…",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
