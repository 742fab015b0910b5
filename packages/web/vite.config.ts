import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

export default defineConfig({
  plugins: [react(), earlyScript(), compressAssets()],
  build: {
    target: 'es2024',
    // Those that know light-dark(), which would otherwise be rewritten into something that Mantine's colour schemes do not set.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // A data: address of a small file would need more room in the Content-Security-Policy than a request costs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: { '/graphql': 'http://127.0.0.1:8080', '/storage': 'http://127.0.0.1:8080' },
  },
})

/** Puts the script that chooses the colours before all others, under a name that changes with it. */
function earlyScript(): Plugin {
  const file = 'src/theme/early-color-scheme.js'
  let reference = ''
  let name = ''
  return {
    name: 'early-script',
    buildStart() {
      if (this.environment.mode !== 'build') return
      const source = readFileSync(join(import.meta.dirname, file), 'utf8').replaceAll(/^\s*\/\/.*\n/gm, '')
      reference = this.emitFile({ type: 'asset', name: 'early.js', source })
    },
    generateBundle() {
      name = this.getFileName(reference)
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        { tag: 'script', attrs: { src: name === '' ? `/${file}` : `/${name}` }, injectTo: 'head-prepend' },
      ],
    },
  }
}

/** Writes each text asset compressed beside it, so that the server compresses nothing while it answers. */
function compressAssets(): Plugin {
  let folder = ''
  return {
    name: 'compress-assets',
    apply: 'build',
    configResolved: (config) => void (folder = join(config.root, config.build.outDir, 'assets')),
    closeBundle() {
      for (const name of readdirSync(folder).filter((name) => /\.(?:js|css|svg)$/.test(name))) {
        const bytes = readFileSync(join(folder, name))
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, quality))
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes))
      }
    },
  }
}
