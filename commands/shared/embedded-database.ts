import { env } from '../../src/env'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/server'
import { pause } from '../../src/platform/processes'

export type KeptDatabase = { url: string; stop(): Promise<void> }

/** The embedded database, started again at the same address whenever it ends without having been stopped. */
export async function keepEmbeddedDatabase(say: (line: string) => void): Promise<KeptDatabase> {
  const folder = env().dataDir
  let server: EmbeddedPostgres = await startEmbeddedPostgres({ folder, say })
  let isStopping = false
  const { url, port } = server

  const restart = async (): Promise<void> => {
    for (let wait = 500; !isStopping; wait = Math.min(wait * 2, 30_000)) {
      await pause(wait)
      if (isStopping) return
      say('The database ended unexpectedly; starting it again')
      try {
        server = await startEmbeddedPostgres({ folder, port, say })
        watch()
        return
      } catch (error) {
        say(error instanceof Error ? error.message : String(error))
      }
    }
  }
  const watch = () => {
    void server.ended.then(() => (isStopping ? undefined : restart()))
  }
  watch()

  return {
    url,
    async stop() {
      isStopping = true
      await server.stop()
    },
  }
}
