package window

import (
	"fyne.io/fyne/v2"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/render"
)

// namesMenu chooses the language of the names on the map.
func (m *menus) namesMenu() *fyne.MenuItem {
	names := m.sub("Names")
	for _, l := range basemap.Languages() {
		m.languages[l] = m.item(languageName(l), "", func() { m.d.setLanguage(l) })
		names.ChildMenu.Items = append(names.ChildMenu.Items, m.languages[l])
	}
	return names
}

func languageName(l render.Language) string {
	switch l {
	case basemap.Local:
		return "Local"
	case basemap.Ukrainian:
		return "Ukrainian"
	case basemap.Russian:
		return "Russian"
	case basemap.Turkish:
		return "Turkish"
	default:
		return "English"
	}
}

// language is what the user wants the map's names in; English where the settings
// have something else.
func (d *desk) language() render.Language {
	l, err := render.ParseLanguage(d.prefs.Names)
	if err != nil {
		return basemap.English
	}
	return l
}

// setLanguage follows the Map menu.
func (d *desk) setLanguage(l render.Language) {
	d.prefs.Names = string(l)
	d.prefs.save()
	d.mapView.SetLanguage(l)
	d.menus.update()
}
