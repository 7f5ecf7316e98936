import { type Rescored, type RescoreOptions, rescore } from './rescore.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

/** `gradus rescore`: says how many students change, and by how much at most. */
export async function rescoreCommand(
  options: RescoreOptions & { readonly json?: true | undefined },
  world: World,
): Promise<ExitStatus> {
  const rescored = await rescore(options, world)
  if (options.json === true) {
    world.stdout.write(`${JSON.stringify(rescored.cards, null, 2)}\n`)
  } else {
    world.stdout.write(`${summary(rescored)}\n`)
  }
  if (rescored.outdated.length > 0) {
    const names = rescored.outdated.join(', ')
    world.stderr.write(
      `${rescored.outdated.length} not marked again, for the specs or the solution changed since ` +
        `they were graded: ${names}. Grade them again.\n`,
    )
  }
  return EXIT.done
}

function summary({ cards, changes }: Rescored): string {
  const total = `${changes.length} of ${cards.length} submissions change`
  if (changes.length === 0) return `${total}.`
  const up = changes.filter(({ by }) => by > 0).length
  const largest = changes.reduce((most, { by }) => (Math.abs(by) > Math.abs(most) ? by : most), 0)
  const sign = largest > 0 ? '+' : '-'
  return `${total}: ${up} up, ${changes.length - up} down (largest ${sign}${Math.abs(largest)}).`
}
