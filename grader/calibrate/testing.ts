type Draw = (uniform: () => number) => number

/** Box and Muller's transform. */
const normal: Draw = (uniform) =>
  Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())

const exponential: Draw = (uniform) => -Math.log(1 - uniform())

/** The share of right answers among `cases`. */
function accuracy(cases: number, probability: number): Draw {
  return (uniform) => {
    let right = 0
    for (let i = 0; i < cases; i += 1) right += uniform() < probability ? 1 : 0
    return right / cases
  }
}

/** What single training runs may be distributed like. */
export const POPULATIONS = {
  normal,
  uniform: (uniform) => uniform(),
  'a long tail of bad runs': (uniform) => -exponential(uniform),
  'a slight tail of bad runs': (uniform) => -Math.exp(0.3 * normal(uniform)),
  'a long tail of good runs': (uniform) => exponential(uniform),
  'a few failed runs': (uniform) => normal(uniform) - (uniform() < 0.03 ? 6 : 0),
  'a share of 300 cases': accuracy(300, 0.9),
  'a share of 40 cases, near its ceiling': accuracy(40, 0.98),
} as const satisfies Record<string, Draw>
