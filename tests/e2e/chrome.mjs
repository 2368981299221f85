// A real browser for the end-to-end tests: one chromium, a fresh context per visitor,
// and what is checked of every page a visitor sees.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { mkdtempSync, mkdirSync, rmSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { password, scratch, serve, tenken } from './lib.mjs'

process.env.TENKEN_HOME ??= process.cwd()
const require = createRequire(path.resolve('build/node/x.js'))
const { chromium } = require('playwright-core')
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const screens = path.resolve('build/screens')
const heights = new Map([[390, 844], [1280, 800]])
const pageWeightMost = 100 * 1024
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// A chromium that knows no host but this machine.
export async function browser(t) {
	const profile = mkdtempSync(path.join(tmpdir(), 'tenken-chromium-'))
	const context = await chromium.launch({
		executablePath: '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
			'--disable-component-update', '--disable-sync', `--disk-cache-dir=${profile}`,
			'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
	})
	mkdirSync(screens, { recursive: true })
	t.after(async () => {
		await context.close()
		rmSync(profile, { recursive: true, force: true })
	})
	return context
}

// A body without anybody in it, served; and the link for its administrator.
export async function emptyBody(t) {
	const data = path.join(scratch(t), 'data')
	const made = await tenken('init', '--data', data)
	assert.equal(made.code, 0, made.err)
	const server = await serve(data)
	t.after(() => server.stop())
	return { url: server.url, invitation: made.out.match(/\/invite\/\S+/)[0] }
}

// Runs in the page: what is wrong with it, as sentences.
function faultsOfPage(most) {
	const faults = []
	const wide = document.documentElement.scrollWidth
	if (wide > innerWidth) {
		const outside = [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
		const inScroller = (e) => e.closest('.scroll, figure, pre')
		faults.push(`scrolls sideways: ${wide} > ${innerWidth}: ${outside.filter((e) => !inScroller(e)).slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(' | ')}`)
	}
	const headings = document.querySelectorAll('h1').length
	if (headings !== 1) faults.push(`${headings} h1`)
	if (!document.title.trim()) faults.push('no title')
	if (document.documentElement.lang !== 'ja') faults.push('language is not said')
	if (/\{\{|\}\}|undefined|\(null\)/.test(document.body.innerText)) faults.push('an unfilled hole')
	const parts = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
		.filter((p) => !['fetch', 'xmlhttprequest'].includes(p.initiatorType))
	const weight = parts.reduce((sum, p) => sum + p.decodedBodySize, 0)
	if (parts[0].decodedBodySize === 0) faults.push('the page has no weight')
	if (weight > most) faults.push(`weighs ${weight} bytes: ${parts.map((p) => `${new URL(p.name).pathname} ${p.decodedBodySize}`).join(', ')}`)
	return faults
}

// Runs in the page after a key was pressed: does what gets the focus show it?
function focusUnseen() {
	const look = (e) => {
		const s = getComputedStyle(e)
		return `${s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 ? s.outline : ''}|${s.boxShadow}`
	}
	const seen = []
	document.activeElement.blur() // the Tab may have landed on what is looked at
	for (const what of ['main a[href]', 'main button', 'main input[type=radio]', 'main input:not([type=radio], [type=hidden])', 'main select']) {
		const e = [...document.querySelectorAll(what)].find((x) => x.checkVisibility())
		if (!e) continue
		const label = e.closest('label') ?? e
		const before = [look(e), look(label)]
		e.focus({ preventScroll: true })
		const after = [look(e), look(label)]
		if (!e.matches(':focus-visible')) seen.push(`${what}: does not take the focus`)
		else if (after.every((l, i) => l === before[i])) seen.push(`${what}: no visible focus`)
		e.blur()
	}
	document.activeElement.blur()
	scrollTo({ top: 0, behavior: 'instant' })
	return seen
}

export class Visitor {
	// who names the screenshots; js says whether scripts run.
	static async open(chrome, url, who, width, js = true) {
		const v = new Visitor()
		Object.assign(v, { url, who, width, js, complaints: [], awaited: new Set() })
		v.context = await chrome.newContext({ viewport: { width, height: heights.get(width) }, javaScriptEnabled: js,
			locale: 'ja-JP', timezoneId: 'Asia/Tokyo', reducedMotion: 'reduce' })
		v.context.setDefaultTimeout(30000)
		v.page = await v.context.newPage()
		v.watch()
		return v
	}

	complain(what) {
		this.complaints.push(`${new URL(this.page.url(), this.url).pathname}: ${what}`)
	}

	watch() {
		const { page } = this
		const host = new URL(this.url).host
		page.on('request', (rq) => {
			if (!rq.url().startsWith('data:') && new URL(rq.url()).host !== host) this.complain(`asked another host: ${rq.url()}`)
		})
		page.on('requestfailed', (rq) => {
			if (rq.failure()?.errorText !== 'net::ERR_ABORTED') // the visitor went on, or it became a download
				 this.complain(`request failed: ${rq.method()} ${rq.url()} ${rq.failure()?.errorText}`)
		})
		page.on('response', (rs) => {
			if (rs.request().isNavigationRequest()) this.status = rs.status() // of the page that is shown now
			if (rs.status() >= 400 && !this.awaited.has(rs.status())) this.complain(`${rs.status()} for ${rs.request().method()} ${rs.url()}`)
		})
		page.on('pageerror', (e) => this.complain(`script: ${e.message}`))
		page.on('console', (said) => {
			const ours = said.text().match(/status of (\d+)/)
			if (said.type() === 'error' && !(ours && this.awaited.has(Number(ours[1])))) this.complain(`console: ${said.text()}`)
		})
	}

	// Statuses of refusal that the next steps are meant to meet.
	expect(...statuses) {
		this.awaited = new Set(statuses)
	}

	async go(target) {
		const answer = await this.page.goto(new URL(target, this.url).href)
		return answer
	}

	async press(name) {
		await this.page.getByRole('button', { name, exact: true }).click()
		await this.page.waitForLoadState()
	}

	async follow(name) {
		await this.page.getByRole('link', { name }).first().click()
		await this.page.waitForLoadState()
	}

	text(selector = 'main') {
		return this.page.locator(selector).first().innerText()
	}

	async sees(what, selector) {
		const text = await this.text(selector)
		assert.ok(what instanceof RegExp ? what.test(text) : text.includes(what), `${this.page.url()}: no ${what} in: ${text.slice(0, 1500)}`)
	}

	async signIn(login, secret = password) {
		await this.go('/signin')
		await this.page.getByLabel('サインイン名').fill(login)
		await this.page.getByLabel('パスワード', { exact: true }).fill(secret)
		await this.press('サインイン')
	}

	// Every page is checked alike, then kept as a picture.
	async look(name) {
		for (const fault of await this.page.evaluate(faultsOfPage, pageWeightMost)) this.complain(`${name}: ${fault}`)
		await this.page.keyboard.press('Tab')
		for (const fault of await this.page.evaluate(focusUnseen)) this.complain(`${name}: ${fault}`)
		await this.photograph(name)
	}

	async photograph(name) {
		const file = [this.who, this.width, this.js ? 'js' : 'nojs', name].join('-')
		await this.page.screenshot({ path: path.join(screens, `${file}.png`), fullPage: true, animations: 'disabled' })
	}

	async axe(name) {
		await this.page.evaluate(axeSource)
		const findings = await this.page.evaluate(async (tags) => {
			const result = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
			return result.violations.flatMap((v) => v.nodes.map((n) => `${v.id} at ${n.target.join(' ')}: ${n.failureSummary.replace(/\s+/g, ' ')}`))
		}, axeTags)
		for (const finding of findings) this.complain(`${name} at ${this.width} px: axe: ${finding}`)
	}

	async resize(width) {
		this.width = width
		await this.page.setViewportSize({ width, height: heights.get(width) })
	}

	async close() {
		await this.context.close()
		assert.deepEqual(this.complaints, [])
	}
}
