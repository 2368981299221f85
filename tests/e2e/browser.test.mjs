// Every role in a real browser, at two widths, with and without JavaScript.
import test from 'node:test'
import { demo } from './lib.mjs'
import { browser, Visitor } from './chrome.mjs'
import { staff, untouched } from './walk_staff.mjs'

const ways = [[1280, true], [1280, false], [390, true], [390, false]]
const said = (width, js) => `at ${width} px ${js ? 'with' : 'without'} JavaScript`

test('every role finds its way', async (t) => {
	const chrome = await browser(t)
	const { url } = await demo(t, '--answered', '0.5')
	const walk = (role, go, width, js, with_ = {}) => t.test(`${role} ${said(width, js)}`, async () => {
		const v = await Visitor.open(chrome, url, role, width, js)
		await go(v, { login: role, ...with_ })
		await v.close()
	})
	const logins = ['staff', ...await untouched(url, 3)]
	for (const [i, [width, js]] of ways.entries()) await walk('staff', staff, width, js, { login: logins[i] })
})
