// Those who read figures: a manager, management, an auditor.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

const percentLink = /^\d+\.\d\s*[%％]?$/

// Every chart says what it shows and is followed by the table of its numbers.
async function seesCharts(v, least) {
	const charts = await v.page.evaluate(() => {
		const charts = []
		for (const e of document.querySelectorAll('main h2, main svg, main tbody tr')) {
			if (e.matches('h2')) charts.forEach((c) => { c.passed = true })
			else if (e.matches('tr')) charts.forEach((c) => { c.table ||= !c.passed })
			else charts.push({ role: e.getAttribute('role'), title: e.querySelector('title')?.textContent.trim(),
				desc: e.querySelector('desc')?.textContent.trim(), table: false })
		}
		return charts
	})
	assert.ok(charts.length >= least, `${charts.length} charts`)
	for (const chart of charts) {
		assert.equal(chart.role, 'img')
		assert.ok(chart.title && chart.desc, JSON.stringify(chart))
		assert.ok(chart.table, `no table under ${chart.title}`)
	}
}

// A percentage opens to the numbers it was made of, and they do make it.
async function opensPercentage(v, back) {
	const { page } = v
	const link = page.locator('main table a').filter({ hasText: percentLink }).first()
	const shown = parseFloat(await link.innerText())
	await link.click()
	await page.waitForLoadState()
	assert.match(page.url(), /\/figures\//)
	await v.look('figure')
	const cards = await page.locator('.card').evaluateAll((list) => list.map((card) => ({
		percent: parseFloat(card.querySelector('.big').textContent),
		facts: Object.fromEntries([...card.querySelectorAll('dt')].map((dt) => [dt.textContent.trim(), dt.nextElementSibling.textContent.trim()])),
	})))
	const counted = cards.filter((c) => c.facts['分母'])
	assert.ok(counted.some((c) => c.percent === shown), `${shown} is among ${JSON.stringify(cards)}`)
	for (const { percent, facts } of counted) {
		const [over, under] = [facts['分子'], facts['分母']].map((n) => parseInt(n.replace(/,/g, '')))
		assert.equal(percent, Math.round(over * 1000 / under) / 10, JSON.stringify(facts))
		assert.ok(Object.keys(facts).some((k) => k.startsWith('該当なし')) && Object.keys(facts).some((k) => k.startsWith('無回答')))
	}
	await v.page.locator('.crumbs a').first().click()
	await page.waitForURL(back)
}

async function downloads(v, link) {
	const [download] = await Promise.all([v.page.waitForEvent('download'), link.click()])
	const bytes = readFileSync(await download.path())
	assert.equal(bytes.subarray(0, 5).toString('latin1'), '%PDF-')
	assert.ok(bytes.subarray(-32).toString('latin1').includes('%%EOF'))
	return download.suggestedFilename()
}

export async function manager(v, { login }) {
	const { page } = v
	await v.signIn(login)
	await v.look('home')
	assert.deepEqual(await page.locator('nav a').allInnerTexts(), ['わたしの点検', '所属の状況', '報告書', '監査', '指摘', 'リスク', '基本方針'])
	await v.follow('所属の状況')
	await v.sees('業務課')
	await v.sees(/\d+件のうち \d+件が提出済み（残り\d+件）/)
	await v.look('section')
	const [, asked, done, left] = (await v.text()).match(/(\d+)件のうち (\d+)件が提出済み（残り(\d+)件）/).map(Number)
	assert.equal(asked, done + left)
	const people = page.locator('details').first().locator('tbody tr')
	assert.equal(await people.count(), asked, 'everyone of the section is listed')
	assert.equal(await people.filter({ hasText: '提出' }).count(), done)
	await seesCharts(v, 1)
	await opensPercentage(v, /\/section/)
	await v.follow('報告書')
	await v.look('reports')
	assert.equal(await page.locator('a[href$="body.pdf"]').count(), 0, 'the body is not for a manager')
	assert.match(await downloads(v, page.locator('a[href^="/reports/self-check-department/"][href$=".pdf"]')), /020\.pdf$/)
	for (const [page, name] of [['監査', 'audits'], ['指摘', 'findings'], ['リスク', 'risks']]) {
		await v.follow(page)
		await v.look(name)
	}
}

export async function management(v, { login }) {
	const { page } = v
	await v.signIn(login)
	assert.deepEqual(await page.locator('nav a').allInnerTexts(), ['わたしの点検', '集計', '報告書', '監査', '指摘', 'リスク', '基本方針'])
	await v.look('home')
	await v.follow('集計')
	await v.look('dashboard')
	for (const heading of ['回答状況', '部署別・区分別', '3か年の推移', '実施率の低い設問', '設問別']) await v.sees(heading)
	await seesCharts(v, 3)
	await v.sees('※')
	await opensPercentage(v, /\/dashboard/)
	await v.follow('監査の状況・点検との差')
	await v.sees('自己点検と監査の差')
	await v.look('audit-year')
	await v.follow('集計')
	await page.getByLabel('部署', { exact: true }).selectOption({ label: '業務課' })
	await v.press('表示する')
	await v.sees('業務課', 'h1')
	await v.look('dashboard-department')
	await page.getByLabel('実施回', { exact: true }).selectOption({ index: await page.getByLabel('実施回', { exact: true }).locator('option').count() - 1 })
	await page.getByLabel('部署', { exact: true }).selectOption('')
	await v.press('表示する')
	assert.match(await v.text('h1'), /令和[68]年度/)
	await v.look('dashboard-earlier')
}

export async function auditor(v, { login }) {
	const { page } = v
	await v.signIn(login)
	await v.look('home')
	await v.follow('集計')
	await v.follow('報告書')
	await v.look('reports')
	const body = await downloads(v, page.locator('a[href^="/reports/self-check-body/"][href$=".pdf"]'))
	assert.match(body, /^self-check-body-2026-body\.pdf$/)
	await v.go(await page.locator('a[href^="/reports/self-check-department/"]').first().getAttribute('href'))
	await v.look('reports-departments')
	const department = await downloads(v, page.locator('a[href$="/020.pdf"]'))
	assert.match(department, /^self-check-department-2026-020\.pdf$/)
	await v.follow('基本方針')
}
