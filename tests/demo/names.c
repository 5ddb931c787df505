/* Tables only. Weights of surnames are thousands of bearers in the census of 2010, those of first names
 * follow the Social Security Administration's lists; both are rounded and their tails are made up. */
#include "names.h"

#include <stddef.h>

const struct name names_family[] = {
	{ "Smith", 2442, 'e', 0 }, { "Johnson", 1932, 'e', 0 }, { "Williams", 1625, 'e', 0 },
	{ "Brown", 1437, 'e', 0 }, { "Jones", 1425, 'e', 0 }, { "Miller", 1161, 'e', 0 },
	{ "Davis", 1116, 'e', 0 }, { "Wilson", 801, 'e', 0 }, { "Anderson", 784, 'e', 0 },
	{ "Thomas", 756, 'e', 0 }, { "Taylor", 751, 'e', 0 }, { "Moore", 724, 'e', 0 },
	{ "Jackson", 708, 'e', 0 }, { "Martin", 702, 'e', 0 }, { "Lee", 693, 'e', 0 },
	{ "Thompson", 664, 'e', 0 }, { "White", 660, 'e', 0 }, { "Harris", 624, 'e', 0 },
	{ "Clark", 562, 'e', 0 }, { "Lewis", 531, 'e', 0 }, { "Robinson", 529, 'e', 0 },
	{ "Walker", 523, 'e', 0 }, { "Young", 484, 'e', 0 }, { "Allen", 483, 'e', 0 },
	{ "King", 465, 'e', 0 }, { "Wright", 459, 'e', 0 }, { "Scott", 439, 'e', 0 },
	{ "Hill", 434, 'e', 0 }, { "Green", 430, 'e', 0 }, { "Adams", 427, 'e', 0 },
	{ "Nelson", 424, 'e', 0 }, { "Baker", 419, 'e', 0 }, { "Hall", 407, 'e', 0 },
	{ "Campbell", 386, 'e', 0 }, { "Mitchell", 384, 'e', 0 }, { "Carter", 376, 'e', 0 },
	{ "Roberts", 376, 'e', 0 }, { "Phillips", 360, 'e', 0 }, { "Evans", 355, 'e', 0 },
	{ "Turner", 348, 'e', 0 }, { "Parker", 336, 'e', 0 }, { "Edwards", 332, 'e', 0 },
	{ "Collins", 329, 'e', 0 }, { "Stewart", 324, 'e', 0 }, { "Morris", 318, 'e', 0 },
	{ "Murphy", 308, 'e', 0 }, { "Cook", 302, 'e', 0 }, { "Rogers", 302, 'e', 0 },
	{ "Morgan", 286, 'e', 0 }, { "Cooper", 280, 'e', 0 }, { "Peterson", 278, 'e', 0 },
	{ "Bailey", 277, 'e', 0 }, { "Reed", 277, 'e', 0 }, { "Kelly", 267, 'e', 0 },
	{ "Howard", 264, 'e', 0 }, { "Kim", 262, 'e', 0 }, { "Cox", 261, 'e', 0 }, { "Ward", 260, 'e', 0 },
	{ "Richardson", 259, 'e', 0 }, { "Watson", 252, 'e', 0 }, { "Brooks", 251, 'e', 0 },
	{ "Wood", 249, 'e', 0 }, { "James", 249, 'e', 0 }, { "Bennett", 247, 'e', 0 },
	{ "Gray", 246, 'e', 0 }, { "Hughes", 236, 'e', 0 }, { "Price", 235, 'e', 0 },
	{ "Sanders", 230, 'e', 0 }, { "Myers", 229, 'e', 0 }, { "Long", 228, 'e', 0 },
	{ "Ross", 227, 'e', 0 }, { "Foster", 225, 'e', 0 }, { "Powell", 221, 'e', 0 },
	{ "Jenkins", 213, 'e', 0 }, { "Perry", 211, 'e', 0 }, { "Russell", 208, 'e', 0 },
	{ "Sullivan", 207, 'e', 0 }, { "Bell", 206, 'e', 0 }, { "Coleman", 204, 'e', 0 },
	{ "Butler", 203, 'e', 0 }, { "Henderson", 202, 'e', 0 }, { "Barnes", 200, 'e', 0 },
	{ "Fisher", 193, 'e', 0 }, { "Simmons", 188, 'e', 0 }, { "Patterson", 186, 'e', 0 },
	{ "Jordan", 184, 'e', 0 }, { "Reynolds", 181, 'e', 0 }, { "Hamilton", 178, 'e', 0 },
	{ "Graham", 175, 'e', 0 }, { "Wallace", 172, 'e', 0 }, { "Cole", 169, 'e', 0 },
	{ "West", 165, 'e', 0 }, { "Hayes", 160, 'e', 0 }, { "Bryant", 158, 'e', 0 },
	{ "Gibson", 154, 'e', 0 }, { "Ellis", 152, 'e', 0 }, { "Ford", 148, 'e', 0 },
	{ "Marshall", 146, 'e', 0 }, { "Owens", 144, 'e', 0 }, { "McDonald", 143, 'e', 0 },
	{ "Kennedy", 138, 'e', 0 }, { "Wells", 136, 'e', 0 }, { "Hoffman", 118, 'e', 0 },
	{ "Schmidt", 112, 'e', 0 }, { "O'Brien", 96, 'e', 0 }, { "Schneider", 92, 'e', 0 },
	{ "Park", 90, 'e', 0 }, { "Keller", 82, 'e', 0 }, { "Choi", 64, 'e', 0 },
	{ "O'Connor", 56, 'e', 0 }, { "St. John", 30, 'e', 0 }, { "Yoder", 28, 'e', 0 },
	{ "van der Berg", 14, 'e', 0 }, { "Müller", 9, 'e', 0 }, { "Groß", 4, 'e', 0 },

	{ "Garcia", 1166, 's', 0 }, { "Rodriguez", 1094, 's', 0 }, { "Martinez", 1060, 's', 0 },
	{ "Hernandez", 1043, 's', 0 }, { "Lopez", 874, 's', 0 }, { "Gonzalez", 841, 's', 0 },
	{ "Perez", 681, 's', 0 }, { "Sanchez", 612, 's', 0 }, { "Ramirez", 557, 's', 0 },
	{ "Torres", 437, 's', 0 }, { "Flores", 433, 's', 0 }, { "Rivera", 391, 's', 0 },
	{ "Gomez", 366, 's', 0 }, { "Diaz", 347, 's', 0 }, { "Cruz", 334, 's', 0 },
	{ "Reyes", 327, 's', 0 }, { "Morales", 311, 's', 0 }, { "Gutierrez", 293, 's', 0 },
	{ "Ortiz", 286, 's', 0 }, { "Ramos", 263, 's', 0 }, { "Chavez", 250, 's', 0 },
	{ "Mendoza", 242, 's', 0 }, { "Ruiz", 238, 's', 0 }, { "Alvarez", 233, 's', 0 },
	{ "Castillo", 230, 's', 0 }, { "Jimenez", 223, 's', 0 }, { "Delgado", 121, 's', 0 },
	{ "Castellanos", 42, 's', 0 }, { "Muñoz", 61, 's', 0 }, { "Peña", 58, 's', 0 },
	{ "Núñez", 34, 's', 0 }, { "García", 30, 's', 0 }, { "Ibáñez", 12, 's', 0 },
	{ "de la Cruz", 26, 's', 0 }, { "Del Toro", 17, 's', 0 },

	{ "Nguyen", 437, 'v', 0 }, { "Tran", 188, 'v', 0 }, { "Pham", 92, 'v', 0 }, { "Le", 90, 'v', 0 },
	{ "Nguyễn", 22, 'v', 0 }, { "Trần", 9, 'v', 0 }, { "Đặng", 5, 'v', 0 }, { "Nowak", 30, 'p', 0 },
	{ "Kowalski", 32, 'p', 0 }, { "Wisniewski", 22, 'p', 0 }, { "Wójcik", 8, 'p', 0 },
	{ "Zieliński", 7, 'p', 0 }, { "Dąbrowski", 6, 'p', 0 }, { "Dvořák", 5, 'p', 0 },
	{ "Hansen", 154, 'n', 0 }, { "Larsen", 58, 'n', 0 }, { "Sorensen", 32, 'n', 0 },
	{ "Sørensen", 8, 'n', 0 }, { "Ødegård", 4, 'n', 0 }, { "Åkesson", 4, 'n', 0 },
	{ "Lindström", 6, 'n', 0 }, { "D’Angelo", 20, 'f', 0 }, { "Russo", 46, 'f', 0 },
	{ "Rossi", 22, 'f', 0 }, { "DeLuca", 18, 'f', 0 }, { "Leblanc", 28, 'f', 0 },
	{ "Fournier", 22, 'f', 0 }, { "Saint-Pierre", 8, 'f', 0 }, { "Côté", 10, 'f', 0 },
	{ "Patel", 229, 'i', 0 }, { "Singh", 164, 'i', 0 }, { "Shah", 86, 'i', 0 }, { "Kumar", 52, 'i', 0 },
	{ "Gupta", 36, 'i', 0 }, { "Reddy", 40, 'i', 0 },
	{ NULL, 0, 0, 0 }
};

const struct name names_given[] = {
	{ "James", 440, 'e', 'm' }, { "Michael", 430, 'e', 'm' }, { "Robert", 410, 'e', 'm' },
	{ "John", 400, 'e', 'm' }, { "David", 350, 'e', 'm' }, { "William", 330, 'e', 'm' },
	{ "Richard", 240, 'e', 'm' }, { "Joseph", 230, 'e', 'm' }, { "Thomas", 210, 'e', 'm' },
	{ "Christopher", 200, 'e', 'm' }, { "Charles", 195, 'e', 'm' }, { "Daniel", 190, 'e', 'm' },
	{ "Matthew", 165, 'e', 'm' }, { "Anthony", 135, 'e', 'm' }, { "Mark", 130, 'e', 'm' },
	{ "Steven", 125, 'e', 'm' }, { "Donald", 120, 'e', 'm' }, { "Andrew", 115, 'e', 'm' },
	{ "Joshua", 115, 'e', 'm' }, { "Paul", 112, 'e', 'm' }, { "Kenneth", 108, 'e', 'm' },
	{ "Kevin", 106, 'e', 'm' }, { "Brian", 104, 'e', 'm' }, { "Timothy", 95, 'e', 'm' },
	{ "Ronald", 94, 'e', 'm' }, { "Jason", 92, 'e', 'm' }, { "George", 90, 'e', 'm' },
	{ "Edward", 88, 'e', 'm' }, { "Jeffrey", 86, 'e', 'm' }, { "Ryan", 84, 'e', 'm' },
	{ "Jacob", 82, 'e', 'm' }, { "Nicholas", 78, 'e', 'm' }, { "Gary", 77, 'e', 'm' },
	{ "Eric", 76, 'e', 'm' }, { "Jonathan", 72, 'e', 'm' }, { "Stephen", 70, 'e', 'm' },
	{ "Larry", 66, 'e', 'm' }, { "Justin", 64, 'e', 'm' }, { "Benjamin", 62, 'e', 'm' },
	{ "Scott", 61, 'e', 'm' }, { "Brandon", 60, 'e', 'm' }, { "Samuel", 56, 'e', 'm' },
	{ "Gregory", 54, 'e', 'm' }, { "Raymond", 50, 'e', 'm' }, { "Patrick", 48, 'e', 'm' },
	{ "Jack", 44, 'e', 'm' }, { "Dennis", 42, 'e', 'm' }, { "Tyler", 40, 'e', 'm' },
	{ "Aaron", 39, 'e', 'm' }, { "Nathan", 36, 'e', 'm' }, { "Walter", 28, 'e', 'm' },
	{ "Ethan", 27, 'e', 'm' }, { "Terrence", 16, 'e', 'm' }, { "DeShawn", 10, 'e', 'm' },
	{ "Ezekiel", 6, 'e', 'm' }, { "Mary", 330, 'e', 'f' }, { "Patricia", 260, 'e', 'f' },
	{ "Jennifer", 250, 'e', 'f' }, { "Linda", 240, 'e', 'f' }, { "Elizabeth", 220, 'e', 'f' },
	{ "Barbara", 200, 'e', 'f' }, { "Susan", 180, 'e', 'f' }, { "Jessica", 175, 'e', 'f' },
	{ "Sarah", 160, 'e', 'f' }, { "Karen", 158, 'e', 'f' }, { "Lisa", 145, 'e', 'f' },
	{ "Nancy", 140, 'e', 'f' }, { "Sandra", 125, 'e', 'f' }, { "Betty", 120, 'e', 'f' },
	{ "Ashley", 118, 'e', 'f' }, { "Emily", 115, 'e', 'f' }, { "Kimberly", 114, 'e', 'f' },
	{ "Margaret", 112, 'e', 'f' }, { "Donna", 108, 'e', 'f' }, { "Michelle", 106, 'e', 'f' },
	{ "Carol", 104, 'e', 'f' }, { "Amanda", 102, 'e', 'f' }, { "Melissa", 98, 'e', 'f' },
	{ "Deborah", 96, 'e', 'f' }, { "Stephanie", 94, 'e', 'f' }, { "Rebecca", 92, 'e', 'f' },
	{ "Sharon", 90, 'e', 'f' }, { "Laura", 88, 'e', 'f' }, { "Cynthia", 86, 'e', 'f' },
	{ "Dorothy", 84, 'e', 'f' }, { "Amy", 82, 'e', 'f' }, { "Kathleen", 80, 'e', 'f' },
	{ "Angela", 78, 'e', 'f' }, { "Shirley", 76, 'e', 'f' }, { "Emma", 70, 'e', 'f' },
	{ "Brenda", 68, 'e', 'f' }, { "Pamela", 66, 'e', 'f' }, { "Nicole", 64, 'e', 'f' },
	{ "Samantha", 62, 'e', 'f' }, { "Anna", 60, 'e', 'f' }, { "Katherine", 58, 'e', 'f' },
	{ "Christine", 56, 'e', 'f' }, { "Debra", 54, 'e', 'f' }, { "Rachel", 52, 'e', 'f' },
	{ "Olivia", 48, 'e', 'f' }, { "Heather", 46, 'e', 'f' }, { "Grace", 40, 'e', 'f' },
	{ "Mary Ann", 24, 'e', 'f' }, { "Abigail", 22, 'e', 'f' }, { "Latoya", 16, 'e', 'f' },
	{ "Zoë", 12, 'e', 'f' }, { "Chloé", 8, 'e', 'f' }, { "Beyla", 3, 'e', 'f' },
	{ "Jordan", 30, 'e', 'n' }, { "Taylor", 28, 'e', 'n' }, { "Casey", 20, 'e', 'n' },
	{ "Morgan", 18, 'e', 'n' }, { "Riley", 14, 'e', 'n' }, { "Quinn", 8, 'e', 'n' },

	{ "José", 95, 's', 'm' }, { "Juan", 90, 's', 'm' }, { "Luis", 80, 's', 'm' },
	{ "Carlos", 75, 's', 'm' }, { "Jose", 60, 's', 'm' }, { "Jesús", 40, 's', 'm' },
	{ "Miguel", 50, 's', 'm' }, { "Ángel", 22, 's', 'm' }, { "Juan Carlos", 20, 's', 'm' },
	{ "Óscar", 14, 's', 'm' }, { "Alejandro", 34, 's', 'm' }, { "Maria", 90, 's', 'f' },
	{ "María", 45, 's', 'f' }, { "Guadalupe", 30, 's', 'f' }, { "Ana", 48, 's', 'f' },
	{ "Carmen", 34, 's', 'f' }, { "Rosa", 40, 's', 'f' }, { "Sofía", 26, 's', 'f' },
	{ "Lucía", 18, 's', 'f' }, { "Inés", 9, 's', 'f' }, { "Begoña", 3, 's', 'f' },
	{ "Minh", 40, 'v', 'm' }, { "Tuấn", 14, 'v', 'm' }, { "Hùng", 12, 'v', 'm' },
	{ "Huy", 20, 'v', 'm' }, { "Linh", 40, 'v', 'f' }, { "Thảo", 14, 'v', 'f' },
	{ "Hương", 12, 'v', 'f' }, { "Mai", 20, 'v', 'f' }, { "Łukasz", 14, 'p', 'm' },
	{ "Piotr", 20, 'p', 'm' }, { "Jan", 20, 'p', 'm' }, { "Tomasz", 16, 'p', 'm' },
	{ "Agnieszka", 18, 'p', 'f' }, { "Małgorzata", 12, 'p', 'f' }, { "Ewa", 16, 'p', 'f' },
	{ "Søren", 10, 'n', 'm' }, { "Lars", 20, 'n', 'm' }, { "Erik", 26, 'n', 'm' },
	{ "Björn", 8, 'n', 'm' }, { "Ingrid", 20, 'n', 'f' }, { "Astrid", 14, 'n', 'f' },
	{ "Åsa", 5, 'n', 'f' }, { "Marco", 20, 'f', 'm' }, { "Antonio", 24, 'f', 'm' },
	{ "Jean-Luc", 8, 'f', 'm' }, { "André", 14, 'f', 'm' }, { "Francesca", 16, 'f', 'f' },
	{ "Gianna", 14, 'f', 'f' }, { "Hélène", 8, 'f', 'f' }, { "Renée", 12, 'f', 'f' },
	{ "Raj", 22, 'i', 'm' }, { "Amit", 20, 'i', 'm' }, { "Sanjay", 18, 'i', 'm' },
	{ "Arjun", 16, 'i', 'm' }, { "Priya", 24, 'i', 'f' }, { "Anita", 18, 'i', 'f' },
	{ "Deepa", 14, 'i', 'f' }, { "Lakshmi", 10, 'i', 'f' },
	{ NULL, 0, 0, 0 }
};

const struct whole_name names_whole[NAMES_WHOLE] = {
	{ "李", "明", "liming" }, { "王", "芳", "wangfang" }, { "张", "伟", "zhangwei" },
	{ "陈", "静", "chenjing" }, { "山田", "太郎", "taro.yamada" }, { "佐藤", "花子", "hanako.sato" },
	{ "김", "민준", "minjun.kim" }, { "이", "서연", "seoyeon.lee" }, { "Παπαδοπούλου", "Ελένη", "eleni.p" },
	{ "Иванов", "Сергей", "s.ivanov" }, { "Çelik", "Ayşe", "ayse.celik" },
	{ "Þorsteinsdóttir", "Guðrún", "gudrun" },
};

const char *const names_family_starts[] = {
	"Ash", "Brad", "Whit", "Hart", "Lang", "Har", "Wal", "Stan", "Black", "Brook", "Clay", "Cold",
	"Crane", "Dun", "East", "Edge", "Elm", "Fair", "Far", "Gold", "Grand", "Hal", "Haw", "Hazel", "Hol",
	"Hunt", "Kings", "Lind", "Lock", "Lynd", "Marsh", "Mer", "Mill", "Nor", "Oak", "Pem", "Pres", "Rad",
	"Red", "Rock", "Rose", "Rother", "Rut", "Sand", "Shel", "Silver", "Strat", "Sum", "Sunder", "Thorn",
	"Tren", "Wake", "Warren", "Water", "Wey", "Wild", "Win", "Wyn", "Yar", "Zimmer", NULL
};

const char *const names_family_ends[] = {
	"ton", "ford", "well", "ley", "man", "field", "wood", "son", "worth", "ham", "land", "burn", "berg",
	"den", "dale", "by", "bury", "croft", "gate", "hurst", "low", "mann", "mer", "mont", "more",
	"ridge", "shaw", "stead", "stein", "stone", "wall", "ward", "way", "wick", "bridge", "bourne", NULL
};

const struct city names_cities[] = {
	{ "Columbus", "OH", "432", { "614", "380" }, 160 }, { "Dublin", "OH", "430", { "614", "380" }, 40 },
	{ "Westerville", "OH", "430", { "614", "380" }, 40 },
	{ "Hilliard", "OH", "430", { "614", "380" }, 30 },
	{ "Grove City", "OH", "431", { "614", "380" }, 40 },
	{ "Delaware", "OH", "430", { "740", "220" }, 30 }, { "Newark", "OH", "430", { "740", "220" }, 30 },
	{ "Lancaster", "OH", "431", { "740", "220" }, 30 },
	{ "Chillicothe", "OH", "456", { "740", "220" }, 15 },
	{ "Marion", "OH", "433", { "740", "220" }, 15 },
	{ "Zanesville", "OH", "437", { "740", "220" }, 15 },
	{ "Athens", "OH", "457", { "740", "220" }, 10 }, { "Dayton", "OH", "454", { "937", "326" }, 40 },
	{ "Springfield", "OH", "455", { "937", "326" }, 20 },
	{ "Cincinnati", "OH", "452", { "513", "283" }, 50 },
	{ "Cleveland", "OH", "441", { "216", "440" }, 50 }, { "Akron", "OH", "443", { "330", "234" }, 25 },
	{ "Canton", "OH", "447", { "330", "234" }, 15 }, { "Toledo", "OH", "436", { "419", "567" }, 30 },
	{ "Mansfield", "OH", "449", { "419", "567" }, 15 },
	{ "Indianapolis", "IN", "462", { "317", "463" }, 30 },
	{ "Fort Wayne", "IN", "468", { "260", "260" }, 15 },
	{ "Louisville", "KY", "402", { "502", "502" }, 20 },
	{ "Lexington", "KY", "405", { "859", "859" }, 15 },
	{ "Pittsburgh", "PA", "152", { "412", "878" }, 25 }, { "Erie", "PA", "165", { "814", "582" }, 10 },
	{ "Philadelphia", "PA", "191", { "215", "267" }, 12 },
	{ "Charleston", "WV", "253", { "304", "681" }, 15 },
	{ "Huntington", "WV", "257", { "304", "681" }, 12 },
	{ "Detroit", "MI", "482", { "313", "313" }, 20 },
	{ "Ann Arbor", "MI", "481", { "734", "734" }, 12 },
	{ "Grand Rapids", "MI", "495", { "616", "616" }, 10 },
	{ "Chicago", "IL", "606", { "312", "773" }, 20 }, { "Milwaukee", "WI", "532", { "414", "414" }, 8 },
	{ "St. Louis", "MO", "631", { "314", "557" }, 8 },
	{ "Nashville", "TN", "372", { "615", "629" }, 10 },
	{ "Atlanta", "GA", "303", { "404", "678" }, 10 }, { "Charlotte", "NC", "282", { "704", "980" }, 8 },
	{ "Richmond", "VA", "232", { "804", "804" }, 6 }, { "Baltimore", "MD", "212", { "410", "443" }, 6 },
	{ "New York", "NY", "100", { "212", "917" }, 8 }, { "Buffalo", "NY", "142", { "716", "716" }, 6 },
	{ "Boston", "MA", "021", { "617", "857" }, 5 }, { "Miami", "FL", "331", { "305", "786" }, 8 },
	{ "Tampa", "FL", "336", { "813", "813" }, 6 }, { "Houston", "TX", "770", { "713", "832" }, 8 },
	{ "San Antonio", "TX", "782", { "210", "726" }, 6 }, { "Denver", "CO", "802", { "303", "720" }, 6 },
	{ "Cañon City", "CO", "812", { "719", "719" }, 2 },
	{ "Española", "NM", "875", { "505", "505" }, 2 },
	{ "Coeur d'Alene", "ID", "838", { "208", "986" }, 2 },
	{ "Phoenix", "AZ", "850", { "602", "480" }, 6 },
	{ "Los Angeles", "CA", "900", { "213", "323" }, 8 },
	{ "San José", "CA", "951", { "408", "669" }, 4 }, { "Seattle", "WA", "981", { "206", "206" }, 5 },
	{ "Portland", "OR", "972", { "503", "971" }, 4 },
	{ NULL, NULL, NULL, { NULL, NULL }, 0 }
};

const char *const names_streets[] = {
	"Main", "Oak", "Maple", "Cedar", "Elm", "Pine", "Washington", "Lake", "Hill", "Park", "Walnut",
	"Spring", "Ridge", "Church", "Willow", "Mill", "Sunset", "Railroad", "Jackson", "Cherry",
	"Highland", "Broad", "High", "Front", "Second", "Third", "Fourth", "Fifth", "Lincoln", "Jefferson",
	"Franklin", "River", "Meadow", "Forest", "Dogwood", "Hickory", "Chestnut", "Locust", "College",
	"Center", "Locust Grove", "Whittier", "Mohawk", "Schiller", "Bryden", "Indianola", "Neil",
	"Parsons", "Cleveland", "Morse", "Hamilton", "Livingston", "Sullivant", "Refugee",
	"Olentangy River", "Old Mill", "Stone Quarry", "Fox Run", "Deer Creek", "Quail Hollow",
	"Harvest Moon", "Martin Luther King Jr.", "César Chávez", NULL
};

const char *const names_street_kinds[] = {
	"St", "St", "St", "Ave", "Ave", "Rd", "Rd", "Dr", "Dr", "Ln", "Ct", "Blvd", "Way", "Pl", "Ter", NULL
};

const char *const names_firms[] = {
	"Scioto", "Buckeye", "Olentangy", "Capital City", "Heartland", "Midwest", "Great Lakes",
	"Ohio Valley", "Hocking Hills", "Tri-County", "Lakeside", "Riverside", "Hilltop", "Franklin",
	"German Village", "Short North", "Northstar", "Blue Heron", "Red Maple", "Summit", "Pinnacle",
	"Liberty", "Patriot", "Eagle", "Evergreen", "Cardinal", "Crossroads", "Gateway", "Keystone",
	"Pioneer", "Premier", "Sunrise", "All American", "A-1", "Three Rivers", "First Choice", "Old Towne",
	"Sawmill", "Arch City", "Discovery", "Iron Horse", "Silver Creek", "Whetstone", "Big Walnut",
	"Licking County", "St. Mary's", "Café Olé", "El Niño", "24/7", NULL
};

const char *const names_trades[] = {
	"Plumbing & Heating", "Landscaping", "Roofing", "Construction", "Electric", "Heating & Cooling",
	"Auto Parts", "Bakery", "Family Dentistry", "Veterinary Clinic", "Catering", "Cleaning Services",
	"Consulting", "Courier Service", "Child Care", "Excavating", "Farms", "Flooring", "Florist",
	"Freight Lines", "Garage Doors", "Glass", "Graphics", "Hardware", "Home Care", "Insurance Agency",
	"Kitchen & Bath", "Lawn Care", "Logistics", "Machine & Tool", "Marketing", "Masonry",
	"Medical Supply", "Moving & Storage", "Painting", "Paving", "Pest Control", "Pharmacy", "Pizza",
	"Pool & Spa", "Printing", "Property Management", "Realty", "Restaurant Group", "Security",
	"Staffing", "Towing", "Tree Service", "Trucking", "Upholstery", "Welding", "Windows & Siding", NULL
};

const char *const names_legal[] = {
	"", "", "", " LLC", " LLC", " LLC", " Inc.", " Inc.", " Co.", ", Ltd.", NULL
};

const char *const names_mail_domains[] = {
	"example.com", "example.com", "example.com", "example.org", "example.net", "example.net",
	"mail.example", "inbox.example", "post.example", "columbus.example", NULL
};
