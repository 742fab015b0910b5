import { findShapeOption, type InputShape, type JsonValue } from '@slipway/core'
import { AnyControl } from './any-control.tsx'
import { ChoiceControl } from './choice-control.tsx'
import { ChoicesControl } from './choices-control.tsx'
import { ConstantControl } from './constant-control.tsx'
import type { ControlProps } from './control-props.ts'
import { NullControl } from './null-control.tsx'
import { NumberControl } from './number-control.tsx'
import { isShownAsJson } from './row-builder.ts'
import { SecretControl } from './secret-control.tsx'
import { SwitchControl } from './switch-control.tsx'
import { TextControl } from './text-control.tsx'

/** The control for a value: that of its shape, or one for any value where the value is of another kind. */
export function Control(props: ControlProps) {
  const { shape, value } = props
  if (value === null && isMadeOfParts(shape)) return <NullControl {...props} />
  const option = shape.kind === 'union' ? findChosen(shape, value) : null
  return option === null ? <OwnControl {...props} /> : <OwnControl {...props} shape={option} />
}

/** Of a union the way in which the value is written, where its control takes no typing: that would lead to another way. */
function findChosen(shape: InputShape, value: JsonValue | undefined): InputShape | null {
  const option = value === undefined ? undefined : shape.options[findShapeOption(shape, value)]
  return option !== undefined && CHOSEN_KINDS.has(option.kind) ? option : null
}

const CHOSEN_KINDS: ReadonlySet<InputShape['kind']> = new Set(['switch', 'choice', 'choices', 'constant', 'secret'])

function isMadeOfParts(shape: InputShape): boolean {
  return shape.kind === 'group' || shape.kind === 'list' || shape.kind === 'choices'
}

function OwnControl(props: ControlProps) {
  switch (chooseKind(props)) {
    case 'number':
    case 'integer':
      return <NumberControl {...props} />
    case 'constant':
      return <ConstantControl {...props} />
    case 'secret':
      return <SecretControl {...props} />
    case 'text':
      return <TextControl {...props} />
    case 'switch':
      return <SwitchControl {...props} />
    case 'choice':
      return <ChoiceControl {...props} />
    case 'choices':
      return <ChoicesControl {...props} />
    default:
      return <AnyControl {...props} />
  }
}

function chooseKind({ shape, value }: ControlProps): InputShape['kind'] {
  switch (shape.kind) {
    case 'number':
    case 'integer':
      return isShownAsText(value) ? shape.kind : 'any'
    case 'constant':
    case 'secret':
      return shape.kind
    case 'text':
    case 'choice':
      return value === null || !isShownAsJson(shape, value) ? shape.kind : 'any'
    case 'switch':
      return isShownAsJson(shape, value) ? 'any' : shape.kind
    case 'choices':
      return isShownAsJson(shape, value) ? 'any' : shape.kind
    case 'union':
    case 'group':
    case 'list':
    case 'any':
      return 'any'
  }
}

function isShownAsText(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || typeof value === 'number' || typeof value === 'string'
}
