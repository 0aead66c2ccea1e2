package store_test

import (
	"slices"
	"testing"

	"sitmap/store"
)

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"Kadıköy":               "kadikoy",
		"kadikoy":               "kadikoy",
		"Łódź":                  "lodz",
		"STRASSE Straße":        "strasse strasse",
		"İstanbul, ISTANBUL":    "istanbul istanbul",
		"Київ Ґалаґан Щёлково":  "киів галаган щелково",
		"Ñuñoa—São Tomé":        "nunoa sao tome",
		"Đà Nẵng":               "da nang",
		"Ærø Þingvellir":        "aero thingvellir",
		"بَغْدَاد":              "بغداد",
		"Αθήνα ΟΔΟΣ":            "αθηνα οδοσ",
		"北京市":                   "北京 京市 市",
		"攻撃 キーウ":                "攻撃 撃 キー ーウ ウ",
		"서울":                    "서울",
		"Shahed-136, 155 mm":    "shahed 136 155 mm",
		"<b>Iran's</b> “plan”!": "b iran s b plan",
		"ﬁnal ①":                "final 1",
		"":                      "",
		" …—!":                  "",
	} {
		if got := store.Fold(text); got != want {
			t.Errorf("fold(%q) = %q, want %q", text, got, want)
		}
		if got := store.Fold(store.Fold(text)); text[:min(1, len(text))] < "\x80" && got != want {
			t.Errorf("folded twice, %q is %q", text, got)
		}
	}
}

func TestFilterText(t *testing.T) {
	s := scratch(t)
	one := simple(0, "Talks in Kadıköy")
	one.Summary = "Delegations met near Straße des 17. Juni"
	one.Parties[0].Actor = store.Actor{Name: "Ukraine", Aliases: []string{"Україна", "乌克兰"}}
	one.Places[0].Name = "Łódź"
	one.Claims[0].Of = "Shahed-136"
	one.Citations[0].Quote = "північ 北京市发言人"
	one.Tags = []string{"Waffenruhe"}
	one.Topics = []string{"grain corridor"}
	save(t, s, one, 0)
	two := simple(1, "Strike on Kharkiv")
	save(t, s, two, 0)

	for text, want := range map[string][]string{
		"":                    {"Strike on Kharkiv", "Talks in Kadıköy"},
		"kadikoy":             {"Talks in Kadıköy"},
		"KADIKÖY talks":       {"Talks in Kadıköy"},
		"lodz":                {"Talks in Kadıköy"},
		"strasse juni":        {"Talks in Kadıköy"},
		"україна":             {"Talks in Kadıköy"},
		"乌克兰":                 {"Talks in Kadıköy"},
		"克兰":                  {"Talks in Kadıköy"},
		"市":                   {"Talks in Kadıköy"},
		"北京市":                 {"Talks in Kadıköy"},
		"北市":                  nil,
		"shahed 136":          {"Talks in Kadıköy"},
		"waffen":              {"Talks in Kadıköy"},
		"corridor grain":      {"Talks in Kadıköy"},
		"khark":               {"Strike on Kharkiv"},
		"kharkiv kadikoy":     nil,
		"arkiv":               nil,
		`" OR 1=1 --`:         nil,
		`title:kharkiv`:       nil,
		`*`:                   nil,
		"official":            {"Strike on Kharkiv", "Talks in Kadıköy"},
		"(kharkiv) AND -NOT*": nil,
	} {
		got := titles(t, s, store.Filter{Text: text})
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", text, got, want)
		}
	}
	// The index follows changes.
	two.Title = "Strike on Odesa"
	save(t, s, two, 1)
	if got := titles(t, s, store.Filter{Text: "kharkiv"}); len(got) != 0 && got[0] != "Strike on Odesa" {
		t.Errorf("the old title still finds %v", got)
	}
	if got := titles(t, s, store.Filter{Text: "odesa"}); !slices.Equal(got, []string{"Strike on Odesa"}) {
		t.Errorf("the new title finds %v", got)
	}
	mustCheck(t, s)
}
