// What a body should see for itself before it relies on the program: names, encodings, long
// words and answers that all say 該当なし, in a body made for the purpose.
import test from 'node:test'
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client, forms, scratch, serve, sheetForm, tenken } from './lib.mjs'
import { browser, Visitor } from './chrome.mjs'
import { today } from './clock.mjs'
import { python } from './mail.mjs'

const secret = '長い合言葉 いろはにほ'
const long = '山武郡市広域水道企業団事務局総務企画部情報政策推進課統括係分室' // thirty-one characters
const question = `契約者から預かった書類を机の上に置いたまま席を離れることがないように、${'引き出しや書庫へしまい、鍵を掛けて、'.repeat(8)}退庁の前にもう一度、自分で確かめていますか` // two hundred
const head = '職員番号,氏名,職員種別,所属コード,所属名,サインイン名'
const people = [['1', '髙橋 﨑子'], ['2', '𠮷田 一郎'], ['3', '葛\u{E0100}城 辻\u{E0100}子'], ['4', '山﨑 次郎'], ['5', '佐藤 花子']]
const roster = (of) => [head, ...of.map(([n, name]) => `${n},${name},正規,long,${long},p${n}`)].join('\r\n') + '\r\n'
const cp932 = (text) => execFileSync(python, ['-c', 'import sys\nsys.stdout.buffer.write(sys.stdin.buffer.read().decode().encode("cp932"))'], { input: text })

const set = `key: staff
title: 職員票
edition: 観点の版
audience: ALL
unit: person
kind: personal
extension: 0
label: ""
minutes: 5
when: ""
purpose: 観点を確かめるための設問です。
items:
  - {id: T1, clause: "6(1)", text: 連絡先を知っていますか, scale: Q4, weight: 3, priority: 1, threats: ["3(1)"], cia: C, help: 説明です, advice: 確かめてください}
  - {id: T2, clause: "6(4)", text: "${question}", scale: Q4, weight: 2, priority: 0, threats: ["3(2)"], cia: CI, help: 説明です, advice: 確かめてください}
`

const formTo = (page, action) => forms(page.body).find((f) => f.action.split('?')[0] === action && f.method === 'POST')

async function stage(t) {
	const directory = scratch(t), data = path.join(directory, 'data')
	const made = await tenken('init', '--data', data), server = await serve(data)
	t.after(() => server.stop())
	const invited = async (link) => {
		const person = new Client(server.url), page = await person.get(link)
		await person.send(page, formTo(page, link), { password: secret, again: secret }, undefined)
		return person
	}
	return { directory, data, url: server.url, invited, admin: await invited(made.out.match(/\/invite\/[\w-]+/)[0]) }
}

const offer = async (s, bytes) => {
	const page = await s.admin.get('/admin/roster')
	return s.admin.upload(page, formTo(page, '/admin/roster'), 'roster', '名簿.csv', bytes)
}
const yes = async (s, shown) => s.admin.follow(await s.admin.send(shown, formTo(shown, '/admin/roster/apply')))

async function names(s) {
	const held = people.filter(([n]) => ['1', '4', '5'].includes(n)) // CP932 has 髙 and 﨑
	assert.throws(() => cp932(roster(people)), 'but not 𠮷, nor a variant')
	let page = await offer(s, cp932(roster(held)))
	assert.match(page.body, /CP932[\s\S]*追加 <strong>3人/)
	await yes(s, page)
	const broken = await offer(s, Buffer.concat([cp932(roster(held)), Buffer.from([0x39, 0x2c, 0x81, 0xff, 0x0d, 0x0a])]))
	assert.match(broken.body, /取り込めません[\s\S]*5 行目が UTF-8 でも CP932 でもありません/, 'what is no character is refused with its line')
	page = await offer(s, Buffer.from(`\ufeff${roster(people)}`))
	assert.match(page.body, /追加 <strong>2人<\/strong>、変更 <strong>0人/, 'the same names are the same in UTF-8')
	await yes(s, page)
	assert.match((await offer(s, Buffer.from(roster(people)))).body, /違いはありません/, 'with and without its mark')
	const stored = execFileSync(python, ['-c', 'import sqlite3, sys\nfor r in sqlite3.connect(sys.argv[1]).execute("SELECT number, name FROM person ORDER BY number"): print("\\t".join(r))',
		path.join(s.data, 'tenken.db')], { env: { ...process.env, PYTHONUTF8: '1' } }).toString()
	assert.equal(stored, people.map((p) => `${p.join('\t')}\n`).join(''))
}

// To the one question there are answers of every kind; of the other everyone says that it does not apply.
const given = ['yes', 'yes', 'partly', 'no', 'yes'] // 3 of 5 do it; 350 of 500 points
async function answered(s) {
	let page = await s.admin.get('/admin/questionnaires')
	page = await s.admin.upload(page, formTo(page, '/admin/questionnaires'), 'set', 'staff.yaml', set)
	assert.match(page.body, /読み込みました/, page.body.replace(/<[^>]+>/g, ' '))
	page = await s.admin.get('/admin/cycles')
	const chosen = page.body.match(/name="(set-\d+)"[^>]*>(?:<span>)?職員票（観点の版）/)[1], form = formTo(page, '/admin/cycles')
	form.fields = form.fields.filter(([name]) => !name.startsWith('set-'))
	await s.admin.send(page, form, { year: '2026', title: '観点の年', base_day: today(), opens_day: today(), due_day: today(), [chosen]: '1' }, undefined)
	await moves(s, 'approve', { approver: '副企業長' })
	await moves(s, 'open')
	page = await s.admin.get('/admin/accounts')
	const list = await s.admin.send(page, formTo(page, '/admin/invitations'))
	for (const [i, link] of list.body.match(/\/invite\/[\w-]+/g).entries()) {
		const person = await s.invited(link), home = await person.get('/'), asked = await person.get(home.body.match(/href="(\/sheets\/\d+)"/)[1])
		const sent = await person.send(asked, sheetForm(asked), { T1: given[i], 'T1-r': '忙しい', T2: 'na', 'T2-n': 'duty', 'T2-r': '=1+1' }, ['do', 'submit'])
		assert.equal(sent.status, 303, sent.body)
	}
}
async function moves(s, move, changes = {}) {
	const page = await s.admin.get('/admin/cycles/1')
	const form = forms(page.body).find((f) => f.buttons.some(([, value]) => value === move))
	return s.admin.follow(await s.admin.send(page, form, changes, ['do', move]))
}

const pdf = async (s, name, ...options) => {
	const file = path.join(s.directory, name)
	const made = await tenken('report', ...options, '--data', s.data, '--cycle', '2026', '-o', file)
	assert.equal(made.code, 0, made.err)
	return file
}
const squeezed = (file) => execFileSync('pdftotext', ['-raw', file, '-']).toString().replace(/[\s\f]/g, '')

// Every word of a page lies within it.
function staysInside(file) {
	const boxes = execFileSync('pdftotext', ['-bbox', file, '-']).toString()
	const [width, height] = boxes.match(/<page width="([\d.]+)" height="([\d.]+)"/).slice(1).map(Number)
	for (const [, x, y, right, bottom, word] of boxes.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</g))
		assert.ok(x >= 0 && y >= 0 && right <= width && bottom <= height, `${word} at ${x}…${right}, ${y}…${bottom} of ${width} × ${height}`)
}

async function allNotApplicable(s) {
	await moves(s, 'confirm', { anyway: '1', reason: '全員提出した' })
	await moves(s, 'finalise', { anyway: '1', reason: '観点を確かめる' })
	const file = path.join(s.directory, 'tables.zip')
	const made = await tenken('report', 'self-check-body', '--data', s.data, '--cycle', '2026', '-o', file)
	assert.equal(made.code, 0, made.err)
	const tables = new Map(JSON.parse(execFileSync(python, ['tests/e2e/year/workbook.py', 'tables', file])))
	const measures = [...tables].find(([name]) => name.includes('区分別の得点率と'))[1]
	assert.deepEqual(measures.find(([title]) => title.startsWith('6(4)')).slice(1, 3), ['－', '－'])
	assert.deepEqual(measures.find(([title]) => title.startsWith('6(1)')).slice(1, 3), ['70.0', '60.0'])
	const items = [...tables].find(([name]) => name.includes('設問別の全数値'))[1]
	assert.deepEqual(items.find(([id]) => id === 'T2').slice(4, 7), ['－', '0', '0'])
}

test('names, words and answers of every kind', async (t) => {
	const s = await stage(t)
	await t.test('viewpoint 09: names come in alike in three encodings, or their line is refused', () => names(s))
	await answered(s)
	await t.test('viewpoint 01: a measure of nothing but 該当なし prints a dash', () => allNotApplicable(s))
	await t.test('viewpoint 11: long words wrap on paper and are whole', async () => {
		for (const [name, ...options] of [['body.pdf', 'self-check-body'], ['department.pdf', 'self-check-department', '--department', 'long']]) {
			const file = await pdf(s, name, ...options)
			staysInside(file)
			assert.ok(squeezed(file).includes(long), `${name} has the department whole`)
		}
		assert.ok(squeezed(path.join(s.directory, 'body.pdf')).includes(question), 'and the question')
	})
	await t.test('viewpoint 11: long words wrap on a page and are whole', async (t) => {
		const v = await Visitor.open(await browser(t), s.url, 'viewpoints', 390)
		await v.signIn('p1', secret)
		await v.look('long-home')
		await v.page.locator('main a[href^="/sheets/"]').first().click()
		await v.page.waitForLoadState()
		await v.sees(question)
		await v.look('long-sheet')
		await v.close()
	})
})
