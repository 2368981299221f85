// The end of March: the year that has ended is written out as one sealed file, which anybody can
// check and open elsewhere, years later, without the program's data.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { tenken } from '../lib.mjs'
import { python } from '../mail.mjs'
import { departments } from './body.mjs'
import { expected, finished, items } from './answer.mjs'
import { sheetsOf } from './figures.mjs'
import { add } from './oracle.mjs'
import { formTo, says } from './stage.mjs'

const byOthers = (...args) => execFileSync(python, ['tests/e2e/year/archive.py', ...args], { maxBuffer: 256 << 20 })
const digest = (bytes) => createHash('sha256').update(bytes).digest('hex')
const keyOf = async (person) => formTo(await person.get('/'), '/signout').fields[0][1]
const verify = (file, ...options) => tenken('archive', 'verify', file, ...options)

// What has not ended still changes: nothing offers to seal it, and asked all the same it is refused.
export async function nothingIsSealedBefore(s) {
	const desk = await s.desk, at = `/admin/cycles/${s.cycle}`
	says(await desk.get(at), /終了した後に書き出せます/)
	const refused = await desk.post(`${at}/archive`, { form_key: await keyOf(desk), evidence: '1' })
	assert.equal(refused.status, 409)
	says(refused, /終了していません/)
	const written = await tenken('archive', 'write', '--data', s.data, '--cycle', '2026', '-o', s.file('early.zip'))
	assert.equal(written.code, 1)
	assert.match(written.err, /終了していません/)
}

// In the browser, by the secretariat only; the command gives the very same bytes.
export async function yearIsWrittenOut(s) {
	const at = `/admin/cycles/${s.cycle}/archive`, manager = await s.person('chief'), desk = await s.desk
	assert.equal((await manager.post(at, { form_key: await keyOf(manager), evidence: '1' })).status, 403)
	assert.equal((await desk.post(at, { form_key: 'someone else\'s', evidence: '1' })).status, 403)
	const page = await desk.get(`/admin/cycles/${s.cycle}`), started = await desk.send(page, formTo(page, at))
	assert.equal(started.status, 303, started.body)
	const bytes = await finished(s, started.headers.location)
	s.archive = s.file('year.zip')
	writeFileSync(s.archive, bytes)
	says(await desk.get(started.headers.location), /保存ファイルの書出し[\s\S]*令和8年度 自己点検[\s\S]*封印/)
	const said = await s.tenken('archive', 'write', '--cycle', '2026', '-o', s.file('again.zip'))
	assert.ok(readFileSync(s.file('again.zip')).equals(bytes), 'the same records, the same bytes')
	s.seal = said.match(/seal: ([0-9a-f ]+)/)[1]
	const control = await desk.get((await desk.get(`/admin/cycles/${s.cycle}`)).body.match(/href="(\/admin\/archives\/\d+)"/)[1])
	assert.ok(control.body.includes(s.seal), 'the paper to be kept apart bears the seal')
	assert.ok((await desk.get(`${control.path}/file`)).bytes.equals(bytes), 'and it can be fetched as long as it is kept')
	assert.equal((await manager.request('GET', `${control.path}/file`)).status, 403)
	says(await desk.get('/admin/events'), /保存ファイルの書出し[\s\S]{0,200}令和8年度 自己点検/)
}

export async function theSealHolds(s) {
	const good = await verify(s.archive, '--seal', s.seal)
	assert.equal(good.code, 0, good.out + good.err)
	assert.match(good.out, /faults: 0/)
	assert.match(good.out, new RegExp(`^sheets: ${expected.length + 1}$`, 'm')) // and one who was away on the base date
	assert.match((await verify(s.archive)).out, /--seal/)
	assert.equal((await verify(s.archive, '--seal', s.seal.replace(/^./, (c) => c === '0' ? '1' : '0'))).code, 1)
	assert.match((await tenken('archive', 'list', s.archive)).out, /cycle title: 令和8年度 自己点検/)
}

// ---- altered -----------------------------------------------------------------------------------------------

// Whatever was done to it is named.
export async function whatIsAlteredIsNamed(s) {
	const inside = JSON.parse(byOthers('read', s.archive)), papers = Object.keys(inside.files).filter((name) => name.endsWith('.pdf'))
	const told = async (...act) => {
		writeFileSync(s.file('altered.zip'), byOthers(act[0], s.archive, ...act.slice(1)))
		const answer = await verify(s.file('altered.zip'))
		assert.equal(answer.code, 1, act.join(' '))
		return answer.out + answer.err
	}
	for (const name of [papers[0], 'archive.db', 'questionnaires/scales.yaml'])
		assert.match(await told('flip', name), new RegExp(`「${name}」が、封印したときのファイルと違います`))
	assert.match(await told('leave', papers[1]), new RegExp(papers[1]))
	assert.match(await told('add', 'documents/../../etc/passwd'), /documents\/\.\.\/\.\.\/etc\/passwd/)
	assert.match(await told('change', 'UPDATE tally SET s0 = s0 + 1 WHERE set_key = \'staff\' AND item = \'S501\''), /S501/)
	assert.match(await told('change', 'DELETE FROM receipt WHERE number = (SELECT min(number) FROM receipt)'), /archive\.db/)
	const bomb = await told('empty', papers[0], String(1 << 28))
	assert.match(bomb, new RegExp(papers[0]))
}

// ---- opened by others --------------------------------------------------------------------------------------

// The answers in it are those that were given, and its totals what the oracle makes of them.
export async function othersReadTheSameInIt(s) {
	const inside = JSON.parse(byOthers('read', s.archive))
	assert.equal(inside.sound, 'ok')
	assert.equal(inside.files['manifest.json'], s.seal.replaceAll(' ', ''), 'the seal can be worked out without tenken')
	assert.equal(inside.secrets, 0)
	const name = (set, unit, number) => set === 'staff' ? `staff ${number}` : set === 'secretariat' ? set : `${set} ${unit}`
	const answers = new Map(inside.answers.map(([set, unit, number, given]) => [name(set, unit, number), given]))
	assert.equal(answers.size, s.sheets.length)
	for (const sheet of s.sheets) {
		const given = answers.get(name(sheet.set, sheet.unit, sheet.by))
		for (const [id, code] of Object.entries(sheet.answers)) assert.equal(given?.[id], code, `${sheet.set} ${sheet.by} ${id}`)
	}
	totalsAre(s, new Map(inside.tallies.map(([set, key, item, ...counts]) => [`${set} ${key} ${item}`, counts])))
	assert.deepEqual(inside.read.sort(), [...s.read].map((e) => e.by).sort())
	assert.equal(inside.typed, s.sheets.filter((e) => ['paper', 'workbook'].includes(e.how)).length)
	assert.deepEqual(inside.moves.slice(-4), ['final', 'reported', 'improving', 'ended'])
	for (const what of ['cycle_opened', 'cycle_final', 'document_issued', 'cycle_ended']) assert.ok(inside.events.includes(what), what)
}

// Of every question and department: how often each choice, 該当なし and 分からない.
function totalsAre(s, tallies) {
	let compared = 0
	for (const [set, list] of Object.entries(items))
		for (const item of list.filter((i) => i.kind !== 'TXT'))
			for (const { key } of departments) {
				const of = sheetsOf(s, set), sum = add([item], of, { only: key })
				if (sum.answered === 0) continue
				const times = (code) => add([item], of.filter((e) => e.answers[item.id] === code), { only: key }).answered
				const codes = item.kind === 'KQ' ? item.choices.map((_, i) => `k${i + 1}`) : Object.entries(item.scale).filter(([, c]) => c.role === 'scored').map(([code]) => code)
				const slots = [...codes.map(times), 0, 0, 0, 0, 0].slice(0, 5)
				assert.deepEqual(tallies.get(`${set} ${key} ${item.id}`), [...slots, sum.na, sum.unknown], `${set} ${key} ${item.id}`)
				compared++
			}
	assert.equal(compared, [...tallies.values()].filter((counts) => counts.some((n) => n > 0)).length, 'and nothing else was counted')
}

// Every edition that was issued, as it was issued.
export async function papersInItAreThoseIssued(s) {
	const inside = JSON.parse(byOthers('read', s.archive)), digests = new Set(Object.values(inside.files))
	for (const [what, bytes] of s.issued) {
		const [recipe, key] = what.split(' ')
		const of = inside.documents.filter(([r, k, edition, form]) => r === recipe && k === key && edition === 1 && form === 'pdf')
		assert.deepEqual(of.map((row) => row.at(-1)), [digest(bytes)], what)
		assert.ok(digests.has(digest(bytes)), what)
	}
	const [second] = inside.documents.filter(([r, k, edition, form]) => r === 'self-check-department' && k === '020' && edition === 2 && form === 'pdf')
	assert.ok(digests.has(second.at(-1)), 'the second edition too')
	assert.equal(inside.documents.length, Object.keys(inside.files).filter((name) => name.startsWith('documents/')).length)
}
