// The sheets on paper as a printer and whoever fills them in by hand get them: everything that is asked
// is there, inside the page, and nothing lies over something else.
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client, completed, demo, scratch, sheetForm } from './lib.mjs'

const marginLeast = 15 // points, 5 mm: what an office printer cannot print on

const squeezed = (text) => text.replace(/[\s\u3000]/g, '')
const plain = (html) => html.replace(/<span class="clause">[\s\S]*?<\/span>/g, '').replace(/<span class="tag[\s\S]*?<\/span>/g, '').replace(/<[^>]+>/g, '')

// The pages of a PDF, each with its words and where they stand.
function pagesOf(file) {
	const xml = execFileSync('pdftotext', ['-bbox', file, '-'], { maxBuffer: 64 << 20 }).toString()
	return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(([, width, height, inner]) => ({
		width: Number(width), height: Number(height),
		words: [...inner.matchAll(/<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">([^<]*)</g)]
			.map(([, x0, y0, x1, y1, text]) => ({ x0: +x0, y0: +y0, x1: +x1, y1: +y1, text })),
	}))
}

function liesInside({ width, height, words }, number) {
	for (const w of words)
		assert.ok(w.x0 >= marginLeast && w.y0 >= marginLeast && w.x1 <= width - marginLeast && w.y1 <= height - marginLeast,
			`page ${number}: "${w.text}" at ${w.x0},${w.y0}–${w.x1},${w.y1} leaves the page`)
}

// A box is as tall as the font's tallest sign: lines set close may touch there, but not in the middle.
function overlapsNothing({ words }, number) {
	const cores = words.map((w) => ({ ...w, y0: w.y0 + (w.y1 - w.y0) * 0.25, y1: w.y1 - (w.y1 - w.y0) * 0.25 }))
	for (const [i, a] of cores.entries())
		for (const b of cores.slice(i + 1))
			assert.ok(Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) < 0.5 || Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) < 0.5,
				`page ${number}: "${a.text}" and "${b.text}" overlap at ${b.x0},${b.y0}`)
}

// What is asked on the answering page: number on the screen apart, the words of each question, and its id.
function questionsOf(page) {
	return [...page.matchAll(/<fieldset id="q-([^"]+)"[\s\S]*?<legend>([\s\S]*?)<\/legend>/g)].map(([, id, legend]) =>
		({ id, text: squeezed(plain(legend)).replace(/^\d+．/, '') }))
}

async function isWhole(c, directory, at, code) {
	const sheet = await c.get(at), questions = questionsOf(sheet.body), file = path.join(directory, 'sheet.pdf')
	const answer = await c.get(`${at}/paper`)
	assert.equal(answer.bytes.subarray(0, 5).toString(), '%PDF-', answer.body.slice(0, 300))
	writeFileSync(file, answer.bytes)
	execFileSync('qpdf', ['--check', file])
	const pages = pagesOf(file)
	assert.ok(pages.length >= 1)
	for (const [i, page] of pages.entries()) {
		assert.deepEqual([Math.round(page.width), Math.round(page.height)], [595, 842], 'A4')
		assert.ok(page.words.length > 0, `page ${i + 1} is empty`)
		liesInside(page, i + 1)
		overlapsNothing(page, i + 1)
	}
	assert.ok(pages[0].words.some((w) => w.text.includes(code)), `the code ${code} is on the first page`)
	assert.ok(questions.length > 0)
	const ids = pages.flatMap((page) => page.words.map((w) => w.text)), text = squeezed(execFileSync('pdftotext', ['-raw', file, '-']).toString())
	for (const { id, text: asked } of questions) {
		assert.equal(ids.filter((w) => w === id).length, 1, `${id} is there once`)
		assert.ok(text.includes(asked), `${id}: ${asked}`)
	}
	return { sheet, text, questions }
}

async function codeAt(desk, at) {
	return (await desk.get(`${at}/status`)).body.match(/R\d\d-\w{4}-\w{2}/)[0]
}

test('every question of a sheet is on its paper, inside the page and over nothing else', async (t) => {
	const { url } = await demo(t, '--answered', '0'), directory = scratch(t), desk = new Client(url), kinds = new Set()
	await desk.signIn('admin')
	for (const login of ['staff', 'manager', 'admin']) {
		const c = new Client(url), home = await c.signIn(login)
		for (const [, id] of home.body.matchAll(/href="\/sheets\/(\d+)">回答を始める/g)) {
			const at = `/sheets/${id}`, { sheet } = await isWhole(c, directory, at, await codeAt(desk, at))
			kinds.add(sheet.body.match(/<h1>([^：<]+)/)[1])
		}
		c.agent.destroy()
	}
	assert.ok(kinds.size >= 3, [...kinds].join())
	desk.agent.destroy()
})

test('what was filled in prints as whole, with a long reason too', async (t) => {
	const { url } = await demo(t, '--answered', '0'), directory = scratch(t), desk = new Client(url), c = new Client(url)
	await desk.signIn('admin')
	const home = await c.signIn('staff'), at = home.body.match(/href="(\/sheets\/\d+)">回答を始める/)[1]
	const page = await c.get(at), form = sheetForm(page), reason = '忙しい時期は確かめる時間が取れず、後でまとめて行っている。'.repeat(12)
	const [named] = [...form.radios].find(([, values]) => values.includes('no'))
	const answer = await c.send(page, form, { ...completed(form), [named]: 'no', [`${named}-r`]: reason }, ['do', 'submit'])
	assert.equal(answer.status, 303, answer.body.slice(0, 400))
	const { text } = await isWhole(c, directory, at, await codeAt(desk, at))
	assert.ok(text.includes(squeezed(reason)), 'the reason is whole')
	assert.doesNotMatch(text, /代理/)
	desk.agent.destroy()
	c.agent.destroy()
})
