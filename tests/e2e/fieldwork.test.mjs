// Working papers in a machine room: what is typed without a network survives, is sent when it is back, and
// what two auditors wrote about the same item is shown to whoever comes second.
import test from 'node:test'
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { demo, scratch, tenken } from './lib.mjs'
import { browser, Visitor } from './chrome.mjs'

// The audit of the demonstration that is in its fieldwork, and an item nobody has written about.
const audit = '/audits/1', item = 'A612'

const open = async (chrome, url, who, width, at) => {
	const v = await Visitor.open(chrome, url, who, width)
	await v.signIn(who)
	await v.page.goto(url + at)
	return v
}
const form = (v, id = item) => v.page.locator(`form[data-paper$="/${id}"]`)
const facts = (v, id = item) => form(v, id).locator('[name=facts]')
const says = (v, text, id = item) => form(v, id).locator('.paper-state', { hasText: text }).waitFor()
const count = (v, text) => v.page.locator('[data-unsent-count]', { hasText: text }).waitFor()
const stored = async (url, v, id = item) => {
	const page = await v.context.newPage()
	await page.goto(`${url}${audit}/checklist/${id}/history`)
	const text = await page.locator('main').innerText()
	await page.close()
	return text
}

test('papers written where there is no network', async (t) => {
	const chrome = await browser(t)
	const { url } = await demo(t, '--answered', '0.5')

	await t.test('what was typed survives, also a closed browser page, and is sent when the network is back', async () => {
		const v = await open(chrome, url, 'auditor', 390, `${audit}/papers`)
		await v.page.locator(`#${item} > summary`).click()
		await v.context.setOffline(true)
		await form(v).locator('label', { hasText: '適合' }).first().click()
		await facts(v).fill('議事録の決定3件は、いずれも実行の記録がある。')
		await says(v, 'この端末に残しています')
		await count(v, '未送信 1件')
		await form(v).locator('button', { hasText: '記録する' }).click() // still no network: nothing is lost
		await says(v, 'この端末に残しています')
		await v.page.close()
		await v.context.setOffline(false)
		v.page = await v.context.newPage()
		await v.page.goto(`${url}${audit}/checklist`) // sent from the list, too
		await v.page.waitForFunction(() => !Object.keys(localStorage).some((k) => k.startsWith('tenken-paper:')))
		assert.match(await stored(url, v), /議事録の決定3件/)
		await v.context.close()
	})

	await t.test('while the page stays open the network coming back is enough', async () => {
		const v = await open(chrome, url, 'auditor', 390, `${audit}/papers`)
		await v.page.locator('#A613 > summary').click()
		await v.context.setOffline(true)
		await facts(v, 'A613').fill('体制図に監査委員事務局がある。')
		await count(v, '未送信 1件')
		await v.context.setOffline(false)
		await count(v, '未送信 0件')
		await says(v, '記録しました', 'A613')
		await v.context.close()
	})

	await t.test('what is not enough for its judgement stays and is said', async () => {
		const v = await open(chrome, url, 'auditor', 390, `${audit}/checklist/A614`)
		await form(v, 'A614').locator('label', { hasText: '軽微な不適合' }).click()
		await says(v, '不適合とするには、事実と基準との差を書いてください', 'A614')
		await facts(v, 'A614').fill('異動した人が監査していた。')
		await form(v, 'A614').locator('[name=difference]').fill('1年は監査しないと定めている。')
		await says(v, '記録しました', 'A614')
		await v.context.close()
	})

	await t.test('two auditors: both papers are shown, and none is lost', async () => {
		const auditor = await open(chrome, url, 'auditor', 390, `${audit}/papers`)
		const lead = await open(chrome, url, 'lead', 1280, `${audit}/checklist/A617`)
		await auditor.page.locator('#A617 > summary').click()
		await auditor.context.setOffline(true)
		await facts(auditor, 'A617').fill('監査人：5件のうち1件がつながらなかった。')
		await form(auditor, 'A617').locator('[name=place]').fill('機械室')
		await count(auditor, '未送信 1件')
		await facts(lead, 'A617').fill('責任者：5件ともつながった。')
		await says(lead, '記録しました', 'A617')
		await auditor.context.setOffline(false)
		const panel = form(auditor, 'A617').locator('[data-conflict]')
		await panel.waitFor()
		const both = await panel.innerText()
		assert.match(both, /監査人：5件のうち1件/)
		assert.match(both, /責任者：5件とも/)
		assert.match(both, /加藤/) // who was first
		assert.doesNotMatch(await stored(url, lead, 'A617'), /監査人：/)
		const row = panel.locator('.clash', { hasText: '事実' })
		await row.locator('button', { hasText: '両方をつなげる' }).click()
		assert.equal(await facts(auditor, 'A617').inputValue(), '責任者：5件ともつながった。\n監査人：5件のうち1件がつながらなかった。')
		await panel.locator('button', { hasText: '選んだ内容で記録する' }).click()
		await says(auditor, '記録しました', 'A617')
		const history = await stored(url, lead, 'A617')
		assert.match(history, /責任者：5件ともつながった。\n監査人：5件のうち1件/)
		assert.match(history, /機械室/)
		await auditor.context.close()
		await lead.context.close()
	})

	await t.test('a conflict is shown when a page is opened again, too', async () => {
		const v = await open(chrome, url, 'auditor', 390, `${audit}/checklist/A652`)
		await v.context.setOffline(true)
		await facts(v, 'A652').fill('監査人の記入')
		await says(v, 'この端末に残しています', 'A652')
		await v.page.close()
		const lead = await open(chrome, url, 'lead', 1280, `${audit}/checklist/A652`)
		await facts(lead, 'A652').fill('責任者の記入')
		await says(lead, '記録しました', 'A652')
		await v.context.setOffline(false)
		v.page = await v.context.newPage()
		await v.page.goto(`${url}${audit}/checklist`)
		await v.page.locator('[data-unsent]', { hasText: '食い違っています' }).waitFor()
		await v.page.goto(`${url}${audit}/checklist/A652`)
		const panel = form(v, 'A652').locator('[data-conflict]')
		const both = await panel.innerText()
		assert.match(both, /監査人の記入/)
		assert.match(both, /責任者の記入/)
		await panel.locator('.clash', { hasText: '事実' }).locator('button', { hasText: '先の内容にする' }).click()
		await panel.locator('button', { hasText: '選んだ内容で記録する' }).click()
		await v.page.waitForFunction(() => !Object.keys(localStorage).some((k) => k.startsWith('tenken-paper:')))
		assert.match(await stored(url, lead, 'A652'), /責任者の記入/)
		await v.context.close()
		await lead.context.close()
	})

	await t.test('buttons are large enough for a thumb, and nothing scrolls sideways', async () => {
		const v = await open(chrome, url, 'auditor', 390, `${audit}/checklist/${item}`)
		for (const label of await v.page.locator('.judgements label').all()) assert.ok((await label.boundingBox()).height >= 44)
		assert.ok(await v.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
		await v.context.close()
	})

	await t.test('a sample is drawn again by the command and by hand from the file that is handed out', async (t) => {
		const v = await open(chrome, url, 'auditor', 1280, `${audit}/checklist/A645`)
		await v.page.locator('summary', { hasText: '標本を抽出する' }).click()
		await v.page.locator('[name=file]').nth(1).setInputFiles({ name: '持出簿.csv', mimeType: 'text/csv',
			buffer: Buffer.from(`管理番号,名称\n${Array.from({ length: 40 }, (_, i) => `M-${i + 1},持出し${i + 1}`).join('\n')}\n`) })
		await v.page.locator('[name=size]').fill('8')
		await v.page.locator('[name=seed]').fill('令和8年11月の種')
		await v.page.locator('button', { hasText: '抽出する' }).click()
		const card = v.page.locator('.card', { hasText: '持出簿.csvから8件' })
		const drawn = await card.locator('tbody th').allInnerTexts()
		assert.equal(drawn.length, 8)
		const [download] = await Promise.all([v.page.waitForEvent('download'), card.locator('a', { hasText: '母集団の一覧' }).click()])
		const list = path.join(scratch(t), 'list.csv')
		await download.saveAs(list)
		const said = await card.innerText()
		const seed = said.match(/乱数の種\s+(\S+)/)[1], digest = said.match(/母集団のSHA-256\s+([0-9a-f]{64})/)[1]
		const again = await tenken('sample', list, '--size', '8', '--method', 'simple', '--seed', seed)
		assert.equal(again.code, 0, again.err)
		assert.deepEqual(again.out.split('\n').slice(0, 8).map((line) => line.split('\t')[0]), drawn)
		assert.match(again.out, new RegExp(`population_sha256: ${digest}`))
		// And without any program of ours: the eight smallest SHA-256 of seed, line feed and key.
		const sha = (text) => createHash('sha256').update(text).digest('hex')
		const keys = Array.from({ length: 40 }, (_, i) => `M-${i + 1}`)
		const least = [...keys].sort((a, b) => (sha(`${seed}\n${a}`) < sha(`${seed}\n${b}`) ? -1 : 1)).slice(0, 8)
		assert.deepEqual(keys.filter((k) => least.includes(k)), drawn)
		assert.equal(sha(keys.map((k) => `${k}\n\n`).join('')), digest)
		await v.context.close()
	})
})
