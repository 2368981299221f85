// A small body's year, played over HTTP from the first invitation to the printed
// report. What everyone answers is drawn here; the figures expected of the pages are
// worked out here too, from the definitions alone.
import test from 'node:test'
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client, forms, scratch, serve, sheetForm, tenken } from './lib.mjs'

const secret = '長い合言葉 いろはにほ'
const ROSTER_HEAD = '職員番号,氏名,フリガナ,職員種別,所属コード,所属名,サインイン名,権限'
const departments = { alpha: 9, beta: 6, gamma: 1, delta: 9 } // gamma is too small to be shown, so beta has to go with it

const QUESTIONS = `key: year
title: 年間試験票
edition: 第1版
audience: ALL
unit: person
kind: personal
extension: 0
label: ""
minutes: 5
when: ""
purpose: 一年を通して試すための設問です。
items:
  - {id: T1, clause: "6(1)", text: 連絡先を知っていますか, scale: Q4, weight: 3, priority: 1, threats: ["3(1)"], cia: C, help: 説明です, advice: 確かめてください}
  - {id: T2, clause: "6(5)", text: 画面を閉じていますか, scale: FQ, weight: 2, priority: 0, threats: ["3(2)"], cia: CI, help: 説明です, advice: 確かめてください}
  - {id: T3, clause: "6(5)", text: 研修を受けましたか, scale: YN, weight: 1, priority: 0, threats: ["3(2)"], cia: A, help: 説明です, advice: 受けてください}
  - {id: T4, clause: "6(8)a", text: 委託先を確かめましたか, scale: Q4, weight: 3, priority: 0, when: OUT, threats: ["3(2)"], cia: C, help: 説明です, advice: 確かめてください}
  - {id: T5, clause: "5", text: 方針を守るのは誰ですか, scale: KQ, weight: 1, priority: 0, threats: ["3(2)"], cia: C, help: 説明です, choices: [正規職員, 職員全員, 分からない], answer: 2, explanation: 全員です}
`
const items = {
	T1: { weight: 3, points: { yes: 100, partly: 50, no: 0, unknown: 0 }, done: ['yes'], measure: '6(1)' },
	T2: { weight: 2, points: { always: 100, mostly: 75, sometimes: 25, never: 0, unknown: 0 }, done: ['always'], measure: '6(5)' },
	T3: { weight: 1, points: { yes: 100, no: 0, unknown: 0 }, done: ['yes'], measure: '6(5)' },
	T4: { weight: 3, points: { yes: 100, partly: 50, no: 0, unknown: 0 }, done: ['yes'], measure: '6(8)' },
}

// A fixed sequence (mulberry32), so that a failure can be played again.
let state = 20260401
const draw = (n) => {
	state = (state + 0x6d2b79f5) | 0
	let z = Math.imul(state ^ (state >>> 15), 1 | state)
	z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z
	return ((z ^ (z >>> 14)) >>> 0) % n
}

const upload = (client, page, form, name, filename, text) => {
	const edge = 'x'.repeat(8) + 'edge'
	const parts = form.fields.map(([k, v]) => `--${edge}\r\ncontent-disposition: form-data; name="${k}"\r\n\r\n${v}\r\n`)
	parts.push(`--${edge}\r\ncontent-disposition: form-data; name="${name}"; filename="${filename}"\r\ncontent-type: text/plain\r\n\r\n${text}\r\n--${edge}--\r\n`)
	return client.request('POST', form.action, parts.join(''), { 'content-type': `multipart/form-data; boundary=${edge}` })
		.then((a) => client.follow(a))
}
const formTo = (page, action) => forms(page.body).find((f) => f.action === action && f.method === 'POST')

// Half up to a tenth of a percent, in whole numbers.
const percent = (n, d) => {
	const tenths = Math.floor((2000 * n + d) / (2 * d))
	return `${Math.floor(tenths / 10)}.${tenths % 10}`
}
function rates(sheets, chosen = Object.keys(items)) {
	const done = [0, 0], points = [0, 0]
	for (const sheet of sheets)
		for (const id of chosen) {
			const code = sheet[id]
			if (code === undefined || code === 'na') continue
			done[0] += items[id].done.includes(code)
			done[1] += 1
			points[0] += items[id].weight * items[id].points[code]
			points[1] += items[id].weight * 100
		}
	return { done, points }
}
const grouped = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
const saysRate = (page, [n, d], what) => {
	const text = page.body.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
	const said = [`＝ ${grouped(n)} ÷ ${grouped(d)} ＝ ${percent(n, d)}％`, `＝ ${n} ÷ ${d} ＝ ${percent(n, d)}％`]
	assert.ok(said.some((s) => text.includes(s)), `${what}: ${said[0]} in ${text.slice(0, 900)}`)
}

test('a year from the first invitation to the report', async (t) => {
	const directory = scratch(t), data = path.join(directory, 'data')
	const made = await tenken('init', '--data', data)
	let server = await serve(data)
	t.after(() => server.stop())

	const invited = async (link) => {
		const person = new Client(server.url)
		const page = await person.get(link)
		const form = formTo(page, link)
		const home = await person.follow(await person.send(page, form, { password: secret, again: secret }, undefined))
		assert.equal(home.status, 200)
		return person
	}
	const admin = await invited(made.out.match(/\/invite\/[\w-]+/)[0])

	// The roster: shown first, then applied.
	const rows = Object.entries(departments).flatMap(([key, n]) => Array.from({ length: n }, (_, i) =>
		`${key}${i},${key === 'beta' && i === 1 ? '𠮷田 髙子' : `試験 ${key}${i}`},,正規,${key},${key}課,${key}${i},${i === 0 ? 'manager' : ''}${key === 'alpha' && i === 1 ? 'management auditor' : ''}`))
	let page = await admin.get('/admin/roster')
	page = await upload(admin, page, formTo(page, '/admin/roster'), 'roster', '名簿.csv', [ROSTER_HEAD, ...rows].join('\r\n'))
	assert.match(page.body, /追加 <strong>25人/)
	page = await admin.follow(await admin.send(page, formTo(page, '/admin/roster/apply')))
	assert.match(page.body, /取り込みました/)

	page = await admin.get('/admin/questionnaires')
	const broken = await upload(admin, page, formTo(page, '/admin/questionnaires'), 'set', 'year.yaml', QUESTIONS.replace('scale: FQ', 'scale: FX'))
	assert.match(broken.body, /year\.yaml/)
	page = await upload(admin, page, formTo(page, '/admin/questionnaires'), 'set', 'year.yaml', QUESTIONS)
	assert.match(page.body, /年間試験票/)

	page = await admin.get('/admin/departments/alpha')
	await admin.send(page, formTo(page, '/admin/departments/alpha'), { 'flag-OUT': '1' }, undefined)

	page = await admin.get('/admin/cycles')
	const set = page.body.match(/name="(set-\d+)"[^>]*>(?:<span>)?年間試験票/)[1]
	const blank = formTo(page, '/admin/cycles')
	blank.fields = blank.fields.filter(([name]) => !name.startsWith('set-'))
	const today = new Date(Date.now() + 9 * 3600e3).toISOString().slice(0, 10)
	page = await admin.follow(await admin.send(page, blank, { year: '2026', title: '試験の年', base_day: today, opens_day: today, due_day: today, [set]: '1' }, undefined))
	const cycle = page.body.match(/\/admin\/cycles\/(\d+)"[^>]*>試験の年/)[1]
	const moves = async (move, changes = {}) => {
		const page = await admin.get(`/admin/cycles/${cycle}`)
		const form = forms(page.body).find((f) => f.buttons.some(([name, value]) => name === 'do' && value === move))
		return admin.follow(await admin.send(page, form, changes, ['do', move]))
	}
	assert.equal((await moves('approve')).status, 422, 'the questions are approved by someone')
	assert.match((await moves('approve', { approver: '副企業長 試験' })).body, /設問を確定しました[\s\S]*副企業長 試験/)
	assert.match((await moves('open')).body, /開始しました/)

	// Everyone gets a link, chooses a password and answers; one person only saves.
	const sheets = {}, clients = {}
	for (const login of Object.entries(departments).flatMap(([key, n]) => Array.from({ length: n }, (_, i) => key + i))) {
		page = await admin.get(`/admin/accounts?q=${login}`)
		const account = page.body.match(/\/admin\/accounts\/(\d+)"/)[1]
		page = await admin.get(`/admin/accounts/${account}`)
		page = await admin.follow(await admin.send(page, formTo(page, `/admin/accounts/${account}/invite`), {}, undefined))
		const person = clients[login] = await invited(page.body.match(/\/invite\/[\w-]+/)[0])
		const home = await person.get('/')
		const link = home.body.match(/href="(\/sheets\/\d+)"/)[1]
		const asked = await person.get(link)
		const form = sheetForm(asked)
		assert.equal(form.radios.has('T4'), login.startsWith('alpha'), 'T4 is asked where work is contracted out')
		const answers = {}, changes = {}
		for (const [name, codes] of form.radios) changes[name] = answers[name] = draw(2) ? codes[0] : codes[draw(codes.length)]
		for (const [name, code] of Object.entries(answers)) if (code === 'na') changes[`${name}-n`] = 'other'
		for (const name of form.texts) changes[name] = '計算式 =1+1 と <b>字</b>'
		const saves = login === 'alpha8'
		const answer = await person.follow(await person.send(asked, form, changes, ['do', saves ? 'save' : 'submit']))
		assert.equal(answer.status, 200)
		assert.match(answer.body, saves ? /一時保存/ : /R08-\d+-1/)
		if (!saves) sheets[login] = answers
	}
	const of = (key) => Object.entries(sheets).filter(([login]) => login.startsWith(key)).map(([, s]) => s)

	// The manager sees who has not submitted, and nobody's answers.
	page = await clients.alpha0.get('/section')
	assert.match(page.body, /9件のうち <strong>8件/)
	assert.match(page.body, /試験 alpha8[\s\S]{0,200}一時保存/)
	assert.ok(!page.body.includes('計算式'))
	assert.equal((await clients.beta0.request('GET', '/dashboard')).status, 403)

	// A sheet is returned with a comment: the figures stay until it is submitted again.
	const statusOf = async (who, name) => {
		const section = await who.get('/section')
		return who.get(section.body.match(new RegExp(`href="(/sheets/\\d+/status)">${name}<`))[1])
	}
	const does = async (who, page, what, changes = {}) => who.follow(await who.send(page,
		forms(page.body).find((f) => f.buttons.some(([, value]) => value === what)), changes, ['do', what]))
	page = await statusOf(clients.alpha0, '試験 alpha2')
	assert.equal((await does(clients.alpha0, page, 'return')).status, 422, 'a return says what to do')
	page = await does(clients.alpha0, page, 'return', { comment: 'もう一度確かめてください' })
	assert.match(page.body, /差し戻しました/)
	assert.ok(!page.body.includes('回答を見る'), 'nobody said that managers read answers')
	assert.match((await clients.alpha2.get('/')).body, /差戻し[\s\S]*もう一度確かめてください/)
	page = await clients.alpha2.get((await clients.alpha2.get('/')).body.match(/href="(\/sheets\/\d+)"/)[1])
	assert.match((await clients.alpha2.follow(await clients.alpha2.send(page, sheetForm(page), {}, ['do', 'submit']))).body, /R08-\d+-1/)
	assert.equal((await clients.beta0.request('GET', (await statusOf(clients.alpha0, '試験 alpha2')).path)).status, 403)

	// The due day is over: managers confirm; what is typed too late is refused and shown again.
	const late = clients.alpha8
	const lateHome = await late.get('/')
	const lateSheet = await late.get(lateHome.body.match(/href="(\/sheets\/\d+)"/)[1])
	assert.equal((await moves('confirm')).status, 422, 'one has not submitted')
	assert.match((await moves('confirm', { anyway: '1', reason: '長期の休みの職員を除く' })).body, /所属長の確認に移りました/)

	// Figures: alpha by itself, by measure and by question; the body, until it is final,
	// over those who are shown.
	const management = clients.alpha1
	page = await management.get('/dashboard')
	assert.equal(page.status, 200)
	const row = (name) => page.body.match(new RegExp(`${name}課[\\s\\S]{0,300}?/figures/${cycle}/year/(\\d+)/all`))?.[1]
	const department = row('alpha')
	const figure = (who, what) => management.get(`/figures/${cycle}/year/${who}/${encodeURIComponent(what)}`)
	const alpha = rates(of('alpha')), body = rates(Object.values(sheets))
	const shown = rates(Object.entries(sheets).filter(([login]) => !/^(beta|gamma)/.test(login)).map(([, s]) => s))
	for (const kind of ['done', 'points']) {
		saysRate(await figure(department, 'all'), alpha[kind], `alpha ${kind}`)
		saysRate(await figure(0, 'all'), shown[kind], `body ${kind} while open`)
	}
	for (const measure of ['6(1)', '6(5)', '6(8)']) {
		const chosen = Object.keys(items).filter((id) => items[id].measure === measure)
		saysRate(await figure(department, measure), rates(of('alpha'), chosen).points, `alpha ${measure}`)
	}
	for (const id of Object.keys(items)) saysRate(await figure(department, id), rates(of('alpha'), [id]).done, `alpha ${id}`)
	const right = of('alpha').filter((s) => s.T5 === 'k2').length
	saysRate(await figure(department, 'T5'), [right, 8], 'alpha knows')

	// Another department's ids in the path: refused, and the refusal tells nothing.
	for (const target of [`/figures/${cycle}/year/${department}/all`, `/figures/${cycle}/year/${department}/T1`,
		`/reports/self-check-department/${cycle}/alpha.pdf`, '/admin/departments/alpha', '/admin/accounts']) {
		const denied = await clients.beta0.request('GET', target)
		assert.equal(denied.status, 403, target)
		assert.ok(!denied.body.includes('alpha課'), target)
	}

	// gamma is one person, and beta would give it away: neither shows a number.
	for (const key of ['beta', 'gamma']) {
		const hidden = (await figure(row(key), '6(5)')).body
		assert.match(hidden, /※/)
		assert.ok(!/％<\/p>/.test(hidden.replace(/回答率[\s\S]*?<\/section>/, '')), `${key} is withheld`)
	}

	const refused = await late.send(lateSheet, sheetForm(lateSheet), { 'T1-r': '遅れて書いた文' }, ['do', 'submit'])
	assert.equal(refused.status, 409)
	assert.match(refused.body, /遅れて書いた文/)

	for (const key of Object.keys(departments)) {
		const manager = clients[`${key}0`], section = await manager.get('/section')
		const form = forms(section.body).find((f) => f.action === '/section' && f.method === 'POST')
		page = await manager.follow(await manager.send(section, form, {}, ['all', 'year']))
		assert.match(page.body, /確認しました/)
	}
	assert.match((await moves('finalise')).body, /それでも進める/)
	page = await moves('finalise', { anyway: '1', reason: '提出しない職員が一人いる' })
	assert.match(page.body, /集計を確定しました[\s\S]*提出しない職員が一人いる/)

	for (const kind of ['done', 'points']) saysRate(await figure(0, 'all'), body[kind], `body ${kind}`)

	// The papers say the same numbers, and print again byte for byte.
	const papers = await management.get('/reports')
	const pdf = await management.request('GET', papers.body.match(/href="(\/reports\/self-check-body\/[^"]+\.pdf)"/)[1])
	assert.equal(pdf.headers['content-type'], 'application/pdf', pdf.body.replace(/<[^>]+>/g, ' '))
	const file = path.join(directory, 'body.pdf')
	writeFileSync(file, pdf.bytes)
	const text = execFileSync('pdftotext', ['-layout', file, '-']).toString()
	assert.ok(text.includes(`${percent(...body.points)}`) && text.includes(percent(...body.done)), 'the printed figures')
	assert.ok(text.includes('beta課') && text.includes('※'))
	assert.ok(!text.includes('計算式'), 'no free text enters a document unreviewed')
	const issue = ['report', 'self-check-department', '--data', data, '--department', 'alpha', '--cycle', '2026', '--issued', '1790000000', '-o']
	const first = path.join(directory, '1.pdf'), second = path.join(directory, '2.pdf')
	assert.equal((await tenken(...issue, first)).code, 0)
	assert.equal((await tenken(...issue, second)).code, 0)
	assert.ok(execFileSync('cmp', [first, second]).length === 0)

	assert.equal((await tenken('verify', '--data', data)).code, 0)

	// Nothing was only in memory.
	await server.stop()
	server = await serve(data)
	management.url = server.url
	saysRate(await figure(0, 'all'), body.points, 'body after a restart')
})
