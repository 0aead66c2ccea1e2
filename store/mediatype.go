package store

import (
	"mime"
	"net/http"
	"path"
	"strings"
)

// mediaType is what a file is: by its content where that tells, else as it was told,
// else by its name. What only claims to be a picture is none.
func mediaType(body []byte, n NewAttachment) string {
	plain := func(s string) string {
		s, _, _ = strings.Cut(s, ";")
		return strings.ToLower(strings.TrimSpace(s))
	}
	found := plain(http.DetectContentType(body))
	told := plain(n.MediaType)
	if told == "" || told == "application/octet-stream" {
		if told = plain(mime.TypeByExtension(path.Ext(n.Name))); told == "" {
			return found
		}
	}
	switch found {
	case "application/octet-stream": // nothing known by its first bytes
		return told
	case "text/plain", "text/xml", "application/zip":
		// These hold many formats, which their beginnings do not tell apart; but no
		// picture, sound or film that one can look at is among them.
		if !seen(told) || told == "image/svg+xml" && found != "application/zip" {
			return told
		}
	}
	return found
}

func seen(mediaType string) bool {
	for _, sort := range []string{"image/", "audio/", "video/"} {
		if strings.HasPrefix(mediaType, sort) {
			return true
		}
	}
	return false
}
