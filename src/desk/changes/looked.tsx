'use client'

import { useEffect } from 'react'

/** Tells the desk that the person has this text before their eyes, so that next time they see what has changed since. */
export function Looked({ address, hash }: { address: string; hash: string }) {
  useEffect(() => {
    void fetch(address, { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ baseHash: hash }) }).catch(() => undefined)
  }, [address, hash])
  return null
}
