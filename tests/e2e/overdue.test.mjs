// Overdue findings and documents go to who is to act, and an urgent report to whom it is for, by a real mail server,
// once each; and say nothing of what was found or asked for.
import test from 'node:test'
import assert from 'node:assert/strict'
import path from 'node:path'
import { execFileSync } from 'node:child_process'
import { Client, forms, password, scratch, serve, tenken } from './lib.mjs'
import { clock } from './clock.mjs'
import { mailOptions, mailServer, python } from './mail.mjs'

const until = async (what, ready) => {
	for (let i = 0; i < 600; i++) {
		if (ready()) return
		await new Promise((r) => setTimeout(r, 100))
	}
	throw new Error(`${what} did not come`)
}

// A demonstration body on a Wednesday, with a mail server; more: what is changed in its data first.
const served = async (t, more = '') => {
	const wall = clock(t)
	wall.set('2027-02-03', '10:00:00')
	const data = path.join(scratch(t), 'data')
	await tenken('demo', '--data', data, '--password', password, '--answered', '0.3')
	execFileSync(python, ['-c', 'import sqlite3, sys\nd = sqlite3.connect(sys.argv[1]); d.executescript(sys.argv[2]); d.commit()',
		path.join(data, 'tenken.db'), `UPDATE person SET mail = 'n' || number || '@water.example';
		INSERT INTO setting VALUES ('service_url', 'https://tenken.example/') ON CONFLICT DO NOTHING; ${more}`])
	const mail = await mailServer(t)
	const server = await serve(data, ...mailOptions(mail.port))
	t.after(() => server.stop())
	return { server, mail, wall }
}

test('an overdue finding is asked for by mail, rung by rung', async (t) => {
	const { server, mail } = await served(t)
	// 業務課's measures were due the day before: who is in charge. 総務課's plan was due nine days ago: manager and lead.
	const ours = () => mail.messages.filter((m) => /改善/.test(m.headers.Subject))
	await until('three messages', () => ours().length >= 3)
	await new Promise((r) => setTimeout(r, 1500))
	assert.deepEqual(ours().map((m) => m.headers.Subject.replace(/^【.*】/, '')).sort(),
		['改善の期限を過ぎています（1件）', '改善計画が出ていない指摘があります（1件）', '改善計画の提出をお願いします（1件）'].sort())
	assert.equal(new Set(ours().map((m) => m.to[0])).size, 3)
	for (const m of ours()) {
		assert.deepEqual(m.defects, [])
		assert.match(m.text, /^・R08-00\d（(業務課|総務課)）　期限 令和9年/m)
		assert.match(m.text, /https:\/\/tenken\.example\//)
		assert.doesNotMatch(JSON.stringify(m), /持出簿|棚卸し|\{\w+\}/)
	}
	const lead = new Client(server.url)
	await lead.signIn('lead')
	const list = await lead.get('/findings?show=open')
	const pages = await Promise.all([...list.body.matchAll(/href="(\/findings\/\d+)"/g)].map(([, href]) => lead.get(href)))
	assert.ok(pages.some((p) => /担当者）<\/td><td><span class="tag done">送信済み/.test(p.body)))
})

test('documents that were asked for are reminded of, and an urgent report is told on a Sunday too', async (t) => {
	// Due the day before, so whoever manages 業務課 is told.
	const { server, mail, wall } = await served(t, "UPDATE audit_request SET due_day = 20851 WHERE state = 'asked'")
	const of = (words) => mail.messages.filter((m) => words.test(m.headers.Subject))
	await until('the reminder', () => of(/資料の提出期限/).length >= 1)
	const [reminder] = of(/資料の提出期限/)
	assert.match(reminder.headers.Subject, /資料の提出期限を過ぎています（1件）$/)
	assert.match(reminder.text, /^・R08-A\d\d-02（業務課）　期限 令和9年2月2日$/m)
	assert.doesNotMatch(JSON.stringify(reminder), /委託先|立会い|\{\w+\}/)
	const number = reminder.text.match(/R08-A\d\d/)[0]
	wall.set('2027-02-07', '22:00:00')
	const auditor = new Client(server.url)
	await auditor.signIn('auditor')
	const list = await auditor.get('/audits')
	const audit = await auditor.get(list.body.match(new RegExp(`${number}[\\s\\S]*?href="(/audits/\\d+)"`))?.[1] ?? '')
	const form = forms(audit.body).find((f) => f.action.endsWith('/urgent'))
	const filed = await auditor.send(audit, form, { urgent_kind: 'illegal', urgent_text: '名簿が売られていた' })
	assert.equal(filed.status, 303)
	await until('the report', () => of(/緊急報告/).length >= 2)
	for (const m of of(/緊急報告/)) {
		assert.match(m.text, new RegExp(`^・${number}$`, 'm'))
		assert.doesNotMatch(JSON.stringify(m), /名簿|法令|業務課|\{\w+\}/)
	}
	assert.equal(new Set(of(/緊急報告/).map((m) => m.to[0])).size, of(/緊急報告/).length)
	const again = await auditor.follow(filed)
	assert.match(again.body, /知らせる人/)
})
