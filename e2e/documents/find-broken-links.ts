import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LINK = /(?<!\\)\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g
const ELSEWHERE = /^(?:[a-z]+:|\/\/)/i

/** The links of a page that lead to no file of the checkout, or to no heading of a page. Those to other sites are not followed. */
export function findBrokenLinks(path: string): readonly string[] {
  const markdown = withoutCode(readFileSync(join(ROOT, path), 'utf8'))
  const links = [...markdown.matchAll(LINK)].map((match) => match[1] ?? match[2] ?? '')
  return links
    .filter((link) => !ELSEWHERE.test(link))
    .filter((link) => !leadsSomewhere(path, link))
    .map((link) => `${path}: ${link}`)
}

function leadsSomewhere(path: string, link: string): boolean {
  const [target = '', heading] = link.split('#')
  const file = join(ROOT, target === '' ? path : normalize(join(dirname(path), target)))
  if (!existsSync(file)) return false
  if (heading === undefined) return true
  return statSync(file).isFile() && headingsOf(readFileSync(file, 'utf8')).includes(heading)
}

/** The anchors of a page's headings as GitHub makes them. */
function headingsOf(markdown: string): readonly string[] {
  return [...withoutCode(markdown).matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '')
}
