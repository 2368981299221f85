// The end of October: managers look through what came in, 該当なし is decided, texts are read,
// improvements planned; then the figures are made final.
import assert from 'node:assert/strict'
import { forms, sheetForm } from '../lib.mjs'
import { departments, k, staff } from './body.mjs'
import { items, loginOf, naKeys, onlySaved, titles } from './answer.mjs'
import { figure, hiddenOf, respondents, saysRate, sheetsOf } from './figures.mjs'
import { add, naGroups, percent } from './oracle.mjs'
import { formTo, says } from './stage.mjs'

const anyway = { anyway: '1', reason: '三人は提出しない' }
export const managerOf = (key) => loginOf(staff.find((p) => p.department === key).number)
const of = (number) => staff.find((p) => p.number === number)

export async function managersConfirmNow(s) {
	await s.wake('2026-10-19', '09:00:00')
	const refused = await s.moves(s.cycle, 'confirm')
	assert.equal(refused.status, 422)
	says(refused, /提出されていない回答票[\s\S]{0,80}3件/)
	says(await s.moves(s.cycle, 'confirm', anyway), /所属長の確認に移りました/)
}

// While figures may still move, those of the body leave out whoever is withheld: so nobody's
// submission can be read off two of them.
export async function liveFiguresTellNobody(s) {
	const hidden = hiddenOf(s), of = sheetsOf(s, 'staff')
	for (const kind of ['points', 'done']) {
		saysRate(await figure(s, 'staff', undefined, 'all'), add(items.staff, of, { leaving: hidden })[kind], `${kind} of the body`)
		saysRate(await figure(s, 'staff', '020', 'all'), add(items.staff, of, { only: '020' })[kind], `${kind} of 020`)
	}
}

// Other people's figures, sheets and papers: refused, and the refusal tells nothing.
export async function othersAreRefused(s) {
	const manager = await s.person('030-1'), at = sheetsOf(s, 'staff').find((e) => e.by === '020-2').at
	for (const target of [`/figures/${s.cycle}/staff/${s.ids.get('020')}/all`, `/reports/self-check-department/${s.cycle}/020.pdf`,
		at, `${at}/status`, `${at}/paper`, '/dashboard', '/admin/departments/020', '/admin/accounts', `/admin/remarks/${s.cycle}`]) {
		const denied = await manager.request('GET', target)
		assert.equal(denied.status, 403, target)
		assert.doesNotMatch(denied.body, /業務課|÷/, target)
	}
}

// What is typed too late is not stored, and shown again.
export async function tooLateIsRefused(s) {
	const person = await s.person(onlySaved), home = await person.get('/')
	const page = await person.get(home.body.match(/href="(\/sheets\/\d+)"/)[1])
	assert.ok(!sheetForm(page), 'nothing to fill in any more')
	const refused = await person.post(page.path, { ...s.open, form_key: formTo(page, '/signout').fields[0][1], 'S501-r': '遅れて書いた文', do: 'submit' })
	assert.equal(refused.status, 409)
	assert.match(refused.body, /遅れて書いた文/)
}

// More than a fifth: the question is pointed out to the secretariat, counted over who is shown.
export async function manyNotApplicableAreNoticed(s) {
	const page = await (await s.desk).get(`/admin/na/${s.cycle}`), hidden = hiddenOf(s)
	const rows = new Map([...page.body.matchAll(/<tr><th scope="row">(\w+)　[^<]*<\/th><td>(.*?)<\/td><td class="number">([\d.]+)％<\/td><td class="number">(\d+)<\/td><td class="number">(\d+)<\/td>/g)]
		.map(([, id, title, ...numbers]) => [`${title} ${id}`, numbers]))
	const expected = Object.entries(titles).flatMap(([set, title]) => items[set].filter((i) => i.kind !== 'TXT').flatMap((item) => {
		const { na, answered } = add([item], sheetsOf(s, set), { leaving: set === 'staff' ? hidden : new Set() })
		return na * 5 > answered ? [[`${title} ${item.id}`, [percent([na, answered]), String(na), String(answered)]]] : []
	}))
	assert.deepEqual([...rows].sort(), expected.sort())
	assert.ok(rows.has('職員票 S642'))
}

async function statusOf(s, number) {
	const manager = await s.person(managerOf(of(number).department)), section = await manager.get('/section')
	return manager.get(section.body.match(new RegExp(`href="(/sheets/\\d+/status)">${of(number).name}<`))[1])
}
async function decides(s, who, page, what, changes = {}) {
	const person = await s.person(who)
	return person.follow(await person.send(page, forms(page.body).find((f) => f.buttons.some(([, v]) => v === what)), changes, ['do', what]))
}

// Returned with a comment, put right, submitted again; until then the first answers count.
export async function oneIsReturned(s) {
	const number = '010-8', sheet = s.sheets.find((e) => e.set === 'staff' && e.by === number)
	const page = await statusOf(s, number)
	assert.equal((await decides(s, 'chief', page, 'return')).status, 422, 'a return says what to do')
	const back = await decides(s, 'chief', page, 'return', { comment: 'S501をもう一度確かめてください' })
	says(back, /差し戻しました/)
	assert.ok(!back.body.includes('回答を見る'), 'nobody said that managers read answers')
	const person = await s.person(number)
	says(await person.get('/'), /差戻し[\s\S]*S501をもう一度確かめてください/)
	const again = await person.get(sheet.at), form = sheetForm(again)
	sheet.answers.S501 = 'partly', sheet.reasons.S501 = '差し戻されて直した'
	delete sheet.na.S501
	says(await person.follow(await person.send(again, form, { S501: 'partly', 'S501-n': '', 'S501-r': sheet.reasons.S501 }, ['do', 'submit'])), /R08-\d+-2/)
	assert.equal((await (await s.person('020-2')).request('GET', `${sheet.at}/status`)).status, 403)
}

// ---- 該当なし ------------------------------------------------------------------------------------

// The groups on a page: "set S642 duty" → { count, form }.
function groupsOn(page) {
	const keyOf = new Map(Object.entries(naKeys).map(([key, name]) => [name, key]))
	const groups = new Map()
	for (const card of page.body.split('<div class="card"><h3>').slice(1)) {
		const [, id, name, count] = card.match(/^(\w+)　[\s\S]*?理由：<strong>(.*?)<\/strong>　(\d+)件/)
		groups.set(`${id} ${keyOf.get(name)}`, { count: Number(count), form: forms(card)[0], open: card.includes('未判断') })
	}
	return groups
}
const numbers = (groups) => [...groups].map(([key, g]) => [key, g.count ?? g]).sort()

async function accepts(s, who, at, but = () => false) {
	const person = await s.person(who), page = await person.get(at)
	for (const [key, { form }] of groupsOn(page))
		if (!but(key)) assert.equal((await person.send(page, form, {}, ['do', 'accept'])).status, 303, key)
	return person.get(at)
}

// Each manager sees how many, never whose, and decides; those too few together leave it to the secretariat.
export async function notApplicableIsDecided(s) {
	const small = new Set([...respondents(s)].filter(([, n]) => n < k).map(([key]) => key))
	for (const { key } of departments) {
		const page = await (await s.person(managerOf(key))).get('/section/na')
		const expected = Object.keys(titles).filter((set) => set !== 'staff' || !small.has(key))
			.flatMap((set) => numbers(naGroups(items[set], sheetsOf(s, set), new Set([key]))))
		assert.deepEqual(numbers(groupsOn(page)), expected.sort(), `該当なし of ${key}`)
		if (small.has(key)) says(page, /5人に満たないため、件数を表示しません/)
		assert.ok(!staff.some((p) => p.number !== `${key}-1` && page.body.includes(p.name)), 'nobody is named')
		assert.doesNotMatch((await accepts(s, managerOf(key), '/section/na', (group) => key === '020' && group.startsWith('S642 duty'))).body, key === '020' ? /$^/ : /未判断/)
	}
	const at = `/admin/na/${s.cycle}`, desk = await s.desk
	assert.deepEqual(numbers(groupsOn(await desk.get(at))), numbers(naGroups(items.staff, sheetsOf(s, 'staff'), small)))
	assert.doesNotMatch((await accepts(s, 'desk', at)).body.split('人数の少ない部署')[1], /未判断/)
}

// A request to look again reaches those who answered so. One finds that it does apply; the
// others stay with what they said, submit it once more and keep their receipt.
export async function aReviewIsAsked(s) {
	const manager = await s.person('020-1'), page = await manager.get('/section/na')
	const { form, count } = groupsOn(page).get('S642 duty')
	assert.equal((await manager.send(page, form, {}, ['do', 'review'])).status, 422, 'a request says what to look at')
	says(await manager.follow(await manager.send(page, form, { comment: '鍵の掛かる場所の有無を確かめてください' }, ['do', 'review'])), /見直しをお願いしました/)
	const asked = sheetsOf(s, 'staff').filter((e) => e.na.S642 === 'duty' && e.places[0].key === '020')
	assert.equal(asked.length, count)
	for (const sheet of sheetsOf(s, 'staff').filter((e) => e.places[0].key === '020')) {
		const home = await (await s.person(loginOf(sheet.by))).get('/')
		assert.equal(home.body.includes('見直しのお願い'), asked.includes(sheet), sheet.by)
	}
	for (const [i, sheet] of asked.entries()) {
		const person = await s.person(loginOf(sheet.by)), again = await person.get(sheet.at)
		says(again, /鍵の掛かる場所の有無を確かめてください/)
		if (i === 0) {
			sheet.answers.S642 = 'always'
			delete sheet.na.S642
			delete sheet.reasons.S642
		}
		const changes = i === 0 ? { S642: 'always', 'S642-n': '', 'S642-r': '' } : {}
		says(await person.follow(await person.send(again, sheetForm(again), changes, ['do', 'submit'])), i === 0 ? /R08-\d+-2/ : /R08-\d+-1/)
		assert.doesNotMatch((await person.get('/')).body, /見直しのお願い/)
	}
	if (asked.length > 1) says(await accepts(s, '020-1', '/section/na', (group) => group !== 'S642 duty'), /承認済み/)
}

// ---- confirming ------------------------------------------------------------------------------------

export async function everythingIsConfirmed(s) {
	for (const { key } of departments)
		for (const set of Object.keys(titles)) {
			const manager = await s.person(managerOf(key)), section = await manager.get('/section')
			const form = forms(section.body).find((f) => f.action === '/section' && f.buttons.some(([name, value]) => name === 'all' && value === set))
			if (form) says(await manager.follow(await manager.send(section, form, {}, ['all', set])), /確認しました/)
		}
	const one = s.sheets.find((e) => e.by === '010-3'), page = await (await s.person('010-3')).get(one.at)
	assert.ok(!sheetForm(page), 'what is confirmed is changed by nobody')
}

// ---- what people wrote --------------------------------------------------------------------------------

export const reworded = '担当替えの際の引継ぎを決めたい。'

// One text is adopted, one reworded, one adopted that a spreadsheet would run; the rest stays out.
export async function textsAreRead(s) {
	const desk = await s.desk, at = `/admin/remarks/${s.cycle}`
	const written = new Set(s.sheets.flatMap((e) => Object.entries(e.reasons).map(([id, text]) => `${e.set} ${e.places[0].key} ${id} ${e.answers[id]} ${e.na[id]} ${text}`)))
	let page = await desk.get(at)
	assert.equal(Number(page.body.match(/<dt>未判断<\/dt><dd><strong>(\d+)件/)[1]), written.size, 'every text once')
	for (const p of staff) assert.ok(!page.body.split('<main')[1].includes(p.name), `${p.number} is not named`)
	s.left = written.size
	const wanted = [[/差し戻されて直した/, 'adopted'], [/担当が替わったため/, 'rewritten'], [/HYPERLINK/, 'adopted']]
	for (let n = 1; wanted.length > 0 && n < 20; n++) {
		page = await desk.get(`${at}?page=${n}`)
		const changes = {}
		for (const set of page.body.matchAll(/<fieldset><legend>[\s\S]*?<blockquote><p class="lines">(.*?)<\/p>[\s\S]*?name="d-(\w+)"/g)) {
			const found = wanted.findIndex(([text]) => text.test(set[1]))
			if (found < 0) continue
			const [[, decision]] = wanted.splice(found, 1)
			changes[`d-${set[2]}`] = decision
			if (decision === 'rewritten') changes[`w-${set[2]}`] = reworded
			s.left--
		}
		if (Object.keys(changes).length === 0) continue
		const form = forms(page.body).find((f) => f.fields.some(([name]) => name === 'form_key') && f.radios.size > 0)
		says(await desk.follow(await desk.send(page, form, changes, undefined)), /保存しました/)
		n = 0 // what was decided leaves the list
	}
	assert.deepEqual(wanted, [])
	page = await desk.get(at)
	says(await desk.follow(await desk.send(page, formTo(page, `${at}/rest`), { reason: 'repeated', sure: '1' })), /保存しました/)
	says(await desk.get(at), /未判断<\/dt><dd><strong>0件/)
}

// ---- what will be done ------------------------------------------------------------------------------------

// The weakest question of a section comes first, and gets a measure, someone in charge and a day.
export async function improvementsArePlanned(s) {
	const manager = await s.person('020-1'), page = await manager.get('/section/plan')
	const rows = [...page.body.matchAll(/<tr><th scope="row">(\w+)　[^<]*<br><span class="small muted">(.*?)<\/span><\/th><td class="number">([\d.]+)％<br><span class="small">(\d+)／(\d+)<\/span>/g)]
	const rates = Object.entries(titles).flatMap(([set, title]) => items[set].filter((i) => !['TXT', 'KQ'].includes(i.kind)).map((item) => ({ set, title, item, done: add([item], sheetsOf(s, set), { only: '020' }).done })))
		.filter(({ done }) => done[1] > 0)
	const least = Math.min(...rates.map(({ done: [n, d] }) => n / d))
	const [, id, title, said, n, d] = rows[0]
	const { set, done } = rates.find((r) => r.title === title && r.item.id === id)
	assert.deepEqual([said, Number(n), Number(d)], [percent(done), ...done])
	assert.equal(done[0] / done[1], least, 'no question came out weaker')
	s.plan = { item: `${set}.${id}`, measure: '会議で確認', owner: '020-3', due_day: '2027-01-29' }
	says(await s.does('020-1', '/section/plan', '/section/plan', s.plan, undefined), /保存しました/)
	says(await s.does('020-1', '/section/plan', '/section/practices', { text: '持出しの前に二人で声を出して確かめている。', consent: '業務課長' }, undefined), /保存しました|好事例/)
	const desk = await s.desk, all = await desk.get(`/admin/plans/${s.cycle}`)
	says(all, /会議で確認/)
	says(await desk.follow(await desk.send(all, forms(all.body).find((f) => f.buttons.some(([, v]) => v === 'adopted')), {}, ['do', 'adopted'])), /採用/)
	says(await s.does('desk', `/admin/plans/${s.cycle}`, `/admin/plans/${s.cycle}`, { ...s.plan, measure: '研修で扱う', owner: '010-2' }, undefined), /保存しました/)
}

export async function figuresBecomeFinal(s) {
	await s.wake('2026-10-30', '16:00:00')
	assert.equal((await s.moves(s.cycle, 'finalise')).status, 422, 'some have not submitted')
	says(await s.moves(s.cycle, 'finalise', anyway), /集計を確定しました[\s\S]*三人は提出しない/)
	assert.match(await s.tenken('verify'), /differences: 0/)
	const desk = await s.desk, list = await desk.get(`/admin/cycles/${s.cycle}/waiting?department=010`)
	const page = await desk.get(list.body.match(/href="(\/sheets\/\d+\/status)"/)[1])
	assert.ok(!forms(page.body).some((f) => f.buttons.some(([, v]) => ['exclude', 'return', 'confirm'].includes(v))), 'every sheet stays as it is')
}
