import { config } from 'zod'

// Imported before all that makes a schema: with the first one zod tries whether it may make functions out of text, which is
// a violation of the page's Content-Security-Policy although zod catches it.
config({ jitless: true })
