// Papers typed in with the keyboard alone: as fast as they are turned over, and nothing of what a
// person saved meanwhile is lost.
import assert from 'node:assert/strict'
import { Client, sheetForm } from './lib.mjs'

const keysBeside = 15 // besides one for each question: fewer than 45 for 30 of them

// What has the focus: its name, its value, and whether it is a button.
const at = (page) => page.evaluate(() => {
	const e = document.activeElement
	return { tag: e.tagName, id: e.id, name: e.name ?? '', value: e.value ?? '', type: e.type ?? '', text: (e.innerText ?? '').trim() }
})

class Keys {
	constructor(page) {
		Object.assign(this, { page, count: 0 })
	}

	async press(...names) {
		for (const name of names) {
			this.count++
			await this.page.keyboard.press(name)
		}
	}

	// With Enter; the page that comes then.
	async sends() {
		this.count++
		await Promise.all([this.page.waitForNavigation(), this.page.keyboard.press('Enter')])
	}
}

// Those of the people whose staff sheet nobody has begun, each with the code of the paper.
export async function papersOf(v, logins) {
	const papers = []
	for (const login of logins) {
		await v.go(`/proxy?q=${login}`)
		const only = (await v.page.locator('tbody tr').allInnerTexts()).find((row) => /職員票\s+未着手/.test(row))
		if (only) papers.push({ login, code: only.match(/R\d\d-\w{4}-\w{2}/)[0] })
	}
	return papers
}

const plain = (code) => [...code.replaceAll('-', '').toLowerCase()]

// Answers every question of the paper that lies there with ○, or the first of a knowledge question.
async function answersAll(v, keys) {
	const seen = []
	for (let i = 0; i < 60; i++) {
		const now = await at(v.page)
		if (now.tag === 'BUTTON') return seen
		if (now.tag === 'SELECT') seen.push(now.name)
		await keys.press(now.tag !== 'SELECT' ? 'Enter' : (await v.page.locator(`[id="${now.id}"] option[data-key*="○"]`).count()) > 0 ? 'o' : '1')
	}
	assert.fail('the button is never reached')
}

export async function typesAWholePaper(v, { code }) {
	const { page } = v, keys = new Keys(page)
	await v.go('/proxy')
	assert.equal((await at(page)).id, 'code', 'the code can be typed at once')
	await keys.press(...plain(code))
	await keys.sends()
	assert.equal((await at(page)).id, 'day')
	const asked = await page.locator('form[data-proxy] .line select[id$="-1"]').count()
	assert.ok(asked >= 20, `${asked} questions`)
	await v.look('paper')
	await page.locator('#day').focus()
	const seen = await answersAll(v, keys)
	assert.equal(seen.length, asked, 'every question, once')
	assert.equal((await at(page)).text, '登録する')
	await keys.sends()
	await v.sees(/入力しました（受付番号 R08-\d+-1）/)
	assert.equal((await at(page)).id, 'code', 'and the next code')
	assert.ok(keys.count < asked + keysBeside, `${keys.count} keys for ${asked} questions`)
	return `${keys.count} keys for ${asked} questions`
}

// △ opens the reason beside it, 該当なし also asks why; Shift+Enter goes back; another key answers anew.
async function reasonsOpen(v, keys) {
	const { page } = v
	while ((await at(page)).tag !== 'SELECT') await keys.press('Enter')
	const first = (await at(page)).name
	await keys.press('s')
	assert.equal((await at(page)).id, `${first}-r`, 'the reason is next')
	await keys.press('Shift+Enter')
	assert.equal((await at(page)).id, `${first}-1`)
	await keys.press('-')
	assert.equal((await at(page)).id, `${first}-n`, 'and with 該当なし, why')
	await keys.press('Shift+Enter', 'o')
	assert.ok(!await page.locator(`[id="${first}-r"]`).isVisible(), 'closed again')
	const second = (await at(page)).name
	await keys.press('x')
	return { first, second }
}

// Refused, shown again as it was typed, with the focus where something lacks; then stored.
export async function mendsWhatIsRefused(v, { code }) {
	const { page } = v, keys = new Keys(page)
	await v.go('/proxy')
	await keys.press(...plain(code))
	await keys.sends()
	const { first, second } = await reasonsOpen(v, keys)
	assert.equal((await at(page)).id, `${second}-r`)
	const skipped = []
	for (let i = 0; i < 60 && (await at(page)).tag !== 'BUTTON'; i++) {
		const now = await at(page)
		if (now.tag === 'SELECT' && skipped.length === 0) skipped.push(now.name)
		await keys.press(now.tag !== 'SELECT' || skipped[0] === now.name ? 'Enter' : (await page.locator(`[id="${now.id}"] option[data-key*="○"]`).count()) > 0 ? 'o' : '1')
	}
	v.expect(422)
	await keys.sends()
	v.expect()
	await v.sees('まだ登録していません。2か所を直してください')
	assert.equal((await at(page)).id, `${second}-r`, 'the first fault has the focus')
	assert.equal(await page.locator(`[id="${first}-1"]`).inputValue(), 'yes', 'the rest is as it was typed')
	await v.look('paper-refused')
	await page.locator(`[id="${second}-r"]`).focus()
	await page.keyboard.insertText('紙に書いてあった理由')
	await keys.press('Enter')
	assert.equal((await at(page)).name, skipped[0])
	await keys.press('o')
	while ((await at(page)).tag !== 'BUTTON') await keys.press('Enter')
	await keys.sends()
	await v.sees(/入力しました（受付番号 R08-\d+-1）/)
}

// The wrong paper was taken up: another code, from the same page and with the same day.
export async function jumpsToAnotherCode(v, one, other) {
	const { page } = v, keys = new Keys(page)
	await v.go(`/proxy/${one.code}`)
	const day = await page.locator('#day').inputValue()
	await keys.press('Shift+Tab', 'Shift+Tab')
	assert.equal((await at(page)).id, 'next-code', 'two keys back from the day')
	await keys.press(...plain(other.code))
	await keys.sends()
	assert.match(page.url(), new RegExp(`/proxy/${other.code}`))
	assert.equal(await page.locator('#day').inputValue(), day)
	assert.deepEqual(await papersOf(v, [one.login, other.login]), [one, other], 'nothing was stored')
}

// The person answers in the browser while the paper is typed in: neither is lost unseen.
export async function asksWhatBecomesOfWhatIsThere(v, { code, login }) {
	const { page } = v, keys = new Keys(page)
	await v.go(`/proxy/${code}`)
	await answersAll(v, keys)
	const own = new Client(v.url), home = await own.signIn(login)
	assert.match(home.body, /わたしの点検/, login)
	const id = home.body.match(/href="\/sheets\/(\d+)">回答を始める<span class="hidden-visually">：職員票</)[1]
	const mine = await own.get(`/sheets/${id}`), form = sheetForm(mine)
	assert.equal((await own.send(mine, form, { S611: 'no', 'S611-r': '本人の理由' }, ['do', 'save'])).status, 303)
	v.expect(409)
	await keys.sends()
	v.expect()
	await v.sees('入力している間に')
	await v.sees('保存されている回答：できていない')
	assert.equal((await at(page)).id, 'over', 'what is asked has the focus')
	await v.look('paper-meanwhile')
	await page.locator('#over').focus()
	await keys.press('2')
	while ((await at(page)).tag !== 'BUTTON') await keys.press('Enter')
	await keys.sends()
	await v.sees(/受付番号 R08-\d+-1/)
	await v.sees('すでにあった回答のままです')
	const receipt = await own.get(`/sheets/${id}/receipt`)
	assert.match(receipt.body, /紙などの回答を[^<]+が代理入力/)
	const again = await own.get(`/sheets/${id}`)
	assert.deepEqual(sheetForm(again).fields.find(([name]) => name === 'S611-r')[1], '本人の理由')
	own.agent.destroy()
}
