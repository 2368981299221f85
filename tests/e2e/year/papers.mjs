// November: the documents. Issued once, they stay what they were whatever is changed around them.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { forms } from '../lib.mjs'
import { python } from '../mail.mjs'
import { departments, leaver, renamed, rosterFile, rosterOfNovember, staff } from './body.mjs'
import { binds, excluded, items, textOf } from './answer.mjs'
import { reworded } from './confirm.mjs'
import { figure, hiddenOf, saysRate, sheetsOf, tables } from './figures.mjs'
import { add, percent } from './oracle.mjs'
import { formTo, says } from './stage.mjs'

const squeezed = (text) => text.replace(/[\s\u3000]/g, '')
const paper = async (s, recipe, key = 'body', more = '') => {
	const answer = await (await s.person('chief')).request('GET', `/reports/${recipe}/${s.cycle}/${key}.pdf${more}`)
	assert.equal(answer.bytes.subarray(0, 5).toString(), '%PDF-', answer.body.slice(0, 300))
	return answer.bytes
}

// Of the body and for the committee: the figures, and of what people wrote only what was adopted.
export async function bodyIsReported(s) {
	const text = squeezed(textOf(s, 'body.pdf', await paper(s, 'self-check-body'))), sum = add(items.staff, sheetsOf(s, 'staff'))
	for (const part of [percent(sum.points), percent(sum.done), '総第1号', '令和8年11月2日', '試験水道企業団', '持出しの前に二人で声を出して確かめている', '研修で扱う'])
		assert.ok(text.includes(squeezed(part)), part)
	assert.ok(!text.includes('案'.repeat(2)) && !/[おおむね]*良好である/.test(text))
	assert.ok(text.includes(squeezed(reworded)) && text.includes('=HYPERLINK'), 'what was adopted is there')
	assert.ok(!text.includes('手順を知らなかったため') && !text.includes('<b>忙しい'), 'nothing else is')
	assert.match(text, new RegExp(`${s.left}件`), 'how many were left out')
	const committee = textOf(s, 'committee.pdf', await paper(s, 'committee'))
	assert.equal(committee.split('\f').length - 1, 2, 'two pages')
	assert.ok(squeezed(committee).includes(percent(sum.points)))
}

const names = (bytes, s) => {
	writeFileSync(s.file('all.zip'), bytes)
	return execFileSync(python, ['-c', 'import sys, zipfile\nprint("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))', s.file('all.zip')]).toString().trim().split('\n')
}

// Every department in one action, bound as one and as files; each with its own number.
export async function departmentsAreBound(s) {
	const text = textOf(s, 'bound.pdf', await binds(s, 'self-check-department', 'pdf'))
	for (const d of departments) assert.ok(squeezed(text).includes(d.name), d.name)
	const numbers = new Set([...squeezed(text).matchAll(/総第(\d+)号/g)].map(([, n]) => n))
	assert.equal(numbers.size, departments.length, [...numbers].join())
	const files = names(await binds(s, 'self-check-department', 'zip'), s)
	assert.equal(files.filter((f) => f.endsWith('.pdf')).length, departments.length)
	for (const d of departments) assert.ok(files.some((f) => f.includes(d.key)), d.key)
	const hidden = hiddenOf(s)
	for (const { key } of departments) {
		const own = squeezed(textOf(s, 'one.pdf', await paper(s, 'self-check-department', key))), sum = add(items.staff, sheetsOf(s, 'staff'), { only: key })
		assert.equal(own.includes(percent(sum.points)) && own.includes(percent(sum.done)), !hidden.has(key), key)
	}
}

// The other kinds: the table of 該当なし, the plans, one's own sheet as it was filled in.
export async function otherPapers(s) {
	assert.ok(squeezed(textOf(s, 'na.pdf', await paper(s, 'not-applicable'))).includes('副企業長試験'))
	assert.ok(squeezed(textOf(s, 'plan.pdf', await paper(s, 'improvement-plan', '020'))).includes('会議で確認'))
	const [sheet] = sheetsOf(s, 'staff'), own = await (await s.person('chief')).request('GET', `${sheet.at}/paper`)
	assert.ok(squeezed(textOf(s, 'own.pdf', own.bytes)).includes('髙橋健一'))
	assert.equal((await (await s.person('020-2')).request('GET', `${sheet.at}/paper`)).status, 403)
}

// A spreadsheet that opens the tables runs nothing and bends nothing.
export async function tablesAreInert(s) {
	const all = await tables(s, 'self-check-body')
	for (const [name, rows] of all)
		for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+@\t\r]|^-(?!\d)/, `${name}: ${cell}`)
	const own = await paper(s, 'self-check-body')
	assert.ok(!own.includes('/URI'), 'a text in a document is no link')
}

// What was typed in from paper is in the log, by whom and for whom, and in no document.
export async function proxyIsInTheLogOnly(s) {
	const desk = await s.desk
	let at = '/admin/events', told = false
	for (; at && !told; ) {
		const { body } = await desk.get(at)
		told = body.includes('代理入力')
		at = body.match(/href="(\/admin\/events\?before=\d+)"/)?.[1]
	}
	assert.ok(told, 'in the log')
	const papers = [await paper(s, 'self-check-body'), await paper(s, 'self-check-department', '060'), await paper(s, 'not-applicable')]
	for (const bytes of papers) assert.doesNotMatch(squeezed(textOf(s, 'any.pdf', bytes)), /代理入力|代わって/)
	for (const rows of (await tables(s, 'self-check-body')).values()) assert.doesNotMatch(rows.flat().join(), /代理入力/)
}

const issued = [['self-check-body', 'body'], ['committee', 'body'], ['self-check-department', '020'], ['not-applicable', 'body']]
const printed = async (s) => new Map(await Promise.all(issued.map(async ([recipe, key]) => [`${recipe} ${key}`, await paper(s, recipe, key)])))
async function isAsItWas(s, before) {
	for (const [what, bytes] of await printed(s)) assert.ok(bytes.equals(before.get(what)), what)
	const sum = add(items.staff, sheetsOf(s, 'staff')), page = await figure(s, 'staff', undefined, 'all')
	for (const kind of ['points', 'done']) saysRate(page, sum[kind], kind)
}

// Names and settings move on, the organisation too; what was issued does not.
export async function whatIsIssuedStays(s) {
	await s.wake('2026-11-04', '10:00:00')
	s.issued = await printed(s)
	says(await s.does('desk', '/admin/departments/020', '/admin/departments/020/rename', { name: renamed, on: '2026-11-04', approver: '企業長', reason: '改称' }, undefined), /記録しました/)
	says(await s.does('desk', '/admin/settings', '/admin/settings', { body_name: '別の団体', document_mark: '別', grade_a: '99' }, undefined), /保存しました/)
	await isAsItWas(s, s.issued)
}

// A later edition weighs every question otherwise.
export async function weightsMayChange(s) {
	const desk = await s.desk, page = await desk.get('/admin/questionnaires')
	const text = readFileSync('questionnaires/staff.yaml', 'utf8').replace(/^edition: .*/m, 'edition: 重みを変えた版').replaceAll('weight: 3', 'weight: 1')
	says(await desk.upload(page, formTo(page, '/admin/questionnaires'), 'set', 'staff.yaml', text), /設問セットを読み込みました/)
	await isAsItWas(s, s.issued)
}

// Nobody who answered can be taken out: no button does it, and who leaves stays where the answer is.
export async function nobodyIsDeleted(s) {
	const { name } = staff.find((p) => p.number === leaver), desk = await s.desk
	says(await s.imports('desk', '/admin/roster', 'roster', '11月.csv', rosterFile(rosterOfNovember), /退職など <strong>1人/), /名簿を取り込みました/)
	const list = await desk.get(`/admin/cycles/${s.cycle}/waiting?department=010`)
	says(list, new RegExp(`${name}[\\s\\S]{0,200}確定`))
	const at = list.body.match(new RegExp(`href="(/sheets/\\d+/status)">${name}<`))[1], page = await desk.get(at)
	assert.ok(!forms(page.body).some((f) => f.buttons.some(([name]) => name === 'do')), 'nothing can be done with it')
	const refused = await desk.post(at, { form_key: formTo(page, '/signout').fields[0][1], reason: 'other', text: '消したい', do: 'exclude' })
	assert.equal(refused.status, 409)
	says(list, new RegExp(`<s>${staff.find((p) => p.number === excluded).name}</s>[\\s\\S]{0,400}県へ派遣中`)) // who was struck out before, with the reason
	await isAsItWas(s, s.issued)
}

// Issued again for a reason it is a new edition, and the old one can still be had.
export async function aNewEditionIsIssued(s) {
	const desk = await s.desk, at = `/reports/self-check-department/${s.cycle}/020`
	says(await s.does('desk', at, at, { reason: '誤字の訂正' }, undefined), /第2版/)
	const again = await paper(s, 'self-check-department', '020'), first = s.issued.get('self-check-department 020')
	assert.ok(!again.equals(first))
	assert.ok(squeezed(textOf(s, 'again.pdf', again)).includes('誤字の訂正'))
	assert.ok((await paper(s, 'self-check-department', '020', '?edition=1')).equals(first))
	says(await desk.get('/admin/events'), /誤字の訂正/)
}

// Reported, improved, ended: the figures stay what they were.
export async function yearEnds(s) {
	await s.wake('2026-11-20', '15:00:00')
	says(await s.moves(s.cycle, 'report', { day: '2026-11-20' }), /報告済みにしました/)
	says(await s.moves(s.cycle, 'improve'), /改善に移りました/)
	await s.wake('2027-01-20', '09:00:00')
	const manager = await s.person('020-1'), list = await manager.get(`/section/plan?cycle=${s.cycle}`)
	const at = list.body.match(/href="(\/section\/plan\/\d+)"/)[1]
	says(await s.does('020-1', at, at, { state: 'done', done_day: '2027-01-15', result: '1月の課内会議で確かめた' }, undefined), /完了/)
	await s.wake('2027-03-31', '17:00:00')
	says(await s.moves(s.cycle, 'end'), /終了しました/)
	says(await (await s.desk).get(`/admin/cycles/${s.cycle}`), /集計確定[\s\S]*報告済[\s\S]*改善中[\s\S]*終了/)
}
