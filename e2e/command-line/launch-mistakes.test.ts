import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandSite } from './site.ts'
import { openOverrideSite } from './testing/override-site.ts'

let site: CommandSite
beforeAll(async () => {
  site = await openOverrideSite()
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)
const document = (...arguments_: readonly string[]) => site.document(...arguments_)

describe('mistakes', () => {
  beforeAll(async () => {
    await site.write('list.yaml', '[1]\n')
    await site.write('broken.yaml', 'a: [\n')
    await site.write('wrong-files.yaml', '$files: {data.yaml: 3}\n')
  })

  test.each([
    [['train', 'trainer'], 2, 'Cannot read "trainer": write INPUT=VALUE'],
    [['train', '=1'], 2, 'no input is named before the "="'],
    [['train', 'trainer.learning_rate =1'], 2, 'a space beside the name of the input'],
    [['train', '+++note=1'], 2, 'the prefixes are "+", "++" and "~"'],
    [['train', 'db@pkg=1'], 2, 'config groups and their packages belong to Hydra programs'],
    [['train', 'trainer..x=1'], 2, 'it has an empty part'],
    [['train', 'trainer.layers=[1, 2'], 2, 'it ends where "," or "]" is expected'],
    [['train', 'trainer.layers=[1 2'], 2, 'Cannot set "trainer.layers" to [1 2: '],
    [['train', 'trainer.batch_size=a;b'], 2, '";" at character 2 needs quotes around the whole text'],
    [['train', 'trainer.batch_size="8'], 2, 'the quote " at character 1 is not closed'],
    [['train', 'trainer.batch_size=inr(8)'], 2, 'there is no function "inr". Did you mean "int"?'],
    [['train', 'trainer.batch_size=int(x)'], 2, '"x" is not a whole number'],
    [['train', 'trainer.batch_size=8,16'], 2, 'it stands for several values. Give it to --sweep'],
    [['train', 'trainer.batch_size=range(1,3)'], 2, 'it stands for several values. Give it to --sweep'],
    [['train', 'trainer.learning_rate=interval(0,1)'], 2, 'an interval is for searches'],
    [['train', 'trainer.layers=shuffle([1,2])'], 2, 'a random order would not be the same'],
    [['train', 'trainer.batch_size=extend_list(1)'], 2, 'extend_list() needs an input that is a list'],
    [['train', '++trainer.layers=extend_list(1)'], 2, 'written without "+" and "~"'],
    [['train', 'note=${x}'], 2, 'nothing fills in "${...}" in a run config. Quote it'],
    [['train', 'trainer.learning_rate=inf'], 2, 'has no inf. Quote it'],
    [['train', 'note=12345678901234567890'], 2, 'too large to be passed on exactly'],
    [['train', 'trainer.learnin_rate=1'], 2, 'Did you mean "trainer.learning_rate"?'],
    [['train', '+extra=1'], 2, 'Cannot set "extra": it is not an input of this job'],
    [
      ['train', '+note=1'],
      2,
      'Cannot add "note": it is there already, as null. Write "note=..." to change it, or "++note=..."',
    ],
    [['open', 'extra=1'], 2, 'which takes further keys. Write "+extra=..." to add it'],
    [['train', '~note'], 2, "merged into the program's own values, which lose no key"],
    [
      ['train', '~data.yaml:sed'],
      2,
      'Cannot delete "data.yaml:sed": it is not an input of this job. Did you mean "data.yaml:seed"?',
    ],
    [['train', '~data.yaml:seed=2'], 2, 'Cannot delete "data.yaml:seed": it is 1, not 2'],
    [['train', '~data.yaml:'], 2, 'a whole file cannot be deleted'],
    [['train', 'data.yaml:=3'], 2, 'the whole of a file is an object'],
    [['train', 'dta.yaml:seed=3'], 2, 'Did you mean "data.yaml"?'],
    [['train', '@missing.yaml'], 2, 'Cannot read the values in "missing.yaml"'],
    [['train', '@'], 2, 'no file is named'],
    [['train', '@list.yaml'], 2, 'it must hold an object'],
    [['train', '@broken.yaml'], 2, 'Cannot read "broken.yaml"'],
    [['train', '@wrong-files.yaml'], 2, '"data.yaml" under "$files" must be an object'],
    [['train', '--sweep', 'trainer.learning_rate=interval(0,1)'], 2, 'only a search can choose in it'],
    [['train', '--sweep', '~data.yaml:seed'], 2, 'a deletion has no values'],
    [['train', '--sweep', 'trainer.batch_size=range(3,1)'], 2, 'it stands for no value at all'],
    [['train', '--sweep', 'trainer.batch_size=range(1,1e9)'], 2, 'more than 100000'],
    [['train', '--sweep', 'trainer.batch_size=tag(x,choice(1,2))'], 2, 'tags of tag() have no meaning here'],
    [['train', '--sweep', 'trainer.model=glob(*)'], 2, 'needs an input with a fixed set of values'],
    [['train', '--sweep', 'note=1,2; trainer.batch_size=1,2,3'], 2, 'note has 2, trainer.batch_size has 3'],
    [['train', '--sweep', 'note=1,2', '--sweep', 'note=3,4'], 2, 'Cannot sweep over "note" twice'],
    [['train', '--sweep', 'data.yaml:={a: 1}'], 2, 'it is a whole file'],
    [['train', '--max-points', 'many', '--sweep', 'note=1,2'], 2, 'give a whole number from 1 to 10000'],
    [['train', '--name', 'lr={trainer.learningrate}'], 2, 'Did you mean "trainer.learning_rate"?'],
    [['train', '--name', 'lr={note'], 2, 'the brace "{" has no partner'],
    [['train', '--watch', '--detach'], 2, 'Cannot launch with both --watch and --detach'],
    [['train', '--watch', '--dry-run'], 2, 'Cannot launch with both --dry-run and --watch'],
    [['train', '--rerun'], 2, 'Cannot launch with --rerun: it belongs to --sweep'],
    [['train', '--queue', 'defualt'], 3, 'Did you mean "default"? Its queues: default'],
    [[], 2, 'Cannot launch: no job is named. Write it first, slipway launch JOB, or take that of an earlier run'],
    [['note=1'], 2, 'Cannot launch: no job is named'],
  ])('launch %j is answered with exit code %d and why', async (arguments_, exitCode, text) => {
    const ended = await slipway('launch', ...arguments_)
    expect(ended.stderr).toContain(text)
    expect(ended.exitCode).toBe(exitCode)
    expect(ended.stdout).toBe('')
  })

  test('all mistakes are named at once, and --json has them too', async () => {
    const { error } = await document('launch', 'train', 'a', 'trainer.layers=[', '~note')
    expect(error.code).toBe('invalid-input')
    expect(error.problems.map(({ path }: { readonly path: string }) => path)).toEqual(['a', 'trainer.layers', 'note'])
  })
})
