package main

// placeTranslations are names of places that cannot be told among names without a
// language, by country and English name.
var placeTranslations = map[string]translations{
	"TR Ankara":            {uk: "Анкара", ru: "Анкара"},
	"TR Bursa":             {uk: "Бурса", ru: "Бурса"},
	"TR Konya":             {uk: "Конья", ru: "Конья"},
	"TR Antalya":           {uk: "Анталія", ru: "Анталья"},
	"TR Gaziantep":         {uk: "Газіантеп", ru: "Газиантеп"},
	"TR Trabzon":           {uk: "Трабзон", ru: "Трабзон"},
	"TR İzmir":             {uk: "Ізмір", ru: "Измир", local: "İzmir", tr: "İzmir"},
	"CN Beijing":           {uk: "Пекін", ru: "Пекин", tr: "Pekin"},
	"IN New Delhi":         {uk: "Нью-Делі", ru: "Нью-Дели", tr: "Yeni Delhi"},
	"CH Genève":            {uk: "Женева", ru: "Женева", tr: "Cenevre"},
	"DE Munich":            {uk: "Мюнхен", ru: "Мюнхен", tr: "Münih"},
	"DE Hamburg":           {uk: "Гамбург", ru: "Гамбург", tr: "Hamburg"},
	"DE Frankfurt am Main": {uk: "Франкфурт-на-Майні", ru: "Франкфурт-на-Майне", tr: "Frankfurt"},
	"DE Köln":              {uk: "Кельн", ru: "Кёльн"},
	"IT Naples":            {uk: "Неаполь", ru: "Неаполь", tr: "Napoli"},
	"ES Barcelona":         {uk: "Барселона", ru: "Барселона", tr: "Barselona"},
	"PL Kraków":            {uk: "Краків", ru: "Краков", tr: "Krakov"},
	"PL Gdańsk":            {uk: "Гданськ", ru: "Гданьск"},
	"VN Hanoi":             {uk: "Ханой", ru: "Ханой"},
	"SY Aleppo":            {uk: "Алеппо", ru: "Алеппо", tr: "Halep"},
	"SA Jeddah":            {uk: "Джидда", ru: "Джидда", tr: "Cidde"},
	"SA Mecca":             {uk: "Мекка", ru: "Мекка", tr: "Mekke"},
	"CA Ottawa":            {uk: "Оттава", ru: "Оттава"},
	"CA Montréal":          {uk: "Монреаль", ru: "Монреаль"},
	"NG Abuja":             {uk: "Абуджа", ru: "Абуджа"},
	"IL Tel Aviv":          {uk: "Тель-Авів", ru: "Тель-Авив", tr: "Tel Aviv"},
	"IR Mashhad":           {uk: "Мешхед", ru: "Мешхед", tr: "Meşhed"},
	"US Houston":           {uk: "Г’юстон", ru: "Хьюстон"},
	"US Boston":            {uk: "Бостон", ru: "Бостон"},
	"RU Nizhniy Novgorod":  {uk: "Нижній Новгород"},
	"RU Bryansk":           {uk: "Брянськ"},
	"RU Arkhangelsk":       {uk: "Архангельськ"},
	"RU Novorossiysk":      {uk: "Новоросійськ"},
	"RU Vladimir":          {uk: "Володимир"},
	"RU Groznyy":           {uk: "Грозний"},
	"RU Blagoveshchensk":   {uk: "Благовіщенськ"},
	"RU Ulyanovsk":         {uk: "Ульяновськ"},
	"RU Saint Petersburg":  {uk: "Санкт-Петербург", tr: "Sankt-Peterburg"},
}

// russianNames of places in Ukraine that differ from the Ukrainian ones by more than
// letters, or that the source spells over only, by the Ukrainian name.
var russianNames = map[string]string{
	"Дніпро": "Днепр", "Миколаїв": "Николаев", "Кременчук": "Кременчуг", "Слов’янськ": "Славянск", "Кам’янське": "Каменское",
	"Кам’янець-Подільський": "Каменец-Подольский", "Запоріжжя": "Запорожье", "Одеса": "Одесса", "Чернівці": "Черновцы",
	"Біла Церква": "Белая Церковь", "Бровари": "Бровары", "Куп’янськ": "Купянск", "Вінниця": "Винница",
}
