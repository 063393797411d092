import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** What one request to sign in or to reset a password costs: nothing, or so many seconds to wait. */
export type LoginVerdict = { allowed: true } | { allowed: false; retryAfter: number }

type Limits = {
  /** Attempts from one address in `addressSeconds`, whichever accounts they try. */
  address: number
  addressSeconds: number
  /** Attempts on one account in `accountSeconds` from all addresses together. */
  account: number
  accountSeconds: number
  /** Attempts on one account from one address in `pairSeconds`. */
  pair: number
  pairSeconds: number
}

/**
 * An address gets 30 attempts in ten minutes, and ten of them on one account. An account takes 100 an hour from everywhere,
 * far more than a person needs and far too few to guess a password: whoever is attacked can still sign in from elsewhere,
 * as long as the attack comes from fewer than ten addresses at once.
 */
const USUAL: Limits = { address: 30, addressSeconds: 600, account: 100, accountSeconds: 3_600, pair: 10, pairSeconds: 600 }

/**
 * Counts attempts to sign in, in the memory of this process. Accounts are kept as a hash of their address in lower case,
 * so that a dump of memory lists nobody.
 */
export function loginLimits(limits: Partial<Limits> = {}): { attempt(address: string, email: string): Promise<LoginVerdict>; succeeded(address: string, email: string): Promise<void> } {
  const l = { ...USUAL, ...limits }
  const byAddress = new RateLimiterMemory({ points: l.address, duration: l.addressSeconds })
  const byAccount = new RateLimiterMemory({ points: l.account, duration: l.accountSeconds })
  const byPair = new RateLimiterMemory({ points: l.pair, duration: l.pairSeconds })
  return {
    async attempt(address, email) {
      const account = accountKey(email)
      // In this order, an address that is shut out can't use up what an account may take.
      for (const [limiter, key] of [[byAddress, address], [byPair, `${address} ${account}`], [byAccount, account]] as const) {
        try {
          await limiter.consume(key)
        } catch (refused) {
          if (!(refused instanceof RateLimiterRes)) throw refused
          return { allowed: false, retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) }
        }
      }
      return { allowed: true }
    },
    /** Forgets the failed attempts of somebody who has signed in, on this account from this address. */
    async succeeded(address, email) {
      await byPair.delete(`${address} ${accountKey(email)}`)
      await byAddress.reward(address, 1)
    },
  }
}

function accountKey(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase().normalize('NFKC')).digest('base64url')
}
