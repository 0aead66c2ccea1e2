// Package storetest makes events for tests and benchmarks: whole ones that use
// every part of the model, drawn by rapid, and fast streams of modest ones from a
// seed.
package storetest
