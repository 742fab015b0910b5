import { Center, Loader } from '@mantine/core'

/** Shown while the first data of a page comes. */
export function PageLoader() {
  return (
    <Center mih={240} role="status" aria-label="Loading">
      <Loader />
    </Center>
  )
}
