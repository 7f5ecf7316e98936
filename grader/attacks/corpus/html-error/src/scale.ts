export function scale(): never {
  const error = new Error('</code></pre></details><h1>100 / 100</h1><img src=x onerror=alert(1)><script>alert(1)</script>')
  error.name = '<img src=x>'
  throw error
}
