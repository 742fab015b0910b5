import {
  type InputShape,
  type JsonValue,
  findShapeOption,
  fitsShape,
  formatInputAddress,
  isJsonObject,
} from '@slipway/core'
import type { DraftSection } from '../model/input-draft.ts'
import { sectionAddress } from '../model/read-draft.ts'
import { childOf, isList } from '../model/tree-edit.ts'
import type { FieldRow, FormRow, HolderRow, RootHolder } from './form-row.ts'

/** What is known of one place from the last time, so that what did not change gives the very same rows. */
interface Branch {
  readonly shape: InputShape
  readonly value: JsonValue | undefined
  readonly byDefault: JsonValue | undefined
  readonly element: string
  readonly closed: ReadonlySet<string>
  readonly rows: readonly FormRow[]
}

/** One place to make rows for. */
interface Place {
  readonly section: DraftSection
  readonly path: readonly string[]
  readonly depth: number
  readonly shape: InputShape
  readonly value: JsonValue | undefined
  readonly byDefault: JsonValue | undefined
  readonly isRequired: boolean
  readonly element: FieldRow['element']
  readonly key: string
}

/**
 * Makes the rows of the form. A row stays the same object while what it shows is the same, so that typing in one field
 * draws no other again.
 */
export class RowBuilder {
  readonly #branches = new Map<string, Branch>()
  readonly #heads = new Map<string, FormRow>()

  build(sections: readonly DraftSection[], closed: ReadonlySet<string>): readonly FormRow[] {
    return sections.flatMap((section) => this.#section(section, closed))
  }

  #section(section: DraftSection, closed: ReadonlySet<string>): readonly FormRow[] {
    const id = `section ${sectionAddress(section)}`
    const isOpen = !closed.has(id)
    const head = this.#keep({ kind: 'section', id, section, isOpen })
    if (!isOpen) return [head]
    if (section.mode === 'text') return [head, this.#keep({ kind: 'text', id: `text ${id}`, section })]
    const keys = shownKeys(section)
    const rows = keys.flatMap((key) => this.#place(this.#child(section, key), closed))
    const holder: RootHolder = {
      id: sectionAddress(section),
      address: { file: section.file, path: [] },
      depth: 0,
      label: section.file ?? 'run config',
      shape: section.shape,
      value: section.values,
    }
    const more: FormRow[] = section.shape.acceptsKeys ? [{ kind: 'add-key', id: `add ${id}`, holder }] : []
    const nothing: FormRow[] =
      rows.length + more.length > 0 ? [] : [{ kind: 'empty', id: `empty ${id}`, message: 'There are no inputs here.' }]
    return [head, ...rows, ...more, ...nothing]
  }

  #child(section: DraftSection, key: string): Place {
    return {
      section,
      path: [key],
      depth: 0,
      shape: section.shape.below(key),
      value: childOf(section.values, key),
      byDefault: childOf(section.baseValues, key),
      isRequired: section.shape.requiredKeys.has(key),
      element: null,
      key,
    }
  }

  #place(place: Place, closed: ReadonlySet<string>): readonly FormRow[] {
    const id = formatInputAddress({ file: place.section.file, path: place.path })
    const element = place.element === null ? '' : `${place.element.index}/${place.element.count}`
    const known = this.#branches.get(id)
    if (
      known !== undefined &&
      known.shape === place.shape &&
      known.value === place.value &&
      known.byDefault === place.byDefault &&
      known.element === element &&
      known.closed === closed
    ) {
      return known.rows
    }
    const rows = this.#make(place, id, closed, known)
    const { shape, value, byDefault } = place
    this.#branches.set(id, { shape, value, byDefault, element, closed, rows })
    return rows
  }

  #make(place: Place, id: string, closed: ReadonlySet<string>, known: Branch | undefined): readonly FormRow[] {
    const { section, path, depth, value, byDefault, isRequired, element } = place
    const option = place.shape.kind === 'union' && value !== undefined ? findShapeOption(place.shape, value) : -1
    const chosen = place.shape.options[option]
    const shape = chosen ?? place.shape
    const isGroup = value !== undefined && isJsonObject(value) && mayHold(shape, 'group')
    const isHolder = isGroup || (isList(value) && shape.kind !== 'choices' && mayHold(shape, 'list'))
    const base = {
      id,
      address: { file: section.file, path },
      depth,
      label: element === null ? (place.shape.title ?? place.key) : `[${element.index}]`,
      value,
      byDefault,
      isRequired,
      element,
      isRemovable: byDefault === undefined || section.file !== null,
    }
    if (!isHolder) {
      const row: FieldRow = { ...base, kind: 'field', shape: place.shape }
      const [first] = known?.rows ?? []
      return [first?.kind === 'field' && isSameField(first, row) ? first : row]
    }
    const isOpen = !closed.has(id)
    const keys = isGroup ? keysOf(shape, value) : (value as readonly JsonValue[]).map((_item, index) => String(index))
    const row: HolderRow = {
      ...base,
      kind: isGroup ? 'group' : 'list',
      shape,
      isOpen,
      count: keys.length,
      union: place.shape.kind === 'union' ? place.shape : null,
    }
    if (!isOpen) return [row]
    const below = keys.flatMap((key, index) =>
      this.#place(
        {
          section,
          path: [...path, key],
          depth: depth + 1,
          shape: shape.below(key),
          value: childOf(value, key),
          byDefault: childOf(byDefault, key),
          isRequired: isGroup && shape.requiredKeys.has(key),
          element: isGroup ? null : { index, count: keys.length },
          key,
        },
        closed,
      ),
    )
    if (!isGroup) return [row, ...below, { kind: 'add-element', id: `add ${id}`, holder: row }]
    return shape.acceptsKeys || shape.kind === 'any'
      ? [row, ...below, { kind: 'add-key', id: `add ${id}`, holder: row }]
      : [row, ...below]
  }

  #keep(row: Extract<FormRow, { readonly section: DraftSection }>): FormRow {
    const known = this.#heads.get(row.id)
    if (known?.kind === row.kind && known.section === row.section && isOpenOf(known) === isOpenOf(row)) return known
    this.#heads.set(row.id, row)
    return row
  }
}

function isOpenOf(row: FormRow): boolean {
  return 'isOpen' in row && row.isOpen
}

// An object or a list of which the schema knows nothing is shown by its parts too: what it holds has types of its own.
function mayHold(shape: InputShape, kind: 'group' | 'list'): boolean {
  return shape.kind === kind || shape.kind === 'any'
}

function isSameField(left: FieldRow, right: FieldRow): boolean {
  return (
    left.value === right.value &&
    left.byDefault === right.byDefault &&
    left.shape === right.shape &&
    left.element?.index === right.element?.index &&
    left.element?.count === right.element?.count
  )
}

function keysOf(shape: InputShape, value: JsonValue): readonly string[] {
  const present = isJsonObject(value) ? Object.keys(value) : []
  return [...new Set([...shape.keys, ...present])]
}

/** The inputs of a section: declared ones in order, then keys that were added. What a file holds besides is no input. */
function shownKeys({ shape, values, baseValues }: DraftSection): readonly string[] {
  const isInput = (key: string): boolean => shape.acceptsKeys || !Object.hasOwn(baseValues, key)
  return [...new Set([...shape.keys, ...Object.keys(values).filter(isInput)])]
}

/** Whether a value is shown by the control of its shape, or as JSON because it is of another kind. */
export function isShownAsJson(shape: InputShape, value: JsonValue | undefined): boolean {
  return value !== undefined && !fitsShape(shape, value)
}
