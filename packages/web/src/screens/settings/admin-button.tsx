import { Button } from '@mantine/core'
import { confirmDanger } from '../../components/confirm.tsx'

/** Makes a user an administrator, or takes that away, after a question. */
export function AdminButton({
  user,
  onChange,
}: {
  readonly user: { readonly username?: string | null; readonly admin?: boolean | null }
  readonly onChange: (admin: boolean) => void
}) {
  const isAdmin = user.admin === true
  const label = isAdmin ? 'Remove as administrator' : 'Make administrator'
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={`${label}: ${user.username}`}
      onClick={() =>
        confirmDanger({
          title: isAdmin ? `Remove ${user.username} as an administrator?` : `Make ${user.username} an administrator?`,
          text: isAdmin
            ? 'They keep their runs and teams, and manage other people no longer.'
            : 'An administrator makes users, sees all teams, and may delete keys of others.',
          action: label,
          onConfirm: () => onChange(!isAdmin),
        })
      }
    >
      {label}
    </Button>
  )
}
