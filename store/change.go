package store

import "time"

// Reason is why a change was made.
type Reason string

// The reasons.
const (
	ReasonNew       Reason = "new"
	ReasonUpdate    Reason = "update"
	ReasonCorrected Reason = "source corrected"
	ReasonOurError  Reason = "our error"
	ReasonMerged    Reason = "merged"
	ReasonImported  Reason = "imported"
	ReasonDeleted   Reason = "deleted"
	ReasonUndo      Reason = "undo"
	ReasonRedo      Reason = "redo"
)

// Entity names a sort of record in the history.
type Entity string

// The entities.
const (
	EntityEvent   Entity = "event"
	EntityActor   Entity = "actor"
	EntityOutlet  Entity = "outlet"
	EntityItem    Entity = "item"
	EntitySeries  Entity = "series"
	EntityKind    Entity = "kind"
	EntityTerm    Entity = "term"
	EntityLayer   Entity = "layer"
	EntityView    Entity = "view"
	EntityLayout  Entity = "layout"
	EntitySetting Entity = "setting" // point of view …
)

// Stored is a record with what is local to this store.
type Stored[T any] struct {
	Value    T
	Revision int64     // counts from 1 with every change of the record
	Recorded time.Time // when this revision was made
	By       string
	Deleted  bool
}

// Change is one entry of the history.
type Change struct {
	Seq    int64
	Time   time.Time
	By     string
	Reason Reason
	Note   string
	Hash   string // hexadecimal SHA-256
	Undoes int64  // Seq of the change this one undid or redid; 0: none
	Items  []ChangeItem
}

// ChangeItem is what a change did to one record.
type ChangeItem struct {
	Entity   Entity
	ID       string
	Revision int64
	Title    string // what the user knows the record by
	Before   []byte // canonical JSON; nil: it was not there
	After    []byte // canonical JSON; nil: it was deleted
}
