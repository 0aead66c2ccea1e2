// Package export writes events into a file for others: GeoJSON, CSV or JSON
// Lines, whole or not at all, and logs it as a publication of the store. The
// command "export" and the window's menu both call it.
package export
