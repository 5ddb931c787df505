// DIR/requests.log: one line of JSON a request, on disk before the answer goes out.
import { appendFileSync } from "node:fs";
import { join } from "node:path";

const file = join(process.argv[2] ?? ".", "requests.log");

export const note = (line) => appendFileSync(file, `${JSON.stringify(line)}\n`);
