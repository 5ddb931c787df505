// PNG by hand: the stand-in needs pictures of its own, and no library may be needed to make them.
import { deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	for (let bit = 0; bit < 8; bit++)
		byte = byte & 1 ? 0xedb88320 ^ (byte >>> 1) : byte >>> 1;
	return byte;
});

// node:zlib has a crc32 only since Node 20.15.
function crc(bytes) {
	let sum = 0xffffffff;
	for (let at = 0; at < bytes.length; at++) // for-of takes several times as long
		sum = table[(sum ^ bytes[at]) & 0xff] ^ (sum >>> 8);
	return (sum ^ 0xffffffff) >>> 0;
}

function chunk(type, content) {
	const made = Buffer.alloc(12 + content.length);
	made.writeUInt32BE(content.length, 0);
	made.write(type, 4, "latin1");
	content.copy(made, 8);
	made.writeUInt32BE(crc(made.subarray(4, 8 + content.length)), 8 + content.length);
	return made;
}

function png(width, height, depth, colour, rows) {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head[8] = depth;
	head[9] = colour;
	return Buffer.concat([SIGNATURE, chunk("IHDR", head), chunk("IDAT", deflateSync(rows, { level: 9 })),
		chunk("IEND", Buffer.alloc(0))]);
}

// A square picture of SIDE; PAINT(x, y, seen) puts the pixel there into SEEN, [red, green, blue], black so far.
export function painted(side, paint) {
	const rows = Buffer.alloc(side * (1 + 3 * side));
	const seen = [0, 0, 0];
	for (let y = 0, at = 0; y < side; y++) {
		rows[at++] = 0; // the row is not filtered
		for (let x = 0; x < side; x++) {
			paint(x + 0.5, y + 0.5, seen.fill(0));
			for (const part of seen)
				rows[at++] = Math.round(part);
		}
	}
	return png(side, side, 8, 2, rows);
}

// A sound picture of SIDE times SIDE pixels, one bit each: few bytes, much memory for who decodes it.
export const blank = (side) => png(side, side, 1, 0, Buffer.alloc(side * (1 + Math.ceil(side / 8))));

// PICTURE with one more chunk behind its head; a reader that does not know the TYPE has to skip it.
export function stuffed(picture, type, content) {
	const head = SIGNATURE.length + 25;
	return Buffer.concat([picture.subarray(0, head), chunk(type, content), picture.subarray(head)]);
}
