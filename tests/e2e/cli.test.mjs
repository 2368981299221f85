// The terminal's door: help, wrong use, failures, and figures one per line.
import test from 'node:test'
import assert from 'node:assert/strict'
import { writeFileSync, existsSync, readFileSync, cpSync } from 'node:fs'
import path from 'node:path'
import { tenken, scratch, password } from './lib.mjs'

const sentences = (text) => text.trim().split('\n').filter(Boolean)

test('every command is listed and explains itself', async () => {
	const all = await tenken('--help')
	assert.equal(all.code, 0)
	const names = ['serve', 'init', 'demo', 'roster import', 'questionnaire check', 'policy coverage', 'report', 'routes', 'verify']
	for (const name of names) {
		assert.match(all.out, new RegExp(`tenken ${name}\\b`))
		const help = await tenken(...name.split(' '), '--help')
		assert.equal(help.code, 0, name)
		assert.match(help.out, new RegExp(`tenken ${name}`), name)
		assert.equal(help.err, '')
	}
	const half = await tenken('roster', '--help')
	assert.equal(half.code, 0)
	assert.match(half.out, /tenken roster import/)
	assert.doesNotMatch(half.out, /tenken serve/)
	assert.equal((await tenken('nonsense', '--help')).code, 2)
})

test('wrong use exits 2 with one sentence and does nothing', async (t) => {
	const data = path.join(scratch(t), 'data')
	const wrong = [
		[], ['nonsense'], ['serve'], ['serve', '--data', data, '--listen', 'nowhere'], ['serve', '--data', data, '--listen', '127.0.0.1:70000'], ['serve', '--data'], ['serve', '--data', data, '--colour', 'red'],
		['init'], ['init', '--data', data, 'extra'], ['init', '--data', data, '--data', data],
		['demo', '--data', data, '--staff', 'many'], ['demo', '--data', data, '--staff', '0'],
		['demo', '--data', data, '--answered', '1.5'], ['demo', '--data', data, '--departments', '3.5'],
		['roster'], ['roster', 'import', '--data', data], ['roster', 'import', 'a.csv', 'b.csv', '--data', data],
		['report', '--data', data, '-o', 'x.pdf'], ['report', 'self-check-body', '--data', data],
		['routes', 'all'], ['verify'], ['policy', 'coverage', 'x'],
	]
	for (const args of wrong) {
		const answer = await tenken(...args)
		assert.equal(answer.code, 2, args.join(' '))
		assert.equal(sentences(answer.err).length, 1, `${args.join(' ')}: ${answer.err}`)
		assert.equal(answer.out, '', args.join(' '))
	}
	assert.ok(!existsSync(data))
})

test('failure exits 1 with one sentence', async (t) => {
	const directory = scratch(t)
	const none = path.join(directory, 'none')
	const failing = [
		['serve', '--data', none], ['verify', '--data', none],
		['report', 'self-check-body', '--data', none, '-o', path.join(directory, 'x.pdf')],
		['roster', 'import', path.join(directory, 'none.csv'), '--data', none],
		['init', '--data', '/proc/tenken'],
	]
	for (const args of failing) {
		const answer = await tenken(...args)
		assert.equal(answer.code, 1, args.join(' '))
		assert.equal(sentences(answer.err).length, 1, `${args.join(' ')}: ${answer.err}`)
	}
	assert.ok(!existsSync(none), 'nothing is created by a command that reads')
})

test('an empty body is made once and says how its administrator gets in', async (t) => {
	const data = path.join(scratch(t), 'data')
	const made = await tenken('init', '--data', data)
	assert.equal(made.code, 0, made.err)
	assert.match(made.out, /\/invite\/[A-Za-z0-9_-]{43}/)
	const again = await tenken('init', '--data', data)
	assert.equal(again.code, 1)
	const clean = await tenken('verify', '--data', data)
	assert.equal(clean.code, 0, clean.err)
})

test('the shipped question sets are without fault and cover the policy', async () => {
	const check = await tenken('questionnaire', 'check')
	assert.equal(check.code, 0, check.err)
	const figure = (name) => Number(check.out.match(new RegExp(`^${name}: (\\d+)$`, 'm'))?.[1])
	assert.ok(figure('self_check_items') >= 75, check.out)
	assert.ok(figure('audit_items') >= 70, check.out)
	const coverage = await tenken('policy', 'coverage')
	assert.equal(coverage.code, 0, coverage.err)
	for (const clause of ['6(3)①', '6(8)', '10']) assert.ok(coverage.out.includes(clause), clause)
})

test('a question file with faults names each by file and line', async (t) => {
	const file = path.join(scratch(t), 'own.yaml')
	writeFileSync(file, ['key: own', 'title: 独自票', 'edition: 第1版', 'audience: ALL', 'unit: person', 'kind: personal',
		'extension: 0', 'label: ""', 'minutes: 5', 'when: ""', 'purpose: 試験', 'items:',
		'  - {id: X1, clause: "6(99)", text: 問い, scale: Q5, weight: 1, priority: 0, threats: ["3(1)"], cia: C, help: 説明, advice: 対応}',
		'  - {id: X1, clause: "6(1)", text: 問い, scale: Q4, weight: 9, priority: 0, threats: ["3(1)"], cia: C, help: 説明, advice: 対応}',
		''].join('\n'))
	const answer = await tenken('questionnaire', 'check', file)
	assert.equal(answer.code, 1)
	assert.match(answer.err, /own\.yaml:13: .*6\(99\)/)
	assert.match(answer.err, /own\.yaml:13: .*Q5.*Q4/s)
	assert.match(answer.err, /own\.yaml:14: .*X1/)
	assert.match(answer.err, /own\.yaml:14: .*9/)
})

test('a demonstration is made, verified and printed', async (t) => {
	const directory = scratch(t)
	const data = path.join(directory, 'data')
	const made = await tenken('demo', '--data', data, '--password', password)
	assert.equal(made.code, 0, made.err)
	for (const login of ['staff', 'manager', 'auditor', 'management', 'admin', 'lead']) assert.match(made.out, new RegExp(`\\b${login}\\b`))
	const verified = await tenken('verify', '--data', data)
	assert.equal(verified.code, 0, verified.err + verified.out)
	assert.match(verified.out, /^differences: 0$/m)
	for (const year of ['2024', '2025', '2026']) {
		const file = path.join(directory, `${year}.pdf`)
		const printed = await tenken('report', 'self-check-body', '--data', data, '--cycle', year, '-o', file)
		assert.equal(printed.code, 0, printed.err)
		assert.equal(readFileSync(file).subarray(0, 5).toString(), '%PDF-')
	}
	const unknown = await tenken('report', 'self-check-department', '--data', data, '--department', 'nowhere', '-o', path.join(directory, 'x.pdf'))
	assert.equal(unknown.code, 1)
	assert.ok(!existsSync(path.join(directory, 'x.pdf')))
})

test('a workbook says on which day it was handed in, and not on one that cannot be', async (t) => {
	const directory = scratch(t)
	const data = path.join(directory, 'data'), file = path.join(directory, '010.xlsx')
	await tenken('demo', '--data', data, '--password', password, '--answered', '0')
	assert.equal((await tenken('sheets', 'export', '--data', data, '--department', '010', '-o', file)).code, 0)
	const takes = (...day) => tenken('sheets', 'import', file, '--data', data, '--as', 'admin', '--dry-run', ...day)
	const today = await takes()
	assert.equal(today.code, 0, today.err)
	for (const day of ['2020-04-01', '2199-12-31']) {
		const refused = await takes('--on', day)
		assert.equal(refused.code, 1, refused.out)
		assert.match(refused.err, /受付の開始から今日まで/)
	}
	const wrong = await takes('--on', '4月1日')
	assert.equal(wrong.code, 2)
	assert.match(wrong.err, /2026-04-01/)
	assert.match((await tenken('sheets', 'import', '--help')).out, /--on DATE/)
})

test('a roster with faults is refused whole, a good one shows its changes first', async (t) => {
	const directory = scratch(t)
	const data = path.join(directory, 'data')
	await tenken('init', '--data', data)
	const head = '職員番号,氏名,フリガナ,職員種別,所属コード,所属名,ログイン名,権限\r\n'
	const good = path.join(directory, 'good.csv'), bad = path.join(directory, 'bad.csv')
	writeFileSync(good, '\ufeff' + head + '1001,髙橋 花子,タカハシ ハナコ,正規,somu,総務課,hanako,staff manager\r\n1002,𠮷田 一郎,ヨシダ イチロウ,会計年度任用,somu,総務課,,\r\n')
	writeFileSync(bad, head + '1003,,,正規,somu,総務課,,\r\n1004,山﨑 次郎,,正規,somu,総務課,,king\r\n1004,山田 三郎,,正規,,,,\r\n')
	const dry = await tenken('roster', 'import', good, '--data', data, '--dry-run')
	assert.equal(dry.code, 0, dry.err)
	assert.match(dry.out, /髙橋 花子/)
	const refused = await tenken('roster', 'import', bad, '--data', data)
	assert.equal(refused.code, 1)
	for (const line of [2, 3, 4]) assert.match(refused.err, new RegExp(`bad\\.csv:${line}: `))
	const applied = await tenken('roster', 'import', good, '--data', data)
	assert.equal(applied.code, 0, applied.err)
	assert.match(applied.out, /𠮷田 一郎/)
	const again = await tenken('roster', 'import', good, '--data', data)
	assert.equal(again.code, 0)
	assert.doesNotMatch(again.out, /𠮷田 一郎/, 'nothing changed, nothing shown')
})

test('routes come from the table that dispatches them', async () => {
	const routes = await tenken('routes')
	assert.equal(routes.code, 0)
	for (const row of [/^GET\s+\/healthz\b/m, /^POST\s+\/sheets\/\{\}\s+.*staff/m, /^GET\s+\/dashboard\s+.*management/m, /^POST\s+\/admin\/roster\b.*admin/m, /^POST\s+\/audit-plans\s+lead$/m])
		assert.match(routes.out, row)
})

test('a faulty recipe is named with file and line before anything is served or printed', async (t) => {
	const directory = scratch(t)
	const data = path.join(directory, 'data'), home = path.join(directory, 'home'), usual = process.env.TENKEN_HOME
	assert.equal((await tenken('demo', '--data', data)).code, 0)
	for (const part of ['templates', 'questionnaires', 'reports', 'static'])
		cpSync(path.join(usual, part), path.join(home, part), { recursive: true })
	writeFileSync(path.join(home, 'reports/own.yaml'),
		'title: t\nheading: "{nowhere}"\nset: staff\npaper: 1\npage: 0\ndepartment: 0\nbody: 1\nblocks:\n  - block: overvieu\n')
	process.env.TENKEN_HOME = home
	t.after(() => { process.env.TENKEN_HOME = usual })
	for (const args of [['serve', '--listen', '127.0.0.1:0'], ['report', 'self-check-body', '-o', path.join(directory, 'x.pdf')]]) {
		const answer = await tenken(...args, '--data', data)
		assert.equal(answer.code, 1, answer.err)
		assert.match(answer.err, /reports\/own\.yaml.*9.*overview/)
		assert.match(answer.err, /reports\/own\.yaml.*nowhere/)
	}
	assert.ok(!existsSync(path.join(directory, 'x.pdf')))
})
