package sample

import "fmt"

// The ids are UUIDs of version 7 whose time is that of the night of the attack;
// the third group from the right says what they name.
const prefix = "0197d1e0-5c00-7000-"

func eventID(n int) string  { return fmt.Sprintf(prefix+"8000-%012x", n) }
func actorID(n int) string  { return fmt.Sprintf(prefix+"9000-%012x", n) }
func itemID(n int) string   { return fmt.Sprintf(prefix+"a000-%012x", n) }
func outletID(n int) string { return fmt.Sprintf(prefix+"b000-%012x", n) }
func seriesID(n int) string { return fmt.Sprintf(prefix+"a800-%012x", n) }

// parts hands out the ids of one event's parts, in the order they are built.
type parts struct{ event, next int }

func (p *parts) id() string {
	p.next++
	return fmt.Sprintf(prefix+"8%03x-%012x", p.event, p.next)
}
