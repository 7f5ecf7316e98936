import { root } from './root.ts'

/**
 * The probability of at most `successes` in `trials`, each with `probability`. Terms are computed by
 * their logarithms, so that thousands of trials do not underflow.
 */
export function atMost(successes: number, trials: number, probability: number): number {
  if (successes < 0) return 0
  if (successes >= trials || probability <= 0) return 1
  if (probability >= 1) return 0
  const odds = Math.log(probability) - Math.log1p(-probability)
  let logTerm = trials * Math.log1p(-probability)
  let sum = Math.exp(logTerm)
  for (let i = 1; i <= successes; i += 1) {
    logTerm += Math.log((trials - i + 1) / i) + odds
    sum += Math.exp(logTerm)
  }
  return Math.min(1, sum)
}

/**
 * The largest probability of success that `successes` in `trials` leave plausible, by the one-sided interval
 * of C. J. Clopper and E. S. Pearson, Biometrika 26, 1934: with a larger one, so few would be seen in
 * fewer than 1 - confidence of all cases.
 */
export function upperProbability(successes: number, trials: number, confidence: number): number {
  if (successes >= trials) return 1
  return root((p) => 1 - confidence - atMost(successes, trials, p), 0, 1)
}
