// The ladder of reminders, climbed by the calendar: who is told what by the body's mail server.
import assert from 'node:assert/strict'
import { departments, staff } from './body.mjs'
import { binds, excluded, expected, isLate, loginOf, textOf, titles } from './answer.mjs'
import { says } from './stage.mjs'

const of = (number) => staff.find((p) => p.number === number)
const waiting = (s) => expected.filter((e) => !s.sheets.includes(e) && !(e.set === 'staff' && e.by === excluded))

// What came since, once the waves of the day are over.
async function messages(s, since, many) {
	const desk = await s.desk
	for (let i = 0; i < 1200; i++) { // a minute at most
		const page = await desk.get('/admin/reminders')
		if (s.mail.messages.length >= since + many && !/送信待ち|送信中/.test(page.body)) break
		await new Promise((r) => setTimeout(r, 50))
	}
	return s.mail.messages.slice(since)
}

// Nothing that was answered, no question and nothing left unfilled goes out with any of them.
function tellsNothing(m) {
	assert.deepEqual(m.defects, [])
	assert.equal(m.to.length, 1)
	assert.doesNotMatch(JSON.stringify([m.headers.Subject, m.text]), /\{\w+\}|S\d{3}|HYPERLINK|知らなかった|できている|基本方針と自分の業務/)
}

async function wakesTo(s, day, time, many, subject) {
	const since = s.mail.messages.length
	await s.wake(day, time)
	const got = await messages(s, since, many)
	got.forEach(tellsNothing)
	for (const m of got) if (subject) assert.match(m.headers.Subject, subject)
	return got
}

// Each person who has not submitted gets one message with the sheets that are missing.
function toPersons(s, got) {
	const people = [...new Set(waiting(s).map((e) => e.by))].map(of).filter((p) => p.mail)
	assert.deepEqual(got.map((m) => m.to[0]).sort(), people.map((p) => p.mail).sort())
	for (const p of people) {
		const { text } = got.find((m) => m.to[0] === p.mail)
		assert.ok(text.startsWith(`${p.name} 様\n`), text)
		assert.deepEqual([...text.matchAll(/^・(\S+)/gm)].map(([, t]) => t).sort(), waiting(s).filter((e) => e.by === p.number).map((e) => titles[e.set]).sort())
		assert.match(text, /https:\/\/tenken\.example\//)
	}
}
const withMail = (s) => new Set(waiting(s).map((e) => e.by).filter((number) => of(number).mail)).size

export async function aWeekBefore(s) {
	toPersons(s, await wakesTo(s, '2026-10-02', '09:05:00', withMail(s), /提出をお願いします/))
	const desk = await s.desk, page = await desk.get('/admin/reminders')
	const wave = await desk.get(page.body.match(/href="(\/admin\/waves\/\d+)"/)[1])
	for (const number of ['050-8', '060-7']) says(wave, new RegExp(`手渡し等[\\s\\S]*${of(number).name}|${of(number).name}[\\s\\S]*手渡し等`))
	// Whoever restarts it on the same day sends nothing twice.
	assert.equal((await wakesTo(s, '2026-10-02', '10:00:00', 0)).length, 0)
}

export const theEve = async (s) => toPersons(s, await wakesTo(s, '2026-10-08', '09:05:00', withMail(s), /締切が近づいています/))

// Two days after the due day is a Sunday, and Monday a holiday (スポーツの日).
export async function overdue(s) {
	assert.equal((await wakesTo(s, '2026-10-11', '10:00:00', 0)).length, 0)
	assert.equal((await wakesTo(s, '2026-10-12', '10:00:00', 0)).length, 0)
	const sections = [...new Set(waiting(s).map((e) => e.places[0].key))]
	const got = await wakesTo(s, '2026-10-13', '09:05:00', withMail(s) + sections.length)
	toPersons(s, got.filter((m) => /締切を過ぎています/.test(m.headers.Subject)))
	const managers = got.filter((m) => /未提出者について/.test(m.headers.Subject))
	assert.deepEqual(managers.map((m) => m.to[0]).sort(), sections.map((key) => of(`${key}-1`).mail).sort())
	for (const key of sections) {
		const { text } = managers.find((m) => m.to[0] === of(`${key}-1`).mail)
		const missing = waiting(s).filter((e) => e.places[0].key === key).map((e) => of(e.by).name)
		for (const { number, name } of staff) assert.equal(text.includes(name), missing.includes(name) || number === `${key}-1`, `${name} to ${key}`)
	}
}

// For those without mail the list is printed, a page a department: who is missing and who was late, and nobody else
// but who printed it.
export async function listIsPrinted(s) {
	const text = textOf(s, 'unanswered.pdf', await binds(s, 'unanswered', 'pdf')).replace(/[ \t\u3000]/g, '')
	const listed = [...waiting(s), ...s.sheets.filter(isLate)].map((e) => e.by)
	for (const p of staff) assert.equal(text.includes(p.name.replace(/\s/g, '')), listed.includes(p.number) || loginOf(p.number) === 'desk', p.number)
	for (const d of departments) assert.ok(text.includes(d.name), d.name)
}

// A week after, the heads: the manager of the department above, else the management.
export async function aWeekAfter(s) {
	const got = await wakesTo(s, '2026-10-16', '09:05:00', 2, /未提出者について/)
	assert.deepEqual(got.map((m) => m.to[0]).sort(), [of('010-1').mail, of('020-1').mail])
	const above = got.find((m) => m.to[0] === of('020-1').mail)
	assert.ok(above.text.includes(of('065-5').name) && !above.text.includes(of('040-8').name))
	assert.ok(loginOf('010-1') === 'chief' && got.find((m) => m.to[0] === of('010-1').mail).text.includes(of('040-8').name))
}
