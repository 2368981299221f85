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

for (const [name, options] of [['the demonstration', []], ['500 departments', ['--staff', '3000', '--departments', '500']]]) {
	test(`every view of the figures of ${name} fits into 100 KB`, async (t) => {
		const { url } = await demo(t, ...options)
		const c = new Client(url)
		await c.signIn('admin')
		for (const address of ['/dashboard', '/dashboard?view=progress', '/dashboard?view=progress&page=2', '/dashboard?view=items', '/dashboard?page=20', '/reports', '/admin/departments?page=2', '/admin/departments', '/admin/accounts', '/admin']) {
			const page = await c.get(address)
			assert.equal(page.status, 200, address)
			const bytes = await weight(c, page.body)
			assert.ok(bytes <= most, `${address} weighs ${bytes} bytes`)
		}
		assert.equal((await c.get('/dashboard?page=0')).status, 404)
		assert.equal((await c.get('/dashboard?view=none')).status, 404)
	})
}
