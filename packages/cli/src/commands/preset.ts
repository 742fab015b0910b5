import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { CommonOptions } from '../command-result.ts'
import type { ListPresetsOptions } from '../preset/list-presets.ts'
import type { SavePresetOptions } from '../preset/save-preset.ts'
import { withExample } from './example.ts'

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]
const PRESET = 'NAME, NAME@v2 or ENTITY/NAME@v2'

/** Defines `slipway preset ...`. */
export function registerPresetCommands(program: Command, cli: Cli): void {
  const preset = program.command('preset').description('save sets of inputs, and launch with them by name')
  withExample(
    preset
      .command('list')
      .description('list presets: your own and those of your teams')
      .option('--team <name>', 'only those of this team, or of yourself by your own name')
      .option('--job <job>', 'only those that can be used with this job'),
    'slipway preset list --job train',
  ).action((options: ListPresetsOptions) =>
    cli.show(options, async () => (await import('../preset/list-presets.ts')).listPresets(cli.terminal, options)),
  )
  withExample(
    preset
      .command('show')
      .description('show what a preset sets, with all that it builds on')
      .argument('<preset>', PRESET),
    'slipway preset show fast',
    'slipway preset show vision/fast@v2',
  ).action((name: string, options: CommonOptions) =>
    cli.show(options, async () => (await import('../preset/show-preset.ts')).showPreset(cli.terminal, name)),
  )
  registerSave(preset, cli)
  withExample(
    preset.command('versions').description('list the versions of a preset, newest first').argument('<preset>', PRESET),
    'slipway preset versions fast',
  ).action((name: string, options: CommonOptions) =>
    cli.show(options, async () => (await import('../preset/list-versions.ts')).listVersions(cli.terminal, name)),
  )
  withExample(
    preset
      .command('diff')
      .description('compare two presets, or a preset with the version before it')
      .argument('<preset>', PRESET)
      .argument('[other]', PRESET),
    'slipway preset diff fast@v1 fast@v3',
    'slipway preset diff fast',
  ).action((name: string, other: string | undefined, options: CommonOptions) =>
    cli.show(options, async () => (await import('../preset/diff-presets.ts')).diffPresets(cli.terminal, name, other)),
  )
  withExample(
    preset
      .command('delete')
      .description('delete a preset; items that name its versions still show them')
      .argument('<preset>', 'NAME or ENTITY/NAME'),
    'slipway preset delete fast',
  ).action((name: string, options: CommonOptions) =>
    cli.show(options, async () => (await import('../preset/delete-preset.ts')).deletePreset(cli.terminal, name)),
  )
}

function registerSave(preset: Command, cli: Cli): void {
  withExample(
    preset
      .command('save')
      .description('create a preset, or a new version of one')
      .argument('<name>')
      .option(
        '--set <input=value>',
        'an input of the run config, or FILE:PATH=VALUE; may be repeated. A dot inside a key is written \\.',
        collect,
        [],
      )
      .option('--from-run <run>', 'take the inputs of a run that are other than the defaults of its job')
      .option('--from-item <item>', 'take what an item asked for')
      .option('--all', 'with --from-run: take all inputs, not only those that are other than by default')
      .option('--base <preset>', 'a preset that it builds on, kept by its version; may be repeated', collect, [])
      .option('--config <file>', 'a launch spec in JSON or YAML: its inputs, template variables and resource settings')
      .option('--job <job>', 'the job that it is for; its inputs are checked. Any job, unless given')
      .option('--skip-unfit', 'leave out what the job does not take')
      .option('--queue <name>', 'the run queue, NAME or ENTITY/NAME')
      .option('--priority <level>', 'critical, high, medium or low; for queues that order by priority')
      .option('--template <name=value>', "a template variable of the queue's config; may be repeated", collect, [])
      .option('--description <text>', 'what it is good for')
      .option('--team <name>', 'save it for a team, all of whose members can use and change it'),
    'slipway preset save fast --job train --set trainer.batch_size=8 --set config.yaml:epochs=1',
    'slipway preset save best --from-run golden-sea-7 --team vision --description "the run of the paper"',
    'slipway preset save fast-gpu --base fast --queue gpu --priority high',
  ).action((name: string, options: SavePresetOptions) =>
    cli.show(options, async () => (await import('../preset/save-preset.ts')).savePreset(cli.terminal, name, options)),
  )
}
