// After submission: people read the right answers, and that they did is a record of training.
import assert from 'node:assert/strict'
import { departments, kinds, ofKey, staff } from './body.mjs'
import { loginOf, textOf } from './answer.mjs'
import { named, sheetsOf, tablesOf } from './figures.mjs'
import { percent } from './oracle.mjs'
import { formTo, says } from './stage.mjs'

const inBrowser = (s) => sheetsOf(s, 'staff').filter((e) => e.how === 'browser')
const dutiful = (s) => inBrowser(s).filter((e, i) => i % 3 !== 2)
const later = (s) => inBrowser(s)[2]
const nameOf = (sheet) => staff.find((p) => p.number === sheet.by).name

async function reads(s, sheet) {
	const at = `${sheet.at}/receipt`, person = await s.person(loginOf(sheet.by)), page = await person.get(at)
	says(page, /正解|正しい答え/)
	says(await person.follow(await person.send(page, formTo(page, at))), /読んだことを記録しました/)
	s.read.add(sheet)
}

// Two of three of those who answered in the browser say that they have read it; nobody says so for another.
export async function rightAnswersAreRead(s) {
	s.read = new Set()
	for (const sheet of dutiful(s)) await reads(s, sheet)
	const [one, other] = inBrowser(s), stranger = await s.person(loginOf(other.by))
	assert.equal((await stranger.request('GET', `${one.at}/receipt`)).status, 403)
	assert.equal((await stranger.post(`${one.at}/receipt`, { form_key: formTo(await stranger.get('/'), '/signout').fields[0][1] })).status, 403)
}

// A manager sees of the own department who has not read it yet, and of no other.
export async function managersSeeWhoHasNot(s) {
	for (const key of ['020', '030']) {
		const page = await (await s.person(`${key}-1`)).get(`/section/lessons?cycle=${s.cycle}`)
		const unread = sheetsOf(s, 'staff').filter((e) => e.places[0].key === key && !s.read.has(e))
		const part = page.body.split('職員票</h2>')[1].split('</section>')[0]
		assert.deepEqual([...part.matchAll(/<td>([\d-]+)<\/td><th scope="row">/g)].map(([, n]) => n).sort(), unread.map((e) => e.by).sort(), key)
	}
}

// ---- counted ------------------------------------------------------------------------------------------

// Each sheet once, in the main post's department: [submitted, read].
const countOf = (s, of) => {
	const all = sheetsOf(s, 'staff').filter(of)
	return [all.length, all.filter((e) => s.read.has(e)).length]
}
const row = (name, [submitted, read]) => [name, String(submitted), String(read), percent([read, submitted])]
const byDepartment = (s) => departments.map((d) => row(d.name, countOf(s, (e) => e.places[0].key === d.key)))
const byKind = (s) => kinds.map((kind) => row(kind, countOf(s, (e) => e.kind === kind)))
const rowsUnder = (page, caption) => [...page.body.split(`<caption>${caption}</caption>`)[1].split('</table>')[0]
	.matchAll(/<tr><th scope="row">(.*?)<\/th><td class="number">(\d+)<\/td><td class="number">(\d+)<\/td><td class="number">([\d.]+)％<\/td>/g)].map(([, ...cells]) => cells)

// On the page, in its file and in the report of the body.
export async function recordIsCounted(s) {
	const desk = await s.desk, at = `/admin/lessons/${s.cycle}`, page = await desk.get(`${at}?set=staff`)
	const [submitted, read] = countOf(s, () => true)
	says(page, new RegExp(`職員票：読んだ人 ${read}人／提出者 ${submitted}人（${percent([read, submitted])}％）`))
	assert.deepEqual(rowsUnder(page, '部署ごとの人数'), byDepartment(s))
	assert.deepEqual(rowsUnder(page, '職員種別ごとの人数').sort(), byKind(s).sort())
	const all = tablesOf(s, (await desk.get(`${at}/file?form=csv`)).bytes)
	const people = [...all].find(([, rows]) => rows[0].length > 5)[1].slice(1)
	assert.deepEqual(people.filter((r) => /^令和/.test(r.at(-1))).map((r) => r[0]).sort(), [...s.read].map((e) => e.by).sort())
	assert.equal((await (await s.person('020-1')).request('GET', at)).status, 403)
	const chief = await s.person('chief'), paper = await chief.request('GET', `/reports/self-check-body/${s.cycle}/body.pdf`)
	s.lessons = { submitted, read }
	assert.ok(textOf(s, 'lessons.pdf', paper.bytes).replace(/\s/g, '').includes(`${read}人／提出者${submitted}人（${percent([read, submitted])}`))
}

// Whoever reads it when the figures are final is on the record, and in no document.
export async function laterReadingIsOnRecordOnly(s) {
	await reads(s, later(s))
	const page = await (await s.desk).get(`/admin/lessons/${s.cycle}?set=staff&state=read&department=${later(s).places[0].key}`)
	says(page, new RegExp(`読んだ人 ${s.lessons.read + 1}人`))
	says(page, new RegExp(`集計の確定までに読んだ人は${s.lessons.read}人`))
	says(page, new RegExp(`<th scope="row">${nameOf(later(s))}</th><td>${ofKey.get(later(s).places[0].key).name}`))
}
