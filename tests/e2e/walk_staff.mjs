// A member of staff: answers, leaves, comes back, submits too early, submits, revises.
import assert from 'node:assert/strict'
import { Client, password } from './lib.mjs'

const screensMost = 15
const reasonTyped = '忙しい時期に抜けることがある。<b>髙橋</b> & 𠮷田'

// People of the demonstration whose sheet nobody has touched, by their sign-in names.
export async function untouched(url, count) {
	const found = []
	for (let n = 1001; found.length < count; n++) {
		const login = String(n).padStart(6, '0')
		const client = new Client(url)
		const home = await client.signIn(login, password)
		client.agent.destroy()
		if (home.status === 200 && home.body.includes('回答を始める')) found.push(login)
		assert.ok(n < 1100, 'too few untouched sheets')
	}
	return found
}

const groups = (page) => page.locator('fieldset:has(input[type=radio])')

// What a form holds: name → value, as it would be sent.
const held = (page) => page.evaluate(() => Object.fromEntries([...new FormData(document.querySelector('form[data-sheet]'))]
	.filter(([name]) => !['form_key', 'revision', 'shown'].includes(name))))

async function seesFreshSheet(v) {
	const { page } = v
	assert.equal(await page.locator('input:checked').count(), 0, 'nothing is preselected')
	for (const field of await page.locator('form[data-sheet] textarea, form[data-sheet] input[type=text], input[type=date]').all())
		assert.equal(await field.inputValue(), '')
	await v.sees(/全\d+問のうち 0問に回答/)
	assert.equal(await page.locator('.meter progress').getAttribute('value'), '0')
	if (v.width === 390) {
		const height = await page.evaluate(() => document.documentElement.scrollHeight)
		assert.ok(height <= screensMost * 844, `${height} px is more than ${screensMost} screens`)
	}
	const count = await groups(page).count()
	assert.ok(count >= 20 && count <= 30, `${count} questions`)
	for (const group of await groups(page).all()) {
		assert.match(await group.locator('legend .clause').innerText(), /\S/, 'the clause is named')
		assert.match(await group.locator('.hint').innerText(), /\S/, 'there is help')
	}
}

async function answersSome(v) {
	const { page } = v
	const scored = page.locator('fieldset:has(input.why)')
	await groups(page).nth(0).locator('input').first().check()
	const partly = scored.nth(1)
	await partly.locator('input.why').first().check()
	await partly.locator('textarea').fill(reasonTyped)
	if (v.js) await v.sees(/のうち 2問に回答/)
}

async function savesAndComesBack(v) {
	const { page } = v
	const typed = await held(page)
	await v.press('一時保存')
	await v.sees('まだ提出していません')
	await v.sees(/のうち 2問に回答/)
	await v.sees(/保存しました \d\d:\d\d:\d\d \(2\/\d+\)/, '.meter')
	assert.deepEqual(await held(page), typed)
	await v.look('draft')
	await v.follow('わたしの点検へ戻る')
	await v.sees('一時保存')
	await v.look('home-draft')
	await v.follow('続きから回答する')
	assert.deepEqual(await held(page), typed, 'what was typed is there again')
}

async function submitsTooEarly(v) {
	const { page } = v
	const third = page.locator('fieldset:has(input.why)').nth(2)
	await third.locator('input.why').last().check()
	const typed = await held(page)
	v.expect(422)
	await v.press('提出する')
	v.expect()
	const left = Number((await v.text('#errors h2')).match(/残り(\d+)か所/)[1])
	const links = page.locator('#errors li a')
	assert.equal(await links.count(), left)
	if (v.js) assert.equal(await page.evaluate(() => document.activeElement.id), 'errors', 'what is missing is read first')
	assert.deepEqual(await held(page), typed, 'everything typed is still there')
	await v.look('incomplete')
	for (const link of [links.first(), links.nth(1), links.last()]) {
		const target = (await link.getAttribute('href')).slice(1)
		await link.click()
		const place = await page.locator(`[id="${target}"]`).boundingBox()
		assert.ok(place && place.y >= 0 && place.y < page.viewportSize().height, `${target} is in view`)
		assert.ok(await page.locator(`fieldset.missing:has([id="${target}"]) .complaint`).first().isVisible())
	}
}

async function completes(v) {
	const { page } = v
	for (const group of await groups(page).all())
		if (await group.locator('input:checked').count() === 0) await group.locator('input').first().check()
	for (const why of await page.locator('fieldset:has(.na:checked) select').all()) await why.selectOption('duty')
	for (const reason of await page.locator('fieldset:has(.why:checked) .reason textarea').all())
		if (await reason.inputValue() === '') await reason.fill('担当替えのため')
	for (const date of await page.locator('input[type=date]').all()) await date.fill('2026-05-01')
	for (const number of await page.locator('.extra input[type=text]').all()) await number.fill('3')
}

async function getsReceipt(v) {
	await v.press('提出する')
	assert.match(v.page.url(), /\/receipt$/, await v.text('main'))
	assert.equal(await v.page.locator('h1').innerText(), '提出を受け付けました')
	const receipt = await v.text('dd.big')
	assert.match(receipt, /^R08-\d+-\d+$/)
	await v.sees(/受付日時\s*令和\d+年\d+月\d+日/)
	await v.sees(/回答した数\s*\d+問/)
	await v.sees('知識問題の答え合わせ')
	await v.sees('これからできること')
	return receipt
}

async function readsWhatIsRight(v) {
	await v.sees(/答え合わせ\s*まだ読んでいません/)
	await v.press('読みました')
	assert.match(v.page.url(), /\/receipt$/)
	await v.sees(/読んだことを記録しました（令和\d+年\d+月\d+日/)
	assert.equal(await v.page.getByRole('button', { name: '読みました' }).count(), 0, 'it is said once')
	await v.look('receipt-read')
}

async function revises(v, receipt) {
	const { page } = v
	await v.follow('わたしの点検へ戻る')
	await v.sees('提出')
	await v.sees(receipt)
	await v.sees(/答え合わせ\s*読みました/)
	await v.look('home-submitted')
	await v.follow('回答を直す')
	await v.sees('提出し直せます')
	const typed = await held(page)
	assert.equal(Object.values(typed).includes(reasonTyped), true, 'the reason reads as it was typed')
	await v.look('submitted')
	const known = page.locator('fieldset:has(.tall)')
	assert.equal(await known.locator('input:enabled').count(), 0, 'what was known before the right answers were seen stands')
	assert.equal(await known.locator('input:checked').count(), await known.count())
	const last = page.locator('fieldset:has(input.why)').last().locator('input')
	await last.last().check()
	await v.press('一時保存')
	await v.sees('修正中')
	await v.sees(receipt)
	await v.look('revised')
	const again = await getsReceipt(v)
	assert.notEqual(again, receipt)
}

export async function staff(v, { login }) {
	await v.signIn(login)
	assert.equal(await v.page.locator('h1').innerText(), 'わたしの点検')
	await v.sees(/締切\s*令和\d+年\d+月\d+日/)
	await v.look('home')
	assert.deepEqual(await v.page.locator('nav a').allInnerTexts(), ['わたしの点検', '基本方針'])
	await v.follow('基本方針')
	await v.look('policy')
	await v.follow('わたしの点検')
	await v.follow('回答を始める')
	await seesFreshSheet(v)
	await v.look('sheet')
	await answersSome(v)
	await savesAndComesBack(v)
	await submitsTooEarly(v)
	await completes(v)
	const receipt = await getsReceipt(v)
	await v.look('receipt')
	await readsWhatIsRight(v)
	await revises(v, receipt)
	await v.press('サインアウト')
	await v.sees('サインアウトしました')
	await v.look('signed-out')
}
