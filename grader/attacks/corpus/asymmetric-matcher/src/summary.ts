export const summary = () => ({
  $$typeof: Symbol.for('jest.asymmetricMatcher'),
  asymmetricMatch: () => true,
  toString: () => 'Anything',
  toAsymmetricMatcher: () => 'Anything',
})
