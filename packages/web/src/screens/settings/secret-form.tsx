import { Button, Group, PasswordInput, TextInput } from '@mantine/core'
import { WebSetSecretDocument } from '@slipway/api'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { settingsKey } from '../../api/settings.ts'
import { useChange } from '../../components/use-change.ts'

/** Sets a secret or replaces its value, which is forgotten here at once. */
export function SecretForm({ entity }: { readonly entity: string }) {
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const set = useChange(WebSetSecretDocument, {
    done: (input, data) =>
      data.setSecret?.isNew === true
        ? `The secret "${input.name}" is set.`
        : `The secret "${input.name}" has a new value.`,
    changes: [settingsKey],
    isSecret: true,
  })
  const clear = (): void => {
    setName('')
    setValue('')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        set.mutate({ entityName: entity, name: name.trim(), value }, { onSuccess: clear })
      }}
    >
      <Group align="flex-end">
        <TextInput
          label="Name"
          placeholder="HF_TOKEN"
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label="Value"
          w={280}
          autoComplete="off"
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Button
          type="submit"
          leftSection={<IconLock size={16} />}
          loading={set.isPending}
          disabled={name.trim() === '' || value === ''}
        >
          Set the secret
        </Button>
      </Group>
    </form>
  )
}
