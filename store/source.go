package store

import "time"

// Outlet is who publishes: a newspaper, an agency, a ministry's channel.
type Outlet struct {
	ID              string `json:"id"`
	Name            string `json:"name"`
	Kind            string `json:"kind,omitempty"`
	Reliability     string `json:"reliability,omitempty"` // Admiralty A–F; F is unknown, not worst
	PartyToConflict *bool  `json:"party_to_conflict,omitempty"`
	URL             string `json:"url,omitempty"`
	Note            string `json:"note,omitempty"`
}

// Item is one article, post, video or document of an outlet.
type Item struct {
	ID         string     `json:"id"`
	Title      string     `json:"title"`
	Kind       string     `json:"kind,omitempty"`
	Author     string     `json:"author,omitempty"`
	URL        string     `json:"url,omitempty"`
	ArchiveURL string     `json:"archive_url,omitempty"`
	Language   string     `json:"language,omitempty"`  // BCP 47
	Published  string     `json:"published,omitempty"` // ISO 8601: a year, month, date, or an instant with its offset
	Captured   Capture    `json:"captured,omitzero"`
	Text       string     `json:"text,omitempty"`
	File       *FileRef   `json:"file,omitempty"`
	Inbox      string     `json:"inbox,omitempty"` // new, used or rejected
	InboxNote  string     `json:"inbox_note,omitempty"`
	Outlet     *Outlet    `json:"outlet,omitempty"`
	Note       string     `json:"note,omitempty"`
	Protection Protection `json:"protection,omitzero"`
}

// Capture says when, by whom and how an item was taken.
type Capture struct {
	At  time.Time `json:"at,omitzero"`
	By  string    `json:"by,omitempty"`
	How string    `json:"how,omitempty"`
}

// IsZero reports whether nothing is known of the capture.
func (c Capture) IsZero() bool { return c == Capture{} }

// FileRef names an attachment by its content.
type FileRef struct {
	SHA256    string `json:"sha256"` // hexadecimal, lower case
	Name      string `json:"name,omitempty"`
	MediaType string `json:"media_type,omitempty"`
	Size      int64  `json:"size,omitempty"` // bytes
}
