// The secretariat sets an empty body up, runs a cycle, makes it final and opens it again.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Client, password } from './lib.mjs'

const head = '職員番号,氏名,フリガナ,職員種別,所属コード,所属名,サインイン名,権限'
const rows = ['1001,髙橋 花子,タカハシ ハナコ,正規,somu,総務課,hanako,manager', '1002,𠮷田 一郎,ヨシダ イチロウ,会計年度任用,somu,総務課,,',
	'1003,山﨑 次郎,ヤマザキ ジロウ,正規,kyusui,給水課,jiro,']
const csv = (...lines) => Buffer.from('\ufeff' + [head, ...lines].join('\r\n') + '\r\n')
const file = (name, buffer) => ({ name, mimeType: 'text/plain', buffer })

export async function acceptsInvitation(v, invitation) {
	await v.go(invitation)
	await v.look('invite')
	await v.page.getByLabel('新しいパスワード', { exact: true }).fill(password)
	await v.page.getByLabel(/もう一度/).fill(password)
	await v.press('設定してサインイン')
	assert.equal(await v.page.locator('h1').innerText(), 'わたしの点検')
}

const desk = async (v, name) => {
	await v.follow('事務局')
	await v.page.locator('main').getByRole('link', { name, exact: true }).first().click()
	await v.page.waitForLoadState()
}

async function saysHowTheBodyIsCalled(v) {
	await desk(v, '設定')
	await v.look('settings')
	await v.page.getByLabel('団体の名称').fill('試験水道企業団')
	await v.page.getByLabel('秘匿する人数の境').fill('3')
	await v.press('保存する')
	await v.sees('設定を保存しました')
	await v.sees('試験水道企業団', 'header')
	assert.equal(await v.page.getByLabel('秘匿する人数の境').inputValue(), '3')
}

async function loadsRoster(v) {
	const { page } = v
	const choose = async (buffer) => {
		await page.getByLabel('職員名簿（CSV または Excel の .xlsx）').setInputFiles(file('名簿.csv', buffer))
		v.expect(422)
		await v.press('違いを確かめる')
		v.expect()
	}
	await desk(v, '名簿')
	await v.look('roster')
	await choose(csv(...rows, '1003,,,正規,somu,総務課,,king'))
	await v.sees(/取り込めません（\d+件の誤り）/)
	assert.equal(await page.locator('td.number').first().innerText(), '5', 'the fault is found by its line')
	await v.look('roster-refused')
	await choose(csv(...rows))
	await v.sees('まだ取り込んでいません')
	await v.sees(/追加 3人、変更 0人、退職など 0人/)
	for (const name of ['髙橋 花子', '𠮷田 一郎', '山﨑 次郎']) await v.sees(name)
	await v.look('roster-dry-run')
	await v.press('この内容で取り込む')
	await v.sees('名簿を取り込みました')
	await choose(csv(...rows.slice(0, 2), rows[2].replace('kyusui,給水課', 'somu,総務課')))
	await v.sees(/追加 0人、変更 1人、退職など 0人/)
	await v.sees('所属名：給水課 → 総務課')
	await v.look('roster-change')
	await v.follow('やめる')
	await choose(csv(...rows))
	await v.sees('違いはありません')
}

async function saysWhatDepartmentsDo(v) {
	await desk(v, '部署')
	await v.look('departments')
	await v.follow('給水課')
	assert.equal(await v.page.locator('input:checked').count(), 0)
	await v.look('department')
	await v.page.locator('input[type=checkbox]').first().check()
	await v.press('保存する')
	await v.sees('部署の業務を保存しました')
	assert.equal(await v.page.locator('tr', { hasText: '給水課' }).locator('td .tag').count(), 1)
}

async function loadsQuestions(v) {
	const { page } = v
	const choose = async (buffer) => {
		await page.getByLabel('設問セット（YAML）').setInputFiles(file('職員票.yaml', Buffer.from(buffer)))
		v.expect(422)
		await v.press('確かめて読み込む')
		v.expect()
	}
	const shipped = readFileSync('questionnaires/staff.yaml', 'utf8')
	await desk(v, '設問セット')
	await v.look('question-sets')
	await choose(shipped.replace('scale: Q4', 'scale: Q5'))
	await v.sees(/読み込めません（1件の誤り）/)
	await v.sees('Q4')
	await v.look('question-sets-refused')
	await choose(shipped.replace(/^edition: .*/m, 'edition: 試験版'))
	await v.sees('設問セットを読み込みました')
	await v.follow('職員票')
	await v.sees('試験版')
	assert.equal(await page.locator('input:checked').count(), 0)
	await v.look('question-set')
}

async function runsCycle(v) {
	const { page } = v
	await desk(v, '実施回')
	await page.getByLabel('名称').fill('試験の自己点検')
	await page.getByLabel('締切日').fill('2020-01-01')
	v.expect(422)
	await v.press('準備する')
	v.expect()
	await v.sees('まだ準備していません')
	assert.equal(await page.getByLabel('名称').inputValue(), '試験の自己点検', 'what was typed is still there')
	await v.look('cycles-refused')
	const today = new Date().toISOString().slice(0, 10)
	await page.getByLabel('基準日').fill(today)
	await page.getByLabel('開始の予定日').fill(today)
	await page.getByLabel('締切日').fill(`${Number(today.slice(0, 4)) + 1}-12-31`)
	await page.getByLabel(/職員票（試験版）/).check()
	await page.getByLabel('この日程で自動で進める').uncheck() // the walk presses everything itself
	await v.press('準備する')
	await v.sees('実施回を準備しました')
	await v.follow('日程と内容を変える')
	await page.getByLabel('猶予の日').fill(today)
	v.expect(422)
	await v.press('保存する')
	v.expect()
	await v.sees('まだ保存していません')
	await v.look('cycle-edit-refused')
	await page.getByLabel('猶予の日').fill('')
	await v.press('保存する')
	await v.sees('日程と内容を保存しました')
	await v.go('/admin/cycles')
	await v.look('cycles')
	await v.follow('試験の自己点検')
	await v.look('cycle-prepared')
	await page.getByLabel('承認した人').fill('副企業長 試験')
	await v.press('設問を確定する')
	await v.sees('設問を確定しました')
	await v.sees('副企業長 試験')
	await v.sees(/2部署、3人分/)
	await v.look('cycle-approved')
	await v.press('開始する')
	await v.sees('開始しました')
	await v.sees(/3件のうち提出0件/)
	await v.look('cycle-open')
}

// A new person gets in by a link that works once.
async function invites(v) {
	const { page } = v
	await desk(v, '利用者')
	await v.look('accounts')
	await page.getByRole('searchbox').fill('ヨシダ')
	await v.press('探す')
	await page.locator('tbody a').first().click()
	await v.sees('𠮷田 一郎', 'h1')
	await v.look('account')
	await v.press('招待のリンクを作る')
	const link = new URL(await v.text('main code'))
	await v.look('invited')
	const invited = new Client(v.url)
	const form = await invited.get(link.pathname)
	const key = form.body.match(/name="form_key" value="([^"]+)"/)[1]
	const accepted = await invited.post(link.pathname, { form_key: key, password: 'よい天気の月曜日です', again: 'よい天気の月曜日です' })
	assert.equal(accepted.status, 303, accepted.body)
	const home = await invited.get('/')
	invited.agent.destroy()
	assert.match(home.body, /回答を始める/, 'the new person has a sheet to answer')
}

async function closesCycle(v) {
	const { page } = v
	await desk(v, '実施回')
	await v.follow('試験の自己点検')
	const passes = async (button, said) => {
		const form = page.locator('form', { has: page.getByRole('button', { name: button, exact: true }) })
		await form.getByLabel('それでも進める').check()
		await form.getByLabel('理由').fill('まだだれも提出していない')
		await v.press(button)
		await v.sees(said)
	}
	await passes('所属長の確認に移る', '所属長の確認に移りました')
	await v.look('cycle-confirming')
	await passes('集計を確定する', '集計を確定しました')
	await v.look('cycle-final')
	await v.follow('回答の質と設問の見直し')
	await v.sees('候補に挙がる設問はありません')
	await v.look('quality-empty')
	await v.follow('試験の自己点検')
	v.expect(422)
	await v.press('再開する')
	v.expect()
	await v.sees('理由を入力してください')
	await page.getByLabel('理由').fill('回答の漏れがあったため')
	await v.press('再開する')
	await v.sees('再開しました')
	await v.sees('第2版')
	await desk(v, '操作記録')
	await v.sees('回答の漏れがあったため')
	await v.look('events')
}

export async function admin(v, { invitation }) {
	await acceptsInvitation(v, invitation)
	await v.look('home')
	await v.follow('事務局')
	await v.look('desk-empty')
	await saysHowTheBodyIsCalled(v)
	await loadsRoster(v)
	await saysWhatDepartmentsDo(v)
	await loadsQuestions(v)
	await runsCycle(v)
	await invites(v)
	await v.follow('事務局')
	await v.look('desk')
	await closesCycle(v)
}
