import { randomInt } from 'node:crypto'

const ADJECTIVES =
  'amber brisk calm candid civil clever cosy crisp daring deft eager early fabled fair fleet fond frank fresh gentle glad golden hardy honest humble jolly keen kind lively loyal lucid mellow merry mild modest nimble noble patient placid polished prime proud quick quiet ready robust rosy serene sharp silver sleek smooth snug solid spry stable steady still stout sunny supple swift tidy true vivid warm wise witty'
const NOUNS =
  'anchor anvil apron arch aspen badger barge basin beacon beech birch bloom brook canal canyon cedar comet coral cove crane delta dune ember falcon fern ferry finch fjord forge gale garnet glade glen grove harbour hazel heron hill inlet island ivy jetty juniper keel kelp kite lagoon lantern lark ledge linden lock maple marsh meadow mesa mill moor oak oar orchard osprey otter pebble pier pine plover pond quarry quay raft reef ridge river rowan rudder sail shore slip sparrow spruce stone tide trail valley wharf willow wren'

const adjectives = ADJECTIVES.split(' ')
const nouns = NOUNS.split(' ')

/** A name for people for a run that came without one: adjective, noun, and the run's number in its project. */
export function makeDisplayName(runNumber: number): string {
  return `${pick(adjectives)}-${pick(nouns)}-${runNumber}`
}

function pick(words: readonly string[]): string {
  return words[randomInt(words.length)] ?? 'run'
}
