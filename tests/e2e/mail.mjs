// A real mail server on loopback (smtp.py) and what it was handed.
import { spawn } from 'node:child_process'

export const python = '/usr/bin/python3' // Debian's: python3-aiosmtpd belongs to it

// { port, messages, hangs }; it stops with the test.
export async function mailServer(t, ...options) {
	const child = spawn(python, ['tests/e2e/smtp.py', ...options])
	const messages = [], hangs = []
	let rest = '', port
	t.after(() => child.kill())
	await new Promise((resolve, reject) => {
		child.stderr.on('data', (chunk) => { rest += chunk })
		child.on('exit', () => reject(new Error(`no mail server: ${rest}`)))
		let lines = ''
		child.stdout.on('data', (chunk) => {
			lines += chunk
			for (let at; (at = lines.indexOf('\n')) >= 0; lines = lines.slice(at + 1)) {
				const said = JSON.parse(lines.slice(0, at))
				if (typeof said === 'number') resolve(port = said)
				else (said.hangs ? hangs : messages).push(said)
			}
		})
	})
	return { port, messages, hangs }
}

export const mailOptions = (port) => ['--smtp', `smtp://127.0.0.1:${port}`, '--mail-from', 'desk@water.example']
