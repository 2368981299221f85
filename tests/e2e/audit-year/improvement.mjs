// Follow-up: plans, measures and what came of them; one risk is accepted, one finding handed on to another
// department, one is overdue.
import assert from 'node:assert/strict'
import { says } from './stage.mjs'
import { all, at } from './plan.mjs'
import { finding } from './report.mjs'

const planned = (s, f, due) => s.does(f.audit.manager, finding(f), `${finding(f)}/plan`, { stopgap: '鍵を替えた', plan_cause: '手順に無かった', measure: f.measure = `${f.item}の恒久の手当て`, owner: s.rows('SELECT p.number FROM account a JOIN person p ON p.id = a.person_id WHERE a.login = ?', f.audit.manager)[0][0], due_day: f.due = due })
const moved = async (s, who, f, move, changes, state) => {
	says(await s.moves(who, finding(f), move, changes), /記録しました/)
	f.state = state
}

export async function departmentsAreTold(s) {
	for (const f of s.findings) {
		await moved(s, 'lead', f, 'notify', {}, 'planning')
		assert.equal((await s.dares('lead', `${finding(f)}/state`, { revision: s.revisionOf(f), do: 'approve' })).status, 422, 'there is no plan yet')
	}
}

// Which goes which way, by its place in the list.
export async function plansAreFiled(s) {
	const [closes, accepted, returned, late] = s.findings
	for (const f of s.findings) says(await planned(s, f, '2027-08-31'), /記録しました/)
	const other = s.findings.find((f) => f.audit.manager !== 'manager')
	assert.notEqual((await s.dares('manager', `${finding(other)}/plan`, { revision: s.revisionOf(other), measure: '他の課の計画', due_day: '2027-08-31', plan_cause: '', stopgap: '', owner: '001013' })).status, 303)
	await moved(s, 'lead', returned, 'return', { reason: '原因が書かれていない' }, 'returned')
	says(await planned(s, returned, '2027-09-30'), /記録しました/)
	await moved(s, 'manager', returned, 'plan', {}, 'planning')
	assert.equal((await s.dares('lead', `${finding(accepted)}/state`, { revision: s.revisionOf(accepted), do: 'accept', reason: '更新まで', expiry: '2027-12-31' })).status, 403, 'whoever answers for it accepts')
	says(await s.moves('management', finding(accepted), 'accept', { reason: '', expiry: '2027-12-31' }), /まだ保存していません/)
	await moved(s, 'management', accepted, 'accept', { reason: '更新までの間に限る', expiry: '2027-12-31' }, 'accepted')
	for (const f of s.findings) if (f !== accepted) await moved(s, f === late ? 'management' : 'lead', f, 'approve', {}, 'planned')
	s.closes = closes
	s.late = late
}

export async function measuresAreVerified(s) {
	const f = s.closes
	await moved(s, 'manager', f, 'start', {}, 'doing')
	await moved(s, 'manager', s.late, 'start', {}, 'doing')
	assert.equal((await s.dares('manager', `${finding(f)}/state`, { revision: s.revisionOf(f), do: 'report' })).status, 422, 'nothing is reported yet')
	await s.wake('2027-08-20', '10:00:00')
	says(await s.does('manager', finding(f), `${finding(f)}/report`, { day: '2027-08-10', report_done: '様式を替えた', report_effect: '20件を確かめた', remaining: '' }), /記録しました/)
	await moved(s, 'manager', f, 'report', {}, 'reported')
	await moved(s, 'auditor', f, 'verify', {}, 'verifying')
	says(await s.moves('lead', finding(f), 'close', { reason: '' }), /まだ保存していません/)
	assert.equal((await s.dares('auditor', `${finding(f)}/state`, { revision: s.revisionOf(f), do: 'close', reason: '見た' })).status, 403)
	await moved(s, 'lead', f, 'close', { reason: '20件を抜いて確かめた' }, 'closed')
	const public_title = '返却の記録の漏れ', public_measure = '様式を改めた', here = finding(f)
	const [procedure] = s.rows('SELECT name FROM entry WHERE kind = \'procedure\'')[0]
	says(await s.does('auditor', here, `${here}/public`, { public_title, public_measure: `${procedure}を改めた` }), /公開しない名前です[\s\S]*まだ保存していません/)
	says(await s.does('auditor', here, `${here}/public`, { public_title, public_measure }), /記録しました/)
}

// The same in another department: a child that asks for a plan of its own.
export async function oneIsSpread(s) {
	const f = s.closes, page = says(await s.does('lead', finding(f), `${finding(f)}/departments`, { department: '060' }), /横展開の指摘を作りました/)
	const [, id, number] = [...page.body.matchAll(/<a href="\/findings\/(\d+)">(R09-\d+)　営業所<\/a>/g)][0]
	s.child = { id, number }
	says(await s.looks('001061', `/findings/${id}`), /ほかの部署での指摘を横展開したもの/)
	assert.equal((await s.looks('001046', `/findings/${id}`)).status, 404)
}

// Past its day it is said so, to whoever has to act too (who is reminded of it: overdue.test.mjs).
export async function oneIsOverdue(s) {
	await s.wake('2027-09-08', '10:00:00')
	for (const who of ['lead', 'manager']) says(await s.looks(who, finding(s.late)), /期限超過/)
	says(await s.looks('lead', '/findings?show=open'), new RegExp(`${s.late.number}[\\s\\S]*?期限超過`))
	for (const audit of all) {
		says(await s.moves('lead', at(s, audit), 'follow'), /記録しました/)
		const open = s.findings.some((f) => f.audit === audit && f.state !== 'closed')
		if (open) assert.equal((await s.dares('lead', `${at(s, audit)}/state`, { revision: s.revision(audit.key), do: 'complete' })).status, 409, 'findings are open')
		else says(await s.moves('lead', at(s, audit), 'complete'), /記録しました/)
	}
}
