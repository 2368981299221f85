// Reminders through a real mail server: who gets what, once each, whatever breaks.
import test from 'node:test'
import assert from 'node:assert/strict'
import path from 'node:path'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { Client, demo, forms, password, scratch, serve, tenken } from './lib.mjs'
import { mailOptions, mailServer, python } from './mail.mjs'

// Changes a body that is not being served.
const sql = (data, script) => execFileSync(python, ['-c',
	'import sqlite3, sys\nd = sqlite3.connect(sys.argv[1]); d.executescript(sys.argv[2]); d.commit()', path.join(data, 'tenken.db'), script])
const rows = (data, query) => JSON.parse(execFileSync(python, ['-c',
	'import sqlite3, sys, json\nprint(json.dumps(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))', path.join(data, 'tenken.db'), query]))

const until = async (what, ready) => {
	for (let i = 0; i < 600; i++) {
		const found = await ready()
		if (found) return found
		await new Promise((r) => setTimeout(r, 100))
	}
	throw new Error(`${what} did not come`)
}
const over = (client, job) => until('the end of the job', async () => {
	const page = await client.get(job)
	return !page.body.includes('data-going') && page
})

async function body(t) {
	const data = path.join(scratch(t), 'data')
	await tenken('demo', '--data', data, '--password', password, '--answered', '0.3')
	sql(data, `UPDATE person SET mail = 'n' || number || '@water.example';
		UPDATE finding SET state = 'closed'; -- on an open day some would be reminded of beside the sheets
		INSERT INTO setting VALUES ('service_url', 'https://tenken.example/') ON CONFLICT DO NOTHING`)
	return data
}

// The secretariat looks at the reminder and sends it; the path of the job.
async function remind(client, changes = {}) {
	const start = await client.get('/admin/reminders/now')
	const form = forms(start.body).find((f) => f.action === '/admin/reminders/now')
	const looked = await client.send(start, form, changes, ['do', 'look'])
	assert.equal(looked.status, 200, looked.body)
	const sure = forms(looked.body).find((f) => f.action === '/admin/reminders/now')
	const sent = await client.send(looked, sure, changes, ['do', 'send'])
	assert.equal(sent.status, 303, sent.body)
	return { job: sent.headers.location, looked, again: () => client.send(looked, sure, changes, ['do', 'send']) }
}

const waiting = `SELECT DISTINCT p.mail FROM sheet s JOIN person p ON p.id = s.person_id JOIN cycle c ON c.id = s.cycle_id
	WHERE c.state = 'open' AND s.submitted IS NULL AND s.excluded_at IS NULL ORDER BY 1`

test('everyone who has not submitted is reminded once, and every failure is on record', async (t) => {
	const data = await body(t)
	const [refused, later, drop, nomail] = rows(data, waiting).map(([m]) => m)
	sql(data, `UPDATE person SET mail = 'refused@water.example' WHERE mail = '${refused}';
		UPDATE person SET mail = 'later@water.example' WHERE mail = '${later}';
		UPDATE person SET mail = 'drop@water.example' WHERE mail = '${drop}';
		UPDATE person SET mail = '' WHERE mail = '${nomail}';
		UPDATE sheet SET draft = '{"S101":{"reason":"HIMITSU-answer"}}', draft_at = 1 WHERE submitted IS NULL`)
	const expected = rows(data, waiting).map(([m]) => m).filter((m) => m.startsWith('n'))
	assert.ok(expected.length > 10)
	const mail = await mailServer(t)
	const server = await serve(data, ...mailOptions(mail.port))
	t.after(() => server.stop())
	const admin = new Client(server.url)
	await admin.signIn('admin')
	const sending = await remind(admin)
	assert.match(sending.looked.body, new RegExp(`メールで${expected.length + 3}人、メールのない人（手渡し等）1人`))
	await over(admin, sending.job)

	assert.deepEqual(mail.messages.map((m) => m.to[0]).sort(), expected)
	for (const m of mail.messages) {
		assert.deepEqual(m.defects, [])
		assert.equal(m.to.length, 1)
		assert.equal(m.from, 'desk@water.example')
		assert.match(m.headers.Subject, /^【.+】令和.+自己点検の締切/)
		assert.match(m.headers.From, /情報セキュリティ自己点検 +事務局 <desk@/) // Python doubles the space between two encoded words
		assert.match(m.headers['Message-ID'], /^<\d+\.[\w-]{43}@water\.example>$/)
		assert.match(m.text, / 様\n/)
		assert.match(m.text, /^・.+票/m)
		assert.match(m.text, /https:\/\/tenken\.example\//)
		assert.doesNotMatch(JSON.stringify(m), /HIMITSU|S101|\{\w+\}/)
	}
	assert.equal(new Set(mail.messages.map((m) => m.headers['Message-ID'])).size, mail.messages.length)
	assert.ok(new Set(mail.messages.map((m) => m.peer)).size < 6, 'the connection is kept')

	const overview = await admin.get('/admin/reminders')
	const wave = await admin.get(overview.body.match(/href="(\/admin\/waves\/\d+)"/)[1])
	for (const [state, people] of [['送信済み', expected.length], ['拒否', 1], ['送信待ち', 1], ['不明', 1], ['手渡し等', 1]])
		assert.match(wave.body, new RegExp(`>${state}</span>\\s*${people}人`), state)
	assert.match(wave.body, /550 5\.1\.1 no such mailbox/)
	assert.doesNotMatch(wave.body, /HIMITSU/)

	const twice = await sending.again() // the same form sent twice sends nothing
	assert.equal(twice.status, 303)
	assert.match(twice.headers.location, /^\/admin\/reminders\?/)
	assert.equal(mail.messages.length, expected.length)

	const handed = forms(wave.body).find((f) => f.buttons.some(([, v]) => v === 'handed'))
	const noted = await admin.follow(await admin.send(wave, handed))
	assert.match(noted.body, /手渡し等で済み<\/span>\s*1人/)
})

test('a manager is told the names in the own section and nothing else', async (t) => {
	const data = await body(t)
	const mail = await mailServer(t)
	const server = await serve(data, ...mailOptions(mail.port))
	t.after(() => server.stop())
	const admin = new Client(server.url)
	await admin.signIn('admin')
	await over(admin, (await remind(admin, { to: 'manager', subject: '未提出 {department}', text: '{count}人\n{names}' })).job)
	const names = rows(data, `SELECT d.name, p.name, d.department_id FROM sheet s JOIN person p ON p.id = s.person_id
		JOIN cycle c ON c.id = s.cycle_id JOIN cycle_department d ON d.cycle_id = c.id AND d.department_id = s.department_id
		WHERE c.state = 'open' AND s.submitted IS NULL GROUP BY 1, 2, 3`)
	assert.ok(mail.messages.length > 0)
	for (const m of mail.messages) {
		const section = m.headers.Subject.replace('未提出 ', '')
		const own = names.filter(([d]) => d === section).map(([, p]) => p).sort()
		const told = [...m.text.matchAll(/^・(.+)（(.+)）$/gm)]
		assert.deepEqual(told.map(([, p]) => p).sort(), own)
		assert.ok(told.every(([, , d]) => d === section))
		assert.ok(m.text.startsWith(`${own.length}人`))
	}
})

test('kill -9 while sending: nobody is reminded twice, what was in flight is unknown', async (t) => {
	const data = await body(t)
	const people = rows(data, waiting).map(([m]) => m)
	const stuck = people[Math.floor(people.length / 2)]
	sql(data, `UPDATE person SET mail = 'hang' || mail WHERE mail = '${stuck}'`)
	const mail = await mailServer(t)
	let server = await serve(data, ...mailOptions(mail.port))
	t.after(() => server.stop())
	let admin = new Client(server.url)
	await admin.signIn('admin')
	const { job } = await remind(admin)
	await until('the message that hangs', () => mail.hangs.length > 0)
	await server.stop('SIGKILL')
	const before = mail.messages.length

	server = await serve(data, ...mailOptions(mail.port))
	admin.url = server.url
	const page = await over(admin, job)
	assert.match(page.body, /終わりました/)
	assert.ok(mail.messages.length > before, 'the rest was sent')
	const told = mail.messages.map((m) => m.to[0])
	assert.equal(new Set(told).size, told.length, 'nobody twice')
	const unknown = rows(data, `SELECT r.address FROM reminder r WHERE r.state = 'unknown'`).map(([m]) => m)
	assert.ok(unknown.includes(`hang${stuck}`))
	assert.ok(unknown.length <= 10, `${unknown.length} of unknown fate`)
	const sure = rows(data, `SELECT address FROM reminder WHERE state = 'sent'`).map(([m]) => m)
	assert.deepEqual([...sure, ...unknown].sort(), [...people.filter((m) => m !== stuck), `hang${stuck}`].sort())
	for (const m of sure) assert.ok(told.includes(m), m)
})

test('over STARTTLS with a sign-in, and only to a server that is trusted', async (t) => {
	const data = await body(t)
	const place = scratch(t)
	const file = (name) => path.join(place, name)
	execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
		'-subj', '/CN=mail', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', file('key'), '-out', file('cert')], { stdio: 'ignore' })
	const mail = await mailServer(t, '--tls', file('cert'), file('key'))
	const send = async (login, ...options) => {
		writeFileSync(file('login'), login)
		const server = await serve(data, '--smtp', `smtp+tls://127.0.0.1:${mail.port}`, '--mail-from', 'desk@water.example', '--smtp-login', file('login'), ...options)
		const admin = new Client(server.url)
		await admin.signIn('admin')
		const page = await over(admin, (await remind(admin)).job)
		await server.stop()
		return page.body
	}
	assert.match(await send('desk\nsecret\n'), /できませんでした/) // a certificate nobody vouches for
	assert.match(await send('desk\nwrong\n', '--smtp-ca', file('cert')), /できませんでした/)
	assert.equal(mail.messages.length, 0)
	assert.match(await send('desk\nsecret\n', '--smtp-ca', file('cert')), /終わりました/)
	assert.ok(mail.messages.length > 10)
	assert.ok(mail.messages.every((m) => m.tls))
})

test('what makes no sense on the command line is refused before anything is served', async (t) => {
	const data = path.join(scratch(t), 'none')
	for (const options of [['--mail-from', 'a@b'], ['--smtp', 'smtp://x'], ['--smtp', 'smtp://x', '--mail-from', 'nobody'],
		['--smtp', 'http://x', '--mail-from', 'a@b'], ['--smtp', 'smtp://u:p@x', '--mail-from', 'a@b'],
		['--smtp', 'smtp+tls://x', '--mail-from', 'a@b', '--smtp-login', '/nonexistent']]) {
		const answer = await tenken('serve', '--data', data, ...options)
		assert.notEqual(answer.code, 0)
		assert.doesNotMatch(answer.err, /tenken\.db/, options.join(' '))
	}
})

test('a wrong text is refused and shown again; a rung is changed in the browser', async (t) => {
	const { url } = await demo(t)
	const admin = new Client(url)
	await admin.signIn('admin')
	const page = await admin.get('/admin/reminders/rungs/eve')
	const form = forms(page.body).find((f) => f.action.endsWith('/eve'))
	const bad = await admin.send(page, form, { text: '{answers} を送る' })
	assert.equal(bad.status, 422)
	assert.match(bad.body, /\{answers\} を送る/)
	assert.equal((await admin.send(page, form, { days: '61' })).status, 422)
	const good = await admin.follow(await admin.send(page, form, { days: '3', subject: '三日前です', used: '1' }))
	assert.match(good.body, /締切の3日前[\s\S]*三日前です/)
	assert.match(good.body, /段を保存しました/)
	const events = await admin.get('/admin/events')
	assert.match(events.body, /督促の段の変更/)
})
