// A sheet goes back and forth: returned by the manager, mended, confirmed; one that need not be
// answered; one that comes late. In a browser, at both widths.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, demo } from './lib.mjs'
import { clock, dayOf } from './clock.mjs'
import { browser, Visitor } from './chrome.mjs'

const comment = '持ち出した媒体の数が台帳と合いません。確かめて直してください。'
const widths = [390, 1280]

// The same page at both widths.
async function looks(v, name) {
	for (const width of widths) {
		await v.resize(width)
		await v.look(name)
	}
}

const rowOf = (v, name) => v.page.locator('tr').filter({ has: v.page.locator('th').filter({ hasText: name }) }).first()
const firstStanding = async (v, tag) => (await v.page.locator('tr').filter({ hasText: tag }).first().locator('th a').innerText()).trim()

async function loginOf(url, name) {
	const desk = new Client(url)
	await desk.signIn('admin')
	const found = await desk.get(`/admin/accounts?q=${encodeURIComponent(name)}`)
	desk.agent.destroy()
	const login = found.body.match(new RegExp(`${name}</a></th><td>([^<]+)</td>`))?.[1]
	assert.ok(login, `${name} signs in`)
	return login
}

async function returns(v) {
	await v.signIn('manager')
	await v.go('/section?state=submitted')
	const name = await firstStanding(v, '提出')
	await looks(v, 'section-submitted')
	await v.follow(name)
	await looks(v, 'sheet')
	v.expect(422)
	await v.press('差し戻す')
	v.expect()
	await v.sees('コメントを入力してください')
	await looks(v, 'sheet-no-comment')
	await v.page.getByLabel('何を直してほしいか').fill(comment)
	await v.press('差し戻す')
	await v.sees('差し戻しました')
	await v.sees(comment)
	await looks(v, 'sheet-returned')
	return name
}

async function mends(v, login) {
	await v.signIn(login)
	await v.sees('所属長から差し戻されています')
	await v.sees(comment)
	await looks(v, 'home-returned')
	await v.page.locator('section.card').filter({ hasText: comment }).getByRole('link', { name: /回答を直す/ }).click()
	await v.sees(comment)
	await looks(v, 'form-returned')
	const one = v.page.locator('fieldset:has(input.why)').first()
	await one.locator('input.why').first().check()
	await one.locator('textarea').fill('数え直して台帳を直した')
	await v.press('提出する')
	await v.sees('提出を受け付けました')
	await looks(v, 'receipt-again')
}

async function confirms(v, name) {
	await v.go('/section?state=submitted')
	await rowOf(v, name).getByRole('button', { name: /確認する/ }).click()
	await v.page.waitForLoadState()
	await v.sees('確認しました')
	await v.go('/section?state=confirmed')
	await v.sees(name)
	await looks(v, 'section-confirmed')
}

async function seesConfirmed(v, name) {
	await v.go('/')
	await v.sees('所属長確認済')
	await v.page.locator('section.card').filter({ hasText: '所属長確認済' }).getByRole('link', { name: /内容を見る/ }).first().click()
	await v.sees('所属長に差戻しを頼んでください')
	await looks(v, 'form-confirmed')
}

async function excludes(v) {
	await v.signIn('admin')
	await v.go('/admin/cycles/3/waiting?state=fresh')
	const name = await firstStanding(v, '職員票')
	await rowOf(v, name).locator('th a').click()
	await v.page.waitForLoadState()
	const page = v.page.url()
	await v.page.getByLabel('その他').check()
	v.expect(422)
	await v.press('対象外にする')
	v.expect()
	await v.sees('「その他」のときは、説明も入力してください')
	await looks(v, 'sheet-no-reason')
	await v.page.getByLabel('説明').fill('年度を通じて他の団体で勤務')
	await v.press('対象外にする')
	await v.sees('対象外にしました')
	await looks(v, 'sheet-excluded')
	await v.go('/admin/cycles/3/waiting?state=excluded')
	assert.equal(await rowOf(v, name).locator('s').innerText(), name, 'struck out, and not gone')
	await v.sees('年度を通じて他の団体で勤務')
	await looks(v, 'waiting-excluded')
	await v.go(page)
	await v.press('対象に戻す')
	await v.sees('対象に戻しました')
	return name
}

async function comesLate(v, login) {
	await v.signIn(login)
	await v.sees('期限を過ぎています')
	await looks(v, 'home-overdue')
	await v.page.locator('section.card').filter({ hasText: '職員票' }).getByRole('link', { name: /回答を始める|続きから/ }).click()
	await v.sees('期限を過ぎています。提出はできます')
	for (const group of await v.page.locator('fieldset:has(input[type=radio])').all()) await group.locator('input').first().check()
	await v.press('提出する')
	await v.sees('提出を受け付けました')
	await v.sees('期限後')
	await looks(v, 'receipt-late')
}

test('a sheet is returned, mended, confirmed; another excluded; another comes late', async (t) => {
	const chrome = await browser(t), wall = clock(t)
	wall.set(dayOf(Date.now()), '10:00:00')
	const { url } = await demo(t, '--answered', '0.6')
	const open = (who) => Visitor.open(chrome, url, who, 1280)
	const manager = await open('returning-manager'), staff = await open('returning-staff'), admin = await open('returning-admin')
	const late = await open('returning-late')
	const name = await returns(manager), login = await loginOf(url, name)
	await mends(staff, login)
	await confirms(manager, name)
	await seesConfirmed(staff, name)
	const spared = await excludes(admin)
	await t.test('the due day is over', async () => {
		const due = (await admin.page.context().request.get(`${url}/admin/cycles/3/edit`)).text()
		const day = (await due).match(/name="due_day"[^>]*value="([\d-]+)"/)[1]
		wall.set(dayOf(Date.parse(`${day}T12:00:00+09:00`) + 86400e3), '10:00:00')
		await comesLate(late, await loginOf(url, spared))
		await manager.signIn('manager')
		await manager.go('/section?state=late')
		await looks(manager, 'section-late')
		await admin.signIn('admin')
		await admin.go('/admin/cycles/3/waiting?state=late')
		await admin.sees(spared)
		await looks(admin, 'waiting-late')
	})
	for (const v of [manager, staff, admin, late]) await v.close()
})
