/** The password that a `.netrc` file has for a machine; null without one. Comments and other entries are passed over. */
export function findNetrcPassword(text: string, machine: string): string | null {
  const words = text.replaceAll(/^\s*#.*$/gmu, '').match(/"(?:[^"\\]|\\.)*"|\S+/gu) ?? []
  let isWanted = false
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]
    if (word === 'machine') isWanted = unquote(words[index + 1]) === machine
    else if (word === 'default') isWanted = false
    else if (word === 'password' && isWanted) return unquote(words[index + 1])
    if (word === 'machine' || word === 'login' || word === 'password' || word === 'account') index += 1
  }
  return null
}

/** The machines that a `.netrc` file has entries for. */
export function readNetrcMachines(text: string): readonly string[] {
  const words = text.replaceAll(/^\s*#.*$/gmu, '').match(/"(?:[^"\\]|\\.)*"|\S+/gu) ?? []
  const machines: string[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]
    const value = unquote(words[index + 1])
    if (word === 'machine' && value !== null) machines.push(value)
    if (word === 'machine' || word === 'login' || word === 'password' || word === 'account') index += 1
  }
  return machines
}

function unquote(word: string | undefined): string | null {
  return word === undefined ? null : word.replaceAll(/^"|"$/gu, '')
}
