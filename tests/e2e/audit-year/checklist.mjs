// What is looked at: chosen and fixed, announced, and the documents that are asked for beforehand.
import assert from 'node:assert/strict'
import { all, at, audits, ordered } from './plan.mjs'
import { askedOf } from './oracle.mjs'
import { formTo, says, wordsOf } from './stage.mjs'

const lines = (page) => [...page.body.matchAll(/<td class="centre">(A\w+)<\/td>/g)].map(([, id]) => id)

// Of the chosen clauses, what the department's flags ask for and nothing else.
export async function itemsAreChosen(s) {
	for (const audit of all) {
		const here = `${at(s, audit)}/checklist`
		const offered = formTo(await s.looks('auditor', here), here).fields.map(([name]) => name).filter((name) => name.startsWith('clause-'))
		const changes = Object.fromEntries(offered.map((name) => [name, audit.clauses.includes(name.slice(7)) ? '1' : undefined]))
		const page = says(await s.moves('auditor', here, 'choose', changes, here), /項目を選びました/)
		assert.deepEqual(lines(page).sort(), askedOf(s, audit).sort(), audit.name)
	}
	assert.equal((await s.looks('001015', `${at(s, ordered)}/checklist`)).status, 404, 'an auditor of another audit')
}

// By hand with a reason only; nothing is written on before it is fixed.
export async function isFixed(s) {
	const here = `${at(s, ordered)}/checklist`
	says(await s.moves('auditor', here, 'add', { item: 'A653' }, here), /まだ保存していません/)
	says(await s.moves('auditor', here, 'add', { item: 'A653', reason: '職員の受講も見るため' }, here), /項目を追加しました/)
	assert.equal((await s.dares('auditor', `${here}/A653`, { revision: '1', judgement: 'conform' })).status, 409)
	s.lines = new Map()
	for (const audit of all) {
		const fixed = `${at(s, audit)}/checklist`, page = says(await s.moves('auditor', fixed, 'fix', {}, fixed), /チェックリストを確定しました/)
		s.lines.set(audit.key, lines(page))
		s.fixedAt = s.clock.now()
		assert.equal((await s.dares('auditor', fixed, { do: 'choose', 'clause-5': '1' })).status, 409)
	}
}

// The manager sees nothing before it is announced, and neither theme nor checklist afterwards.
export async function isAnnounced(s) {
	for (const audit of all) {
		const here = at(s, audit)
		assert.equal((await s.looks(audit.manager, here)).status, 404)
		assert.equal((await s.dares('lead', `${here}/state`, { revision: s.revision(audit.key), do: 'approve' })).status, 403)
		says(await s.moves('management', here, 'approve'), /記録しました/)
		says(await s.moves('lead', here, 'announce'), /記録しました/)
		const page = says(await s.looks(audit.manager, here), new RegExp(s.numbers.get(audit.key)))
		assert.ok(!/持出しと権限|会計の正しさ/.test(page.body), 'not what the auditors mean to look at')
		assert.ok(![403, 404].includes(page.status))
		assert.notEqual((await s.looks(audit.manager, `${here}/checklist`)).status, 200)
	}
	const [office, plant] = audits
	assert.equal((await s.looks(plant.manager, at(s, office))).status, 404, 'nor another department')
}

const pdf = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'

export async function documentsAreAskedFor(s) {
	const [audit] = audits, here = at(s, audit)
	says(await s.moves('auditor', here, 'request'), /記録しました/)
	says(await s.does('auditor', here, `${here}/requests`, { text: '持出簿の写し', item: s.lines.get('office').at(-1), due_day: '2027-05-28' }), /記録しました/)
	const [, request] = (await s.looks('manager', here)).body.match(new RegExp(`href="(${here}/requests/\\d+)"`))
	says(await s.moves('manager', request, 'hand', { words: '' }, request), /まだ保存していません/)
	says(await s.uploads('manager', request, `${request}/files`, 'file', s.secret('窓口の持出簿.pdf'), pdf, { secrecy: '3' }), /窓口の持出簿/)
	says(await s.moves('manager', request, 'hand', { words: '4月から9月の分です' }, request), /記録しました/)
	const refused = await s.looks('001046', request)
	assert.ok(refused.status === 404 && !refused.body.includes('持出簿'))
	says(await s.moves('auditor', request, 'return', { words: '10月の分も要ります' }, request), /10月の分も/)
	says(await s.moves('manager', request, 'hand', { words: '10月の分を加えました' }, request), /記録しました/)
	says(await s.moves('auditor', request, 'accept', {}, request), /記録しました/)
	const file = (await s.looks('auditor', request)).body.match(new RegExp(`href="(${request}/files/\\d+)"`))[1]
	assert.equal((await s.looks('auditor', file)).bytes.toString(), pdf)
	assert.notEqual((await s.looks('admin', file)).status, 200, 'whoever does not audit it sees no confidential file')
	s.request = request
	s.file3 = file
	assert.ok(wordsOf(await s.looks('lead', request)).includes('10月の分を加えました'))
}
