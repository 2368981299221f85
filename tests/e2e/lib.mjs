// What the end-to-end tests share: the real program as a child process, and a
// client that reads a page's forms and sends them back as a browser would.
import { spawn, execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import http from 'node:http'

export const program = path.resolve(process.env.TENKEN ?? 'build/san/tenken')
process.env.TENKEN_HOME ??= path.resolve('.') // the sanitized program stands a folder deeper
export const password = 'tenken-demo'

// Runs a command to its end: { code, out, err }.
export function tenken(...args) {
	return new Promise((resolve) => {
		execFile(program, args, { maxBuffer: 64 << 20, env: { ...process.env, ...args.env } }, (failed, out, err) =>
			resolve({ code: failed ? failed.code : 0, out, err }))
	})
}

export function scratch(t) {
	const directory = mkdtempSync(path.join(tmpdir(), 'tenken-'))
	t.after(() => rmSync(directory, { recursive: true, force: true }))
	return directory
}

// Starts `tenken serve` on a free port; resolves once it says where it listens.
export async function serve(data, ...options) {
	const child = spawn(program, ['serve', '--data', data, '--listen', '127.0.0.1:0', ...options])
	let said = ''
	const url = await new Promise((resolve, reject) => {
		const look = (chunk) => {
			said += chunk
			const found = said.match(/http:\/\/127\.0\.0\.1:(\d+)/)
			if (found) resolve(found[0])
		}
		child.stdout.on('data', look)
		child.stderr.on('data', look)
		child.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)))
	})
	const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal, said })))
	return {
		url, pid: child.pid, ended,
		stop: (signal = 'SIGTERM') => { child.kill(signal); return ended },
	}
}

// A demonstration body, served until the test ends.
export async function demo(t, ...options) {
	const data = path.join(scratch(t), 'data')
	const made = await tenken('demo', '--data', data, '--password', password, ...options)
	if (made.code !== 0) throw new Error(made.err)
	const server = await serve(data)
	t.after(() => server.stop())
	return { data, server, url: server.url }
}

const decode = (s) => s.replace(/&(amp|lt|gt|quot|#39|#x27|#10|#13);/g, (_, n) =>
	({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", '#10': '\n', '#13': '\r' })[n])
const attribute = (tag, name) => {
	const found = tag.match(new RegExp(`\\s${name}="([^"]*)"`))
	return found ? decode(found[1]) : undefined
}

// The forms of a page: { method, action, fields: [[name, value]…], radios: Map name → values, buttons }.
export function forms(html) {
	return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head, body]) => {
		const form = { method: (attribute(head, 'method') ?? 'get').toUpperCase(), action: attribute(head, 'action'),
			fields: [], radios: new Map(), texts: [], buttons: [] }
		for (const [, tag, inner, select] of body.matchAll(/(<input\b[^>]*>|<button\b[^>]*>|<textarea\b[^>]*>([\s\S]*?)<\/textarea>|<select\b[^>]*>([\s\S]*?)<\/select>)/g)) {
			const name = attribute(tag, 'name')
			const value = attribute(tag, 'value') ?? ''
			if (name === undefined || /\sdisabled\b/.test(tag)) continue // a browser sends none of these
			if (tag.startsWith('<textarea')) {
				form.texts.push(name)
				form.fields.push([name, decode(inner).replace(/^\n/, '')])
			} else if (tag.startsWith('<select')) {
				const chosen = select.match(/<option\b[^>]*\sselected[^>]*>/) ?? select.match(/<option\b[^>]*>/)
				form.fields.push([name, chosen ? attribute(chosen[0], 'value') ?? '' : ''])
			} else if (tag.startsWith('<button')) {
				form.buttons.push([name, value])
			} else if (/type="radio"/.test(tag)) {
				form.radios.set(name, [...(form.radios.get(name) ?? []), value])
				if (/\schecked/.test(tag)) form.fields.push([name, value])
			} else if (/type="checkbox"/.test(tag)) {
				if (/\schecked/.test(tag)) form.fields.push([name, value])
			} else if (!/type="(submit|file)"/.test(tag)) {
				form.fields.push([name, value])
			}
		}
		return form
	})
}

export class Client {
	constructor(url, agent) {
		this.url = url
		this.cookies = new Map()
		this.agent = agent ?? new http.Agent({ keepAlive: true, maxSockets: 2 })
	}

	// One request, redirects not followed: { status, headers, body, bytes, path }.
	request(method, target, body, headers = {}) {
		return new Promise((resolve, reject) => {
			const cookie = [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ')
			const rq = http.request(new URL(target, this.url), { method, agent: this.agent,
				headers: { ...(cookie && { cookie }), ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }), ...headers } }, (rs) => {
				const chunks = []
				rs.on('data', (c) => chunks.push(c))
				rs.on('error', reject)
				rs.on('end', () => {
					for (const line of rs.headers['set-cookie'] ?? []) {
						const [, name, value] = line.match(/^([^=]+)=([^;]*)/)
						if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name)
						else this.cookies.set(name, value)
					}
					const bytes = Buffer.concat(chunks)
					resolve({ status: rs.statusCode, headers: rs.headers, bytes, body: bytes.toString('utf8'), path: target })
				})
			})
			// A connection kept alive may be over when it is used again; a browser would not tell either.
			rq.on('error', (failed) => rq.reusedSocket && failed.code === 'ECONNRESET'
				? resolve(this.request(method, target, body, headers)) : reject(failed))
			rq.end(body)
		})
	}

	async follow(answer) {
		for (let hops = 0; [302, 303].includes(answer.status) && hops < 5; hops++)
			answer = await this.request('GET', new URL(answer.headers.location, new URL(answer.path, this.url)).pathname +
				new URL(answer.headers.location, this.url).search)
		return answer
	}

	get(target) { return this.request('GET', target).then((a) => this.follow(a)) }

	post(target, fields, headers) {
		const body = new URLSearchParams(fields).toString()
		return this.request('POST', target, body, { 'content-type': 'application/x-www-form-urlencoded', ...headers })
	}

	// Sends a page's form back, with changes; the first button unless told.
	send(page, form, changes = {}, button = form.buttons[0]) {
		const fields = form.fields.filter(([name]) => !(name in changes))
		for (const [name, value] of Object.entries(changes)) if (value !== undefined) fields.push([name, value])
		if (button) fields.push(button)
		return this.post(form.action || page.path, fields)
	}

	// Sends a form with a file chosen in it; follows.
	async upload(page, form, field, filename, bytes, changes = {}) {
		const edge = `edge-of-${field}`
		const fields = [...form.fields.filter(([name]) => !(name in changes)), ...Object.entries(changes)]
		const parts = fields.map(([k, v]) => `--${edge}\r\ncontent-disposition: form-data; name="${k}"\r\n\r\n${v}\r\n`)
		parts.push(`--${edge}\r\ncontent-disposition: form-data; name="${field}"; filename="${filename}"\r\ncontent-type: application/octet-stream\r\n\r\n`)
		const body = Buffer.concat([Buffer.from(parts.join('')), Buffer.from(bytes), Buffer.from(`\r\n--${edge}--\r\n`)])
		return this.follow(await this.request('POST', form.action, body, { 'content-type': `multipart/form-data; boundary=${edge}` }))
	}

	async signIn(login, secret = password) {
		const page = await this.get('/signin')
		const form = forms(page.body).find((f) => f.radios.size === 0 && f.fields.some(([n]) => n === 'password'))
		const answer = await this.send(page, form, { login, password: secret })
		return this.follow(answer)
	}
}

// The first choice of every question, unless told: a complete sheet but for the texts.
export function completed(form, choose = (values) => values[0]) {
	const changes = {}
	for (const [name, values] of form.radios) {
		changes[name] = choose(values, name)
		if (changes[name] === 'na') changes[`${name}-n`] = 'duty'
	}
	return changes
}

export const sheetForm = (page) => forms(page.body).find((f) => f.radios.size > 0)
