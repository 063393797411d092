import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { environmentOfChild } from '../../src/env'
import { freePort } from '../../src/platform/processes'
import type { System } from '../../tests/support/server'
import { percentile, type Measure } from './table'

const SECONDS = 4
const ROUNDS = 3

function has(program: string): boolean {
  return spawnSync('sh', ['-c', 'command -v "$1"', 'sh', program]).status === 0
}

/** The command that keeps a program on the first core, so that the load on the second does not slow it; empty with one core. */
function onFirstCore(): string[] {
  return has('taskset') ? ['taskset', '-c', '0'] : []
}

function commandOf(words: string[]): { program: string; args: string[] } {
  const [program = '', ...args] = words
  return { program, args }
}

async function load(url: string): Promise<number> {
  if (has('wrk')) {
    const prefix = has('taskset') ? ['taskset', '-c', '1'] : []
    const { program, args } = commandOf([...prefix, 'wrk', '-t1', '-c64', `-d${SECONDS}s`, '-H', 'Accept-Encoding: br', url])
    const printed = execFileSync(program, args, { encoding: 'utf8' })
    if (/Non-2xx/.test(printed)) throw new Error(`Not every answer of ${url} was a page`)
    return Number(/Requests\/sec:\s*([\d.]+)/.exec(printed)?.[1])
  }
  const { requests, non2xx } = await autocannon({ url, connections: 64, duration: SECONDS, headers: { 'accept-encoding': 'br' } })
  if (non2xx > 0) throw new Error(`Not every answer of ${url} was a page`)
  return requests.average
}

function nginxServing(folder: string, port: number): { child: ChildProcess; place: string } {
  const place = mkdtempSync(join(tmpdir(), 'handbill-bench-'))
  chmodSync(place, 0o755)
  const config = join(place, 'nginx.conf')
  writeFileSync(
    config,
    `worker_processes 1; daemon off; pid ${place}/pid; error_log ${place}/error.log; events { worker_connections 512; }
     http { access_log off; default_type text/html; sendfile on; keepalive_requests 1000000; open_file_cache max=1000; client_body_temp_path ${place}/b; proxy_temp_path ${place}/p; fastcgi_temp_path ${place}/f; uwsgi_temp_path ${place}/u; scgi_temp_path ${place}/s;
       server { listen 127.0.0.1:${port}; location / { root ${folder}; add_header Content-Encoding br; } } }`,
  )
  const { program, args } = commandOf([...onFirstCore(), 'nginx', '-c', config, '-p', place])
  return { child: spawn(program, args, { stdio: 'ignore' }), place }
}

/** Article requests a second on one core: our web server against nginx serving the same bytes, round by round in one run. */
export async function benchServing(system: System, article: string, say: (line: string) => void): Promise<Measure[]> {
  if (!has('nginx')) {
    say('nginx is not installed, so serving was not compared.')
    return []
  }
  const [ours, theirs] = [await freePort(), await freePort()]
  const edition = join(system.dataDir, 'edition')
  const { program, args } = commandOf([...onFirstCore(), process.execPath, 'dist/web.mjs'])
  const web = spawn(program, args, { env: environmentOfChild({ NODE_ENV: 'production', EDITION_DIR: edition, DATA_DIR: system.dataDir, PORT: String(ours), CMS_PORT: new URL(system.cmsUrl).port, HOST: '127.0.0.1' }), stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const ready = new Promise((resolve) => web.once('message', resolve))
  // The very bytes that our server sends, under the name that is asked for.
  const copy = mkdtempSync(join(tmpdir(), 'handbill-bench-files-'))
  chmodSync(copy, 0o755)
  writeFileSync(join(copy, 'article'), Buffer.from(execFileSync('cat', [join(edition, 'public', `${article}.html.br`)])))
  const nginx = nginxServing(copy, theirs)
  try {
    await ready
    await load(`http://127.0.0.1:${ours}${encodeURI(article)}`)
    const ratios: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const mine = await load(`http://127.0.0.1:${ours}${encodeURI(article)}`)
      const other = await load(`http://127.0.0.1:${theirs}/article`)
      ratios.push(mine / other)
      say(`  ${Math.round(mine)} requests/s, nginx ${Math.round(other)}`)
    }
    return [{ what: 'article requests/s, one core, against nginx on the same bytes', value: percentile(ratios, 0.5), unit: '×', budget: 0.15, atLeast: true, note: `median of ${ROUNDS} rounds of ${SECONDS} s` }]
  } finally {
    web.kill('SIGKILL')
    nginx.child.kill('SIGTERM')
    rmSync(copy, { recursive: true, force: true })
    rmSync(nginx.place, { recursive: true, force: true })
  }
}
