// The plan of the year: proposed from what is known, put in another order, approved; audits out of it, and
// one that is ordered. Who audits what is settled before.
import assert from 'node:assert/strict'
import { says } from './stage.mjs'

// department, who manages it, what is looked at
export const audits = [
	{ key: 'office', department: '020', name: '業務課', manager: 'manager', clauses: ['5', '6(4)', '6(5)'] },
	{ key: 'plant', department: '051', name: '浄水課', manager: '001046', clauses: ['6(3)', '6(3)①', '6(8)a'] },
]
export const ordered = { key: 'order', department: '080', name: '監査委員事務局', manager: '001068', clauses: ['6(4)', '6(9)a'] }
export const all = [...audits, ordered]
export const at = (s, audit) => `/audits/${s.audits.get(audit.key)}`

// ---- the plan -------------------------------------------------------------------------------------------

const targetsOf = (page) => [...page.body.matchAll(/<tr id="t-(\d+)"><td class="number">(\d+)<\/td><th scope="row">([^<]+)(<br>)?[\s\S]*?<\/tr>/g)]
	.map(([row, id, place, name, system]) => ({ id, row, place: +place, name: name.trim(), system: !!system, total: +row.match(/<\/td><td class="number">(\d+)<\/td><td class="small">/)[1],
		parts: [...row.matchAll(/　(\d+)点<\/li>/g)].map(([, n]) => +n) }))
const department = (page, name) => targetsOf(page).find((t) => t.name === name && !t.system)

export async function isProposed(s) {
	await s.wake('2027-05-10', '09:00:00') // a year of which the demonstration holds no audit
	says(await s.does('lead', '/audit-plans', '/audit-plans', { kind_years: '1', first_year: '2027', title: '令和9年度の監査', aims: '持出しと監視制御' }), /令和9年度の監査/)
	const [, plan] = (await s.looks('lead', '/audit-plans')).body.match(/href="(\/audit-plans\/\d+)">令和9年度の監査/)
	s.plan = plan
	const page = says(await s.does('lead', plan, `${plan}/proposal`), /点の付け方/), targets = targetsOf(page)
	assert.deepEqual(targets.map((t) => t.place), targets.map((_, i) => i + 1))
	for (const t of targets) assert.equal(t.total, t.parts.reduce((a, b) => a + b, 0), `${t.name}: every point is told`)
	for (const { name } of all) assert.ok(department(page, name), name)
}

export async function isPutInOrder(s) {
	const { id } = department(await s.looks('lead', s.plan), '浄水課'), to = `${s.plan}/targets/${id}`
	says(await s.does('lead', s.plan, to, { place: '1', chosen: '1' }), /まだ保存していません/)
	says(await s.does('lead', s.plan, to, { place: '1', chosen: '1', why: '監視制御の更新を控えている' }), /記録しました/)
	const moved = department(await s.looks('management', s.plan), '浄水課')
	assert.equal(moved.place, 1)
	assert.match(moved.row, /監視制御の更新を控えている/)
	const other = department(await s.looks('lead', s.plan), '業務課')
	says(await s.does('lead', s.plan, `${s.plan}/targets/${other.id}`, { place: '2', chosen: '1', why: '持出しの指摘が続いている' }), /記録しました/)
}

export async function isApproved(s) {
	assert.equal((await s.dares('auditor', s.plan, { revision: '1', do: 'submit' })).status, 403)
	says(await s.moves('lead', s.plan, 'submit', {}, s.plan), /記録しました/)
	const page = await s.looks('lead', s.plan)
	assert.ok(!page.body.includes('value="approve"'), 'who proposes does not approve')
	says(await s.moves('management', s.plan, 'approve', {}, s.plan), /承認済みは第1版/)
}

// ---- audits of it -----------------------------------------------------------------------------------------

const words = (audit) => ({ title: `${audit.name}の監査`, purpose: '決まりどおりかを確かめる', theme: '持出しと権限', depth: 'all', covers_from: '2026-04-01', covers_to: '2027-03-31',
	excluded: '会計の正しさ', begins_day: '2027-06-14', ends_day: '2027-06-18', place: `${audit.name}奥の書庫` })

export async function becomesAudits(s) {
	s.audits = new Map()
	for (const audit of audits) {
		const target = department(await s.looks('lead', s.plan), audit.name)
		const page = says(await s.does('lead', s.plan, `${s.plan}/targets/${target.id}/audit`), /監査を計画しました/)
		s.audits.set(audit.key, page.body.match(/\/audits\/(\d+)\/report/)[1])
		says(await s.does('lead', `${at(s, audit)}/edit`, `${at(s, audit)}/edit`, words(audit)), /記録しました/)
	}
	s.secret('奥の書庫')
}

export async function isOrdered(s) {
	assert.equal((await s.dares('auditor', '/audits', { ...words(ordered), kind: 'ordered' })).status, 403)
	const page = await s.does('management', '/audits/new', '/audits', { ...words(ordered), kind: 'ordered', ordered_by: s.secret('企業長　千葉太郎'), order_reason: '記録の紛失の報せがあったため', department: ordered.department, system: '' })
	s.audits.set(ordered.key, says(page, /監査を計画しました/).body.match(/\/audits\/(\d+)\/report/)[1])
	says(await s.looks('lead', at(s, ordered)), /特命監査[\s\S]*記録の紛失/)
	s.numbers = new Map()
	for (const audit of all) s.numbers.set(audit.key, (await s.looks('lead', at(s, audit))).body.match(/<h1>(\S+?)　/)[1])
}

// ---- who audits ------------------------------------------------------------------------------------------------

export const inside = '001015', refused = '001016' // both of 業務課

const names = (s, audit, login, as) => s.does('lead', at(s, audit), `${at(s, audit)}/members`, { auditor: String(s.account(login)), as })

// Two who belong to the department: for one there is nobody else, the other is replaced.
export async function independenceIsKept(s) {
	const [audit] = audits, here = at(s, audit)
	for (const login of [inside, refused]) {
		const id = s.account(login)
		says(await s.does('admin', `/admin/accounts/${id}`, `/admin/accounts/${id}`, { 'role-auditor': '1' }), /権限を保存しました/)
		says(await names(s, audit, login, 'auditor'), /所属[\s\S]*まだ保存していません/)
		says(await s.does('lead', here, `${here}/waivers`, { auditor: String(id), waiver_reason: '料金の仕組みが分かる人がほかにいない' }), /承認待ち/)
		says(await names(s, audit, login, 'auditor'), /まだ保存していません/)
	}
	const waivers = s.rows('SELECT id FROM independence_waiver WHERE engagement_id = ? ORDER BY id', s.audits.get(audit.key)).flat()
	assert.equal((await s.dares('lead', `${here}/waivers/${waivers[0]}`, { do: 'approve', waiver_reason: '' })).status, 403, 'who asks does not decide')
	says(await s.does('management', here, `${here}/waivers/${waivers[0]}`, { waiver_reason: '持出しの項目を除く' }, ['do', 'approve']), /持出しの項目を除く/)
	says(await s.does('management', here, `${here}/waivers/${waivers[1]}`, { waiver_reason: '別の監査人がいる' }, ['do', 'decline']), /不承認/)
	says(await names(s, audit, inside, 'auditor'), /記録しました/)
	says(await names(s, audit, refused, 'auditor'), /まだ保存していません/)
}

export async function auditorsAreNamed(s) {
	for (const audit of all) {
		says(await names(s, audit, 'auditor', 'auditor'), /記録しました/)
		says(await names(s, audit, 'lead', 'lead'), /記録しました/)
	}
	const page = await s.looks('lead', at(s, audits[0])), named = [...page.body.matchAll(/<li>監査(責任者|人)　([^（]+)（/g)].map(([, , who]) => who)
	assert.equal(named.length, 3)
	for (const name of named) s.secret(name)
}
