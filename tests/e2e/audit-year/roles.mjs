// Each role at each page and form of audits: who may not is refused, and the refusal tells nothing.
import assert from 'node:assert/strict'
import { tenken } from '../lib.mjs'
import { at, audits } from './plan.mjs'
import { finding } from './report.mjs'

// login → the roles it has; two managers: of the audited department, and of another one.
const logins = { staff: ['staff'], manager: ['staff', 'manager'], '001061': ['staff', 'manager'], auditor: ['staff', 'auditor'], lead: ['staff', 'lead'], management: ['staff', 'management'], admin: ['staff', 'admin'] }
const open = ['001061', 'staff'] // may know nothing of the audit of 業務課

// Every route about audits, with what there is in this year; a hole is filled by what came before it.
async function routes(s) {
	const [office] = audits, here = at(s, office), of = s.numbers.get('office'), line = `${here}/checklist/${s.evidence[0].item}`
	const [[target]] = s.rows('SELECT id FROM audit_plan_target WHERE plan_id = ? LIMIT 1', s.plan.split('/').at(-1))
	const [[waiver]] = s.rows('SELECT min(id) FROM independence_waiver WHERE engagement_id = ?', s.audits.get('office'))
	const [[sample]] = s.rows('SELECT id FROM line_sample LIMIT 1')
	const sampled = `${here}/checklist/${s.lines.get('office')[1]}`
	const filled = { '/audit-plans/{}': s.plan, '/audit-plans/{}/proposal': `${s.plan}/proposal`, '/audit-plans/{}/words': `${s.plan}/words`, '/audit-plans/{}/targets/{}': `${s.plan}/targets/${target}`,
		'/audit-plans/{}/targets/{}/audit': `${s.plan}/targets/${target}/audit`, '/audit-years/{}': '/audit-years/2027',
		'/papers/{}/{}': `/papers/audit-report/${of}.pdf`, '/papers/{}/{}/tables': `/papers/audit-report/${of}/tables?form=csv`,
		'/audits/{}/checklist/{}/evidence/{}': s.evidence[0].file, '/audits/{}/checklist/{}/samples/{}': `${sampled}/samples/${sample}`,
		'/audits/{}/requests/{}': s.request, '/audits/{}/requests/{}/files': `${s.request}/files`, '/audits/{}/requests/{}/files/{}': s.file3,
		'/audits/{}/waivers/{}': `${here}/waivers/${waiver}`, '/audits/{}/urgent/{}': `${here}/urgent/1`, '/audits/{}/urgent/{}/told/{}': `${here}/urgent/1/told/1`, '/audits/{}/members/{}': `${here}/members/${s.account('auditor')}` }
	const path = (pattern) => filled[pattern] ?? pattern.replace(/^\/audits\/\{\}\/checklist\/\{\}/, line).replace(/^\/audits\/\{\}/, here).replace(/^\/findings\/\{\}/, finding(s.late))
	const listed = (await tenken('routes')).out.trim().split('\n').map((row) => row.split(/\s+/))
		.filter(([, pattern]) => /^\/(audits|audit-plans|audit-years|findings|papers)(\/|$)/.test(pattern))
	assert.ok(listed.length >= 50, `${listed.length} routes`)
	return listed.map(([method, pattern, ...roles]) => ({ method, pattern, path: path(pattern), roles }))
}

function tellsNothing(s, answer, what) {
	const told = answer.body.slice(answer.body.indexOf('<main')) // above it stands who is signed in
	for (const word of s.typed) assert.ok(!told.includes(word), `${what} tells ${word}`)
}

// What a department that is audited, or another one, may see of each page.
const whole = /^\/(audits|findings)$/
const theirs = { '/audits/{}': 200, '/audits/{}/report': 200, '/audits/{}/requests/{}': 200, '/audits/{}/requests/{}/files/{}': 200, '/findings/{}': 200, '/findings': 200, '/audits': 200 }

export async function eachIsKeptToItsOwn(s) {
	const all = (await routes(s)).filter((r) => r.method === 'GET')
	for (const [login, own] of Object.entries(logins)) {
		const person = await s.person(login)
		for (const { pattern, path, roles } of all) {
			const answer = await person.request('GET', path), what = `${login} at ${path}`, may = roles.some((role) => own.includes(role))
			assert.ok(!path.includes('{}'), pattern)
			if (!may) assert.equal(answer.status, 403, what)
			else if (login === 'manager') assert.equal(answer.status, theirs[pattern] ?? 404, what)
			else if (login === '001061') assert.equal(answer.status, whole.test(pattern) ? 200 : 404, what)
			else assert.equal(answer.status, ['management', 'admin'].includes(login) && path === s.file3 ? 403 : 200, what)
			if (answer.status !== 200) tellsNothing(s, answer, what)
			else if (open.includes(login)) assert.ok(!answer.body.includes(s.numbers.get('office')), `${what} names the audit`)
		}
	}
}

// What the body's records of audits are, all of them.
const tables = ['engagement', 'engagement_member', 'engagement_move', 'engagement_line', 'line_edition', 'line_evidence', 'line_sample', 'audit_request', 'audit_request_file', 'audit_plan',
	'audit_plan_target', 'audit_plan_move', 'independence_waiver', 'engagement_word', 'finding', 'finding_move', 'finding_plan', 'finding_report', 'urgent_report', 'document']
const state = (s) => s.tablesOf(tables)

export async function eachDoesItsOwn(s) {
	const before = state(s), all = (await routes(s)).filter((r) => r.method === 'POST')
	for (const [login, own] of Object.entries(logins))
		for (const { path, roles } of all) {
			const may = roles.some((role) => own.includes(role)), what = `${login} to ${path}`
			if (may && login !== '001061') continue // what it may is played elsewhere
			const answer = await s.dares(login, path, { revision: '1', do: 'approve', reason: '試す', title: '試す', facts: '試す' })
			assert.ok(may ? [403, 404, 409, 422, 400].includes(answer.status) : answer.status === 403, `${what}: ${answer.status}`)
			tellsNothing(s, answer, what)
		}
	const nobody = await s.person('staff')
	assert.equal((await nobody.post('/audits', { form_key: 'someone else\'s' })).status, 403)
	for (const [i, rows] of state(s).entries()) assert.equal(rows, before[i], `${tables[i]} is what it was`)
}
