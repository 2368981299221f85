// What only shows while someone answers: saving by itself, the warning before leaving,
// and the keyboard alone.
import assert from 'node:assert/strict'

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
