import { UnstyledButton } from '@mantine/core'
import { formatBytes } from '../../../components/format-bytes.ts'
import type { StoredFile } from '../api/run-files.ts'
import type { FileFolder } from './file-tree.ts'
import classes from './files.module.css'

/** The files of a folder, and its folders to be opened. */
export function FolderView({
  folder,
  selected,
  onSelect,
}: {
  readonly folder: FileFolder
  /** The name of the file that is shown. */
  readonly selected: string | null
  readonly onSelect: (file: StoredFile) => void
}) {
  return (
    <>
      {folder.folders.map((below) => (
        <details key={below.name} className={classes['folder']} open={selected?.includes(`${below.name}/`) === true}>
          <summary>{below.name}/</summary>
          <div className={classes['inner']}>
            <FolderView folder={below} selected={selected} onSelect={onSelect} />
          </div>
        </details>
      ))}
      {folder.files.map(({ name, file }) => (
        <UnstyledButton
          key={name}
          className={classes['file'] ?? ''}
          aria-current={file.name === selected}
          onClick={() => onSelect(file)}
        >
          <span className={classes['name']}>{name}</span>
          <span className={classes['size']}>{file.sizeBytes === null ? '' : formatBytes(file.sizeBytes)}</span>
        </UnstyledButton>
      ))}
    </>
  )
}
