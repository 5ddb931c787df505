// Connections for tests: made by the forms, seen by the database.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import * as desk from "./desk.mjs";
import { plain, read, words } from "./client.mjs";

export const onceKey = () => randomBytes(16).toString("hex");

export const business = (me, typed = {}) =>
	desk.add(me, { customer_type: "business", business_name: `${desk.letters()} Motors`, first_name: null, last_name: null, ...typed });

// A customer with a name nobody else has: { id, first, last, name }.
export async function individual(me, typed = {}) {
	const last = desk.letters();
	return { id: await desk.add(me, { last_name: last, ...typed }), last, name: `Maria ${last}` };
}

// The token of the session ME is in, asked for once.
export async function token(me) {
	me.token ??= await desk.tokenOf(me);
	return me.token;
}

// Save and Close of the first step: connects ID with OTHERS (a number or several).
export const connect = async (me, id, others, how = {}) => me.post(`/connect/${id}`, desk.changed([], {
	token: await token(me), once: onceKey(), relationship: "relative", title: null, other: others, do: "save", ...how }));

// Save and Close of the second step.
export const addNew = async (me, id, typed = {}) => me.post(`/connect/${id}/new`, desk.changed([], {
	token: await token(me), once: onceKey(), customer_type: "individual", first_name: "Elena", last_name: desk.letters(),
	relationship: "relative", same_contact: "1", ...typed }));

// Save of the Connections screen with CHANGES ({ "title.1000001": "Driver" }); BUTTON adds what a button posts.
export async function saveList(me, id, changes = {}, button = {}) {
	return me.submit(await me.get(`/connections/${id}`), "connections-form", changes, button);
}

// What the database has of ID: [[other_id, relationship, title, is_primary], ...], the longest-standing first.
export const stored = (id, socket) => desk.sql(`SELECT other_id, relationship, IFNULL(title, ''), is_primary
	FROM connection WHERE customer_id = ${id} ORDER BY added_at, other_id`, socket);

export const others = (id, socket) => stored(id, socket).map(([other]) => other);

export const primaries = (id, socket) => stored(id, socket).filter((row) => row[3] === "1").map(([other]) => other);

export const idOf = (last, socket) => desk.one(`SELECT id FROM customer WHERE last_name = '${last}' ORDER BY id`, socket);

// Pairs with one side only or, with a business, two titles, and businesses that have connections but not one primary: must be none.
export const crooked = (socket) => desk.sql(`SELECT 'half', k.customer_id, k.other_id FROM connection k
	LEFT JOIN connection b ON b.customer_id = k.other_id AND b.other_id = k.customer_id
		AND b.relationship = k.relationship AND (b.title <=> k.title OR NOT EXISTS (SELECT 1 FROM customer
			WHERE customer_type = 'business' AND id IN (k.customer_id, k.other_id))) WHERE b.customer_id IS NULL
	UNION ALL SELECT 'primary', c.id, SUM(k.is_primary) FROM connection k JOIN customer c ON c.id = k.customer_id
	GROUP BY c.id, c.customer_type HAVING SUM(k.is_primary) <> (c.customer_type = 'business')`, socket);

export { words };

// What stands in the alert of a pop-up; LINE by line when it lists several.
export function said(answer) {
	const alert = /<div class="notice notice-bad" role="alert"[^]*?<\/div>/.exec(answer.text)?.[0] ?? "";
	return plain(alert.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ").trim();
}

// A refusal is 422 and a sentence a person can act on.
export function refused(answer, sentence) {
	assert.equal(answer.status, 422, read(answer).slice(0, 300));
	assert.match(said(answer), sentence);
	assert.match(said(answer), /[.!?]$/);
	assert.doesNotMatch(read(answer), /connection_|CONNECT_|relationship\.|undefined|SELECT /);
}
