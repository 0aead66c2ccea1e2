package main

import (
	"encoding/binary"
	"testing"
)

func TestUnwoffRefusesWhatIsCutShort(t *testing.T) {
	oneTable := make([]byte, 44+20)
	copy(oneTable, "wOFF")
	binary.BigEndian.PutUint16(oneTable[12:], 1)
	binary.BigEndian.PutUint32(oneTable[44+4:], 1<<31) // far behind the end
	binary.BigEndian.PutUint32(oneTable[44+8:], 10)
	binary.BigEndian.PutUint32(oneTable[44+12:], 20)
	for name, data := range map[string][]byte{
		"empty":               nil,
		"another format":      make([]byte, 100),
		"no directory":        append([]byte("wOFF"), oneTable[4:50]...),
		"table outside":       oneTable,
		"header only, lying":  oneTable[:44],
		"shorter than header": oneTable[:20],
	} {
		if _, err := unwoff(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestPlainIconKeepsThePathOnly(t *testing.T) {
	got, err := plainIcon([]byte(`<svg viewBox="0 0 24 24"><title>x</title><path id="a" d="M1 1h2z" /></svg>`))
	want := `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000000" d="M1 1h2z"/></svg>` + "\n"
	if err != nil || string(got) != want {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := plainIcon([]byte("<svg/>")); err == nil {
		t.Error("an icon without a path passed")
	}
}
