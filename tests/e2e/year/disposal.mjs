// Years later: what has been kept long enough is disposed of, by two people and never by one;
// what must stay stays, and what was issued can still be printed.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { forms, tenken } from '../lib.mjs'
import { python } from '../mail.mjs'
import { expected, items, loginOf } from './answer.mjs'
import { figure, saysRate, sheetsOf } from './figures.mjs'
import { add } from './oracle.mjs'
import { formTo, says, until } from './stage.mjs'

const personal = ['sheets', 'paper', 'training', 'decisions']
const at = (s) => `/admin/retention/cycles/${s.cycle}`
const ticked = (kinds) => Object.fromEntries(kinds.map((kind) => [`kind-${kind}`, '1']))
const keyOf = async (person) => formTo(await person.get('/'), '/signout').fields[0][1]
const proposes = async (s, kinds, reason) => {
	const desk = await s.desk
	return desk.follow(await desk.post(at(s), { form_key: await keyOf(desk), ...ticked(kinds), reason, do: 'propose' }))
}
const decides = async (s, who, what, comment = '') => {
	const person = await s.person(who)
	return person.follow(await person.post(s.disposal, { form_key: await keyOf(person), comment, do: what }))
}
// Asked of the file itself, by other hands.
const counts = (s, ...tables) => JSON.parse(execFileSync(python, ['-c', `import json, sqlite3, sys
db = sqlite3.connect("file:%s?mode=ro" % sys.argv[1], uri=True)
print(json.dumps([db.execute("SELECT count(*) FROM " + t).fetchone()[0] for t in sys.argv[2:]]))`, path.join(s.data, 'tenken.db'), ...tables]))
const ofCycle = (s, table) => `${table} WHERE cycle_id = ${s.cycle}`
const bySheet = (s, table) => `${table} x JOIN sheet s ON s.id = x.sheet_id WHERE s.cycle_id = ${s.cycle}`

const latest = async (s) => (await (await s.person('chief')).request('GET', `/reports/self-check-department/${s.cycle}/020.pdf`)).bytes

// On the last day of the third year everything is still kept.
export async function nothingGoesBeforeItsDay(s) {
	await s.wake('2030-03-31', '23:00:00')
	const desk = await s.desk, page = await desk.get(at(s))
	says(page, /個票[\s\S]{0,300}令和12年3月31日[\s\S]{0,80}96[\s\S]{0,80}保存中/)
	assert.ok(!page.body.includes('name="kind-sheets"'), 'it cannot be chosen')
	const early = await proposes(s, personal, '早めに')
	assert.equal(early.status, 409)
	s.latest = await latest(s)
	says(early, /令和12年3月31日まで保存/)
}

// The day after it can be proposed: by the secretariat, whole, and once.
export async function disposalIsProposed(s) {
	await s.wake('2030-04-01', '09:00:00')
	for (const who of ['chief', '020-1', '020-2']) {
		const person = await s.person(who), status = (await person.post(at(s), { form_key: await keyOf(person), ...ticked(personal), reason: '満了', do: 'propose' })).status
		assert.equal(status, 403, who)
	}
	const desk = await s.desk
	assert.equal((await desk.post(at(s), { form_key: 'another', ...ticked(personal), reason: '満了', do: 'propose' })).status, 403)
	const alone = await proposes(s, ['sheets'], '満了したため')
	assert.equal(alone.status, 409, 'what belongs to the sheets goes with them')
	says(alone, /紙の回答の記録[\s\S]*満了したため/)
	const proposed = says(await proposes(s, personal, '保存期間が満了したため'), /廃棄を提案しました[\s\S]*承認待ち/)
	s.disposal = proposed.path.match(/\/admin\/disposals\/\d+/)[0]
	assert.equal((await proposes(s, personal, 'もう一度')).status, 409)
	assert.deepEqual(counts(s, ofCycle(s, 'sheet')), [expected.length + 1], 'nothing is gone yet')
}

export async function nobodyDecidesAlone(s) {
	const own = await s.desk, page = await own.get(s.disposal)
	says(page, /提案した人は承認できません/)
	assert.ok(!page.body.includes('value="approve"'))
	assert.equal((await decides(s, 'desk', 'approve')).status, 403)
	assert.equal((await decides(s, '020-1', 'approve')).status, 403)
	says(await (await s.person('chief')).get('/'), /保存と廃棄<\/a>[\s\S]{0,80}承認待ち1件/)
	says(await (await s.person('chief')).get('/admin/retention'), /承認を待つ廃棄の提案[\s\S]*令和8年度 自己点検/)
}

// Somebody asks for disclosure: until that is answered nothing goes, whoever approves.
export async function aHoldPrevents(s) {
	says(await s.does('desk', at(s), at(s), { kind: 'sheets', reason: '情報公開請求のため' }, ['do', 'hold']), /保留にしました[\s\S]*情報公開請求のため/)
	const refused = await decides(s, 'chief', 'approve', '満了を確かめた')
	assert.equal(refused.status, 409)
	says(refused, /情報公開請求のため[\s\S]*満了を確かめた/)
	says(await (await s.person('chief')).get(s.disposal), /いまは承認できません。[\s\S]{0,40}情報公開請求のため/)
	assert.deepEqual(counts(s, ofCycle(s, 'sheet')), [expected.length + 1])
	const desk = await s.desk, page = await desk.get(at(s)), form = forms(page.body).find((f) => f.buttons.some(([, v]) => v === 'lift'))
	says(await desk.follow(await desk.send(page, form, { reason: '公開の決定を終えた' }, ['do', 'lift'])), /保留を解きました/)
}

async function carriedOut(s) {
	const chief = await s.person('chief')
	says(await decides(s, 'chief', 'approve', '満了を確かめた'), /承認しました/)
	assert.equal((await decides(s, 'chief', 'approve', '二度目')).status, 409)
	await until(async () => /廃棄済み/.test((await chief.get(s.disposal)).body), 'the disposal is carried out')
	return chief.get(s.disposal)
}

// Approved by the management it is carried out, and what is gone is counted.
export async function disposalIsCarriedOut(s) {
	const before = counts(s, bySheet(s, 'receipt'), bySheet(s, 'paper'), bySheet(s, 'lesson'))
	const page = await carriedOut(s)
	const rows = new Map([...page.body.split('消した記録の件数')[1].matchAll(/<th scope="row">(.*?)\s*<\/th><td class="number">(\d+)/g)].map(([, what, n]) => [what, Number(n)]))
	assert.ok([...rows.keys()].every((what) => what !== ''), 'everything has its word')
	assert.deepEqual(['受付', '代理入力の記録', '答え合わせを読んだ記録'].map((what) => rows.get(what)), before)
	assert.equal(rows.get('回答票'), expected.length + 1)
	assert.deepEqual(counts(s, ofCycle(s, 'sheet'), ofCycle(s, 'na_decision'), ofCycle(s, 'remark_decision'), 'paper WHERE sheet_id NOT IN (SELECT id FROM sheet)'), [0, 0, 0, 0])
	const words = readFileSync(path.join(s.data, 'tenken.db'))
	assert.ok(!words.includes('差し戻されて直した'), 'nor does the file hold it')
}

// ---- what stays --------------------------------------------------------------------------------------------

export async function figuresAndPapersStay(s) {
	const chief = await s.person('chief'), of = sheetsOf(s, 'staff')
	for (const [what, bytes] of s.issued) {
		const again = await chief.request('GET', `/reports/${what.replace(' ', `/${s.cycle}/`)}.pdf?edition=1`)
		assert.ok(again.bytes.equals(bytes), what)
	}
	assert.ok((await latest(s)).equals(s.latest), 'the second edition too')
	for (const kind of ['points', 'done']) {
		saysRate(await figure(s, 'staff', undefined, 'all'), add(items.staff, of)[kind], `${kind} of the body`)
		saysRate(await figure(s, 'staff', '020', 'all'), add(items.staff, of, { only: '020' })[kind], `${kind} of 020`)
	}
	says(await chief.get(`/dashboard?cycle=${s.cycle}`), /令和8年度/)
	assert.match(await s.tenken('verify'), /differences: 0/)
	assert.equal((await tenken('archive', 'verify', s.archive, '--seal', s.seal)).code, 0)
}

// Pages about sheets say that there are none any more, and lists to choose from leave the cycle out.
export async function pagesSayWhatIsGone(s) {
	const desk = await s.desk, gone = /令和8年度 自己点検の個票は、保存期間が満了し、令和12年4月1日に廃棄しました/
	for (const page of [`/admin/cycles/${s.cycle}/waiting`, `/admin/na/${s.cycle}`, `/admin/remarks/${s.cycle}`, `/admin/lessons/${s.cycle}`,
		`/admin/lessons/${s.cycle}/file?form=csv`, `/admin/quality/${s.cycle}`, `/evidence?cycle=${s.cycle}`, `/section?cycle=${s.cycle}`]) {
		const answer = await (page.startsWith('/section') ? await s.person('020-1') : desk).get(page)
		assert.equal(answer.status, page.startsWith('/section') ? 200 : 410, page)
		says(answer, gone)
	}
	const [sheet] = sheetsOf(s, 'staff'), own = await (await s.person(loginOf(sheet.by))).get(sheet.at)
	assert.equal(own.status, 403, 'as any sheet that there is not')
	const cycle = says(await desk.get(`/admin/cycles/${s.cycle}`), gone)
	assert.ok(!forms(cycle.body).some((f) => f.buttons.some(([, v]) => v === 'reopen')), 'it stays as it ended')
	assert.ok(!(await desk.get('/evidence')).body.includes('令和8年度 自己点検</option>'))
	assert.ok((await desk.get('/dashboard')).body.includes('令和8年度 自己点検</option>'), 'the figures can still be chosen')
}

// Who did what is in the log, every line in words.
export async function theLogTellsIt(s) {
	const desk = await s.desk, all = await desk.get('/admin/events')
	for (const what of ['廃棄の提案', '廃棄の保留', '廃棄の保留の解除', '廃棄の承認', '廃棄の執行の開始', '廃棄の執行の終了']) says(all, new RegExp(`${what}[\\s\\S]{0,200}令和8年度 自己点検`))
	const words = [...all.body.split('<tbody>')[1].matchAll(/<th scope="row">([\s\S]*?)<\/th>/g)].map(([, word]) => word.trim())
	assert.ok(words.length > 100 && words.every((word) => word !== ''), 'whatever happened has its word')
	for (const [, word] of (await desk.get('/jobs')).body.matchAll(/<th scope="row"><a href="\/jobs\/\d+">(.*?)<\/a>/g)) assert.notEqual(word.trim(), '')
}

// The archive that held the sheets is gone from here with them; who has fetched it still has it.
// An archive of what is left can be written, says what is gone, and holds.
export async function whatIsLeftCanBeWrittenOut(s) {
	const desk = await s.desk, slip = (await desk.get(`/admin/cycles/${s.cycle}`)).body.match(/href="(\/admin\/archives\/\d+)"/)[1]
	assert.equal((await desk.get(`${slip}/file`)).status, 404)
	const said = await s.tenken('archive', 'write', '--cycle', '2026', '-o', s.file('left.zip'))
	const answer = await tenken('archive', 'verify', s.file('left.zip'), '--seal', said.match(/seal: ([0-9a-f ]+)/)[1])
	assert.equal(answer.code, 0, answer.out + answer.err)
	assert.match(answer.out, /^sheets: 0$/m)
	assert.match(answer.out, /個票は廃棄済みです/)
	assert.match((await tenken('archive', 'list', s.file('left.zip'))).out, /retention sheets: .* disposed 2030-04-01/)
}

// ---- five years ----------------------------------------------------------------------------------------------

// Then totals and reports go as well, and nothing pretends that there were figures.
export async function theRestGoesInItsTime(s) {
	await s.wake('2032-04-01', '09:00:00')
	says(await proposes(s, ['tallies', 'documents', 'plans'], '保存期間が満了したため'), /廃棄を提案しました/)
	s.disposal = (await (await s.desk).get('/admin/retention')).body.match(/承認を待つ廃棄の提案[\s\S]*?href="(\/admin\/disposals\/\d+)"/)[1]
	await carriedOut(s)
	assert.deepEqual(counts(s, ...['tally', 'progress', 'document', 'plan', 'practice'].map((table) => ofCycle(s, table))), [0, 0, 0, 0, 0])
	const chief = await s.person('chief')
	for (const page of [`/dashboard?cycle=${s.cycle}`, `/figures/${s.cycle}/staff/0/all`, `/reports?cycle=${s.cycle}`, `/reports/self-check-body/${s.cycle}/body.pdf`]) {
		const answer = await chief.get(page)
		assert.equal(answer.status, 410, page)
		says(answer, /令和8年度 自己点検の(集計|報告書)は、保存期間が満了し、令和14年4月1日に廃棄しました/)
	}
	for (const page of ['/dashboard', '/reports']) assert.ok(!(await chief.get(page)).body.includes('令和8年度 自己点検</option>'), page)
	assert.match(await s.tenken('verify'), /differences: 0/)
	await s.wake('2032-04-02', '09:00:00') // and the program starts without them
	says(await (await s.desk).get(`/admin/cycles/${s.cycle}`), /集計は廃棄しました/)
	says(await (await s.person('chief')).get(`/dashboard?cycle=${s.next}`), /令和9年度/)
	const said = await s.tenken('archive', 'write', '--cycle', '2026', '-o', s.file('rest.zip'))
	assert.equal((await tenken('archive', 'verify', s.file('rest.zip'), '--seal', said.match(/seal: ([0-9a-f ]+)/)[1])).code, 0)
}
