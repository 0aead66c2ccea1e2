//go:build !unix

package store_test

func dropPrivileges() error { return nil }
