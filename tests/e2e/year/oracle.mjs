// What the year's figures have to be: worked out from the question files, from who belongs
// where and from what was answered, with nothing of the program.
import { readFileSync } from 'node:fs'
import { k } from './body.mjs'

// ---- the question files, read by their own hand -----------------------------------------------

const FLAGS = ['MYN', 'LGW', 'NET', 'OUT', 'CLD', 'SNS', 'SRV', 'SYSO', 'MED', 'PII', 'TMP', 'SITE', 'OT']
export const flagsOf = (text) => new Set(text.split(' ').filter(Boolean))

// Scale → code → { label, mark, role, points, done, partly, reason }.
export const scales = {}
for (const line of readFileSync('questionnaires/scales.yaml', 'utf8').split('\n')) {
	const key = line.match(/^ {2}- key: (\w+)/)?.[1]
	if (key) scales.latest = scales[key] = {}
	const c = line.match(/code: "?(\w+)"?, label: (\S+), mark: (\S+), role: (\w+), points: (\d+), done: (\d), partly: (\d), reason: (\d)/)
	if (c) scales.latest[c[1]] = { label: c[2], mark: c[3], role: c[4], points: +c[5], done: +c[6], partly: +c[7], reason: +c[8] }
}
delete scales.latest

export const measureOf = (clause) => clause.match(/^6\(\d\)/)?.[0] ?? clause.match(/^\d+/)[0]

// The items of a set in the order of its file.
export function itemsOf(text) {
	return text.split(/\n {2}- id: /).slice(1).map((block) => {
		const field = (name) => block.match(new RegExp(`\\n    ${name}: "?(.*?)"?\\n`))?.[1]
		const choices = block.match(/\n {4}choices: \[(.*)\]/)?.[1].split(/,\s*/)
		return { id: block.match(/^(\w+)/)[1], clause: field('clause'), measure: measureOf(field('clause')), text: field('text'),
			scale: scales[field('scale')], kind: field('scale'), weight: Number(field('weight') ?? 0), when: field('when') ?? '',
			choices, answer: field('answer') && `k${field('answer')}` }
	})
}
export const shipped = (set) => itemsOf(readFileSync(`questionnaires/${set}.yaml`, 'utf8'))

export function holds(when, flags) {
	if (!when) return true
	const each = when.split(/[&|]/).map((f) => {
		if (!FLAGS.includes(f.trim())) throw new Error(`no flag ${f}`)
		return flags.has(f.trim())
	})
	return when.includes('|') ? each.some(Boolean) : each.every(Boolean)
}

// ---- what an entry of a register meets ------------------------------------------------------------

// What its fields tell of themselves; what they do not tell, its department decides.
const told = {
	system: { always: ['SYSO'], by: { クラウド: 'CLD', マイナンバー利用事務系: 'MYN' } },
	contract: { always: ['OUT'], by: {} },
	sns: { always: ['SNS'], by: {} },
	facility: { always: [], by: { 営業所: 'SITE', 浄水場: 'SITE', 配水場: 'SITE' }, columns: { 7: 'SRV', 8: 'OT' } },
}
export function flagsOfEntry(register, row, department) {
	const flags = new Set(department), { always, by, columns } = told[register]
	for (const flag of [...Object.values(by), ...Object.values(columns ?? {})]) flags.delete(flag)
	for (const flag of always) flags.add(flag)
	for (const cell of row) if (by[cell]) flags.add(by[cell])
	for (const [column, flag] of Object.entries(columns ?? {})) if (row[column] === 'あり') flags.add(flag)
	return flags
}

// ---- adding up --------------------------------------------------------------------------------------

/*
 * A sheet: { set, places: [{ key, flags }…] main first, answers: { id: code } }. Someone of
 * several posts counts in every one the question belongs to, else in the main one.
 * only: the department; leaving: departments left out.
 */
function placesOf(sheet, item) {
	const places = sheet.places.filter((p) => holds(item.when, p.flags))
	return (places.length > 0 ? places : [sheet.places[0]]).map((p) => p.key)
}

const zero = () => ({ done: [0, 0], partly: [0, 0], points: [0, 0], knowledge: [0, 0], na: 0, unknown: 0, no: 0, answered: 0 })
export function add(items, sheets, { only, leaving = new Set() } = {}) {
	const sum = zero()
	for (const item of items)
		for (const sheet of sheets) {
			const code = sheet.answers[item.id]
			if (code === undefined || item.kind === 'TXT') continue
			const times = placesOf(sheet, item).filter((key) => only === undefined ? !leaving.has(key) : key === only).length
			count(sum, item, code, times)
		}
	return sum
}
function count(sum, item, code, times) {
	const choice = item.scale[code]
	sum.answered += times
	if (item.kind === 'KQ') {
		sum.knowledge[0] += times * (code === item.answer)
		sum.knowledge[1] += times
	} else if (choice.role === 'na') sum.na += times
	else {
		sum.unknown += times * (choice.role === 'unknown')
		sum.no += times * (choice.role === 'scored' && !choice.done && !choice.partly)
		sum.done[0] += times * choice.done
		sum.partly[0] += times * (choice.done || choice.partly)
		sum.points[0] += times * item.weight * choice.points
		sum.done[1] = sum.partly[1] += times
		sum.points[1] += times * item.weight * 100
	}
}

// Half up to a tenth, in whole numbers; 「－」 of nothing.
export function percent([n, d]) {
	if (d === 0) return '－'
	const tenths = Math.floor((2000 * n + d) / (2 * d))
	return `${Math.floor(tenths / 10)}.${tenths % 10}`
}
// Between years, in ポイント: of the rounded figures, with its sign.
export const difference = (now, before) => (Math.round(Number(now) * 10 - Number(before) * 10) / 10).toFixed(1)

// The departments that have to be withheld at least: those of fewer than k, and what would
// give them away. The smallest go first, and together they are two and k respondents or more.
export function withheldOf(respondents) {
	const rows = [...respondents].filter(([, n]) => n > 0).sort((a, b) => a[1] - b[1])
	const hidden = rows.filter(([, n]) => n < k)
	const enough = () => hidden.length >= 2 && hidden.reduce((sum, [, n]) => sum + n, 0) >= k
	while (hidden.length > 0 && !enough() && hidden.length < rows.length) hidden.push(rows[hidden.length])
	return new Set(hidden.map(([key]) => key))
}

// 該当なし by question and reason: "S642 duty" → how many, in some departments together.
export function naGroups(items, sheets, keys) {
	const groups = new Map()
	for (const item of items)
		for (const sheet of sheets.filter((e) => e.na[item.id])) {
			const times = placesOf(sheet, item).filter((key) => keys.has(key)).length, group = `${item.id} ${sheet.na[item.id]}`
			if (times > 0) groups.set(group, (groups.get(group) ?? 0) + times)
		}
	return groups
}
