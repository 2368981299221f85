// What each role meets when an input is refused or a page is not for them: who →
// [name of the picture, status, steps]. Forms are sent without the browser's own checks,
// as an old browser would.
import assert from 'node:assert/strict'

const unchecked = (v) => v.page.evaluate(() => { for (const form of document.forms) form.noValidate = true })

async function sends(v, target, fields, button) {
	if (target) await v.go(target)
	await unchecked(v)
	for (const [label, value] of Object.entries(fields)) await v.page.getByLabel(label, { exact: true }).fill(value)
	await v.press(button)
}

async function uploads(v, target, label, text, button) {
	await v.go(target)
	await v.page.getByLabel(label).setInputFiles({ name: 'file.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
	await v.press(button)
}

async function opensSheet(v) {
	await v.go('/')
	await v.follow(/回答を始める|続きから回答する|回答を直す|修正を続ける/)
}

// Dates and numbers that no picker lets through.
async function mistypes(v) {
	await v.go('/')
	await v.page.locator('.card', { hasText: '所属長票' }).getByRole('link', { name: /回答|修正/ }).last().click()
	await v.page.locator('form[data-sheet]').waitFor()
	await v.page.evaluate(() => {
		for (const e of document.querySelectorAll('.extra input')) {
			e.type = 'text'
			e.value = 'きのう'
		}
		document.querySelector('.reason textarea').value = 'あ'.repeat(1001)
	})
	await v.press('一時保存')
	await v.sees('入力を直してください')
	assert.equal(await v.page.locator('.extra input').first().inputValue(), 'きのう', 'what was typed is still there')
}

// A button that the page no longer has, or never had, pressed all the same.
async function tampers(v, target, change, button) {
	await v.go(target)
	await v.page.evaluate(change)
	await v.press(button)
}

const earlier = async (v, target) => {
	await v.go(target)
	await v.page.getByLabel('実施回', { exact: true }).selectOption({ index: -1 + await v.page.getByLabel('実施回', { exact: true }).locator('option').count() })
	await v.press('表示する')
}

const rosterHead = '職員番号,氏名,フリガナ,職員種別,所属コード,所属名,ログイン名,権限\n'

export const refusals = {
	nobody: [
		['signin-wrong', 422, (v) => sends(v, '/signin', { サインイン名: 'nobody', パスワード: 'wrong wrong' }, 'サインイン')],
		['signin-empty', 422, (v) => sends(v, '/signin', {}, 'サインイン')],
		['error-404', 404, (v) => v.go('/nothing')],
		['invite-unknown', 404, (v) => v.go(`/invite/${'x'.repeat(43)}`)],
		['signin-kept', 200, (v) => v.go('/signin?kept=1')],
	],
	staff: [
		['sheet-incomplete', 422, async (v) => { await opensSheet(v); await v.press('提出する') }],
		['sheet-another', 403, (v) => v.go('/sheets/1')],
		['sheet-closed', 200, async (v) => { await v.go('/'); await v.page.locator('tbody th a').first().click(); await v.sees('いまは回答を受け付けていません') }],
		['receipt-closed', 200, async (v) => { await v.go('/'); await v.page.locator('tbody td a').first().click(); await v.sees('受付番号') }],
		['error-403', 403, (v) => v.go('/admin')],
		['error-404', 404, (v) => v.go('/nothing')],
		['account-empty', 422, (v) => sends(v, '/account', {}, '変更する')],
		['account-short', 422, (v) => sends(v, '/account', { 現在のパスワード: 'x', 新しいパスワード: 'short' }, '変更する')],
		['account-wrong', 422, (v) => sends(v, '/account', { 現在のパスワード: 'x', 新しいパスワード: 'long enough words', '新しいパスワード（確認のためもう一度）': 'long enough words' }, '変更する')],
		['home-again', 200, (v) => v.go('/')],
		['policy-again', 200, (v) => v.go('/policy')],
	],
	manager: [
		['sheet-mistyped', 422, mistypes],
		['sheet-incomplete', 422, async (v) => {
			await v.go('/')
			await v.page.locator('.card', { hasText: '所属長票' }).getByRole('link', { name: /回答|修正/ }).last().click()
			await v.page.locator('.why').first().check()
			await v.press('提出する')
		}],
		['figure-unknown', 404, (v) => v.go('/figures/3/staff/0/NONE')],
		['dashboard-denied', 403, (v) => v.go('/dashboard')],
		['section-again', 200, (v) => v.go('/section')],
	],
	management: [
		['dashboard-unknown', 404, (v) => v.go('/dashboard?cycle=999')],
		['dashboard-closed', 200, (v) => earlier(v, '/dashboard')],
		['figure-closed', 200, (v) => v.page.locator('main table a').first().click()],
		['reports-closed', 200, (v) => earlier(v, '/reports')],
	],
	admin: [
		['roster-none', 422, (v) => sends(v, '/admin/roster', {}, '違いを確かめる')],
		['roster-faults', 422, (v) => uploads(v, '/admin/roster', '職員名簿（CSV または Excel の .xlsx）', `${rosterHead}1,,,,,,,king\n`, '違いを確かめる')],
		['roster-dry-run', 200, (v) => uploads(v, '/admin/roster', '職員名簿（CSV または Excel の .xlsx）', `${rosterHead}9001,試験 太郎,シケン タロウ,正規,010,総務課,taro,\n`, '違いを確かめる')],
		['roster-expired', 409, async (v) => {
			await v.page.evaluate(() => { document.querySelector('[name=digest]').value = 'x' })
			await v.press('この内容で取り込む')
		}],
		['questions-none', 422, (v) => sends(v, '/admin/questionnaires', {}, '確かめて読み込む')],
		['questions-faults', 422, (v) => uploads(v, '/admin/questionnaires', '設問セット（YAML）', 'key: [', '確かめて読み込む')],
		['question-set-unknown', 404, (v) => v.go('/admin/questionnaires/9999')],
		['cycles-refused', 422, (v) => sends(v, '/admin/cycles', { '年度（西暦。4月に始まる年）': '' }, '準備する')],
		['cycle-no-reason', 422, async (v) => {
			await v.go('/admin/cycles')
			await v.page.locator('tr', { hasText: '令和6年度' }).getByRole('link').click()
			await v.press('再開する')
		}],
		['cycle-409', 409, async (v) => {
			await v.page.evaluate(() => { document.querySelector('main form button[value=reopen]').value = 'finalise' })
			await v.press('再開する')
		}],
		['settings-refused', 422, (v) => sends(v, '/admin/settings', { 秘匿する人数の境: '1' }, '保存する')],
		['department-refused', 400, (v) => tampers(v, '/admin/departments/010', () => { document.querySelector('[type=checkbox]').name = 'flag-NONE'; document.querySelector('[name=flag-NONE]').checked = true }, '保存する')],
		['department-unknown', 404, (v) => v.go('/admin/departments/none')],
		['accounts-none', 200, (v) => v.go('/admin/accounts?q=いない')],
		['account-unknown', 404, (v) => v.go('/admin/accounts/9999')],
		['error-405', 405, (v) => v.go('/admin/roster/apply')],
		['invite-short', 422, async (v) => {
			await v.go('/admin/accounts?q=staff')
			await v.page.locator('tbody a').first().click()
			await v.press('招待のリンクを作る')
			await v.go(new URL(await v.text('main code')).pathname)
			await sends(v, null, { 新しいパスワード: 'short' }, '設定してサインイン')
		}],
		['desk-again', 200, (v) => v.go('/admin')],
		['events-again', 200, (v) => v.go('/admin/events')],
		['settings-emoji', 200, (v) => sends(v, '/admin/settings', { 団体の名称: '試験🦀企業団' }, '保存する')],
	],
	auditor: [
		['report-unknown', 404, (v) => v.go('/reports/none/3/body.pdf')],
		['report-glyphs', 422, (v) => v.go('/reports/self-check-body/3/body.pdf')],
	],
}
