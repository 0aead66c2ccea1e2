package store_test

import (
	"context"
	"database/sql"
	"encoding/binary"
	"math"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sitmap/store"
	"sitmap/store/storetest"
)

// layered is a store that has something in every layer.
func layered(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.gpkg")
	busy(t, path) // a call between Kyiv and Tokyo, which crosses no date line
	s := reopen(t, path, store.Options{User: "Olha"})
	actor := func(n int, name string, lon, lat float64) store.Actor {
		return store.Actor{ID: storetest.ID(9, 100+n), Name: name, Seat: &store.Seat{Name: name, Geometry: storetest.At(lon, lat)}}
	}
	talks := simple(20, "Talks in Istanbul")
	talks.Kind = "talks"
	talks.Places = []store.Place{{Role: "venue", Name: "Istanbul", Geometry: storetest.At(28.98, 41.01)}}
	talks.Parties = []store.Party{
		{Role: "participant", Actor: actor(1, "Russia", 37.62, 55.75)},
		{Role: "participant", Actor: actor(2, "Ukraine", 30.52, 50.45)},
	}
	aid := simple(21, "Aid over the Pacific")
	aid.Kind = "aid"
	aid.Places = nil
	aid.Parties = []store.Party{
		{Role: "donor", Actor: actor(3, "Japan", 139.69, 35.68)},
		{Role: "recipient", Actor: actor(4, "Peru", -77.04, -12.05)},
	}
	for _, e := range []store.Event{talks, aid} {
		save(t, s, e, 0)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestGeoPackage reads the file as the specification tells any program to: OGC
// 12-128, tables and geometry blobs.
func TestGeoPackage(t *testing.T) {
	t.Parallel()
	db, err := sql.Open("sqlite", layered(t))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	value := func(query string, args ...any) string {
		t.Helper()
		var v sql.NullString
		if err := db.QueryRow(query, args...).Scan(&v); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		return v.String
	}
	if got := value(`PRAGMA application_id`); got != "1196444487" {
		t.Errorf("application_id %s", got)
	}
	if got := value(`PRAGMA user_version`); got != "10300" {
		t.Errorf("user_version %s", got)
	}
	if got := value(`SELECT group_concat(srs_id, ' ') FROM (SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1)`); got != "-1 0 4326" {
		t.Errorf("reference systems %s", got)
	}
	types := map[string]bool{
		"INTEGER": true, "TEXT": true, "REAL": true, "DATETIME": true, "POINT": true, "LINESTRING": true,
	}
	for layer, geometry := range map[string]string{"events": "POINT", "links": "LINESTRING", "unplaced_events": ""} {
		kind := "features"
		if geometry == "" {
			kind = "attributes"
		}
		if got := value(`SELECT data_type FROM gpkg_contents WHERE table_name = ?`, layer); got != kind {
			t.Errorf("%s is registered as %s", layer, got)
		}
		if geometry != "" {
			if got := value(`SELECT column_name || geometry_type_name || srs_id || z || m FROM gpkg_geometry_columns WHERE table_name = ?`, layer); got != "geom"+geometry+"432600" {
				t.Errorf("%s has the geometry %s", layer, got)
			}
		}
		rows, err := db.Query(`SELECT name, type FROM pragma_table_info(?)`, layer)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; rows.Next(); i++ {
			var name, typ string
			if err := rows.Scan(&name, &typ); err != nil {
				t.Fatal(err)
			}
			if !types[typ] || i == 0 && (name != "fid" || typ != "INTEGER") || name == "geom" && typ != geometry {
				t.Errorf("column %d of %s is %s %s", i, layer, name, typ)
			}
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
		if got := value(`SELECT count(*) - count(DISTINCT fid) FROM ` + layer); got != "0" {
			t.Errorf("%s: %s fids are not unique", layer, got)
		}
	}
	if got := value(`SELECT count(*) FROM events`) + value(`SELECT count(*) FROM unplaced_events`); got != "51" {
		t.Errorf("placed and unplaced events: %s", got)
	}
	if got := value(`SELECT group_concat(type, ' ') FROM (SELECT type FROM links ORDER BY fid)`); got != "call spoke spoke transfer transfer" {
		t.Errorf("links: %s", got) // the transfer is cut at the date line
	}
	if got := value(`SELECT starts || ' ' || ends FROM events WHERE title = 'Edited'`); !strings.HasSuffix(got, "T00:00:00.000Z") {
		t.Errorf("times are %s", got)
	}
	rows, err := db.Query(`SELECT geom, 1 FROM events UNION ALL SELECT geom, 2 FROM links`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var b []byte
		var want uint32
		if err := rows.Scan(&b, &want); err != nil {
			t.Fatal(err)
		}
		// Magic, version 0, little endian without envelope, EPSG:4326, then WKB.
		if string(b[:4]) != "GP\x00\x01" || binary.LittleEndian.Uint32(b[4:]) != 4326 || b[8] != 1 || binary.LittleEndian.Uint32(b[9:]) != want {
			t.Fatalf("blob % x", b[:13])
		}
		at, n := 13, 1
		if want == 2 {
			at, n = 17, int(binary.LittleEndian.Uint32(b[13:]))
		}
		if len(b) != at+16*n {
			t.Fatalf("a blob of %d bytes for %d points", len(b), n)
		}
		for ; n > 0; n, at = n-1, at+16 {
			lon, lat := math.Float64frombits(binary.LittleEndian.Uint64(b[at:])), math.Float64frombits(binary.LittleEndian.Uint64(b[at+8:]))
			if lon < -180 || lon > 180 || lat < -90 || lat > 90 {
				t.Errorf("a point at %v, %v", lon, lat)
			}
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

// TestOgrinfo has GDAL read the file, where it is installed; what it reads by is
// asserted above without it.
func TestOgrinfo(t *testing.T) {
	t.Parallel()
	ogrinfo, err := exec.LookPath("ogrinfo")
	if err != nil {
		t.Log("ogrinfo is not installed")
		return
	}
	out, err := exec.Command(ogrinfo, "-al", layered(t)).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	text := string(out)
	for _, bad := range []string{"Warning", "ERROR", "FAILURE"} {
		if strings.Contains(text, bad) {
			t.Errorf("ogrinfo says %s:\n%s", bad, text)
		}
	}
	for _, want := range []string{
		"Layer name: events\n", "Geometry: Point\n", "Layer name: links\n", "Geometry: Line String\n", "Layer name: unplaced_events\n",
		"FID Column = fid", "title (String) = Talks in Istanbul", "POINT (28.98 41.01)", "LINESTRING (30.52 50.45", "starts (DateTime)",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("ogrinfo does not say %q:\n%.3000s", want, text)
		}
	}
	if strings.Contains(text, "event_text") {
		t.Error("tables that are no layers are listed")
	}
}

// TestLinksFollowSeats moves an actor's seat.
func TestLinksFollowSeats(t *testing.T) {
	t.Parallel()
	path := layered(t)
	s := reopen(t, path, store.Options{})
	actors, err := s.Actors(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range actors {
		if a.Value.Name != "Russia" {
			continue
		}
		a.Value.Seat.Geometry = storetest.At(10, 20)
		if _, err := s.Save(context.Background(), store.Action{Put: []store.Put{{Actor: &a.Value, Base: a.Revision}}}); err != nil {
			t.Fatal(err)
		}
	}
	mustCheck(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var line []byte
	if err := db.QueryRow(`SELECT geom FROM links WHERE joins = 'Russia'`).Scan(&line); err != nil {
		t.Fatal(err)
	}
	if lon := math.Float64frombits(binary.LittleEndian.Uint64(line[17:])); lon != 10 {
		t.Errorf("the spoke begins at longitude %v", lon)
	}
}
