// What only shows while someone answers: saving by itself, the warning before leaving,
// and the keyboard alone.
import assert from 'node:assert/strict'
import { Client, forms, password } from './lib.mjs'

const twentySeconds = 21000

// 「保存しました」 is said when the server has answered, not when it was asked.
export async function savesByItself(v, { login }) {
	const { page } = v
	await page.clock.install()
	await v.signIn(login)
	await v.follow(/回答を始める|続きから回答する/)
	const saved = page.locator('[data-saved]')
	assert.equal(await saved.innerText(), '')
	let asked, letGo
	const arrived = new Promise((resolve) => { asked = resolve })
	const held = new Promise((resolve) => { letGo = resolve })
	await page.route('**/sheets/*', async (route) => {
		if (route.request().method() !== 'POST') return route.continue()
		asked()
		await held
		return route.continue()
	})
	await page.locator('fieldset input[type=radio]').first().check()
	await page.clock.fastForward(twentySeconds)
	await arrived
	assert.equal(await saved.innerText(), '', 'nothing is claimed before the answer')
	letGo()
	await saved.filter({ hasText: '保存しました' }).waitFor()
	assert.match(await saved.innerText(), /保存しました \d\d:\d\d:\d\d \(1\/\d+\)/)
	await page.unroute('**/sheets/*')
	await page.reload()
	assert.equal(await page.locator('fieldset input[type=radio]').first().isChecked(), true, 'it was stored')
}

export async function saysWhenSavingFails(v) {
	const { page } = v
	await page.route('**/sheets/*', (route) => route.request().method() === 'POST' ? route.fulfill({ status: 503, contentType: 'text/plain', body: '混み合っています' }) : route.continue())
	v.expect(503)
	await page.locator('fieldset').nth(1).locator('input[type=radio]').first().check()
	await page.clock.fastForward(twentySeconds)
	await page.locator('[data-saved]').filter({ hasText: '保存できていません' }).waitFor()
	await page.unroute('**/sheets/*')
	v.expect()
}

const posts = (route) => route.request().method() === 'POST'
const saved = (v) => v.page.locator('[data-saved]')
const question = (page, n) => page.locator('fieldset:has(input.why)').nth(n)

async function starts(v, login) {
	await v.page.clock.install()
	await v.signIn(login)
	await v.follow(/回答を始める|続きから回答する/)
}

async function isSaved(v, given) {
	await v.page.clock.fastForward(twentySeconds)
	await saved(v).filter({ hasText: new RegExp(`保存しました [\\d:]{8} \\(${given}/`) }).waitFor()
}

// Two windows of one sheet: neither takes back what the other said, and where they differ both are told.
export async function keepsWhatTwoWindowsSay(v, { login }) {
	await starts(v, login)
	const { page } = v, second = await v.context.newPage()
	await second.goto(page.url())
	await question(second, 0).locator('input').nth(0).check()
	await question(second, 1).locator('input').nth(0).check()
	await second.getByRole('button', { name: '一時保存', exact: true }).click()
	await second.locator('[data-saved]').filter({ hasText: /保存しました [\d:]{8} \(2\// }).waitFor()
	await question(page, 1).locator('input.why').first().check()
	await question(page, 1).locator('textarea').fill('こちらの窓の理由')
	await isSaved(v, 2)
	await v.sees('別の画面で保存された回答も', '.meter')
	assert.ok(await question(page, 0).locator('input').nth(0).isChecked(), 'what the other window said has come into this one')
	assert.match(await page.locator('[data-others] li').innerText(), /別の画面の回答：できている/)
	assert.ok(await page.getByRole('link', { name: '別の画面と違う回答があります' }).isVisible())
	await v.photograph('other-window')
	await question(page, 2).locator('input').nth(0).check()
	await isSaved(v, 3)
	await page.reload()
	await v.sees(/のうち 3問に回答/)
	assert.equal(await question(page, 1).locator('textarea').inputValue(), 'こちらの窓の理由')
	await second.close()
}

// What is typed wrong is named, stays, and is saved as soon as it is mended.
export async function namesWhatMustBeMended(v) {
	const { page } = v, reason = question(page, 1).locator('textarea')
	v.expect(422)
	await reason.fill('長'.repeat(1001))
	await page.clock.fastForward(twentySeconds)
	await saved(v).filter({ hasText: /まだ保存していません。設問\d+の入力を直すと/ }).waitFor()
	assert.equal((await reason.inputValue()).length, 1001, 'nothing typed is lost')
	await reason.fill('短くした')
	await isSaved(v, 3)
	v.expect()
}

// A lost connection: asked again, ever less often, until it is there again.
export async function triesAgainWithGrowingPauses(v) {
	const { page } = v
	let asked = 0
	await page.route('**/sheets/*', (route) => {
		if (!posts(route)) return route.continue()
		asked++
		return route.abort('aborted')
	})
	await question(page, 3).locator('input').nth(0).check()
	await page.clock.runFor(4000)
	await saved(v).filter({ hasText: '保存できていません' }).waitFor()
	const tries = []
	for (const seconds of [6, 11, 21, 41]) {
		await page.clock.runFor(seconds * 1000)
		await page.waitForTimeout(100)
		tries.push(asked)
	}
	assert.deepEqual(tries, [2, 3, 4, 5], 'the pauses grow: 5, 10, 20, 40 seconds')
	await page.unroute('**/sheets/*')
	await page.evaluate(() => dispatchEvent(new Event('online')))
	await saved(v).filter({ hasText: /保存しました [\d:]{8} \(4\// }).waitFor()
	assert.doesNotMatch(await saved(v).getAttribute('class') ?? '', /bad-text/)
}

// The secretariat takes the sheet out meanwhile: said, not tried again, and what was typed can be kept.
export async function saysWhenNothingIsTakenAnyMore(v) {
	const { page } = v, id = page.url().match(/sheets\/(\d+)/)[1], desk = new Client(v.url)
	await desk.signIn('admin')
	const acts = async (word, changes = {}) => {
		const status = await desk.get(`/sheets/${id}/status`)
		const form = forms(status.body).find((f) => f.buttons.some(([, value]) => value === word))
		assert.equal((await desk.send(status, form, changes)).status, 303, word)
	}
	await acts('exclude', { reason: 'absent' })
	v.expect(409)
	await question(page, 4).locator('input.why').first().check()
	await question(page, 4).locator('textarea').fill('消えてほしくない理由')
	await page.clock.fastForward(twentySeconds)
	await saved(v).filter({ hasText: '保存できません。入力した内容はこの画面に残っています' }).waitFor()
	let asked = 0
	await page.route('**/sheets/*', (route) => { asked += posts(route); return route.continue() })
	await page.clock.runFor(300000)
	assert.equal(asked, 0, 'asking again would not help')
	await v.photograph('no-longer-taken')
	await v.press('一時保存')
	await v.sees('消えてほしくない理由')
	await v.photograph('no-longer-taken-kept')
	v.expect()
	await page.unroute('**/sheets/*')
	await acts('include')
	desk.agent.destroy()
}

export async function warnsBeforeLeaving(v) {
	const { page } = v
	const warned = []
	page.once('dialog', async (dialog) => {
		warned.push(dialog.type())
		await dialog.dismiss()
	})
	await page.locator('fieldset').nth(2).locator('input[type=radio]').first().check()
	await page.getByRole('link', { name: 'わたしの点検へ戻る' }).click({ noWaitAfter: true })
	await page.waitForTimeout(300)
	assert.deepEqual(warned, ['beforeunload'])
	assert.match(page.url(), /\/sheets\/\d+$/, 'the person stays')
	await v.press('一時保存')
	await v.sees(/のうち 3問に回答/)
	await v.follow('わたしの点検へ戻る')
	assert.equal(warned.length, 1, 'what is saved can be left without a word')
}

const active = (page) => page.evaluate(() => {
	const e = document.activeElement
	const group = e.type === 'radio' ? [...document.getElementsByName(e.name)] : []
	return { tag: e.tagName, type: e.type ?? '', name: e.name ?? '', text: (e.innerText ?? '').trim(), href: e.getAttribute('href') ?? '',
		answered: group.some((x) => x.checked), checked: group.findIndex((x) => x.checked) }
})

async function tabTo(page, is, most = 60) {
	for (let i = 0; i < most; i++) {
		await page.keyboard.press('Tab')
		const now = await active(page)
		if (is(now)) return now
	}
	assert.fail(`the keyboard does not reach it: ${JSON.stringify(await active(page))}`)
}

// From the first page to the receipt without a mouse.
export async function byKeyboard(v, { login, password }) {
	const { page } = v
	const { keyboard } = page
	await v.go('/signin')
	await keyboard.press('Tab')
	assert.equal((await active(page)).href, '#main', 'the first stop is the skip link')
	assert.ok(await page.locator('.skip').evaluate((e) => e.getBoundingClientRect().left >= 0), 'and it can be seen')
	await keyboard.press('Enter')
	assert.equal((await active(page)).tag, 'MAIN')
	await tabTo(page, (e) => e.name === 'login')
	await keyboard.type(login)
	await tabTo(page, (e) => e.name === 'password', 1)
	await keyboard.type(password)
	await keyboard.press('Enter')
	await page.getByRole('heading', { name: 'わたしの点検', level: 1 }).waitFor()
	await tabTo(page, (e) => e.text.startsWith('回答を始める'))
	await keyboard.press('Enter')
	await page.locator('form[data-sheet]').waitFor()
	const first = await tabTo(page, (e) => e.type === 'radio')
	assert.equal(first.answered, false, 'the focus alone answers nothing')
	await keyboard.press('Space')
	assert.equal((await active(page)).checked, 0)
	await keyboard.press('ArrowRight')
	assert.equal((await active(page)).checked, 1)
	await keyboard.press('ArrowLeft')
	assert.equal((await active(page)).checked, 0)
	await tabTo(page, (e) => {
		if (e.type === 'radio' && !e.answered) return true
		return e.text === '提出する'
	}, 3)
	for (let i = 0; i < 60 && (await active(page)).text !== '提出する'; i++) {
		if ((await active(page)).type === 'radio') await keyboard.press('Space')
		await keyboard.press('Tab')
	}
	await keyboard.press('Enter')
	await page.getByRole('heading', { name: '提出を受け付けました', level: 1 }).waitFor()
}
