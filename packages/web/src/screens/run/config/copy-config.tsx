import { Button, Menu } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { patchConfigFile, type JsonObject } from '@slipway/core'
import { IconCopy } from '@tabler/icons-react'
import { showDone, showFailure } from '../../../components/toast.ts'
import type { RunConfig } from '../api/run-config.ts'
import { readRunConfig } from './config-rows.ts'

/** Copies the run config, with the config files where there are some. */
export function CopyConfig({ config }: { readonly config: RunConfig }) {
  const clipboard = useClipboard()
  const copy = (format: string, write: (tree: JsonObject) => string): void => {
    try {
      clipboard.copy(write(wholeOf(config)))
      showDone(`Copied the config as ${format}.`)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconCopy size={15} />}>
          Copy as
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => copy('JSON', (tree) => `${JSON.stringify(tree, null, 2)}\n`)}>JSON</Menu.Item>
        <Menu.Item onClick={() => copy('YAML', (tree) => patchConfigFile('config.yaml', '', tree))}>YAML</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** With config files as a launch config takes it: `{run_config, files}`. */
function wholeOf({ config, inputValues }: RunConfig): JsonObject {
  const files = (inputValues as { readonly files?: JsonObject } | null)?.files ?? {}
  const runConfig = readRunConfig(config)
  return Object.keys(files).length === 0 ? runConfig : { run_config: runConfig, files }
}
