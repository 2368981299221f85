// Every page of the route table with real ids in its path, found as a person finds
// them: by following links.
import assert from 'node:assert/strict'
import { tenken, Client, password } from './lib.mjs'

// Not read by people in a browser's window: figures for a monitor, files, downloads.
const notPages = ['/healthz', '/static/{}', '/sheets/{}/paper', '/sheets/{}/evidence/{}', '/answer-sheets/{}/{}', '/audits/{}/requests/{}/files/{}',
	'/audits/{}/checklist/{}/evidence/{}', '/audits/{}/checklist/{}/samples/{}', '/reports/{}/{}/{}']
const isPage = (path) => !notPages.includes(path) && !/(\/(file|tables?|result)|\.pdf)$/.test(path)

const shape = (pattern) => new RegExp(`^${pattern.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll('{}', '[^/?#]+')}$`)

// [{ path, roles }] of every GET page.
export async function pagePatterns() {
	const answer = await tenken('routes')
	assert.equal(answer.code, 0, answer.err)
	const rows = answer.out.trim().split('\n').map((line) => line.split(/\s+/))
	return rows.filter(([method, path]) => method === 'GET' && isPage(path))
		.map(([, path, ...roles]) => ({ path, roles }))
}

const linksOf = (html) => [...html.matchAll(/\shref="(\/[^"#]*)"/g)].map(([, href]) => href.replaceAll('&amp;', '&'))

// Which path fills each pattern for one who is signed in: pattern → path with query.
// Knows those without a hole at once; walks until no new kind of page turns up.
export async function pathsFor(url, login, patterns, secret = password, more = []) {
	const client = new Client(url)
	await client.signIn(login, secret)
	const found = new Map()
	const waiting = ['/']
	for (const href of more) {
		found.set(patterns.find((p) => shape(p.path).test(href.split('?')[0]))?.path, href)
		waiting.push(href)
	}
	for (let target = waiting.shift(); target; target = waiting.shift()) {
		const answer = await client.get(target)
		if (!/text\/html/.test(answer.headers['content-type'])) continue
		for (const href of linksOf(answer.body)) {
			const kind = patterns.find((p) => shape(p.path).test(href.split('?')[0]))
			if (!kind || found.has(kind.path)) continue
			found.set(kind.path, href)
			waiting.push(href)
		}
	}
	client.agent.destroy()
	return found
}
