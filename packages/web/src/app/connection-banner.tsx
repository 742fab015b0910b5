import { Alert } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useLiveState } from '../api/live/use-live.ts'

/** A connection that is back within this time was never worth a word. */
const PATIENCE_MS = 1500

/** Says that the server cannot be reached, for as long as it cannot. */
export function ConnectionBanner() {
  return useLiveState() === 'lost' ? <LateBanner /> : null
}

function LateBanner() {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isLate) return null
  return (
    <Alert color="yellow" icon={<IconPlugConnectedX size={18} />} mb="md" role="status">
      The server cannot be reached. What you see may be old; it is brought up to date as soon as the server answers.
    </Alert>
  )
}
