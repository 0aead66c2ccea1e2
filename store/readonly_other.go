//go:build !unix

package store

// isReadOnlyFS is false where the system reports read-only media as a lack of
// permission.
func isReadOnlyFS(error) bool { return false }
