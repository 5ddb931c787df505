// Writes seeds of 256 KB into the folder given: answers with as many of something as have room, each behind the byte that
// stands for status 200.
import { writeFileSync } from "node:fs";

const LONGEST = 256 * 1024, folder = process.argv[2];
const account = (i) => `{"provider":"a","network":"a","service_type":"a","url":"h.co/${i}"}`;

function seed(name, front, one, back, between = ",") {
	let text = front;
	for (let i = 0; text.length < LONGEST - 200; i++)
		text += (i ? between : "") + one(i);
	writeFileSync(`${folder}/hostile_${name}`, `\0${text}${back}`);
}

for (const [place, front, back] of [["top", "", ""], ["gravatar", '{"verified_accounts":', "}"], ["links", '{"links":', "}"],
	["people", '{"data":{"profiles":', "}}"], ["full", '{"details":{"profiles":', "}}"], ["photos", '{"details":{"photos":', "}}"]]) {
	seed(`${place}_accounts`, `${front}[`, account, `]${back}`);
	seed(`${place}_members`, `${front}{`, (i) => `"${i}":0`, `}${back}`);
	seed(`${place}_named`, `${front}{`, (i) => `"s${i}":{"url":"h.co/${i}"}`, `}${back}`);
}
seed("objects", "[", () => "{}", "]");
seed("deep", "", () => "[", "", "");
seed("long", '{"name":"a ', () => "b", '"}', "");
