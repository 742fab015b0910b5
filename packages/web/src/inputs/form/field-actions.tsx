import { ActionIcon } from '@mantine/core'
import { IconArrowBackUp, IconArrowDown, IconArrowUp, IconCircleOff, IconTrash } from '@tabler/icons-react'
import { useForm } from './form-context.ts'
import type { FieldRow, HolderRow } from './form-row.ts'
import classes from './form.module.css'

/** What can be done with a value besides editing it. */
export function FieldActions({ row, isChanged }: { readonly row: FieldRow | HolderRow; readonly isChanged: boolean }) {
  const { dispatch } = useForm()
  const { address, element, value } = row
  const list = { file: address.file, path: address.path.slice(0, -1) }
  const canBeNull = row.shape.isNullable && value !== null && value !== undefined && row.shape.kind !== 'choice'
  return (
    <div className={classes.actions}>
      {canBeNull && row.shape.kind !== 'switch' && (
        <Action
          label={`Set ${row.id} to null`}
          icon={IconCircleOff}
          onClick={() => dispatch({ type: 'set-value', address, value: null })}
        />
      )}
      {element !== null && element.count > 1 && (
        <>
          {element.index > 0 && (
            <Action
              label={`Move ${row.id} up`}
              icon={IconArrowUp}
              onClick={() =>
                dispatch({ type: 'move-element', address: list, from: element.index, to: element.index - 1 })
              }
            />
          )}
          {element.index < element.count - 1 && (
            <Action
              label={`Move ${row.id} down`}
              icon={IconArrowDown}
              onClick={() =>
                dispatch({ type: 'move-element', address: list, from: element.index, to: element.index + 1 })
              }
            />
          )}
        </>
      )}
      {element !== null && (
        <Action
          label={`Remove ${row.id}`}
          icon={IconTrash}
          onClick={() => dispatch({ type: 'remove-element', address: list, at: element.index })}
        />
      )}
      {element === null && row.isRemovable && value !== undefined && !row.isRequired && (
        <Action label={`Remove ${row.id}`} icon={IconTrash} onClick={() => dispatch({ type: 'remove-key', address })} />
      )}
      {isChanged && row.byDefault !== undefined && (
        <Action
          label={`Reset ${row.id}`}
          icon={IconArrowBackUp}
          isQuiet={false}
          onClick={() => dispatch({ type: 'reset', address })}
        />
      )}
    </div>
  )
}

function Action({
  label,
  icon: Icon,
  isQuiet = true,
  onClick,
}: {
  readonly label: string
  readonly icon: typeof IconTrash
  /** Whether it shows only where one is. */
  readonly isQuiet?: boolean
  readonly onClick: () => void
}) {
  return (
    <ActionIcon
      size="sm"
      aria-label={label}
      title={label}
      onClick={onClick}
      {...(isQuiet && classes.quiet !== undefined ? { className: classes.quiet } : {})}
    >
      <Icon size={15} />
    </ActionIcon>
  )
}
