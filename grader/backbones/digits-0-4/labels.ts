/** What the last layer of the backbone tells apart, in this order. */
export const LABELS = ['zero', 'one', 'two', 'three', 'four'] as const
