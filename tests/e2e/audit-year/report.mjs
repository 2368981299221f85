// From the judgements to the report: findings raised in one step, their facts checked, the results talked
// over, written, fixed, told and presented.
import assert from 'node:assert/strict'
import { formTo, says } from './stage.mjs'
import { all, at, audits } from './plan.mjs'
import { banked } from './oracle.mjs'

const [office] = audits
const severities = { minor: 'minor', major: 'major', observe: 'observation' }
export const finding = (f) => `/findings/${f.id}`

export async function findingsAreRaised(s) {
	s.findings = []
	for (const audit of all)
		for (const [item, paper] of s.written.get(audit.key)) {
			if (!(paper.judgement in severities)) continue
			const from = `/findings/new?audit=${s.audits.get(audit.key)}&item=${item}`, page = await s.looks('auditor', from)
			const form = formTo(page, '/findings'), copied = Object.fromEntries(form.fields)
			assert.deepEqual([copied.severity, copied.facts, copied.criterion, copied.clause], [severities[paper.judgement], paper.facts, paper.difference ?? '', banked.get(item).clause], 'what the paper says')
			const title = s.secret(`${audit.name}で${item}が行われていない`)
			const raised = says(await s.does('auditor', from, '/findings', { title, threat: '' }), /起票しました/)
			const [, number] = raised.body.match(/<h1>(\S+?)　/), [, id] = raised.body.match(/action="\/findings\/(\d+)\/state"/)
			s.findings.push({ id, number, audit, item, title, severity: severities[paper.judgement], clause: banked.get(item).clause, paper, state: 'raised' })
		}
	assert.ok(s.findings.length >= 6)
	assert.equal(s.findings.filter((f) => f.audit.key === 'order').length, 0)
	says(await s.looks('auditor', `${at(s, office)}/checklist/${s.findings[0].item}`), new RegExp(s.findings[0].number))
}

// The department reads a finding when its facts are to be checked; one it objects to is put right.
export async function factsAreChecked(s) {
	for (const f of s.findings) {
		assert.equal((await s.looks(f.audit.manager, finding(f))).status, 404, 'not before')
		says(await s.moves('auditor', finding(f), 'check'), /記録しました/)
	}
	const [f] = s.findings
	says(await s.moves('manager', finding(f), 'object', { reason: '' }), /まだ保存していません/)
	says(await s.moves('manager', finding(f), 'object', { reason: '日付が違う' }), /記録しました/)
	says(await s.does('auditor', finding(f), `${finding(f)}/words`, { facts: s.secret('日付を直した事実') }), /記録しました/)
	says(await s.moves('auditor', finding(f), 'check'), /記録しました/)
	f.paper = { ...f.paper, facts: '日付を直した事実' }
	assert.equal((await s.dares('auditor', `${finding(f)}/words`, { revision: '1', facts: '後から' })).status, 409)
}

export async function resultsAreTalkedOver(s) {
	for (const audit of all) {
		says(await s.moves('auditor', at(s, audit), 'judge'), /記録しました/)
		says(await s.moves('lead', at(s, audit), 'exchange'), /記録しました/)
		says(await s.moves('lead', at(s, audit), 'draft'), /記録しました/)
	}
	assert.equal((await s.dares('lead', `${at(s, office)}/state`, { revision: s.revision('office'), do: 'fix' })).status, 409, 'facts are still being checked')
	for (const f of s.findings) {
		assert.equal((await s.dares('auditor', `${finding(f)}/state`, { revision: s.revisionOf(f), do: 'confirm' })).status, 403)
		says(await s.moves('lead', finding(f), 'confirm'), /記録しました/)
		f.state = 'confirmed'
	}
}

// Written by auditors only; a draft is no document yet, and nobody else's.
export async function reportIsWritten(s) {
	for (const audit of all) {
		const here = `${at(s, audit)}/report`
		const words = { overview: s.secret(`${audit.name}の総評の文`), issues: s.secret(`${audit.name}の横断的な課題の文`), proposals: s.secret(`${audit.name}への提言の文`), public: `${audit.name}を監査しました。` }
		says(await s.does('auditor', here, here, words), /記録しました/)
		const draft = s.textOf(await s.paper('lead', 'audit-report', s.numbers.get(audit.key)))
		assert.match(draft, /案/)
		for (const readers of ['', '?readers=auditee', '?readers=public'])
			assert.equal((await s.looks(audit.manager, `/papers/audit-report/${s.numbers.get(audit.key)}.pdf${readers}`)).status, 404, `${audit.manager} ${readers}`)
	}
	const stale = formTo(await s.looks('lead', `${at(s, office)}/report`), `${at(s, office)}/report`)
	says(await s.does('auditor', `${at(s, office)}/report`, `${at(s, office)}/report`, { issues: s.secret('書き直した課題の文') }), /記録しました/)
	const lead = await s.person('lead'), answer = await lead.post(`${at(s, office)}/report`, [...stale.fields.filter(([n]) => n !== 'issues'), ['issues', '上書きする文']])
	assert.equal(answer.status, 409)
	says(answer, /書き直した課題の文/)
}

export async function reportIsFixedAndTold(s) {
	await s.wake('2027-07-05', '10:00:00')
	for (const audit of all) {
		const of = `/papers/audit-report/${s.numbers.get(audit.key)}.pdf`
		says(await s.moves('lead', at(s, audit), 'fix'), /記録しました/)
		assert.equal((await s.looks(audit.manager, `${of}?readers=auditee`)).status, 404, 'not told yet')
		says(await s.moves('lead', at(s, audit), 'notify'), /記録しました/)
		assert.equal((await s.looks(audit.manager, `${of}?readers=auditee`)).status, 404, 'not issued yet')
		await s.looks('lead', `${of}?readers=auditee`)
		assert.equal((await s.looks(audit.manager, `${of}?readers=auditee`)).bytes.subarray(0, 5).toString(), '%PDF-')
		assert.equal((await s.looks(audit.manager, of)).status, 404, 'never the full one')
		says(await s.moves('lead', at(s, audit), 'present'), /記録しました/)
	}
	assert.equal((await s.dares('auditor', `${at(s, office)}/checklist/${s.lines.get('office')[0]}`, { revision: '9', judgement: 'conform' })).status, 409)
}
