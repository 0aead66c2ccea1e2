// Package locale keeps the user's language in a shape that Fyne can read. Importing
// it is all there is to do: package main does, before anything of the screen.
//
// Fyne reads the language while its package lang is initialised, and prints a line
// of its own for every one that is no language: C.UTF-8, say, the usual one of
// servers and containers. Nothing in main runs early enough to prevent that, but Go
// initialises packages in the order of their import paths as soon as all that they
// import is initialised. This one needs os and strings alone; lang needs
// text/template, which comes later in that order and needs both.
package locale
