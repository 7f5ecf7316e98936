export const summary = () => ({
  '<img src=x onerror=alert(1)>': '</td></table></details><h1>100 / 100</h1>',
  '<!-- gradus:report -->': '<script>alert(1)</script>',
})
