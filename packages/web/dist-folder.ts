import { fileURLToPath } from 'node:url'

/** The folder that `npm run build` of this package writes the web application to. It may be missing. */
export const webFolder = fileURLToPath(new URL('dist', import.meta.url))
