// Package roster is a list of many records as the panels show it: rows of two lines,
// walked through with the keyboard, of which only what is seen is read ([Pages]). A
// hundred thousand rows cost as much as twenty.
package roster
