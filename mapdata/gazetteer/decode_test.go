package gazetteer

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// small is a gazetteer of three places, column by column.
const small = `sitmap gazetteer 1
country 1
admin1 1
site 0
city 1
Ukraine
Kyiv City
Kyiv
Україна

Kiev|Київ
UA
UA-30
UA-30
-5
703452
1
315000
-9762
0
490000
14547
0


2797553
436000
16000

`

func TestDecode(t *testing.T) {
	l, err := decode(small)
	if err != nil {
		t.Fatal(err)
	}
	want := Place{
		GeonameID: 703448, Name: "Kyiv", Country: "UA", CountryName: "Ukraine", Admin1: "UA-30", Admin1Name: "Kyiv City",
		At: orb.Point{30.5238, 50.4547}, Population: 2797553, Class: ClassCity, RadiusM: 12200,
	}
	if diff := cmp.Diff(want, l.place(2)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Kyiv", "Kiev", "Київ"}, l.namesOf(2)); diff != "" {
		t.Error(diff)
	}
	if p := l.place(0); p.Class != ClassCountry || p.Admin1 != "" || p.RadiusM != 436000 {
		t.Errorf("%+v", p)
	}
}

func TestDecodeRefusesBrokenFiles(t *testing.T) {
	for name, text := range map[string]string{
		"empty":                "",
		"another version":      strings.Replace(small, "gazetteer 1", "gazetteer 2", 1),
		"no counts":            "sitmap gazetteer 1\n",
		"negative count":       strings.Replace(small, "country 1", "country -1", 1),
		"enormous count":       strings.Replace(small, "country 1", "country 999999999", 1),
		"wrong class":          strings.Replace(small, "admin1 1", "region 1", 1),
		"cut short":            small[:len(small)-20],
		"a line too many":      small + "x\n",
		"not a number":         strings.Replace(small, "703452", "seven", 1),
		"off the earth":        strings.Replace(small, "490000", "990000", 1),
		"country without code": strings.Replace(small, "\nUA\n", "\nU\n", 1),
	} {
		if _, err := decode(text); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestBuiltInIsWhole(t *testing.T) {
	if err := builtInList.Warm(); err != nil {
		t.Fatal(err)
	}
	l := builtInList.list()
	iso := regexp.MustCompile(`^[A-Z]{2}(-[A-Z0-9]{1,3})?$`)
	count := map[string]int{}
	for i := range l.places {
		p := l.place(int32(i))
		count[p.Class]++
		if p.Name == "" || p.CountryName == "" || p.RadiusM < 80 || !iso.MatchString(l.places[i].code) {
			t.Errorf("%+v", p)
		}
		if p.Admin1 != "" && (p.Admin1Name == "" || !strings.HasPrefix(p.Admin1, p.Country+"-")) {
			t.Errorf("%+v", p)
		}
	}
	for class, least := range map[string]int{ClassCountry: 240, ClassAdmin1: 4000, ClassSite: 100, ClassCity: 90_000} {
		if count[class] < least {
			t.Errorf("%d places of class %s", count[class], class)
		}
	}
}

func TestByID(t *testing.T) {
	p, ok := builtInList.ByID(kyiv)
	if !ok || p.Name != "Kyiv" || p.At != (orb.Point{30.5238, 50.4547}) || p.RadiusM != 12200 {
		t.Errorf("%+v, %v", p, ok)
	}
	if _, ok := builtInList.ByID(0); ok {
		t.Error("there is a place without an id")
	}
	if names := builtInList.Names(kyiv); len(names) < 10 || names[0] != "Kyiv" {
		t.Errorf("names: %v", names)
	}
	if names := builtInList.Names(0); names != nil {
		t.Errorf("names of nothing: %v", names)
	}
}

func TestBrokenDataFindsNothing(t *testing.T) {
	g := newGazetteer(func() (*list, error) { return decode("") })
	if g.Warm() == nil {
		t.Error("no error")
	}
	if m := g.Search("Kyiv", nil, 5); len(m) != 0 {
		t.Errorf("found %v", m)
	}
	if _, _, ok := g.Nearest(orb.Point{}); ok {
		t.Error("found the nearest of nothing")
	}
	if _, ok := g.ByID(kyiv); ok || g.CountryName("UA") != "" || g.Admin1Name("UA-30") != "" {
		t.Error("found something")
	}
}
