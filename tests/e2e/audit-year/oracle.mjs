// What the figures of the reports have to be: worked out from the question files, from what was typed in
// this play, and from the answers in the body's file, read by another program.
import { add, holds, itemsOf, percent } from '../year/oracle.mjs'
import { readFileSync } from 'node:fs'

export { percent }
export const judgements = ['conform', 'observe', 'minor', 'major', 'na', 'open']
export const k = 5 // figures of fewer are not shown

const FLAGS = ['MYN', 'LGW', 'NET', 'OUT', 'CLD', 'SNS', 'SRV', 'SYSO', 'MED', 'PII', 'TMP', 'SITE', 'OT']
const flagsOf = (bits) => new Set(FLAGS.filter((_, i) => bits & (1 << i)))
const shipped = (set) => itemsOf(readFileSync(`questionnaires/${set}.yaml`, 'utf8'))
export const bank = shipped('audit')
const machines = shipped('ot-audit') // asked where OT is
export const banked = new Map([...bank, ...machines].map((item) => [item.id, item]))

// The items of its clauses that a department is asked.
export function askedOf(s, { department, clauses }) {
	const [[bits]] = s.rows('SELECT t.flags FROM department_term t JOIN department d ON d.id = t.department_id WHERE d.key = ? ORDER BY t.valid_from DESC LIMIT 1', department)
	const flags = flagsOf(bits)
	return [...bank, ...(flags.has('OT') ? machines : [])].filter((i) => clauses.includes(i.clause) && holds(i.when, flags)).map((i) => i.id)
}

// ---- what was judged ----------------------------------------------------------------------------------------

// written: item → { judgement … }. Counts in the order of the table, and 適合率.
export function judged(written, ids) {
	const times = (code) => ids.filter((id) => written.get(id)?.judgement === code).length
	const of = Object.fromEntries(judgements.map((code) => [code, times(code)]))
	const good = of.conform + of.observe, rate = [good, good + of.minor + of.major]
	return { lines: ids.length, of, open: ids.filter((id) => !written.has(id)).length, rate }
}
export const rateText = ([n, d]) => d === 0 ? '－' : `${percent([n, d])}%${n}/${d}`

// ---- what was said ------------------------------------------------------------------------------------------

// The sheets of the newest cycle, as they were submitted: { set, places, answers }.
export function sheetsOf(s, cycle) {
	const answers = (text) => Object.fromEntries(Object.entries(JSON.parse(text)).map(([id, a]) => [id, typeof a === 'string' ? a : a.c]))
	const sheets = new Map(s.rows(`SELECT s.id, s.set_key, s.submitted, d.key, s.flags FROM sheet s JOIN department d ON d.id = s.department_id
		WHERE s.cycle_id = ? AND s.submitted IS NOT NULL AND s.excluded_at IS NULL`, String(cycle))
		.map(([id, set, text, key, bits]) => [id, { set, answers: answers(text), places: [{ key, flags: flagsOf(bits) }] }]))
	for (const [id, key, bits] of s.rows(`SELECT x.sheet_id, d.key, c.flags FROM sheet_department x JOIN sheet s ON s.id = x.sheet_id
		JOIN department d ON d.id = x.department_id JOIN cycle_department c ON c.cycle_id = s.cycle_id AND c.department_id = d.id WHERE s.cycle_id = ?`, String(cycle)))
		if (sheets.has(id) && !sheets.get(id).places.some((p) => p.key === key)) sheets.get(id).places.push({ key, flags: flagsOf(bits) })
	return [...sheets.values()]
}

// Of a department and clause, the questions one by one: who answered, and 実施 (of knowledge: who knew).
export function saidOf(sheets, set, department, clause) {
	const of = sheets.filter((e) => e.set === set)
	return shipped(set).filter((i) => i.clause === clause && i.kind !== 'TXT').map((item) => {
		const sum = add([item], of, { only: department })
		return { id: item.id, answered: sum.answered, done: item.kind === 'KQ' ? sum.knowledge : sum.done }
	}).filter((q) => q.answered > 0)
}
export const pooled = (list) => list.reduce(([n, d], q) => [n + q.done[0], d + q.done[1]], [0, 0])
