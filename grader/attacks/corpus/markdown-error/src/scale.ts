export function scale(): never {
  throw new Error(
    '``` \n````\n\n# 100 / 100\n\n| forged | table |\n|---|---|\n[click](javascript:alert(1))\n' +
      '![x](http://127.0.0.1:{{port}}/{{marker}})\n> [!TIP]\n> passed\n</details>\n\n' +
      ['#each x', '{raw}', 'constructor', 'lookup this "__proto__"'].map((text) => `{` + `{${text}}` + `}`),
  )
}
