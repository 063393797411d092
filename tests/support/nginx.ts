import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, pause } from '../../src/platform/processes'

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** The system's nginx, installed where root runs the tests and apt is there; null where there is none to be had. */
export function installedNginx(): string | null {
  if (spawnSync('nginx', ['-v']).status === 0) return 'nginx'
  if (spawnSync('/usr/sbin/nginx', ['-v']).status === 0) return '/usr/sbin/nginx'
  if (process.getuid?.() !== 0 || !has('apt-get')) return null
  const apt = (args: string[]) => spawnSync('apt-get', args, { stdio: 'ignore', timeout: 300_000 })
  apt(['update', '-q'])
  // Without this the package starts a server of its own on port 80.
  spawnSync('sh', ['-c', 'DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -q --no-install-recommends nginx-light'], { stdio: 'ignore', timeout: 300_000 })
  return spawnSync('/usr/sbin/nginx', ['-v']).status === 0 ? '/usr/sbin/nginx' : null
}

export type Nginx = { port: number; stop(): Promise<void> }

/** Runs nginx with the project's own configuration over a public folder, before a desk that listens on `deskPort` and behind `proxy`. */
export async function startNginx(program: string, publicFolder: string, deskPort: number, proxy = '192.0.2.1'): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-nginx-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  const variables: Record<string, string> = { HANDBILL_EDITION: publicFolder, HANDBILL_DESK: `127.0.0.1:${deskPort}`, HANDBILL_LISTEN: `127.0.0.1:${port}`, HANDBILL_PROXY: proxy }
  // As the nginx image's own start does it: only variables that are set are replaced.
  const site = readFileSync('deploy/nginx/handbill.conf.template', 'utf8').replace(/\$\{(\w+)\}/g, (whole, name: string) => variables[name] ?? whole)
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  writeFileSync(join(folder, 'nginx.conf'), `${user} worker_processes 1; daemon off; pid ${folder}/pid; error_log stderr error; events { worker_connections 256; } http { ${paths}\n${site}\n}`)
  const child: ChildProcess = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr?.on('data', (words) => (complaint += words))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (let wait = 0; wait < 100 && child.exitCode === null; wait++) {
    const isUp = await fetch(`http://127.0.0.1:${port}/robots.txt`).then(() => true, () => false)
    if (isUp) return { port, stop }
    await pause(50)
  }
  child.kill('SIGKILL')
  throw new Error(`nginx did not start: ${complaint}`)
}
