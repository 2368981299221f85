// Another hour of the day for the programs a test starts: they ask clock.c, preloaded,
// instead of the machine. The program itself knows nothing of it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, openSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { scratch } from './lib.mjs'

const source = 'tests/e2e/clock.c', library = path.resolve('build/clock.so')

// Compiled once; tests that run side by side do not see half of it.
function compiled() {
	const built = statSync(library, { throwIfNoEntry: false })
	if (built && built.mtimeMs > statSync(source).mtimeMs) return library
	const made = `${library}.${process.pid}`
	mkdirSync(path.dirname(library), { recursive: true })
	execFileSync('cc', ['-std=c17', '-D_GNU_SOURCE', '-Wall', '-Wextra', '-Werror', '-O2', '-fPIC', '-shared', '-o', made, source])
	renameSync(made, library)
	return library
}

// What a program has to be started with to take its hour from a file.
export const preloaded = (file) => ({ TENKEN_CLOCK: file, LD_PRELOAD: compiled(), ASAN_OPTIONS: 'verify_asan_link_order=0' })

// A clock for everything this test starts from now on: set('2026-10-09', '23:59:59') in
// Japanese time; day() is the day it shows.
export function clock(t) {
	const name = path.join(scratch(t), 'clock'), ahead = new BigInt64Array(1)
	writeFileSync(name, new Uint8Array(ahead.buffer))
	const file = openSync(name, 'r+')
	Object.assign(process.env, preloaded(name))
	const now = () => Date.now() + Number(ahead[0]) * 1000
	return {
		set(day, time) {
			ahead[0] = BigInt(Math.round((Date.parse(`${day}T${time}+09:00`) - Date.now()) / 1000))
			writeSync(file, new Uint8Array(ahead.buffer), 0, 8, 0)
		},
		now,
		day: () => dayOf(now()),
	}
}

// The day it is in Japan, as a form takes it.
export const dayOf = (ms) => new Date(ms + 9 * 3600e3).toISOString().slice(0, 10)
export const today = () => dayOf(Date.now())
