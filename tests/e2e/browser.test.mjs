// Every role in a real browser, at two widths, with and without JavaScript.
import test from 'node:test'
import assert from 'node:assert/strict'
import { demo, password } from './lib.mjs'
import { browser, emptyBody, Visitor } from './chrome.mjs'
import { staff, untouched } from './walk_staff.mjs'
import { auditor, management, manager } from './walk_figures.mjs'
import { byKeyboard, keepsWhatTwoWindowsSay, namesWhatMustBeMended, savesByItself, saysWhenNothingIsTakenAnyMore, saysWhenSavingFails,
	triesAgainWithGrowingPauses, warnsBeforeLeaving } from './walk_answering.mjs'
import { asksWhatBecomesOfWhatIsThere, jumpsToAnotherCode, mendsWhatIsRefused, papersOf, typesAWholePaper } from './walk_papers.mjs'
import { admin } from './walk_admin.mjs'

const ways = [[1280, true], [1280, false], [390, true], [390, false]]
const said = (width, js) => `at ${width} px ${js ? 'with' : 'without'} JavaScript`

test('every role finds its way', async (t) => {
	const chrome = await browser(t)
	const { url } = await demo(t, '--answered', '0.5')
	const logins = ['staff', ...await untouched(url, 7)]
	const visit = async (who, url, width, js, go, given) => {
		const v = await Visitor.open(chrome, url, who, width, js)
		await go(v, given)
		await v.close()
	}
	for (const [i, [width, js]] of ways.entries()) {
		await t.test(`staff ${said(width, js)}`, () => visit('staff', url, width, js, staff, { login: logins[i] }))
		for (const [login, go] of Object.entries({ manager, management, auditor }))
			await t.test(`${login} ${said(width, js)}`, () => visit(login, url, width, js, go, { login }))
		await t.test(`admin ${said(width, js)}`, async (t) => {
			const empty = await emptyBody(t)
			await visit('admin', empty.url, width, js, admin, empty)
		})
	}
	await t.test('answers are saved by themselves, and nobody leaves unwarned', () => visit('staff', url, 390, true, async (v) => {
		await savesByItself(v, { login: logins[4] })
		await saysWhenSavingFails(v)
		await warnsBeforeLeaving(v)
	}))
	await t.test('what two windows, a mistake, a lost connection or the end do to what is typed', () => visit('staff', url, 390, true, async (v) => {
		await keepsWhatTwoWindowsSay(v, { login: logins[6] })
		await namesWhatMustBeMended(v)
		await triesAgainWithGrowingPauses(v)
		await saysWhenNothingIsTakenAnyMore(v)
	}))
	await t.test('papers are typed in with the keyboard alone', async (t) => visit('admin', (await demo(t, '--answered', '0')).url, 1280, true, async (v) => {
		await v.signIn('admin')
		const papers = await papersOf(v, Array.from({ length: 18 }, (_, i) => String(1011 + i).padStart(6, '0')))
		assert.ok(papers.length >= 4, `${papers.length} papers to type in`)
		t.diagnostic(await typesAWholePaper(v, papers[0]))
		await mendsWhatIsRefused(v, papers[1])
		await jumpsToAnotherCode(v, papers[2], papers.at(-1))
		await asksWhatBecomesOfWhatIsThere(v, papers.at(-1))
	}))
	await t.test('viewpoint 20: pages are whole when no other host can be reached', () => visit('management', url, 390, true, async (v) => {
		const strangers = []
		await v.context.route((to) => to.origin !== url, (route) => {
			strangers.push(route.request().url())
			return route.abort()
		})
		await v.signIn('management')
		for (const path of ['/', '/dashboard', '/reports', '/policy', '/account']) {
			await v.go(path)
			assert.ok(await v.page.evaluate(() => document.styleSheets[0].cssRules.length > 50 && document.fonts.status === 'loaded' &&
				[...document.images].every((i) => i.complete && i.naturalWidth > 0)), path)
		}
		assert.deepEqual(strangers, [])
	}))
	await t.test('viewpoint 19: the keyboard alone is enough', () => visit('staff', url, 1280, false, byKeyboard, { login: logins[5], password }))
})
