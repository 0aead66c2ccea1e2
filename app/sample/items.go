package sample

import "sitmap/store"

// itemA is the news report: its outlet is not stated, so its reliability cannot
// be judged, and it gives no date of publication.
func itemA() store.Item {
	return store.Item{
		ID: itemID(1), Title: "News report on the Trump–Putin call and the attack on Kyiv",
		Kind: "article", Language: "en", Inbox: "used",
		Outlet: &store.Outlet{ID: outletID(1), Name: "not stated", Reliability: "F"},
	}
}

// itemB is the daily report of the Ukrainian Air Force, a party to the conflict.
func itemB() store.Item {
	party := true
	return store.Item{
		ID: itemID(2), Title: "Daily report of the Ukrainian Air Force, 4 July 2025",
		Kind: "report", Language: "uk", Published: "2025-07-04", Inbox: "used",
		Outlet: &store.Outlet{
			ID: outletID(2), Name: "Ukrainian Air Force", Kind: "official", PartyToConflict: &party,
		},
	}
}

// a cites item A about the event as a whole, or about what is named.
func a(p *parts, about, quote string) store.Citation {
	return store.Citation{ID: p.id(), About: about, Item: itemA(), Quote: quote, Credibility: 6}
}

func b(p *parts) store.Citation {
	return store.Citation{ID: p.id(), About: "event", Item: itemB()}
}
