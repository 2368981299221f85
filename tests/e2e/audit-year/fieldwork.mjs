// In the field: every item judged with what its judgement asks for, evidence, a sample anyone can draw
// again, the department's confirmation, and the review by somebody else.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { formTo, says } from './stage.mjs'
import { all, at, audits, inside, ordered } from './plan.mjs'
import { banked } from './oracle.mjs'

const [office] = audits
const sha = (text) => createHash('sha256').update(text).digest('hex')
const line = (s, audit, item) => `${at(s, audit)}/checklist/${item}`
// Who writes and who reviews: nobody reviews what they wrote.
const writer = (audit, i) => audit === office && i % 2 ? inside : 'auditor'
const reviewer = (audit, i) => audit === office ? (i % 2 ? 'auditor' : inside) : 'lead'

// All six judgements in the first, some in the second, nothing found in the third.
const courses = { office: ['conform', 'minor', 'major', 'observe', 'na', 'open', 'conform'], plant: ['conform', 'minor', 'observe', 'conform'], order: ['conform'] }

export async function begins(s) {
	await s.wake('2027-06-16', '09:00:00')
	for (const audit of all) says(await s.moves('auditor', at(s, audit), 'begin'), /記録しました/)
	s.written = new Map(all.map((audit) => [audit.key, new Map()]))
}

// ---- papers ---------------------------------------------------------------------------------------------------

function paperOf(s, audit, item, i) {
	const course = courses[audit.key], judgement = course[i % course.length]
	const paper = { judgement, 'used-0': undefined, place: s.secret(`${audit.name}の機械室${i}`), met: s.secret(`応対 次郎${i}`), done: `綴りを見た ${item}` }
	if (judgement !== 'open' && judgement !== 'na') paper.facts = s.secret(`${item}について${audit.name}で見た事実`)
	else paper.reason = s.secret(`${item}は${audit.name}で見られなかった事情`)
	if (['minor', 'major'].includes(judgement)) Object.assign(paper, { difference: s.secret(`${item}の定めとの差`), cause: s.secret(`${item}の原因`), effect: s.secret(`${item}の影響`), proposal: s.secret(`${item}の提案`) })
	if (i % course.length === 0 && i > 0) paper.good = '1'
	if (judgement === 'observe') paper.recommended = '1'
	return paper
}

export async function tooLittleIsRefused(s) {
	const [item] = s.lines.get('office'), here = line(s, office, item)
	for (const [judgement, sentence] of [['minor', /不適合とするには/], ['observe', /観察事項/], ['na', /該当しない理由|当てはまらない/], ['open', /確認しなかった理由|理由/]])
		says(await s.does('auditor', here, here, { judgement }), new RegExp(`${sentence.source}[\\s\\S]*まだ保存していません|まだ保存していません`))
	assert.equal((await s.dares('lead', `${at(s, office)}/state`, { revision: s.revision('office'), do: 'judge' })).status, 409, 'nothing is judged yet')
}

export async function everyItemIsJudged(s) {
	for (const audit of all)
		for (const [i, item] of s.lines.get(audit.key).entries()) {
			const here = line(s, audit, item), paper = paperOf(s, audit, item, i)
			says(await s.does(writer(audit, i), here, here, paper), /記録しました/)
			s.written.get(audit.key).set(item, paper)
		}
}

// Both opened the paper; whoever comes second is shown what the first wrote.
export async function twoAuditorsMeet(s) {
	const item = s.lines.get('office')[0], here = line(s, office, item), first = await s.person('auditor'), second = await s.person(inside)
	const pages = [await first.get(here), await second.get(here)], before = s.written.get('office').get(item)
	const facts = s.secret('先に書いた事実')
	assert.equal((await first.send(pages[0], formTo(pages[0], here), { facts })).status, 303)
	const answer = await second.send(pages[1], formTo(pages[1], here), { facts: '後から書いた事実' })
	assert.equal(answer.status, 409)
	says(answer, /先に書いた事実[\s\S]*後から書いた事実/)
	s.written.get('office').set(item, { ...before, facts })
	assert.ok(!(await s.looks('lead', `${here}/history`)).body.includes('後から書いた事実'))
}

// ---- what it rests on -------------------------------------------------------------------------------------------

const pdf = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'

export async function evidenceIsKept(s) {
	s.evidence = []
	for (const [i, item] of s.lines.get('office').slice(0, 3).entries()) {
		const here = line(s, office, item), what = { name: s.secret(`持出簿第${i + 1}冊`), edition: '令和8年度', where: s.secret(`書庫の棚${i + 1}`), secrecy: '3' }
		const page = await s.uploads(writer(office, i), here, `${here}/evidence`, 'file', s.secret(`写し${i + 1}.pdf`), pdf, what)
		says(page, new RegExp(`${what.name}[\\s\\S]*${sha(pdf)}`))
		const number = page.body.match(/<th scope="row">(R09-業務-[^<]+)<\/th>/)[1], { clause } = banked.get(item)
		assert.match(number, new RegExp(`^R09-業務-${clause.replace(/[()]/g, '\\$&')}-\\d\\d$`))
		s.evidence.push({ item, number, file: page.body.match(new RegExp(`href="(${here}/evidence/\\d+)"`))[1] })
		s.secret(number)
	}
	assert.equal((await s.looks('lead', s.evidence[0].file)).bytes.toString(), pdf)
	assert.equal(new Set(s.evidence.map((e) => e.number)).size, 3)
}

export async function aSampleIsDrawnAgain(s) {
	const item = s.lines.get('office')[1], here = line(s, office, item), keys = Array.from({ length: 60 }, (_, i) => `P-${i + 1}`), seed = '令和9年6月14日'
	const list = `管理番号,名称\n${keys.map((key) => `${key},持出し${key}`).join('\n')}\n`
	const page = says(await s.uploads(inside, here, `${here}/samples`, 'file', '持出し一覧.csv', list, { size: '7', method: 'simple', seed }), /標本を抽出しました/)
	const drawn = [...page.body.matchAll(/<th scope="row">(P-\d+)<\/th>/g)].map(([, key]) => key)
	const least = [...keys].sort((a, b) => (sha(`${seed}\n${a}`) < sha(`${seed}\n${b}`) ? -1 : 1)).slice(0, 7)
	assert.deepEqual(drawn, keys.filter((key) => least.includes(key)))
	says(page, new RegExp(sha(keys.map((key) => `${key}\n\n`).join(''))))
	s.sample = { drawn, seed, digest: sha(keys.map((key) => `${key}\n\n`).join('')) }
}

// ---- confirmed and reviewed ----------------------------------------------------------------------------------------

export async function factsAreConfirmed(s) {
	for (const [i, said, note] of [[1, 'agreed', ''], [2, 'objects', '棚は2段目である']]) {
		const item = s.lines.get('office')[i]
		says(await s.does(writer(office, i), line(s, office, item), `${line(s, office, item)}/confirmation`, { said, by: s.secret('業務課長'), day: '2027-06-16', note }), /応対者の確認を記録しました/)
	}
}

export async function othersReviewThem(s) {
	const own = line(s, ordered, s.lines.get('order')[0])
	const revision = formTo(await s.looks('auditor', own), own).fields.find(([name]) => name === 'revision')[1]
	assert.equal((await s.dares('auditor', `${own}/review`, { revision })).status, 403, 'not what was written by oneself')
	for (const audit of all)
		for (const [i, item] of s.lines.get(audit.key).entries()) {
			const here = line(s, audit, item)
			says(await s.does(reviewer(audit, i), here, `${here}/review`), /レビューを記録しました/)
		}
	assert.equal((await s.looks('lead', `${at(s, office)}/papers`)).status, 200)
}
