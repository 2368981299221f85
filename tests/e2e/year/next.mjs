// April: next year's cycle comes from this one; one question is worded anew, one asks something
// else. Everyone answers in the workbooks of the departments, and two years stand side by side.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { forms } from '../lib.mjs'
import { departments, k, rosterOfNovember } from './body.mjs'
import { answersOf, cells, codesIn, filled, items, onLeave, place, textOf } from './answer.mjs'
import { hiddenAmong, hiddenOf, named, sheetsOf, tables } from './figures.mjs'
import { add, difference, itemsOf, percent } from './oracle.mjs'
import { formTo, says, until } from './stage.mjs'

const worded = { id: 'S501', from: '基本方針と自分の業務の手順書を、必要なときにすぐ開けますか', to: '必要なときに、基本方針と自分の業務の手順書をすぐに開けますか' }
const changed = { id: 'S641', from: '席を離れるとき、パソコンの画面をロックしていますか', to: '席を離れるとき、机の上の書類を裏返していますか' }
const text = [worded, changed].reduce((all, { from, to }) => {
	assert.ok(all.includes(from), from)
	return all.replace(from, to)
}, readFileSync('questionnaires/staff.yaml', 'utf8').replace(/^edition: .*/m, 'edition: 令和9年度版'))
const questions = itemsOf(text)

// One action; the same kind of days, moved where the office is closed.
export async function nextYearIsPrepared(s) {
	await s.wake('2027-04-01', '09:00:00')
	const desk = await s.desk
	let page = await desk.get('/admin/questionnaires')
	says(await desk.upload(page, formTo(page, '/admin/questionnaires'), 'set', 'staff.yaml', text), /設問セットを読み込みました/)
	page = await s.does('desk', `/admin/cycles/${s.cycle}`, `/admin/cycles/${s.cycle}/next`)
	s.next = says(page, /次の年度の実施回を準備しました/).path.match(/\/admin\/cycles\/(\d+)/)[1]
	page = await desk.get(`/admin/cycles/${s.next}`)
	says(page, /令和9年度 自己点検[\s\S]*令和9年9月1日[\s\S]*令和9年10月8日/) // the 9th is a Saturday
	assert.equal((await s.does('desk', `/admin/cycles/${s.cycle}`, `/admin/cycles/${s.cycle}/next`)).status, 409, 'it is prepared once')
	const at = `/admin/cycles/${s.next}/edit` // this time nobody has to press anything at midnight
	says(await s.does('desk', at, at, { automatic: '1', grace_day: '2027-10-15' }), /日程と内容を保存しました[\s\S]*令和9年10月15日[\s\S]*自動で進める/)
}

// Nothing is approved before its author has said what each change means.
export async function changesAreMarked(s) {
	const desk = await s.desk, at = `/admin/cycles/${s.next}/changes`
	assert.equal((await s.moves(s.next, 'approve', { approver: '副企業長 試験' })).status, 409)
	const page = await desk.get(at), form = formTo(page, at)
	assert.deepEqual([...form.radios.keys()].map((name) => name.match(/S\d+$/)[0]), [worded.id, changed.id])
	const field = (id) => [...form.radios.keys()].find((name) => name.endsWith(id))
	says(await desk.follow(await desk.send(page, form, { [field(worded.id)]: 'wording', [field(changed.id)]: 'meaning' }, undefined)), /変更の扱いを保存しました/)
	says(await s.moves(s.next, 'approve', { approver: '副企業長 試験' }), /設問を確定しました/)
	await s.wake('2027-09-01', '00:00:05')
	await until(async () => /（自動）/.test((await (await s.desk).get(`/admin/cycles/${s.next}`)).body), 'the cycle opens by itself')
	await s.wake('2027-09-01', '09:00:00')
}

// Last year's own answer can be seen beside a question that means the same, and is never copied in.
export async function formerAnswersStandBeside(s) {
	const person = await s.person('020-2'), home = await person.get('/')
	const at = home.body.match(/<h2>職員票[\s\S]*?href="(\/sheets\/\d+)"/)[1], page = await person.get(at)
	const beside = await person.follow(await person.send(page, forms(page.body).find((f) => f.radios.size > 0), {}, ['do', 'previous']))
	const block = (id) => beside.body.split(`<fieldset id="q-${id}"`)[1].split('</fieldset>')[0]
	assert.match(block(worded.id), /前回の回答[\s\S]*文言変更/)
	assert.doesNotMatch(block(changed.id), /前回の回答/)
	assert.ok(!/<input type="radio"[^>]*checked/.test(beside.body), 'nothing is filled in')
}

export async function everyoneAnswersInWorkbooks(s) {
	await s.wake('2027-09-15', '13:00:00')
	const desk = await s.desk
	s.again = rosterOfNovember.filter((p) => p.number !== onLeave)
		.map((p) => answersOf({ set: 'staff', by: p.number, name: p.name, places: [p.department, ...p.concurrent.split(' ').filter(Boolean)].map(place) }, questions))
	for (const { key } of departments) {
		const file = s.file(`${key}.xlsx`), own = s.again.filter((e) => e.places[0].key === key)
		writeFileSync(file, (await desk.get(`/answer-sheets/${s.next}/${key}`)).bytes)
		const codes = codesIn(file), book = Object.fromEntries(own.map((e) => [codes.get(e.name), cells(e, questions)]))
		const stored = await s.imports('desk', '/answer-sheets', 'book', `${key}.xlsx`, filled(file, book), /まだ取り込んでいません/)
		assert.equal([...stored.body.matchAll(/提出　R09-\d+-1/g)].length, own.length, key)
	}
	await s.wake('2027-10-18', '09:00:00')
	const anyway = { anyway: '1', reason: '職員票だけを集計する' }
	await until(async () => /aria-current="step">\s*所属長確認/.test((await (await s.desk).get(`/admin/cycles/${s.next}`)).body), 'the days of grace end by themselves')
	says(await s.moves(s.next, 'finalise', anyway), /集計を確定しました/)
}

// 前年度差 is of the questions that mean the same, over the departments shown in each year; the
// line of the year breaks where one does not.
export async function yearsAreCompared(s) {
	const all = await tables(s, 'self-check-body', 'body', s.next)
	const now = add(questions, s.again), before = add(items.staff, sheetsOf(s, 'staff'))
	const years = named(all, '年度別').slice(1)
	assert.deepEqual(years.map((row) => row.slice(0, 3)), [['令和8年度', percent(before.points), percent(before.done)], ['令和9年度', percent(now.points), percent(now.done)]])
	assert.deepEqual(years.map((row) => row[3] !== ''), [false, true], 'another question this year, and said so')
	const hidden = hiddenAmong(s.again)
	assert.deepEqual([...hidden].sort(), ['070', '080'], `of fewer than ${k}`)
	const same = (list, sheets, leaving) => percent(add(list.filter((i) => i.id !== changed.id), sheets, { leaving }).points)
	assert.equal(named(all, '主な指標')[1][3], difference(same(questions, s.again, hidden), same(items.staff, sheetsOf(s, 'staff'), hiddenOf(s))))
	const marked = named(all, '設問別の全数値').slice(1).filter((row) => row[0].includes('†') || row[1].includes('†')).map((row) => row[0].replace('†', ''))
	assert.deepEqual(marked, [changed.id])
}

// And the year before is still what it was.
export async function lastYearIsWhatItWas(s) {
	const sum = add(items.staff, sheetsOf(s, 'staff')), chief = await s.person('chief')
	const paper = (await chief.request('GET', `/reports/self-check-body/${s.cycle}/body.pdf`)).bytes
	assert.ok(textOf(s, 'last.pdf', paper).includes(percent(sum.points)))
	assert.match(await s.tenken('verify'), /differences: 0/)
}
