// The stage an audit year is played on: the demonstration body at the hour the play has come to, and
// its people at their browsers. Who audits, who manages and who orders is who the demonstration has.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client, forms, password, scratch, serve, tenken } from '../lib.mjs'
import { clock } from '../clock.mjs'
import { python } from '../mail.mjs'
import { formTo, says, wordsOf } from '../year/stage.mjs'

export { formTo, says, wordsOf }

export class Stage {
	static async set(t) {
		const s = new Stage(), directory = scratch(t)
		Object.assign(s, { directory, data: path.join(directory, 'data'), clock: clock(t), people: new Map(), typed: [] })
		s.clock.set('2026-11-02', '09:00:00')
		const made = await tenken('demo', '--data', s.data, '--password', password, '--answered', '0.9')
		assert.equal(made.code, 0, made.err)
		s.server = await serve(s.data)
		t.after(() => s.server.stop())
		return s
	}

	file(name) { return path.join(this.directory, name) }

	// Some weeks on: whoever was signed in has to do so again.
	async wake(day, time) {
		await this.server.stop()
		this.clock.set(day, time)
		this.people.clear()
		this.server = await serve(this.data)
	}

	async person(login) {
		if (!this.people.has(login)) {
			const person = new Client(this.server.url)
			says(await person.signIn(login), /わたしの点検/)
			this.people.set(login, person)
		}
		return this.people.get(login)
	}

	async looks(who, at) { return (await this.person(who)).get(at) }

	// Sends the form of a page and follows: who, where it stands, where it goes, what is changed.
	async does(who, at, action, changes = {}, button) {
		const person = await this.person(who), page = await person.get(at)
		return person.follow(await person.send(page, formTo(page, action), changes, button))
	}

	// One of several forms to the same address: the one with that button.
	async moves(who, at, move, changes = {}, to = `${at}/state`) {
		const person = await this.person(who), page = await person.get(at)
		const form = forms(page.body).find((f) => f.action === to && f.buttons.some(([, value]) => value === move))
		assert.ok(form, `${who} cannot ${move} at ${at}: ${wordsOf(page).slice(0, 900)}`)
		return person.follow(await person.send(page, form, changes, ['do', move]))
	}

	// What no page offers, asked for all the same: the answer as it is.
	async dares(who, at, fields = {}) {
		const person = await this.person(who)
		person.key ??= formTo(await person.get('/account'), '/signout').fields[0][1]
		return person.post(at, { form_key: person.key, ...fields })
	}

	async uploads(who, at, action, field, name, bytes, changes) {
		const person = await this.person(who), page = await person.get(at)
		return person.upload(page, formTo(page, action), field, name, bytes, changes)
	}

	// Words that must not get out, remembered as they are typed.
	secret(text) {
		this.typed.push(text)
		return text
	}

	// The body's file read by another program: rows of a statement; whole tables, each as a text.
	reads(what, ...args) {
		return JSON.parse(execFileSync(python, ['-c', `import json, sqlite3, sys\nd = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)\nprint(json.dumps(${what}))`,
			path.join(this.data, 'tenken.db'), ...args], { maxBuffer: 64 << 20 }))
	}
	rows(sql, ...values) { return this.reads('d.execute(sys.argv[2], sys.argv[3:]).fetchall()', sql, ...values) }
	tablesOf(names) { return this.reads('[repr(d.execute(f"SELECT * FROM {t}").fetchall()) for t in sys.argv[2:]]', ...names) }

	account(login) { return this.rows('SELECT id FROM account WHERE login = ?', login)[0][0] }

	revision(key) { return String(this.rows('SELECT revision FROM engagement WHERE id = ?', this.audits.get(key))[0][0]) }

	revisionOf({ id }) { return String(this.rows('SELECT revision FROM finding WHERE id = ?', id)[0][0]) }

	async paper(who, recipe, of, more = '') {
		const answer = await (await this.person(who)).request('GET', `/papers/${recipe}/${encodeURIComponent(of)}.pdf${more}`)
		assert.equal(answer.bytes.subarray(0, 5).toString(), '%PDF-', `${recipe} ${of} ${more}: ${answer.status} ${wordsOf(answer).slice(0, 400)}`)
		return answer.bytes
	}

	textOf(bytes, ...options) {
		writeFileSync(this.file('paper.pdf'), bytes)
		return execFileSync('pdftotext', [...options, this.file('paper.pdf'), '-']).toString()
	}

	// Who made it and what it is about, as a reader of files shows it.
	infoOf(bytes) {
		writeFileSync(this.file('paper.pdf'), bytes)
		return execFileSync('pdfinfo', [this.file('paper.pdf')]).toString()
	}

	// Its tables: name → rows of cells.
	async tables(who, recipe, of, more = '') {
		const answer = await this.looks(who, `/papers/${recipe}/${encodeURIComponent(of)}/tables?form=csv${more}`)
		assert.match(answer.headers['content-type'] ?? '', /zip|csv/, wordsOf(answer).slice(0, 500))
		writeFileSync(this.file('tables.zip'), answer.bytes)
		return new Map(JSON.parse(execFileSync(python, ['tests/e2e/year/workbook.py', 'tables', this.file('tables.zip')], { maxBuffer: 64 << 20 })))
	}
}
