// Every total the body is told, in pages and in tables, beside what it has to be.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { python } from '../mail.mjs'
import { departments, kinds } from './body.mjs'
import { excluded, expected, isLate, items, naKeys, onlySaved, titles } from './answer.mjs'
import { add, holds, flagsOf, naGroups, percent, withheldOf } from './oracle.mjs'
import { wordsOf } from './stage.mjs'

export const measures = ['6(1)', '6(2)', '6(3)', '6(4)', '6(5)', '6(6)', '6(7)', '6(8)', '6(9)', '5', '10']
const others = Object.keys(titles).filter((set) => set !== 'staff')
const units = { manager: '部署', system: 'システム', contract: '契約', sns: 'アカウント', facility: '施設', ot: '施設', secretariat: '団体' }
// Someone of several posts answers once and counts in each (延べ), as the set says.
const posts = (sheets) => sheets.flatMap((e) => e.places.map(() => e))
const asked = (set) => expected.filter((e) => e.set === set && !(set === 'staff' && e.by === excluded))

export const sheetsOf = (s, set) => s.sheets.filter((e) => e.set === set)
const answered = (sheets) => new Map(departments.map((d) => [d.key, sheets.filter((e) => e.places.some((p) => p.key === d.key)).length]))
export const respondents = (s) => answered(sheetsOf(s, 'staff'))
export const hiddenAmong = (sheets) => withheldOf(answered(sheets))
export const hiddenOf = (s) => hiddenAmong(sheetsOf(s, 'staff')) // of what persons answered; offices hide nothing

// ---- figures in pages ---------------------------------------------------------------------------

export const saysRate = (page, [n, d], what) => {
	const said = d === 0 ? '－' : `${n} ÷ ${d} ＝ ${percent([n, d])}％`
	assert.ok(wordsOf(page).replace(/ /g, '').replace(/(\d),(?=\d{3})/g, '$1').includes(said.replace(/ /g, '')), `${what}: ${said} in ${wordsOf(page).slice(0, 700)}`)
}

export const figure = async (s, set, key, what) => (await s.person('chief')).get(`/figures/${s.cycle}/${set}/${key === undefined ? 0 : s.ids.get(key)}/${encodeURIComponent(what)}`)

// Which number a department has in addresses, by the links of the dashboard.
export async function dashboardOpens(s) {
	const page = await (await s.person('chief')).get(`/dashboard?cycle=${s.cycle}`)
	s.ids = new Map(departments.flatMap(({ key, name }) => {
		const id = page.body.match(new RegExp(`${name}</th>[\\s\\S]{0,400}?/figures/${s.cycle}/staff/(\\d+)/`))?.[1]
		return id ? [[key, id]] : []
	}))
	for (const { key } of departments) assert.ok(s.ids.has(key), key)
}

// Each kind of sheet, of the body and of each department, each of them opening to its parts.
export async function everyFigureOpens(s) {
	await s.wake('2026-11-02', '10:00:00')
	const hidden = hiddenOf(s)
	assert.deepEqual([...hidden].sort(), ['065', '070', '080'], 'of fewer than five')
	for (const set of Object.keys(titles)) {
		const of = sheetsOf(s, set), sum = add(items[set], of), page = await figure(s, set, undefined, 'all')
		for (const kind of ['points', 'done']) saysRate(page, sum[kind], `${set} of the body, ${kind}`)
		for (const { key } of departments.filter((d) => of.some((e) => e.places.some((p) => p.key === d.key)))) {
			const own = add(items[set], of, { only: key }), page = await figure(s, set, key, 'all')
			if (set === 'staff' && hidden.has(key)) isWithheld(page, own, key)
			else for (const kind of ['points', 'done']) saysRate(page, own[kind], `${set} of ${key}, ${kind}`)
		}
	}
}

function isWithheld(page, sum, key) {
	assert.ok(wordsOf(page).includes('※'), `${key} is withheld`)
	for (const [n, d] of [sum.points, sum.done]) assert.ok(!wordsOf(page).includes(`${n} ÷ ${d}`), `${key} is not told`)
}

// Measures and questions: of the departments that are shown, one by one and together.
export async function partsAddUp(s) {
	const hidden = hiddenOf(s), of = sheetsOf(s, 'staff')
	for (const measure of measures) {
		const chosen = items.staff.filter((i) => i.measure === measure && i.kind !== 'TXT')
		saysRate(await figure(s, 'staff', undefined, measure), add(chosen, of, { leaving: hidden }).points, `${measure} of the body`)
		saysRate(await figure(s, 'staff', '020', measure), add(chosen, of, { only: '020' }).points, `${measure} of 020`)
	}
	for (const item of items.staff.filter((i) => i.kind !== 'TXT')) {
		const kind = item.kind === 'KQ' ? 'knowledge' : 'done'
		saysRate(await figure(s, 'staff', undefined, item.id), add([item], of, { leaving: hidden })[kind], `${item.id} of the body`)
	}
}

// ---- figures in tables -----------------------------------------------------------------------------

export const tablesOf = (s, bytes) => {
	writeFileSync(s.file('tables.zip'), bytes)
	return new Map(JSON.parse(execFileSync(python, ['tests/e2e/year/workbook.py', 'tables', s.file('tables.zip')], { maxBuffer: 64 << 20 })))
}
export async function tables(s, recipe, key = 'body', cycle = s.cycle) {
	const answer = await (await s.person('chief')).get(`/reports/${recipe}/${cycle}/${key}/tables?form=csv`)
	assert.match(answer.headers['content-type'], /zip/, wordsOf(answer).slice(0, 500))
	return tablesOf(s, answer.bytes)
}
export const named = (all, name) => {
	const found = [...all].find(([title]) => title.includes(name))
	assert.ok(found, `${name} in ${[...all.keys()]}`)
	return found[1]
}

function progressOf(sheets, submitted) {
	const n = { asked: sheets.length, done: sheets.filter((e) => submitted.includes(e)).length, late: sheets.filter((e) => submitted.includes(e) && isLate(e)).length,
		saved: sheets.filter((e) => e.set === 'staff' && e.by === onlySaved).length }
	return [n.asked, n.done, n.late, n.saved, n.asked - n.done - n.saved].map(String).concat(percent([n.done, n.asked]))
}

// Who was asked and who answered: by department, by kind of staff, by kind of sheet.
export async function responsesAreCounted(s) {
	const all = await tables(s, 'self-check-body'), staff = asked('staff')
	const byDepartment = departments.map((d) => [d.name, ...progressOf(staff.filter((e) => e.places.some((p) => p.key === d.key)), s.sheets)])
	const [, ...rows] = named(all, '01-')
	assert.deepEqual(rows.slice(0, -1), byDepartment)
	assert.deepEqual(rows.at(-1), ['全体', ...progressOf(posts(staff), s.sheets)])
	const [, ...byKind] = named(all, '職員種別ごと')
	const ofKind = (kind) => posts(staff.filter((e) => e.kind === kind))
	assert.deepEqual(byKind, [...[...kinds].sort((a, b) => ofKind(b).length - ofKind(a).length).map((kind) => [kind, ...progressOf(ofKind(kind), s.sheets)]), ['全体', ...progressOf(posts(staff), s.sheets)]])
	const [, ...bySet] = named(all, '職に応じて')
	assert.deepEqual(bySet.map(([title, ...rest]) => [title.split('　')[0], ...rest]).sort(), others.map((set) => {
		const sum = add(items[set], sheetsOf(s, set)), done = sheetsOf(s, set).length
		return [titles[set], units[set], String(asked(set).length), String(done), percent([done, asked(set).length]), percent(sum.done), percent(sum.points)]
	}).sort())
}

// 実施率, 得点率 and 理解度: overall of everyone; measures, single questions and the map of the departments shown.
export async function ratesAreRight(s) {
	const all = await tables(s, 'self-check-body'), hidden = hiddenOf(s), of = sheetsOf(s, 'staff'), sum = add(items.staff, of)
	assert.deepEqual(named(all, '主な指標')[1].slice(0, 3), [percent([posts(of).length, posts(asked('staff')).length]), percent(sum.done), percent(sum.points)])
	const shown = (chosen, which = { leaving: hidden }) => add(chosen, of, which)
	const inMeasure = (m) => items.staff.filter((i) => i.measure === m)
	assert.deepEqual(named(all, '区分別の得点率と').slice(1).map(([title, ...rest]) => [title.split(' ')[0], ...rest]), measures.map((m) => {
		const { points, done } = shown(inMeasure(m))
		return [m, percent(points), percent(done), ...done.map(String)]
	}))
	assert.deepEqual(named(all, '部署別・区分別').slice(1), [...departments.map((d) => [d.name, ...measures.map((m) => hidden.has(d.key) ? '※' : percent(shown(inMeasure(m), { only: d.key }).points))]),
		['全体', ...measures.map((m) => percent(shown(inMeasure(m)).points))]])
	const knowing = items.staff.filter((i) => i.kind === 'KQ'), right = (i) => shown(i).knowledge
	assert.deepEqual(named(all, '理解度').slice(1).map(([id, , ...rest]) => [id, ...rest]),
		[...knowing.map((i) => [i.id, percent(right([i])), ...right([i]).map(String)]), ['計', percent(sum.knowledge), ...sum.knowledge.map(String)]])
}

// Every question with all its numbers, and 該当なし with its reasons.
export async function questionsAreRight(s) {
	const all = await tables(s, 'self-check-body'), hidden = hiddenOf(s), of = sheetsOf(s, 'staff')
	const scored = items.staff.filter((i) => !['KQ', 'TXT'].includes(i.kind))
	const shown = (item) => add([item], of, { leaving: hidden })
	const rows = new Map(named(all, '設問別の全数値').slice(1).map(([id, , , , ...rest]) => [id, rest]))
	for (const item of scored) {
		const { done, partly, unknown, na } = shown(item)
		assert.deepEqual(rows.get(item.id).slice(0, 6), [percent(done), ...done.map(String), percent(partly), String(unknown), String(na)], item.id)
	}
	for (const [id, , rate, , , some, no, unknown, na] of named(all, '設問別の実施率と').slice(1).map(([id, text, ...rest]) => [id, text, ...rest])) {
		const item = scored.find((i) => i.id === id), sum = shown(item)
		assert.deepEqual([rate, some, no, unknown, na], [percent(sum.done), String(sum.partly[0] - sum.done[0]), String(sum.no), String(sum.unknown), String(sum.na)], id)
	}
	const weakest = named(all, '実施率の低い設問').slice(1)
	const ranked = scored.map((item) => ({ item, done: shown(item).done })).filter(({ done }) => done[1] > 0).map(({ item, done }) => ({ item, done, rate: done[0] / done[1] })).sort((a, b) => a.rate - b.rate)
	for (const [i, row] of weakest.entries()) assert.equal(row[2], percent(ranked[i].done), `place ${i + 1}`)
}

// The table of 該当なし: by condition, with who approved it and why; and by answer, with what managers decided.
export async function notApplicableIsTold(s) {
	const all = await tables(s, 'not-applicable'), hidden = hiddenOf(s), of = sheetsOf(s, 'staff')
	const conditions = new Map(named(all, '部署の条件').slice(1).map((row) => [row[0], row]))
	for (const d of departments) {
		const unasked = items.staff.filter((i) => !holds(i.when, flagsOf(d.flags))).length
		assert.deepEqual(conditions.get(d.name).slice(2), [`${d.name}の分掌による`, '副企業長 試験', String(unasked)], d.name)
	}
	const none = new Map(named(all, '尋ねていない設問').slice(1).map(([id, ...rest]) => [id, rest]))
	for (const item of items.staff.filter((i) => i.when)) {
		const without = departments.filter((d) => !holds(item.when, flagsOf(d.flags))).length
		if (without > 0) assert.equal(none.get(item.id)[2], `${without}部署で尋ねていない`, item.id)
	}
	const shownKeys = new Set(departments.map((d) => d.key).filter((key) => !hidden.has(key)))
	const groups = naGroups(items.staff, of, shownKeys), keyOf = new Map(Object.entries(naKeys).map(([key, name]) => [name, key]))
	const told = named(all, '職員票').slice(1).map(([id, , reason, count]) => [`${id} ${keyOf.get(reason)}`, Number(count)])
	assert.deepEqual(told.sort(), [...groups].sort())
	for (const row of named(all, '職員票').slice(1)) assert.match(row[7], /承認[1-9]\d*部署/)
	assert.ok(named(all, '職員票').some(([id, , , , , , share]) => id === 'S642' && /要確認/.test(share)))
}

// The paper of a department: itself beside the body; or marks where it is withheld.
export async function departmentsAreTold(s) {
	const hidden = hiddenOf(s), of = sheetsOf(s, 'staff')
	for (const key of ['020', '050', '070']) {
		const all = await tables(s, 'self-check-department', key), own = add(items.staff, of, { only: key })
		const [, figures] = named(all, '主な指標')
		assert.deepEqual(figures.slice(1, 3), hidden.has(key) ? ['※', '※'] : [percent(own.done), percent(own.points)], key)
		for (const [title, mine, body] of named(all, '区分別').slice(1)) {
			const chosen = items.staff.filter((i) => i.measure === title.split(' ')[0])
			assert.equal(mine, hidden.has(key) ? '※' : percent(add(chosen, of, { only: key }).points), `${title} of ${key}`)
			assert.equal(body, percent(add(chosen, of, { leaving: hidden }).points), `${title} of the body`)
		}
	}
}
