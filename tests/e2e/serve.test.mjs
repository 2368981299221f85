// The server's life: it says where it listens, stops when told, and says plainly why not.
import test from 'node:test'
import assert from 'node:assert/strict'
import http from 'node:http'
import net from 'node:net'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { program, tenken, scratch, serve, Client } from './lib.mjs'

async function body(t) {
	const data = path.join(scratch(t), 'data')
	const made = await tenken('init', '--data', data)
	assert.equal(made.code, 0, made.err)
	return { data, link: made.out.match(/\/invite\/[A-Za-z0-9_-]{43}/)[0] }
}

test('it says where it listens and stops cleanly when told', async (t) => {
	const { data } = await body(t)
	for (const signal of ['SIGTERM', 'SIGINT']) {
		const server = await serve(data)
		assert.equal((await new Client(server.url).get('/healthz')).body, 'ok\n')
		const ended = await server.stop(signal)
		assert.deepEqual([ended.code, ended.signal], [0, null], ended.said)
	}
})

test('a request that was accepted is answered while it stops', async (t) => {
	const { data, link } = await body(t)
	const server = await serve(data)
	const client = new Client(server.url, new http.Agent({ maxSockets: 50 }))
	const page = await client.get(link)
	const key = page.body.match(/name="form_key" value="([^"]+)"/)[1]
	const secret = 'long enough to be safe'
	const answers = Array.from({ length: 20 }, (_, i) =>
		client.post('/signin', { form_key: key, login: `nobody${i}`, password: secret, next: '/' }).catch(() => undefined))
	const set = client.post(link, { form_key: key, password: secret, again: secret }).catch(() => undefined)
	await new Promise((resolve) => setTimeout(resolve, 300))
	const ended = await server.stop()
	assert.equal(ended.code, 0, ended.said)
	const answer = await set
	await Promise.all(answers)
	if (answer?.status === 303) { // it said so: it must be true after the restart
		const again = await serve(data)
		t.after(() => again.stop())
		const fresh = new Client(again.url)
		assert.equal((await fresh.get(link)).status, 404)
		assert.equal((await fresh.signIn('admin', secret)).status, 200)
	}
})

test('a port that is taken is said in one sentence', async (t) => {
	const { data } = await body(t)
	const other = net.createServer().listen(0, '127.0.0.1')
	await new Promise((resolve) => other.on('listening', resolve))
	t.after(() => other.close())
	const { port } = other.address()
	const answer = await tenken('serve', '--data', data, '--listen', `127.0.0.1:${port}`)
	assert.equal(answer.code, 1)
	assert.equal(answer.err.trim().split('\n').length, 1)
	assert.match(answer.err, new RegExp(String(port)))
})

test('a second server of the same body is refused, and takes over once the first has ended', async (t) => {
	const { data } = await body(t)
	const first = await serve(data)
	t.after(() => first.stop())
	const second = await tenken('serve', '--data', data, '--listen', '127.0.0.1:0')
	assert.equal(second.code, 1)
	assert.equal(second.err.trim().split('\n').length, 1)
	await first.stop('SIGKILL')
	const third = await serve(data)
	assert.equal((await third.stop()).code, 0)
})

test('an address that is none is refused', async (t) => {
	const { data } = await body(t)
	for (const listen of ['8080', '127.0.0.1', '127.0.0.1:', '127.0.0.1:99999', '127.0.0.1:80x', '::1:8080', ':8080', '[::1]']) {
		const answer = await tenken('serve', '--data', data, '--listen', listen)
		assert.notEqual(answer.code, 0, listen)
		assert.equal(answer.err.trim().split('\n').length, 1, listen)
	}
})

test('IPv6 is an address like any other', async (t) => {
	const { data } = await body(t)
	const probe = net.createServer()
	const six = await new Promise((resolve) => {
		probe.on('error', () => resolve(undefined))
		probe.listen(0, '::1', () => resolve(probe.address().port))
	})
	await new Promise((resolve) => probe.close(resolve))
	if (six === undefined) return t.skip('this machine has no ::1')
	const child = spawn(program, ['serve', '--data', data, '--listen', '[::1]:0'])
	t.after(() => child.kill())
	const url = await new Promise((resolve, reject) => {
		let said = ''
		child.stdout.on('data', (chunk) => {
			const found = (said += chunk).match(/http:\/\/\[::1\]:\d+/)
			if (found) resolve(found[0])
		})
		child.on('exit', () => reject(new Error(said)))
	})
	assert.equal((await new Client(url).get('/healthz')).status, 200)
})
