// No page weighs more than 100 KB with its style sheet and script, however many
// departments there are; each of them is a link away.
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { demo, Client } from './lib.mjs'

const most = 100 * 1024

async function weight(c, page) {
	const parts = [...page.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map(([, path]) => path)
	assert.equal(parts.length, 3)
	let sum = Buffer.byteLength(page)
	for (const part of parts) sum += Buffer.byteLength((await c.get(part)).body)
	return sum
}

const figures = ['/dashboard', '/dashboard?view=progress', '/dashboard?view=progress&page=2', '/dashboard?view=items', '/dashboard?page=20']
const lists = ['/', '/reports', '/reports/self-check-department/3', '/reports/self-check-department/3?page=2', '/reports/unanswered/3', '/reports/improvement-plan/3',
	'/reports/not-applicable/3', '/answer-sheets', '/proxy', '/evidence', '/entries', '/jobs',
	'/admin', '/admin/departments', '/admin/departments?page=2', '/admin/departments?ended=1', '/admin/departments/010',
	'/admin/accounts', '/admin/roster', '/admin/registers', '/admin/registers/system', '/admin/registers/asset', '/admin/registers/asset/import', '/admin/entries/system',
	'/admin/entries/system/S-01', '/admin/questionnaires', '/admin/questionnaires/1', '/admin/cycles', '/admin/cycles/3', '/admin/cycles/3/changes', '/admin/cycles/3/waiting',
	'/admin/cycles/3/waiting?page=2', '/admin/na/2', '/admin/na/3', '/admin/na/2?page=2', '/admin/na/2?small=2', '/admin/remarks/2', '/admin/quality/2', '/admin/quality/3', '/admin/quality/3?page=2', '/admin/plans/2', '/admin/reminders', '/admin/chases', '/admin/chases/rungs/new',
	'/admin/reminders/now', '/admin/settings', '/admin/calendar', '/admin/events']

for (const [name, options] of [['the demonstration', []], ['500 departments', ['--staff', '3000', '--departments', '500']]]) {
	test(`every view of the figures of ${name} and every list of the secretariat fits into 100 KB`, async (t) => {
		const { url } = await demo(t, ...options)
		const c = new Client(url)
		await c.signIn('admin')
		const accounts = await c.get('/admin/accounts?q=0')
		const person = (await c.get(accounts.body.match(/\/admin\/accounts\/\d+/)[0])).body.match(/\/admin\/people\/[^"]+/)[0]
		for (const address of [...figures, ...lists, person]) {
			const page = await c.get(address)
			assert.equal(page.status, 200, address)
			const bytes = await weight(c, page.body)
			assert.ok(bytes <= most, `${address} weighs ${bytes} bytes`)
		}
		assert.equal((await c.get('/dashboard?page=0')).status, 404)
		assert.equal((await c.get('/dashboard?view=none')).status, 404)
	})
}
