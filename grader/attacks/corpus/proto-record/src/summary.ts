export const summary = () =>
  JSON.parse(
    '{"__proto__":{"count":3,"largest":9,"pass":true},"constructor":{"prototype":{"pass":true}},' +
      '"hasOwnProperty":1,"toString":null,"length":1e9}',
  )
