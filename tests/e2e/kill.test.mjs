// Stored means stored: the server is killed while many people submit; after the
// restart every receipt that was shown is there, with the answers it stands for.
import test from 'node:test'
import assert from 'node:assert/strict'
import path from 'node:path'
import { Client, completed, forms, password, scratch, serve, sheetForm, tenken } from './lib.mjs'

const PEOPLE = 20, ROUNDS = 3

async function signedIn(url, login) {
	const client = new Client(url)
	const home = await client.signIn(login)
	const sheet = home.body.match(/href="(\/sheets\/\d+)"/)?.[1]
	return sheet && { client, login, sheet, shown: [], answers: null }
}

// One submission with answers of its own; what the receipt page showed is noted.
async function submit(person, turn) {
	const page = await person.client.get(person.sheet)
	const form = sheetForm(page)
	const changes = completed(form, (values, name) => values[(turn + name.charCodeAt(2)) % values.length])
	for (const name of form.texts) changes[name] = name.endsWith('-r') ? `理由 ${turn}` : ''
	const sent = await person.client.send(page, form, changes, ['do', 'submit'])
	assert.equal(sent.status, 303, sent.body.slice(0, 300))
	const receipt = await person.client.follow(sent)
	const number = receipt.body.match(/R\d\d-\d+-\d+/)[0]
	person.shown.push(number)
	person.answers = changes
}

async function untilKilled(person) {
	for (let turn = 1; ; turn++) {
		try {
			await submit(person, turn)
		} catch (failed) {
			if (!['ECONNRESET', 'ECONNREFUSED', 'EPIPE'].includes(failed.code)) throw failed
			return // the server is gone
		}
	}
}

const nth = (number) => Number(number.split('-')[2])

test('viewpoint 21: kill -9 under load loses no receipt that was shown', async (t) => {
	const data = path.join(scratch(t), 'data')
	await tenken('demo', '--data', data, '--password', password)
	let server = await serve(data)
	t.after(() => server.stop())
	const people = []
	for (let i = 4; people.length < PEOPLE && i < 60; i++) {
		const person = await signedIn(server.url, String(1000 + i).padStart(6, '0'))
		if (person) people.push(person)
	}
	assert.equal(people.length, PEOPLE)

	for (let round = 0; round < ROUNDS; round++) {
		const before = people.reduce((n, p) => n + p.shown.length, 0)
		const busy = people.map(untilKilled)
		let over = false
		const enough = (async () => {
			while (!over && people.reduce((n, p) => n + p.shown.length, 0) < before + 30)
				await new Promise((r) => setTimeout(r, 5))
		})()
		await Promise.race([enough, ...busy]).finally(() => { over = true })
		await server.stop('SIGKILL')
		await Promise.all(busy)
		const verified = await tenken('verify', '--data', data)
		assert.equal(verified.code, 0, verified.out + verified.err)

		server = await serve(data)
		for (const person of people) {
			person.client.url = server.url // sessions outlive the server too
			const last = person.shown.at(-1)
			if (last === undefined) continue // the server died before this one saw any
			const receipt = await person.client.get(`${person.sheet}/receipt`)
			const stored = receipt.body.match(/R\d\d-\d+-\d+/)?.[0]
			assert.ok(stored && nth(stored) >= nth(last), `${last} was shown, ${stored} is stored`)
			if (stored !== last) continue // one more was stored, its receipt not yet shown
			const form = sheetForm(await person.client.get(person.sheet))
			for (const [name, value] of form.fields)
				if (form.radios.has(name)) assert.equal(value, person.answers[name], `${last} ${name}`)
		}
	}
})

test('a stopped server finishes what it took', async (t) => {
	const data = path.join(scratch(t), 'data')
	await tenken('demo', '--data', data, '--password', password)
	const server = await serve(data)
	const person = await signedIn(server.url, 'staff')
	await submit(person, 1)
	const ended = await server.stop('SIGTERM')
	assert.equal(ended.code, 0, ended.said)
	assert.equal(ended.signal, null)
	assert.equal((await tenken('verify', '--data', data)).code, 0)
})

test('forms are found by the client that tests with them', () => {
	const [form] = forms('<form method="post" action="/x"><input type="hidden" name="k" value="a&amp;b"><input type="radio" name="q" value="yes" ><input type="radio" name="q" value="no" checked><textarea name="r">1 &lt; 2</textarea><button name="do" value="save">s</button></form>')
	assert.deepEqual(form.fields, [['k', 'a&b'], ['q', 'no'], ['r', '1 < 2']])
	assert.deepEqual(form.radios.get('q'), ['yes', 'no'])
	assert.deepEqual(form.buttons, [['do', 'save']])
})
