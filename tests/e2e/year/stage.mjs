// The stage the year is played on: the body served at the hour the play has come to, its
// people at their browsers, and who knows whose sheet is whose.
import assert from 'node:assert/strict'
import path from 'node:path'
import { Client, forms, scratch, serve, tenken } from '../lib.mjs'
import { clock } from '../clock.mjs'
import { mailOptions, mailServer } from '../mail.mjs'

export const secret = '長い合言葉 いろはにほ'

// A fixed sequence (mulberry32), so that a failure can be played again.
let state = 20260401
export const draw = (n) => {
	state = (state + 0x6d2b79f5) | 0
	let z = Math.imul(state ^ (state >>> 15), 1 | state)
	z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z
	return ((z ^ (z >>> 14)) >>> 0) % n
}

export const wordsOf = (page) => page.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
export const formTo = (page, action) => {
	const form = forms(page.body).find((f) => f.method === 'POST' && f.action.split('?')[0] === action)
	assert.ok(form, `no form to ${action} in ${page.path}: ${wordsOf(page).slice(0, 600)}`)
	return form
}
export const says = (page, pattern) => {
	assert.match(page.body, pattern, wordsOf(page).slice(0, 1200))
	return page
}

// What the program does in its own time.
export async function until(holds, what) {
	for (let i = 0; i < 300; i++) {
		if (await holds()) return
		await new Promise((go) => setTimeout(go, 100))
	}
	assert.fail(`in vain: ${what}`)
}

export class Stage {
	static async set(t) {
		const s = new Stage()
		const directory = scratch(t)
		Object.assign(s, { directory, data: path.join(directory, 'data'), clock: clock(t), mail: await mailServer(t), people: new Map(), sheets: [] })
		t.after(() => s.server?.stop())
		return s
	}

	file(name) { return path.join(this.directory, name) }

	// The body wakes at another hour: what came due while it slept is caught up with, and
	// whoever was signed in long ago has to do so again.
	async wake(day, time) {
		await this.server?.stop()
		this.clock.set(day, time)
		this.people.clear()
		this.server = await serve(this.data, ...mailOptions(this.mail.port))
	}

	// Only the hour moves on.
	later(day, time) { this.clock.set(day, time) }

	async invited(link) {
		const person = new Client(this.server.url)
		const page = await person.get(link)
		const home = await person.follow(await person.send(page, formTo(page, link), { password: secret, again: secret }, undefined))
		assert.equal(home.status, 200, home.body)
		return person
	}

	async person(login) {
		if (!this.people.has(login)) {
			const person = new Client(this.server.url)
			says(await person.signIn(login, secret), /わたしの点検/)
			this.people.set(login, person)
		}
		return this.people.get(login)
	}

	get desk() { return this.person('desk') }

	// Sends the form of a page and follows: who, where it stands, where it goes, what is changed.
	async does(who, at, action, changes = {}, button) {
		const person = await this.person(who), page = await person.get(at)
		return person.follow(await person.send(page, formTo(page, action), changes, button))
	}

	// A form with a file, then the yes to what was shown.
	async imports(who, at, field, name, bytes, expected) {
		const person = await this.person(who)
		const page = await person.get(at)
		const shown = await person.upload(page, formTo(page, at), field, name, bytes)
		says(shown, expected)
		return person.follow(await person.send(shown, formTo(shown, `${at}/apply`)))
	}

	async moves(cycle, move, changes = {}) {
		const desk = await this.desk, page = await desk.get(`/admin/cycles/${cycle}`)
		const form = forms(page.body).find((f) => f.buttons.some(([name, value]) => name === 'do' && value === move))
		assert.ok(form, `${move} cannot be made: ${wordsOf(page).slice(0, 600)}`)
		return desk.follow(await desk.send(page, form, changes, ['do', move]))
	}

	async tenken(...args) {
		const answer = await tenken(...args, '--data', this.data)
		assert.equal(answer.code, 0, `${args.join(' ')}: ${answer.err}`)
		return answer.out
	}
}
