import * as fc from 'fast-check'

// The same cases each time, so that a change is judged by what it changes. SLIPWAY_TEST_SEED asks for other ones.
fc.configureGlobal({ seed: Number(process.env.SLIPWAY_TEST_SEED ?? 20_260_401) })
