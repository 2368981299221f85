// The papers: every figure of them is what was typed and what was answered; issued once, they stay what they
// were; what anybody may read tells nothing of what was seen.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { tenken } from '../lib.mjs'
import { formTo, says } from './stage.mjs'
import { all, at, audits, ordered } from './plan.mjs'
import { banked, judged, judgements, k, percent, pooled, rateText, saidOf, sheetsOf } from './oracle.mjs'

const squeezed = (text) => text.replace(/[\s\u3000]/g, '')
const shown = (clause) => clause.replace(/([abc])$/, (_, n) => ` 第${' abc'.indexOf(n)}段落`)
const words = { major: '重大な不適合', minor: '軽微な不適合', observation: '観察事項' }
const states = { confirmed: '確定', planned: '計画承認', closed: '完了', accepted: 'リスク受容', doing: '対応中', planning: '計画待ち' }
const table = (tables, name) => {
	const found = [...tables].find(([title]) => title.includes(name))
	assert.ok(found, `${name} in ${[...tables.keys()]}`)
	return found[1].slice(1)
}
const clausesOf = (ids) => [...new Set(ids.map((id) => banked.get(id).clause))]
const ofClause = (ids, clause) => ids.filter((id) => banked.get(id).clause === clause)

// ---- judgements --------------------------------------------------------------------------------------------------

const counted = (n) => [n.lines, ...judgements.map((j) => n.of[j]), n.open].map(String).concat(rateText(n.rate))
const row = ([, ...cells]) => cells.map(squeezed)
const named = (rows, start) => rows.find(([name]) => name === start || name.startsWith(`${start}　`))

// By clause, and of the whole.
function judgementsAre(rows, written, ids, what) {
	for (const clause of clausesOf(ids)) assert.deepEqual(row(named(rows, shown(clause))), counted(judged(written, ofClause(ids, clause))), `${what} ${clause}`)
	assert.deepEqual(row(named(rows, '全体')), counted(judged(written, ids)), what)
	assert.equal(rows.length, clausesOf(ids).length + 1)
}

// In the printed pages the same: the line of the whole, its rate, and what the cover says.
function pageSays(text, { lines, of, open, rate }) {
	const flat = squeezed(text)
	assert.ok(flat.includes(`適合${of.conform}件、観察事項${of.observe}件、軽微な不適合${of.minor}件、重大な不適合${of.major}件、未確認${of.open}件`), 'the cover')
	assert.ok(flat.includes(`対象${lines}項目のうち、適合${of.conform}項目、観察事項${of.observe}項目、軽微な不適合${of.minor}項目、重大な不適合${of.major}項目`), 'the results')
	assert.ok(flat.includes(`全体${[lines, ...judgements.map((j) => of[j]), open].join('')}`), 'the whole')
	assert.ok(flat.includes(`${percent(rate)}%`), 'the rate')
}

const open = new Map() // of each audit, what its full edition held when it was issued

export async function reportsAreIssued(s) {
	s.issued = new Map()
	for (const audit of all) {
		const of = s.numbers.get(audit.key), ids = s.lines.get(audit.key), written = s.written.get(audit.key)
		for (const readers of ['full', 'auditee', 'public']) s.issued.set(`${of} ${readers}`, await s.paper('lead', 'audit-report', of, `?readers=${readers}`))
		const tables = await s.tables('lead', 'audit-report', of), text = s.textOf(s.issued.get(`${of} full`), '-layout')
		open.set(audit.key, tables)
		judgementsAre(table(tables, '区分別の判定'), written, ids, of)
		pageSays(text, judged(written, ids))
		const good = ids.filter((id) => written.get(id).good), unchecked = ids.filter((id) => written.get(id).judgement === 'open')
		if (good.length > 0) assert.deepEqual(table(tables, '好事例').map((r) => r[1]), good)
		if (unchecked.length > 0) assert.deepEqual(table(tables, '確認していない項目').map((r) => [r[1], r[3]]), unchecked.map((id) => [id, written.get(id).reason]))
	}
	assert.deepEqual(table(open.get('office'), '第6').map((r) => r[0]), s.evidence.map((e) => e.number))
	assert.ok(squeezed(s.textOf(s.issued.get(`${s.numbers.get('office')} full`))).includes('持出しの項目を除く'), 'the waiver is printed, with its condition')
}

// ---- what was said beside what was found ------------------------------------------------------------------------------

const cell = ([n, d]) => d === 0 ? '－' : `${percent([n, d])}%${n}/${d}`
const tenths = (rate) => Math.round(Number(percent(rate)) * 10)

export async function whatWasSaidStandsBeside(s) {
	const [[cycle]] = s.rows('SELECT id FROM cycle ORDER BY year DESC LIMIT 1'), sheets = sheetsOf(s, cycle)
	let told = 0, withheld = 0
	for (const audit of all) {
		const ids = s.lines.get(audit.key), rows = table(open.get(audit.key), '自己点検との差')
		assert.equal(rows.length, clausesOf(ids).length)
		for (const clause of clausesOf(ids)) {
			const [, , staff, manager, found, gap] = rows.find((r) => r[1] === shown(clause)).map(squeezed), what = `${audit.name} ${clause}`
			const { rate } = judged(s.written.get(audit.key), ofClause(ids, clause))
			const questions = saidOf(sheets, 'staff', audit.department, clause), said = pooled(questions)
			const boss = pooled(saidOf(sheets, 'manager', audit.department, clause))
			assert.equal(found, cell(rate), what)
			assert.equal(manager, cell(boss), `${what}: the manager`)
			if (questions.some((q) => q.answered < k)) {
				assert.deepEqual([staff, gap], ['※', '※'], `${what}: fewer than ${k}`)
				withheld++
			} else if (questions.length > 0) {
				assert.equal(staff, cell(said), `${what}: staff`)
				assert.equal(gap, said[1] && rate[1] ? ((tenths(said) - tenths(rate)) / 10).toFixed(1) : '－', `${what}: the difference`)
				told++
			} else assert.equal(staff, '－', what)
		}
	}
	assert.ok(told >= 4 && withheld >= 1, `${told} told, ${withheld} withheld`)
}

// ---- findings ---------------------------------------------------------------------------------------------------------

export async function findingsAreListed(s) {
	for (const audit of all) {
		const own = s.findings.filter((f) => f.audit === audit), tables = open.get(audit.key)
		assert.deepEqual([...tables.keys()].filter((name) => /R09-\d{3}/.test(name)).map((name) => name.match(/R09-\d{3}/)[0]).sort(), own.map((f) => f.number).sort())
		for (const f of own) {
			const facts = new Map(table(tables, f.number)), { paper } = f
			assert.deepEqual([facts.get('条項'), facts.get('区分'), facts.get('事実'), facts.get('原因'), facts.get('改善の提案'), facts.get('状態')],
				[shown(f.clause), words[f.severity], paper.facts, paper.cause ?? '－', paper.proposal ?? '－', '確定'], f.number)
		}
	}
}

export async function nothingIsAssured(s) {
	const none = squeezed(s.textOf(s.issued.get(`${s.numbers.get('order')} full`)))
	assert.doesNotMatch(none, /良好|問題(は|が)(なく|ない|なかった|ありません)|適切に(行われ|管理され|実施され)て|保証/)
	assert.ok(none.includes('この監査から起票された指摘はありません。'), 'it says so')
}

// Severity by severity and state by state, at the end of the year; what was passed on is listed and counted apart.
export async function theYearIsListed(s) {
	const list = [...s.findings, { number: s.child.number, severity: s.closes.severity, state: 'planning' }], tables = await s.tables('management', 'findings', '2027')
	const many = (severity) => s.findings.filter((f) => f.severity === severity).length, closed = s.findings.filter((f) => f.state === 'closed').length
	const overdue = s.findings.filter((f) => ['planning', 'planned', 'doing'].includes(f.state) && f.due < s.clock.day()).length
	const [counts] = table(tables, '件数')
	assert.deepEqual(counts.map(squeezed), [many('major'), many('minor'), many('observation'), 0, closed, overdue].map(String).concat(`${cell([closed, s.findings.length])}`, cell([0, s.findings.length]), '1'))
	const rows = table(tables, '一覧')
	assert.deepEqual(rows.map((r) => [r[0], r[4], r[5]]), list.map((f) => [f.number, words[f.severity], states[f.state]]))
	const text = squeezed(s.textOf(await s.paper('management', 'findings', '2027')))
	for (const f of list) assert.ok(text.includes(f.number), f.number)
}

// The whole year in one report: each audit, all of them, each clause.
export async function theYearIsReported(s) {
	const tables = await s.tables('lead', 'audit-report-year', '2027'), ids = [], written = new Map()
	for (const audit of all) {
		const own = s.lines.get(audit.key)
		assert.deepEqual(row(named(table(tables, '部署別の判定'), s.numbers.get(audit.key))), counted(judged(s.written.get(audit.key), own)), audit.name)
		for (const id of own) {
			ids.push(`${audit.key} ${id}`)
			written.set(`${audit.key} ${id}`, s.written.get(audit.key).get(id))
		}
	}
	const rows = table(tables, '区分別の判定'), clause = (id) => banked.get(id.split(' ')[1]).clause
	for (const c of new Set(ids.map(clause))) assert.deepEqual(row(named(rows, shown(c))), counted(judged(written, ids.filter((id) => clause(id) === c))), c)
	assert.deepEqual(row(named(rows, '全体')), counted(judged(written, ids)))
	pageSays(s.textOf(await s.paper('lead', 'audit-report-year', '2027'), '-layout'), judged(written, ids))
	assert.deepEqual(table(tables, '第6').length, s.evidence.length)
}

// ---- the other papers ---------------------------------------------------------------------------------------------------

export async function theOthersArePrinted(s) {
	const [office] = audits, of = s.numbers.get('office'), f = s.closes, flat = async (recipe, what, more) => squeezed(s.textOf(await s.paper('lead', recipe, what, more)))
	const plan = await flat('audit-plan', of), notice = await flat('audit-notice', of)
	for (const part of ['決まりどおりかを確かめる', '業務課奥の書庫', '持出しの項目を除く', ...s.lines.get('office')]) assert.ok(plan.includes(squeezed(part)), `plan: ${part}`)
	assert.ok(notice.includes('令和9年6月14日') && !notice.includes('持出しと権限'))
	const checklist = await flat('audit-checklist', of), papers = await flat('audit-papers', of)
	for (const id of s.lines.get('office')) assert.ok(checklist.includes(id) && papers.includes(id), id)
	for (const part of [s.sample.seed, s.sample.digest, ...s.sample.drawn, ...s.evidence.map((e) => e.number), '棚は2段目である']) assert.ok(papers.includes(squeezed(part)), `papers: ${part}`)
	assert.ok((await flat('finding-plan', f.number)).includes(squeezed(f.measure)))
	assert.ok((await flat('finding-report', f.number)).includes('様式を替えた'))
	assert.ok((await flat('finding-followup', f.number)).includes('20件を抜いて確かめた'))
	assert.equal((await s.looks('manager', `/papers/audit-papers/${of}.pdf`)).status, 404)
	says(await s.looks('lead', `${at(s, office)}/report`), /確定/)
}

// ---- issued is issued ---------------------------------------------------------------------------------------------------

const verified = async (s, bytes) => {
	writeFileSync(s.file('verified.pdf'), bytes)
	const answer = await tenken('report', 'verify', s.file('verified.pdf'), '--data', s.data)
	return { code: answer.code, verdict: answer.out.match(/verdict: (\w+)/)?.[1] }
}

// Findings have moved, measures were taken, an audit has ended: the bytes are those of July.
export async function whatIsIssuedStays(s) {
	for (const [what, bytes] of s.issued) {
		const [of, readers] = what.split(' ')
		assert.ok((await s.paper('lead', 'audit-report', of, `?readers=${readers}`)).equals(bytes), what)
	}
	const bytes = s.issued.get(`${s.numbers.get('office')} full`), altered = Buffer.from(bytes)
	altered[altered.length >> 1] ^= 1
	assert.deepEqual(await verified(s, bytes), { code: 0, verdict: 'issued' })
	assert.deepEqual(await verified(s, altered), { code: 1, verdict: 'altered' })
	assert.deepEqual(await verified(s, Buffer.from('%PDF-1.4\n%%EOF\n')), { code: 1, verdict: 'unknown' })
}

export async function aNewEditionReplacesIt(s) {
	const of = s.numbers.get('office'), here = `/papers/audit-report/${of}`, page = await s.looks('lead', here)
	const form = page.body.match(/<form method="post" action="([^"]+)" class="narrow"/)[1].replaceAll('&amp;', '&'), lead = await s.person('lead')
	says(await lead.post(form, { form_key: formTo(page, '/signout').fields[0][1], reason: '' }), /発行していません/)
	says(await lead.follow(await lead.post(form, { form_key: formTo(page, '/signout').fields[0][1], reason: '誤記の訂正' })), /新しい版を発行しました/)
	const first = s.issued.get(`${of} full`), again = await s.paper('lead', 'audit-report', of)
	assert.ok(!again.equals(first) && squeezed(s.textOf(again)).includes('誤記の訂正'))
	assert.ok((await s.paper('lead', 'audit-report', of, '?edition=1')).equals(first))
	assert.deepEqual(await verified(s, first), { code: 0, verdict: 'superseded' })
	assert.deepEqual(await verified(s, again), { code: 0, verdict: 'issued' })
}

// ---- what anybody may read -----------------------------------------------------------------------------------------------

export async function thePublicIsToldNothing(s) {
	const procedures = s.rows('SELECT name FROM entry WHERE kind = \'procedure\'').flat(), systems = s.rows('SELECT name FROM entry WHERE kind = \'system\'').flat()
	assert.ok(procedures.length > 0 && systems.length > 0)
	const papers = new Map(all.map((audit) => [audit.name, s.issued.get(`${s.numbers.get(audit.key)} public`)]))
	papers.set('year', await s.paper('lead', 'audit-report-year', '2027', '?readers=public'))
	const texts = new Map([...papers].map(([name, bytes]) => [name, s.textOf(bytes) + s.infoOf(bytes)]))
	texts.set('tables', JSON.stringify([...await s.tables('lead', 'audit-report-year', '2027', '&readers=public')]))
	for (const [name, text] of texts) {
		const flat = squeezed(text)
		for (const word of [...s.typed, ...procedures, ...systems]) assert.ok(!flat.includes(squeezed(word)), `${name} tells ${word}`)
		if (name !== 'tables') assert.ok(flat.includes('省いた事項'), 'what is left out is counted')
	}
	for (const word of ['返却の記録の漏れ', '様式を改めた']) assert.ok(squeezed(texts.get('year')).includes(word), `of what is closed, ${word} was written for everybody`)
	assert.ok(squeezed(texts.get(ordered.name)).includes('監査委員事務局を監査しました'))
}
