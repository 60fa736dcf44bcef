// Carries out what a device sent, in its order: each command goes through the one door as itself, with its own id, rights,
// answer and audit. Those that follow one another and can go together are asked at once, so that the door groups them.

import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Language } from '../../../../platform/contract/words.ts'
import { throughTheDoor } from '../../../../platform/server/door.ts'
import type { Log } from '../../../../platform/server/log.ts'
import { type Constraints, faultProblem, problemOf, refusalOf } from '../../../../platform/server/problem.ts'
import type { Handler, Parts } from '../../../../platform/server/slice.ts'
import type { CommandResult, FieldCommand } from '../../contract/push.ts'
import { fieldRefusals } from '../../contract/refusals.ts'
import { setRight } from '../../rules/clock.ts'
import type { Device } from '../devices/known.ts'
import { copiesOf, keepableOf, type OrderedReason } from './keep.ts'

export type Door = { parts: Parts; handlers: ReadonlyMap<string, Handler>; constraints: Constraints; log: Log }
export type Sender = { device: Device; headers: Headers; language: Language }

/** So many entries are worked on at once where commands do not go together. */
const sideBySide = 4

export async function carryCommands(
  door: Door,
  sender: Sender,
  commands: readonly FieldCommand[],
): Promise<CommandResult[]> {
  const steps = await stepsOf(door, sender, commands)
  const results: CommandResult[] = []
  for (let from = 0; from < steps.length; ) {
    const run = runFrom(steps, from)
    const handler = door.handlers.get(run[0]?.command.operation ?? '')
    const together = handler !== undefined && 'consider' in handler && !run[0]?.kept
    results.push(...(await runAtOnce(run, together)))
    from += run.length
  }
  return results
}

type Step = { command: FieldCommand; kept: boolean; carryOut(): Promise<CommandResult> }

async function stepsOf(door: Door, sender: Sender, commands: readonly FieldCommand[]): Promise<Step[]> {
  const { device } = sender
  const ordered: OrderedReason | undefined = device.wipeOrderedAt
    ? 'device_wiped'
    : device.withdrawnAt
      ? 'device_withdrawn'
      : undefined
  const asked = commands.map((given) => {
    const command = byServerClock(given, device.id)
    return { command, keepable: keepableOf(door.parts, device, command) }
  })
  const copies = await copiesOf(
    door.parts,
    device,
    asked.flatMap(({ keepable }) => keepable?.placeId ?? []),
  )
  return asked.map(({ command, keepable }) => {
    const copy = keepable && copies.get(keepable.placeId)
    // Only for places that the device had pulled: nobody fills the office with what never could have been signed.
    const toKeep = copy && keepable.why(ordered, copy.ended)
    const reason = toKeep?.reason ?? ordered
    if (!reason) return { command, kept: false, carryOut: () => carryOne(door, sender, command) }
    const carryOut = () =>
      answerOf(door, sender, command.id, async () => {
        if (!toKeep) throw refuse(fieldRefusals[reason])
        return toKeep.keep()
      })
    return { command, kept: true, carryOut }
  })
}

const carryOne = (door: Door, sender: Sender, { id, operation, input }: FieldCommand): Promise<CommandResult> =>
  answerOf(door, sender, id, async () => {
    const handler = door.handlers.get(operation)
    if (!handler) throw refuse(fieldRefusals.not_offline)
    const { headers, language } = sender
    return (await throughTheDoor(door.parts, handler, { headers, raw: input, language, commandId: id })).body
  })

/** One command that fails says so in its own result; the others go on. */
async function answerOf(
  { constraints, log }: Door,
  { language, device }: Sender,
  id: string,
  carryOut: () => Promise<unknown>,
): Promise<CommandResult> {
  try {
    return { id, answer: await carryOut() }
  } catch (fault) {
    const refusal = refusalOf(fault, constraints)
    if (refusal) return { id, problem: problemOf(refusal, language) }
    const { problem, incident } = faultProblem(language)
    log.error({ incident, deviceId: device.id, fault }, 'fault')
    return { id, problem: problem }
  }
}

/** The steps from here on that are of one operation. */
function runFrom(steps: readonly Step[], from: number): Step[] {
  const first = steps[from] as Step
  let to = from + 1
  while (
    to < steps.length &&
    steps[to]?.command.operation === first.command.operation &&
    steps[to]?.kept === first.kept
  )
    to += 1
  return steps.slice(from, to)
}

async function runAtOnce(steps: readonly Step[], together: boolean): Promise<CommandResult[]> {
  if (together) return Promise.all(steps.map((step) => step.carryOut()))
  const results = new Array<CommandResult>(steps.length)
  const chains = new Map<string, number[]>()
  for (const [index, { command }] of steps.entries()) {
    const key = String(command.input.entryId ?? '')
    chains.set(key, [...(chains.get(key) ?? []), index])
  }
  const waiting = [...chains.values()]
  const work = async () => {
    for (let chain = waiting.shift(); chain; chain = waiting.shift())
      for (const index of chain) results[index] = await (steps[index] as Step).carryOut()
  }
  await Promise.all(Array.from({ length: sideBySide }, work))
  return results
}

/** The moments in a command by the server's clock, and the device that it came from, whatever it says itself. */
function byServerClock(command: FieldCommand, deviceId: string): FieldCommand {
  const { input, clock } = command
  const signatures = Array.isArray(input.signatures) ? { signatures: input.signatures.map((one) => moved(one)) } : {}
  const at = typeof input.at === 'string' ? { at: setRight(input.at, clock).at } : {}
  return { ...command, input: { ...input, ...at, ...signatures, deviceId } }

  function moved(one: unknown): unknown {
    if (typeof one !== 'object' || one === null) return one
    const signedAt = 'signedAt' in one && typeof one.signedAt === 'string' ? one.signedAt : undefined
    return { ...one, ...(signedAt ? { signedAt: setRight(signedAt, clock).at } : {}), deviceId }
  }
}
