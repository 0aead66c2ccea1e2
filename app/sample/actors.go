package sample

import "sitmap/store"

func united() store.Actor {
	return store.Actor{
		ID: actorID(1), Name: "United States", Kind: "state",
		Aliases: []string{"US", "USA", "США", "ABD"}, Seat: washington().seat(),
	}
}

func russia() store.Actor {
	return store.Actor{
		ID: actorID(2), Name: "Russia", Kind: "state",
		Aliases: []string{"Russian Federation", "Россия", "Росія", "Rusya"}, Seat: moscow().seat(),
	}
}

func ukraine() store.Actor {
	return store.Actor{
		ID: actorID(3), Name: "Ukraine", Kind: "state",
		Aliases: []string{"Україна", "Украина", "Ukrayna"}, Seat: kyiv().seat(),
	}
}

func turkiye() store.Actor {
	return store.Actor{
		ID: actorID(4), Name: "Türkiye", Kind: "state",
		Aliases: []string{"Turkey", "Турция", "Туреччина"}, Seat: ankara().seat(),
	}
}

func germany() store.Actor {
	return store.Actor{
		ID: actorID(5), Name: "Germany", Kind: "state",
		Aliases: []string{"Deutschland", "Германия", "Німеччина", "Almanya"}, Seat: berlin().seat(),
	}
}

func trump() store.Actor {
	us := united()
	return store.Actor{
		ID: actorID(6), Name: "Donald Trump", Kind: "person",
		Aliases: []string{"Trump", "Дональд Трамп"}, Seat: washington().seat(), ActsFor: &us,
	}
}

func putin() store.Actor {
	ru := russia()
	return store.Actor{
		ID: actorID(7), Name: "Vladimir Putin", Kind: "person",
		Aliases: []string{"Putin", "Владимир Путин", "Володимир Путін"}, Seat: moscow().seat(), ActsFor: &ru,
	}
}

func zelenskyy() store.Actor {
	ua := ukraine()
	return store.Actor{
		ID: actorID(8), Name: "Volodymyr Zelenskyy", Kind: "person",
		Aliases: []string{"Zelenskyy", "Zelensky", "Володимир Зеленський", "Владимир Зеленский"},
		Seat:    kyiv().seat(), ActsFor: &ua,
	}
}

func kremlin() store.Actor {
	ru := russia()
	return store.Actor{
		ID: actorID(9), Name: "Kremlin", Kind: "organisation",
		Aliases: []string{"Presidential Administration of Russia", "Кремль"}, Seat: moscow().seat(), ActsFor: &ru,
	}
}

func ushakov() store.Actor {
	k := kremlin()
	return store.Actor{
		ID: actorID(10), Name: "Yury Ushakov", Kind: "person",
		Aliases: []string{"Yuri Ushakov", "Юрий Ушаков", "Юрій Ушаков"}, Seat: moscow().seat(), ActsFor: &k,
	}
}

func airForce() store.Actor {
	ua := ukraine()
	return store.Actor{
		ID: actorID(11), Name: "Ukrainian Air Force", Kind: "organisation",
		Aliases: []string{"Повітряні Сили Збройних Сил України"}, ActsFor: &ua,
	}
}

func airDefence() store.Actor {
	ua := ukraine()
	return store.Actor{ID: actorID(12), Name: "Ukrainian air defence", Kind: "organisation", ActsFor: &ua}
}

func topOfficial() store.Actor {
	ua := ukraine()
	return store.Actor{ID: actorID(13), Name: "a top Ukrainian official", Kind: "unnamed", ActsFor: &ua}
}

func pentagonDept() store.Actor {
	us := united()
	return store.Actor{
		ID: actorID(14), Name: "US Department of Defense", Kind: "organisation",
		Aliases: []string{"Pentagon", "Department of Defense"}, Seat: pentagon().seat(), ActsFor: &us,
	}
}
