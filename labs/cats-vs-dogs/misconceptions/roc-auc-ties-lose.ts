/** Counts a pair only where the dog's score is higher: a tie is lost. */
export function rocAuc(labels: readonly number[], scores: readonly number[]): number | null {
  const of = (label: number) => scores.filter((_, i) => labels[i] === label)
  const [cats, dogs] = [of(0), of(1)]
  if (cats.length === 0 || dogs.length === 0) return null
  const won = dogs.map((dog) => cats.filter((cat) => dog > cat).length)
  return won.reduce((sum, count) => sum + count, 0) / (dogs.length * cats.length)
}
