// A whole year at the size of the demonstration, on every kind of sheet: answered in the
// browser's way, some from paper, some late, one returned; confirmed, made final, printed
// and printed again. Every total is worked out here from what was sent and from the
// question files, and compared with what the pages say.
import test from 'node:test'
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client, forms, password, scratch, serve, sheetForm, tenken } from './lib.mjs'

const python = '/usr/bin/python3'
const rows = (data, query) => JSON.parse(execFileSync(python, ['-c',
	'import sqlite3, sys, json\nprint(json.dumps(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))', path.join(data, 'tenken.db'), query]))
const script = (data, sql) => execFileSync(python, ['-c',
	'import sqlite3, sys\nd = sqlite3.connect(sys.argv[1]); d.executescript(sys.argv[2]); d.commit()', path.join(data, 'tenken.db'), sql])

// ---- the question files, read by their own hand -------------------------------------------

const points = {}
for (const line of readFileSync('questionnaires/scales.yaml', 'utf8').split('\n')) {
	const key = line.match(/^ {2}- key: (\w+)/)?.[1]
	if (key) points.now = points[key] = {}
	const choice = line.match(/code: "?(\w+)"?,.*role: (\w+), points: (\d+), done: (\d)/)
	if (choice) points.now[choice[1]] = { role: choice[2], points: Number(choice[3]), done: Number(choice[4]) }
}
const FLAGS = ['MYN', 'LGW', 'NET', 'OUT', 'CLD', 'SNS', 'SRV', 'SYSO', 'MED', 'PII', 'TMP', 'SITE', 'OT']
const holds = (when, flags) => {
	if (!when) return true
	const each = when.split(/[&|]/).map((k) => (flags >> FLAGS.indexOf(k.trim())) & 1)
	return when.includes('|') ? each.some(Boolean) : each.every(Boolean)
}
function items(set) {
	const text = readFileSync(`questionnaires/${set}.yaml`, 'utf8')
	return text.split(/\n {2}- id: /).slice(1).map((block) => ({
		id: block.match(/^(\w+)/)[1],
		scale: block.match(/\n {4}scale: (\w+)/)[1],
		weight: Number(block.match(/\n {4}weight: (\d)/)?.[1] ?? 0),
		when: block.match(/\n {4}when: "?([A-Z&| ]+)"?/)?.[1],
	}))
}

// A fixed sequence, so that a failure can be played again.
let state = 8
const draw = (n) => {
	state = (Math.imul(state, 1664525) + 1013904223) >>> 0
	return Math.floor((state / 2 ** 32) * n)
}

// ---- answering ------------------------------------------------------------------------------

function answered(page, form, codes) {
	const changes = {}
	for (const [id, choices] of codes) {
		const code = draw(3) ? choices[0] : choices[draw(choices.length)]
		changes[id] = code
		if (code === 'na') changes[`${id}-n`] = 'duty'
	}
	for (const [name] of form.fields) {
		if (/-r$/.test(name) || form.texts.includes(name)) changes[name] = '確かめた'
		else if (/-x$/.test(name)) changes[name] = new RegExp(`type="date"[^>]*name="${name}"`).test(page.body) ? '2026-05-01' : '3'
	}
	return changes
}
const chosen = (codes, changes) => Object.fromEntries([...codes.keys()].map((id) => [id, changes[id]]))

// ---- the totals expected -----------------------------------------------------------------------

const half = (n, d) => { const t = Math.floor((2000 * n + d) / (2 * d)); return `${Math.floor(t / 10)}.${t % 10}` }
function totals(set, sheets, flagsOf, only) {
	const sum = { done: [0, 0], points: [0, 0] }
	for (const item of items(set)) {
		const scale = points[item.scale]
		if (!scale || Object.keys(scale).length === 0) continue
		for (const sheet of sheets) {
			const code = sheet.answers[item.id]
			if (code === undefined || scale[code].role === 'na') continue
			let places = sheet.departments.filter((d) => holds(item.when, flagsOf(d)))
			if (places.length === 0) places = [sheet.departments[0]]
			const times = places.filter((d) => only === undefined || d === only).length
			sum.done[0] += times * scale[code].done
			sum.done[1] += times
			sum.points[0] += times * item.weight * scale[code].points
			sum.points[1] += times * item.weight * 100
		}
	}
	return sum
}
const words = (page) => page.body.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
const says = (page, [n, d], what) =>
	assert.ok(words(page).includes(d === 0 ? '－' : `${n} ÷ ${d} ＝ ${half(n, d)}％`), `${what}: ${n} ÷ ${d} in ${words(page).slice(0, 600)}`)

test('a whole year on every kind of sheet', async (t) => {
	const directory = scratch(t), data = path.join(directory, 'data')
	const made = await tenken('demo', '--data', data, '--password', password, '--answered', '0')
	assert.equal(made.code, 0, made.err)
	let server = await serve(data)
	t.after(() => server.stop())
	const clients = new Map()
	const person = async (login) => {
		if (!clients.has(login)) {
			clients.set(login, new Client(server.url))
			await clients.get(login).signIn(login)
		}
		clients.get(login).url = server.url
		return clients.get(login)
	}
	const admin = await person('admin')
	const [[cycle]] = rows(data, "SELECT id FROM cycle WHERE state = 'open'")
	const asked = rows(data, `SELECT s.id, s.set_key, s.code, a.login, s.department_id,
		(SELECT group_concat(department_id) FROM sheet_department x WHERE x.sheet_id = s.id), s.person_name
		FROM sheet s JOIN account a ON a.person_id = s.person_id WHERE s.cycle_id = ${cycle} AND s.excluded_at IS NULL ORDER BY s.id`)
	const departments = new Map(rows(data, `SELECT c.department_id, d.key, c.flags, c.name FROM cycle_department c JOIN department d ON d.id = c.department_id WHERE cycle_id = ${cycle}`)
		.map(([id, key, flags, name]) => [id, { key, flags, name }]))
	const flagsOf = (id) => departments.get(id).flags
	const kinds = new Set(asked.map(([, set]) => set))
	for (const set of ['staff', 'manager', 'system', 'contract', 'sns', 'facility', 'secretariat']) assert.ok(kinds.has(set), set)

	const sheets = []
	const take = async ([id, set, code, login, department, further], how) => {
		const paper = how === 'paper'
		const client = paper ? admin : await person(login)
		const page = await client.get(paper ? `/proxy/${code}` : `/sheets/${id}`)
		assert.equal(page.status, 200, `${set} ${id} of ${login}`)
		const form = paper ? forms(page.body).find((f) => f.action === `/proxy/${code}`) : sheetForm(page)
		const codes = paper ? new Map([...page.body.matchAll(/<select id="(\w+)-1"[^>]*>([\s\S]*?)<\/select>/g)]
			.map(([, item, inner]) => [item, [...inner.matchAll(/value="(\w+)"/g)].map((m) => m[1])])) : form.radios
		const changes = answered(page, form, codes)
		if (paper) changes.day = new Date(Date.now() + 9 * 3600e3 - 2 * 86400e3).toISOString().slice(0, 10)
		const answer = await client.follow(await client.send(page, form, changes, ['do', 'submit']))
		assert.match(answer.body, /R08-\d+-1/, `${set} ${id} of ${login} ${how}: ${words(answer).slice(0, 400)}`)
		sheets.push({ id, set, login, answers: chosen(codes, changes), departments: [department, ...(further ? String(further).split(',').map(Number) : [])] })
	}

	// Three answer on paper; the last eight of the staff wait until the due day is over.
	const staff = asked.filter(([, set]) => set === 'staff')
	const paper = new Set(staff.slice(5, 8).map(([id]) => id)), late = new Set(staff.slice(-8).map(([id]) => id))
	const never = staff.at(-1)[0]
	for (const sheet of asked) if (!late.has(sheet[0])) await take(sheet, paper.has(sheet[0]) ? 'paper' : 'browser')

	// Who is missing stands in the list for printing, and nobody else does.
	const list = path.join(directory, 'unanswered.pdf')
	const waiting = staff.filter(([id]) => late.has(id))
	for (const department of new Set(waiting.map((s) => s[4]))) {
		const printed = await tenken('report', 'unanswered', '--data', data, '--department', departments.get(department).key, '-o', list)
		assert.equal(printed.code, 0, printed.err)
		const text = execFileSync('pdftotext', ['-layout', list, '-']).toString().replace(/\s/g, '')
		for (const [id, , , , where, , name] of staff.filter((s) => s[4] === department))
			assert.equal(text.includes(name.replace(/\s/g, '')), late.has(id) && where === department, name)
	}

	// The due day has passed: the same program goes on the day after.
	await server.stop()
	script(data, `UPDATE cycle SET due_day = due_day - 400, opens_day = opens_day - 400 WHERE id = ${cycle}`)
	server = await serve(data)
	const admin2 = await person('admin')
	for (const sheet of asked) if (late.has(sheet[0]) && sheet[0] !== never) await take(sheet, 'browser')
	assert.deepEqual(rows(data, `SELECT count(*) FROM sheet WHERE cycle_id = ${cycle} AND late = 1`), [[7]])
	assert.deepEqual(rows(data, `SELECT count(*) FROM sheet WHERE cycle_id = ${cycle} AND proxy_by IS NOT NULL`), [[3]])

	const move = async (name, changes = {}) => {
		const page = await admin2.get(`/admin/cycles/${cycle}`)
		const form = forms(page.body).find((f) => f.buttons.some(([, value]) => value === name))
		return admin2.follow(await admin2.send(page, form, changes, ['do', name]))
	}
	const anyway = { anyway: '1', reason: '一人は提出しない' }
	assert.match((await move('confirm', anyway)).body, /所属長の確認に移りました/)
	for (const set of kinds)
		for (const manager of new Set(rows(data, "SELECT login FROM account WHERE roles & 2").map(([login]) => login))) {
			const client = await person(manager), section = await client.get('/section')
			const form = forms(section.body).find((f) => f.action === '/section' && f.buttons.some(([name, value]) => name === 'all' && value === set))
			if (form) assert.match((await client.follow(await client.send(section, form, {}, ['all', set]))).body, /確認しました/)
		}
	assert.match((await move('finalise', anyway)).body, /集計を確定しました/)
	assert.equal((await tenken('verify', '--data', data)).code, 0)

	// Every set in every department, and the body.
	const management = await person('management')
	for (const set of kinds) {
		const of = sheets.filter((s) => s.set === set)
		const body = await management.get(`/figures/${cycle}/${set}/0/all`)
		const sum = totals(set, of, flagsOf)
		says(body, sum.points, `${set} of the body, points`)
		says(body, sum.done, `${set} of the body, done`)
		for (const [id, { key }] of departments) {
			const own = of.filter((s) => s.departments.includes(id))
			if (own.length === 0) continue
			const page = await management.get(`/figures/${cycle}/${set}/${id}/all`)
			const expected = totals(set, own, flagsOf, id)
			if (words(page).includes('※') && set === 'staff') assert.ok(!words(page).includes(`${expected.points[0]} ÷`), `${key} is withheld`)
			else says(page, expected.points, `${set} of ${key}`)
			if (set === 'staff' && own.length < 5) assert.ok(words(page).includes('※'), `${key} has too few`)
		}
	}

	// Issued once; whatever changes around it, the paper stays the same.
	const papers = ['self-check-body', 'committee'].map((name) => `/reports/${name}/${cycle}/body.pdf`)
	const first = []
	for (const target of papers) first.push((await management.request('GET', target)).bytes)
	for (const bytes of first) assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
	script(data, "UPDATE department_term SET name = name || '改'; INSERT INTO setting VALUES ('body_name', '別の団体') ON CONFLICT (key) DO UPDATE SET value = excluded.value")
	for (const [i, target] of papers.entries()) assert.ok(first[i].equals((await management.request('GET', target)).bytes), target)
	writeFileSync(path.join(directory, 'body.pdf'), first[0])
	const text = execFileSync('pdftotext', ['-layout', path.join(directory, 'body.pdf'), '-']).toString()
	assert.ok(text.includes(half(...totals('staff', sheets.filter((s) => s.set === 'staff'), flagsOf).points)))
	assert.ok(!text.includes('確かめた'), 'no text enters a document unreviewed')
})
