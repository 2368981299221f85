// axe-core on every page of the route table in three states: an empty body, a cycle
// under way, and after an input was refused. At 1280 and 390 px.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, demo, forms } from './lib.mjs'
import { browser, emptyBody, Visitor } from './chrome.mjs'
import { acceptsInvitation } from './walk_admin.mjs'
import { pagePatterns, pathsFor } from './pages.mjs'
import { refusals } from './refusals.mjs'

const narrow = 390, wide = 1280
const nameOf = (path) => path.replace(/^\//, '').replaceAll('{}', 'id').replaceAll('/', '-') || 'home'

// One page, loaded once and read at both widths.
async function reads(v, name) {
	await v.resize(wide)
	await v.axe(name)
	await v.look(name)
	await v.resize(narrow)
	await v.axe(name)
	await v.look(name)
}

const withField = (page, name) => forms(page.body).find((f) => f.method === 'POST' && f.fields.some(([field]) => field === name))

// The first year is written out as an archive, and its record of training is proposed for disposal.
async function atTheEnd(admin, cycle) {
	const link = (page, kind) => page.body.match(new RegExp(`href="(/admin/${kind}/\\d+)"`))?.[1]
	let page = await admin.get(`/admin/cycles/${cycle}`)
	await admin.send(page, forms(page.body).find((f) => f.action.endsWith('/archive')), {})
	for (; !link(page, 'archives'); page = await admin.get(`/admin/cycles/${cycle}`))
		await new Promise((r) => setTimeout(r, 100))
	const archive = link(page, 'archives')
	page = await admin.get('/admin/retention/classes')
	await admin.send(page, withField(page, 'class'), { kind: 'training', class: '1', reason: '1年とする' })
	page = await admin.get(`/admin/retention/cycles/${cycle}`)
	await admin.send(page, withField(page, 'kind-training'), { 'kind-training': '1', reason: '保存期間の満了' }, ['do', 'propose'])
	return [archive, link(await admin.get(`/admin/retention/cycles/${cycle}`), 'disposals')]
}

// What only a body at work has: a plan of improvement, papers being bound, a reminder.
// Answers the pages that stand behind these and are not the first of their kind on the way.
async function works(url) {
	const [manager, admin] = [new Client(url), new Client(url)]
	await manager.signIn('manager')
	await admin.signIn('admin')
	let page = await manager.get('/section/plan')
	const item = page.body.match(/<option value="(\w+\.\w+)"/)[1]
	await manager.send(page, withField(page, 'measure'), { item, measure: '手順を見直す', owner: '001004', due_day: '2027-01-29' })
	page = await admin.get('/reports')
	const job = await admin.send(page, forms(page.body).find((f) => f.action === '/reports/bind'), {})
	page = await admin.get('/admin/reminders/now')
	page = await admin.send(page, withField(page, 'once'), {})
	const wave = await admin.send(page, withField(page, 'once'), {}, ['do', 'send'])
	page = await manager.get('/')
	const sheets = [...page.body.matchAll(/href="(\/sheets\/\d+)"/g)].map(([, href]) => href)
	const asks = []
	for (const sheet of sheets) asks.push((await manager.get(sheet)).body.match(/href="(\/sheets\/\d+\/evidence)/)?.[1])
	page = await admin.get('/admin/cycles')
	const cycles = [...page.body.matchAll(/href="\/admin\/cycles\/(\d+)"/g)].map(([, id]) => id), [now, earlier] = [cycles[0], cycles.at(-1)]
	const kept = await atTheEnd(admin, earlier)
	const plan = (await admin.get(`/admin/plans/${now}`)).body.match(/href="(\/admin\/plans\/\d+\/\d+)"/)[1]
	return { admin: [job.headers.location, wave.headers.location, `/admin/remarks/${earlier}`, `/admin/cycles/${now}/edit`, plan, ...kept], manager: asks.filter(Boolean).slice(0, 1) }
}

test('viewpoint 19: every page is accessible', async (t) => {
	const chrome = await browser(t)
	const patterns = await pagePatterns()
	const roles = ['admin', 'management', 'auditor', 'lead', 'manager', 'staff']

	await t.test('of an empty body', async (t) => {
		const empty = await emptyBody(t)
		const v = await Visitor.open(chrome, empty.url, 'empty', wide)
		for (const { path } of patterns.filter((p) => p.roles[0] === 'anyone')) {
			await v.go(path === '/invite/{}' ? empty.invitation : path)
			await reads(v, nameOf(path))
		}
		await acceptsInvitation(v, empty.invitation)
		const found = await pathsFor(empty.url, 'admin', patterns)
		v.expect(403, 404, 409) // nothing stands behind some paths yet
		for (const { path } of patterns.filter((p) => p.roles[0] !== 'anyone')) {
			await v.go(found.get(path) ?? path.replaceAll('{}', '1'))
			await reads(v, nameOf(path))
		}
		await v.close()
	})

	const { url } = await demo(t, '--answered', '0.5')
	await t.test('of a body with a cycle under way', async () => {
		const more = await works(url)
		const left = new Map(patterns.filter((p) => p.roles[0] !== 'anyone').map((p) => [p.path, p]))
		for (const role of roles) {
			const found = await pathsFor(url, role, patterns, undefined, more[role])
			const mine = [...left.values()].filter((p) => p.roles.includes(role) && found.has(p.path))
			if (mine.length === 0) continue
			const v = await Visitor.open(chrome, url, `demo-${role}`, wide)
			await v.signIn(role)
			for (const { path } of mine) {
				await v.go(found.get(path))
				await reads(v, nameOf(path))
				left.delete(path)
			}
			await v.close()
		}
		assert.deepEqual([...left.keys()], [], 'every page can be reached by following links')
	})

	for (const [who, steps] of Object.entries(refusals)) {
		await t.test(`after an input of ${who} was refused`, async () => {
			const v = await Visitor.open(chrome, url, `refused-${who}`, wide)
			if (who !== 'nobody') await v.signIn(who)
			for (const [name, status, step] of steps) {
				v.expect(status)
				await step(v)
				await v.page.waitForLoadState()
				assert.equal(v.status, status, name)
				v.expect()
				await reads(v, name)
			}
			await v.close()
		})
	}
})
