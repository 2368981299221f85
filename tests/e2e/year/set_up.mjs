// April to August: the body is set up from files, and the cycle prepared, approved, opened.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { tenken } from '../lib.mjs'
import { python } from '../mail.mjs'
import { departments, ofKey, registers, rosterFile, staff, table } from './body.mjs'
import { formTo, says } from './stage.mjs'

export const made = '2026-08-24', base = '2026-09-01', due = '2026-10-09'

// An empty body; the secretariat comes with the roster and takes over.
export async function foundsBody(s) {
	s.clock.set(made, '09:30:00')
	const answer = await tenken('init', '--data', s.data)
	assert.equal(answer.code, 0, answer.err)
	await s.wake(made, '09:31:00')
	s.people.set('admin', await s.invited(answer.out.match(/\/invite\/[\w-]+/)[0]))
	says(await s.does('admin', '/admin/settings', '/admin/settings', { body_name: '試験水道企業団', service_url: 'https://tenken.example/' }, undefined), /設定を保存しました/)
}

export async function importsRoster(s) {
	const admin = await s.person('admin')
	const page = await admin.get('/admin/roster')
	const broken = await admin.upload(page, formTo(page, '/admin/roster'), 'roster', '名簿.csv', rosterFile([{ ...staff[0], roles: '王様' }, ...staff.slice(1)]))
	says(broken, /取り込めません（1件の誤り）/)
	says(await s.imports('admin', '/admin/roster', 'roster', '名簿.csv', rosterFile(staff), /追加 <strong>68人/), /名簿を取り込みました/)
}

// Everyone gets a link, all at once, and chooses a password.
export async function invitesEveryone(s) {
	const admin = await s.person('admin')
	const list = await admin.send(await admin.get('/admin/accounts'), formTo(await admin.get('/admin/accounts'), '/admin/invitations'))
	const links = new Map(list.body.trim().split('\r\n').slice(1).map((row) => [row.split(',')[3].replaceAll('"', ''), new URL(row.match(/https?:[^",]+/)[0]).pathname]))
	assert.equal(links.size, staff.length)
	for (const { login } of staff) s.people.set(login, await s.invited(links.get(login)))
}

// What each department does, decided with a day, who approved it, and why; what kind it is and where it stands.
export async function decidesFlags(s) {
	for (const d of departments) {
		const at = `/admin/departments/${d.key}`, flags = Object.fromEntries(d.flags.split(' ').filter(Boolean).map((f) => [`flag-${f}`, '1']))
		const page = await s.does('desk', at, at, { ...flags, on: made, approver: '副企業長 試験', reason: `${d.name}の分掌による` }, undefined)
		says(page, /部署の業務を保存しました/)
		if (d.kind !== 'internal' || d.under)
			says(await s.does('desk', at, `${at}/move`, { kind: d.kind, parent: d.under ?? '', on: made, approver: '副企業長 試験', reason: '規約による' }, undefined), /を記録しました/)
	}
	const page = await (await s.desk).get('/admin/departments')
	for (const d of departments) says(page, new RegExp(`${d.key}</td><td>${{ internal: '内部部局', assembly: '議会事務局', committee: '行政委員会' }[d.kind]}`))
}

const workbook = (rows) => execFileSync(python, ['tests/e2e/year/workbook.py', 'make'], { input: JSON.stringify(rows) })

// Contracts before systems, which name them; accounts and facilities as workbooks.
export async function importsRegisters(s) {
	for (const [kind, { titles, rows }] of Object.entries(registers)) {
		const at = `/admin/registers/${kind}/import`
		const [name, bytes] = ['sns', 'facility'].includes(kind) ? [`${kind}.xlsx`, workbook([titles, ...rows])] : [`${kind}.csv`, table(titles, rows)]
		says(await s.imports('desk', at, 'register', name, bytes, new RegExp(`追加 <strong>${rows.length}件`)), new RegExp(rows[0][1]))
	}
	const desk = await s.desk
	const page = await desk.get('/admin/registers/sns/import')
	const nobody = await desk.upload(page, formTo(page, '/admin/registers/sns/import'), 'register', 'sns.csv',
		table(registers.sns.titles, [registers.sns.rows[0].map((text, column) => (column === 3 ? '' : text))]))
	says(nobody, /取り込めません/)
}

// One cycle of every kind of sheet.
export async function opensCycle(s) {
	const desk = await s.desk, page = await desk.get('/admin/cycles'), form = formTo(page, '/admin/cycles')
	const sets = Object.fromEntries([...page.body.matchAll(/name="(set-\d+)"[^>]*>(?:<span>)?([^（<]+票)（/g)].map(([, name, title]) => [title, name]))
	form.fields = form.fields.filter(([name]) => !name.startsWith('set-') && name !== 'automatic') // moved by hand this year
	const chosen = Object.fromEntries(['職員票', '所属長票', 'システム票', '委託票', 'SNS票', '施設票', '監視制御票', '事務局票'].map((title) => {
		assert.ok(sets[title], `${title} in ${Object.keys(sets)}`)
		return [sets[title], '1']
	}))
	const prepared = await desk.follow(await desk.send(page, form, { year: '2026', title: '令和8年度 自己点検', base_day: base, opens_day: base, due_day: due, ...chosen }, undefined))
	s.cycle = says(prepared, /実施回を準備しました/).path.match(/\/admin\/cycles\/(\d+)/)[1]
	assert.equal((await s.moves(s.cycle, 'approve')).status, 422, 'somebody has to approve the questions')
	says(await s.moves(s.cycle, 'approve', { approver: '副企業長 試験' }), /設問を確定しました/)
	await s.wake(base, '08:45:00')
	says(await s.moves(s.cycle, 'open'), /開始しました/)
}
