// September and October: everyone answers, on every kind of sheet and in every way there is.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { forms, sheetForm } from '../lib.mjs'
import { python } from '../mail.mjs'
import { asked, departments, moved, ofKey, registers, rosterFile, rosterOfOctober, staff } from './body.mjs'
import { flagsOf, flagsOfEntry, holds, shipped } from './oracle.mjs'
import { draw, formTo, says } from './stage.mjs'

export const titles = { staff: '職員票', manager: '所属長票', system: 'システム票', contract: '委託票', sns: 'SNS票', facility: '施設票', ot: '監視制御票', secretariat: '事務局票' }
export const items = Object.fromEntries(Object.keys(titles).map((set) => [set, shipped(set)]))

// Who does it how; everyone else answers in the browser in the first days.
export const byBook = staff.filter((p) => p.department === '050' && p.number !== '050-1').map((p) => p.number)
export const onPaper = ['060-4', '060-5', '060-6', '060-7']
export const atMidnight = '020-9'
export const late = ['020-10', '020-11', '020-12', '030-7']
export const never = ['040-8', '065-5']
export const onlySaved = '030-8'
export const excluded = '010-11'
export const onLeave = '040-6', hiredLater = '020-7' // after the base date
const notAsked = [onLeave, hiredLater]
const waits = new Set([...byBook, ...onPaper, atMidnight, ...late, ...never, onlySaved, moved])

// ---- which sheets there have to be ------------------------------------------------------------

export const place = (key) => ({ key, flags: flagsOf(ofKey.get(key).flags) })
const managerOf = (key) => staff.find((p) => p.department === key).number
function sheetsOfEntries(set) {
	const register = set === 'ot' ? 'facility' : set
	return registers[register].rows.filter(([key]) => asked[set].includes(key)).map((row) => {
		const [, name, department, owner] = row
		return { set, unit: name, by: owner || managerOf(department),
			places: [{ key: department, flags: flagsOfEntry(register, row, flagsOf(ofKey.get(department).flags)) }] }
	})
}
export const expected = [
	...staff.filter((p) => !notAsked.includes(p.number)).map((p) => ({ set: 'staff', unit: '', by: p.number, kind: p.kind,
		places: [p.department, ...p.concurrent.split(' ').filter(Boolean)].map(place) })),
	...departments.map((d) => ({ set: 'manager', unit: d.name, by: managerOf(d.key), places: [place(d.key)] })),
	...Object.keys(asked).flatMap(sheetsOfEntries),
	{ set: 'secretariat', unit: '団体全体', by: '010-2', places: [place('010')] },
]
const named = (sheet) => `${titles[sheet.set]}${sheet.set === 'staff' ? '' : `：${sheet.unit}`}`
export const loginOf = (number) => staff.find((p) => p.number === number).login
export const askedOf = (sheet, of = items[sheet.set]) => of.filter((item) => sheet.places.some((p) => holds(item.when, p.flags)))

// ---- what is answered ---------------------------------------------------------------------------

export const naKeys = { duty: '担当する業務がない', means: '対象の機器・システムを使わない', occasion: '対象の期間に機会がなかった',
	elsewhere: 'ほかの所属・委託先が行っている', other: 'その他の理由' }
const codesOf = (item) => item.kind === 'KQ' ? item.choices.map((_, i) => `k${i + 1}`) : Object.keys(item.scale)
const reasons = ['手順を知らなかったため', '=HYPERLINK("http://x.example","見る") と書くのを忘れる', '<b>忙しい</b>時期に抜ける', '担当が替わったため']

// S642 does not apply to every other: more than a fifth, which has to be noticed.
function chosen(item) {
	const codes = codesOf(item)
	if (item.id === 'S642' && draw(2)) return 'na'
	return draw(3) ? item.answer ?? codes[0] : codes[draw(codes.length)]
}
export function answersOf(sheet, of) {
	sheet.answers = {}, sheet.reasons = {}, sheet.na = {}
	for (const item of askedOf(sheet, of)) {
		if (item.kind === 'TXT') continue
		const code = sheet.answers[item.id] = chosen(item), choice = item.scale[code]
		if (choice?.role === 'na') sheet.na[item.id] = Object.keys(naKeys)[draw(3)]
		if (choice?.role === 'na' || choice?.reason) sheet.reasons[item.id] = reasons[draw(reasons.length)]
	}
	return sheet
}

// As the form of a page takes it.
function fields(sheet, page, form) {
	const changes = {}
	for (const [id, code] of Object.entries(sheet.answers)) changes[id] = code
	for (const [id, reason] of Object.entries(sheet.na)) changes[`${id}-n`] = reason
	for (const [id, text] of Object.entries(sheet.reasons)) changes[`${id}-r`] = text
	for (const [name] of form.fields)
		if (/-x$/.test(name) && sheet.answers[name.slice(0, -2)])
			changes[name] = new RegExp(`type="date"[^>]*name="${name}"`).test(page.body) ? '2026-05-01' : '3'
	return changes
}

// ---- in the browser -------------------------------------------------------------------------------

const cards = (home) => [...home.body.matchAll(/<section class="card"><h2>(.*?)<\/h2>([\s\S]*?)<\/section>/g)]
	.map(([, head, rest]) => ({ name: head.replace(/ *<.*$/, ''), at: rest.match(/href="(\/sheets\/\d+)"/)?.[1] })).filter(({ name }) => name !== '')

async function opens(s, sheet) {
	const person = await s.person(loginOf(sheet.by))
	const card = cards(await person.get('/')).find((c) => c.name === named(sheet))
	assert.ok(card, `${sheet.by} has ${named(sheet)}`)
	sheet.at = card.at
	return { person, page: await person.get(card.at) }
}

export async function answers(s, sheet, button = 'submit') {
	const { person, page } = await opens(s, sheet)
	const form = sheetForm(page), ids = askedOf(sheet).filter((i) => i.kind !== 'TXT')
	assert.deepEqual([...form.radios.keys()].sort(), ids.map((i) => i.id).sort(), `what ${sheet.by} is asked on ${named(sheet)}`)
	for (const item of ids) assert.deepEqual(form.radios.get(item.id), codesOf(item), item.id)
	answersOf(sheet)
	const answer = await person.follow(await person.send(page, form, fields(sheet, page, form), ['do', button]))
	if (button === 'save') {
		s.open = Object.fromEntries(form.fields) // a window left open
		return says(answer, /一時保存/)
	}
	sheet.how = 'browser'
	sheet.receipt = says(answer, /R08-\d+-1/).body.match(/R08-\d+-1/)[0]
	s.sheets.push(sheet)
	return answer
}

// Each finds what is to be answered, and nothing else.
export async function findTheirSheets(s) {
	for (const p of staff) {
		const home = await (await s.person(p.login)).get('/')
		const own = expected.filter((e) => e.by === p.number).map(named).sort()
		if (p.number === onLeave) says(home, /職員票[\s\S]*対象外[\s\S]*基準日に不在/)
		else assert.deepEqual(cards(home).map((c) => c.name).sort(), own, p.number)
	}
}

export async function firstOnesAnswer(s) {
	for (const sheet of expected) if (!(sheet.set === 'staff' && waits.has(sheet.by))) await answers(s, sheet)
	await answers(s, expected.find((e) => e.set === 'staff' && e.by === onlySaved), 'save')
}

// Whoever is transferred in between keeps the sheet of the base date's department.
export async function organisationMovesOn(s) {
	await s.wake('2026-10-01', '10:00:00')
	says(await s.imports('desk', '/admin/roster', 'roster', '10月.csv', rosterFile(rosterOfOctober), /追加 <strong>1人[\s\S]*変更 <strong>1人/), /名簿を取り込みました/)
	const sheet = expected.find((e) => e.set === 'staff' && e.by === moved)
	await answers(s, sheet)
	says(await (await s.person('020-1')).get('/section'), new RegExp(staff.find((p) => p.number === moved).name))
	assert.doesNotMatch((await (await s.person('030-1')).get('/section')).body, new RegExp(staff.find((p) => p.number === moved).name))
	const desk = await s.desk, list = await desk.get(`/admin/cycles/${s.cycle}/waiting`)
	assert.doesNotMatch(list.body, /新人 一郎/, 'hired after the base date, and not in the cycle')
}

// Someone turns out not to be asked: struck through with a reason, and out of every count.
export async function someoneIsExcluded(s) {
	const desk = await s.desk, name = staff.find((p) => p.number === excluded).name
	const list = await desk.get(`/admin/cycles/${s.cycle}/waiting?department=010`)
	const at = list.body.match(new RegExp(`href="(/sheets/\\d+/status)">${name}<`))[1]
	const page = await desk.get(at), form = forms(page.body).find((f) => f.radios.has('reason'))
	says(await desk.follow(await desk.send(page, form, { reason: form.radios.get('reason').at(-1), text: '県へ派遣中' }, ['do', 'exclude'])), /対象外にしました/)
	says(await desk.get(`/admin/cycles/${s.cycle}/waiting?department=010`), new RegExp(`<s>${name}</s>[\\s\\S]{0,400}県へ派遣中`))
	s.sheets = s.sheets.filter((sheet) => !(sheet.set === 'staff' && sheet.by === excluded))
}

// ---- on paper ------------------------------------------------------------------------------------

export async function finished(s, job) {
	const desk = await s.desk
	for (let page = await desk.get(job); ; page = await desk.get(job)) {
		if (!page.body.includes('data-going')) {
			says(page, /ダウンロードする/)
			return (await desk.get(`${job}/result`)).bytes
		}
		await new Promise((r) => setTimeout(r, 50))
	}
}
export async function binds(s, recipe, form, changes = {}) {
	const desk = await s.desk, page = await desk.get(`/reports?cycle=${s.cycle}`)
	const to = forms(page.body).find((f) => f.action === '/reports/bind' && f.fields.some(([n, v]) => n === 'recipe' && v === recipe))
	const started = await desk.send(page, to, changes, ['form', form])
	assert.equal(started.status, 303, started.body)
	return finished(s, started.headers.location)
}

export const textOf = (s, name, bytes) => {
	writeFileSync(s.file(name), bytes)
	return execFileSync('pdftotext', ['-layout', s.file(name), '-']).toString()
}

// Printed with a code each, filled in by hand, typed in by the secretariat.
export async function paperComesBack(s) {
	await s.wake('2026-10-07', '13:00:00')
	const text = textOf(s, 'blank.pdf', await binds(s, 'sheet-blank', 'pdf', { department: '060' }))
	const desk = await s.desk
	for (const number of onPaper) {
		const sheet = answersOf(expected.find((e) => e.set === 'staff' && e.by === number))
		const name = staff.find((p) => p.number === number).name
		const foot = text.split('\n').find((line) => line.replace(/\s/g, '').includes(name.replace(/\s/g, '')) && /R08-\w{4}-\w{2}/.test(line))
		assert.ok(foot, `${number} has a blank sheet`)
		const code = foot.match(/R08-\w{4}-\w{2}/)[0]
		const page = await desk.get(`/proxy/${code}`), form = formTo(page, `/proxy/${code}`)
		const answer = await desk.follow(await desk.send(page, form, { ...fields(sheet, page, form), day: '2026-10-06' }, ['do', 'submit']))
		says(answer, /R08-\d+-1/)
		sheet.how = 'paper'
		s.sheets.push(sheet)
	}
}

// ---- in the department's workbook ----------------------------------------------------------------

const circled = '①②③④⑤⑥'
export function cells(sheet, of) {
	const row = (item) => {
		const code = sheet.answers[item.id]
		return { E: item.kind === 'KQ' ? circled[code.slice(1) - 1] : item.scale[code].label,
			...(sheet.na[item.id] && { F: naKeys[sheet.na[item.id]] }), ...(sheet.reasons[item.id] && { G: sheet.reasons[item.id] }) }
	}
	return { ...Object.fromEntries(askedOf(sheet, of).filter((i) => i.kind !== 'TXT').map((item) => [item.id, row(item)])), submit: { E: '提出する' } }
}
export const filled = (file, sheets) => execFileSync(python, ['tests/e2e/year/workbook.py', 'fill', file], { input: JSON.stringify(sheets), maxBuffer: 64 << 20 })

// The codes in a workbook, by the name beside them.
export const codesIn = (file) => new Map(execFileSync(python, ['tests/e2e/year/workbook.py', 'codes', file]).toString().trim().split('\n').map((l) => l.split('\t').reverse()))

// Handed out, filled in offline by those without a place at a screen, taken back by their manager:
// first with a cell that cannot be used, which is named and keeps that one sheet back.
export async function workbookComesBack(s) {
	await s.wake('2026-10-07', '15:00:00')
	const manager = await s.person('050-1'), page = await manager.get('/answer-sheets')
	const file = s.file('050.xlsx'), at = page.body.match(/href="(\/answer-sheets\/\d+\/050)"/)[1]
	writeFileSync(file, (await manager.get(at)).bytes)
	const codes = codesIn(file)
	const sheets = byBook.map((number) => answersOf(expected.find((e) => e.set === 'staff' && e.by === number)))
	const codeOf = (sheet) => codes.get(staff.find((p) => p.number === sheet.by).name)
	const book = Object.fromEntries(sheets.map((sheet) => [codeOf(sheet), cells(sheet)]))
	const [first] = sheets, id = askedOf(first)[0].id, right = book[codeOf(first)][id]
	book[codeOf(first)][id] = { E: 'たぶん' }
	const shown = await s.imports('050-1', '/answer-sheets', 'book', '浄水課.xlsx', filled(file, book), /たぶん/)
	assert.equal([...says(shown, /取り込みました/).body.matchAll(/提出　R08-\d+-1/g)].length, byBook.length - 1)
	says(shown, /一時保存/)
	book[codeOf(first)][id] = right
	// What was begun is no longer the manager's to type in, so the secretariat takes the mended one.
	says(await s.imports('050-1', '/answer-sheets', 'book', '浄水課.xlsx', filled(file, book), /まだ取り込んでいません/), /事務局だけ/)
	says(await s.imports('desk', '/answer-sheets', 'book', '浄水課.xlsx', filled(file, book), /まだ取り込んでいません/), /提出　R08-\d+-1/)
	for (const sheet of sheets) {
		sheet.how = 'workbook'
		s.sheets.push(sheet)
	}
}

// ---- the last day and after --------------------------------------------------------------------------

// The due day lasts to its last second, Japanese time.
export async function lastDayEnds(s) {
	await s.wake('2026-10-09', '23:59:30')
	await opens(s, expected.find((e) => e.set === 'staff' && e.by === atMidnight))
	s.later('2026-10-09', '23:59:57')
	await answers(s, expected.find((e) => e.set === 'staff' && e.by === atMidnight))
	s.later('2026-10-10', '00:00:01')
	const [one] = late
	await answers(s, expected.find((e) => e.set === 'staff' && e.by === one))
	says(await s.moves(s.cycle, 'grace', { day: '2026-10-16' }), /締め切りました/)
}

export async function lateOnesAnswer(s) {
	for (const number of late.slice(1)) await answers(s, expected.find((e) => e.set === 'staff' && e.by === number))
	const done = await s.person('010-3'), page = await done.get(s.sheets.find((e) => e.by === '010-3').at)
	assert.ok(!sheetForm(page), 'who has submitted changes nothing any more')
	says(page, /受け付けていません|提出した/)
}
export const isLate = (sheet) => sheet.set === 'staff' && late.includes(sheet.by)
